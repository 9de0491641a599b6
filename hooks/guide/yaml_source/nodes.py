"""What a YAML file consists of, with places. Lines and columns count from 1."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Scalar:
    """A text as it was typed (quotes and folding undone)."""

    value: str
    line: int
    column: int
    plain: bool = True

    def plain_data(self) -> str:
        return self.value


@dataclass(slots=True)
class Sequence:
    """A list."""

    items: list["Node"]
    line: int
    column: int

    def plain_data(self) -> list:
        return [item.plain_data() for item in self.items]


@dataclass(slots=True)
class Mapping:
    """Fields with their values, in the order of the file. A key that stands twice keeps its first value."""

    line: int
    column: int
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, "Node"] = field(default_factory=dict)

    def plain_data(self) -> dict:
        return {key: value.plain_data() for key, value in self.values.items()}


Node = Scalar | Sequence | Mapping


def find(node: Node | None, path: tuple) -> tuple[int, int, tuple]:
    """The place of a field: line, column, and the part of the path that exists.

    A missing field has no place of its own: it gets that of the nearest field around it, because that is
    where a contributor has to add it.

    >>> find(Mapping(1, 1, {"a": Scalar("a", 3, 2)}, {"a": Scalar("x", 3, 5)}), ("a",))
    (3, 2, ('a',))
    """
    if node is None:
        return 1, 1, ()
    line, column, seen = node.line, node.column, ()
    for step in path:
        if isinstance(node, Mapping) and step in node.values:
            key = node.keys[step]
            line, column, node = key.line, key.column, node.values[step]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            line, column = node.line, node.column
        else:
            break
        seen += (step,)
    return line, column, seen


def at(node: Node | None, path: tuple) -> Node | None:
    """The node at a path, or None."""
    for step in path:
        if isinstance(node, Mapping):
            node = node.values.get(step)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node
