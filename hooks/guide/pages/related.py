"""Cases to read next, each with its reason: those that the record names, then those that share something."""

from __future__ import annotations

from collections import Counter
from heapq import nsmallest
from itertools import chain

from markupsafe import Markup

from ..records.case_study import CaseStudy, Relation
from ..site import Site
from .lists import Card, card
from .reader import Reader

MOST = 5
# A shared partner counts two, a shared service one: one common service alone says too little.
ENOUGH = 2


def relations(reader: Reader, name: str, case: CaseStudy) -> list[Card]:
    """The related cases of a case. Records that are not published are passed over."""
    site = reader.site
    named = [card(reader, relation.case, reader.text(relation.reason)) for relation in _named(site, case)]
    return named + [card(reader, other, reader.shared(_reason, *_shared(site, case, other))) for other in site.once(_closest, name)]


def neighbours(site: Site, name: str) -> list[str]:
    """The ids of the related cases of a case, in the order of the list."""
    return [relation.case for relation in _named(site, site.library.case_studies[name])] + site.once(_closest, name)


def _named(site: Site, case: CaseStudy) -> list[Relation]:
    return [relation for relation in case.related if relation.case in site.library.case_studies]


def _closest(site: Site, name: str) -> list[str]:
    """The cases that follow those that the record names: the ones that share most, found through what they share."""
    case = site.library.case_studies[name]
    partners = [dict.fromkeys(site.cases_by_organization[partner.organization]) for partner in case.partners]
    services = [dict.fromkeys(site.cases_by_term.get(("service", service), ())) for service in case.services or ()]
    scores = Counter(chain.from_iterable([*partners, *partners, *services]))  # a case stands in it once for each point
    taken = {name, *(relation.case for relation in case.related)}
    enough = [(-score, other) for other, score in scores.items() if score >= ENOUGH and other not in taken]
    return [other for _, other in nsmallest(max(0, MOST - len(_named(site, case))), enough)]


def _shared(site: Site, case: CaseStudy, other: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The partners and the services that two cases have in common."""
    candidate = site.library.case_studies[other]
    theirs = {partner.organization for partner in candidate.partners}
    partners = tuple(partner.organization for partner in case.partners if partner.organization in theirs)
    return partners, tuple(service for service in case.services or () if service in (candidate.services or ()))


def _reason(reader: Reader, partners: tuple[str, ...], services: tuple[str, ...]) -> Markup:
    organizations = reader.site.library.organizations
    shared = []
    if partners:
        names = reader.listed([reader.text(organizations[partner].name) for partner in partners])
        shared.append(reader.around("related.same-partner", n=len(partners), names=names))
    if services:
        names = reader.listed([reader.label("service", service) for service in services])
        shared.append(reader.around("related.same-service", n=len(services), names=names))
    return Markup(" ").join(shared)
