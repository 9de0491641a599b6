"""The whole Guide by keyboard: every stop of the Tab key in the order of the page, seen, and with a mark that stands out."""

from __future__ import annotations

import pytest

from tests.build.parsed import told

from .states import CASE, HOME

LANGUAGES = ("en", "fr")
# Beyond these a page repeats itself (cells of a table, boxes of a facet).
MOST = 28

# What can be reached, as HTML has it, in the order of the page: visible, enabled, and of radio buttons the chosen one or the first.
PREPARE = """() => {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
  const chosen = (name) => document.querySelector(`[name="${CSS.escape(name)}"]:checked`) ?? document.querySelector(`[name="${CSS.escape(name)}"]`);
  const within = document.querySelector('dialog[open]') ?? document;
  window.expected = all.filter((one) => within.contains(one) && one.checkVisibility({visibilityProperty: true}) && !one.disabled && one.tabIndex >= 0
    && (one.type !== 'radio' || one === chosen(one.name)));
  window.stops = [];
  const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
  const behind = (element) => {
    for (; element; element = element.parentElement) {
      const color = numbers(getComputedStyle(element).backgroundColor);
      if (color.length < 4 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((one) => one / 255).map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  // The mark of the focus: its thickness in pixels, and how it stands out from what it is drawn on.
  const mark = (element) => {
    const ground = element.querySelector('.guide-map__ground');
    if (ground) return {thick: parseFloat(getComputedStyle(ground).strokeWidth) / 2, contrast: contrast(numbers(getComputedStyle(ground).stroke), behind(element))};
    const style = getComputedStyle(element), inside = parseFloat(style.outlineOffset) < 0;
    if (style.outlineStyle === 'none') return {thick: 0, contrast: 0};
    return {thick: parseFloat(style.outlineWidth), contrast: contrast(numbers(style.outlineColor), behind(inside ? element : element.parentElement))};
  };
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth) return 'out of sight';
    const [left, top, right, bottom] = [Math.max(box.left, 0), Math.max(box.top, 0), Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)];
    const points = [.5, .1, .9].flatMap((x) => [.5, .2, .8].map((y) => [left + (right - left) * x, top + (bottom - top) * y]));
    const hit = points.some(([x, y]) => { const top = document.elementFromPoint(x, y); return top && (element.contains(top) || top.contains(element)); });
    return hit ? '' : 'covered';
  };
  addEventListener('focusin', ({target}) => window.stops.push({
    at: window.expected.indexOf(target), name: target.outerHTML.slice(0, 90).replace(/\\s+/g, ' '), ...mark(target), hidden: seen(target)}));
  return window.expected.length;
}"""


def walked(page, most: int = MOST) -> list[str]:
    """Hold Tab down until it has gone through the page; gives what is wrong with its stops. The page has just been opened."""
    count = min(page.evaluate(PREPARE), most)
    for _ in range(count):
        page.keyboard.down("Tab")
    page.keyboard.up("Tab")
    stops = page.evaluate("() => window.stops")
    wrong = [f"stop {number} is {stop['at']}: {stop['name']}" for number, stop in enumerate(stops) if stop["at"] != number][:1]
    wrong += [f"{stop['hidden']}: {stop['name']}" for stop in stops if stop["hidden"]]
    wrong += [f"a mark of {stop['thick']} px at {stop['contrast']:.1f} to 1: {stop['name']}" for stop in stops if stop["thick"] < 2 or stop["contrast"] < 3]
    return wrong if len(stops) == count > 5 else [*wrong, f"{len(stops)} stops of {count}"]


@pytest.mark.parametrize(("language", "width", "display"), [("en", 320, "dark"), ("fr", 1280, "light")])
def test_every_stop_of_the_tab_key_is_in_order_and_seen(visitor, sample, language, width, display):
    """On a page of every kind: nothing is left out, nothing hidden is entered, and the focus can be seen (2.1.1, 2.4.3, 2.4.7, 2.4.11)."""
    page, wrong = visitor(width, color_scheme=display, reduced_motion="reduce"), []
    for pair in sample.pairs:
        page.goto("/" + pair[language])
        wrong += [f"{pair[language]}: {what}" for what in walked(page)]

    assert not wrong, told(wrong)


@pytest.mark.parametrize("display", ["light", "dark"])
def test_the_pages_without_a_frame_are_walked_too(visitor, display):
    """The front door, the page for errors, permanent addresses and cards."""
    page = visitor(320, color_scheme=display, locale="iu-CA")
    for path in ("/", "/no/such/page", "/c/bizpal/", "/en/embed/t/jurisdiction/CA-NS/"):
        page.goto(path)
        wrong = [what for what in walked(page) if "stops of" not in what]

        assert not wrong, f"{path}: {told(wrong)}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_search_dialog_keeps_the_keyboard_and_gives_it_back(visitor, language, width):
    """Opened by its button, Tab stays in it past both ends; Escape closes it and the button has the focus again."""
    page = visitor(width)
    page.goto(CASE[language])
    page.locator(".guide-search__open").focus()
    page.keyboard.press("Enter")
    page.locator(".guide-search__input").fill("services")
    page.locator(".guide-search__results a").first.wait_for()
    for key in ("Tab",) * 14 + ("Shift+Tab",) * 20:
        page.keyboard.press(key)
        assert page.evaluate("() => document.activeElement === document.body || document.querySelector('dialog[open]').contains(document.activeElement)"), key
    page.keyboard.press("Escape")

    assert page.locator("dialog[open]").count() == 0
    assert page.evaluate("() => document.activeElement.className") == "guide-search__open"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_open_menu_is_walked_in_order(visitor, language):
    """On a small screen the links of the menu follow its button, and what follows the menu comes after them."""
    page = visitor(320)
    page.goto(HOME[language])
    page.locator(".guide-header__menu").evaluate("button => button.click()")

    assert not (wrong := walked(page)), told(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_window_of_slides_keeps_the_keyboard(visitor, language):
    """Its buttons are stops with a mark; Tab does not reach the page behind it."""
    page = visitor(1280)
    page.goto({"en": "/en/presentation/", "fr": "/fr/presentation/"}[language])
    page.locator("[data-starts-show]").click()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement === document.body || document.querySelector('.guide-show').contains(document.activeElement)")
