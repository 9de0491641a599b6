"""Find a partner: a map of who has case studies, and tables of who works with whom and how.

Each number is the number of cases that the finder gives for its link, with the finder's own parameters: a case has a
jurisdiction when a partner belongs to it, and `with` names the jurisdiction of a partner that takes part too. Where
there is no case, the link leads to how to contribute one, with what is known of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlencode

from ..routes import relative
from ..site import Site
from .exchange import NEEDS, OFFERS, Listed, points
from .lists import found_at, ordered_terms, page_link
from .meetings import DATA, PLACES, TABLES, meetings, shown_rows
from .page import Link, Page, Planned, Section
from .reader import Phrase, Reader

# Column, row and width of each tile on a rough map; the federal order stands apart.
GRID = {
    "CA-YT": (0, 0, 1), "CA-NT": (1, 0, 1), "CA-NU": (2, 0, 1),
    "CA-BC": (0, 1, 1), "CA-AB": (1, 1, 1), "CA-SK": (2, 1, 1), "CA-MB": (3, 1, 1), "CA-ON": (4, 1, 1), "CA-QC": (5, 1, 1), "CA-NL": (6, 1, 1),
    "CA-NB": (4, 2, 1), "CA-PE": (5, 2, 1), "CA-NS": (6, 2, 1), "CA": (0, 2, 2),
}
TILE, GAP, BAR = 76, 6, 60


class Cell(NamedTuple):
    """A number that leads to its cases; without any, the question that leads to how to contribute."""

    text: str
    name: str
    href: str
    is_empty: bool
    is_same: bool = False


class Head(NamedTuple):
    """A row or column: its name, and for a jurisdiction the end of its code."""

    name: Phrase
    code: str


class Matrix(NamedTuple):
    """A table with its section; `after` is the section that follows it."""

    id: str
    title: str
    legend: str
    corner: Phrase
    columns: list[Head]
    rows: list[tuple[Head, list[Cell]]]
    is_coded: bool
    after: str


class Tile(NamedTuple):
    """A jurisdiction on the map and in the list beside it."""

    head: Head
    cell: Cell
    count: str
    x: int
    y: int
    width: int
    bar: int


class Map(NamedTuple):
    """The tiles in the order of the map and of the list. A jurisdiction without a place on the map stands in the list."""

    width: int
    height: int
    tiles: list[Tile]
    listed: list[Tile]

    @property
    def has_empty(self) -> bool:
        return any(tile.cell.is_empty for tile in self.tiles)


class View(NamedTuple):
    title: str
    lead: str
    organizations: Link
    data: Link
    map: Map
    matrices: list[Matrix]
    offers: list[Listed]
    needs: list[Listed]
    exchange: Link


def plan(site: Site, language: str) -> Iterator[Planned]:
    yield Planned.of(site, language, "page", "partners", _page)


def _page(site: Site, language: str) -> Page:
    path = site.routes.path("page", "partners", language)
    reader = Reader(site, language, path)
    view = View(
        title=reader.words("nav.partners"), lead=reader.words("partners.lead"),
        organizations=Link(reader.link("page", "organizations"), reader.words("partners.organizations")),
        data=Link(relative(DATA, path), reader.words("partners.data")), map=_map(reader), matrices=_matrices(reader),
        offers=points(reader, OFFERS), needs=points(reader, NEEDS),
        exchange=Link(reader.link("page", "information-exchange"), reader.words("partners.needs-more")),
    )
    sections = [Section("map", reader.words("partners.map")), *(Section(matrix.id, matrix.title) for matrix in view.matrices),
                Section("needs", reader.words("partners.needs"))]
    return Page("page", "partners", language, path, view.title, view.lead, "pages/partners.html", view, tuple(sections),
                (page_link(reader, "home"),), modified=site.modified(), borrows=reader.borrows, section_key="partners")


def code(term: str) -> str:
    """What a jurisdiction is called where there is little room: the end of its ISO 3166-2 code.

    >>> code("CA-ON"), code("CA")
    ('ON', 'CA')
    """
    return term.rpartition("-")[2]


def _cell(reader: Reader, n: int, name: str, chosen: dict[str, str], is_same: bool = False) -> Cell:
    """A link with the number of cases, and its full name: what meets what, and how often."""
    if n:
        count = reader.words("count.cases", n=n)
        return Cell(reader.number(n), reader.words("partners.cell", name=name, count=count), found_at(reader, **chosen), False, is_same)
    invites = reader.site.routes.has("page", "contribute")
    href = f"{reader.link('page', 'contribute')}?{urlencode(chosen)}#first-lines" if invites else found_at(reader, **chosen)
    return Cell("·", reader.words("partners.cell-empty", name=name), href, True, is_same)


def _head(reader: Reader, facet: str, term: str) -> Head:
    return Head(reader.label(facet, term), code(term) if facet == PLACES else "")


# --- tables --------------------------------------------------------------------------------------------------

def _matrices(reader: Reader) -> list[Matrix]:
    """The tables in the order of the page, each of which knows what follows it."""
    return [_matrix(reader, table, after) for table, after in zip(TABLES, [*list(TABLES)[1:], "needs"], strict=True)]


def _matrix(reader: Reader, table: str, after: str) -> Matrix:
    """A table of two facets, each with its terms in order."""
    down, across = TABLES[table]
    columns, found = ordered_terms(reader, across), reader.site.once(meetings)[table]
    rows = [(_head(reader, down, row), [_meeting(reader, (down, row), (across, column), len(found.get((row, column), ()))) for column in columns])
            for row in shown_rows(reader.site, table, ordered_terms(reader, down))]
    return Matrix(
        id=table, title=reader.words(f"partners.{table}"), legend=reader.words(f"partners.{table}.legend"),
        corner=reader.facet(down), columns=[_head(reader, across, term) for term in columns], rows=rows,
        is_coded=across == PLACES, after=after,
    )


def _meeting(reader: Reader, row: tuple[str, str], column: tuple[str, str], n: int) -> Cell:
    """The cases that have both terms. A jurisdiction meets itself in every case in which it takes part."""
    label = reader.label
    if row == column:
        return _cell(reader, n, str(label(*row)), {PLACES: row[1]}, is_same=True)
    chosen = {PLACES: row[1], "with": column[1]} if row[0] == column[0] else dict(sorted((row, column), key=lambda term: term[0] != PLACES))
    return _cell(reader, n, f"{label(*row)} × {label(*column)}", chosen)


# --- map -----------------------------------------------------------------------------------------------------

def _map(reader: Reader) -> Map:
    counts = {term: len(reader.site.cases_by_term.get((PLACES, term), ())) for term in ordered_terms(reader, PLACES)}
    tiles = {term: _tile(reader, term, n, max(counts.values())) for term, n in counts.items()}
    step = TILE + GAP
    return Map(
        width=step * max(column + width for column, _, width in GRID.values()) - GAP,
        height=step * (1 + max(row for _, row, _ in GRID.values())) - GAP,
        tiles=[tiles[term] for term in GRID if term in tiles], listed=list(tiles.values()),
    )


def _tile(reader: Reader, term: str, n: int, most: int) -> Tile:
    """Where a jurisdiction stands, and a bar that is as long as its number is large beside the largest."""
    column, row, width = GRID.get(term, (0, 0, 1))
    head = _head(reader, PLACES, term)
    return Tile(
        head=head, cell=_cell(reader, n, str(head.name), {PLACES: term}), count=reader.words("count.cases", n=n),
        x=column * (TILE + GAP), y=row * (TILE + GAP), width=width * (TILE + GAP) - GAP, bar=round(BAR * n / most) if n else 0,
    )
