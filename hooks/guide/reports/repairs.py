"""What was repaired, as a short comparison: the place, the reason, the lines before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from ..strings import Strings
from ..typography import typeset
from .sentence import visible


class Change(Protocol):
    """A change as repair/ makes it."""

    line: int
    before: Sequence[str]
    after: Sequence[str]
    reason: str


# The changes of each file, by its path.
Repairs = Mapping[str, Sequence[Change]]


def told(repairs: Repairs, t: Strings) -> list[str]:
    """The repairs of each file, and how many there are."""
    lines = [line for path, changes in repairs.items() for change in changes for line in _lines(path, change, t)]
    return [*lines, t("repair.total", n=sum(map(len, repairs.values())))]


def reason(change: Change, t: Strings) -> str:
    """Why something was changed, as a sentence."""
    return typeset(t(f"repair.{change.reason}"), t.language)


def as_data(repairs: Repairs, t: Strings) -> list[dict]:
    """The repairs for programs."""
    return [{"path": visible(path), "line": change.line, "reason": change.reason, "sentence": reason(change, t),
             "before": [visible(line) for line in change.before], "after": [visible(line) for line in change.after]}
            for path, changes in repairs.items() for change in changes]


def _lines(path: str, change: Change, t: Strings) -> list[str]:
    place = f"{path}:{change.line}" if change.line else path
    return [visible(f"{place}: {reason(change, t)}"), *(_shown(f"  - {line}") for line in change.before), *(_shown(f"  + {line}") for line in change.after)]


def _shown(line: str) -> str:
    """A line of a file. A tab would not be seen."""
    return visible(line.replace("\t", "→"))
