"""The summary for the council prints on one page, however much the members report."""

from __future__ import annotations

import re

import pytest

from tests.project import ENGAGEMENT_REPORT, ORGANIZATION, Project, new_project

from .conftest import served

PATHS = ("/en/reporting-back/summary/", "/fr/rendre-compte/sommaire/")
# As long as a request may be.
LONG = ("A request that goes on for as long as the model lets it, so that the page is as full as it can be. " * 7)[:590]


def reports(members: int) -> dict[str, str]:
    """A report of each of a number of members, whose names and requests are long."""
    files = {}
    for number in range(members):
        files[f"guide_data/organizations/m{number}.yml"] = (
            ORGANIZATION.replace("Town of Springfield", f"Municipal Association of Springfield County No. {number}")
            .replace("Ville de Springfield", f"Association municipale du comté de Springfield no {number}").replace("town-of-springfield", f"m{number}")
            .replace("ville-de-springfield", f"m{number}"))
        files[f"guide_data/engagement_reports/m{number}.yml"] = (
            ENGAGEMENT_REPORT.replace("town", f"m{number}").replace("Name a contact for shared counters.", LONG)
            .replace("Désigner un point de contact pour les comptoirs partagés.", f"{LONG} (fr)"))
    return files


@pytest.fixture(scope="module")
def guide(tmp_path_factory) -> Project:
    """A small Guide, to which reports are added."""
    return new_project(tmp_path_factory.mktemp("summary") / "guide")


@pytest.mark.parametrize(("members", "rows", "requests"), [(1, 2, 1), (12, 13, 1), (30, 0, 4)])
def test_the_summary_prints_on_one_page(guide, browser, members, rows, requests):
    """On letter and on A4 paper. What has no room is told with its number, and the totals always stand there."""
    done = guide.write(reports(members)).build("--strict")
    assert done.returncode == 0, done.stdout

    with served(guide.root / "site") as address:
        page = browser.new_page()
        for path in PATHS:
            page.goto(address + path)
            sheets = {paper: len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper))) for paper in ("Letter", "A4")}
            assert sheets == {"Letter": 1, "A4": 1}, (path, sheets)
            assert (page.locator("tbody tr, tfoot tr").count(), page.locator(".guide-requests li").count()) == (rows, requests)
            assert page.locator(".guide-tally dd").all_inner_texts()[1] == str(members)
            told = page.locator("article").get_by_text(f"{members - requests} more request" if path.startswith("/en") else f"{members - requests} autres demandes")
            assert told.count() == (members > requests)
        page.close()
