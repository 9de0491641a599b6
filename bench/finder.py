"""How fast and how light the finder is with 2,000 cases: `make bench`. Prints the method and the figures.

A site of generated cases (tests/library.py) is built and served on this machine. In Chromium, boxes are clicked and texts
typed by script; the time runs from the event to the frame after the one in which the result was drawn.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from guide.commands.test import find_browser  # noqa: E402
from tests.browser.conftest import FLAGS, served  # noqa: E402
from tests.browser.finder import CLICKS, LETTERS, PATHS, first_visit  # noqa: E402
from tests.library import big_library  # noqa: E402
from tests.project import run  # noqa: E402

SIZE = 2000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = big_library(SIZE).project(Path(folder, "guide"))
        if (done := run("-m", "mkdocs", "build", "--strict", cwd=site.root, timeout=1800)).returncode:
            sys.exit(done.stdout)
        with served(site.root / "site") as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
            report(browser, address)
            browser.close()


def report(browser, address: str) -> None:
    """Measure and print. Each language is a fresh visitor."""
    print(f"{SIZE} cases, Chromium {browser.version}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    print("Time from the event to the drawn result, in the page; bytes of a first visit compressed with gzip -6.")
    for language, path in PATHS.items():
        context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 800})
        page = context.new_page()
        weight = sum(first_visit(page, path).values())
        clicks = page.evaluate(CLICKS, 60)
        page.evaluate(LETTERS, ["ken"])
        letters = page.evaluate(LETTERS, ["kenora", "moncton", "selkirk", "yarmouth"])
        print(f"{language}: first visit {weight / 1000:.0f} kB; a choice {median(clicks):.0f} ms (slowest {max(clicks):.0f}); "
              f"a letter {median(letters):.0f} ms (slowest {max(letters):.0f})")
        context.close()


if __name__ == "__main__":
    main()
