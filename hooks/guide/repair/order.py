"""The order of the fields: that of the model, so that two files can be laid beside each other. Comments go with their field."""

from __future__ import annotations

import re

from ..records import KINDS
from ..records.walk import fields_at
from ..yaml_source import Document, Mapping, Node, Sequence
from ..yaml_source.nodes import at
from ..yaml_source.traps import indent_of
from .draft import Change, Draft
from .places import is_block


def sort(draft: Draft) -> None:
    """Put the fields of each level into order, the innermost first. A text that cannot be read is left as it is."""
    if draft.document.corrected or not isinstance(draft.document.root, Mapping):
        return
    for location in reversed(list(_levels(draft.document.root, ()))):
        _sort_level(draft, location)


def is_in_order(kind: str, document: Document) -> bool:
    """Whether the fields of each level have the order of the model, as far as they can be read."""
    return all(_wanted(kind, document, location) is None for location in _levels(document.root, ()))


def _wanted(kind: str, document: Document, location: tuple) -> list[str] | None:
    """The fields of a level in their order; None where they have it, or where one of them is not known."""
    known, node = fields_at(KINDS[kind].model, location), at(document.root, location)
    names = list(node.keys)
    if not set(names) <= set(known):
        return None
    wanted = sorted(names, key=known.index)
    return wanted if wanted != names else None


def _levels(node: Node, location: tuple):
    """Where fields stand."""
    if isinstance(node, Mapping):
        yield location
        for name, value in node.values.items():
            yield from _levels(value, (*location, name))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _levels(item, (*location, index))


def _sort_level(draft: Draft, location: tuple) -> None:
    node = at(draft.document.root, location)
    wanted, names = _wanted(draft.kind, draft.document, location), list(node.keys)
    if not wanted or not is_block(node) or len({key.column for key in node.keys.values()}) != 1:
        return
    blocks, start, end = _blocks(draft, node)
    lines = [line for name in wanted for line in blocks[name]]
    if location and isinstance(location[-1], int):
        lines = _with_dash_first(lines, draft.lines[node.keys[names[0]].line - 1], node.column - 1)
    changed = [*draft.lines[:start], *lines, *draft.lines[end:]]
    document = draft.read(changed)
    if document.findings or document.root.plain_data() != draft.document.root.plain_data():
        return
    moved = next(name for name, other in zip(names, wanted) if name != other)
    change = Change(draft.numbers[node.keys[moved].line - 1], (_said(names, wanted),), (_said(wanted, names),), "order")
    draft.take(changed, draft.numbers, [change])


def _said(names: list[str], others: list[str]) -> str:
    """The fields from the first to the last one whose place is another one in the other order."""
    differ = [index for index, (name, other) in enumerate(zip(names, others)) if name != other]
    return ", ".join(names[differ[0]: differ[-1] + 1])


def _blocks(draft: Draft, node: Mapping) -> tuple[dict[str, list[str]], int, int]:
    """The lines of each field, with the comments right above it, and where they begin and end."""
    starts = {name: _with_comments(draft.lines, key.line - 1) for name, key in node.keys.items()}
    first = next(iter(node.keys))
    starts[first] = max(starts[first], _header(draft.lines)) if indent_of(draft.lines[node.keys[first].line - 1]) == 0 else node.keys[first].line - 1
    rows = list(starts.values())
    end = _end(draft.lines, max(key.line for key in node.keys.values()) - 1, node.column - 1)
    return {name: draft.lines[start: stop] for (name, start), stop in zip(starts.items(), [*rows[1:], end])}, rows[0], end


def _with_comments(lines: list[str], number: int) -> int:
    """The first of the comments that stand right above a line."""
    while number and lines[number - 1].lstrip().startswith("#") and indent_of(lines[number - 1]) == indent_of(lines[number]):
        number -= 1
    return number


def _header(lines: list[str]) -> int:
    """The line behind what is said about the file as a whole: the name of its schema, and comments up to a blank line."""
    comments = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    if comments < len(lines) and not lines[comments].strip():
        return comments + 1
    return 1 if lines and re.match(r"# *yaml-language-server:", lines[0]) else 0


def _end(lines: list[str], start: int, indent: int) -> int:
    """The line behind the last field: comments and blank lines behind it stay where they are."""
    end = start + 1
    for number in range(start + 1, len(lines)):
        text = lines[number].strip()
        if text and indent_of(lines[number]) <= indent and not (text.startswith("- ") and indent_of(lines[number]) == indent):
            break
        end = number + 1 if text else end
    return end


def _with_dash_first(lines: list[str], old: str, column: int) -> list[str]:
    """The dash of an item stands before whichever field is now the first."""
    dash = old[:column]
    first = next(index for index, line in enumerate(lines) if not line.lstrip().startswith("#"))
    plain = [line if line[:column].strip() == "" else " " * column + line[column:] for line in lines]
    plain[first] = dash + plain[first][column:]
    return plain
