"""Contributors' prose: a small Markdown, in which nothing else has a meaning."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide import prose
from guide.languages import LANGUAGES

from .samples import NBSP


@pytest.mark.parametrize(("typed", "shown"), [
    ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>\n"),
    ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"),
    ("1. one\n2. two", "<ol>\n<li>one</li>\n<li>two</li>\n</ol>\n"),
    ("*a* **b**", "<p><em>a</em> <strong>b</strong></p>\n"),
    ("[a](https://example.ca/x)", '<p><a href="https://example.ca/x">a</a></p>\n'),
    (r"\*a\*", "<p>*a*</p>\n"),
])
def test_paragraphs_lists_emphasis_and_links_are_shown(typed, shown):
    """These are all the marks that a contributor has."""
    assert prose.html(typed, "en") == shown


@pytest.mark.parametrize("typed", [
    "<script>alert(1)</script>", "<b>a</b>", "# Title", "![a](https://example.ca/x.png)", "`code`", "| a | b |", "<https://example.ca>",
    "[a]: https://example.ca", "&lt;b&gt;", "***", "> quoted",
])
def test_everything_else_shows_as_it_was_typed(typed):
    """No other mark makes an element of its own; raw HTML is escaped."""
    shown = str(prose.html(typed, "en"))

    for element in ("<script", "<b>", "<h1", "<img", "<code", "<pre", "<table", "<hr", "<blockquote"):
        assert element not in shown
    assert "&lt;b&gt;" not in typed or "&amp;lt;b&amp;gt;" in shown


def test_french_prose_has_its_typography_but_not_in_addresses():
    """Texts between marks are set; the address of a link is not."""
    shown = prose.html("L'*accord* : [ici](https://example.ca/l'un) ; fin", "fr")

    assert shown == f'<p>L’<em>accord</em>{NBSP}: <a href="https://example.ca/l\'un">ici</a>; fin</p>\n'


def test_the_targets_of_links_are_told_whatever_their_scheme():
    """The checker sees every target that a browser would follow, in lists and emphasis too."""
    text = "[a](https://example.ca) *[b](javascript:alert(1))*\n\n- [c](/local 'title')"

    assert prose.link_targets(text) == ["https://example.ca", "javascript:alert(1)", "/local"]


@pytest.mark.parametrize("text", ["", "no link", "[a] (https://example.ca)", "[a][b]", "<https://example.ca>", "`[a](https://example.ca", r"\[a\](https://example.ca)"])
def test_what_is_no_link_leads_nowhere(text):
    """Neither for the checks nor on the page."""
    assert prose.link_targets(text) == []
    assert "<a" not in prose.html(text, "en")


@pytest.mark.parametrize(("typed", "shown"), [
    ("A *b* **c** [d](https://example.ca).", "A b c d."),
    ("One\ntwo\n\n- three\n- four", "One two three four"),
    (r"A \* b", "A * b"),
])
def test_a_description_has_the_text_without_its_marks(typed, shown):
    """Marks are dropped, and line ends become spaces."""
    assert prose.plain(typed) == shown


def test_lists_nest_only_so_deep():
    """Nesting without end makes no page without end."""
    assert str(prose.html("- " * 500 + "a", "en")).count("<ul>") < 30


@given(st.lists(st.sampled_from(["a", "Le guichet : 3", "-", "- ", "+", "1.", "12)", "*", "**b**", "_", "[", "](", "[c](/d)", ")", "\\", "&amp;", "<b>", '"', "'", "l'", "\n",
                                 "\n\n", "\n- ", "\n  ", " ", "\u00a0", "\t", "#", ">", "`", "!", "|", "\x00", "\u2028", "é"]), max_size=9).map("".join), st.sampled_from(LANGUAGES))
def test_a_text_that_is_parsed_in_parts_or_not_at_all_is_what_parsing_gives(text, language):
    """Whatever stands in it."""
    assert prose.html(text, language) == prose._rendered(prose._parser().parse(text), language)
    assert prose.plain(text) == prose._words(prose._parser().parse(text))


def test_most_texts_are_not_parsed(monkeypatch):
    """Plain sentences, with quotation marks, numbers, dashes and brackets of the usual kind; their paragraphs; their lists; emphasis and links."""
    monkeypatch.setattr(prose, "_rendered", lambda *arguments: pytest.fail("parsed"))
    for text in ("People went from door to door.", 'Il a dit : "non" (2019).', "A – B & C < D", "3 offices", "One\nline.\n\nAnother:\n\n- a\n- b\n  c\n\nEnd.",
                 "- **A word\n  or two**, *one* (**more**).", "See [the report](https://example.ca/a_b/) «[ici](https://example.ca)»."):
        assert prose.html(text, "fr").startswith("<")


@given(st.lists(st.sampled_from(["a", "b ", " ", "2", "é", "\n", "*", "**", "***", "(", ")", ".", "«", "»", '"', "l'", " :", "_", "\\", "&", "€", "\u0301", "½", "中", "$",
                                 "[a](https://ex.ca)", "[a b](https://ex.ca/x_y)", "[", "](https://ex.ca)", "!", "`", "\n- ", "\n\n"]), max_size=10).map("".join), st.sampled_from(LANGUAGES))
def test_emphasis_and_links_that_are_not_parsed_are_what_parsing_gives(text, language):
    """Whatever stands beside the stars, and between them."""
    assert prose.html(text, language) == prose._rendered(prose._parser().parse(text), language)


@pytest.mark.parametrize("text", ["- ***a***\n- b", "One.\n\nA _word_.\n\n- [c](/d)"])
def test_of_simple_texts_only_parts_with_other_marks_are_parsed(text, monkeypatch):
    """Paragraphs and points are known by how their lines begin."""
    monkeypatch.setattr("markdown_it.MarkdownIt.parse", lambda *arguments: pytest.fail("parsed as a whole"))
    assert prose.html(text, "en").count("<") > 2


def test_a_long_text_takes_no_longer_than_its_length():
    """A line is looked at once, even in a text that is not simple in the end."""
    for pattern, text in ((prose._SIMPLE, "a\n" * 100_000 + "1. b"), (prose._SIMPLE, "- a\n" * 100_000 + "\t"), (prose._SIMPLE, "a" + " " * 100_000),
                          (prose._SPAN, "*a " * 100_000), (prose._SPAN, "*" + "a " * 100_000), (prose._SPAN, "[a" * 100_000), (prose._SPAN, "*" * 200_000)):
        began = time.process_time()
        assert not pattern.fullmatch(text)
        assert not pattern.search(text) or pattern is prose._SIMPLE
        assert time.process_time() - began < 2
