"""Cases to read next, each with its reason: those that the record names, then those that share something."""

from __future__ import annotations

from markupsafe import Markup

from ..records.case_study import CaseStudy, Relation
from .lists import Card, card
from .reader import Reader

MOST = 5
# A shared partner counts two, a shared service one: one common service alone says too little.
ENOUGH = 2


def relations(reader: Reader, name: str, case: CaseStudy) -> list[Card]:
    """The related cases of a case. Records that are not published are passed over."""
    cases = reader.site.library.case_studies
    named = [card(reader, relation.case, reader.text(relation.reason)) for relation in _named(cases, case)]
    return named + [card(reader, other, _reason(reader, partners, services)) for other, partners, services in _closest(cases, name)]


def neighbours(cases: dict[str, CaseStudy], name: str) -> list[str]:
    """The ids of the related cases of a case, in the order of the list."""
    return [relation.case for relation in _named(cases, cases[name])] + [other for other, _, _ in _closest(cases, name)]


def _named(cases: dict[str, CaseStudy], case: CaseStudy) -> list[Relation]:
    return [relation for relation in case.related if relation.case in cases]


def _closest(cases: dict[str, CaseStudy], name: str) -> list[tuple[str, list[str], list[str]]]:
    """The cases that follow those that the record names, with what they share."""
    case = cases[name]
    taken = {name, *(relation.case for relation in case.related)}
    return _sharing(cases, case, taken)[: max(0, MOST - len(_named(cases, case)))]


def _sharing(cases: dict[str, CaseStudy], case: CaseStudy, taken: set[str]) -> list[tuple[str, list[str], list[str]]]:
    """Cases that share partners or services, the closest first, with what they share."""
    scored = []
    for other, candidate in cases.items():
        if other in taken:
            continue
        partners = [p.organization for p in case.partners if p.organization in {q.organization for q in candidate.partners}]
        services = [term for term in case.services or () if term in (candidate.services or ())]
        score = 2 * len(partners) + len(services)
        if score >= ENOUGH:
            scored.append((-score, other, partners, services))
    return [(other, partners, services) for _, other, partners, services in sorted(scored)]


def _reason(reader: Reader, partners: list[str], services: list[str]) -> Markup:
    organizations = reader.site.library.organizations
    shared = []
    if partners:
        names = reader.listed([reader.text(organizations[partner].name) for partner in partners])
        shared.append(reader.around("related.same-partner", n=len(partners), names=names))
    if services:
        names = reader.listed([reader.label("service", service) for service in services])
        shared.append(reader.around("related.same-service", n=len(services), names=names))
    return Markup(" ").join(shared)
