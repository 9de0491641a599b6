"""The ready comparison of each case: one table with the case and its first two related cases, one topic per row.

Every comparison has the same rows in the same order, so that a script can put the columns of several pages side by
side (templates/components/compare.js). A case without related cases stands alone, and its page says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from ..records.case_study import CaseStudy
from ..records.values import UNKNOWN
from ..site import Site
from .glance import facts
from .lists import page_link
from .page import Link, Page, Planned
from .reader import Phrase, Reader
from .related import neighbours
from .sections import Shown, ShownResult, replication, result, section

BESIDE = 2
LEARNING = ("success_factors", "what_did_not_work", "lessons")
REPLICATION = ("effort", "cost", "conditions")


class Cell(NamedTuple):
    """What is known of a case on a topic: answers, a text, points or results, or the sentence for a gap."""

    answers: Markup | str = ""
    note: Phrase | Markup | str = ""
    body: Phrase | None = None
    points: tuple[Phrase, ...] = ()
    results: tuple[ShownResult, ...] = ()
    gap: str = ""


class Column(NamedTuple):
    """A case with its cells, one for each topic."""

    id: str
    link: Link
    cells: list[Cell]


class Table(NamedTuple):
    topics: list[str]
    columns: list[Column]


class View(NamedTuple):
    title: Phrase | Markup
    lead: str
    table: Table
    choose: Link


def plan(site: Site, language: str) -> Iterator[Planned]:
    for name in site.library.case_studies:
        yield Planned.of(site, language, "comparison", name, _page, name)


def compared(site: Site, name: str) -> list[str]:
    """The ids of the cases that the ready comparison of a case shows: itself first."""
    return [name, *neighbours(site, name)[:BESIDE]]


def _page(site: Site, language: str, name: str) -> Page:
    cases, path = site.library.case_studies, site.routes.path("comparison", name, language)
    reader, names = Reader(site, language, path), compared(site, name)
    title, plain = reader.text(cases[name].title), reader.plain(cases[name].title)
    view = View(
        title=reader.around("comparison.title", case=title),
        lead=reader.words("comparison.lead" if len(names) > 1 else "comparison.alone"),
        table=Table(reader.shared(_topics), [_column(reader, other, cases[other]) for other in names]),
        choose=Link(f"{reader.link('page', 'compare')}?cases={','.join(names)}", reader.words("comparison.choose")),
    )
    return Page(
        kind="comparison", key=name, language=language, path=path, title=reader.words("comparison.title", case=plain),
        description=reader.words("comparison.description", case=plain), template="pages/comparison.html", view=view,
        breadcrumb=(page_link(reader, "home"), page_link(reader, "cases"), Link(reader.link("case_study", name), title)),
        modified=site.modified(names), borrows=reader.borrows, is_draft=any(not cases[other].is_published for other in names),
        section_key="cases", is_searched=False,
    )


def _topics(reader: Reader) -> list[str]:
    """The questions, which are the same for every case."""
    case = next(iter(reader.site.library.case_studies.values()))
    sections = [f"case.{field.replace('_', '-')}" for field in ("results", *LEARNING)]
    parts = [f"case.replication.{field}" for field in REPLICATION]
    return [fact.label for fact in facts(reader, case)] + [reader.words(key) for key in ("comparison.summary", *sections, *parts)]


def _column(reader: Reader, name: str, case: CaseStudy) -> Column:
    address = reader.link("case_study", name)
    before, behind = reader.shared(_cells, name)
    return Column(name, Link(address, reader.text(case.title)), [*before, _results(reader, case, address), *behind])


def _cells(reader: Reader, name: str) -> tuple[list[Cell], list[Cell]]:
    """What stands above and below the results. Only those lead to the case's own page, and differ from page to page."""
    case = reader.site.library.case_studies[name]
    parts = {part.id: part for part in replication(reader, case)}
    before = [*(Cell(answers=fact.answers, note=fact.note) for fact in facts(reader, case)), Cell(body=reader.text(case.summary))]
    behind = [_cell(reader, section(reader, case, field)) for field in LEARNING]
    return before, behind + [_cell(reader, parts.get(f"replication-{field}")) for field in REPLICATION]


def _results(reader: Reader, case: CaseStudy, address: str) -> Cell:
    if case.results is UNKNOWN:
        return Cell(gap=reader.words("unknown.results"))
    return Cell(results=tuple(result(reader, case, found, address) for found in case.results))


def _cell(reader: Reader, shown: Shown | None) -> Cell:
    if shown is None:
        return Cell(gap=reader.words("unknown.left-out"))
    return Cell(body=shown.body, points=shown.points, gap=shown.gap)
