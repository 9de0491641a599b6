"""The page "State of the Guide" as it was built: its numbers are those of the data and of `guide report`, and lead to their cases."""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from tests.project import run

from .parsed import LANGUAGES, Parsed, internal, text_of, told

PAGES = {"en": "en/state-of-the-guide/", "fr": "fr/etat-du-guide/"}
FINDER = {"en": "en/case-studies/", "fr": "fr/etudes-de-cas/"}
LED_FROM = {"en": ("en/about/", "en/learn/"), "fr": ("fr/a-propos/", "fr/apprendre/")}
each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def data(site) -> dict:
    """The figures as data."""
    return json.loads((site / "api/v1/state.json").read_text("utf-8"))["state"]


def number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def rows(page: Parsed, table: str) -> list[list[str]]:
    """The cells of a table, by its heading."""
    [region] = page.all("div", **{"aria-labelledby": table})
    return [[text_of(cell) for cell in row if cell.tag in ("th", "td")] for body in region.iter("tbody") for row in body.iter("tr")]


@each_language
def test_the_page_has_the_figures_of_the_data(pages, data, language):
    """By field and by jurisdiction; both languages tell the same."""
    page = pages[PAGES[language]]
    fields = sorted([field["answered"], field["unknown"] + field["left_out"], field["unknown"], field["left_out"]] for field in data["fields"])
    places = sorted([place["case_studies"], place["without_results"], place["without_contact"], place["texts_behind"]] for place in data["jurisdictions"])

    assert sorted([number(cell) for cell in row[1:]] for row in rows(page, "fields")) == fields
    assert sorted([number(row[at]) for at in (1, 3, 4, 5)] for row in rows(page, "places")) == places
    assert [number(cell) for row in rows(page, "reviews") for cell in row[1:]] == [len(month["cases"]) for month in data["reviews_due"]]
    assert sum(number(row[1]) for row in rows(page, "languages")) == sum(data["texts"].values())


def test_the_report_has_the_same_figures(built, data):
    """`guide report` counts what the page counts."""
    done = run("-c", "from guide.cli import run; run()", "report", "--format", "json", cwd=built)

    assert done.returncode == 0, done.stdout
    assert json.loads(done.stdout)["state"] == data


def test_the_figures_are_those_of_the_files(built, data):
    """Counted again by another reader than the Guide's own, from the records that are published."""
    records = {path.stem: yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in (built / "guide_data/case_studies").glob("*.yml")}
    published = {name: record for name, record in records.items() if record.get("consent", {}).get("basis") in ("public-sources", "council-documents")}

    def value(record: dict, field: str) -> object:
        for step in field.split("."):
            record = record.get(step) if isinstance(record, dict) else record
        return record

    for field in data["fields"]:
        values = [value(record, field["field"]) for record in published.values()]
        assert (field["unknown"], field["left_out"]) == (values.count("unknown"), values.count(None)), field["id"]
    assert {case["id"] for case in data["cases"]} == set(published) and data["case_studies"] == len(published)
    assert {case["id"]: case.get("review_by") for case in data["cases"]} == {name: record.get("review_by") for name, record in published.items()}


@each_language
def test_every_number_that_leads_to_the_finder_is_what_the_finder_gives(pages, language):
    """The finder's cards carry the facts that the link asks for."""
    page, wrong = pages[PAGES[language]], []
    cards = [{name.removeprefix("data-"): value.split() for name, value in card.attrib.items()} for card in pages[FINDER[language]].all("li", _class="guide-card")]
    asked = [link for link in page.all("a") if (internal(page, link.get("href", "")) or ("",))[0] == FINDER[language] and urlsplit(link.get("href", "")).query]
    for link in asked:
        chosen = parse_qs(urlsplit(link.get("href", "")).query)
        found = sum(all(set(values) & set(card.get(facet, ())) for facet, values in chosen.items()) for card in cards)
        wrong += [f"{text_of(link)}, not {found}: {link.get('href')}"] if number(text_of(link)) != found else []

    assert len(asked) > 40 and not wrong, told(wrong)


@each_language
def test_readers_are_led_to_it(pages, language):
    """From what the Guide says about itself, and from what can be learned."""
    for start in LED_FROM[language]:
        assert PAGES[language] in {(internal(pages[start], link) or ("",))[0] for link in pages[start].links}, start


@each_language
def test_a_number_that_leads_somewhere_says_what_it_counts(pages, language):
    """Its name holds the number that is seen, the column and the row."""
    page = pages[PAGES[language]]
    links = [link for cell in page.all("td") for link in cell.iter("a")]

    assert len(links) > 40 and all(link.get("aria-label", "").startswith(text_of(link)) and "(" in link.get("aria-label", "") for link in links)
