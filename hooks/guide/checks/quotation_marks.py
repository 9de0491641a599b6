"""Typographic quotation marks around a whole text, typed where YAML has straight ones: readers would see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Finding
from ..library import Library
from ..yaml_source import Mapping, Node, Scalar, Sequence
from ..yaml_source.traps import QUOTATION_MARKS, unwrapped

# A name is refused with its marks, and its own sentence says what it should be.
_NAME = re.compile(r"[A-Za-z0-9./:-]+")


def findings(library: Library) -> Iterator[Finding]:
    for kind, name, document in library.checked():
        for location, node in _marked(document.root) if document.has_marks else ():
            text = unwrapped(node.value)
            if text != node.value and text and not _NAME.fullmatch(text):
                yield library.finding(kind, name, location, "typographic-quotes", "warning", suggest=text)


def _marked(root: Node | None) -> list[tuple[tuple, Scalar]]:
    """The texts that begin with such a mark and stand in no straight ones, which would say what is meant. In the order of the file."""
    found: list[tuple[tuple, Scalar]] = []

    def look(node: Node | None, location: tuple) -> None:
        if isinstance(node, Mapping):
            for name, value in node.values.items():
                look(value, (*location, name))
        elif isinstance(node, Sequence):
            for index, item in enumerate(node.items):
                look(item, (*location, index))
        elif isinstance(node, Scalar) and node.plain and node.value.startswith(QUOTATION_MARKS):
            found.append((location, node))

    look(root, ())
    return found
