"""The glossary: the council's bodies with their names and acronyms in both languages, and the Guide's own terms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..languages import other
from ..records.body import Body
from ..site import Site
from ..typography import typeset
from .facets import ShownFacet, in_order, shown_facet
from .lists import page_link
from .page import Page, Planned, Section
from .reader import Phrase, Reader


class Entry(NamedTuple):
    """A body, with its name in the other language."""

    id: str
    name: Phrase
    acronym: str
    note_on_name: str
    other_language: str
    other_name: str
    note_on_other: str
    definition: Phrase
    note: Phrase | None
    sources: list[tuple[str, Phrase]]


class View(NamedTuple):
    title: str
    lead: str
    bodies: list[Entry]
    terms: list[ShownFacet]


def plan(site: Site, language: str) -> Iterator[Planned]:
    yield Planned.of(site, language, "page", "glossary", _page)


def _page(site: Site, language: str) -> Page:
    path = site.routes.path("page", "glossary", language)
    reader = Reader(site, language, path)
    entries = [_entry(reader, name, body) for name, body in site.library.bodies.items()]
    entries.sort(key=lambda entry: reader.alphabetical(entry.name))
    view = View(reader.words("nav.glossary"), reader.words("glossary.lead"), entries, [shown_facet(reader, facet) for facet in in_order(site)])
    return Page("page", "glossary", language, path, view.title, view.lead, "pages/glossary.html", view,
                (Section("bodies", reader.words("glossary.bodies")), Section("terms", reader.words("glossary.terms"))),
                (page_link(reader, "home"),), modified=site.modified(), borrows=reader.borrows, section_key="glossary")


def _entry(reader: Reader, name: str, body: Body) -> Entry:
    language = other(reader.language)
    translated = reader.words("organization.name-translated")
    other_name = getattr(body.name, language)
    if other_name == getattr(body.name, reader.language):
        other_name = None
    acronyms = {code: getattr(body.acronym, code) if body.acronym else None for code in (reader.language, language)}
    if other_name and acronyms[language]:
        other_name = f"{other_name} ({acronyms[language]})"
    return Entry(
        id=name, name=reader.text(body.name), acronym=str(acronyms[reader.language] or ""),
        note_on_name=translated if body.name.translated == reader.language else "",
        other_language=language, other_name=typeset(str(other_name or ""), language), note_on_other=translated if body.name.translated == language and other_name else "",
        definition=reader.text(body.definition), note=reader.text(body.note) if body.note else None,
        sources=[(source.url, reader.document(source)) for source in body.sources],
    )
