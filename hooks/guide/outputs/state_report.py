"""The state of the Guide for maintainers, as text, Markdown or JSON: the page's own tables, then what is late and case by case.

Only here a day counts: a review is late on a day, and the site has no clock.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from ..pages.reader import Reader
from ..pages.state import Listed, behind, failing, record_link
from ..pages.state_tables import Cell, Row, Table, figures, tables
from ..records.values import PartialDate
from ..site import Site
from ..state import State
from . import state_data


def as_json(reader: Reader, found: State, on: PartialDate, with_drafts: bool) -> str:
    """The data of the page (api/v1/state.json), with the day and what is late on it."""
    whole: dict[str, Any] = {"on": str(on), "with_drafts": with_drafts, "overdue": found.overdue(on), "state": state_data.plain(reader.site, found)}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def as_text(reader: Reader, found: State, on: PartialDate, with_drafts: bool) -> str:
    """For a terminal: columns of an even width."""
    return "\n".join(part for heading, body in _parts(reader, found, on, with_drafts) for part in ("", heading, "=" * len(heading), *_lines(body, _columns)))[1:]


def as_markdown(reader: Reader, found: State, on: PartialDate, with_drafts: bool) -> str:
    """For an issue or the summary of a workflow."""
    parts = [(f"{'##' if number else '#'} {heading}", body) for number, (heading, body) in enumerate(_parts(reader, found, on, with_drafts))]
    return "\n".join(part for heading, body in parts for part in (heading, "", *_lines(body, _piped, _escaped), ""))


def _parts(reader: Reader, found: State, on: PartialDate, with_drafts: bool) -> list[tuple[str, list[str | Table]]]:
    """Heading and content of each part."""
    head = [reader.words("report.on", date=reader.moment(on)), *([reader.words("report.with-drafts")] if with_drafts else [])]
    parts: list[tuple[str, list[str | Table]]] = [
        (reader.words("nav.state"), [*head, *(f"- {reader.words('report.figure', name=label, number=figure.text)}" for label, figure in figures(reader, found))])]
    lists = {"languages": behind(reader, found), "links": failing(reader, found)}
    for table in tables(reader, found):
        parts.append((table.title, [table.text, table, *_listed(lists.get(table.id, []))]))
    parts.append((reader.words("report.overdue"), _overdue(reader, found, on)))
    parts.append((reader.words("report.cases"), [reader.words("report.cases.text"), _case_by_case(reader, found)]))
    return parts


def _overdue(reader: Reader, found: State, on: PartialDate) -> list[str]:
    by_id = {case.id: case for case in found.cases}
    late = [f"- {record_link(reader, 'case_study', name).text} ({name}), {reader.words('report.overdue.since', date=reader.moment(by_id[name].review_by))}"
            for name in found.overdue(on)]
    return late or [reader.words("report.overdue.none")]


def _case_by_case(reader: Reader, found: State) -> Table:
    def gaps(case) -> str:
        named = [(field, reader.words(f"state.field.{field}")) for field in case.gaps]
        return ", ".join(f"({word})" if field in case.left_out else word for field, word in named)

    rows = tuple(Row(case.id, (Cell(gaps(case)),)) for case in found.cases)
    return Table("cases", "", "", (reader.words("report.column.case"), reader.words("report.column.fields")), rows)


def _listed(items: list[Listed]) -> list[str]:
    return [f"- {item.link.text} ({'; '.join(item.notes)})" for item in items]


def _lines(body: list[str | Table], rows: Callable[[Table], list[str]], said: Callable[[str], str] = str) -> list[str]:
    """A table has an empty line before and behind it."""
    return [line for part in body for line in (["", *rows(part), ""] if isinstance(part, Table) else [said(part)])]


def _cells(table: Table) -> list[list[str]]:
    return [list(table.columns), *([str(row.head), *(cell.text for cell in row.cells)] for row in table.rows)]


def _columns(table: Table) -> list[str]:
    """The last column of words is not filled up."""
    rows = _cells(table)
    widths = [max(len(row[at]) for row in rows) for at in range(len(table.columns))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _piped(table: Table) -> list[str]:
    head, *rows = ([_escaped(cell).replace("|", r"\|") for cell in row] for row in _cells(table))
    return [f"| {' | '.join(row)} |" for row in (head, ["---", *["---:"] * (len(head) - 1)], *rows)]


def _escaped(line: str) -> str:
    """What records say, as letters: no links, no code, no tags.

    >>> print(_escaped("- *one* <b> [two](https://x.example)"))
    - \\*one\\* \\<b> \\[two\\](https://x.example)
    """
    return re.sub(r"[\\`*\[\]<]", lambda sign: f"\\{sign[0]}", line)


def reader_of(site: Site, language: str) -> Reader:
    """The reader of the page, so that the report has its words."""
    return Reader(site, language, site.routes.path("page", "state", language))
