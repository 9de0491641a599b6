"""Reporting back: what members are asked to report, the totals, each report, and a summary of one page for the council."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from ..records.engagement_report import Action, EngagementReport, Partnership
from ..routes import relative
from ..site import Site
from .filing import Filing, basis, filing
from .lists import page_link
from .page import Link, Page, Planned, Section
from .reader import Phrase, Reader
from .tallies import COLUMNS, Cell, Table, by_member, by_period, everything, member, period

# The page written by hand on what members are asked to do; a small Guide does not have it.
STRATEGY = "engagement-strategy"
# The printed lines that the summary has for members and requests on its one page (letter paper), how many of them members
# may take, and about how many characters fit on a line of each.
ROOM, ROOM_OF_MEMBERS, MEMBER_LINE, REQUEST_LINE = 31, 24, 28, 100


class ShownAction(NamedTuple):
    kind: str
    what: Phrase
    audience: Phrase
    reached: str
    date: str


class ShownPartnership(NamedTuple):
    kind: str
    what: Phrase
    case: Link | None


class Report(NamedTuple):
    """One report, as it was filed."""

    id: str
    member: Phrase
    period: str
    actions: list[ShownAction]
    partnerships: list[ShownPartnership]
    requests: list[Phrase]
    basis: Markup | str
    is_draft: bool


class View(NamedTuple):
    title: str
    lead: str
    strategy: Link | None
    tables: list[Table]
    reports: list[Report]
    csv: Link
    summary: Link
    filing: Filing


class Request(NamedTuple):
    text: Phrase
    member: Phrase
    period: str


class SummaryView(NamedTuple):
    """The summary. `more_*` say what did not fit on the page."""

    title: str
    lead: str
    figures: list[tuple[Cell, str]]
    members: Table | None
    more_members: str
    requests: list[Request]
    more_requests: str
    back: Link


def plan(site: Site, language: str) -> Iterator[Planned]:
    yield Planned.of(site, language, "page", "reporting-back", _page)
    yield Planned.of(site, language, "page", "reporting-back-summary", _summary)


def latest(site: Site) -> list[str]:
    """The ids of the reports, the latest period first."""
    reports = site.library.engagement_reports
    return sorted(sorted(reports), key=lambda name: (str(reports[name].period.ended), str(reports[name].period.started)), reverse=True)


def _page(site: Site, language: str) -> Page:
    path = site.routes.path("page", "reporting-back", language)
    reader = Reader(site, language, path)
    reports = site.library.engagement_reports
    csv = relative(site.routes.files["engagement-reports"][language], path)
    view = View(
        title=reader.words("nav.reporting-back"), lead=reader.words("reporting.lead"),
        strategy=Link(reader.link("page", STRATEGY), reader.set(site.handwritten[STRATEGY][language].title)) if STRATEGY in site.handwritten else None,
        tables=[by_member(reader), by_period(reader)] if reports else [],
        reports=[_report(reader, name, reports[name]) for name in latest(site)], csv=Link(csv, reader.words("reporting.csv")),
        summary=page_link(reader, "reporting-back-summary"), filing=filing(reader, "engagement_report"),
    )
    sections = [Section("asked", reader.words("reporting.asked")), Section("totals", reader.words("reporting.totals"))]
    sections += [Section("reports", reader.words("reporting.reports"))] if reports else []
    return Page("page", "reporting-back", language, path, view.title, view.lead, "pages/reporting_back.html", view,
                (*sections, Section("file", reader.words("filing.title"))), (page_link(reader, "home"), page_link(reader, "engagement")), modified=_modified(site),
                borrows=reader.borrows, section_key="engagement")


def _modified(site: Site):
    """The last approval, which is what changes these pages; without any, the last change of the Guide."""
    dates = [report.consent.approved_on for report in site.library.engagement_reports.values() if report.is_published]
    return max(dates, default=site.modified())


def _report(reader: Reader, name: str, report: EngagementReport) -> Report:
    return Report(
        id=f"report-{name}", member=member(reader, report.member), period=period(reader, report.period),
        actions=[_action(reader, action) for action in report.actions or ()],
        partnerships=[_partnership(reader, partnership) for partnership in report.partnerships or ()],
        requests=[reader.text(request) for request in report.asked_of_council or ()],
        basis=basis(reader, report.consent), is_draft=not report.is_published,
    )


def _action(reader: Reader, action: Action) -> ShownAction:
    reached = reader.words("reporting.reached", number=reader.number(action.reached), n=action.reached) if isinstance(
        action.reached, int) else reader.words("reporting.reached-not-known")
    return ShownAction(reader.words(f"choice.action.kind.{action.kind}"), reader.text(action.what), reader.text(action.audience), reached, reader.moment(action.date))


def _partnership(reader: Reader, partnership: Partnership) -> ShownPartnership:
    """A case that is itself a draft is not named."""
    case = reader.site.library.case_studies.get(partnership.case or "")
    link = Link(reader.link("case_study", partnership.case), reader.text(case.title)) if case else None
    return ShownPartnership(reader.words(f"choice.partnership.kind.{partnership.kind}"), reader.text(partnership.what), link)


# --- the summary for the council -----------------------------------------------------------------------------

def _summary(site: Site, language: str) -> Page:
    path = site.routes.path("page", "reporting-back-summary", language)
    reader = Reader(site, language, path)
    requests = [_request(reader, name, text) for name in latest(site) for text in site.library.engagement_reports[name].asked_of_council or ()]
    table = by_member(reader) if site.library.engagement_reports else None
    lines = sum(max(2, math.ceil(len(str(row.head)) / MEMBER_LINE)) for row in table.rows) if table else 0
    fits = 0 < lines <= ROOM_OF_MEMBERS
    shown = _that_fit(requests, ROOM - lines if fits else ROOM)
    view = SummaryView(
        title=reader.words("nav.reporting-back-summary"), lead=_covered(reader, table), figures=_figures(reader),
        members=table if fits else None, more_members=reader.words("council.many-members") if table and not fits else "",
        requests=shown, more_requests=reader.words("council.more-requests", n=len(requests) - len(shown)) if shown != requests else "",
        back=page_link(reader, "reporting-back"),
    )
    return Page("page", "reporting-back-summary", language, path, view.title, reader.words("council.description"), "pages/reporting_back_summary.html",
                view, (), tuple(page_link(reader, key) for key in ("home", "engagement", "reporting-back")), modified=_modified(site), borrows=reader.borrows,
                section_key="engagement")


def _that_fit(requests: list[Request], room: int) -> list[Request]:
    """The first requests that a number of printed lines has room for."""
    shown = []
    for request in requests:
        room -= 2 + len(str(request.text)) // REQUEST_LINE
        if room < 0:
            break
        shown.append(request)
    return shown


def _covered(reader: Reader, table: Table | None) -> str:
    """How many reports the summary rests on, whose, and for which months."""
    reports = list(reader.site.library.engagement_reports.values())
    if table is None:
        return reader.words("council.none")
    first, last = min(report.period.started for report in reports), max(report.period.ended for report in reports)
    return reader.words("council.covers", reports=reader.words("count.reports", n=len(reports)), members=reader.words("count.members", n=len(table.rows)),
                        first=reader.moment(first), last=reader.moment(last))


def _figures(reader: Reader) -> list[tuple[Cell, str]]:
    if not reader.site.library.engagement_reports:
        return []
    return [(cell, reader.words(f"reporting.column.{column}")) for column, cell in zip(COLUMNS, everything(reader).cells)]


def _request(reader: Reader, name: str, text) -> Request:
    report = reader.site.library.engagement_reports[name]
    return Request(reader.text(text), member(reader, report.member), period(reader, report.period))
