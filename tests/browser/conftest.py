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
        running = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Makes a fresh reader with a width of screen and other settings: visitor(320, java_script_enabled=False)."""
    contexts: list[BrowserContext] = []

    def arrive(width: int = 1280, **settings: object) -> Page:
        context = browser.new_context(base_url=address, viewport={"width": width, "height": 800}, **settings)
        context.set_default_timeout(10_000)
        contexts.append(context)
        return context.new_page()

    yield arrive
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def sample(built: Path) -> Sample:
    """One or more pages of every kind, in both languages."""
    return sample_of(prepare(built, Settings("https://guide.example/")).site, built / "site")
