"""What other sites show of a page: the facts of its card, and for a term or an organization the list of its cases.

A card is read far from the Guide, so all its addresses are whole. The panel "Link to this page" says the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .. import machine_paths
from ..records.case_study import CaseStudy
from ..site import Site, terms_of
from .page import Link
from .reader import Phrase, Reader

# The size in which a card is offered. A list scrolls when it is longer.
WIDTH, HEIGHTS = 600, {"case_study": 480, "organization": 520, "term": 520}
# The size of the picture of a case.
PICTURE = (1200, 630)


class Told(NamedTuple):
    """What a card says of a page in one language. Facts are label and answer."""

    kind: str
    language: str
    kicker: Phrase | str
    title: Phrase
    text: Phrase | str
    facts: tuple[tuple[str, object], ...]
    address: str
    permanent: str
    frame: str

    @property
    def height(self) -> int:
        return HEIGHTS[self.kind]


class Listed(NamedTuple):
    """A case in the list on a card."""

    link: Link
    places: object
    status: Phrase


class Card(NamedTuple):
    """A card as a page of its own: `lists` says whether it is a list of cases, which may be empty."""

    path: str
    told: Told
    lists: bool
    count: str
    cases: list[Listed]


def kinds(site: Site) -> Iterator[tuple[str, str]]:
    """Kind and key of every page that has a card."""
    return ((kind, key) for kind, key in site.routes.paths if kind in machine_paths.LETTERS)


def cards(site: Site, language: str) -> Iterator[Card]:
    """The cards of a language."""
    for kind, key in kinds(site):
        yield _card(site, language, kind, key)


def answers(site: Site, kind: str, path: str) -> dict[str, str]:
    """The whole addresses of the oEmbed answers about a page, by format; nothing for a page without a card."""
    found = machine_paths.oembed(path) if kind in machine_paths.LETTERS else {}
    return {form: site.routes.absolute(answer) for form, answer in found.items()}


def told(site: Site, language: str, kind: str, key: str) -> Told:
    """What the card of a page says, made once for the card and for both pages that offer it."""
    return site.once(_told, language, kind, key)


def _told(site: Site, language: str, kind: str, key: str) -> Told:
    reader = Reader(site, language, "")
    kicker, title, text, facts = {"case_study": _of_case, "organization": _of_organization, "term": _of_term}[kind](reader, key)
    absolute = site.routes.absolute
    return Told(kind, language, kicker, title, text, facts, absolute(site.routes.path(kind, key, language)),
                absolute(machine_paths.permanent(kind, key)), absolute(machine_paths.card(kind, key, language)))


def _of_case(reader: Reader, key: str) -> tuple:
    library = reader.site.library
    case = library.case_studies[key]
    partners = [reader.text(library.organizations[partner.organization].name) for partner in sorted(case.partners, key=lambda partner: not partner.lead)]
    facts = ((reader.words("glance.partners"), reader.listed(partners)), (reader.words("glance.jurisdiction"), _places(reader, case)),
             (reader.words("glance.status"), reader.label("status", case.status.term)), (reader.words("case.checked"), reader.moment(case.reviewed.on)))
    return reader.words("kind.case_study"), reader.text(case.title), reader.text(case.summary), facts


def _of_organization(reader: Reader, key: str) -> tuple:
    record = reader.site.library.organizations[key]
    facts = ((str(reader.facet("jurisdiction")), reader.label("jurisdiction", record.jurisdiction)),)
    return reader.words("kind.organization"), reader.text(record.name), reader.text(record.description) if record.description else "", facts


def _of_term(reader: Reader, key: str) -> tuple:
    facet, _, term = key.partition("/")
    record = reader.site.library.terms[facet][term]
    return reader.facet(facet), reader.text(record.label), reader.text(record.definition), ()


def _places(reader: Reader, case: CaseStudy) -> object:
    return reader.listed([reader.label("jurisdiction", term) for term in terms_of(case, "jurisdiction", reader.site.library)])


def _card(site: Site, language: str, kind: str, key: str) -> Card:
    reader, names = Reader(site, language, ""), _names(site, kind, key)
    cases = sorted((site.once(_listed, language, name) for name in names), key=lambda listed: reader.alphabetical(listed.link.text))
    return Card(machine_paths.card(kind, key, language), told(site, language, kind, key), kind != "case_study", reader.words("count.cases", n=len(cases)), cases)


def _names(site: Site, kind: str, key: str) -> list[str]:
    """The cases of an organization or a term."""
    if kind == "case_study":
        return []
    return site.cases_by_organization[key] if kind == "organization" else site.cases_by_term.get(tuple(key.split("/")), [])


def _listed(site: Site, language: str, name: str) -> Listed:
    reader, case = Reader(site, language, ""), site.library.case_studies[name]
    address = site.routes.absolute(site.routes.path("case_study", name, language))
    return Listed(Link(address, reader.text(case.title)), _places(reader, case), reader.label("status", case.status.term))
