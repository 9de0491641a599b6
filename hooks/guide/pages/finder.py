"""The finder on the page of all cases: its facets with counts, and every case with the facts that they ask about.

Facets are the vocabularies, the organizations, and what a case does not say. No facet is named in the script: it reads those of the panel here,
and the facts of the same names on the cards.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import NamedTuple

from ..site import Site, terms_of
from ..state import FIELDS, case_states
from .facets import in_order
from .lists import ordered_terms, organization_link, term_link
from .page import Link
from .reader import Phrase, Reader
from .state_tables import GAP

# Organizations stand among the facets behind this vocabulary: who takes part.
ORGANIZATION, AFTER = "organization", "order-of-government"
# The facet of which a second value may be asked for, so that both take part (`with=` in the address).
TOGETHER = "jurisdiction"
SORTS = ("relevance", "title", "checked", "started")
# From this many values on, a facet's list can be narrowed by typing.
MANY = 16


class Value(NamedTuple):
    """A value of a facet, with the number of its cases among all."""

    id: str
    link: Link
    n: int


class Facet(NamedTuple):
    id: str
    title: Phrase | str
    values: list[Value]

    @property
    def is_long(self) -> bool:
        return len(self.values) >= MANY


class FoundCase(NamedTuple):
    """A case in the list, short, with its facts by the names of the facets."""

    href: str
    title: Phrase
    places: list[Phrase]
    arrangement: Phrase | str
    status: Phrase
    facts: dict[str, str]


class Finder(NamedTuple):
    facets: list[Facet]
    cases: list[FoundCase]
    sorts: list[tuple[str, str]]
    together: str
    words: str


def finder(reader: Reader) -> Finder:
    found = sorted((_case(reader, name) for name in reader.site.library.case_studies), key=lambda case: reader.alphabetical(case.title))
    return Finder(_facets(reader), found, [(sort, reader.words(f"finder.sort.{sort}")) for sort in SORTS], TOGETHER, _words(reader))


def facts(reader: Reader, name: str) -> dict[str, str]:
    """What the facets and the orders ask of a case; what nobody knows is left out."""
    library = reader.site.library
    case = library.case_studies[name]
    found = {facet: " ".join(terms_of(case, facet, library)) for facet in library.vocabularies}
    found[ORGANIZATION] = " ".join(dict.fromkeys(partner.organization for partner in case.partners))
    found[GAP] = " ".join(reader.site.once(_gaps).get(name, ()))
    found["started"] = str(getattr(case.started, "year", ""))
    found["checked"] = str(case.reviewed.on)
    return {"key": name, **{fact: value for fact, value in found.items() if value}}


def _case(reader: Reader, name: str) -> FoundCase:
    library = reader.site.library
    case = library.case_studies[name]
    return FoundCase(
        href=reader.link("case_study", name), title=reader.text(case.title),
        places=[reader.label("jurisdiction", term) for term in terms_of(case, "jurisdiction", library)],
        arrangement=reader.label("arrangement", case.arrangement) if case.arrangement else reader.words("unknown.arrangement"),
        status=reader.label("status", case.status.term), facts=facts(reader, name),
    )


def _facets(reader: Reader) -> list[Facet]:
    found = [_of_terms(reader, facet) for facet in in_order(reader.site)]
    at = next((place for place, facet in enumerate(found, 1) if facet.id == AFTER), 0)
    return [*found[:at], _of_organizations(reader), *found[at:], _of_gaps(reader)]


def _of_terms(reader: Reader, facet: str) -> Facet:
    counted = reader.site.cases_by_term
    values = [Value(term, term_link(reader, facet, term), len(counted.get((facet, term), ()))) for term in ordered_terms(reader, facet)]
    return Facet(facet, reader.facet(facet), values)


def _of_organizations(reader: Reader) -> Facet:
    values = [Value(name, organization_link(reader, name), len(set(names))) for name, names in reader.site.cases_by_organization.items()]
    return Facet(ORGANIZATION, reader.words("finder.organization"), sorted(values, key=lambda value: reader.alphabetical(value.link.text)))


def _of_gaps(reader: Reader) -> Facet:
    """What a case does not say. Without scripts, the field leads to its row among the figures of the Guide."""
    counted = Counter(field for gaps in reader.site.once(_gaps).values() for field in gaps)
    place = reader.link("page", "state")
    return Facet(GAP, reader.words("finder.gap"), [Value(field, Link(f"{place}#fields", reader.words(f"state.field.{field}")), counted[field]) for field in FIELDS])


def _gaps(site: Site) -> dict[str, tuple[str, ...]]:
    """The fields without an answer of each case; of drafts too, where they are shown."""
    return {case.id: case.gaps for case in case_states(site.library)}


def _words(reader: Reader) -> str:
    """The words that the script puts together, as JSON."""
    words = {f"count.{form}": text for form, text in reader.t.texts["count.cases"].items()}
    places = {"finder.also": "name", "finder.without": "name", "finder.quoted": "name", "finder.more": "n"}
    words |= {key: reader.words(key, **{place: f"{{{place}}}"}) for key, place in places.items()}
    words["finder.of"] = reader.words("finder.of", facet="{facet}", name="{name}")
    words |= {key: reader.words(key) for key in ("finder.remove", "search.failed")}
    return json.dumps(words, ensure_ascii=False)
