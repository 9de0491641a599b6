"""A record published without an approval cites a source for every section that it fills, and says which kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..library import Library
from ..records.fields import Record
from ..records.values import UNKNOWN

if TYPE_CHECKING:
    from ..records.case_study import CaseStudy

# Each result names its own source.
SECTIONS = ("problem", "approach", "success_factors", "challenges", "what_did_not_work", "lessons", "replication")


def findings(library: Library) -> Iterator[Finding]:
    for name, case in library.each("case_study"):
        if case.consent is None:
            yield library.finding("case_study", name, ("consent",), "no-consent", "warning")
        elif case.consent.basis in ("public-sources", "council-documents"):
            yield from _uncited(library, name, case)
            yield from _kept_by_a_council(library, name, case)


def _kept_by_a_council(library: Library, name: str, case: CaseStudy) -> Iterator[Finding]:
    """A paper that nobody else can read is told by the basis, and only then."""
    kept = [index for index, source in enumerate(case.sources) if source.held_by]
    if case.consent.basis == "public-sources":
        for index in kept:
            yield library.finding("case_study", name, ("sources", index, "held_by"), "source-not-public")
    elif not kept:
        yield library.finding("case_study", name, ("consent", "basis"), "no-council-document")


def _is_filled(value: object) -> bool:
    """Whether a section says anything. The parts of a replication may all be unknown."""
    parts = dict(value).values() if isinstance(value, Record) else (value,)
    return any(part is not None and part is not UNKNOWN for part in parts)


def _uncited(library: Library, name: str, case: CaseStudy) -> Iterator[Finding]:
    supported = {field for source in case.sources for field in source.supports}
    for section in SECTIONS:
        if section not in supported and _is_filled(getattr(case, section)):
            yield library.finding("case_study", name, (section,), "no-source", section=section)
    used = {result.source for result in case.results or ()}
    for index, source in enumerate(case.sources):
        if source.id in used and "results" not in source.supports:
            yield library.finding("case_study", name, ("sources", index, "supports"), "source-without-results", source=source.id)
