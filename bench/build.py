"""How fast the Guide is built, checked and shown: `make bench` (LARGE=1: 5,000 cases too; KEEP=1: renew bench/kept.json).

For the real Guide and for generated libraries (tests/library.py), both languages: a build from nothing, a build after one case
was edited, the check of one file and of all, and the time from saving a file to the changed page in the preview. Prints
the method and a table of medians, beside what is kept.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from importlib import metadata
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "hooks")]

from bench import subjects  # noqa: E402
from bench.measure import machine  # noqa: E402
from bench.table import Kept, Row, table  # noqa: E402

KEPT = Path(__file__).parent / "kept.json"
SIZES, LARGE = (0, 500, 2000), 5000
VERSIONS = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "PyYAML", "pydantic", "Jinja2")
METHOD = """\
Wall time from start to exit, and processor time with all processes started; medians of {rounds} rounds, in parentheses the fastest and the slowest.
Peak: proportional memory (PSS) of all processes together, looked at every 50 ms. {processors} processors, load {load:.1f} now; the fixed piece
of work took {fixed:.2f} s. "Now / kept" compares in pieces of that work, measured beside each round, with what was kept on {when} ({commit}; Python {kept}).
Python {python} of {base}: how a Python was built counts for a tenth to a fifth, so compare only runs of the same one.
From nothing: without site/ and without .cache/. After an edit: a sentence was added to one case. Preview: from the write to the page that has it."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of cases; 0 is the real Guide")
    parser.add_argument("--large", action="store_true", help=f"{LARGE} cases too")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default=",".join(subjects.ALL), help="what is measured")
    parser.add_argument("--keep", action="store_true", help=f"renew {KEPT.name}")
    options = parser.parse_args()
    kept = Kept(**json.loads(KEPT.read_text("utf-8"))) if KEPT.exists() else Kept()
    rows = list(measured([*map(int, options.sizes.split(",")), *([LARGE] if options.large else [])], options.only.split(","), options.rounds))
    fixed = median(cost.wall for row in rows for cost in row.machine)
    print("\n" + METHOD.format(rounds=options.rounds, processors=os.cpu_count(), load=os.getloadavg()[0], fixed=fixed, when=kept.when or "no day", commit=kept.commit or "–",
                               kept=kept.versions.get("Python", "–"), python=platform.python_version(), base=sys.base_prefix))
    print("\n" + table(rows, kept))
    if options.keep:
        figures = {row.name: {name: round(figure, 3) for name, figure in row.figures().items()} for row in rows}
        content = {"when": str(date.today()), "commit": _commit(), "versions": _versions(), "rows": figures}  # of one run
        KEPT.write_text(json.dumps(content, indent=1) + "\n", "utf-8")


def measured(sizes: list[int], names: list[str], rounds: int) -> Iterator[Row]:
    """Each thing for each size, one after another."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            subject = subjects.subject(size, Path(folder, "guide"))
            for name in names:
                row = Row(f"{subject.name}: {subjects.ALL[name].says}", [], [], goal=subjects.ALL[name].goals.get(size, 0))
                for turn in range(rounds):
                    row.machine.append(machine())
                    row.costs.append(subjects.ALL[name].run(subject, turn))
                row.pages, row.files = subject.counted() if name in subjects.COUNTED else (0, 0)
                print(f"{row.name}: {', '.join(f'{cost.wall:.2f}' for cost in row.costs)} s", file=sys.stderr, flush=True)
                yield row


def _commit() -> str:
    return subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def _versions() -> dict[str, str]:
    return {"Python": platform.python_version(), **{name: metadata.version(name) for name in VERSIONS}}


if __name__ == "__main__":
    main()
