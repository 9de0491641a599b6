"""The shapes of a slide, each as its own XML: text boxes, tables, and the map with its alternative text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...pages.slides import TileMap
from .places import emu, transform
from .text import Paragraph, xml
from ..xml_text import escape, quoted

Place = tuple[float, float, float, float]
Relate = Callable[[str], str]
_INSET = 'lIns="0" tIns="0" rIns="0" bIns="0"'
POINTS = 72  # to the inch


def text_box(number: int, name: str, place: Place, paragraphs: Sequence[Paragraph], size: float, relate: Relate) -> str:
    return (f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoted(name)}/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{transform(place)}'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" {_INSET}><a:normAutofit/></a:bodyPr><a:lstStyle/>'
            f"{xml(paragraphs, size, relate)}</p:txBody></p:sp>")


def placeholder(number: int, name: str, kind: str, paragraphs: Sequence[Paragraph], size: float, relate: Relate, place: Place | None = None) -> str:
    """A text in a place that the layout has for it. `kind` is what the place is called there; another place may be given."""
    where = transform(place) if place else ""
    return (f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoted(name)}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{where}</p:spPr>'
            f"<p:txBody><a:bodyPr/><a:lstStyle/>{xml(paragraphs, size, relate)}</p:txBody></p:sp>")


def tree(shapes: Sequence[str]) -> str:
    """The shapes of a slide or of its notes, in the order in which they are read."""
    return ('<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
            f'<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>{"".join(shapes)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>')


def number_box(number: int, name: str, language: str, slide: int) -> str:
    """The number of the slide, in the place that its layout has for it."""
    return (f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoted(name)}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/>'
            f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum"><a:rPr lang="{language}"/><a:t>{slide}</a:t></a:fld></a:p></p:txBody></p:sp>')


# --- tables --------------------------------------------------------------------------------------------------

def table(number: int, name: str, place: Place, widths: Sequence[float], rows: Sequence[Sequence[Paragraph]], heights: Sequence[float], size: float,
          relate: Relate, counted: bool) -> str:
    """A table whose first row is a header. `rows` hold one paragraph a cell; widths and heights are in inches."""
    grid = "".join(f'<a:gridCol w="{emu((width, 0, 0, 0))[0]}"/>' for width in widths)
    body = "".join(f'<a:tr h="{emu((height, 0, 0, 0))[0]}">{"".join(_cell(cell, size, relate, at == 0, counted and column > 0) for column, cell in enumerate(row))}</a:tr>'
                   for at, (row, height) in enumerate(zip(rows, heights, strict=True)))
    return (f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name={quoted(name)} descr={quoted(name)}/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
            f'{transform(place).replace("a:xfrm", "p:xfrm")}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1" firstCol="1"/>'
            f"<a:tblGrid>{grid}</a:tblGrid>{body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>")


def _cell(cell: Paragraph, size: float, relate: Relate, head: bool, right: bool) -> str:
    text = xml([cell], size, relate)
    if right:
        text = text.replace("<a:pPr ", '<a:pPr algn="r" ', 1)
    line = '<a:lnB w="9525"><a:solidFill><a:schemeClr val="accent3"/></a:solidFill></a:lnB>'
    fill = '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>' if head else "<a:noFill/>"
    return f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody><a:tcPr marL="91440" marR="91440" marT="36000" marB="54000" anchor="ctr">{line}{fill}</a:tcPr></a:tc>'


# --- map -----------------------------------------------------------------------------------------------------

def tile_map(number: int, name: str, place: Place, shown: TileMap, language: str) -> str:
    """The map as one group with one alternative text. Its units become inches by the width of the place."""
    scale = place[2] / shown.width
    tiles = "".join(_tile(number + at, tile, place, scale, language) for at, tile in enumerate(shown.tiles, 1))
    left, top, width, height = emu((place[0], place[1], shown.width * scale, shown.height * scale))
    return (f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{number}" name={quoted(name)} descr={quoted(shown.alternative)}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/>'
            f'<a:chOff x="{left}" y="{top}"/><a:chExt cx="{width}" cy="{height}"/></a:xfrm></p:grpSpPr>{tiles}</p:grpSp>')


def _tile(number: int, tile, place: Place, scale: float, language: str) -> str:
    """A jurisdiction: dark where it has cases, a dashed frame where it has none, a frame of another colour for the deck's own."""
    fill = "bg1" if tile.is_own or tile.is_empty else "tx2"
    frame, dash = ("accent2", "") if tile.is_own else ("accent4", '<a:prstDash val="dash"/>') if tile.is_empty else ("tx2", "")
    ink = "tx1" if fill == "bg1" else "bg1"
    parts = ((tile.code, 1300), (tile.number, 1600)) if tile.number else ((tile.code, 1600),)
    text = "".join(f'<a:p><a:pPr algn="ctr"/><a:r><a:rPr lang="{language}" sz="{size}" b="1"><a:solidFill><a:schemeClr val="{ink}"/></a:solidFill></a:rPr><a:t>{escape(part)}</a:t></a:r></a:p>' for part, size in parts)
    where = (place[0] + tile.x * scale, place[1] + tile.y * scale, tile.width * scale, 76 * scale)
    return (f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoted(tile.code)}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{transform(where)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            f'<a:solidFill><a:schemeClr val="{fill}"/></a:solidFill><a:ln w="{25400 if tile.is_own else 12700}"><a:solidFill><a:schemeClr val="{frame}"/></a:solidFill>{dash}</a:ln></p:spPr>'
            f'<p:txBody><a:bodyPr wrap="none" {_INSET} anchor="ctr"/><a:lstStyle/>{text}</p:txBody></p:sp>')
