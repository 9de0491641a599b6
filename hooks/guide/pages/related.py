"""Cases to read next, each with its reason: those that the record names, then those that share something."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_

from markupsafe import Markup

from ..records.case_study import CaseStudy, Relation
from ..site import Site
from ..texts import Once
from .lists import Card, card
from .reader import Reader

MOST = 5
# A shared partner counts two, a shared service one: one common service alone says too little.
ENOUGH = 2


def relations(reader: Reader, name: str, case: CaseStudy) -> list[Card]:
    """The related cases of a case. Records that are not published are passed over."""
    site = reader.site
    named = [card(reader, relation.case, reader.text(relation.reason)) for relation in _named(site, case)]
    return named + [card(reader, other, _reason(reader, case, other)) for other in site.once(_closest, name)]


def neighbours(site: Site, name: str) -> list[str]:
    """The ids of the related cases of a case, in the order of the list."""
    return [relation.case for relation in _named(site, site.library.case_studies[name])] + site.once(_closest, name)


def _named(site: Site, case: CaseStudy) -> list[Relation]:
    return [relation for relation in case.related if relation.case in site.library.case_studies]


def _closest(site: Site, name: str) -> list[str]:
    """The cases that follow those that the record names: the ones that share most, by their ids where they share as much."""
    case, sets = site.library.case_studies[name], site.once(_Sets)
    places: list[int] = []
    for partner in case.partners:
        _count(places, sets.partners[partner.organization], 1)
    for service in case.services or ():
        _count(places, sets.services[service], 0)
    left = sets.all & ~sets.of({name, *(relation.case for relation in case.related)})
    most, found = max(0, MOST - len(_named(site, case))), []
    for score in range((1 << len(places)) - 1, ENOUGH - 1, -1):
        if len(found) == most:
            break
        there = left
        for place, bits in enumerate(places):
            there &= bits if score >> place & 1 else ~bits
        while there and len(found) < most:
            found.append(sets.names[(there & -there).bit_length() - 1])
            there &= there - 1
    return found


class _Sets:
    """Sets of cases, each a number with one bit for each case, in the order of the ids: what many cases share is then counted
    for all of them at once, however many there are."""

    def __init__(self, site: Site) -> None:
        self.names = sorted(site.library.case_studies)
        self.bits = {name: 1 << place for place, name in enumerate(self.names)}
        self.all = (1 << len(self.names)) - 1
        self.partners = Once(lambda organization: self.of(site.cases_by_organization[organization]))
        self.services = Once(lambda service: self.of(site.cases_by_term.get(("service", service), ())))

    def of(self, names: Iterable[str]) -> int:
        """The set of some cases. Those that are not published are passed over."""
        return reduce(or_, (self.bits.get(name, 0) for name in names), 0)


def _count(places: list[int], cases: int, place: int) -> None:
    """Count each case of a set once more, at a binary place; `places` holds, for each place of the sum, the cases that have a 1 there.

    >>> places = []
    >>> for cases in (0b011, 0b110):
    ...     _count(places, cases, 0)
    >>> places
    [5, 2]
    """
    while cases:
        places.extend([0] * (place + 1 - len(places)))
        places[place], cases = places[place] ^ cases, places[place] & cases
        place += 1


def _reason(reader: Reader, case: CaseStudy, other: str) -> Markup:
    """The partners and the services that two cases have in common."""
    candidate = reader.site.library.case_studies[other]
    theirs, services = [partner.organization for partner in candidate.partners], candidate.services or ()
    partners = [partner.organization for partner in case.partners if partner.organization in theirs]
    both = [service for service in case.services or () if service in services]
    reasons = [reader.shared(reason, *common) for reason, common in ((_same_partners, partners), (_same_services, both)) if common]
    return Markup(" ".join(reasons))


def _same_partners(reader: Reader, *partners: str) -> Markup:
    organizations = reader.site.library.organizations
    return reader.around("related.same-partner", n=len(partners), names=reader.listed([reader.text(organizations[partner].name) for partner in partners]))


def _same_services(reader: Reader, *services: str) -> Markup:
    return reader.around("related.same-service", n=len(services), names=reader.listed([reader.label("service", service) for service in services]))
