"""The decks as files that PowerPoint and LibreOffice open: the slides of the page, with titles, notes and alternative texts.

The same deck gives the same bytes: dates come from the data, and no clock reaches the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from urllib.parse import urljoin

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.packuri import PackURI
from pptx.parts.coreprops import CorePropertiesPart

from ...pages.slides import Deck, Slide
from ...site import Site
from ...typography import typeset
from .package import Package
from .shapes import tree
from .slide import Sheet, drawn, layout_of, spoken
from .template import DESCRIPTION, tag, template
from .text import NAMESPACES


def files(found: Iterable[Deck], site: Site) -> Iterator[tuple[str, bytes]]:
    """The file of every deck, beside its page."""
    for deck in found:
        yield deck.path + deck.file, presentation(deck, site)


def presentation(deck: Deck, site: Site) -> bytes:
    """A deck as a .pptx file. Its addresses are whole, since the file is read elsewhere."""
    t = site.strings[deck.language]
    base, name = site.routes.absolute(deck.path), t("site.name")
    made = Package(template(deck.language, name))
    words = {key: typeset(t(f"deck.{key}"), deck.language) for key in ("source", "more", "number", "colon")}
    for number, slide in enumerate(deck.slides, 1):
        _add(made, slide, number, tag(deck.language), base, words)
    made.parts[DESCRIPTION] = _described(made.parts[DESCRIPTION], deck, name)
    return made.packed()


def _add(made: Package, slide: Slide, number: int, language: str, base: str, words: dict[str, str]) -> None:
    """A slide at the end of a presentation, with its notes."""
    relations = made.of_slide(layout_of(slide))
    sheet = Sheet(language, lambda address: relations.to_address(urljoin(base, address)), words)
    made.slide(_document("sld", drawn(slide, number, sheet)), relations, _document("notes", spoken(slide, sheet)) if slide.notes else b"")


def _document(root: str, shapes: list[str]) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<p:{root} {NAMESPACES}>{tree(shapes)}</p:{root}>'.encode()


def _described(empty: bytes, deck: Deck, author: str) -> bytes:
    """What the file says about itself: the Guide as its author, the last change of its data as its date."""
    when = datetime(*(int(part) for part in (deck.modified.split("-") + ["1", "1"])[:3])) if deck.modified else datetime(1980, 1, 1)
    properties = CorePropertiesPart.load(PackURI(f"/{DESCRIPTION}"), CT.OPC_CORE_PROPERTIES, None, empty)
    properties.title, properties.author, properties.last_modified_by = deck.title, author, author
    properties.language, properties.revision, properties.created, properties.modified = tag(deck.language), 1, when, when
    return properties.blob
