"""Totals of engagement reports: only what members reported is added up, and what nobody knows is counted as not known."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from .. import formatting
from ..records.engagement_report import ACTIONS, PARTNERSHIPS, EngagementReport, Member, Period
from .reader import Phrase, Reader

COLUMNS = (*ACTIONS, "reached", *PARTNERSHIPS)


class Cell(NamedTuple):
    """A number, and what is to be said beside it."""

    number: str
    note: str = ""


class Row(NamedTuple):
    """What some reports add up to, cell by cell."""

    head: Phrase | str
    cells: list[Cell]


class Table(NamedTuple):
    """Totals by member or by period, with all reports together at the end."""

    id: str
    title: str
    corner: str
    columns: list[str]
    rows: list[Row]
    total: Row


def by_member(reader: Reader) -> Table:
    """A row for each member, in alphabetical order."""
    groups = _grouped(reader, lambda report: (report.member.organization or "", report.member.jurisdiction or ""))
    rows = [_row(reader, member(reader, reports[0].member), reports) for reports in groups.values()]
    return _table(reader, "member", sorted(rows, key=lambda row: formatting.alphabetical(str(row.head))))


def by_period(reader: Reader) -> Table:
    """A row for each period, the latest first."""
    groups = _grouped(reader, lambda report: (str(report.period.ended), str(report.period.started)))
    return _table(reader, "period", [_row(reader, period(reader, groups[key][0].period), groups[key]) for key in sorted(groups, reverse=True)])


def everything(reader: Reader) -> Row:
    """All reports together."""
    return _row(reader, reader.words("reporting.all"), list(reader.site.library.engagement_reports.values()))


def member(reader: Reader, who: Member) -> Phrase:
    """The name of a member: its organization, or its jurisdiction."""
    if who.organization:
        return reader.text(reader.site.library.organizations[who.organization].name)
    return reader.label("jurisdiction", who.jurisdiction)


def period(reader: Reader, when: Period) -> str:
    """The months of a period; one alone is said once."""
    first, last = reader.moment(when.started), reader.moment(when.ended)
    return first if first == last else f"{first} – {last}"


def _grouped(reader: Reader, key) -> dict[tuple, list[EngagementReport]]:
    groups: dict[tuple, list[EngagementReport]] = {}
    for report in reader.site.library.engagement_reports.values():
        groups.setdefault(key(report), []).append(report)
    return groups


def _table(reader: Reader, key: str, rows: list[Row]) -> Table:
    return Table(f"by-{key}", reader.words(f"reporting.by-{key}"), reader.words(f"reporting.{key}"),
                 [reader.words(f"reporting.column.{column}") for column in COLUMNS], rows, everything(reader))


def _row(reader: Reader, head: Phrase | str, reports: list[EngagementReport]) -> Row:
    actions = [action for report in reports for action in report.actions or ()]
    done = Counter(action.kind for action in actions)
    made = Counter(partnership.kind for report in reports for partnership in report.partnerships or ())
    counts = [Cell(reader.number(n)) for n in (*(done[kind] for kind in ACTIONS), *(made[kind] for kind in PARTNERSHIPS))]
    return Row(head, [*counts[:len(ACTIONS)], _reached(reader, [action.reached for action in actions]), *counts[len(ACTIONS):]])


def _reached(reader: Reader, reached: list) -> Cell:
    """The sum of the numbers that are known, and for how many actions none is."""
    known = [number for number in reached if isinstance(number, int)]
    unknown = len(reached) - len(known)
    return Cell(reader.number(sum(known)) if known or not reached else "–", reader.words("reporting.reached-unknown", n=unknown) if unknown else "")
