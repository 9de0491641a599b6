"""Lists, items and levels: a single term where a list belongs, a dash that is missing, fields pushed in too far."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..findings import Finding
from ..yaml_source import Mapping, Node, Scalar, Sequence
from ..yaml_source.nodes import at
from ..yaml_source.traps import indent_of, written
from .draft import UNTOUCHED, Draft, Proposal, location_of
from .places import end_of, is_block, moved, source_of

_NO = {"no", "n", "non", "faux", "off", "0", "false"}
# A term, an id or a code: a text that brackets do not belong to.
_NAME = re.compile(r"[A-Za-z0-9-]+")


def proposals(draft: Draft) -> Iterator[Proposal]:
    """What puts the lines of one finding right."""
    for finding in draft.findings:
        location = location_of(finding.place)
        if location and finding.code in REPAIRS and UNTOUCHED not in location:
            if found := REPAIRS[finding.code](draft, finding, location, at(draft.document.root, location)):
                yield found


def _listed(draft: Draft, finding: Finding, location: tuple, node: Node | None) -> Proposal | None:
    """`channels: digital` as a list of one, and `digital, in-person` as one of two if both are names."""
    line = draft.lines[finding.line - 1]
    if not isinstance(node, Scalar) or node.line != finding.line or not (place := source_of(draft.lines, node)):
        return None
    parts = [part.strip() for part in re.split("[,;]", node.value)]
    if not (finding.paste and len(parts) == 1 or all(map(_NAME.fullmatch, parts))):
        return None
    name, behind, indent = line[: place[0]].rstrip(), line[place[1]:].rstrip(), " " * (finding.column - 1)
    return _lines(finding, finding.line - 1, finding.line, [name + behind, *(f"{indent}  - {written(part)}" for part in parts)])


def _single(draft: Draft, finding: Finding, location: tuple, node: Node | None) -> Proposal | None:
    """A list of one name, where a single one belongs: on one line, if no comment stands in between."""
    if not isinstance(node, Sequence) or len(node.items) != 1 or not isinstance(item := node.items[0], Scalar):
        return None
    value = str(finding.params.get("suggest") or "")
    if not _NAME.fullmatch(value) or not _NAME.fullmatch(item.value) or not isinstance(location[-1], str):
        return None
    start = finding.line - 1
    end, name = item.line, draft.lines[start].partition(":")[0]
    if any("#" in line or not line.strip() for line in draft.lines[start:end]):
        return None
    return _lines(finding, start, end, [f"{name}: {value}"])


def _with_dash(draft: Draft, finding: Finding, location: tuple, node: Node | None) -> Proposal | None:
    """The fields of one item become its lines, behind a dash."""
    if not isinstance(node, Mapping) or not is_block(node):
        return None
    start = finding.line - 1
    keys = [key.column for key in node.keys.values()]
    if len(set(keys)) != 1:
        return None
    lines = _until(draft.lines, start, indent_of(draft.lines[start]))
    pushed = moved(draft.lines[start:lines], 2)
    first = " " * indent_of(draft.lines[start]) + "- " + draft.lines[start].lstrip(" ")
    return _lines(finding, start, lines, [first, *pushed[1:]])


def _until(lines: list[str], start: int, indent: int) -> int:
    """The line behind the last one that stands at least as far to the right."""
    end = start + 1
    for number in range(start + 1, len(lines)):
        if lines[number].strip():
            if indent_of(lines[number]) < indent:
                break
            end = number + 1
    return end


def _shifted(draft: Draft, finding: Finding, location: tuple, node: Node | None) -> Proposal | None:
    """A field with all its lines on the level it belongs to."""
    start, by = finding.line - 1, int(finding.params["n"]) - (finding.column - 1)
    if draft.lines[start][: finding.column - 1].strip():  # behind a dash
        return None
    end = end_of(draft.lines, start)
    lines = moved(draft.lines[start:end], by)
    return _lines(finding, start, end, lines) if lines else None


def _item_shifted(draft: Draft, finding: Finding, location: tuple, node: Node | None) -> Proposal:
    start = finding.line - 1
    return _lines(finding, start, start + 1, [" " * int(finding.params["n"]) + draft.lines[start].lstrip(" ")])


def _without_item(draft: Draft, finding: Finding, location: tuple, node: Node | None) -> Proposal | None:
    """The second of two equal names in a list."""
    line = draft.lines[finding.line - 1]
    is_alone = isinstance(node, Scalar) and re.fullmatch(r"\s*- +\S+\s*", line) and (place := source_of(draft.lines, node)) and place[1] == len(line.rstrip())
    return _lines(finding, finding.line - 1, finding.line, []) if is_alone else None


def _without_field(draft: Draft, finding: Finding, location: tuple, node: Node | None) -> Proposal | None:
    """The second of two fields that say the same in the same words."""
    start, first = finding.line - 1, int(finding.params["first"]) - 1
    lines = draft.lines[start: end_of(draft.lines, start)]
    return _lines(finding, start, start + len(lines), []) if lines == draft.lines[first: end_of(draft.lines, first)] else None


def _left_out(draft: Draft, finding: Finding, location: tuple, node: Node | None) -> Proposal | None:
    """`lead: no`: what is not so is left out."""
    line = draft.lines[finding.line - 1]
    is_no = isinstance(node, Scalar) and node.value.strip().casefold() in _NO
    is_alone = re.fullmatch(r"\s*[a-z_]+: *\S+\s*", line)
    return _lines(finding, finding.line - 1, finding.line, []) if is_no and is_alone else None


def _lines(finding: Finding, start: int, end: int, lines: list[str] | tuple[str, ...]) -> Proposal:
    return Proposal(start, end, tuple(lines), finding.code)


REPAIRS: dict[str, Callable[[Draft, Finding, tuple, Node | None], Proposal | None]] = {
    "list-expected": _listed, "text-expected": _single, "unknown-word": _single, "dash-missing": _with_dash,
    "too-far-left": _shifted, "too-far-right": _shifted, "dash-inside": _item_shifted, "listed-twice": _without_item, "duplicate-key": _without_field,
    "true-expected": _left_out,
}
