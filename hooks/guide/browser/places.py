"""Where in a record a finding belongs: the names and numbers that lead to the field."""

from __future__ import annotations

from ..findings import Finding
from ..repair.draft import location_of as steps
from ..yaml_source import Document, Mapping, Node, Sequence


def location_of(document: Document, finding: Finding) -> list[str | int]:
    """The way to the field that a finding is about. The reader knows lines only, and names no more than the nearest field."""
    return at_line(document.root, finding.line) if finding in document.findings else list(steps(finding.place))


def at_line(node: Node | None, line: int) -> list[str | int]:
    """The way to what stands on a line, or last above it."""
    if isinstance(node, Mapping):
        above = [key for key, place in node.keys.items() if place.line <= line]
        return [above[-1], *at_line(node.values[above[-1]], line)] if above else []
    if isinstance(node, Sequence):
        above = [index for index, item in enumerate(node.items) if item.line <= line]
        return [above[-1], *at_line(node.items[above[-1]], line)] if above else []
    return []
