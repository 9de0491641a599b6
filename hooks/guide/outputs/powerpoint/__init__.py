"""The decks as files that PowerPoint and LibreOffice open: the slides of the page, with titles, notes and alternative texts.

The same deck gives the same bytes: dates come from the data, and no clock reaches the file.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from urllib.parse import urljoin
from zipfile import ZipFile

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from ...pages.slides import Deck, Slide
from ...site import Site
from ...typography import typeset
from .shapes import tree
from .slide import Sheet, drawn, layout_of, spoken
from .template import tag, template
from .text import NAMESPACES

_FIRST_SLIDE = 255  # the first number that the format allows is 256
# The first day that a zip file can hold, as it holds it: 1980-01-01.
_NO_TIME = struct.pack("<HH", 0, 0x21)


def files(found: Iterable[Deck], site: Site) -> Iterator[tuple[str, bytes]]:
    """The file of every deck, beside its page."""
    for deck in found:
        yield deck.path + deck.file, presentation(deck, site)


def presentation(deck: Deck, site: Site) -> bytes:
    """A deck as a .pptx file. Its addresses are whole, since the file is read elsewhere."""
    t = site.strings[deck.language]
    base, name = site.routes.absolute(deck.path), t("site.name")
    made = Presentation(BytesIO(template(deck.language, name)))
    words = {key: typeset(t(f"deck.{key}"), deck.language) for key in ("source", "more", "number", "colon")}
    for number, slide in enumerate(deck.slides, 1):
        _add(made, slide, number, tag(deck.language), base, words)
    _describe(made.core_properties, deck, name)
    written = BytesIO()
    made.save(written)
    return without_times(written.getvalue())


def _add(made, slide: Slide, number: int, language: str, base: str, words: dict[str, str]) -> None:
    """A slide at the end of a presentation, with its notes. (The library's own way of adding one takes ten times as long.)"""
    package, presentation_part = made.part.package, made.part
    part = Part(PackURI(f"/ppt/slides/slide{number}.xml"), CT.PML_SLIDE, package)
    part.relate_to(made.slide_layouts[layout_of(slide)].part, RT.SLIDE_LAYOUT)
    sheet = Sheet(language, lambda address: part.relate_to(urljoin(base, address), RT.HYPERLINK, is_external=True), words)
    part.blob = _document("sld", drawn(slide, number, sheet))
    if slide.notes:
        notes = Part(PackURI(f"/ppt/notesSlides/notesSlide{number}.xml"), CT.PML_NOTES_SLIDE, package, _document("notes", spoken(slide, sheet)))
        notes.relate_to(made.notes_master.part, RT.NOTES_MASTER)
        notes.relate_to(part, RT.SLIDE)
        part.relate_to(notes, RT.NOTES_SLIDE)
    made.slides._sldIdLst._add_sldId(id=_FIRST_SLIDE + number, rId=presentation_part.relate_to(part, RT.SLIDE))


def _document(root: str, shapes: list[str]) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<p:{root} {NAMESPACES}>{tree(shapes)}</p:{root}>'.encode()


def _describe(properties, deck: Deck, author: str) -> None:
    """What the file says about itself: the Guide as its author, the last change of its data as its date."""
    when = datetime(*(int(part) for part in (deck.modified.split("-") + ["1", "1"])[:3])) if deck.modified else datetime(1980, 1, 1)
    properties.title, properties.author, properties.last_modified_by = deck.title, author, author
    properties.language, properties.revision, properties.created, properties.modified = tag(deck.language), 1, when, when


def without_times(packed: bytes) -> bytes:
    """A zip file whose members have no time of their own: in their headers, and in the directory at its end."""
    found = bytearray(packed)
    with ZipFile(BytesIO(packed)) as archive:
        at, members = archive.start_dir, archive.infolist()
    for member in members:
        found[member.header_offset + 10: member.header_offset + 14] = _NO_TIME
        found[at + 12: at + 16] = _NO_TIME
        at += 46 + sum(struct.unpack_from("<HHH", found, at + 28))
    return bytes(found)
