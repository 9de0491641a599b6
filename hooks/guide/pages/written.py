"""A page written by hand in docs/, once MkDocs has turned its Markdown into HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from ..handwritten import DOCS, Handwritten
from ..routes import relative
from ..site import Site
from ..typography import typeset
from . import engagement, learn, whole
from .accessibility import Barrier, Tested, barrier, tested
from .data import DataFiles, Example, data_examples, data_files
from .field_table import FieldTable, field_table
from .first_lines import FirstLines, first_lines
from .lists import page_link
from .page import Link, Page, Section
from .reader import Reader
from .timeline import Timeline, timeline
from .ways import Decision, EmailTemplate, contribute_form, decision, email_template, issue_form
from .written_tables import with_heads

# A paragraph that is only a link to block:timeline gives its place to what is made from the data.
_BLOCK = re.compile(r'<p><a href="block:([\w-]+)">.*?</a></p>')
_BLOCKS = {"timeline": timeline, "data-files": data_files, "data-examples": data_examples, "first-lines": first_lines,
           "field-table": field_table, "issue-form": issue_form, "contribute-form": contribute_form, "email-template": email_template, "decision": decision, "stored": lambda reader: True,
           "accessibility": tested, "barrier": barrier, "whole": whole.offers}
# Links to pages of the Guide are written by name: case:bizpal, term:theme/digital-services, page:glossary.
_KINDS = {"case": "case_study", "organization": "organization", "facet": "facet", "term": "term", "page": "page"}
_LINK = re.compile(r'href="(case|organization|facet|term|page):([^"#]+)(#[^"]*)?"')
_TO_RECORD = re.compile(r'<a href="(case|organization):([^"#]+)(?:#[^"]*)?"[^>]*>(.*?)</a>', re.DOTALL)
# Pictures too (asset:card-case-en.png): static-i18n knows the files in docs/assets/ in the first language only.
_PICTURE = re.compile(r'src="asset:([^"]+)"')
_TAGS = re.compile(r"(<[^>]+>)")
_ALT = re.compile(r'alt="([^"]*)"')
# Markdown makes this id from the title, so it would differ between the languages; nothing links to it.
_TITLE_ID = re.compile(r'<h1 id="[^"]*"')


# The hub under which a page stands: the header marks it, and the breadcrumb leads to it.
HUBS = {"engagement": engagement.PAGES, "learn": {learn.URBAN}, "contribute": {"contribute-by-file", "contribute-fields"}}


class UnknownName(LookupError):
    """A link names a page or a block that does not exist."""


class Piece(NamedTuple):
    """A part of the page: what was written, or a block that is made from the data."""

    html: Markup = Markup()
    timeline: Timeline | None = None
    data_files: DataFiles | None = None
    data_examples: list[Example] | None = None
    first_lines: FirstLines | None = None
    field_table: FieldTable | None = None
    issue_form: Link | None = None
    contribute_form: Link | None = None
    email_template: EmailTemplate | None = None
    decision: Decision | None = None
    stored: bool = False
    accessibility: Tested | None = None
    barrier: Barrier | None = None
    whole: whole.Offers | None = None


def page(site: Site, written: Handwritten, html: str, sections: Iterable[Section]) -> Page:
    """The page, with its links resolved and its typography set. Raises UnknownName."""
    path = site.routes.path("page", written.key, written.language)
    reader = Reader(site, written.language, path)
    hub = next((hub for hub, below in HUBS.items() if written.key in below), "")
    return Page(
        kind="page", key=written.key, language=written.language, path=path, title=typeset(written.title, written.language),
        description=typeset(written.description, written.language), template="pages/written.html",
        view=pieces(_TITLE_ID.sub("<h1", html), reader), sections=tuple(sections),
        breadcrumb=(page_link(reader, "home"), *([page_link(reader, hub)] if hub else [])), modified=written.modified,
        source=written.source, section_key=hub or written.key,
    )


def pieces(html: str, reader: Reader) -> list[Piece]:
    """The page in its parts. Raises UnknownName for a block that there is not."""
    found = []
    for index, part in enumerate(_BLOCK.split(with_heads(html))):
        if index % 2 == 0:
            found.append(Piece(Markup(with_typography(with_links(part, reader), reader.language))))
        elif part in _BLOCKS:
            found.append(Piece(**{part.replace("-", "_"): _BLOCKS[part](reader)}))
        else:
            raise UnknownName(f"block:{part}")
    return found


def with_links(html: str, reader: Reader) -> str:
    """Names of pages and pictures replaced by their addresses. Raises UnknownName for what is not there.

    A record that is there and not published keeps the words that lead to it, so that its consent can be taken back at once.
    """
    site = reader.site

    def words(match: re.Match) -> str:
        name = (_KINDS[match[1]], match[2])
        return match[3] if not site.routes.has(*name) and name in site.library.documents else match[0]

    def address(match: re.Match) -> str:
        kind, key, anchor = _KINDS[match[1]], match[2], match[3] or ""
        if not reader.site.routes.has(kind, key):
            raise UnknownName(f"{match[1]}:{key}")
        return f'href="{reader.link(kind, key)}{anchor}"'

    def picture(match: re.Match) -> str:
        path = f"assets/{match[1]}"
        if not (reader.site.root / DOCS / path).is_file():
            raise UnknownName(f"asset:{match[1]}")
        return f'src="{relative(path, reader.path)}"'

    return _PICTURE.sub(picture, _LINK.sub(address, _TO_RECORD.sub(words, html)))


def with_typography(html: str, language: str) -> str:
    """Typography in the text between tags, and in what is told of a picture; code is left as it was typed."""
    parts, inside_code = _TAGS.split(html), 0
    for index, part in enumerate(parts):
        if index % 2:
            inside_code += part.startswith(("<code", "<pre")) - part.startswith(("</code", "</pre"))
            parts[index] = _ALT.sub(lambda match: f'alt="{typeset(match[1], language)}"', part)
        elif not inside_code:
            parts[index] = typeset(part.replace("&quot;", '"'), language).replace('"', "&quot;")
    return "".join(parts)
