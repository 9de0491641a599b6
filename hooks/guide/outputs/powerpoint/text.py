"""Texts on a slide as DrawingML: runs with their language, and the size at which a text fits its box.

Sizes are in points. Nobody measures type here: the width of a letter is estimated for Arial, a little wider than it is on
average (0.45 of the size in our texts, 0.49 in bold).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..xml_text import escape, quoted

NAMESPACES = ('xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
              'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
LETTER, BOLD_LETTER, LINE, GAP = 0.47, 0.53, 1.17, 0.4
TITLE_SIZES, SIZES, SMALL_SIZES = (30, 28, 26, 24, 22, 20), (24, 22, 20, 18, 17, 16, 15, 14), (14, 13, 12, 11)
LINK, INK, MUTED = "hlink", "tx1", "folHlink"


@dataclass(frozen=True)
class Run:
    """A piece of text in one language. `scale` makes it larger or smaller than the rest of its box."""

    text: str
    language: str
    href: str = ""
    bold: bool = False
    scale: float = 1
    colour: str = ""


@dataclass(frozen=True)
class Paragraph:
    runs: tuple[Run, ...]
    bullet: bool = False

    @cached_property
    def length(self) -> float:
        """How long it is in one line, for a size of 1."""
        return sum(len(run.text) * run.scale * (BOLD_LETTER if run.bold else LETTER) for run in self.runs)

    @cached_property
    def scale(self) -> float:
        """That of its largest letters."""
        return max((run.scale for run in self.runs), default=1)


def height(paragraphs: Iterable[Paragraph], size: float, width: float) -> float:
    """How high a text stands in a column, in points."""
    return sum(_lines(paragraph, size, width) * size * LINE * paragraph.scale + size * GAP for paragraph in paragraphs)


def _lines(paragraph: Paragraph, size: float, width: float) -> int:
    return max(1, math.ceil(paragraph.length * size / (width - (size if paragraph.bullet else 0))))


def fitted(paragraphs: Sequence[Paragraph], width: float, room: float, sizes: Sequence[int] = SIZES) -> int:
    """The largest size at which a text fits; the smallest if none does.

    >>> fitted([Paragraph((Run("Word " * 200, "en"),))], 400, 300), fitted([Paragraph((Run("Word", "en"),))], 400, 300)
    (14, 24)
    """
    return next((size for size in sizes if height(paragraphs, size, width) <= room), sizes[-1])


def xml(paragraphs: Iterable[Paragraph], size: float, relate: Callable[[str], str]) -> str:
    """Paragraphs as `a:p`. `relate` gives the id of an address in the slide's relationships."""
    return "".join(_paragraph(paragraph, size, relate) for paragraph in paragraphs)


def _paragraph(paragraph: Paragraph, size: float, relate: Callable[[str], str]) -> str:
    indent = f'marL="{round(size * 12700)}" indent="-{round(size * 12700)}"' if paragraph.bullet else 'marL="0" indent="0"'
    mark = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if paragraph.bullet else "<a:buNone/>"
    gap = f'<a:spcBef><a:spcPts val="{round(size * GAP * 100)}"/></a:spcBef>'
    return f"<a:p><a:pPr {indent}>{gap}{mark}</a:pPr>{''.join(_run(run, size, relate) for run in paragraph.runs)}</a:p>"


def _run(run: Run, size: float, relate: Callable[[str], str]) -> str:
    colour = f'<a:solidFill><a:schemeClr val="{run.colour}"/></a:solidFill>' if run.colour else ""
    link = f"<a:hlinkClick r:id={quoted(relate(run.href))}/>" if run.href else ""
    bold = ' b="1"' if run.bold else ""
    return f'<a:r><a:rPr lang="{run.language}" sz="{round(size * run.scale) * 100}"{bold}>{colour}{link}</a:rPr><a:t>{escape(run.text)}</a:t></a:r>'
