"""A small share of the mutants of the real records: each is read, refused with a sentence at its line, or as good as it looks."""

from __future__ import annotations

from collections import Counter

import pytest

from guide.checks import checked

from .mutants import HOW, ROOT, Verdict, mutants, verdict

COUNT = 400
SECONDS = 2


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    """What the checker says about some hundred mutants, the same on every machine."""
    library, findings = checked(ROOT)
    assert findings == []
    return [verdict(library, mutant) for mutant in mutants(library, COUNT, 2026)]


def test_no_mutant_is_told_in_a_programs_words(verdicts):
    """In both languages, without a control character, a traceback or a place that was left unfilled."""
    assert len(verdicts) == COUNT and [(found.mutant.how, found.faults) for found in verdicts if found.faults] == []


def test_every_mutant_is_read_soon(verdicts):
    """Within two seconds of work, most in a hundredth of one."""
    assert [(found.mutant.how, found.seconds) for found in verdicts if found.seconds > SECONDS] == []


def test_the_line_that_was_changed_is_the_line_that_is_told(verdicts):
    """In at least 95 of 100 refusals, whatever the change."""
    refused = [found for found in verdicts if found.errors and found.mutant.line]
    elsewhere = [f"{found.mutant.name}:{found.mutant.line} {found.mutant.how}: {found.lines[0][:120]}" for found in refused if not found.is_exact]

    assert len(refused) > COUNT / 2 and len(elsewhere) <= len(refused) * .05, "\n".join(elsewhere)


def test_every_kind_of_change_is_tried(verdicts):
    """And most kinds are refused nearly always: a mark, a misspelt name, a lost colon."""
    tried, refused = Counter(found.mutant.how for found in verdicts), Counter(found.mutant.how for found in verdicts if found.errors)

    assert set(tried) == {how.__name__.strip("_") for how in HOW} | {"bytes"}
    assert [how for how in ("doubled", "marked", "quoted", "renamed", "without_colon") if refused[how] < tried[how] * .95] == []
