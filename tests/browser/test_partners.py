"""Find a partner in a browser: by keyboard, on a small screen, in every display, without scripts."""

from __future__ import annotations

import pytest

from tests.build.parsed import told

from .scripts import LOW_CONTRAST, TOO_WIDE

PAGES = {"en": "/en/find-a-partner/", "fr": "/fr/trouver-un-partenaire/"}
each_language = pytest.mark.parametrize("language", PAGES)

# The colours of a tile, as the browser computes them: the text and the frame, each against the ground.
TILES = """() => [...document.querySelectorAll('.guide-map__tile')].map((tile) => {
    const colours = (part, name) => getComputedStyle(tile.querySelector(part))[name].match(/[\\d.]+/g).slice(0, 3).map(Number);
    const light = ([...rgb]) => { const [r, g, b] = rgb.map((one) => one / 255).map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
    const ratio = (one, other) => { const [high, low] = [light(one), light(other)].sort((a, b) => b - a); return (high + 0.05) / (low + 0.05); };
    const ground = colours('.guide-map__ground', 'fill');
    return {text: ratio(colours('.guide-map__count', 'fill'), ground), frame: ratio(colours('.guide-map__ground', 'stroke'), ground),
            size: tile.getBoundingClientRect().height, letters: parseFloat(getComputedStyle(tile.querySelector('text')).fontSize)
              * tile.ownerSVGElement.getBoundingClientRect().width / tile.ownerSVGElement.viewBox.baseVal.width};
})"""
FOCUSED = """() => { const at = document.activeElement, ground = at.querySelector && at.querySelector('.guide-map__ground');
    return ground ? {name: at.querySelector('title').textContent, frame: parseFloat(getComputedStyle(ground).strokeWidth), href: at.getAttribute('href')} : null; }"""


@each_language
def test_the_keyboard_reaches_every_tile_and_shows_where_it_is(visitor, language):
    """Tab goes from tile to tile, each with a strong frame; Enter opens the finder on the cases of that tile."""
    page, seen = visitor(), []
    page.goto(PAGES[language])
    tiles = page.locator(".guide-map__tile").count()
    page.locator(".guide-map__tile").first.focus()
    page.keyboard.press("Shift+Tab")
    for _ in range(tiles):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUSED))

    assert tiles == 14 and None not in seen, seen
    assert len({tile["name"] for tile in seen}) == tiles
    assert all(tile["frame"] >= 4 for tile in seen)
    page.keyboard.press("Enter")
    page.wait_for_url("**" + seen[-1]["href"].removeprefix(".."))


def test_a_tile_is_a_link_with_its_name_and_number(visitor):
    """What a screen reader hears."""
    page = visitor()
    page.goto(PAGES["en"])
    names = [page.locator(".guide-map__tile").nth(at).locator("title").text_content() for at in range(14)]

    assert [name for name in names if page.get_by_role("group", name="Map of").get_by_role("link", name=name, exact=True).count() != 1] == []


@each_language
def test_the_keyboard_passes_by_a_table(visitor, language):
    """The first stop at a table leads to the section behind it; it is seen when it has the focus."""
    page = visitor()
    page.goto(PAGES[language])
    skip = page.locator(".guide-matrix__skip").first
    skip.focus()
    box = skip.bounding_box()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert box["width"] > 60 and box["height"] > 20
    assert page.evaluate("() => document.activeElement.getAttribute('href')") == "#by-arrangement"


@pytest.mark.parametrize("width", [320, 360])
@each_language
def test_the_page_fits_a_small_screen_and_its_tables_scroll_by_themselves(visitor, language, width):
    """No sideways scrolling of the page; the first column stays in sight, and the arrow keys move the rest."""
    page = visitor(width)
    page.goto(PAGES[language])
    region = page.locator(".guide-matrix__region").first
    assert not (wrong := page.evaluate(TOO_WIDE)), told(wrong)

    region.focus()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.guide-matrix__region').scrollLeft > 20")
    left = page.evaluate("""() => { const region = document.querySelector('.guide-matrix__region');
        return region.querySelector('tbody th').getBoundingClientRect().left - region.getBoundingClientRect().left; }""")
    assert abs(left) <= 2


def test_a_cell_with_the_focus_is_not_hidden_behind_the_first_column(visitor):
    """Going back through a table on a small screen."""
    page, hidden = visitor(320), []
    page.goto(PAGES["fr"])
    page.locator(".guide-matrix__table tbody tr").first.locator("td a").last.focus()
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        hidden.append(page.evaluate("""() => { const cell = document.activeElement, head = cell.closest('tr').querySelector('th');
            return cell.getBoundingClientRect().left < head.getBoundingClientRect().right - 1; }"""))

    assert hidden == [False] * 12


@pytest.mark.parametrize("display", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}], ids=["light", "dark", "forced"])
@pytest.mark.parametrize("width", [320, 1280])
def test_tiles_and_tables_can_be_read_in_every_display(visitor, display, width):
    """Text 4.5 to 1, frames 3 to 1, letters not smaller than 11 px, tiles not smaller than a finger needs."""
    page = visitor(width, **display)
    page.goto(PAGES["en"])
    tiles = page.evaluate(TILES)

    assert len(tiles) == 14
    assert [tile for tile in tiles if tile["text"] < 4.5 or tile["frame"] < 3 or tile["size"] < 24 or tile["letters"] < 11] == []
    if "forced_colors" not in display:
        assert not (wrong := page.evaluate(LOW_CONTRAST)), told(wrong)


@each_language
def test_all_of_it_works_without_javascript_and_says_nothing_in_the_console(visitor, language):
    """A cell leads on without a script; with scripts no error is heard."""
    page = visitor(java_script_enabled=False)
    page.goto(PAGES[language])
    page.locator(".guide-matrix__table td a:not(.is-empty)").first.click()
    assert "?jurisdiction=" in page.url

    page, heard = visitor(), []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto(PAGES[language])
    page.wait_for_load_state()
    assert heard == []


def test_the_map_and_the_tables_are_printed_whole(visitor):
    """On paper nothing is cut off at the edge of a region."""
    page = visitor(700)
    page.goto(PAGES["en"])
    page.emulate_media(media="print")

    assert page.locator(".guide-map svg").is_visible()
    assert not [region for region in page.locator(".guide-matrix__region").all() if region.evaluate("part => getComputedStyle(part).overflowX") != "visible"]
    assert not page.locator(".guide-matrix__skip").first.is_visible()
