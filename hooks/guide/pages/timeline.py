"""The timeline of the Guide and of the group behind it, drawn from the milestones, with the same content as a table."""

from __future__ import annotations

from typing import NamedTuple


from ..records.milestone import KINDS, Milestone
from ..records.values import PartialDate
from .page import Link
from .reader import Phrase, Reader

# The drawing, in its own units: a lane for each kind, a column for each month, room for two dots side by side.
_LEFT, _TOP, _LANE, _MONTH, _CLOSEST = 150, 34, 44, 13, 24


class Row(NamedTuple):
    """A milestone in the table, with the number that its dot carries."""

    number: int
    date: str
    kind: str
    title: Phrase
    where: str
    body: Phrase | str
    what: list[Phrase]
    note: str
    sources: list[Link]


class Dot(NamedTuple):
    """A milestone in the drawing."""

    number: int
    name: str
    href: str
    x: int
    y: int


class Lane(NamedTuple):
    label: str
    y: int


class Year(NamedTuple):
    label: str
    x: int


class Timeline(NamedTuple):
    """What the component shows. `years` are the marks of the drawing, from left to right."""

    rows: list[Row]
    dots: list[Dot]
    lanes: list[Lane]
    years: list[Year]
    width: int
    height: int


def timeline(reader: Reader) -> Timeline:
    """Every milestone in the order of its date; of two dates, the less exact one comes last."""
    milestones = sorted(reader.site.library.milestones.values(), key=_when)
    dated = [milestone for milestone in milestones if milestone.date]
    first = min((milestone.date.year for milestone in dated), default=0)
    last = max((milestone.date.year for milestone in dated), default=first)
    numbered = list(enumerate(milestones, 1))
    return Timeline(
        rows=[_row(reader, number, milestone) for number, milestone in numbered],
        dots=_dots(reader, numbered, first),
        lanes=[Lane(reader.words(f"timeline.kind.{kind}"), _y(kind)) for kind in KINDS],
        years=[Year(str(year), _LEFT + (year - first) * 12 * _MONTH) for year in range(first, last + 2)],
        width=_LEFT + (last - first + 1) * 12 * _MONTH + 2 * _MONTH, height=_TOP + len(KINDS) * _LANE + 10,
    )


def _when(milestone: Milestone) -> tuple:
    date = milestone.date
    return (date.year, date.month or 13, date.day or 32) if isinstance(date, PartialDate) else (9999,)


def _y(kind: str) -> int:
    return _TOP + KINDS.index(kind) * _LANE + _LANE // 2


def _dots(reader: Reader, numbered: list[tuple[int, Milestone]], first: int) -> list[Dot]:
    """One dot for each dated milestone, at its month; a dot that would cover its neighbour of the lane moves to the right."""
    dots, ends = [], dict.fromkeys(KINDS, 0)
    for number, milestone in numbered:
        if milestone.date:
            months = (milestone.date.year - first) * 12 + (milestone.date.month or 12) - 1
            x = max(_LEFT + months * _MONTH + _MONTH // 2, ends[milestone.kind] + _CLOSEST)
            ends[milestone.kind] = x
            name = reader.words("timeline.dot", n=number, date=reader.moment(milestone.date), title=reader.plain(milestone.title))
            dots.append(Dot(number, name, f"#milestone-{number}", x, _y(milestone.kind)))
    return dots


def _row(reader: Reader, number: int, milestone: Milestone) -> Row:
    bodies = reader.site.library.bodies
    return Row(
        number=number, date=reader.moment(milestone.date), kind=reader.words(f"timeline.kind.{milestone.kind}"),
        title=reader.text(milestone.title), where=reader.plain(milestone.place) if milestone.place else "",
        body=reader.text(bodies[milestone.body].name) if milestone.body else "",
        what=[reader.text(point) for point in milestone.what],
        note=reader.words("timeline.from-figure") if milestone.read_from_figure else "",
        sources=[_source(reader, source) for source in milestone.sources],
    )


def _source(reader: Reader, source) -> Link:
    return Link(source.url or "", reader.document(source))
