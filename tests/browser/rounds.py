"""How pages and states are looked at for accessibility: every width in every display, and which rules are run where."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from .axe import violations

LANGUAGES = ("en", "fr")
WIDTHS = (320, 768, 1280)
DISPLAYS = ("light", "dark")
UNFOLD = "() => document.querySelectorAll('details').forEach((part) => { part.open = true; })"
# Of neighbours that are made alike (rows, cards, boxes to tick) a few are enough, once all were looked at: the first ones and the last.
THIN = """(few) => {
  const shapes = new Map();
  const shape = (one) => {
    if (!shapes.has(one)) shapes.set(one, one.tagName === 'TR' ? 'TR ' + one.className : [one.tagName, one.getAttribute('class'), ...one.getAttributeNames(), '(', ...[...one.children].map(shape), ')'].join(' '));
    return shapes.get(one);
  };
  for (const parent of [...document.body.querySelectorAll('*')].filter((one) => one.children.length > few)) {
    const alike = Map.groupBy(parent.children, shape);
    for (const same of alike.values()) for (const one of same.slice(few - 1, -1)) if (one.matches('li, tr, label, fieldset, div, option')) one.remove();
  }
}"""
FEW = 4
# Each language begins, with all rules, where the other one ends.
ORDER = {"en": (WIDTHS, DISPLAYS), "fr": (WIDTHS[::-1], DISPLAYS[::-1])}


def reader(browser: Browser, address: str) -> Page:
    """Someone who wants no motion, so that nothing is measured on its way, and who speaks neither language."""
    context = browser.new_context(base_url=address, reduced_motion="reduce", permissions=["clipboard-read", "clipboard-write"], bypass_csp=True, locale="iu-CA")
    context.set_default_timeout(20_000)
    return context.new_page()


def turn(page: Page, width: int, display: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=display)


def start(page: Page, language: str) -> None:
    """Where a language begins: the window in which a page is opened."""
    turn(page, *(order[0] for order in ORDER[language]))


def corners(language: str, widths: tuple[int, ...] = WIDTHS) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Every width in every display, and what is looked at there beside the contrast: the markup first, then what can differ.

    At the other end of the widths that is the markup again, for other parts are shown there, and between the ends what depends on the width alone.
    """
    across, displays = ORDER[language]
    across = [width for width in across if width in widths]
    for width in across:
        for display in displays:
            seen_before, first, last = display != displays[0], width == across[0], width == across[-1]
            yield width, display, () if seen_before else ("markup",) if first or last else ("width",)


def barriers(page: Page, where: str, language: str, widths: tuple[int, ...] = WIDTHS, contrast: str = "looks") -> list[str]:
    """What is wrong with the page as it stands, in all its corners. It is opened once, looked at whole, thinned, and turned."""
    found = []
    for number, (width, display, kinds) in enumerate(corners(language, widths)):
        turn(page, width, display)
        if not number:
            found.append((width, display, violations(page, *kinds)))
            page.evaluate(THIN, FEW)
        found.append((width, display, violations(page, *(kinds if number else ()), "looks" if number else contrast)))
    return [f"{where} ({width} px, {display}): {one}" for width, display, wrong in found for one in wrong]
