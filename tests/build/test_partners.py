"""Find a partner as it was built: tables with headers, a map of links, and what the page says where there is nothing."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, parse_qsl, urlsplit

import jsonschema
import pytest

from .parsed import Parsed, internal, text_of, told

PAGES = {"en": "en/find-a-partner/", "fr": "fr/trouver-un-partenaire/"}
FINDER = {"en": "en/case-studies/", "fr": "fr/etudes-de-cas/"}
CONTRIBUTE = {"en": "en/contribute/", "fr": "fr/contribuer/"}
ASKS = {"en": "no case yet. Know one?", "fr": "pas encore d’étude de cas. En connaissez-vous une?"}
COUNTS = {"en": "case stud", "fr": "étude"}
NONE_PUBLISHED = {"en": "none is published now", "fr": "aucune ne l’est pour l’instant"}

each_language = pytest.mark.parametrize("language", PAGES)


def cells(page: Parsed) -> list:
    """The links of the tables."""
    return [link for cell in page.all("td") for link in cell.iter("a")]


def tiles(page: Parsed) -> list:
    """The links of the map. (The HTML standard gives the elements of an SVG a namespace of their own.)"""
    return [element for element in page.elements if element.tag.rpartition("}")[2] == "a" and "guide-map__tile" in element.get("class", "")]


def name_of(tile) -> str:
    return "".join(next(part for part in tile if part.tag.rpartition("}")[2] == "title").itertext())


@each_language
def test_every_number_leads_to_the_finder_and_every_dot_to_contributing(pages, language):
    """With an accessible name that says what meets what, and how often, and in which the visible number stands."""
    page, wrong = pages[PAGES[language]], []
    for link in cells(page):
        name, shown, path = link.get("aria-label", ""), text_of(link), internal(page, link.get("href", ""))[0]
        is_dot = shown == "·"
        if path != (CONTRIBUTE if is_dot else FINDER)[language] or not (name.endswith(ASKS[language]) if is_dot else shown in name and COUNTS[language] in name):
            wrong.append(f"{shown!r}, {name!r} leads to {path}")

    assert len(cells(page)) > 600 and not wrong, told(wrong)


@each_language
def test_the_numbers_are_also_there_as_data(pages, site, language):
    """The page leads to a file in which every table has the same numbers, cell by cell, and the schema beside it holds."""
    page = pages[PAGES[language]]
    [path] = [internal(page, link.get("href", ""))[0] for link in page.all("a", type="application/json")]
    data = json.loads((site / path).read_text("utf-8"))
    schema = json.loads((site / path).with_name(data["$schema"]).read_text("utf-8"))
    in_data = {}
    for table in data["tables"]:
        facets = table["rows"]["facet"], "with" if table["id"] == "with-whom" else table["columns"]["facet"]
        for cell in table["cells"]:
            asked = dict(zip(facets, (cell["row"], cell["column"]), strict=True))
            if table["id"] == "with-whom" and cell["row"] == cell["column"]:
                del asked["with"]
            in_data[table["id"], *sorted(asked.items())] = cell["count"]

    on_page = {}
    for region in page.all("div", role="region"):
        for link in (link for cell in region.iter("td") for link in cell.iter("a") if text_of(link) != "·"):
            on_page[region.get("aria-labelledby"), *sorted(parse_qsl(urlsplit(link.get("href")).query))] = int(text_of(link))

    assert on_page == in_data and len(in_data) > 100
    jsonschema.Draft202012Validator(schema).validate(data)


@each_language
def test_the_links_of_the_finder_name_facets_and_terms_that_it_has(pages, language):
    """Every parameter and value is one of the finder's own."""
    page, finder = pages[PAGES[language]], pages[FINDER[language]]
    words = " ".join(value for element in finder.elements for value in element.attrib.values())
    asked = {pair for link in page.links if not urlsplit(link).netloc for pair in (
        (name, value) for name, values in parse_qs(urlsplit(link).query).items() for value in values)}

    assert {name for name, _ in asked} == {"jurisdiction", "with", "channel", "arrangement", "service"}
    assert {value for _, value in asked if value not in words} == set()


@each_language
def test_every_table_has_headers_for_rows_and_columns_in_a_region_with_a_name(pages, language):
    """A screen reader says where it is, and the keyboard can scroll what is wide."""
    page = pages[PAGES[language]]
    regions = page.all("div", role="region")

    assert len(regions) == 4
    for region in regions:
        table = region.find("table")
        rows = list(table.find("tbody"))
        columns = [head for head in table.find("thead").iter("th")]
        assert region.get("tabindex") == "0" and text_of(page.by_id(region.get("aria-labelledby")))
        assert {head.get("scope") for head in columns} == {"col"} and all(map(text_of, columns))
        assert all([cell.tag for cell in row] == ["th"] + ["td"] * (len(columns) - 1) and row[0].get("scope") == "row" for row in rows)


@each_language
def test_a_short_column_header_has_its_full_name(pages, language):
    """The code is for the eye; the name is what is read out."""
    page = pages[PAGES[language]]
    heads = [head for head in page.all("th", scope="col") if head.get("title")]

    assert len(heads) == 28
    assert [text_of(head) for head in heads if [part.get("aria-hidden") for part in head] != ["true", None] or text_of(head[1]) != head.get("title")] == []


@each_language
def test_the_map_has_a_tile_for_each_jurisdiction_and_the_list_says_the_same(pages, language):
    """Fourteen links with count and name, in the picture and beside it, that lead to the same places."""
    page = pages[PAGES[language]]
    drawn = {(name_of(tile), tile.get("href")) for tile in tiles(page)}
    listed = {(link.get("aria-label"), link.get("href")) for part in page.all("ul", _class="guide-map__list") for link in part.iter("a")}

    assert len(tiles(page)) == 14
    assert drawn == listed


@each_language
def test_the_page_says_that_no_needs_and_offers_are_published(pages, language):
    """In one sentence, under its own heading, and nothing of a report that waits for consent."""
    page = pages[PAGES[language]]

    assert page.by_id("needs").tag == "h2"
    assert NONE_PUBLISHED[language] in page.text
    assert "2016" not in text_of(page.by_id("content"))


@each_language
def test_the_page_is_in_the_navigation(pages, language):
    """From every page."""
    wrong = [path for path, page in pages.items() if path.startswith(language) and not any(
        (internal(page, link.get("href", "")) or ("",))[0] == PAGES[language] for part in page.all("nav", id="guide-navigation") for link in part.iter("a"))]

    assert not wrong, told(wrong)


def test_organizations_show_their_arrangements_and_contact_pages(pages):
    """The federal department behind BizPaL: integrated service with each partner, and its page with the date."""
    page = pages["en/organizations/innovation-science-and-economic-development-canada/"]

    assert {"works-with", "contacts"} <= set(page.headings("h2"))
    assert "Integrated service" in page.text
    assert "https://bizpal.ca/en/faq/" in page.links
