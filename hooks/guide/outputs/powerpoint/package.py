"""A presentation as a package of parts that lead to each other (ISO/IEC 29500-2): those of the empty one, and slides with their notes.

(The library's own way of adding a slide takes ten times as long, and it would read the empty presentation anew for each deck
and make an element of every relation.)
"""

from __future__ import annotations


from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from ..archive import archive
from .template import Template
from ..xml_text import quoted

_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
_TYPES, _MAIN, _OF_MAIN = "[Content_Types].xml", "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"
_FIRST_SLIDE = 255  # the first number that the format allows is 256


class Relations:
    """What a part leads to, each thing once, by its id."""

    def __init__(self, used: int = 0) -> None:
        self.used = used  # how many ids are taken already
        self.ids: dict[tuple[str, str, str], str] = {}

    def to(self, kind: str, target: str, mode: str = "") -> str:
        """The id of a part beside this one."""
        return self.ids.setdefault((kind, target, mode), f"rId{self.used + len(self.ids) + 1}")

    def to_address(self, address: str) -> str:
        """The id of an address elsewhere."""
        return self.to(RT.HYPERLINK, address, ' TargetMode="External"')

    def xml(self) -> str:
        return "".join(f'<Relationship Id="{name}" Type="{kind}" Target={quoted(target)}{mode}/>' for (kind, target, mode), name in self.ids.items())

    def document(self) -> bytes:
        return f"{_HEAD}{_RELATIONS}{self.xml()}</Relationships>".encode()


class Package:
    """A presentation under way, from the empty one of its language."""

    def __init__(self, empty: Template) -> None:
        self.empty, self.parts = empty, dict(empty.parts)
        self.relations = Relations(empty.parts[_OF_MAIN].count(b"<Relationship "))
        self.slides: list[str] = []
        self.types: list[str] = []

    def of_slide(self, layout: int) -> Relations:
        """The relations of a slide that has one of the layouts."""
        relations = Relations()
        relations.to(RT.SLIDE_LAYOUT, f"../slideLayouts/{self.empty.layouts[layout]}")
        return relations

    def slide(self, content: bytes, relations: Relations, notes: bytes = b"") -> None:
        """Add a slide at the end, with its notes."""
        number = len(self.slides) + 1
        name, notes_name = f"slides/slide{number}.xml", f"notesSlides/notesSlide{number}.xml"
        self.slides.append(f'<p:sldId id="{_FIRST_SLIDE + number}" r:id="{self.relations.to(RT.SLIDE, name)}"/>')
        if notes:
            relations.to(RT.NOTES_SLIDE, f"../{notes_name}")
            around = Relations()
            around.to(RT.NOTES_MASTER, f"../notesMasters/{self.empty.notes_master}")
            around.to(RT.SLIDE, f"../{name}")
            self._part(notes_name, CT.PML_NOTES_SLIDE, notes, around)
        self._part(name, CT.PML_SLIDE, content, relations)

    def _part(self, name: str, kind: str, content: bytes, relations: Relations) -> None:
        folder, _, file = name.partition("/")
        self.parts[f"ppt/{name}"], self.parts[f"ppt/{folder}/_rels/{file}.rels"] = content, relations.document()
        self.types.append(f'<Override PartName="/ppt/{name}" ContentType="{kind}"/>')

    def packed(self) -> bytes:
        """The file."""
        self._replace(_TYPES, "</Types>", f"{''.join(self.types)}</Types>")
        self._replace(_OF_MAIN, "</Relationships>", f"{self.relations.xml()}</Relationships>")
        self._replace(_MAIN, "<p:sldIdLst/>", f"<p:sldIdLst>{''.join(self.slides)}</p:sldIdLst>")
        return archive(self.parts.items())

    def _replace(self, name: str, mark: str, text: str) -> None:
        self.parts[name] = self.parts[name].replace(mark.encode(), text.encode())
