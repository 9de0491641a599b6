"""What the Guide keeps in a browser, seen and removed by a reader."""

from __future__ import annotations

import pytest

PAGES = {"en": "/en/privacy/", "fr": "/fr/confidentialite/"}
KEPT = "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort()"


@pytest.mark.parametrize("language", PAGES)
def test_a_reader_sees_and_removes_what_is_kept(visitor, language):
    """Nothing before anything is chosen; then its name; then nothing again, while what is not ours stays."""
    page = visitor()
    page.goto(PAGES[language])
    part = page.locator(".guide-stored")
    assert page.evaluate(KEPT) == [] and not part.locator("button").is_visible()

    page.locator(".guide-header__scheme").click()
    page.evaluate("sessionStorage.setItem('guide-comparison', 'a'); localStorage.setItem('neighbour', 'b')")
    page.reload()
    assert "guide-comparison, guide-scheme" in part.locator("[role=status]").inner_text()
    part.locator("button").click()

    assert page.evaluate(KEPT) == ["neighbour"]
    assert "guide-" not in part.locator("[role=status]").inner_text() and not part.locator("button").is_visible()
    assert page.evaluate("document.activeElement.getAttribute('role')") == "status"


def test_reading_alone_leaves_nothing_behind(visitor):
    """No cookie and no storage after a walk through the Guide with a search."""
    page = visitor(own=True)
    for path in ("/", "/en/", "/fr/etudes-de-cas/?q=services", "/en/case-studies/bizpal/", "/en/partnership-path/", "/en/presentation/"):
        page.goto(path)
        assert page.evaluate(KEPT) == [], path

    assert page.context.cookies() == []
