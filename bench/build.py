"""How fast the Guide is built, and whether a page costs the same among 500 cases as among 2,000: `make bench`.

Prints the method and, for each size, the median of three builds.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.library import big_library  # noqa: E402
from tests.project import Project  # noqa: E402

SIZES, TIMES = (500, 2000), 3


def main() -> None:
    print(f"Plain `mkdocs build --strict` of generated cases (tests/library.py) in both languages, into no older site; median of {TIMES}.")
    print(f"Seconds on the clock; seconds of the processor, in MkDocs and Pagefind; memory at its peak, of whichever takes more. {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}.")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            site = big_library(size).project(Path(folder, "guide"))
            taken = [measured(Path(folder, f"site-{turn}"), site) for turn in range(TIMES)]
            pages = sum(1 for _ in Path(folder, "site-0").rglob("index.html"))
        seconds, processor, memory = (median(column) for column in zip(*taken, strict=True))
        print(f"{size} cases: {seconds:.1f} s ({processor:.1f} s of processor), {pages} pages, {1000 * seconds / pages:.2f} ms a page, {memory:.0f} MB")


def measured(target: Path, site: Project) -> tuple[float, float, float]:
    """Seconds, seconds of the processor, and megabytes at the peak of one build."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", str(site.root / "mkdocs.yml"), "--site-dir", str(target)]
    _, status, used = os.wait4(os.posix_spawn(sys.executable, command, {**os.environ, "NO_MKDOCS_2_WARNING": "1"}), 0)
    if status:
        sys.exit(f"the build ended with {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


if __name__ == "__main__":
    main()
