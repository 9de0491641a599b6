"""A web server for the built site and a Chromium, each started once for all tests.

The browser is the machine's own (GUIDE_BROWSER, or the first one on the path). Without one these tests are skipped;
in continuous integration (CI is set) they fail, so that nobody believes they ran.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from guide.build import prepare
from guide.commands.test import find_browser
from guide.site import Settings

from .sample import Sample, sample_of

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]


class Quiet(SimpleHTTPRequestHandler):
    """Serves files as a plain host does, with the site's own page for errors, and says nothing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments: object) -> None:
        pass

    def send_error(self, code: int, *arguments: object) -> None:
        content = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def served(site: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """Serves a folder; gives its address, without a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the built site."""
    with served(site) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; each test has a context of its own in it."""
    path = find_browser()
    if not path:
        if os.environ.get("CI"):
            pytest.fail("no Chromium was found; continuous integration needs one (GUIDE_BROWSER names it)")
        pytest.skip("no Chromium was found (GUIDE_BROWSER names it)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=[*FLAGS, "--process-per-site"])
        yield running
        running.close()


class Readers:
    """Lends contexts to one test after another: to make one, and the process of its first page, takes half a second of a processor.

    A reader comes with a page of its own to a context that has neither cookies nor storage, and the permissions that it was made
    with; only files that were fetched before stay in its cache. Who has been at another site, or wants a context of its own, gets a new one.
    """

    # Beyond these the windows of contexts that wait take more memory than they are worth.
    MOST = 4
    # What a page can be told by itself.
    OF_PAGES = ("color_scheme", "reduced_motion", "forced_colors")

    def __init__(self, browser: Browser) -> None:
        self.browser, self.free, self.lent = browser, {}, []

    def lend(self, address: str, width: int, own: bool, settings: dict[str, object]) -> Page:
        media = {name: settings.pop(name) for name in self.OF_PAGES if name in settings}
        key = "" if own else repr((address, sorted(settings.items())))
        context = self.free.pop(key, None) or self._new(address, settings)
        self.lent.append((key, address, settings.get("permissions"), context))
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(**media)
        return page

    def _new(self, address: str, settings: dict[str, object]) -> BrowserContext:
        context = self.browser.new_context(base_url=address, viewport={"width": 1280, "height": 800}, **settings)
        context.set_default_timeout(10_000)
        context.new_page()  # keeps the window open
        return context

    def take_back(self) -> None:
        """What a test has borrowed is emptied, and free for the next one."""
        while self.lent:
            key, address, permissions, context = self.lent.pop()
            first, *pages = context.pages
            is_elsewhere = any(not frame.url.startswith((address, "about:")) for page in pages for frame in page.frames)
            if not key or is_elsewhere or key in self.free:
                context.close()
                continue
            for page in pages:
                page.close()
            line = context.new_cdp_session(first)
            line.send("Storage.clearDataForOrigin", {"origin": address, "storageTypes": "all"})
            line.detach()
            context.clear_cookies()
            context.clear_permissions()
            if permissions:
                context.grant_permissions(permissions)
            self.free[key] = context
            if len(self.free) > self.MOST:
                self.free.pop(next(iter(self.free))).close()


@pytest.fixture(scope="session")
def readers(browser: Browser) -> Readers:
    return Readers(browser)


@pytest.fixture
def visitor(readers: Readers, address: str) -> Iterator[Callable[..., Page]]:
    """Makes a reader who was never here, with a width of screen and other settings: visitor(320, java_script_enabled=False).

    With `own=True` also the browser's cache is empty, and what is told to the context ends with the test.
    """
    yield lambda width=1280, own=False, **settings: readers.lend(address, width, own, settings)
    readers.take_back()


@pytest.fixture(scope="session")
def sample(built: Path) -> Sample:
    """One or more pages of every kind, in both languages."""
    return sample_of(prepare(built, Settings("https://guide.example/")).site, built / "site")
