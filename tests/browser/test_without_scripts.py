"""Without scripts nothing is shown that would not work."""

from __future__ import annotations


def test_what_scripts_add_is_said_or_not_missed(visitor, sample):
    """Nothing that only a script could make work is seen, and every page has its title and its text."""
    page = visitor(java_script_enabled=False)
    for path in (pair["fr"] for pair in sample.pairs):
        page.goto("/" + path)
        dead = page.locator("main button:visible, header button:visible").all_inner_texts()
        assert not dead, f"{path}: {dead}"
        assert page.locator("main h1").first.is_visible() and page.locator("main").inner_text().strip(), path
