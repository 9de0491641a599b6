"""The page that lists every facet with its terms, one page for each facet, and one for each term."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..site import Site
from .learning import Learning, learning, sections_of
from .lists import Card, cards, ordered_terms, organization_link, page_link, term_link
from .page import Link, Page, Planned, Section
from .reader import Phrase, Reader
from .themes import Themes, themes

# Facets of which an organization itself is an example, with the field that says so.
OF_ORGANIZATIONS = {"jurisdiction": "jurisdiction", "order-of-government": "order_of_government"}


class ShownTerm(NamedTuple):
    """A term in a list, with the number of its cases."""

    id: str
    link: Link
    definition: Phrase
    count: str
    is_empty: bool


class ShownFacet(NamedTuple):
    id: str
    link: Link
    definition: Phrase
    terms: list[ShownTerm]


class FacetsView(NamedTuple):
    title: str
    lead: str
    facets: list[ShownFacet]


class FacetView(NamedTuple):
    title: Phrase
    definition: Phrase
    note: Phrase | None
    terms: list[ShownTerm]
    places: list[Phrase]
    how: Phrase | None
    themes: Themes | None


class TermView(NamedTuple):
    title: Phrase
    facet: Phrase
    definition: Phrase
    code: str
    count: str
    cards: list[Card]
    empty: Link | None
    organizations: list[Link]
    others: list[ShownTerm]
    learning: Learning | None
    for_members: list[Link]


def plan(site: Site, language: str) -> Iterator[Planned]:
    yield Planned.of(site, language, "page", "facets", _facets)
    for facet in site.library.vocabularies:
        yield Planned.of(site, language, "facet", facet, _facet, facet)
        for term in site.library.terms[facet]:
            yield Planned.of(site, language, "term", f"{facet}/{term}", _term, facet, term)


def _facets(site: Site, language: str) -> Page:
    path = site.routes.path("page", "facets", language)
    reader = Reader(site, language, path)
    view = FacetsView(reader.words("nav.facets"), reader.words("facets.lead"), [shown_facet(reader, facet) for facet in in_order(site)])
    sections = tuple(Section(facet.id, facet.link.text) for facet in view.facets)
    return _page(reader, "page", "facets", view.title, view.lead, "pages/facets.html", view, (page_link(reader, "home"),), sections)


def _facet(site: Site, language: str, facet: str) -> Page:
    reader = Reader(site, language, site.routes.path("facet", facet, language))
    vocabulary = site.library.vocabularies[facet]
    missing = vocabulary.missing
    view = FacetView(reader.text(vocabulary.title), reader.text(vocabulary.definition),
                     reader.text(vocabulary.note) if vocabulary.note else None, _terms(reader, facet),
                     places=[reader.text(place) for place in missing.places] if missing else [], how=reader.text(missing.how) if missing else None,
                     themes=themes(reader) if facet == "theme" else None)
    sections = view.themes.sections if view.themes else ()
    return _page(reader, "facet", facet, str(view.title), str(view.definition), "pages/facet.html", view,
                 (page_link(reader, "home"), page_link(reader, "facets")), sections, source=site.library.documents["vocabulary", facet].path)


def _term(site: Site, language: str, facet: str, term: str) -> Page:
    reader = Reader(site, language, site.routes.path("term", f"{facet}/{term}", language))
    record, names = site.library.terms[facet][term], site.cases_by_term.get((facet, term), [])
    title = reader.text(site.library.vocabularies[facet].title)
    view = TermView(
        title=reader.text(record.label), facet=title, definition=reader.text(record.definition),
        code=term if facet == "jurisdiction" else "", count=reader.words("count.cases", n=len(names)),
        cards=cards(reader, names), organizations=_organizations(reader, facet, term),
        empty=None if names or not site.routes.has("page", "contribute") else Link(reader.link("page", "contribute"), reader.words("term.know-one")),
        others=[other for other in reader.shared(_terms, facet) if other.id != term],
        learning=learning(reader, facet, record, names), for_members=_for_members(reader, facet, term),
    )
    read, heard = (view.learning.read, view.learning.heard) if view.learning else ([], [])
    sections = [*sections_of(read), Section("cases", reader.words("nav.cases")), *sections_of(heard)]
    sections += [Section("organizations", reader.words("nav.organizations"))] if view.organizations else []
    sections += [Section("others", reader.words("term.others"))] if view.others else []
    crumbs = (page_link(reader, "home"), page_link(reader, "facets"), Link(reader.link("facet", facet), title))
    return _page(reader, "term", f"{facet}/{term}", str(view.title), str(view.definition), "pages/term.html", view, crumbs,
                 tuple(sections), site.library.documents["vocabulary", facet].path, names)


def _page(reader: Reader, kind: str, key: str, title: str, description: str, template: str, view: object,
          breadcrumb: tuple[Link, ...], sections: tuple[Section, ...] = (), source: str = "", names: list[str] | None = None) -> Page:
    return Page(kind, key, reader.language, reader.path, title, description, template, view, sections, breadcrumb,
                modified=reader.site.modified(names), source=source, borrows=reader.borrows, section_key="facets")


def shown_facet(reader: Reader, facet: str) -> ShownFacet:
    vocabulary = reader.site.library.vocabularies[facet]
    return ShownFacet(facet, Link(reader.link("facet", facet), reader.text(vocabulary.title)),
                      reader.text(vocabulary.definition), _terms(reader, facet))


def _terms(reader: Reader, facet: str) -> list[ShownTerm]:
    counted, terms = reader.site.cases_by_term, reader.site.library.terms[facet]
    shown = []
    for term in ordered_terms(reader, facet):
        n = len(counted.get((facet, term), ()))
        shown.append(ShownTerm(term, term_link(reader, facet, term), reader.text(terms[term].definition),
                               reader.words("count.cases", n=n), n == 0))
    return shown


def _organizations(reader: Reader, facet: str, term: str) -> list[Link]:
    field = OF_ORGANIZATIONS.get(facet)
    names = [name for name, record in reader.site.library.organizations.items() if field and getattr(record, field) == term]
    return sorted((organization_link(reader, name) for name in names), key=lambda link: reader.alphabetical(link.text))


def _for_members(reader: Reader, facet: str, term: str) -> list[Link]:
    """The kit and the presentation of a jurisdiction."""
    made = (("member_kit", "member-kit.title"), ("presentation", "deck.title"))
    return [Link(reader.link(kind, term), reader.words(key, place=reader.label(facet, term))) for kind, key in made
            if facet == "jurisdiction" and reader.site.routes.has(kind, term)]


def in_order(site: Site) -> list[str]:
    """The facets as a reader asks: where, who, how, what, for whom; then how it stands."""
    asked = ("jurisdiction", "order-of-government", "service", "client-group", "channel", "arrangement", "playbook-model",
             "theme", "status", "evidence")
    return sorted(site.library.vocabularies, key=lambda facet: (asked.index(facet) if facet in asked else len(asked), facet))
