"""A finding: one thing that a contributor should know about a file.

A finding is data (a code, a place, parameters). Its sentence is in locales/<language>.yml under
`check.<code>`; its shape for a reader (text, JSON, GitHub annotation) is in reports/.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]
# Nobody reads more than this about one file: the next run tells the rest.
MOST = 1000


@dataclass(frozen=True)
class Finding:
    """What was found, and where.

    `path` is relative to the project, with forward slashes. `line` and `column` count from 1.
    `place` is the field as a contributor would name it (`results[0].year`), or "" for the file as a whole.
    `paste` is the corrected line, without its indentation, when it can be known.
    """

    path: str
    line: int
    column: int
    code: str
    place: str = ""
    severity: Severity = "error"
    params: Mapping[str, object] = field(default_factory=dict)
    paste: str = ""


def in_reading_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort as a person reads: by file, then from top to bottom. Drops exact repetitions."""
    unique = {(f.path, f.line, f.column, f.code, f.place, repr(f.params)): f for f in findings}
    return [unique[key] for key in sorted(unique)]


def count(findings: Iterable[Finding], severity: Severity) -> int:
    """How many findings have this severity."""
    return sum(1 for finding in findings if finding.severity == severity)
