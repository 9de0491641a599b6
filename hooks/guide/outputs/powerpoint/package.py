"""A presentation as a package of parts that lead to each other (ISO/IEC 29500-2): those of the empty one, and slides with their notes.

python-pptx, which makes the empty one, is not loaded here: that takes as long as a dozen decks. Its own way of adding a slide takes ten
times as long, and it would read the empty presentation anew for each deck.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from zipfile import ZipFile

from ..archive import archive
from ..xml_text import escape, quoted

EMPTY = Path(__file__).with_name("empty.pptx")  # template.py makes it
# Marks in the empty presentation, and the files of its layouts, in the order of places.py.
LANGUAGE, AUTHOR, TITLE, DAY = "zxx-CA", "{author}", "{title}", "1980-01-01"
LAYOUTS = ("slideLayout1.xml", "slideLayout2.xml", "slideLayout6.xml")
_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPES, _MAIN, _OF_MAIN, _DESCRIPTION = "[Content_Types].xml", "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels", "docProps/core.xml"
_FIRST_SLIDE = 255  # the first number that the format allows is 256


@cache
def _empty(language: str, author: str) -> dict[str, bytes]:
    """The parts of the empty presentation of a language, by their names. `author` stands at the foot of every slide."""
    with ZipFile(EMPTY) as file:
        return {name: file.read(name).replace(LANGUAGE.encode(), language.encode()).replace(AUTHOR.encode(), escape(author).encode()) for name in file.namelist()}


class Relations:
    """What a part leads to, each thing once, by its id."""

    def __init__(self, used: int = 0) -> None:
        self.used = used  # how many ids are taken already
        self.ids: dict[tuple[str, str, str], str] = {}

    def to(self, kind: str, target: str, mode: str = "") -> str:
        """The id of a part, which is of a kind."""
        return self.ids.setdefault((kind, target, mode), f"rId{self.used + len(self.ids) + 1}")

    def to_layout(self, layout: int) -> str:
        """The id of one of the layouts."""
        return self.to("slideLayout", f"../slideLayouts/{LAYOUTS[layout]}")

    def to_address(self, address: str) -> str:
        """The id of an address elsewhere."""
        return self.to("hyperlink", address, ' TargetMode="External"')

    def xml(self) -> str:
        return "".join(f'<Relationship Id="{name}" Type="{_RELATION}{kind}" Target={quoted(target)}{mode}/>' for (kind, target, mode), name in self.ids.items())

    def document(self) -> bytes:
        return f"{_HEAD}{_RELATIONS}{self.xml()}</Relationships>".encode()


class Package:
    """A presentation under way, from the empty one of its language (as Office writes it)."""

    def __init__(self, language: str, author: str) -> None:
        self.parts = dict(_empty(language, author))
        self.relations = Relations(self.parts[_OF_MAIN].count(b"<Relationship "))
        self.slides: list[str] = []
        self.types: list[str] = []

    def describe(self, title: str, day: str) -> None:
        """What the file says about itself: its title, and the day of its last change."""
        self._replace(_DESCRIPTION, DAY, day or DAY)
        self._replace(_DESCRIPTION, TITLE, escape(title))  # the last one: a title may hold what looks like a mark

    def slide(self, content: bytes, relations: Relations, notes: bytes = b"") -> None:
        """Add a slide at the end, with its notes."""
        number = len(self.slides) + 1
        name, notes_name = f"slides/slide{number}.xml", f"notesSlides/notesSlide{number}.xml"
        self.slides.append(f'<p:sldId id="{_FIRST_SLIDE + number}" r:id="{self.relations.to("slide", name)}"/>')
        if notes:
            relations.to("notesSlide", f"../{notes_name}")
            around = Relations()
            around.to("notesMaster", "../notesMasters/notesMaster1.xml")
            around.to("slide", f"../{name}")
            self._part("notesSlide", notes_name, notes, around)
        self._part("slide", name, content, relations)

    def _part(self, kind: str, name: str, content: bytes, relations: Relations) -> None:
        folder, _, file = name.partition("/")
        self.parts[f"ppt/{name}"], self.parts[f"ppt/{folder}/_rels/{file}.rels"] = content, relations.document()
        self.types.append(f'<Override PartName="/ppt/{name}" ContentType="application/vnd.openxmlformats-officedocument.presentationml.{kind}+xml"/>')

    def packed(self) -> bytes:
        """The file."""
        self._replace(_TYPES, "</Types>", f"{''.join(self.types)}</Types>")
        self._replace(_OF_MAIN, "</Relationships>", f"{self.relations.xml()}</Relationships>")
        self._replace(_MAIN, "<p:sldIdLst/>", f"<p:sldIdLst>{''.join(self.slides)}</p:sldIdLst>")
        return archive(self.parts.items())

    def _replace(self, name: str, mark: str, text: str) -> None:
        self.parts[name] = self.parts[name].replace(mark.encode(), text.encode())
