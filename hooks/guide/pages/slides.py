"""What a slide is, before anything shows it: the page of slides and the file for PowerPoint are made from the same ones.

Texts are finished for readers and carry their language; addresses are those from the page that shows the deck.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .page import Link, Page
from .reader import Phrase


class Point(NamedTuple):
    """A line of a slide. The label stands in front; where there is an address, it leads there, or the text does."""

    text: Phrase | None
    label: Phrase | None = None
    href: str = ""


class Figure(NamedTuple):
    """A number with what it counts. A result has its year, its source, and the sentence without which it would mislead."""

    number: str
    unit: Phrase
    year: str = ""
    statement: Phrase | None = None
    source: Link | None = None


class Table(NamedTuple):
    """Rows under a head; the first cell of a row names it. `is_counted`: the others are numbers."""

    caption: Phrase
    head: tuple[Phrase, ...]
    rows: tuple[tuple[Phrase, ...], ...]
    is_counted: bool = False


class Tile(NamedTuple):
    """A jurisdiction on the map, in the map's own units."""

    code: str
    number: str
    x: int
    y: int
    width: int
    is_empty: bool
    is_own: bool


class TileMap(NamedTuple):
    """A map of tiles, with everything it says as a text."""

    alternative: str
    tiles: tuple[Tile, ...]
    width: int
    height: int


class Slide(NamedTuple):
    """One slide: a title, and the parts that it has, in the order in which they are read."""

    kind: str
    title: Phrase
    lead: Phrase | None = None
    figures: tuple[Figure, ...] = ()
    map: TileMap | None = None
    points: tuple[Point, ...] = ()
    table: Table | None = None
    sources: tuple[Link, ...] = ()
    notes: tuple[Phrase, ...] = ()
    id: str = ""


class Deck(NamedTuple):
    """Slides in their order. `path` is the page from which their addresses are written, `file` the file beside it."""

    title: str
    language: str
    path: str
    file: str
    modified: str
    slides: tuple[Slide, ...]


def phrase(reader, text) -> Phrase:
    """A text of a record on one line, with its own language where that is not the page's."""
    shown = reader.text(text)
    return Phrase(reader.plain(text), shown.lang)


def said(reader, key: str, **params: object) -> Phrase:
    """A text of the interface."""
    return Phrase(reader.words(key, **params))


def decks(pages: Iterable[Page]) -> Iterator[Deck]:
    """The decks that some pages show: taken from their views, which end with their pages."""
    for page in pages:
        deck = getattr(page.view, "deck", None)
        if isinstance(deck, Deck):
            yield deck
