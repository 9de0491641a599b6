"""The parts of a case that its own page and comparisons show: a section with its text, or with an honest gap; a result."""

from __future__ import annotations

from typing import NamedTuple


from ..records.case_study import CaseStudy, Result
from ..records.fields import Bilingual
from ..records.values import UNKNOWN
from .page import Link
from .reader import Phrase, Reader

# What a part of a case is called, where its page has no heading for it.
_PARTS = {"title": "column.title", "summary": "column.summary", "consent": "case.basis"}


class Shown(NamedTuple):
    """A section of the page: its heading, and paragraphs or points or, honestly, the sentence for a gap."""

    id: str
    title: str
    body: Phrase | None = None
    points: tuple[Phrase, ...] = ()
    gap: str = ""


class ShownResult(NamedTuple):
    statement: Phrase
    figure: str
    unit: Phrase | str
    year: str
    source: Link


def part_name(reader: Reader, field: str) -> str:
    """What a reader calls a field of a case that holds texts."""
    return reader.words(_PARTS.get(field, f"case.{field.replace('_', '-')}"))


def section(reader: Reader, case: CaseStudy, field: str) -> Shown | None:
    """A section with its text, or with the sentence for what nobody knows; None if the record leaves it out."""
    value, anchor = getattr(case, field), field.replace("_", "-")
    if value is None:
        return None
    title = reader.words(f"case.{anchor}")
    if value is UNKNOWN:
        return Shown(anchor, title, gap=reader.words(f"unknown.{anchor}"))
    if isinstance(value, Bilingual):
        return Shown(anchor, title, body=reader.text(value))
    return Shown(anchor, title, points=tuple(reader.text(point) for point in value))


def replication(reader: Reader, case: CaseStudy) -> list[Shown]:
    """What the record says about replicating the case, part by part."""
    parts = []
    for field in type(case.replication).model_fields if case.replication else ():
        value = getattr(case.replication, field)
        if value is not None:
            gap = reader.words("unknown.replication") if value is UNKNOWN else ""
            parts.append(Shown(f"replication-{field}", reader.words(f"case.replication.{field}"),
                               body=None if gap else reader.text(value), gap=gap))
    return parts


def result(reader: Reader, case: CaseStudy, found: Result, page: str = "") -> ShownResult:
    """A result with its figure, its year and its source. `page` leads to the case from where the result is shown."""
    source = next(source for source in case.sources if source.id == found.source)
    figure = ""
    if found.figure is not None:
        figure = reader.number(found.figure)
        if found.qualifier:
            figure = reader.words(f"qualifier.{found.qualifier}", figure=figure)
    return ShownResult(
        statement=reader.text(found.statement), figure=figure, unit=reader.text(found.unit) if found.unit else "",
        year=str(found.year) if found.year else reader.words("unknown.year"),
        source=Link(f"{page}#source-{source.id}", reader.document(source)),
    )
