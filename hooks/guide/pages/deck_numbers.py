"""The slides that count: how many cases there are, by arrangement and channel, and who works with whom."""

from __future__ import annotations

from typing import NamedTuple


from ..site import Site
from .lists import ordered_terms, page_link
from .page import Link
from .partners import GAP, GRID, PLACES, TILE, code
from .reader import Phrase, Reader
from .slides import Figure, Point, Slide, Table, Tile, TileMap, phrase, said

PAIRS = 6


class Place(NamedTuple):
    """The page of a jurisdiction, with the number of its cases."""

    link: Link
    count: str


def names_of(site: Site, term: str) -> list[str]:
    """The cases of a jurisdiction; all cases where none is named."""
    return list(site.cases_by_term.get((PLACES, term), ())) if term else list(site.library.case_studies)


def places(reader: Reader, kind: str) -> list[Place]:
    """The jurisdictions that have a page of a kind (a presentation, a kit), in order."""
    site = reader.site
    there = [term for term in ordered_terms(reader, PLACES) if site.routes.has(kind, term)] if PLACES in site.library.terms else []
    return [Place(Link(reader.link(kind, term), reader.label(PLACES, term)), reader.words("count.cases", n=len(names_of(site, term)))) for term in there]


def counted(reader: Reader, term: str = "") -> list[tuple[str, int]]:
    """How many cases there are, and how many organizations and jurisdictions take part in them."""
    library, names = reader.site.library, names_of(reader.site, term)
    partners = {partner.organization for name in names for partner in library.case_studies[name].partners}
    places = {library.organizations[name].jurisdiction for name in partners}
    return [("case_studies", len(names)), ("organizations", len(partners)), ("jurisdictions", len(places))]


def number_and_noun(reader: Reader, key: str, n: int) -> str:
    """A number with its noun, for a sentence: `16 case studies`."""
    return f"{reader.number(n)}\u00a0{reader.words(f'count.{key}', n=n)}"


def origin(reader: Reader, term: str) -> str:
    """How a partner of a jurisdiction is described: `from Ontario`."""
    record = reader.site.library.terms[PLACES][term]
    return reader.plain(record.origin) if record.origin else reader.words("deck.origin", place=reader.label(PLACES, term))


def numbers_slide(reader: Reader, term: str = "") -> Slide:
    lead = said(reader, "deck.numbers.place", origin=origin(reader, term)) if term else None
    figures = tuple(Figure(reader.number(n), said(reader, f"count.{key}", n=n)) for key, n in counted(reader, term))
    title = said(reader, "deck.numbers.of", place=reader.label(PLACES, term)) if term else said(reader, "deck.numbers")
    return Slide(kind="numbers", title=title, lead=lead, figures=figures,
                 sources=(page_link(reader, "cases"), page_link(reader, "organizations")), notes=(said(reader, "deck.numbers.note"),))


def facet_slide(reader: Reader, facet: str, term: str = "") -> Slide | None:
    """The number of cases under each term of a facet, as a table; terms without a case are left out."""
    names = set(names_of(reader.site, term))
    found = [(other, len(names.intersection(reader.site.cases_by_term.get((facet, other), ())))) for other in ordered_terms(reader, facet)]
    rows = tuple((phrase(reader, reader.site.library.terms[facet][other].label), Phrase(reader.number(n))) for other, n in found if n)
    if not rows:
        return None
    title = said(reader, f"deck.by-{facet}")
    table = Table(title, (reader.facet(facet), said(reader, "nav.cases")), rows, is_counted=True)
    return Slide(kind="table", title=title, table=table, sources=(Link(reader.link("facet", facet), reader.facet(facet)),),
                 notes=(said(reader, f"deck.by-{facet}.note"),))


# --- who works with whom -------------------------------------------------------------------------------------

def meetings_slide(reader: Reader, term: str = "") -> Slide | None:
    """A map of the cases of each jurisdiction, or of those that each shares with one; and the numbers in words."""
    shared = _shared(reader, term)
    if not any(shared.values()):
        return None
    key = "deck.meetings.with" if term else "deck.meetings.lead"
    points = _partners(reader, shared, term) if term else _pairs(reader)
    return Slide(
        kind="meetings", title=said(reader, "partners.with-whom"),
        lead=said(reader, key, place=reader.label(PLACES, term)) if term else said(reader, key),
        map=_map(reader, shared, term), points=tuple(points), sources=(page_link(reader, "partners"),), notes=(said(reader, "deck.meetings.note"),),
    )


def _shared(reader: Reader, term: str) -> dict[str, int]:
    """For each jurisdiction its number of cases, or the number that it shares with another one."""
    site, places = reader.site, ordered_terms(reader, PLACES)
    if not term:
        return {place: len(site.cases_by_term.get((PLACES, place), ())) for place in places}
    return {place: site.meetings[min(place, term), max(place, term)] for place in places if place != term}


def _partners(reader: Reader, shared: dict[str, int], term: str) -> list[Point]:
    """Those that it works with, the most frequent first."""
    met = sorted((place for place, n in shared.items() if n), key=lambda place: -shared[place])
    return [_counted_point(reader, str(reader.label(PLACES, place)), shared[place]) for place in met]


def _pairs(reader: Reader) -> list[Point]:
    """The pairs that meet more than once, or in a small Guide all of them; of equals, in the order of their codes."""
    often = {pair: n for pair, n in reader.site.meetings.items() if n > 1} or reader.site.meetings
    pairs = sorted(often.items(), key=lambda item: (-item[1], item[0]))[:PAIRS]
    names = [(reader.words("deck.meetings.pair", one=reader.label(PLACES, one), other=reader.label(PLACES, other)), n) for (one, other), n in pairs]
    return [_counted_point(reader, name, n) for name, n in names]


def _counted_point(reader: Reader, name: str, n: int) -> Point:
    return Point(said(reader, "partners.cell", name=name, count=reader.words("count.cases", n=n)))


def _map(reader: Reader, shared: dict[str, int], term: str) -> TileMap:
    step = TILE + GAP
    there = [place for place in GRID if place in reader.site.library.terms[PLACES]]
    tiles = []
    for place in there:
        column, row, width = GRID[place]
        n = shared.get(place, 0)
        tiles.append(Tile(code(place), "" if place == term else reader.number(n), column * step, row * step, width * step - GAP, not n, place == term))
    said_of = [reader.words("deck.meetings.tile", place=reader.label(PLACES, place), number=reader.number(shared[place])) for place in there if place in shared]
    key = "deck.meetings.map-with" if term else "deck.meetings.map"
    return TileMap(reader.words(key, list=reader.enumeration(said_of), place=reader.label(PLACES, term) if term else ""), tuple(tiles),
                   step * max(column + width for column, _, width in GRID.values()) - GAP, step * (1 + max(row for _, row, _ in GRID.values())) - GAP)
