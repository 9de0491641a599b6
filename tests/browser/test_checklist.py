"""The checklist of the partnership path: ticks stay in the reader's browser, and nowhere else."""

from __future__ import annotations

import pytest

PATHS = {"en": "/en/partnership-path/", "fr": "/fr/parcours-de-partenariat/"}
BOX = "input[data-check]"


def ticked(page) -> list[str]:
    """The keys of what is ticked."""
    return page.evaluate("what => [...document.querySelectorAll(what)].filter((box) => box.checked).map((box) => box.dataset.check)", BOX)


def status(page) -> str:
    return page.locator(".guide-checklist-tools [role=status]").inner_text()


def test_ticks_survive_a_reload_and_the_other_language_until_they_are_cleared(visitor):
    """Ticked by its label or by keyboard; the count follows; one button takes all of it away."""
    page = visitor()
    sent = []
    page.on("request", lambda request: sent.append(request.url) if request.method != "GET" else None)
    page.goto(PATHS["en"])
    total = page.locator(BOX).count()
    keys = [box.get_attribute("data-check") for box in page.locator(BOX).all()]
    assert status(page) == f"Ticked: 0 of {total}"

    page.locator(f"label[for='check-{keys[0]}']").click()
    page.locator(BOX).nth(2).focus()
    page.keyboard.press("Space")
    assert status(page) == f"Ticked: 2 of {total}"
    page.reload()
    assert ticked(page) == [keys[0], keys[2]]
    page.goto(PATHS["fr"])
    assert ticked(page) == [keys[0], keys[2]] and status(page).replace("\u00a0", " ") == f"Cochés : 2 sur {total}"

    page.locator("[data-tool=clear]").click()
    assert ticked(page) == [] and page.evaluate("() => localStorage.getItem('guide-checklist')") is None
    page.reload()
    assert ticked(page) == []
    assert sent == []


def test_printing_the_checklist_leaves_the_reading_out_and_puts_it_back(visitor):
    """On paper, the button gives the boxes alone; the browser's own command gives everything."""
    page = visitor()
    page.goto(PATHS["en"])
    page.evaluate("() => { window.print = () => { window.printed = document.documentElement.dataset.printing; }; }")
    page.emulate_media(media="print")
    reading = page.locator("div.guide-reading").first
    assert reading.is_visible()

    page.evaluate("() => document.querySelector('[data-tool=print]').click()")
    assert page.evaluate("() => window.printed") == "checklist"
    assert not reading.is_visible() and page.locator(BOX).first.is_visible()
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert reading.is_visible()


@pytest.mark.parametrize("kept", ["no json", '{"a": 1}', "[1, null]"])
def test_a_strange_memory_only_forgets(visitor, kept):
    """Whatever stands in the storage, the page works, and the next tick is kept."""
    page = visitor()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(PATHS["en"])
    page.evaluate("kept => localStorage.setItem('guide-checklist', kept)", kept)
    page.reload()
    assert ticked(page) == []

    page.locator(BOX).first.check()
    page.reload()
    assert len(ticked(page)) == 1 and errors == []


def test_without_scripts_the_boxes_are_plain_and_the_page_says_so(visitor):
    """The tools stay away; the boxes can be ticked for paper."""
    page = visitor(java_script_enabled=False)
    page.goto(PATHS["fr"])

    assert not page.locator(".guide-checklist-tools").is_visible()
    assert page.locator(".guide-checklist-tools__without").is_visible()
    page.locator(BOX).first.check()
    assert page.locator(BOX).first.is_checked()
