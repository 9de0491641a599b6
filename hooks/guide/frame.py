"""The frame around every page: what Material draws, with marks where the parts of a page go.

MkDocs renders the frame once for each language and depth; every page of that depth is the same frame with other
parts. Pages written by hand pass through the same function. See theme/main.html for the marks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

PARTS = ("head", "styles", "header", "main", "footer")
_MARK = re.compile(r"<!--guide:(\w+)-->")
# What Material's own script needs, which our pages do not load: nameless checkboxes for drawer and search, and empty boxes.
# And the indentation and empty lines that its templates leave, which are a third of a frame.
_LEFTOVERS = re.compile(
    r"""(?m:^[ \t]+)|\n(?=\s*\n)|<input class="md-toggle"[^>]*>|<label class="md-overlay"[^>]*></label>|<div data-md-component="(?:skip|announce)">\s*</div>"""
    r"""|<div class="md-dialog"[^>]*>\s*<div[^>]*></div>\s*</div>""")


def marks() -> dict[str, str]:
    """The mark of each part, for the theme."""
    return {part: f"<!--guide:{part}-->" for part in PARTS}


def divided(frame: str) -> list[str]:
    """A frame, without what nobody would use, divided at its marks: text, name of a part, text, … All pages of a depth share it.

    Raises ValueError when a mark is missing from the frame or stands twice.
    """
    found = _MARK.findall(frame)
    if sorted(found) != sorted(PARTS):
        raise ValueError(f"the frame has the marks {found}; it needs each of {PARTS} once")
    return _MARK.split(_LEFTOVERS.sub("", frame))


def fill(frame: list[str], parts: Mapping[str, str]) -> str:
    """A frame with the parts of a page in it.

    >>> fill(divided("<head><!--guide:head--><!--guide:styles--></head><!--guide:header--><!--guide:main--><!--guide:footer-->"),
    ...      {"head": "H", "styles": "s", "header": "h", "main": "m", "footer": "f"})
    '<head>Hs</head>hmf'
    """
    return "".join([parts[piece] if at % 2 else piece for at, piece in enumerate(frame)])
