"""Exchange and engagement reports on the pages: order, totals, and how a draft is marked in the preview."""

from __future__ import annotations

import pytest

from guide.pages import exchange, partners, reporting_back, tallies
from guide.pages.reader import Reader
from guide.records.values import PartialDate
from tests.project import APPROVAL, ENGAGEMENT_REPORT, EXCHANGE_REPORT, pages_of

from .samples import edited, organization

PENDING = "consent:\n  basis: pending\n"


def exchange_report(name: str, month: str, consent: str = APPROVAL) -> dict[str, str]:
    return {f"guide_data/exchange_reports/{name}.yml": edited(EXCHANGE_REPORT, ("month: 2026-10", f"month: {month}"), (APPROVAL, consent))}


def engagement_report(name: str, started: str, ended: str, *changes: tuple[str, str]) -> dict[str, str]:
    text = edited(ENGAGEMENT_REPORT, ("started: 2026-04", f"started: {started}"), ("ended: 2026-09", f"ended: {ended}"), *changes)
    return {f"guide_data/engagement_reports/{name}.yml": text}


def cells(row: tallies.Row) -> list[tuple[str, str]]:
    return [(cell.number, cell.note) for cell in row.cells]


def test_reports_stand_with_the_latest_first(site_of):
    """Whatever their files are called."""
    site = site_of({**exchange_report("r-a", "2025-10"), **exchange_report("r-b", "2026-10"), **exchange_report("r-c", "2026-02"),
                    **engagement_report("r-a", "2026-01", "2026-03"), **engagement_report("r-b", "2026-04", "2026-06"), **engagement_report("r-c", "2026-05", "2026-06")})

    assert exchange.latest(site) == ["r-b", "r-c", "r-a"]
    assert reporting_back.latest(site) == ["r-c", "r-b", "r-a"]


def test_only_known_numbers_are_added_and_the_others_counted(site_of):
    """0 is a number; unknown is none; without any number there is no sum."""
    site = site_of({**engagement_report("r-a", "2026-01", "2026-03", ("reached: 40", "reached: 0")), **engagement_report("r-b", "2026-04", "2026-06", ("reached: 40", "reached: 1200")),
                    **engagement_report("r-c", "2026-07", "2026-09", ("reached: 40", "reached: unknown"))})
    table = tallies.by_period(Reader(site, "en", "en/x/"))

    assert [cells(row)[3] for row in table.rows] == [("–", "unknown: 2"), ("1,200", "unknown: 1"), ("0", "unknown: 1")]
    assert cells(table.total) == [("0", ""), ("3", ""), ("3", ""), ("1,200", "unknown: 4"), ("0", ""), ("3", ""), ("0", "")]
    assert len(table.columns) == len(table.total.cells)


def test_a_member_with_several_reports_has_one_row(site_of):
    """An organization and its jurisdiction are two members."""
    site = site_of({**engagement_report("r-a", "2026-01", "2026-03"), **engagement_report("r-b", "2026-04", "2026-06"),
                    **engagement_report("r-c", "2026-04", "2026-06", ("  organization: town\n", "  jurisdiction: CA-NS\n"))})
    table = tallies.by_member(Reader(site, "fr", "fr/x/"))

    assert [(str(row.head), cells(row)[1]) for row in table.rows] == [("Nouvelle-Écosse", ("1", "")), ("Ville de Springfield", ("2", ""))]


@pytest.mark.parametrize(("language", "one", "several"), [("en", "May 2026", "April 2026 – May 2026"), ("fr", "mai 2026", "avril 2026 – mai 2026")])
def test_a_period_of_one_month_is_said_once(reader_of, language, one, several):
    from guide.records.engagement_report import Period

    reader = reader_of(language)
    assert tallies.period(reader, Period(started="2026-05", ended="2026-05")).replace("\u00a0", " ") == one
    assert tallies.period(reader, Period(started="2026-04", ended="2026-05")).replace("\u00a0", " ") == several


def test_the_pages_were_modified_when_the_last_report_was_approved(site_of):
    """Not when a case changed: these pages hold no case."""
    site = site_of(engagement_report("r-a", "2026-01", "2026-03", ("approved_on: 2026-11-22", "approved_on: 2026-11-24")))

    assert {page.modified for page in pages_of(reporting_back, site, "en")} == {PartialDate(2026, 11, 24)}


def test_the_preview_shows_drafts_and_marks_them(site_of):
    """The page has the banner; lists say beside each point that it is one; a build has none of it."""
    files = {**exchange_report("r-a", "2026-10", PENDING), **engagement_report("r-b", "2026-01", "2026-03", (APPROVAL, ""))}
    preview, public = site_of(files, with_drafts=True), site_of(files)

    (page,) = [page for page in pages_of(exchange, preview, "en") if page.kind == "exchange_report"]
    assert page.is_draft and page.view.basis == "Not published. The approval of the administration is not recorded."
    (needs,) = pages_of(partners, preview, "en")
    assert [point.is_draft for point in (*needs.view.offers, *needs.view.needs)] == [True, True]
    assert [report.is_draft for report in next(pages_of(reporting_back, preview, "en")).view.reports] == [True]
    assert [page.key for page in pages_of(exchange, public, "en")] == ["information-exchange"]
    assert next(pages_of(reporting_back, public, "en")).view.tables == []


def test_the_address_of_a_report_is_that_of_its_administration_and_month(site_of):
    """In each language by the slug of that language."""
    routes = site_of({**exchange_report("any-name", "2026-10"), **organization("other")}).routes

    assert routes.paths["exchange_report", "any-name"] == {
        "en": "en/exchange-reports/town-of-springfield-2026-10/", "fr": "fr/rapports-d-echange/ville-de-springfield-2026-10/"}
