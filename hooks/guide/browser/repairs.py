"""A record as it was meant, for a form that loads a file: whatever can be repaired is, and told.

The reader corrects the traps of YAML; here the corrections that findings suggest are made in what was read: a name or a
term that was mistyped, a field at another level, one text where a list is asked for.
"""

from __future__ import annotations

from typing import Any

from ..findings import Finding
from ..yaml_source import Mapping
from ..yaml_source.traps import WITHOUT_PASTE
from .one_file import Read
from .places import at_line, steps

_IN_A_LIST = ("list-expected", "dash-missing")
# What the reader corrects without a line to paste.
_READ = (*WITHOUT_PASTE, "hidden-character", "escaped-character")


def repaired(read: Read) -> tuple[dict[str, Any] | None, list[Finding]]:
    """The record as plain JSON in the order of the file, and the findings that it repairs; None where there are no fields."""
    if not isinstance(read.document.root, Mapping):
        return None, []
    record: dict[str, Any] = read.document.root.plain_data()
    told = [finding for finding in read.findings if finding in read.document.findings and (finding.paste or finding.code in _READ)]
    for finding in told:
        if finding.code == "comment-behind":  # the text was meant whole
            _set(record, at_line(read.document.root, finding.line), f"{finding.params['kept']} {finding.params['lost']}")
    return record, told + [finding for finding in read.findings if finding not in told and _repair(record, finding)]


def _set(record: dict[str, Any], path: list[str | int], value: str) -> None:
    if isinstance(_at(record, path), str):
        _at(record, path[:-1])[path[-1]] = value


def _repair(record: dict[str, Any], finding: Finding) -> bool:
    """Make the correction that a finding suggests. False where it suggests none, or its place is not there."""
    *above, last = steps(finding.place) or [""]
    inside = _at(record, above)
    if not (isinstance(inside, dict) and last in inside or isinstance(inside, list) and isinstance(last, int) and last < len(inside)):
        return False
    if meant := str(finding.params.get("meant", "")):
        return _move(record, inside, last, steps(meant))
    if suggest := str(finding.params.get("suggest", "") or ""):
        inside[last] = suggest
    elif finding.code in _IN_A_LIST and inside[last] and not isinstance(inside[last], list):
        inside[last] = [inside[last]]
    else:
        return False
    return True


def _move(record: dict[str, Any], inside: dict[str, Any], last: str, to: list[str | int]) -> bool:
    """Move a value to where it was meant, or give its field the name that was meant, in its place among the others."""
    *above, name = to
    target = _at(record, above)
    if target is inside:
        fields = [(name if key == last else key, value) for key, value in inside.items()]
        inside.clear()
        inside.update(fields)
        return True
    if target == "":  # an empty field that the lines below were meant to fill
        parent = _at(record, above[:-1])
        target = parent[above[-1]] = {}
    if not isinstance(target, dict):
        return False
    target[name] = inside.pop(last)
    return True


def _at(value: Any, path: list[str | int]) -> Any:
    for step in path:
        value = value.get(step) if isinstance(value, dict) else value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None
    return value
