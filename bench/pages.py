"""How light and how fast pages are for a first visit over a slow line: `python bench/pages.py [SITE]`. Prints a table.

Without a site, the real Guide is measured as it was built in site/. Chromium visits with an empty cache, the files come
compressed, and the line is Lighthouse's "slow 4G" (tests/browser/first_visit.py). With a site of many cases, made
by `python -m tests.finder_site` in a project of tests/library.py, the finder and the first search result are those of the goal for 2,000 cases.
"""

from __future__ import annotations

import gzip
import os
import sys
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "hooks")]

from guide.commands.test import find_browser  # noqa: E402
from tests.browser.conftest import FLAGS  # noqa: E402
from tests.browser.first_visit import first_visit, sent, served_compressed  # noqa: E402

TIMES, WIDTHS = 5, (360, 1280)
FOLDERS = {"en": "en/case-studies", "fr": "fr/etudes-de-cas"}
WORD = {"en": "services", "fr": "services"}
# Milliseconds from a letter to the first result in the list.
TYPED = """(word) => new Promise((done) => {
  const input = document.querySelector('.guide-search__input'), list = document.querySelector('.guide-search__results');
  const start = performance.now();
  new MutationObserver((_, watch) => { if (list.children.length) { watch.disconnect(); done(performance.now() - start); } }).observe(list, {childList: true});
  input.value = word;
  input.dispatchEvent(new Event('input', {bubbles: true}));
})"""


def main(site: Path) -> None:
    print(f"{site}: medians of {TIMES} first visits, slow 4G (150 ms, 1.6 Mbit/s), load {os.getloadavg()[0]:.1f}")
    for language, folder in FOLDERS.items():
        weights = sorted((len(gzip.compress(path.read_bytes(), 6)), path.parent.name) for path in (site / folder).glob("*/index.html"))
        print(f"{language}: {len(weights)} case pages, HTML compressed: median {median(weight for weight, _ in weights):.0f}, most {weights[-1][0]} bytes ({weights[-1][1]})")
    with served_compressed(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        print(f"{'page':32}{'width':>6}{'requests':>9}{'kB':>7}{'moved':>8}{'first paint':>13}")
        for folder in FOLDERS.values():
            pages = sorted((site / folder).glob("*/index.html"), key=lambda path: path.stat().st_size)
            for path in (f"{folder}/{pages[-1].parent.name}/", f"{folder}/"):
                for width in WIDTHS:
                    visited(browser, address, path, width)
        for language in FOLDERS:
            searched(browser, address, language)
        browser.close()


def visited(browser: Browser, address: str, path: str, width: int) -> None:
    """A line of the table."""
    visits = []
    for _ in range(TIMES):
        page, visit = first_visit(browser, f"{address}/{path}", width)
        page.context.close()
        visits.append(visit)
    requests, size, moved, painted = (median(getattr(visit, name) for visit in visits) for name in ("requests_made", "bytes", "moved", "painted"))
    print(f"{path[-31:]:32}{width:6}{requests:9.0f}{size / 1000:7.1f}{moved:8.4f}{painted:10.0f} ms")


def searched(browser: Browser, address: str, language: str) -> None:
    """The first result of a search, from the first letters typed: on a fast line, since the goal is about the work; and its bytes."""
    taken = []
    for _ in range(TIMES):
        page, _ = first_visit(browser, f"{address}/{language}/", is_slow=False)
        before = sent()
        page.locator(".guide-search__open").click()
        page.wait_for_load_state("networkidle")
        milliseconds = page.evaluate(TYPED, WORD[language])
        at_once = sent() - before
        page.wait_for_load_state("networkidle")
        taken.append((milliseconds, at_once, sent() - before))
        page.context.close()
    first, bytes_first, bytes_all = (median(column) for column in zip(*taken, strict=True))
    print(f"{language}: first result {first:.0f} ms after the letters, {bytes_first / 1000:.0f} kB until then, {bytes_all / 1000:.0f} kB until all is quiet")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site")
