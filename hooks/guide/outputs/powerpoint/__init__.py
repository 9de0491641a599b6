"""The decks as files that PowerPoint and LibreOffice open: the slides of the page, with titles, notes and alternative texts.

The same deck gives the same bytes: dates come from the data, and no clock reaches the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urljoin

from ...pages.slides import Deck, Slide
from ...site import Site
from ...typography import typeset
from .package import Package, Relations
from .places import tag
from .shapes import tree
from .slide import Sheet, drawn, layout_of, spoken
from .text import NAMESPACES


def files(found: Iterable[Deck], site: Site) -> Iterator[tuple[str, bytes]]:
    """The file of every deck, beside its page."""
    for deck in found:
        yield deck.path + deck.file, presentation(deck, site)


def presentation(deck: Deck, site: Site) -> bytes:
    """A deck as a .pptx file. Its addresses are whole, since the file is read elsewhere."""
    t = site.strings[deck.language]
    base, name = site.routes.absolute(deck.path), t("site.name")
    made = Package(tag(deck.language), name)
    words = {key: typeset(t(f"deck.{key}"), deck.language) for key in ("source", "more", "number", "colon")}
    for number, slide in enumerate(deck.slides, 1):
        _add(made, slide, number, tag(deck.language), base, words)
    made.describe(deck.title, "-".join((deck.modified.split("-") + ["01", "01"])[:3]) if deck.modified else "")
    return made.packed()


def _add(made: Package, slide: Slide, number: int, language: str, base: str, words: dict[str, str]) -> None:
    """A slide at the end of a presentation, with its notes."""
    relations = Relations()
    relations.to_layout(layout_of(slide))
    sheet = Sheet(language, lambda address: relations.to_address(urljoin(base, address)), words)
    made.slide(_document("sld", drawn(slide, number, sheet)), relations, _document("notes", spoken(slide, sheet)) if slide.notes else b"")


def _document(root: str, shapes: list[str]) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<p:{root} {NAMESPACES}>{tree(shapes)}</p:{root}>'.encode()
