"""The presentation in a browser: one slide at a time by keyboard, all of them without a script, one to a sheet on paper."""

from __future__ import annotations

import re

import pytest

from tests.build.parsed import told

from .scripts import LOW_CONTRAST, TOO_WIDE

PAGES = {"en": "/en/presentation/", "fr": "/fr/presentation/"}
KITS = {"en": "/en/member-kits/ontario/", "fr": "/fr/trousses-des-membres/ontario/"}
each_language = pytest.mark.parametrize("language", PAGES)


def started(page, path: str):
    page.goto(path)
    page.locator("[data-starts-show]").click()
    return page


def shown(page) -> list[str]:
    """The titles of the slides that are seen in the window."""
    return page.locator(".guide-show .guide-slide:visible > h2").all_text_contents()


def place(page) -> str:
    """The slide in the address."""
    return page.evaluate("location.hash")


@each_language
def test_keys_lead_through_the_slides(visitor, language):
    """Arrows, Page Up and Page Down as on a remote control, Home and End; the address and the announcement follow."""
    page = started(visitor(), PAGES[language])
    titles = page.locator(".guide-slide > h2").all_text_contents()
    walk = [(None, 0), ("ArrowRight", 1), ("PageDown", 2), ("ArrowLeft", 1), ("End", len(titles) - 1), ("ArrowRight", len(titles) - 1),
            ("PageUp", len(titles) - 2), ("Home", 0), ("ArrowLeft", 0)]
    for key, at in walk:
        if key:
            page.keyboard.press(key)
        told_now = page.locator(".guide-show [role=status]").text_content()

        assert shown(page) == [titles[at]], key
        assert place(page) == f"#slide-{at + 1}"
        assert titles[at].strip() in told_now and re.findall(r"\d+", told_now)[:2] == [str(at + 1), str(len(titles))]
    assert page.locator("[data-goes=previous]").get_attribute("aria-disabled") == "true"


def test_escape_ends_at_the_slide_that_was_shown(visitor):
    """Everything is back in its place, the keyboard is where it was, and the other language opens at the same slide."""
    page = visitor()
    page.goto(PAGES["en"])
    before = page.locator(".guide-slide").evaluate_all("slides => slides.map((slide) => slide.outerHTML)")
    page.locator("[data-starts-show]").click()
    for _ in range(3):
        page.keyboard.press("PageDown")
    page.keyboard.press("Escape")

    assert not page.locator(".guide-show").is_visible()
    assert page.locator(".guide-slides > .guide-slide").evaluate_all("slides => slides.map((slide) => slide.outerHTML)") == before
    assert page.evaluate("document.activeElement.hasAttribute('data-starts-show')")
    assert page.locator("#slide-4").evaluate("title => { const box = title.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight; }")
    assert page.locator(".guide-header__language").evaluate("link => link.hash") == "#slide-4"


def test_an_address_with_a_slide_starts_there(visitor):
    """A link to #slide-3 shows that slide, in the page and once the presentation is started."""
    page = started(visitor(), PAGES["fr"] + "#slide-3")
    assert place(page) == "#slide-3"
    assert shown(page) == [page.locator("#slide-3").text_content()]

    page.evaluate("location.hash = '#slide-5'")
    page.wait_for_function("document.querySelector('.guide-show .guide-slide:not([hidden]) #slide-5')")
    page.keyboard.press("ArrowRight")
    assert place(page) == "#slide-6"


def test_the_page_behind_is_out_of_reach(visitor):
    """Tab stays in the window, and comes to each of its buttons."""
    page = started(visitor(), PAGES["en"])
    reached = set()
    for _ in range(12):
        page.keyboard.press("Tab")
        where = page.evaluate("() => { const at = document.activeElement; return at === document.body ? '' : at.closest('.guide-show') ? at.textContent.trim() : 'outside ' + at.outerHTML.slice(0, 80); }")
        reached.add(where)

    assert not [where for where in reached if where.startswith("outside")]
    assert {"Previous", "Next", "Speaker notes", "End"} <= reached


def test_notes_are_shown_when_they_are_asked_for(visitor):
    """The button says whether they are; they go with the speaker from slide to slide, and the page is left as it was."""
    page = started(visitor(), PAGES["en"])
    notes = page.locator("[data-shows-notes]")
    assert page.locator(".guide-show .guide-slide__notes p:visible").count() == 0

    notes.click()
    assert notes.get_attribute("aria-pressed") == "true"
    assert page.locator(".guide-show .guide-slide__notes p:visible").count() > 0
    page.keyboard.press("ArrowRight")
    assert page.locator(".guide-show .guide-slide__notes p:visible").count() > 0
    page.locator("[data-ends-show]").click()
    assert page.locator(".guide-slide__notes[open]").count() == 0


def test_a_long_slide_scrolls_by_keyboard(visitor):
    """On a small screen, the arrows up and down move within the slide."""
    page = started(visitor(320), PAGES["fr"])
    page.keyboard.press("End")
    for _ in range(20):
        if page.locator(".guide-show__stage").evaluate("stage => stage.scrollHeight > stage.clientHeight + 60"):
            break
        page.keyboard.press("PageUp")
    page.keyboard.press("ArrowDown")

    assert page.locator(".guide-show__stage").evaluate("stage => stage.scrollTop") > 0


def test_modified_keys_stay_the_browsers_own(visitor):
    """Alt with an arrow goes back in the browser's history, not in the slides."""
    page = started(visitor(), PAGES["en"])
    page.keyboard.press("Control+ArrowRight")

    assert place(page) == "#slide-1"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_slides_can_be_read_in_every_display(visitor, scheme, width):
    """In the window too, nothing is too pale or wider than the screen."""
    page = started(visitor(width, color_scheme=scheme), PAGES["fr"])
    for key in ("Home", *["PageDown"] * 7):
        page.keyboard.press(key)
        assert not (wrong := page.evaluate(LOW_CONTRAST)), told(wrong)
        assert page.locator(".guide-show__stage").evaluate("stage => stage.scrollWidth <= stage.clientWidth"), place(page)


@each_language
def test_without_a_script_all_slides_stand_on_the_page(visitor, language):
    """No button that does nothing; notes open by themselves; the file is a link."""
    page = visitor(java_script_enabled=False)
    page.goto(PAGES[language])

    assert not page.locator("[data-starts-show]").is_visible() and not page.locator(".guide-show").is_visible()
    assert page.locator(".guide-slide:visible").count() == page.locator(".guide-slide").count() > 10
    page.locator(".guide-slide__notes summary").first.click()
    assert page.locator(".guide-slide__notes p").first.is_visible()
    with page.expect_download() as download:
        page.locator("a[download]").first.click()
    assert download.value.suggested_filename.endswith(".pptx")


def test_on_paper_each_slide_has_a_wide_sheet_of_its_own(visitor, tmp_path):
    """As many sheets as slides, all of them landscape, without what belongs to the screen."""
    page = visitor()
    page.goto(PAGES["fr"])
    slides = page.locator(".guide-slide").count()
    content = page.pdf(prefer_css_page_size=True)
    sizes = {tuple(map(float, found)) for found in re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", content)}

    assert len(re.findall(rb"/Type\s*/Page\b", content)) == slides
    assert all(width > height for width, height in sizes)


@each_language
def test_a_kit_copies_its_article_with_whole_addresses(visitor, language):
    """What lands on the clipboard is the text of the language, paragraph by paragraph."""
    page = visitor(permissions=["clipboard-read", "clipboard-write"])
    page.goto(KITS[language])
    for text in ("article-en", "article-fr"):
        page.locator(f"[data-copies={text}]").click()
        page.wait_for_function("id => document.querySelector(`[data-copies=${id}]`).parentElement.querySelector('[role=status]').textContent", arg=text)
        copied = page.evaluate("navigator.clipboard.readText()")

        assert f"https://guide.example/{text[-2:]}/" in copied
        assert copied.count("\n") > 6


@each_language
def test_a_kit_is_as_wide_as_a_small_screen(visitor, language):
    """Long addresses break."""
    page = visitor(320)
    page.goto(KITS[language])

    assert not (wrong := page.evaluate(TOO_WIDE)), told(wrong)
