"""Pages of every template, in both languages, at three widths and in both displays, by a checker that nobody here wrote.

What was looked at is kept in hooks/guide/accessibility.json (test_accessibility_kept.py).
"""

from __future__ import annotations

import pytest

from tests.build.parsed import told

from .rounds import LANGUAGES, UNFOLD, barriers, reader


@pytest.fixture(scope="module")
def page(browser, address):
    made = reader(browser, address)
    yield made
    made.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_a_barrier_that_a_checker_can_find(page, sample, language):
    """Everything on the page is unfolded: contents, links, citations, lists."""
    wrong = []
    for pair in sample.pairs:
        page.goto("/" + pair[language])
        page.evaluate(UNFOLD)
        wrong += barriers(page, pair[language], language)

    assert len(sample.pairs) > 20 and not wrong, told(wrong)
