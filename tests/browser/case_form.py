"""The form of a case study as the tests use it: where it is, how a field is found by its label, and what it has written."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

ADDRESS = {"en": "/en/contribute/form/", "fr": "/fr/contribuer/formulaire/"}
READY = "() => document.querySelector('[data-checker]').textContent === document.querySelector('[data-checker]').dataset.ready"
# The checker is Python that starts in a browser: seconds on an idle machine, more on a busy one.
PATIENCE = 120_000


def opened(page: Page, language: str = "en", asked: str = "") -> Page:
    """The form, once its script has opened it."""
    page.goto(ADDRESS[language] + asked)
    page.wait_for_selector("form.guide-form:not([hidden])")
    return page


def ready(page: Page) -> Page:
    """The same, once its checker has started, as it does when somebody begins to use the form."""
    page.locator("#form-title-en").focus()
    page.wait_for_function(READY, timeout=PATIENCE)
    return page


def group(place: Page | Locator, name: str) -> Locator:
    """A group of fields by its legend, as a screen reader finds it."""
    return place.get_by_role("group", name=name).first


def box(place: Page | Locator, field: str, label: str = "") -> Locator:
    """A place to type in: by its label, or by the legend of its field and its language."""
    return group(place, field).get_by_label(label, exact=True) if label else place.get_by_label(field, exact=True)


def written(page: Page) -> str:
    """Press the button and wait; gives the YAML."""
    page.locator(".guide-form__submit button").click()
    expect(page.locator(".guide-form__result")).to_be_visible(timeout=PATIENCE)
    return page.locator("#form-result").input_value()
