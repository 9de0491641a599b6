"""Reading the Guide as people do: finding a case, changing the language, with a keyboard, without JavaScript."""

from __future__ import annotations

import re

import pytest

from tests.build.parsed import told

LANGUAGES = ("en", "fr")
OTHER = {"en": "fr", "fr": "en"}
SMALL = (320, 360)


def path_of(page) -> str:
    """The path and the anchor that the page is at, without the host."""
    return re.sub(r"^https?://[^/]+/", "", page.url)


def focus_of(page) -> str:
    """The element that the keyboard is on, by id or first class."""
    return page.evaluate("() => document.activeElement.id || document.activeElement.classList[0] || document.activeElement.tagName")


def follow(page, link: str) -> None:
    """Click a link that leads to another page, and wait until it is there."""
    with page.expect_navigation():
        page.locator(link).first.click()


def tab_until(page, wanted: str, most: int = 12) -> None:
    """Press Tab until the keyboard is on an element. Fails when it never gets there."""
    seen = []
    for _ in range(most):
        page.keyboard.press("Tab")
        seen.append(focus_of(page))
        if seen[-1] == wanted:
            return
    pytest.fail(f"{path_of(page)}: Tab never reaches {wanted}, but {seen}")


# --- finding a case --------------------------------------------------------------------------------------------

@pytest.mark.parametrize("language", LANGUAGES)
def test_every_case_is_two_clicks_from_home(visitor, sample, language):
    """From the home page one click leads to all cases, and the second to any of them, in the same language."""
    page = visitor()
    page.goto(f"/{language}/")
    follow(page, "main a.guide-button")
    links = page.locator("main .guide-card__title a")
    reached = {link.evaluate("element => new URL(element.href).pathname.slice(1)") for link in links.all()}
    assert reached == {pair[language] for pair in sample.cases}, f"{path_of(page)}: {reached}"

    title = links.first.inner_text()
    follow(page, "main .guide-card__title a")
    assert path_of(page) in reached and page.locator("h1").inner_text() == title, path_of(page)
    assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_front_door_and_the_page_for_errors_lead_home_in_each_language(visitor, language):
    """From the root and from an address that does not exist, one click leads to the home page of a language."""
    page = visitor()
    for start, status in (("/", 200), ("/en/no/such/page/", 404), ("/no-such-page", 404)):
        assert page.goto(start).status == status
        follow(page, f"section[lang={language}] a")
        assert path_of(page) == f"{language}/" and page.locator("html").get_attribute("lang") == language, f"from {start}"


# --- changing the language -------------------------------------------------------------------------------------

def test_the_language_toggle_keeps_the_page(visitor, sample):
    """The toggle leads to the same page in the other language, and back again. (That it says so on all pages: tests/build/test_pages.py.)"""
    page, wrong = visitor(), []
    for pair in sample.pairs[::5]:
        page.goto("/" + pair["en"])
        for expected in ("fr", "en"):
            follow(page, ".guide-header__language")
            if path_of(page) != pair[expected] or page.locator("html").get_attribute("lang") != expected:
                wrong.append(f"{pair[OTHER[expected]]}: the toggle leads to {path_of(page)}, not to {pair[expected]}")

    assert not wrong, told(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_toggle_keeps_the_section(visitor, sample, language):
    """A reader who is at a section, by link or by address, is at the same section in the other language, and back."""
    page, pair = visitor(), sample.longest_case
    page.goto("/" + pair[language])
    page.locator(".guide-contents a[href='#sources']").click()
    for start in ("", f"/{pair[language]}#sources"):
        if start:
            page.goto("/" + OTHER[language] + "/")
            page.goto(start)
        for expected in (OTHER[language], language):
            follow(page, ".guide-header__language")
            assert path_of(page) == f"{pair[expected]}#sources", f"from {start or 'a click'}: {path_of(page)}"
            top = page.locator("#sources").evaluate("element => element.getBoundingClientRect().top")
            assert -5 < top < 800, f"{path_of(page)}: the section is at {top} px"


@pytest.mark.parametrize(("width", "shown"), [(320, {"en": "FR", "fr": "EN"}), (1280, {"en": "Français", "fr": "English"})])
def test_the_language_toggle_is_a_link_in_the_words_of_the_other_language(visitor, width, shown):
    """The toggle says Français or English, on small screens FR or EN, is marked as that language and is not to be translated."""
    page = visitor(width)
    for language in LANGUAGES:
        page.goto(f"/{language}/")
        toggle = page.locator(".guide-header__language")
        assert toggle.inner_text().strip() == shown[language]
        marks = [toggle.get_attribute(name) for name in ("lang", "hreflang", "translate")]
        assert marks == [OTHER[language], OTHER[language], "no"] and toggle.evaluate("element => element.tagName") == "A"


# --- the menu on small screens ---------------------------------------------------------------------------------

@pytest.mark.parametrize("width", SMALL)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_opens_and_closes_by_keyboard(visitor, width, language):
    """Tab reaches the button, Enter opens the menu, Tab goes into it, Escape closes it and gives the button the focus back."""
    page = visitor(width)
    page.goto(f"/{language}/")
    button, menu = page.locator(".guide-header__menu"), page.locator("#guide-navigation")
    assert button.get_attribute("aria-expanded") == "false" and not menu.is_visible()
    assert button.get_attribute("aria-controls") == "guide-navigation"

    tab_until(page, "guide-header__menu")
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true" and menu.is_visible(), "Enter does not open the menu"
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.getElementById('guide-navigation').contains(document.activeElement)"):
            break
    else:
        pytest.fail("Tab does not reach the menu")
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false" and not menu.is_visible(), "Escape does not close the menu"
    assert focus_of(page) == "guide-header__menu", f"Escape leaves the focus on {focus_of(page)}"
    page.keyboard.press("Space")
    assert menu.is_visible(), "Space does not open the menu"
    page.keyboard.press("Enter")
    assert not menu.is_visible() and button.get_attribute("aria-expanded") == "false", "Enter does not close the menu"


@pytest.mark.parametrize("width", SMALL)
def test_tab_never_walks_into_a_closed_menu(visitor, width):
    """What is closed cannot be reached: every stop of the Tab key is visible."""
    page = visitor(width)
    page.goto("/en/")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.checkVisibility({visibilityProperty: true})"), focus_of(page)
        assert not page.evaluate("() => document.getElementById('guide-navigation').contains(document.activeElement)")


def test_the_menu_button_is_not_there_on_a_wide_screen(visitor):
    """With room for it, the navigation is simply open."""
    page = visitor(1280)
    page.goto("/fr/")

    assert not page.locator(".guide-header__menu").is_visible() and page.locator("#guide-navigation a").first.is_visible()


# --- without JavaScript ----------------------------------------------------------------------------------------

@pytest.mark.parametrize("width", (*SMALL, 1280))
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_navigation_works_without_javascript(visitor, sample, width, language):
    """All links of the navigation are visible, lead to their pages, and no button stands there that does nothing."""
    page = visitor(width, java_script_enabled=False)
    page.goto(f"/{language}/")
    links = page.locator("#guide-navigation a")
    count = links.count()
    assert count >= 5 and all(links.nth(index).is_visible() for index in range(count))
    assert not [button for button in page.locator("button").all() if button.is_visible()]

    follow(page, "#guide-navigation a")
    follow(page, "main .guide-card__title a")
    assert path_of(page) in {pair[language] for pair in sample.cases}, path_of(page)
    page.locator(".guide-contents summary").click()
    page.locator(".guide-contents a[href='#results']").click()
    assert path_of(page).endswith("#results")
    follow(page, ".guide-header__language")
    assert path_of(page).startswith(f"{OTHER[language]}/"), path_of(page)


# --- the skip link ---------------------------------------------------------------------------------------------

@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_tab_stop_skips_to_the_content(visitor, sample, language):
    """The first Tab shows the skip link; Enter leads to the content, and Tab goes on from there. (It is first on all: test_keyboard.py.)"""
    page, wrong = visitor(), []
    for path in (pair[language] for pair in sample.pairs[::5]):
        page.goto("/" + path)
        page.keyboard.press("Tab")
        first, box = focus_of(page), page.locator(".guide-skip").bounding_box()
        page.wait_for_function("() => document.querySelector('.guide-skip').getBoundingClientRect().top >= 0", timeout=2000)
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        inside = page.evaluate("() => document.getElementById('content').contains(document.activeElement)")
        if first != "guide-skip" or box is None or not path_of(page).endswith("#content") or not inside:
            wrong.append(f"{path}: the first stop is {first}, then {path_of(page)}, then {focus_of(page)}")

    assert not wrong, told(wrong)
