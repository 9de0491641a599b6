"""Find a partner: the map and the tables, whose numbers are those of the finder."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest

from guide.build import prepare
from guide.pages import partners
from guide.pages.partners import GRID, Cell, Matrix, View
from guide.site import Settings, Site
from tests.project import MINIMAL, ROOT, pages_of

from .samples import another_case, case, edited, organization

LANGUAGES = ("en", "fr")
FIELDS = {"channel": "channels", "arrangement": "arrangement", "service": "services"}
CONTRIBUTE = {f"docs/contribute.{language}.md": f"---\ntitle: T\nslug: {slug}\ndescription: D\nmodified: 2026-11-22\n---\n# T\n"
              for language, slug in (("en", "contribute"), ("fr", "contribuer"))}
ONTARIO = {name: edited(text, ("jurisdiction: CA-NS", "jurisdiction: CA-ON")) for name, text in organization("far").items()}
WITH_FAR = ("channels:", "  - organization: far\nchannels:")
ONLY_FAR = ("  - organization: town\n", "  - organization: far\n")


@pytest.fixture(scope="module")
def real() -> Site:
    """The real Guide."""
    return prepare(ROOT, Settings("https://guide.example/")).site


def view_of(site: Site, language: str = "en") -> View:
    return next(iter(pages_of(partners, site, language))).view


def everything(view: View) -> Iterator[Cell]:
    """Every number and every empty place."""
    yield from (tile.cell for tile in (*view.map.tiles, *view.map.listed))
    yield from (cell for table in view.matrices for _, cells in table.rows for cell in cells)


def table_of(view: View, name: str) -> dict[tuple[str, str], Cell]:
    """The cells of a table by the names of row and column."""
    table = next(table for table in view.matrices if table.id == name)
    return {(str(head.name), str(column.name)): cell for head, cells in table.rows for column, cell in zip(table.columns, cells, strict=True)}


def finder_finds(site: Site, href: str) -> int:
    """What the finder gives for an address, by its own rule and nothing of ours: every parameter narrows the list."""
    asked = {name: values for name, (*values,) in parse_qs(urlsplit(href).query, strict_parsing=True).items()}
    found = 0
    for record in site.library.case_studies.values():
        places = {site.library.organizations[partner.organization].jurisdiction for partner in record.partners}
        has = {"jurisdiction": places, "with": places}
        for facet, field in FIELDS.items():
            value = getattr(record, field) or ()
            has[facet] = {value} if isinstance(value, str) else set(value)
        found += all(set(values) <= has[name] for name, values in asked.items())
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_is_what_the_finder_gives_for_its_link(real, language):
    """Also where a jurisdiction meets itself; and a link of the contribution page stands only where the finder finds nothing."""
    cells = list(everything(view_of(real, language)))
    finder = real.routes.path("page", "cases", language).removeprefix(language)

    numbered = [cell for cell in cells if not cell.is_empty]

    assert [cell for cell in numbered if finder not in cell.href] == []
    assert [(cell.name, cell.text) for cell in numbered if cell.text != str(finder_finds(real, cell.href))] == []
    assert len(numbered) > 100
    assert all(real.routes.path("page", "contribute", language).removeprefix(language) + "?" in cell.href for cell in cells if cell.is_empty)


def test_what_is_empty_has_no_case(real):
    """A dot never hides a number: every pair of terms is counted again from the records."""
    cases, library = real.library.case_studies.values(), real.library
    expected = set()
    for record in cases:
        places = {str(library.terms["jurisdiction"][library.organizations[p.organization].jurisdiction].label.en) for p in record.partners}
        channels = {str(library.terms["channel"][term].label.en) for term in record.channels or ()}
        expected |= {("with-whom", one, other) for one in places for other in places}
        expected |= {("by-channel", place, channel) for place in places for channel in channels}
    view = view_of(real)

    shown = {(name, *meeting) for name in ("with-whom", "by-channel") for meeting, cell in table_of(view, name).items() if not cell.is_empty}

    assert shown == expected


def test_the_table_of_jurisdictions_reads_the_same_in_both_directions(real):
    """Who works with whom does not depend on who is named first."""
    table = table_of(view_of(real), "with-whom")

    assert {meeting: cell.text for meeting, cell in table.items()} == {(b, a): cell.text for (a, b), cell in table.items()}
    assert {meeting for meeting, cell in table.items() if cell.is_same} == {meeting for meeting in table if meeting[0] == meeting[1]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_jurisdiction_has_one_tile_of_its_own(real, language):
    """No two tiles overlap, none is left out, and the list says the same."""
    shown = view_of(real, language).map
    places = [(column + more, row) for column, row, width in GRID.values() for more in range(width)]

    assert set(GRID) == set(real.library.terms["jurisdiction"])
    assert len(places) == len(set(places))
    assert len(shown.tiles) == 14
    assert sorted(shown.tiles, key=lambda tile: tile.head.code) == sorted(shown.listed, key=lambda tile: tile.head.code)
    assert all(0 <= tile.x and tile.x + tile.width <= shown.width and tile.y < shown.height for tile in shown.tiles)


def test_meetings_of_two_jurisdictions_and_the_diagonal(site_of):
    """Two cases of Nova Scotia, one of them with Ontario, and one of Ontario alone."""
    site = site_of({**CONTRIBUTE, **ONTARIO, **case(WITH_FAR), **another_case("second"), **another_case("third", ONLY_FAR)})

    table = table_of(view_of(site), "with-whom")

    cell = table["Nova Scotia", "Ontario (province)"]
    assert (cell.text, cell.name) == ("1", "Nova Scotia × Ontario (province): 1 case study")
    assert cell.href == "../case-studies/?jurisdiction=CA-NS&with=CA-ON"
    same = table["Nova Scotia", "Nova Scotia"]
    assert (same.text, same.name, same.href) == ("2", "Nova Scotia: 2 case studies", "../case-studies/?jurisdiction=CA-NS")
    assert table["Ontario (province)", "Ontario (province)"].text == "2"


@pytest.mark.parametrize(("language", "row", "column", "name", "href"), [
    ("en", "Nova Scotia", "Digital", "Nova Scotia × Digital: no case yet. Know one?", "../contribute/?jurisdiction=CA-NS&channel=digital#first-lines"),
    ("fr", "Nouvelle-Écosse", "Numérique", "Nouvelle-Écosse × Numérique\u00a0: pas encore d’étude de cas. En connaissez-vous une?", "../contribuer/?jurisdiction=CA-NS&channel=digital#first-lines"),
])
def test_an_empty_cell_asks_for_the_first_case(site_of, language, row, column, name, href):
    """It is a link with a full name to the page on contributing."""
    cell = table_of(view_of(site_of(CONTRIBUTE), language), "by-channel")[row, column]

    assert (cell.text, cell.name, cell.href) == ("·", name, href)


def test_without_a_page_on_contributing_an_empty_cell_leads_to_the_finder(site_of):
    """No link leads nowhere."""
    cell = table_of(view_of(site_of()), "by-channel")["Nova Scotia", "Digital"]

    assert cell.href == "../case-studies/?jurisdiction=CA-NS&channel=digital"


def test_a_case_with_unknown_channels_counts_under_no_channel(site_of):
    """What nobody knows is not counted as if it were known."""
    site = site_of({**CONTRIBUTE, **case(("channels:\n  - in-person\n", "channels: unknown\n"))})

    assert {cell.is_empty for cell in table_of(view_of(site), "by-channel").values()} == {True}


def test_services_are_rows_and_only_those_with_a_case(real):
    """The columns of that table are jurisdictions, short, with the names behind the codes."""
    table: Matrix = next(table for table in view_of(real).matrices if table.id == "by-service")
    covered = {str(real.library.terms["service"][term].label.en) for facet, term in real.cases_by_term if facet == "service"}

    assert {str(head.name) for head, _ in table.rows} == covered
    assert {head.code for head in table.columns} == {partners.code(term) for term in GRID}
    assert {head.code for head, _ in table.rows} == {""}


def test_links_name_the_jurisdiction_first(site_of):
    """Whichever of the two is the row."""
    cell = table_of(view_of(site_of(CONTRIBUTE)), "by-service")["Permits", "Nova Scotia"]

    assert (cell.name, cell.href) == ("Permits × Nova Scotia: 1 case study", "../case-studies/?jurisdiction=CA-NS&service=permits")


def test_the_bar_is_as_long_as_the_number_is_large(real):
    """The largest number fills its tile, none has no bar, and every number has some."""
    tiles = view_of(real).map.tiles
    largest = max(tiles, key=lambda tile: 0 if tile.cell.is_empty else int(tile.cell.text))

    assert largest.bar == partners.BAR
    assert all((tile.bar > 0) is not tile.cell.is_empty for tile in tiles)


def test_a_jurisdiction_without_a_place_on_the_map_stands_in_the_list(site_of):
    """A term that is added to the vocabulary is not lost, and a place without a term stays blank."""
    name = "guide_data/vocabulary/jurisdiction.yml"
    shown = view_of(site_of({name: MINIMAL[name] + "  - id: CA-XX\n    label:\n      en: Elsewhere\n      fr: Ailleurs\n    slug:\n      en: elsewhere\n"
                                                   "      fr: ailleurs\n    definition:\n      en: Another place.\n      fr: Un autre lieu.\n"})).map

    assert {tile.head.code for tile in shown.tiles} == {"NS", "ON"}
    assert {tile.head.code for tile in shown.listed} == {"NS", "ON", "XX"}


def test_each_table_names_the_section_behind_it(site_of):
    """So that the keyboard can pass by its cells; and the sections are those of the page."""
    page = next(iter(pages_of(partners, site_of(), "en")))
    tables = page.view.matrices

    assert [table.after for table in tables] == [*(table.id for table in tables[1:]), "needs"]
    assert [section.id for section in page.sections] == ["map", *(table.id for table in tables), "needs"]
