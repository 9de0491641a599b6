"""What is kept of the visits: guide_data/links.json, with the days on which an address failed, and when it counts as gone.

A page that fails once is no page that is gone: hosts are repaired, and networks break. An address counts as gone when it
failed each time it was visited, on at least three days, the last at least two weeks after the first. A host that does not
let programs in (403, 429 and the like) says nothing, and neither does an address that is not visited.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from .. import kept
from ..findings import Finding
from ..folders import DATA, LINKS

FILE = f"{DATA}/{LINKS}"
# What becomes of a visit.
ANSWERS, CLOSED, FAILS, REFUSED = "answers", "closed", "fails", "refused"
# Why an address failed, besides the number that a host answered with.
REASONS = NO_NAME, LATE, LOST, UNSAFE, LOOP, NOT_VISITED = "no-name", "late", "lost", "unsafe", "loop", "not-visited"
GONE, NOT_YET = "gone", "not-yet"
# What can be said of an address, in the order in which a reader asks.
STATES = (ANSWERS, CLOSED, FAILS, GONE, REFUSED, NOT_YET)
DAYS_TO_FAIL, DAYS_APART = 3, 14
_MOST_DAYS = 30


@dataclass(frozen=True)
class Answer:
    """What became of a visit. `moved_to` is where an address leads for good."""

    state: str
    status: int | None = None
    reason: str = ""
    moved_to: str = ""

    @property
    def was_heard(self) -> bool:
        """Whether some host answered at all, so that there is a network."""
        return self.status is not None


@dataclass(frozen=True)
class Visited:
    """What is known of one address. `failed_on`: the days of the failures since it last answered."""

    state: str
    on: date
    status: int | None = None
    reason: str = ""
    moved_to: str = ""
    failed_on: tuple[date, ...] = ()

    @property
    def told(self) -> str:
        """Its state as it is told: one that fails is gone when it has failed often and long enough."""
        is_gone = len(self.failed_on) >= DAYS_TO_FAIL and (self.failed_on[-1] - self.failed_on[0]).days >= DAYS_APART
        return GONE if self.state == FAILS and is_gone else self.state


@dataclass(frozen=True)
class Results:
    """The last visit to each address, and the day of the last run."""

    checked_on: date | None = None
    visited: Mapping[str, Visited] = field(default_factory=dict)

    def told(self, url: str) -> str:
        """What can be said of an address."""
        return self.visited[url].told if url in self.visited else NOT_YET


def after(before: Results, answers: Mapping[str, Answer], on: date) -> Results:
    """The results after a run. Addresses that no record names any more are left out: `answers` has all that are named."""
    return Results(on, {url: _after(before.visited.get(url), answer, on) for url, answer in answers.items()})


def _after(known: Visited | None, answer: Answer, on: date) -> Visited:
    """A day counts once. Only an answer ends a row of failures: a closed door is neither."""
    failed = known.failed_on if known and answer.state != ANSWERS else ()
    if answer.state == FAILS and on not in failed:
        failed = (*failed[:1], *failed[1:][-(_MOST_DAYS - 2):], on)
    return Visited(answer.state, on, answer.status, answer.reason, answer.moved_to, failed)


# --- the file ------------------------------------------------------------------------------------------------

def read(root: Path) -> tuple[Results, list[Finding]]:
    """The results below root, with what is wrong with the file. Without one, nothing was visited yet."""
    found, wrong = kept.read(root / FILE, FILE)
    try:
        visited = {str(url): _read(one) for url, one in found.get("addresses", {}).items()}
        return Results(date.fromisoformat(found["checked_on"]) if "checked_on" in found else None, visited), wrong
    except (AttributeError, KeyError, TypeError, ValueError):
        return Results(), [kept.unreadable(FILE)]


def _read(one: dict[str, Any]) -> Visited:
    state, status, reason = one["state"], one.get("status"), one.get("reason", "")
    if state not in (ANSWERS, CLOSED, FAILS, REFUSED) or reason not in ("", *REASONS) or status not in (None, *range(100, 1000)):
        raise ValueError(state)
    failed = tuple(sorted(map(date.fromisoformat, one.get("failed_on", ()))))
    return Visited(state, date.fromisoformat(one["on"]), status, reason, str(one.get("moved_to", "")), failed)


def written(results: Results) -> str:
    """The file: one address in a line, by the alphabet."""
    lines = [f"  {json.dumps(url, ensure_ascii=False)}: {json.dumps(_plain(one), ensure_ascii=False)}" for url, one in sorted(results.visited.items())]
    return f'{{\n "checked_on": "{results.checked_on}",\n "addresses": {{\n' + ",\n".join(lines) + "\n }\n}\n"


def _plain(one: Visited) -> dict[str, Any]:
    found = {"state": one.state, "on": str(one.on), "status": one.status, "reason": one.reason, "moved_to": one.moved_to,
             "failed_on": [str(day) for day in one.failed_on]}
    return {name: value for name, value in found.items() if value}
