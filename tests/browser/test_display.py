"""How pages look: the dark display, contrast in both, and paper."""

from __future__ import annotations

import pytest

from tests.build.parsed import told

from .scripts import LOW_CONTRAST

OPEN_ALL = "() => document.querySelectorAll('details').forEach((part) => { part.open = true; })"
PAPER = "() => getComputedStyle(document.body).backgroundColor"
LIGHT = "rgb(255, 255, 255)"
NOT_ON_PAPER = ["#guide-navigation", ".guide-header button", ".guide-header__language", ".guide-skip", ".guide-breadcrumb", ".guide-contents",
                ".guide-footer"]
# Those of some selectors of which something is shown.
VISIBLE_OF = """(selectors) => selectors.filter((selector) => [...document.querySelectorAll(selector)].some(
    (element) => element.checkVisibility({visibilityProperty: true}) && element.getClientRects().length))"""
LINKS_BY_COLOUR = """() => [...document.querySelectorAll('article p a, article li a, article dd a')].filter((link) =>
    !link.closest('.guide-figures, .guide-button') && !getComputedStyle(link).textDecorationLine.includes('underline'))
    .map((link) => link.textContent.trim())"""


def shown_scheme(page) -> str:
    return "light" if page.evaluate(PAPER) == LIGHT else "dark"


@pytest.mark.parametrize(("system", "first", "second"), [("light", "dark", "light"), ("dark", "light", "dark")])
def test_the_display_button_changes_the_display_and_is_remembered(visitor, sample, system, first, second):
    """The button says whether the dark display is on, changes it, and the choice holds on other pages and after a reload."""
    page = visitor(color_scheme=system)
    page.goto("/en/")
    button = page.locator(".guide-header__scheme")
    assert shown_scheme(page) == system and button.get_attribute("aria-pressed") == str(system == "dark").lower()

    for chosen in (first, second, first):
        button.click()
        assert shown_scheme(page) == chosen and button.get_attribute("aria-pressed") == str(chosen == "dark").lower(), chosen
    for path in ("/en/", "/" + sample.longest_case["fr"], "/fr/"):
        page.goto(path)
        assert shown_scheme(page) == first, f"{path} forgets the choice"
        assert page.locator(".guide-header__scheme").get_attribute("aria-pressed") == str(first == "dark").lower(), path


def test_the_display_button_works_by_keyboard_and_has_a_name(visitor):
    """Space presses it, and a screen reader hears what it is in the page's language."""
    page = visitor()
    for language, name in (("en", "Dark display"), ("fr", "Affichage sombre")):
        page.goto(f"/{language}/")
        button = page.get_by_role("button", name=name)
        before = button.get_attribute("aria-pressed")
        button.focus()
        page.keyboard.press("Space")
        assert {before, button.get_attribute("aria-pressed")} == {"true", "false"}, language


@pytest.fixture(scope="session")
def looks(browser, address, sample) -> dict[str, dict[str, list[str]]]:
    """What is wrong on pages of every kind in each display and on paper. Each page is opened once."""
    context = browser.new_context(base_url=address, reduced_motion="reduce")
    page, found = context.new_page(), {}
    for path in sample.paths:
        page.emulate_media(media="screen", color_scheme="light")
        page.goto("/" + path)
        page.evaluate(OPEN_ALL)
        found[path] = {"links": page.evaluate(LINKS_BY_COLOUR)}
        for system in ("light", "dark"):
            page.emulate_media(media="screen", color_scheme=system)
            found[path][system] = [] if shown_scheme(page) == system else [f"the display is not {system}"]
            page.emulate_media(media="print", color_scheme=system)
            found[path][f"paper, {system}"] = _printed_wrongly(page)
        found[path]["paper, dark"] += page.evaluate(LOW_CONTRAST)  # as on a machine that is set to dark
    context.close()
    return found


def _printed_wrongly(page) -> list[str]:
    wrong = [f"{part} is printed" for part in page.evaluate(VISIBLE_OF, NOT_ON_PAPER)]
    if page.evaluate(VISIBLE_OF, ["h1"]) != ["h1"] or page.evaluate("() => document.querySelector('article').innerText.length") < 80:
        wrong.append("the text is not printed")
    return wrong if page.evaluate(PAPER) in (LIGHT, "rgba(0, 0, 0, 0)") else [*wrong, f"the paper is {page.evaluate(PAPER)}"]


def _wrong(looks, display: str) -> list[str]:
    return [f"{path}: {what}" for path, found in looks.items() for what in found[display]]


@pytest.mark.parametrize("display", ["light", "dark"])
def test_every_page_follows_the_display_of_the_system(looks, display):
    """On a page of every kind. Whether its texts stand out is measured by axe (test_accessible_pages.py)."""
    wrong = _wrong(looks, display)

    assert len(looks) > 20 and not wrong, told(wrong)


def test_the_display_chosen_by_the_button_has_the_same_contrast(visitor, sample):
    """The dark display of the button, on a machine that is set to light, is as readable as that of the system."""
    page = visitor()
    page.goto("/en/")
    page.locator(".guide-header__scheme").click()
    for path in ("en/", sample.longest_case["fr"]):
        page.goto("/" + path)
        page.evaluate(OPEN_ALL)
        assert shown_scheme(page) == "dark" and not (wrong := page.evaluate(LOW_CONTRAST)), f"{path}: {told(wrong)}"


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_pages_without_a_frame_stand_out_too(visitor, system):
    """The front door and the page for errors reach the same contrast in both displays."""
    page = visitor(color_scheme=system)
    for path in ("/", "/no/such/page"):
        page.goto(path)
        assert not (wrong := page.evaluate(LOW_CONTRAST)), f"{path}: {told(wrong)}"


def test_links_in_text_are_not_told_by_colour_alone(looks):
    """A link within a sentence is underlined."""
    wrong = _wrong(looks, "links")

    assert not wrong, told(wrong)


@pytest.mark.parametrize("system", ["light", "dark"])
def test_paper_shows_the_text_and_not_the_navigation(looks, system):
    """Printed, a page has its title and its text, dark on white, and no navigation, buttons, contents or footer."""
    wrong = _wrong(looks, f"paper, {system}")

    assert not wrong, told(wrong)


def test_what_is_not_printed_is_on_the_screen(visitor, sample):
    """The parts that paper leaves out exist and are seen: the test above would notice if they were printed."""
    page = visitor()
    page.goto("/" + sample.longest_case["en"])

    assert page.evaluate(VISIBLE_OF, NOT_ON_PAPER) == NOT_ON_PAPER
