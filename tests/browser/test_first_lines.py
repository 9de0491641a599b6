"""From an empty cell to the lines of a file: what the table knows of a missing case is not typed again."""

from __future__ import annotations

import pytest

from guide.records import KINDS
from guide.yaml_source import read_bytes

PARTNERS = {"en": "/en/find-a-partner/", "fr": "/fr/trouver-un-partenaire/"}
CONTRIBUTE = {"en": "/en/contribute/", "fr": "/fr/contribuer/"}


@pytest.mark.parametrize("language", PARTNERS)
def test_an_empty_cell_leads_to_the_lines_that_are_known(visitor, language):
    """The jurisdiction and the term of the cell stand in the lines, under the names that a case study has for them."""
    page = visitor()
    page.goto(PARTNERS[language])
    page.locator(".guide-matrix__table td a.is-empty[href*='channel=']").first.click()
    page.wait_for_url("**" + CONTRIBUTE[language] + "?**")
    code, channel = page.evaluate("() => ['jurisdiction', 'channel'].map((name) => new URLSearchParams(location.search).get(name))")

    lines = page.locator("#first-lines-text").inner_text()

    assert page.locator(".guide-first-lines").is_visible()
    assert code in lines.splitlines()[0] and lines.startswith("# ")
    assert lines.splitlines()[1:] == ["channels:", f"  - {channel}"]


def test_the_lines_are_fields_of_a_case_study(visitor):
    """Every facet that a table can leave empty is a field, written as the checker reads it."""
    page = visitor()
    page.goto("/en/contribute/?jurisdiction=CA-YT&with=CA-PE&channel=digital&arrangement=co-location&service=passports")

    document = read_bytes(page.locator("#first-lines-text").inner_text().encode(), "lines.yml")

    assert document.findings == []
    assert document.root.plain_data() == {"channels": ["digital"], "arrangement": "co-location", "services": ["passports"]}
    assert set(document.root.plain_data()) <= set(KINDS["case_study"].model.model_fields)
    assert "CA-YT, CA-PE" in page.locator("#first-lines-text").inner_text()


@pytest.mark.parametrize("asked", ["", "?channel=", "?channel=%3Cscript%3E&jurisdiction=a%20b", "?colour=red"])
def test_an_address_that_knows_nothing_shows_nothing(visitor, asked):
    """Whoever comes by another way is not told of a cell, and no mark from the address reaches the page."""
    page = visitor()
    page.goto("/en/contribute/" + asked)

    assert page.locator(".guide-first-lines").is_hidden()
