"""Where pages and states are looked at for accessibility: the widths, the displays, and which rules are run where."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

from .axe import BY_DISPLAY, BY_WIDTH, violations

LANGUAGES = ("en", "fr")
WIDTHS = (320, 768, 1280)
DISPLAYS = ("light", "dark")
UNFOLD = "() => document.querySelectorAll('details').forEach((part) => { part.open = true; })"
# All rules are run first; after that those whose answer can differ. The languages share the corners: each template is
# seen in every width, and in both displays at the smallest and at the largest.
ROUNDS = {
    "en": ((320, "light", ()), (768, "dark", BY_WIDTH), (1280, "dark", (*BY_WIDTH, *BY_DISPLAY))),
    "fr": ((320, "dark", ()), (768, "light", BY_WIDTH), (1280, "light", (*BY_WIDTH, *BY_DISPLAY))),
}


def reader(browser: Browser, address: str) -> Page:
    """Someone who wants no motion, so that nothing is measured on its way, and who speaks neither language."""
    context = browser.new_context(base_url=address, reduced_motion="reduce", permissions=["clipboard-read", "clipboard-write"], bypass_csp=True, locale="iu-CA")
    context.set_default_timeout(20_000)
    return context.new_page()


def turn(page: Page, width: int, display: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=display)


def barriers(page: Page, where: str, language: str) -> list[str]:
    """What is wrong with the page as it stands, in all its rounds."""
    wrong = []
    for width, display, rules in ROUNDS[language]:
        turn(page, width, display)
        wrong += [f"{where} ({width} px, {display}): {found}" for found in violations(page, *rules)]
    return wrong
