"""Where things stand in the lines of a text: the source of a value, the lines of a field, and how to move them."""

from __future__ import annotations

import re

from ..yaml_source import Mapping, Node, Scalar, Sequence
from ..yaml_source.traps import indent_of, written

_QUOTED = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*\"""")
_BEHIND = re.compile(r"\s*([,\]}].*)?(\s#.*)?$")


def source_of(lines: list[str], node: Scalar) -> tuple[int, int] | None:
    """The columns (from 0) between which a value on one line was typed; None for one on several lines."""
    line, start = lines[node.line - 1] if node.line <= len(lines) else "", node.column - 1
    if node.plain:
        end = start + len(node.value)
        is_there = node.value and line[start: end] == node.value
    else:
        match = _QUOTED.match(line, start)
        end, is_there = match.end() if match else start, match is not None
    return (start, end) if is_there and _BEHIND.match(line, end) else None


def with_value(lines: list[str], node: Scalar, value: str) -> str | None:
    """The line of a value with another one in its place. What stands before and behind it stays."""
    if not (place := source_of(lines, node)):
        return None
    line = lines[node.line - 1]
    return line[: place[0]] + written(value) + line[place[1]:]


def end_of(lines: list[str], start: int) -> int:
    """The line behind a field or an item that begins on line `start`: the next one that does not stand further to the right.

    An item's dash may stand right below the name of its list. Blank lines and comments before the next field are not counted.
    """
    indent, opens_list = indent_of(lines[start]), not lines[start].lstrip().startswith("- ")
    end = start + 1
    for number in range(start + 1, len(lines)):
        text = lines[number].strip()
        if not text:
            continue
        is_item = opens_list and text.startswith("- ") and indent_of(lines[number]) == indent
        if indent_of(lines[number]) <= indent and not is_item:
            break
        end = number + 1
    return end


def moved(lines: list[str], by: int) -> tuple[str, ...] | None:
    """Lines some spaces further to the right or (negative) to the left; None where one cannot go that far."""
    if any(line.strip() and indent_of(line) + by < 0 for line in lines):
        return None
    return tuple(" " * (indent_of(line) + by) + line.lstrip(" ") if line.strip() else line for line in lines)


def is_block(node: Node | None) -> bool:
    """Whether fields or items stand on lines of their own, without brackets or braces."""
    if isinstance(node, Mapping):
        rows = [key.line for key in node.keys.values()]
    elif isinstance(node, Sequence):
        rows = [item.line for item in node.items]
    else:
        return False
    return len(rows) == len(set(rows)) and bool(rows)
