"""Dates that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..library import Library
from ..records.values import PartialDate

if TYPE_CHECKING:
    from ..records.case_study import CaseStudy


def findings(library: Library) -> Iterator[Finding]:
    for name, case in library.each("case_study"):
        if is_before(case.ended, case.started):
            yield library.finding("case_study", name, ("ended",), "ended-before-started", started=str(case.started))
        if is_before(case.review_by, case.reviewed.on):
            yield library.finding("case_study", name, ("review_by",), "review-before-check", reviewed=str(case.reviewed.on))
        yield from _changes(library, name, case)


def _changes(library: Library, name: str, case: CaseStudy) -> Iterator[Finding]:
    """The newest change stands first: it is the date that readers see."""
    for index, (newer, older) in enumerate(zip(case.changes, case.changes[1:])):
        if is_before(newer.on, older.on):
            yield library.finding("case_study", name, ("changes", index + 1, "on"), "changes-order")


def is_before(one: object, other: object) -> bool:
    """Whether one date is certainly before another: an unknown month or day does not count."""
    if not (isinstance(one, PartialDate) and isinstance(other, PartialDate)):
        return False
    pairs = zip((one.year, one.month, one.day), (other.year, other.month, other.day))
    for a, b in pairs:
        if not a or not b:
            return False
        if a != b:
            return a < b
    return False
