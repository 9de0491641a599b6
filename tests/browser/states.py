"""The states of pages in which something is open, told, or shown alone: how each is reached, in both languages, and the part by which it is known.

A page as it is opened is no state; test_accessible_pages.py opens pages of every kind by itself.
"""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page

from .case_form import PATIENCE

HOME = {"en": "/en/", "fr": "/fr/"}
CASES = {"en": "/en/case-studies/", "fr": "/fr/etudes-de-cas/"}
COMPARE = {"en": "/en/compare/", "fr": "/fr/comparer/"}
REPORTING = {"en": "/en/reporting-back/form/", "fr": "/fr/rendre-compte/formulaire/"}
CASE_FORM = {"en": "/en/contribute/form/", "fr": "/fr/contribuer/formulaire/"}
EXCHANGE = {"en": "/en/information-exchange/form/", "fr": "/fr/echange-d-information/formulaire/"}
SLIDES = {"en": "/en/presentation/", "fr": "/fr/presentation/"}
CONTRIBUTE = {"en": "/en/contribute/", "fr": "/fr/contribuer/"}
PATH = {"en": "/en/partnership-path/", "fr": "/fr/parcours-de-partenariat/"}
CASE = {"en": "/en/case-studies/bizpal/", "fr": "/fr/etudes-de-cas/perle/"}


def _shown(page: Page, selector: str) -> Locator:
    """The part by which a state is known, once it is seen."""
    part = page.locator(f"{selector}:visible").first
    part.wait_for()
    return part


def _menu(page: Page, language: str) -> Locator:
    page.goto(HOME[language])
    page.locator(".guide-header__menu").click()
    return _shown(page, "#guide-navigation.is-open")


def _searched(page: Page, language: str, query: str, until: str) -> Locator:
    page.goto(CASE[language])
    page.locator(".guide-search__open").click()
    page.locator(".guide-search__input").fill(query)
    return _shown(page, until)


def _found(page: Page, language: str) -> Locator:
    return _searched(page, language, "services", ".guide-search__results a")


def _not_found(page: Page, language: str) -> Locator:
    return _searched(page, language, "pasports", ".guide-search__none")


def _filtered(page: Page, language: str) -> Locator:
    page.goto(CASES[language])
    page.evaluate("() => document.querySelectorAll('.guide-finder details').forEach((part) => { part.open = true; })")
    page.locator("[data-facet] input[type=checkbox]").first.check()
    return _shown(page, ".guide-finder__chips button")


def _nothing_left(page: Page, language: str) -> Locator:
    page.goto(f"{CASES[language]}?q=zzzzzz")
    return _shown(page, ".guide-finder__none")


def _compared(page: Page, language: str) -> Locator:
    page.goto(f"{COMPARE[language]}?cases=bizpal,service-canada-urban-indigenous-outreach")
    return _shown(page, ".guide-comparison")


def _wrong(page: Page, path: str) -> Locator:
    page.goto(path)
    page.locator(".guide-form__submit button").click()
    return _shown(page, ".guide-form__errors li")


def _show(page: Page, language: str) -> Locator:
    page.goto(SLIDES[language])
    page.locator("[data-starts-show]").click()
    return _shown(page, ".guide-show")


def _first_lines(page: Page, language: str) -> Locator:
    page.goto(f"{CONTRIBUTE[language]}?jurisdiction=CA-YT&channel=digital")
    return _shown(page, ".guide-first-lines")


def _ticked(page: Page, language: str) -> Locator:
    page.goto(PATH[language])
    page.locator("input[data-check]").first.check()
    return _shown(page, "input[data-check]:checked")


def _copied(page: Page, language: str) -> Locator:
    page.goto(CASE[language])
    page.locator(".guide-link-panel > summary").click()
    page.locator(".guide-link-panel [data-copies]:visible").first.click()
    return _shown(page, ".guide-link-panel [role=status]:not(:empty)")


def _previewed(page: Page, language: str) -> Locator:
    """A correction is begun, and its page looked at: by Python in the browser, which takes seconds to start."""
    page.goto(f"{CASE_FORM[language]}?case=bizpal")
    page.locator(".guide-form__told:not(:empty)").first.wait_for(timeout=PATIENCE)
    page.locator(f"[data-way=preview][data-in={language}]").click()
    page.locator(".guide-form__frame iframe").wait_for(timeout=PATIENCE)
    return _shown(page, ".guide-form__frame")


def _at(path: str) -> Callable[[Page, str], Locator]:
    """A page outside the languages, or one that is named by its language only."""
    def open_it(page: Page, language: str) -> Locator:
        page.goto(path.replace("{language}", language))
        return _shown(page, "body")

    return open_it


# The menu is there only where the window is small; all others are looked at in every width.
SMALL_ONLY = ("menu",)
# This one needs Python for the browser, which is fetched by npm.
NEEDS_CHECKER = ("case-form-preview",)
STATES: dict[str, Callable[[Page, str], Locator]] = {
    "menu": _menu,
    "search-results": _found,
    "search-nothing": _not_found,
    "filters": _filtered,
    "filters-nothing": _nothing_left,
    "comparison": _compared,
    "case-form-preview": _previewed,
    "case-form-errors": lambda page, language: _wrong(page, CASE_FORM[language]),
    "form-errors": lambda page, language: _wrong(page, REPORTING[language]),
    "exchange-form-errors": lambda page, language: _wrong(page, EXCHANGE[language]),
    "slides": _show,
    "first-lines": _first_lines,
    "checklist": _ticked,
    "links-copied": _copied,
    "card": _at("/{language}/embed/c/bizpal/"),
    "card-list": _at("/{language}/embed/t/jurisdiction/CA-NS/"),
    "front-door": _at("/"),
    "not-found": _at("/no/such/page/"),
    "permanent": _at("/c/bizpal/"),
}
# Of these there is one page for both languages.
BILINGUAL = ("front-door", "not-found", "permanent")
