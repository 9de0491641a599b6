"""The engagement reports as a table: one row for each action, partnership and request, in one language."""

from __future__ import annotations

from collections.abc import Iterator

from ..pages.reader import Reader
from ..pages.reporting_back import latest
from ..pages.tallies import member
from ..records.engagement_report import EngagementReport
from ..records.fields import Bilingual
from ..records.values import PartialDate
from ..site import Site
from . import spreadsheet

COLUMNS = ("report", "member", "jurisdiction", "first-month", "last-month", "entry", "kind", "text", "language", "audience", "reached", "date", "case")


def file(site: Site, language: str) -> tuple[str, str]:
    """Path and text of the table in a language."""
    path = site.routes.files["engagement-reports"][language]
    reader = Reader(site, language, path)
    rows = [_row(reader, name, entry) for name in latest(site) for entry in _entries(reader, site.library.engagement_reports[name])]
    return path, spreadsheet.table([reader.t(f"csv.{column}") for column in COLUMNS], rows)


def _row(reader: Reader, name: str, entry: dict[str, str]) -> list[str]:
    """A row says whose report it belongs to; columns that an entry does not have stay empty."""
    report, library = reader.site.library.engagement_reports[name], reader.site.library
    whose = report.member.jurisdiction or library.organizations[report.member.organization].jurisdiction
    cells = {"report": name, "member": str(member(reader, report.member)), "jurisdiction": whose,
             "first-month": str(report.period.started), "last-month": str(report.period.ended), **entry}
    return [cells.get(column, "") for column in COLUMNS]


def _entries(reader: Reader, report: EngagementReport) -> Iterator[dict[str, str]]:
    for action in report.actions or ():
        yield {"entry": reader.t("csv.action"), "kind": reader.t(f"choice.action.kind.{action.kind}"), **_said(reader, action.what),
               "audience": action.audience.within(reader.language)[0], "reached": str(action.reached) if isinstance(action.reached, int) else reader.t("csv.unknown"),
               "date": str(action.date) if isinstance(action.date, PartialDate) else reader.t("unknown.word")}
    for partnership in report.partnerships or ():
        published = partnership.case in reader.site.library.case_studies
        yield {"entry": reader.t("csv.partnership"), "kind": reader.t(f"choice.partnership.kind.{partnership.kind}"),
               **_said(reader, partnership.what), "case": partnership.case if published else ""}
    for request in report.asked_of_council or ():
        yield {"entry": reader.t("csv.request"), **_said(reader, request)}


def _said(reader: Reader, text: Bilingual) -> dict[str, str]:
    """A text as it was typed, with the language that it is really in."""
    value, language = text.within(reader.language)
    return {"text": value, "language": language}
