"""Pages of every kind, opened once in a browser on a small screen: what they load, what they say, whether they fit."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from tests.build.parsed import told

from .sample import paths_of
from .scripts import TOO_WIDE

WIDTHS = (320, 360)


@dataclass
class Visit:
    """What happened while a page was open."""

    status: int = 0
    foreign: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    too_wide: dict[int, list[str]] = field(default_factory=dict)


@pytest.fixture(scope="session")
def visits(browser, address, sample) -> dict[str, Visit]:
    """A wide choice of pages in both languages and the front door, opened one after the other."""
    context = browser.new_context(base_url=address, viewport={"width": WIDTHS[0], "height": 800})
    page, now = context.new_page(), Visit()
    context.on("request", lambda request: None if request.url.startswith(address + "/") else now.foreign.append(request.url))
    # A request that the next page cuts short (an icon still on its way) has not failed.
    context.on("requestfailed", lambda request: "ABORTED" in request.failure or now.failed.append(f"{request.url}: {request.failure}"))
    context.on("response", lambda response: now.failed.append(f"{response.url}: {response.status}") if response.status >= 400 else None)
    page.on("console", lambda message: now.console.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: now.console.append(str(error)))
    seen = {}
    for path in ["", *paths_of(sample.many)]:
        now = seen[path] = Visit()
        page.set_viewport_size({"width": WIDTHS[0], "height": 800})
        now.status = page.goto("/" + path).status
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            now.too_wide[width] = page.evaluate(TOO_WIDE)
    context.close()
    return seen


def test_no_page_asks_another_site_for_anything(visits):
    """Reading the Guide tells nobody else about it: all requests go to the site itself."""
    wrong = [f"{path}: {url}" for path, visit in visits.items() for url in visit.foreign]

    assert len(visits) > 80 and not wrong, told(wrong)


def test_no_request_of_any_page_fails(visits):
    """Each page and everything that it loads is there."""
    wrong = [f"{path}: {url}" for path, visit in visits.items() for url in visit.failed]
    wrong += [f"{path}: answered {visit.status}" for path, visit in visits.items() if visit.status != 200]

    assert not wrong, told(wrong)


def test_no_page_complains_in_the_console(visits):
    """No error and no warning of a script, a stylesheet or the browser."""
    wrong = [f"{path}: {message}" for path, visit in visits.items() for message in visit.console]

    assert not wrong, told(wrong)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_fits_a_small_screen(visits, width):
    """Nothing is wider than the screen, so nobody scrolls sideways and nothing is cut off."""
    wrong = [f"{path}: {what}" for path, visit in visits.items() for what in visit.too_wide[width]]

    assert not wrong, told(wrong)
