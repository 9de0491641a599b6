"""Reads a YAML file as text with places: every scalar a string, every node with line and column.

Nothing else in the project imports yaml. The field, not YAML, decides what a text means, so `ON`, `012`,
`1.10` and `12:30` stay what was typed. The subset that we accept is stated in docs/decisions/0004-yaml-subset.md.
"""

from .nodes import Mapping, Node, Scalar, Sequence
from .reader import Document, read_bytes, read_file

__all__ = ["Document", "Mapping", "Node", "Scalar", "Sequence", "read_bytes", "read_file"]
