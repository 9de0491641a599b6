"""The state of the Guide: what its cases say, leave out and do not know, by field and by jurisdiction; how its languages,
reviews and addresses stand. One computation, for the page, the data and `guide report`.

It counts the records that it is given: published ones, unless a command asks for drafts. It has no clock: what is overdue
is asked with a day (`State.overdue`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property

from .checks.dates import is_before
from .languages import LANGUAGES
from .library import Library
from .links import named, results
from .records.case_study import CaseStudy
from .records.shape import Asked, asked
from .records.values import UNKNOWN, PartialDate
from .site import Site, terms_of
from .translations import MISSING

# Fields whose absence is no gap: it says something of the case, or is the choice of whoever wrote it.
NO_GAP = {"ended", "consent", "review_by", "related", "replicates", "credit"}
# The gaps that a reader who looks for somebody to ask, or for proof, meets first.
CONTACT, RESULTS = "contact", "results"
Record = tuple[str, str]


def fields() -> dict[str, tuple[str, ...]]:
    """Every field that a case may leave out or answer with `unknown`, in the order of the model, with where it stands."""
    found: dict[str, tuple[str, ...]] = {}
    for field in asked(CaseStudy):
        if field.name in NO_GAP or field.is_required and not field.allows_unknown:
            continue
        inside = [part for part in field.parts if _may_lack(part)]
        places = [(field.name, part.name) for part in inside] if field.parts and len(inside) == len(field.parts) else [(field.name,)]
        found |= {place[-1].replace("_", "-"): place for place in places}
    return found


def _may_lack(part: Asked) -> bool:
    return not part.is_required


FIELDS = fields()


@dataclass(frozen=True)
class CaseState:
    """One case: the fields that it does not know, and those that it leaves out."""

    id: str
    unknown: tuple[str, ...]
    left_out: tuple[str, ...]
    places: tuple[str, ...]
    review_by: PartialDate | None

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """Both, in the order of the model."""
        return tuple(field for field in FIELDS if field in self.unknown or field in self.left_out)


@dataclass(frozen=True)
class State:
    """All of it. `texts` has what is said of each translated text (translations.py), by record; `addresses` those that are named."""

    cases: tuple[CaseState, ...]
    texts: dict[Record, tuple[tuple[tuple, str], ...]]
    addresses: dict[str, list[Record]]
    links: results.Results

    def lacking(self, field: str, place: str = "") -> list[str]:
        """The ids of the cases that do not say something; in a jurisdiction, if one is named."""
        return [case.id for case in self.cases if field in case.gaps and (not place or place in case.places)]

    @property
    def answers(self) -> tuple[int, int]:
        """How many fields are filled in, and how many could be."""
        possible = len(FIELDS) * len(self.cases)
        return possible - sum(len(case.gaps) for case in self.cases), possible

    @cached_property
    def told(self) -> Counter[str]:
        """How many texts are confirmed, new, older in a language, or missing in one."""
        return Counter(said for texts in self.texts.values() for _, said in texts)

    def records(self, *said: str) -> dict[Record, list[tuple[tuple, str]]]:
        """The records with texts of which something is said, and these texts."""
        found = {record: [text for text in texts if text[1] in said] for record, texts in self.texts.items()}
        return {record: texts for record, texts in found.items() if texts}

    @property
    def behind(self) -> int:
        """How many texts are older or missing in one of the languages."""
        return sum(self.told[said] for said in (*LANGUAGES, *MISSING))

    @cached_property
    def due(self) -> dict[str, list[str]]:
        """The ids of the cases to be checked again, by month; without a date at the end, under ""."""
        found: dict[str, list[str]] = {}
        for case in self.cases:
            found.setdefault(str(case.review_by)[:7] if case.review_by else "", []).append(case.id)
        return dict(sorted(found.items(), key=lambda item: (not item[0], item[0])))

    def overdue(self, on: PartialDate) -> list[str]:
        """The ids of the cases that should have been checked again before a day."""
        return [case.id for case in self.cases if is_before(case.review_by, on)]

    @cached_property
    def link_states(self) -> Counter[str]:
        """How many addresses answer, fail, are gone and so on."""
        return Counter(self.links.told(url) for url in self.addresses)

    def links_that(self, *told: str) -> list[str]:
        """The addresses of which something is told, by the alphabet."""
        return sorted(url for url in self.addresses if self.links.told(url) in told)


def state(site: Site) -> State:
    """The state of the published Guide: drafts are not counted, in the preview neither."""
    return of_library(site, site.library.published())


def of_library(site: Site, library: Library) -> State:
    """The state of some records."""
    texts = {(kind, name): tuple(site.translations.compared(kind, name, record)) for kind, name, record in library.everything()}
    return State(case_states(library), {record: said for record, said in texts.items() if said}, named.addresses(library), site.links)


def case_states(library: Library) -> tuple[CaseState, ...]:
    """What each case does not say, in the order of their ids."""
    return tuple(_case(name, library) for name in sorted(library.case_studies))


def _case(name: str, library: Library) -> CaseState:
    case = library.case_studies[name]
    values = {field: _value(case, place) for field, place in FIELDS.items()}
    return CaseState(name, tuple(field for field, value in values.items() if value is UNKNOWN), tuple(field for field, value in values.items() if value is None),
                     tuple(terms_of(case, "jurisdiction", library)), case.review_by)


def _value(case: CaseStudy, place: tuple[str, ...]) -> object:
    """What stands in a field; a part of what is left out is left out."""
    value: object = case
    for step in place:
        value = getattr(value, step) if value is not None and value is not UNKNOWN else value
    return value


def only(found: State, place: str) -> State:
    """The cases of a jurisdiction, with their own texts and addresses."""
    cases = tuple(case for case in found.cases if place in case.places)
    mine = {("case_study", case.id) for case in cases}
    texts = {record: said for record, said in found.texts.items() if record in mine}
    addresses = {url: records for url, records in found.addresses.items() if mine & set(records)}
    return replace(found, cases=cases, texts=texts, addresses=addresses)
