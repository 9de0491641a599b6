"""Pages of every template, in both languages, in every width and display, by a checker that nobody here wrote.

What was looked at is kept in hooks/guide/accessibility.json (test_accessibility_kept.py).
"""

from __future__ import annotations

import pytest

from tests.build.parsed import told

from .axe import violations
from .rounds import DISPLAYS, LANGUAGES, UNFOLD, barriers, reader, start, turn

WHOLE = {"en": "/en/whole-guide.html", "fr": "/fr/guide-complet.html"}


@pytest.fixture(scope="module")
def page(browser, address):
    made = reader(browser, address)
    yield made
    made.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_template_has_a_barrier_that_a_checker_can_find(page, sample, language):
    """The longest page of each template, with everything on it unfolded: contents, links, citations, lists.

    In every width and both displays; the contrast of every element where it starts, and that of each look elsewhere.
    """
    wrong = []
    for path in (pair[language] for pair in sample.templates.values()):
        start(page, language)
        page.goto("/" + path)
        page.evaluate(UNFOLD)
        wrong += barriers(page, path, language, contrast="contrast")

    assert len(sample.templates) > 20 and not wrong, told(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_other_page_has_a_barrier_that_a_checker_can_find(page, sample, language):
    """The shortest of each kind, and all that were written by hand, by all rules, once."""
    others, wrong = [pair[language] for pair in sample.pairs if pair not in sample.templates.values()], []
    start(page, language)
    for path in others:
        page.goto("/" + path)
        page.evaluate(UNFOLD)
        wrong += [f"{path}: {found}" for found in violations(page, "markup", "looks")]

    assert len(others) > 10 and not wrong, told(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_guide_in_one_file_has_no_barrier_that_a_checker_can_find(page, language):
    """It has ten thousand elements: its contrasts are measured in both displays, in English small and in French wide."""
    start(page, language)
    page.goto(WHOLE[language])
    wrong = []
    for display, kinds in zip(DISPLAYS, (("markup", "looks"), ("looks",)), strict=True):
        page.emulate_media(color_scheme=display)
        wrong += [f"{display}: {found}" for found in violations(page, *kinds)]

    assert not wrong, told(wrong)


def test_the_contrast_of_one_element_of_each_look_is_that_of_all(page):
    """What is dim is found, be it by its colour, by its ground, by what dims it, or in the dark display only."""
    page.set_content("<html lang=en><title>x</title><style>:root { color-scheme: light dark; } body { background: light-dark(#fff, #000); color: light-dark(#000, #fff); }</style>"
                     "<main><h1>Fine</h1><p>Fine</p><p id=ink style='color:#aaa'>Dim</p><p>Fine</p><div style='background:#333;color:#fff'><p>Fine</p><p id=ground style='color:#555'>Dim</p></div>"
                     "<p style='opacity:.3'><b id=under>Dim</b></p><p id=dark style='color:light-dark(#000,#222)'>Dim</p></main>")
    dim = {"light": {"#ink", "#ground", "#under"}, "dark": {"#ground", "#under", "#dark"}}
    for display, expected in dim.items():
        turn(page, 320, display)
        for kind in ("looks", "contrast"):
            found = {what.split(": ")[1] for what in violations(page, kind) if what.startswith("color-contrast")}
            assert found == expected, f"{kind}, {display}"
