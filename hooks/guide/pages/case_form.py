"""What only the form of a case study has: drafts, loading, the preview, and the ways by which a file reaches the Guide."""

from __future__ import annotations

import json
from typing import NamedTuple

from .. import open_data
from ..records import KINDS
from ..routes import relative
from ..strings import is_singular
from .first_lines import first_lines
from .reader import Reader

KIND = "case_study"
# What its scripts say; a text with two forms is said by number.
SAID = ("left", "advice", "done", "empty", "kept", "restored", "deleted", "no-draft", "replace", "loaded", "correcting", "no-case", "no-checker", "reading",
        "unread", "repaired", "apart", "comments", "places", "name", "taken", "no-preview", "drawing", "shown", "not-shown", "subject", "subject-edit", "mail", "unknown")
PAGE = "contribute-form"


class CaseForm(NamedTuple):
    """`records` is where a published case is read from, with the mark {id} in the place of its id; `new_file` and `edit_file`
    are GitHub's addresses for the folder, empty where no repository is set; `prefilled` says which field takes what an
    address says (`channel:-channels`, where the dash marks a list)."""

    records: str
    new_file: str
    edit_file: str
    mailbox: str
    prefilled: str
    words: str


def tools(reader: Reader) -> CaseForm:
    """The addresses that the form needs, from its page."""
    site, folder = reader.site, f"guide_data/{KINDS[KIND].folder}"
    edit, new = site.settings.edit_url, ""
    if edit:  # repository/edit/branch/ becomes repository/new/branch/
        repository, _, branch = edit.rstrip("/").rpartition("/edit/")
        new = f"{repository}/new/{branch}/{folder}" if repository else ""
    return CaseForm(
        records=relative(open_data.document("cases/{id}"), reader.path), new_file=new, edit_file=f"{edit}{folder}/" if edit else "",
        mailbox=site.settings.contact_email, prefilled=first_lines(reader).fields, words=_words(reader),
    )


def _words(reader: Reader) -> str:
    """What the scripts say, as JSON: the places in a text stay as they are, and are filled in by them."""
    found: dict[str, str] = {"zero-is-one": "true" if is_singular(0, reader.language) else ""}
    for key in SAID:
        text = reader.t.texts[f"case-form.say.{key}"]
        forms = {f"{key}.{form}": words for form, words in text.items()} if isinstance(text, dict) else {key: text}
        found |= {name: reader.set(words) for name, words in forms.items()}
    return json.dumps(found, ensure_ascii=False)
