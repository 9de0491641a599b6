"""The figures of a run as a table, beside those that are kept. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

from .measure import Cost

COLUMNS = ("what", "seconds", "of processor", "peak MiB", "ms a page", "pages", "files", "goal", "seconds: now / kept", "processor: now / kept")


@dataclass
class Row:
    """One thing that was measured some times, with the cost of the fixed piece of work beside each time.

    `goal` is in seconds, 0 where there is none.
    """

    name: str
    costs: list[Cost]
    machine: list[Cost]
    pages: int = 0
    files: int = 0
    goal: float = 0

    def figures(self) -> dict[str, float]:
        """The medians, by themselves and in pieces of the fixed work (`relative`), as they are kept."""
        pairs = list(zip(self.costs, self.machine, strict=True))
        return {
            "seconds": median(cost.wall for cost in self.costs), "processor": median(cost.cpu for cost in self.costs),
            "memory": median(cost.memory for cost in self.costs), "pages": self.pages, "files": self.files,
            "relative_seconds": median(cost.wall / fixed.wall for cost, fixed in pairs),
            "relative_processor": median(cost.cpu / fixed.cpu for cost, fixed in pairs),
        }


@dataclass
class Kept:
    """What an earlier run found: when, with what, and the figures of each row by its name."""

    when: str = ""
    commit: str = ""
    versions: dict[str, str] = field(default_factory=dict)
    rows: dict[str, dict[str, float]] = field(default_factory=dict)


def table(rows: Iterable[Row], kept: Kept) -> str:
    """A Markdown table.

    >>> print(table([Row("check", [Cost(2, 1), Cost(4, 1), Cost(3, 1)], [Cost(1, 1)] * 3, goal=2)], Kept()).splitlines()[2])
    | check | 3.00 (2.00 to 4.00) | 1.00 | – | – | – | – | 2.0: missed | – | – |
    """
    lines = [COLUMNS, ("---",) * len(COLUMNS), *(_cells(row, kept.rows.get(row.name, {})) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cells(row: Row, before: dict[str, float]) -> tuple[str, ...]:
    now = row.figures()
    walls = [cost.wall for cost in row.costs]
    spread = f" ({min(walls):.2f} to {max(walls):.2f})" if len(walls) > 1 else ""
    goal = f"{row.goal:.1f}: {'met' if now['seconds'] <= row.goal else 'missed'}" if row.goal else "–"
    return (row.name, f"{now['seconds']:.2f}{spread}", f"{now['processor']:.2f}" if now["processor"] else "–", _count(now["memory"]),
            f"{1000 * now['seconds'] / row.pages:.2f}" if row.pages else "–", _count(row.pages), _count(row.files), goal,
            compared(now, before, "relative_seconds"), compared(now, before, "relative_processor"))


def _count(number: float) -> str:
    return f"{number:.0f}" if number else "–"


def compared(now: dict[str, float], before: dict[str, float], figure: str) -> str:
    """A figure by the kept one; both are in pieces of the fixed work, so that a slow machine does not count.

    >>> compared({"x": 3.0}, {"x": 2.0}, "x"), compared({"x": 3.0}, {}, "x")
    ('1.50', '–')
    """
    return f"{now[figure] / before[figure]:.2f}" if before.get(figure) else "–"
