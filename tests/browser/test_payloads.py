"""A Guide of which every text is hostile, opened in a browser: nothing runs, nothing is fetched, nothing is asked of anybody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from guide.build import prepare
from guide.site import Settings
from tests.build.parsed import told
from tests.hostile.payloads import PAYLOADS
from tests.project import Project

from .conftest import served
from .sample import sample_of
from .test_policy import LISTENS

LANGUAGES = ("en", "fr")
# What would run or lead away, wherever it stands in the page as it is now, with what scripts have added.
FOUND = """() => {
  const bad = [...document.querySelectorAll('iframe, object, embed, base[href], meta[http-equiv=refresh], form[action]:not([action^="."], [action=""]), math, noscript p[title]')];
  for (const one of document.querySelectorAll('*')) {
    for (const {name, value} of one.attributes) {
      const leads = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'srcdoc', 'poster'].includes(name);
      if (name.startsWith('on') || name === 'srcdoc' || leads && /^\\s*(javascript|data|vbscript):/i.test(value) || leads && /evil\\.example/.test(new URL(value, location.href).host)) bad.push(one);
    }
  }
  for (const script of document.scripts) if (!script.src && !/json/.test(script.type) && /alert\\(1\\)/.test(script.textContent)) bad.push(script);
  return bad.map((one) => one.outerHTML.slice(0, 120));
}"""


class Visitor:
    """A page of which everything that should not happen is noted."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address, self.wrong = page, address, []
        page.add_init_script(LISTENS)
        page.on("dialog", lambda dialog: (self.wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("pageerror", lambda error: self.wrong.append(f"error {error}"))
        page.context.on("request", lambda request: None if request.url.startswith((address + "/", "data:", "blob:")) else self.wrong.append(f"request {request.url}"))

    def visit(self, path: str) -> "Visitor":
        self.page.goto(path)
        return self.look(path)

    def look(self, path: str) -> "Visitor":
        self.wrong += [f"{path}: {found}" for found in (*self.page.evaluate(FOUND), *self.page.evaluate("window.violations.splice(0)"))]
        return self


@pytest.fixture(scope="module")
def visitor(browser, hostile) -> Iterator[Visitor]:
    with served(hostile.root / "site") as address:
        context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 800})
        context.set_default_timeout(10_000)
        yield Visitor(context.new_page(), address)
        context.close()


def pages(hostile: Project) -> list[str]:
    """Two pages of each kind, the cards for other sites, permanent addresses and the front door."""
    made, site = prepare(hostile.root, Settings("https://guide.example/")).site, hostile.root / "site"
    alone = [path.parent.relative_to(site).as_posix() + "/" for folder in ("c", "o", "en/embed/c", "fr/embed/c") for path in sorted((site / folder).rglob("index.html"))]
    return ["", "404.html", *sample_of(made, site).paths, *alone]


def test_no_page_of_a_hostile_library_does_anything(visitor, hostile):
    """No dialog, no error, no request to elsewhere, no violation of the policy, no element or address that could run."""
    paths = pages(hostile)
    for path in paths:
        visitor.visit(f"/{path}")

    assert len(paths) > 60 and not visitor.wrong, told(visitor.wrong)


def test_what_would_happen_is_noticed(visitor):
    """Planted by hand, each of these is told: the tests beside this one can fail."""
    visitor.page.goto("/en/")
    visitor.page.evaluate("""() => {
      document.body.insertAdjacentHTML('beforeend', '<a href="javascript:alert(1)">x</a><b onclick="x()">x</b><iframe srcdoc="x"></iframe><img src="https://evil.example.ca/x.png">');
      alert(1);
    }""")
    visitor.look("planted")
    noticed, visitor.wrong = visitor.wrong, []

    assert [sum(mark in wrong for wrong in noticed) > 0 for mark in ("dialog 1", "javascript:", "onclick", "srcdoc", "<img src", "img-src https://evil")] == [True] * 6, noticed


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_texts_are_only_text_in_the_search_and_in_the_lists(visitor, hostile, language):
    """Typed into the search, in the address of the list of cases and behind its #; what is found is hostile as well."""
    cases = {"en": "/en/case-studies/", "fr": "/fr/etudes-de-cas/"}[language]
    visitor.visit(cases)
    visitor.page.locator(".guide-search__open").click()
    box = visitor.page.locator(".guide-search__input")
    for payload in PAYLOADS[::4]:
        box.fill(payload)
        visitor.page.wait_for_timeout(60)
        visitor.look(f"search {payload}")
    for payload in PAYLOADS[::3]:
        visitor.visit(f"{cases}?q={quote(payload)}&channel={quote(payload)}#{quote(payload)}")
    visitor.page.goto(f"{cases}?q=counter")
    visitor.page.wait_for_timeout(500)
    visitor.look("the cases that are found")

    assert not visitor.wrong, told(visitor.wrong)
