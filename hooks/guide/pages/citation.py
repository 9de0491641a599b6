"""How a case is cited, in the reader's language: as a sentence, and in the forms that reference managers read.

The author is the Guide, as an organization: no person is named. The date is that of the last change, and the address
the permanent one.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from .. import machine_paths, open_data
from ..languages import REGIONAL_TAGS
from .page import Link
from .reader import Reader

_TEX = str.maketrans({"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
                      **{sign: f"\\{sign}" for sign in "&%$#_"}})
_BABEL = {"en": "english", "fr": "french"}


class Citation(NamedTuple):
    """A citation in its forms. `csl` is JSON in the form of the Citation Style Language."""

    text: str
    bibtex: str
    ris: str
    csl: str


class ShownCitation(NamedTuple):
    """What the page offers: the sentence, and the files."""

    text: str
    files: list[Link]


def shown(reader: Reader, name: str) -> ShownCitation:
    """The citation of a case on its page."""
    return ShownCitation(_sentence(reader, name), reader.shared(_files))


def _files(reader: Reader) -> list[Link]:
    return [Link(open_data.citation("", form), reader.words(f"cite.{form}")) for form in open_data.CITATIONS]


def citation(reader: Reader, name: str) -> Citation:
    """The citation of a case in all forms."""
    return Citation(_sentence(reader, name), _bibtex(reader, name), _ris(reader, name), _csl(reader, name))


def _sentence(reader: Reader, name: str) -> str:
    case = reader.site.library.case_studies[name]
    # The address comes last and apart: typography must not touch it.
    said = reader.words("cite.text", guide=reader.t("site.name"), title=reader.plain(case.title), date=reader.moment(case.changes[0].on))
    return f"{said} {_address(reader, name)}"


def _address(reader: Reader, name: str) -> str:
    return reader.site.routes.absolute(machine_paths.permanent("case_study", name))


def _bibtex(reader: Reader, name: str) -> str:
    case, guide = reader.site.library.case_studies[name], reader.t("site.name")
    on = case.changes[0].on
    fields = {"author": f"{{{_tex(guide)}}}", "title": f"{{{_tex(reader.plain(case.title))}}}", "howpublished": _tex(reader.t("cite.kind")), "year": on.year,
              "month": on.month, "date": on, "language": _BABEL[reader.language], "url": _address(reader, name)}
    lines = [f"  {key} = {{{value}}}," for key, value in fields.items()]
    return "\n".join([f"@misc{{{name}-{reader.language},", *lines, "}", ""])


def _tex(text: str) -> str:
    """A text in which no sign means something to TeX.

    >>> _tex("Fish & 50% of C#")
    'Fish \\\\& 50\\\\% of C\\\\#'
    """
    return text.translate(_TEX)


def _ris(reader: Reader, name: str) -> str:
    """RIS has one field on a line, and its dates have a slash behind the day."""
    case = reader.site.library.case_studies[name]
    on = case.changes[0].on
    fields = [("TY", "ELEC"), ("ID", f"{name}-{reader.language}"), ("AU", reader.t("site.name")), ("TI", _line(reader.plain(case.title))),
              ("AB", _line(reader.plain(case.summary))), ("PY", on.year), ("DA", f"{on.year}/{on.month:02}/{on.day:02}/"), ("LA", reader.language),
              ("UR", _address(reader, name)), ("ER", "")]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields)


def _line(text: str) -> str:
    return re.sub(r"[\r\n\u2028\u2029\x0b\x0c\x85]+", " ", text)


def _csl(reader: Reader, name: str) -> str:
    """https://docs.citationstyles.org: an organization as author is a literal."""
    case = reader.site.library.case_studies[name]
    on = case.changes[0].on
    item = {
        "id": f"{name}-{reader.language}", "type": "webpage", "title": reader.plain(case.title), "abstract": reader.plain(case.summary),
        "author": [{"literal": reader.t("site.name")}], "issued": {"date-parts": [[on.year, on.month, on.day]]},
        "language": REGIONAL_TAGS[reader.language].replace("_", "-"), "URL": _address(reader, name),
    }
    return json.dumps([item], ensure_ascii=False, allow_nan=False, indent=1) + "\n"
