"""How the empty presentation is made that every deck starts from: size, colours, type, places. No government's look.

It is made from the one that python-pptx brings, and kept beside this module as empty.pptx (`guide schema` writes it, and a test fails
when it is another): a build need not load the library. What a deck says of itself stands in it as marks.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

from pptx import Presentation
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from ..archive import archive
from .package import AUTHOR, DAY, LANGUAGE, TITLE
from .places import BODY_PLACE, HEIGHT, MARGIN, TITLE_PLACE, WIDTH, emu, transform
from .text import NAMESPACES

PATH = "hooks/guide/outputs/powerpoint/empty.pptx"
_NUMBER_PLACE = (WIDTH - MARGIN - 1.2, 6.95, 1.2, 0.35)
_COVER_PLACES = {"ctrTitle": (1.0, 1.7, 11.3, 1.7), "subTitle": (1.0, 3.6, 11.3, 2.6)}
_KEPT = ("Title Slide", "Title and Content", "Title Only")
_COLOURS = {"dk1": "1B2426", "lt1": "FFFFFF", "dk2": "14464D", "lt2": "F0F4F4", "accent1": "14464D", "accent2": "A3541A", "accent3": "3F8A93",
            "accent4": "4C5A5D", "accent5": "86CFD8", "accent6": "F0B27A", "hlink": "0F5A66", "folHlink": "4C5A5D"}
_FONT = "Arial"  # there on every machine, or metrically the same


def empty_presentation() -> bytes:
    """The file, always the same."""
    made = Presentation()
    made.slide_width, made.slide_height = emu((WIDTH, HEIGHT))
    for layout in [layout for layout in made.slide_layouts if layout.name not in _KEPT]:
        made.slide_layouts.remove(layout)
    _without_what_nobody_reads(made)
    _theme(made.slide_master.part)
    _master(made.slide_master)
    for layout in made.slide_layouts:
        _layout(layout)
    for element in (made.part._element, made.slide_master._element, made.notes_master._element, *(layout._element for layout in made.slide_layouts)):
        _in_language(element)
    _describe(made.core_properties)
    written = BytesIO()
    made.save(written)
    with ZipFile(written) as saved:
        return archive((name, saved.read(name)) for name in saved.namelist())


def _describe(properties) -> None:
    """What a file says about itself, as marks."""
    day = datetime.fromisoformat(DAY)
    properties.title, properties.author, properties.last_modified_by = TITLE, AUTHOR, AUTHOR
    properties.language, properties.revision, properties.created, properties.modified = LANGUAGE, 1, day, day


def _without_what_nobody_reads(made) -> None:
    """A thumbnail of another presentation, settings of somebody's printer, and the name of the program it was made with."""
    for owner, unread in ((made.part.package, ("thumbnail", "extended-properties")), (made.part, ("printerSettings",))):
        for name, relation in list(owner._rels.items()):
            if relation.reltype.rpartition("/")[2] in unread:
                owner._rels.pop(name)


def _theme(master_part) -> None:
    part = next(relation.target_part for relation in master_part.rels.values() if relation.reltype.endswith("/theme"))
    theme = parse_xml(part.blob)
    for name, colour in _COLOURS.items():
        place = theme.find(f".//{qn('a:clrScheme')}/{qn('a:' + name)}")
        place[:] = [parse_xml(f'<a:srgbClr {NAMESPACES} val="{colour}"/>')]
    for font in theme.iterfind(f".//{qn('a:fontScheme')}/*/{qn('a:latin')}"):
        font.set("typeface", _FONT)
    part.blob = serialize_part_xml(theme)


def _master(master) -> None:
    places = {"title": TITLE_PLACE, "body": BODY_PLACE, "sldNum": _NUMBER_PLACE}
    for shape in list(master.placeholders):
        kind = shape._element.ph.get("type")
        if kind in places:
            _move(shape, places[kind])
            shape._element.txBody.bodyPr.set("lIns", "0")
        else:
            shape._element.getparent().remove(shape._element)
    title = master._element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    style = title.find(qn("a:defRPr"))
    style.set("b", "1")
    style.find(f"{qn('a:solidFill')}/{qn('a:schemeClr')}").set("val", "tx2")
    tree = master.shapes._spTree
    tree.insert(2, _bar())
    tree.append(_footer())


def _bar():
    """A line along the top. It says nothing, so that it is marked as decoration."""
    decoration = '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    return parse_xml(f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="90" name="Bar">{decoration}</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{transform((0, 0, WIDTH, 0.14))}'
                     '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>')


def _footer():
    """The name of the Guide at the foot of every slide."""
    return parse_xml(f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="91" name="Footer"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{transform((MARGIN, 6.95, 9.5, 0.35))}'
                     '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr lIns="0" anchor="ctr"/><a:lstStyle/>'
                     f'<a:p><a:r><a:rPr lang="{LANGUAGE}" sz="1100"><a:solidFill><a:schemeClr val="accent4"/></a:solidFill></a:rPr><a:t>{AUTHOR}</a:t></a:r></a:p></p:txBody></p:sp>')


def _layout(layout) -> None:
    """The cover has a ground of its own; the others stand as the master says."""
    cover = layout.name == _KEPT[0]
    for shape in list(layout.placeholders):
        kind = shape._element.ph.get("type")
        if kind in ("dt", "ftr") or (cover and kind == "sldNum"):
            shape._element.getparent().remove(shape._element)
        elif kind in _COVER_PLACES:
            _move(shape, _COVER_PLACES[kind])
            for level in shape._element.txBody.iter(qn("a:lvl1pPr")):
                level.set("algn", "l")
    if cover:
        layout._element.set("showMasterSp", "0")
        ground = parse_xml(f'<p:bg {NAMESPACES}><p:bgPr><a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>')
        layout._element.cSld.insert(0, ground)


def _move(shape, place: tuple[float, float, float, float]) -> None:
    shape.left, shape.top, shape.width, shape.height = emu(place)


def _in_language(element) -> None:
    """Everything in one language; the prompts, which are in English, are left out."""
    for node in element.iter():
        if node.get("lang"):
            node.set("lang", LANGUAGE)
    for run in [run for run in element.iter(qn("a:r")) if "Click to edit" in "".join(run.itertext()) or "level" in "".join(run.itertext())]:
        run.getparent().remove(run)
