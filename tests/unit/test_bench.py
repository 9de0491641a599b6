"""The figures of `make bench`: medians, what is compared with what, and the words around them."""

from __future__ import annotations

import doctest
import json
import os
import sys
import time

import pytest

from bench import build, measure, subjects, table
from bench.measure import Cost
from bench.table import Kept, Row
from guide import templating
from tests.project import ROOT

SLOW, FAST = Cost(2.0, 1.0), Cost(1.0, 0.5)


def cells(row: Row, kept: Kept | None = None) -> dict[str, str]:
    """The cells of the only row of a table, by their columns."""
    line = table.table([row], kept or Kept()).splitlines()[-1]
    return dict(zip(table.COLUMNS, (cell.strip() for cell in line.strip("|").split("|")), strict=True))


def test_a_row_says_the_median_and_the_spread():
    """One slow round does not decide, and is not hidden."""
    found = cells(Row("build", [Cost(3, 2, 100), Cost(9, 2.5, 300), Cost(4, 3, 200)], [FAST] * 3, pages=1000, files=1200, goal=4))

    assert found["seconds"] == "4.00 (3.00 to 9.00)" and found["of processor"] == "2.50" and found["peak MiB"] == "200"
    assert found["ms a page"] == "4.00" and (found["pages"], found["files"]) == ("1000", "1200") and found["goal"] == "4.0: met"


@pytest.mark.parametrize(("then", "now", "ratio"), [
    ((10.0, FAST), (20.0, SLOW), "1.00"),  # the machine was half as fast
    ((10.0, FAST), (20.0, FAST), "2.00"),
    ((10.0, FAST), (10.0, SLOW), "0.50"),
])
def test_a_slow_machine_is_not_a_slow_build(then, now, ratio):
    """Both figures are in pieces of the same work, done in the same minute."""
    kept = Kept(rows={"build": Row("build", [Cost(then[0], 5)], [then[1]]).figures()})

    assert cells(Row("build", [Cost(now[0], 5)], [now[1]]), kept)["seconds: now / kept"] == ratio


def test_what_was_never_kept_is_compared_with_nothing():
    """Nor is a figure that was not measured."""
    found = cells(Row("preview", [Cost(0.2, 0)], [FAST]), Kept(rows={"build": {}}))

    assert {found[name] for name in ("seconds: now / kept", "processor: now / kept", "of processor", "peak MiB", "pages", "goal")} == {"–"}


def test_the_examples_in_the_docstrings_are_true():
    """As those of the package are (test_house.py)."""
    assert doctest.testmod(table) == doctest.TestResults(failed=0, attempted=2)


@pytest.mark.skipif(sys.platform != "linux", reason="memory of all processes is told by /proc")
def test_the_peak_counts_every_process():
    """A build that forks is not measured by its largest process alone."""
    hold = "import subprocess, sys, time; x = bytearray(60 << 20); {}time.sleep(0.4)"
    alone = measure.cost([sys.executable, "-c", hold.format("")], ROOT)
    both = measure.cost([sys.executable, "-c", hold.format(f"subprocess.Popen([sys.executable, '-c', {hold.format('')!r}]); ")], ROOT)

    assert 60 < alone.memory < 110 < both.memory < 200
    assert alone.wall > 0.4 > alone.cpu > 0


def test_a_command_that_fails_ends_the_measuring():
    """A build that stopped early would be the fastest of all."""
    with pytest.raises(SystemExit, match="what went wrong"):
        measure.cost([sys.executable, "-c", "import sys; print('what went wrong'); sys.exit(3)"], ROOT)


def test_waiting_has_an_end():
    """What never happens is told."""
    start = time.perf_counter()

    assert measure.until(lambda: time.perf_counter() - start > 0.05) >= 0.05
    with pytest.raises(SystemExit, match="nothing happened"):
        measure.until(lambda: False, 0.05)


@pytest.mark.parametrize("size", [0, 3])
def test_a_subject_is_edited_and_cleared(tmp_path, monkeypatch, size):
    """The sentence stands in a text that is still read; compiled templates go too, what was fetched is no cache of a build."""
    monkeypatch.setattr(templating, "KEPT", tmp_path / "beside")
    for name in ("templates-1/page.html", "checker/wheel"):
        (templating.KEPT / name).parent.mkdir(parents=True)
        (templating.KEPT / name).write_text("x", "utf-8")
    subject = subjects.subject(size, tmp_path / "guide")
    subject.edit("Edited here.")
    subject.edit("Edited now.")
    for name in ("site/en/index.html", "site/robots.txt", ".cache/guide/made", ".cache/checker2/x"):
        (subject.root / name).parent.mkdir(parents=True, exist_ok=True)
        (subject.root / name).write_text("x", "utf-8")

    assert subject.counted() == (1, 2)
    assert subject.case.read_text("utf-8").count("Edited") == 1 and "Edited now. " in subject.case.read_text("utf-8")
    subject.clear()
    assert subject.counted() == (0, 0) and not list((subject.root / ".cache").glob("*/made"))
    assert [path.name for path in templating.KEPT.iterdir()] == ["checker"]
    checked = measure.cost([*subjects.GUIDE, "check", str(subject.case)], subject.root, PYTHONPATH=os.pathsep.join(sys.path))
    assert checked.wall > 0


def test_what_is_kept_names_no_machine():
    """Figures, versions, a commit and a day; every row is one that can be measured again."""
    if not build.KEPT.exists():
        pytest.fail("make bench KEEP=1 writes it")
    kept = json.loads(build.KEPT.read_text("utf-8"))

    assert set(kept) == {"when", "commit", "versions", "rows"} and set(kept["versions"]) == {"Python", *build.VERSIONS}
    assert {name.partition(": ")[2] for name in kept["rows"]} <= {measured.says for measured in subjects.ALL.values()}
    assert all(isinstance(figure, (int, float)) for figures in kept["rows"].values() for figure in figures.values())
