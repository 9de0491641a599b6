"""What the accessibility statement says was tested is what the tests test now.

The statement is written from hooks/guide/accessibility.json, so that a build needs no test run. `make accessibility` renews it.
"""

from __future__ import annotations

import json
import os
from datetime import date

from tests.project import ROOT

from .axe import VERSION
from .rounds import DISPLAYS, LANGUAGES, WIDTHS
from .states import STATES

KEPT = ROOT / "hooks" / "guide" / "accessibility.json"


def test_the_kept_results_are_those_of_these_tests(sample):
    """After a change: `make accessibility`, which runs the tests and renews what is kept when all of them pass."""
    seen = {"axe": VERSION, "templates": sorted(sample.templates), "states": sorted([*STATES, "whole", "withdrawn"]), "languages": list(LANGUAGES), "widths": list(WIDTHS),
            "displays": list(DISPLAYS), "violations": 0}
    if os.environ.get("GUIDE_RENEWS_ACCESSIBILITY"):
        KEPT.write_text(json.dumps({"date": date.today().isoformat(), **seen}, indent=2, ensure_ascii=False) + "\n", "utf-8")
    kept = json.loads(KEPT.read_text("utf-8"))

    assert {key: value for key, value in kept.items() if key != "date"} == seen, "the kept results are old: make accessibility"
    assert date.fromisoformat(kept["date"])
