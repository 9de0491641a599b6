"""Typographic quotation marks around a whole text, typed where YAML has straight ones: readers would see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Finding
from ..library import Library
from ..yaml_source import Mapping, Node, Scalar, Sequence
from ..yaml_source.traps import unwrapped

# A name is refused with its marks, and its own sentence says what it should be.
_NAME = re.compile(r"[A-Za-z0-9./:-]+")


def findings(library: Library) -> Iterator[Finding]:
    for kind, name, document in library.checked():
        for location, node in _plain(document.root, ()):
            text = unwrapped(node.value)
            if text != node.value and text and not _NAME.fullmatch(text):
                yield library.finding(kind, name, location, "typographic-quotes", "warning", suggest=text)


def _plain(node: Node | None, location: tuple) -> Iterator[tuple[tuple, Scalar]]:
    """The texts without straight quotation marks. Those that have some say what they mean."""
    if isinstance(node, Mapping):
        for name, value in node.values.items():
            yield from _plain(value, (*location, name))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _plain(item, (*location, index))
    elif isinstance(node, Scalar) and node.plain:
        yield location, node
