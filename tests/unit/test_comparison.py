"""Cases side by side: the ready comparison of each case, and the page on which readers choose."""

from __future__ import annotations

import json

import pytest

from guide.build import Build
from guide.files import Gathered
from guide.pages import case_study, compare, comparison
from guide.render import parts
from tests.project import CASE, bare_frames, pages_of

from .samples import COUNTER, NBSP, another_case, case, edited

FACTS = 8


def page_of(site, kind, name, language="en"):
    """One page of a kind."""
    return next(page for page in pages_of(kind, site, language) if page.key == name)


def cells(page, column=0):
    """The cells of a column by their topic."""
    table = page.view.table
    return dict(zip(table.topics, table.columns[column].cells, strict=True))


def three_more() -> dict[str, str]:
    """Three cases that share partner and service with the sample."""
    return {file: text for name in ("first", "second", "third") for file, text in another_case(name).items()}


@pytest.mark.parametrize(("language", "path", "title"), [
    ("en", "en/case-studies/shared-counter/compare/", "Comparison: A counter for two governments"),
    ("fr", "fr/etudes-de-cas/comptoir-partage/comparer/", f"Comparaison{NBSP}: Un comptoir pour deux gouvernements"),
])
def test_a_comparison_stands_below_its_case_in_each_language(site_of, language, path, title):
    """Its address starts with that of the case, and the breadcrumb leads back to it."""
    page = page_of(site_of(three_more()), comparison, "counter", language)

    assert (page.path, page.title) == (path, title)
    assert [link.href for link in page.breadcrumb][2] == "../"
    assert str(page.view.title) == title


def test_a_case_stands_beside_its_first_two_related_cases(site_of):
    """The order is that of what to read next, and each column leads to its case."""
    table = page_of(site_of(three_more()), comparison, "counter").view.table

    assert [column.id for column in table.columns] == ["counter", "first", "second"]
    assert [column.link.href for column in table.columns] == ["../", "../../case-first/", "../../case-second/"]
    assert all(len(column.cells) == len(table.topics) for column in table.columns)


def test_every_comparison_has_the_same_topics_in_the_same_order(site_of):
    """The facts of every case, then the summary, results, what was learned, and what replication takes."""
    found = [page.view.table.topics for page in pages_of(comparison, site_of(three_more()), "en")]

    assert len(found) == 4 and all(topics == found[0] for topics in found)
    assert found[0][:FACTS] == ["Partners", "Jurisdictions", "Services", "Clients", "Service channels", "Arrangement", "Status", "Evidence"]
    assert found[0][FACTS:] == ["Summary", "Results", "What helped", "What did not work", "Lessons", "Effort", "Cost", "Conditions"]


def test_a_result_leads_to_the_source_on_the_page_of_its_case(site_of):
    """Figure, year and source are there, and the source is that of the case of the column."""
    page = page_of(site_of(another_case("second")), comparison, "counter")

    shown = [cells(page, column)["Results"].results[0] for column in (0, 1)]
    assert [(result.figure, str(result.unit), result.year) for result in shown] == [("1,200", "people", "2020")] * 2
    assert [result.source.href for result in shown] == ["../#source-report", "../../case-second/#source-report"]


def test_what_nobody_knows_and_what_is_left_out_is_said(site_of):
    """A gap has its own sentence, and a part that the record does not have is not made up."""
    changes = ((CASE[CASE.index("results:\n"):CASE.index("what_did_not_work")], "results: unknown\n"),
               ("evidence: moderate\n", "evidence: moderate\nlessons: unknown\nreplication:\n  effort: unknown\n  cost:\n    en: Little.\n    fr: Peu.\n"),
               ("      - results\n", "      - replication\n"))
    found = cells(page_of(site_of(case(*changes)), comparison, "counter"))

    assert found["Results"].gap.startswith("No result with a source is known yet.")
    assert found["What did not work"].gap == "Not known yet. The sources seen do not say what failed."
    assert found["Lessons"].gap == "Not known yet. The sources seen draw no lessons."
    assert (found["Effort"].gap, str(found["Cost"].body)) == ("Not known yet.", "<p>Little.</p>\n")
    assert (found["What helped"].gap, found["Conditions"].gap) == ("The record does not say.",) * 2


def test_a_case_without_related_cases_stands_alone_and_says_so(site_of):
    """Its page exists, since others are compared from it; the case does not link to it."""
    site = site_of()
    page = page_of(site, comparison, "counter")

    assert [column.id for column in page.view.table.columns] == ["counter"]
    assert page.view.lead == "No related case is known yet, so this one stands alone."
    assert page_of(site, case_study, "counter").view.comparison is None


def test_a_case_links_to_its_comparison_and_can_be_added_to_another(site_of):
    """Both links are on the page of the case, by the same id in both languages."""
    site = site_of(another_case("second"))
    views = [page_of(site, case_study, "counter", language).view for language in ("en", "fr")]

    assert [view.comparison.href for view in views] == ["compare/", "comparer/"]
    assert [view.to_compare.href for view in views] == ["../../compare/?cases=counter", "../../comparer/?cases=counter"]


def test_a_text_of_the_other_language_keeps_its_own(site_of):
    """The page says that it borrows, and the cell and the header say in which language they are."""
    files = {**three_more(), COUNTER: edited(CASE, ("  en: A counter for two governments\n", ""), ("  en: Two governments share a counter.\n", ""))}
    page = page_of(site_of(files), comparison, "counter")
    html = parts(page, site_of(files))["main"]

    assert page.borrows
    assert '<a href="../"><span lang="fr">Un comptoir pour deux gouvernements</span></a>' in html
    assert '<span lang="fr">Deux gouvernements partagent un comptoir.</span>' in html


def test_the_table_says_what_its_cells_are(site_of):
    """Each column and each row has a header with its scope; cells name their case for small screens and for the script."""
    site = site_of(another_case("second"))
    html = parts(page_of(site, comparison, "counter"), site)["main"]

    assert html.count('<th scope="col" data-case=') == 2
    assert html.count('<th scope="row">') == FACTS + 8
    assert html.count('<td data-case="second" data-name="Case second">') == FACTS + 8
    assert html.count("<caption>") == 1


def test_a_draft_is_in_no_comparison(site_of):
    """Neither a column nor a choice tells of a case that is not published."""
    site = site_of(another_case("second", ("consent:\n  basis: public-sources\n", "")))

    assert [page.key for page in pages_of(comparison, site, "en")] == ["counter"]
    assert [ready.id for ready in page_of(site, compare, "compare").view.ready] == ["counter"]


def test_the_page_for_choosing_lists_every_case_with_what_stands_beside_it(site_of):
    """In alphabetical order, in the language of the page."""
    view = page_of(site_of(three_more()), compare, "compare", "fr").view

    assert [(ready.id, str(ready.title)) for ready in view.ready] == [
        ("first", "Étude first"), ("second", "Étude second"), ("third", "Étude third"), ("counter", "Un comptoir pour deux gouvernements")]
    assert view.ready[3].href == "../etudes-de-cas/comptoir-partage/comparer/"
    assert view.ready[3].beside == "avec Étude first; Étude second"
    assert view.places == [1, 2, 3]


def test_search_finds_the_page_for_choosing_and_no_comparison(site_of):
    """A comparison only repeats what its cases say."""
    site = site_of(another_case("second"))
    build, gathered = Build(site, [], 0, bare_frames()), Gathered("en")

    for page in (*pages_of(comparison, site, "en"), *pages_of(compare, site, "en")):
        build.html(page, gathered)

    assert [page[0] for path, text in gathered.index.files() if "/pages." in path for page in json.loads(text)] == ["en/compare/"]


def test_a_comparison_changed_when_one_of_its_cases_did(site_of):
    """The date is that of the last change among the cases shown."""
    later = ("  - on: 2026-11-22\n    what:\n      en: First", "  - on: 2026-12-01\n    what:\n      en: First")
    site = site_of(another_case("second", later))

    assert str(page_of(site, comparison, "counter").modified) == "2026-12-01"
