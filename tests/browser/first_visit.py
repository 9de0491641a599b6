"""A first visit to a page over a slow line, as Chromium tells it: requests, bytes, what moved, and when something was to be seen.

The line is Lighthouse's "slow 4G": 150 ms to and fro for every request, 1.6 Mbit/s. Files are sent compressed, as hosts send them.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from playwright.sync_api import Browser, Page

from .conftest import Quiet, served

SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_638_400 / 8, "uploadThroughput": 768_000 / 8}
_TEXTS = (".html", ".css", ".js", ".svg", ".json", ".xml")
_WATCH = """
window.guideMoved = [];
new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.guideMoved.push([entry.value, entry.sources.map(({node}) => node?.className ?? node?.nodeName)]); })
  .observe({type: 'layout-shift', buffered: true});
"""
_PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


@lru_cache(maxsize=256)
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


class _Compressing(Quiet):
    """Sends texts compressed. `sent` counts the bytes of contents, those for workers too, which a page's own tools do not see."""

    sent: list[int] = []

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in _TEXTS or not path.is_file():
            return super().do_GET()
        content = _compressed(path)
        self.send_response(200)
        for name, value in (("Content-Type", self.guess_type(str(path))), ("Content-Encoding", "gzip"), ("Content-Length", len(content)), ("Cache-Control", "max-age=600")):
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(content)
        self.sent.append(len(content))
        return None

    def copyfile(self, source: object, outputfile: object) -> None:
        self.sent.append(os.fstat(source.fileno()).st_size)
        super().copyfile(source, outputfile)


def sent() -> int:
    """Bytes of all contents sent so far."""
    return sum(_Compressing.sent)


@contextmanager
def served_compressed(site: Path) -> Iterator[str]:
    """Serves a folder as a host does that compresses."""
    with served(site, _Compressing) as address:
        yield address


@dataclass
class Visit:
    """What a first visit took. `moved` is the cumulative layout shift with what shifted; `painted` in milliseconds."""

    requests: list[str] = field(default_factory=list)
    bytes: int = 0
    moved: float = 0.0
    movers: list = field(default_factory=list)
    painted: float = 0.0

    @property
    def requests_made(self) -> int:
        return len(self.requests)


def first_visit(browser: Browser, address: str, width: int = 1280, is_slow: bool = True) -> tuple[Page, Visit]:
    """Visits an address with an empty cache; gives the page too, whose context the caller closes."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.set_default_timeout(30_000)
    page, visit = context.new_page(), Visit()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    if is_slow:
        line.send("Network.emulateNetworkConditions", SLOW_4G)
    line.on("Network.requestWillBeSent", lambda told: told["request"]["url"].startswith("data:") or visit.requests.append(told["request"]["url"]))
    line.on("Network.loadingFinished", lambda told: setattr(visit, "bytes", visit.bytes + int(told["encodedDataLength"])))
    page.add_init_script(_WATCH)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.wait_for_function(_PAINTED)
    moved = page.evaluate("() => window.guideMoved")
    visit.moved, visit.movers, visit.painted = sum(value for value, _ in moved), moved, page.evaluate(_PAINTED)
    return page, visit
