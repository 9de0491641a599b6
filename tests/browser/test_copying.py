"""Copying a text with a button, with and without the browser's clipboard."""

from __future__ import annotations

import pytest

PATHS = {"en": "/en/key-messages/", "fr": "/fr/messages-cles/"}
DONE = {"en": "Copied.", "fr": "Copié."}
BUTTON = ".guide-copy__button"


@pytest.mark.parametrize("language", PATHS)
def test_a_text_is_copied_as_it_is_read(visitor, language):
    """Paragraphs stay apart, nothing of the page around comes along, and the reader is told."""
    page = visitor(permissions=["clipboard-read", "clipboard-write"])
    page.goto(PATHS[language])
    button = page.locator(f"{BUTTON}[data-copies$='-long']").first
    shown = page.locator(f"[id='{button.get_attribute('data-copies')}']").inner_text().strip()

    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('.guide-copy__told:not(:empty)')")

    assert page.evaluate("() => navigator.clipboard.readText()") == shown
    assert "\n\n" in shown
    assert page.locator(".guide-copy__told:not(:empty)").inner_text() == DONE[language]
    assert page.evaluate("() => document.activeElement.className") == "guide-copy__button"


def test_where_the_browser_forbids_copying_the_text_is_marked(visitor):
    """An intranet page without https and with copying switched off still helps."""
    page = visitor()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false;")
    page.goto(PATHS["en"])
    button = page.locator(BUTTON).first

    button.click()
    page.wait_for_function("() => document.querySelector('.guide-copy__told:not(:empty)')")

    text = page.locator(f"[id='{button.get_attribute('data-copies')}']").inner_text().strip()
    assert page.evaluate("() => getSelection().toString().trim()") == text
    assert "copy it by hand" in page.locator(".guide-copy__told:not(:empty)").inner_text()


def test_without_scripts_no_button_promises_anything(visitor):
    """The texts are there to be marked by hand."""
    page = visitor(java_script_enabled=False)
    page.goto(PATHS["en"])

    assert page.locator(BUTTON).count() > 10
    assert page.locator(f"{BUTTON}:visible").count() == 0
