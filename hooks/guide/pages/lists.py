"""What several kinds of page list: cards of cases, links to organizations and terms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlencode

from markupsafe import Markup

from ..site import terms_of
from ..typography import typeset
from .page import Link
from .reader import Phrase, Reader


class Card(NamedTuple):
    """A case in a list."""

    href: str
    title: Phrase
    summary: Phrase
    places: Markup
    arrangement: Phrase | str
    status: Phrase
    reason: Phrase | Markup | str = ""
    is_draft: bool = False


def card(reader: Reader, name: str, reason: Phrase | Markup | str = "") -> Card:
    """A case as a card."""
    plain = reader.shared(_card, name, leads_to="cases")
    return plain._replace(reason=reason) if reason else plain


def _card(reader: Reader, name: str) -> Card:
    case = reader.site.library.case_studies[name]
    return Card(
        href=reader.link("case_study", name),
        title=reader.text(case.title),
        summary=reader.text(case.summary),
        places=Markup(", ").join(reader.label("jurisdiction", term) for term in terms_of(case, "jurisdiction", reader.site.library)),
        arrangement=reader.label("arrangement", case.arrangement) if case.arrangement else reader.words("unknown.arrangement"),
        status=reader.label("status", case.status.term),
        is_draft=not case.is_published,
    )


def cards(reader: Reader, names: Iterable[str]) -> list[Card]:
    """Cases as cards, in alphabetical order of their titles."""
    return sorted((card(reader, name) for name in names), key=lambda shown: reader.alphabetical(shown.title))


def organization_link(reader: Reader, name: str) -> Link:
    return reader.shared(_organization_link, name)


def _organization_link(reader: Reader, name: str) -> Link:
    return Link(reader.link("organization", name), reader.text(reader.site.library.organizations[name].name))


def term_link(reader: Reader, facet: str, term: str) -> Link:
    return reader.shared(_term_link, facet, term)


def _term_link(reader: Reader, facet: str, term: str) -> Link:
    return Link(reader.link("term", f"{facet}/{term}"), reader.label(facet, term))


def page_link(reader: Reader, key: str) -> Link:
    return Link(reader.link("page", key), reader.words(f"nav.{key}"))


def name_of(reader: Reader, kind: str, key: str) -> Phrase:
    """What a page is called: the name of its record, or its title."""
    library = reader.site.library
    if kind == "term":
        return reader.label(*key.split("/"))
    if kind == "facet":
        return reader.facet(key)
    if kind == "organization":
        return reader.text(library.organizations[key].name)
    if kind == "case_study":
        return reader.text(library.case_studies[key].title)
    if kind == "exchange_report":
        report = library.exchange_reports[key]
        return Phrase(f"{reader.plain(library.organizations[report.administration].name)}, {reader.moment(report.month)}")
    written = reader.site.handwritten.get(key, {}).get(reader.language)
    return Phrase(typeset(written.title, reader.language) if written else reader.words(f"nav.{key}"))


def ordered_terms(reader: Reader, facet: str) -> list[str]:
    """The terms of a facet in the order that its vocabulary asks for."""
    return list(reader.shared(_in_order, facet))


def _in_order(reader: Reader, facet: str) -> list[str]:
    terms = reader.site.library.terms[facet]
    if reader.site.library.vocabularies[facet].order == "listed":
        return list(terms)
    return sorted(terms, key=lambda term: reader.alphabetical(reader.label(facet, term)))


def found_at(reader: Reader, **chosen: str) -> str:
    """The finder with a choice already made: facet by facet, `with` for a second jurisdiction."""
    return f"{reader.link('page', 'cases')}?{urlencode(chosen)}"
