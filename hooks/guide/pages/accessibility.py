"""What the accessibility statement says was tested. It is what the tests themselves have kept, so that a build needs no test run.

See tests/browser/test_accessibility_kept.py, which fails when what is kept is not what is tested.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..records.values import PartialDate
from .feedback import problem_links
from .page import Link
from .reader import Reader

KEPT = Path(__file__).parent.parent / "accessibility.json"
# What else the tests look at, each with a sentence of its own.
CHECKS = ("keyboard", "zoom", "letters", "colours", "motion", "markup", "print")


class Tested(NamedTuple):
    """What was tested: facts with their labels, what else was looked at, and the states in words."""

    facts: list[tuple[str, str]]
    checks: list[str]
    states: list[str]


class Barrier(NamedTuple):
    """The ways to tell about a barrier; without any, a sentence says so."""

    links: list[Link]


def tested(reader: Reader) -> Tested:
    """The results that are kept, in the words of a language."""
    kept, t = _kept(), reader.words
    day = date.fromisoformat(kept["date"])
    facts = {
        "date": reader.moment(PartialDate(day.year, day.month, day.day)),
        "checker": t("accessibility.checker-text", version=kept["axe"]),
        "pages": t("accessibility.pages-text", kinds=reader.number(len(kept["templates"])), states=reader.number(len(kept["states"]))),
        "displays": t("accessibility.displays-text", widths=reader.enumeration([str(width) for width in kept["widths"]])),
        "found": t("accessibility.found-none") if not kept["violations"] else reader.number(kept["violations"]),
    }
    return Tested([(t(f"accessibility.{name}"), text) for name, text in facts.items()], [t(f"accessibility.check.{name}") for name in CHECKS],
                  [t(f"accessibility.state.{name}") for name in kept["states"]])


def barrier(reader: Reader) -> Barrier:
    """How to tell about a barrier on any page of the Guide: the same ways as about any problem, from the statement's own address."""
    return Barrier(problem_links(reader, reader.site.routes.absolute(reader.site.routes.path("page", "accessibility", reader.language))))


@cache
def _kept() -> dict:
    return json.loads(KEPT.read_text("utf-8"))
