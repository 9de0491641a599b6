"""The states of pages in which something is open, told, or shown alone: how each is reached, in both languages.

A page as it is opened is no state; test_accessible_pages.py opens pages of every kind by itself.
"""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

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


def _menu(page: Page, language: str) -> None:
    page.goto(HOME[language])
    page.locator(".guide-header__menu").click()
    page.locator("#guide-navigation.is-open").wait_for()


def _searched(page: Page, language: str, query: str, until: str) -> None:
    page.goto(CASE[language])
    page.locator(".guide-search__open").click()
    page.locator(".guide-search__input").fill(query)
    page.locator(until).first.wait_for()


def _found(page: Page, language: str) -> None:
    _searched(page, language, "services", ".guide-search__results a")


def _not_found(page: Page, language: str) -> None:
    _searched(page, language, "pasports", ".guide-search__none:visible")


def _filtered(page: Page, language: str) -> None:
    page.goto(CASES[language])
    page.evaluate("() => document.querySelectorAll('.guide-finder details').forEach((part) => { part.open = true; })")
    page.locator("[data-facet] input[type=checkbox]").first.check()
    page.locator(".guide-finder__chips button").first.wait_for()


def _nothing_left(page: Page, language: str) -> None:
    page.goto(f"{CASES[language]}?q=zzzzzz")
    page.locator(".guide-finder__none:visible").wait_for()


def _compared(page: Page, language: str) -> None:
    page.goto(f"{COMPARE[language]}?cases=bizpal,service-canada-urban-indigenous-outreach")
    page.locator(".guide-comparison:visible").wait_for()


def _wrong(page: Page, path: str) -> None:
    page.goto(path)
    page.locator(".guide-form__submit button").click()
    page.locator(".guide-form__errors li").first.wait_for()


def _show(page: Page, language: str) -> None:
    page.goto(SLIDES[language])
    page.locator("[data-starts-show]").click()
    page.locator(".guide-show:visible").wait_for()


def _first_lines(page: Page, language: str) -> None:
    page.goto(f"{CONTRIBUTE[language]}?jurisdiction=CA-YT&channel=digital")
    page.locator(".guide-first-lines:visible").wait_for()


def _ticked(page: Page, language: str) -> None:
    page.goto(PATH[language])
    page.locator("input[data-check]").first.check()


def _copied(page: Page, language: str) -> None:
    page.goto(CASE[language])
    page.locator(".guide-link-panel > summary").click()
    page.locator(".guide-link-panel [data-copies]:visible").first.click()
    page.locator(".guide-link-panel [role=status]:not(:empty)").first.wait_for()


def _at(path: str) -> Callable[[Page, str], None]:
    """A page outside the languages, or one that is named by its language only."""
    return lambda page, language: page.goto(path.replace("{language}", language)) and None


# Only where the window is small (there is no menu on a wide one), and all others in every width.
SMALL_ONLY = ("menu",)
STATES: dict[str, Callable[[Page, str], None]] = {
    "menu": _menu,
    "search-results": _found,
    "search-nothing": _not_found,
    "filters": _filtered,
    "filters-nothing": _nothing_left,
    "comparison": _compared,
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
BILINGUAL = ("front-door", "not-found", "permanent", "withdrawn")
