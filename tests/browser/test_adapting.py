"""What readers change for themselves: letters of twice the size, wider spacing, 400 % zoom, colours of their own, no motion."""

from __future__ import annotations

import pytest

from tests.build.parsed import told

from .rounds import UNFOLD
from .scripts import TOO_WIDE

# The spacing that WCAG 2.2 (1.4.12) names.
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"
# Letters twice as large, as the browser's own setting makes them.
LARGE = "html { font-size: 250% !important; }"
# Text that is cut off: longer than its box, which hides the rest.
CUT = """() => [...document.querySelectorAll('body *')].filter((one) => {
  const style = getComputedStyle(one);
  return one.checkVisibility({visibilityProperty: true}) && !one.closest('.guide-hidden, svg, select, input, textarea') && style.clipPath === 'none'
    && ['hidden', 'clip'].includes(style.overflowY) && one.scrollHeight > one.clientHeight + 2 && one.clientHeight > 0 && one.textContent.trim();
}).map((one) => one.tagName.toLowerCase() + '.' + one.className)"""
# A text in the colour of what is behind it, and things that one reads by colour alone. In forced colours the browser chooses both.
LOST = """() => {
  const ground = getComputedStyle(document.body).backgroundColor, wrong = [];
  for (const one of document.querySelectorAll('body *')) {
    const style = getComputedStyle(one), own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!one.checkVisibility({visibilityProperty: true}) || one.closest('.guide-hidden, svg[aria-hidden=true]')) continue;
    if (own && !one.closest('svg') && style.color === (style.backgroundColor === 'rgba(0, 0, 0, 0)' ? ground : style.backgroundColor)) wrong.push('text of ' + one.className);
    if (one.tagName === 'text' && style.fill === ground) wrong.push('drawn text ' + one.textContent);
    if (one.matches('rect, circle, path') && !one.closest('defs') && style.fill === ground && ['none', ground].includes(style.stroke) && one.closest('a')) wrong.push('drawn ' + one.getAttribute('class'));
    if (one.matches('button, .guide-button, input:not([hidden]), select, textarea') && style.borderTopStyle === 'none' && style.outlineStyle === 'none' && style.textDecorationLine === 'none'
        && style.appearance === 'none' && !one.matches('input')) wrong.push('no edge: ' + one.className);
  }
  return wrong;
}"""

# What moves by itself, glides, or takes its time to change.
MOVES = """() => [document.documentElement, ...document.querySelectorAll('body *')].filter((one) => {
  const style = getComputedStyle(one);
  return (style.animationName !== 'none' && style.animationDuration !== '0s') || style.scrollBehavior === 'smooth' || style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0.01);
}).map((one) => one.tagName + '.' + one.className)"""


@pytest.fixture(scope="module")
def changed(browser, address, sample) -> dict[str, dict[str, list[str]]]:
    """What is wrong on pages of every kind in each change, in French, whose words are longer. Each page is opened once, unfolded, by a reader who wants no motion."""
    context = browser.new_context(base_url=address, bypass_csp=True, reduced_motion="reduce")
    page, found = context.new_page(), {}
    for path in (pair["fr"] for pair in sample.pairs):
        page.set_viewport_size({"width": 320, "height": 256})  # 1280 by 1024 at 400 %
        page.goto("/" + path)
        page.evaluate(UNFOLD)
        here = found[path] = {"zoom": page.evaluate(TOO_WIDE)}
        page.set_viewport_size({"width": 1280, "height": 800})
        here["motion"] = page.evaluate(MOVES)
        for name, css in (("large", LARGE), ("spaced", SPACED)):
            style = page.add_style_tag(content=css)
            here[name] = page.evaluate(TOO_WIDE) + page.evaluate(CUT)
            style.evaluate("style => style.remove()")
        page.emulate_media(forced_colors="active")
        here["forced"] = page.evaluate(LOST)
        page.emulate_media(forced_colors="none")
    context.close()
    return found


@pytest.mark.parametrize("change", ["zoom", "large", "spaced", "forced", "motion"])
def test_nothing_is_lost_when_a_reader_changes_the_display(changed, change):
    """400 % zoom without scrolling sideways, letters of 200 %, wider spacing, forced colours (1.4.4, 1.4.10, 1.4.12, 1.4.1), no motion."""
    wrong = [f"{path}: {what}" for path, found in changed.items() for what in found[change]]

    assert len(changed) > 20 and not wrong, told(wrong)


@pytest.mark.parametrize("width", [320, 360])
def test_a_table_written_by_hand_is_read_from_top_to_bottom_on_a_small_screen(visitor, width):
    """Nothing scrolls sideways, no column is as narrow as a word, and each cell says to which column it belongs."""
    page = visitor(width)
    for path in ("/en/use-the-guide-in-your-site/", "/fr/confidentialite/"):
        page.goto(path)
        tables, cells = page.locator(".guide-rows"), page.locator(".guide-rows td")
        heads = [head for head in page.locator(".guide-rows thead").all_inner_texts()[0].split("\t")[1:]]

        assert tables.evaluate_all("all => all.every((one) => one.scrollWidth <= one.clientWidth)"), path
        assert cells.evaluate_all("all => Math.min(...all.map((one) => one.clientWidth))") > 240, path
        shown = cells.evaluate_all("all => all.map((one) => getComputedStyle(one, '::before').content)")
        assert heads and shown[:len(heads)] == [f'"{head.strip()}"' for head in heads] and '""' not in shown, path


def test_what_moves_would_be_noticed(visitor):
    """A colour that changes slowly, a part that turns: the test above can fail."""
    page = visitor()
    page.set_content("<style>@keyframes turn { to { rotate: 1turn; } } a { transition: color 1s; } b { animation: turn 1s; }</style><a>x</a><b>x</b><i>x</i>")

    assert page.evaluate(MOVES) == ["A.", "B."]
