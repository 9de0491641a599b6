"""The policy of the pages in a real browser: it holds, and nothing that a reader does goes against it."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

LANGUAGES = ("en", "fr")
# Told by the browser at the moment of a violation, before any script of a page runs.
LISTENS = "window.violations = []; addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective + ' ' + event.blockedURI));"
PATHS = {
    "finder": {"en": "/en/case-studies/", "fr": "/fr/etudes-de-cas/"},
    "compare": {"en": "/en/compare/", "fr": "/fr/comparer/"},
    "form": {"en": "/en/reporting-back/form/", "fr": "/fr/rendre-compte/formulaire/"},
    "slides": {"en": "/en/presentation/", "fr": "/fr/presentation/"},
    "case": {"en": "/en/case-studies/bizpal/", "fr": "/fr/etudes-de-cas/perle/"},
}


class Watched:
    """A page of which every violation, every complaint and every request to elsewhere is noted."""

    def __init__(self, page, address: str) -> None:
        self.page, self.address = page, address
        self.complaints: list[str] = []
        self.workers: list[str] = []
        page.add_init_script(LISTENS)
        page.on("console", lambda message: self.complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("worker", lambda worker: self.workers.append(urlsplit(worker.url).path))
        page.context.on("request", lambda request: None if request.url.startswith((address, "data:")) else self.complaints.append(request.url))

    def go(self, path: str) -> "Watched":
        self.told()
        self.page.goto(path)
        return self

    def told(self) -> list[str]:
        """What happened on the pages so far; called before a page is left."""
        if self.page.url.startswith(self.address):
            self.complaints += self.page.evaluate("window.violations.splice(0)")
        return self.complaints


@pytest.fixture
def watched(visitor, address) -> Callable[..., Watched]:
    return lambda width=1280: Watched(visitor(width, own=True), address)


def test_the_policy_is_in_force(watched):
    """A script that gets into a page in spite of everything does not run, nor one from elsewhere; a style is not applied."""
    one = watched().go("/en/")

    found = one.page.evaluate("""async () => {
      const add = (name, more) => document.body.append(Object.assign(document.createElement(name), more));
      add('script', {textContent: 'window.ran = true'});
      add('script', {src: 'https://elsewhere.example/x.js'});
      add('div', {innerHTML: '<img src=x onerror="window.ran = true"><a id=styled style="color: red">x</a>'});
      await new Promise((done) => setTimeout(done, 300));
      return {ran: window.ran, styled: document.getElementById('styled').style.length, blocked: violations.splice(0)};
    }""")

    assert found["ran"] is None and found["styled"] == 0
    assert {entry.split()[0] for entry in found["blocked"]} == {"script-src-elem", "script-src-attr", "style-src-attr"}
    assert "script-src-elem https://elsewhere.example/x.js" in found["blocked"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_a_reader_does_goes_against_the_policy(watched, language):
    """Search, finder, comparison, form, slides, copying, scheme and menu: no violation, no complaint, no request elsewhere."""
    one = watched()
    page = one.page
    one.go(PATHS["case"][language])
    page.locator(".guide-header__scheme").click()
    page.locator(".guide-search__open").click()
    page.locator(".guide-search__input").fill("services")
    page.locator(".guide-search__results a").first.wait_for()
    page.locator(".guide-search__other").wait_for()
    page.locator(".guide-search__close").click()
    page.locator(".guide-link-panel summary").click()
    page.locator("[data-copies=link-rich]").click()
    page.wait_for_function("() => document.querySelector('#link-card').value")
    one.go(PATHS["finder"][language] + "?q=services&order-of-government=federal")
    page.locator(".guide-finder .guide-card").first.wait_for()
    page.locator("[data-facet] input[type=checkbox]").nth(3).evaluate("(box) => box.click()")
    keys = [option.get_attribute("value") for option in one.go(PATHS["compare"][language]).page.locator("#guide-compare-1 option").all()[1:3]]
    one.go(f"{PATHS['compare'][language]}?cases={','.join(keys)}")
    page.locator(".guide-comparison thead th[data-case]").nth(1).wait_for()
    one.go(PATHS["form"][language])
    page.locator(".guide-form__submit button").click()
    one.go(PATHS["slides"][language])
    page.locator("[data-starts-show]").click()
    page.keyboard.press("ArrowRight")
    page.set_viewport_size({"width": 360, "height": 700})
    one.go(f"/{language}/")
    page.locator(".guide-header__menu").click()

    assert one.told() == []
    assert not set(one.workers), "only forms need a worker"


def test_pages_that_stand_alone_keep_to_their_policy(watched):
    """The front door, a permanent address, a card (which is styled by what its policy names), and a page that does not exist."""
    one = watched()
    for path in ("/", "/c/bizpal/", "/en/embed/c/bizpal/", "/fr/embed/t/jurisdiction/CA-ON/", "/fr/embed/o/service-canada/"):
        one.go(path)
        if "/embed/" in path:
            assert one.page.locator("main").evaluate("(main) => getComputedStyle(main).borderTopWidth") == "4px", path
    assert one.told() == []
    one.go("/en/nowhere/")
    assert [entry for entry in one.told() if "404" not in entry] == []


def test_another_site_can_show_a_card(watched, site, tmp_path):
    """A card within a page of another origin, in the sandbox that the panel offers, is shown as it is."""
    one = watched().go("/en/case-studies/bizpal/")
    one.page.locator(".guide-link-panel > summary").click()
    frame = one.page.locator("#link-frame").input_value()
    inside = frame.replace("https://guide.example", one.address)
    page = one.page.context.new_page()
    page.set_content(f"<!doctype html><title>x</title>{inside}")

    shown = page.frame_locator("iframe").locator("main")
    shown.wait_for()

    assert "allow-same-origin" not in frame and shown.evaluate("(main) => getComputedStyle(main).borderTopWidth") == "4px"
