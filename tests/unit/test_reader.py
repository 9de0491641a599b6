"""How a value of a record reads in one language."""

from __future__ import annotations

from decimal import Decimal
from urllib.parse import urljoin

import pytest
from markupsafe import Markup

from guide.pages.lists import card
from guide.pages.reader import Phrase, Reader
from guide.records.case_study import Source
from guide.records.fields import Passage, Text
from guide.records.values import UNKNOWN, PartialDate

from .samples import NBSP


@pytest.mark.parametrize(("phrase", "shown"), [
    (Phrase("a < b"), "a &lt; b"),
    (Phrase("a < b", "fr"), '<span lang="fr">a &lt; b</span>'),
    (Phrase(Markup("<p>a</p>")), "<p>a</p>"),
    (Phrase(Markup("<p>a</p>"), "en"), '<div lang="en"><p>a</p></div>'),
])
def test_a_phrase_is_escaped_and_carries_a_language_that_is_not_the_page_s(phrase, shown):
    """A passage in the other language is wrapped in an element that says so."""
    assert str(phrase.__html__()) == shown


def test_a_phrase_as_a_plain_text_has_no_marks():
    """Titles and descriptions take the text alone."""
    assert str(Phrase("a < b", "fr")) == "a < b"


@pytest.mark.parametrize(("typed", "language", "shown", "lang"), [
    ({"en": "It's", "fr": "L'un : deux"}, "en", "It's", ""),
    ({"en": "It's", "fr": "L'un : deux"}, "fr", f"L’un{NBSP}: deux", ""),
    ({"fr": "L'un : deux"}, "en", f"L’un{NBSP}: deux", "fr"),
    ({"en": 'A "quoted" text'}, "fr", 'A "quoted" text', "en"),
])
def test_a_text_has_the_typography_of_the_language_that_it_is_in(reader_of, typed, language, shown, lang):
    """A borrowed text keeps its own language and typography."""
    reader = reader_of(language)

    phrase = reader.text(Text.model_validate(typed))

    assert (phrase.text, phrase.lang) == (shown, lang)
    assert reader.borrows is bool(lang)


def test_once_borrowed_stays_borrowed(reader_of):
    """The notice of a page does not depend on the last text."""
    reader = reader_of("en")

    reader.text(Text.model_validate({"fr": "Un"}))
    reader.text(Text.model_validate({"en": "One"}))

    assert reader.borrows


def test_prose_becomes_html_and_a_line_does_not(reader_of):
    """Marks mean something in passages only."""
    reader = reader_of("en")

    assert reader.text(Passage.model_validate("*a*")).text == Markup("<p><em>a</em></p>\n")
    assert reader.text(Text.model_validate("*a*")).text == "*a*"
    assert reader.plain(Passage.model_validate("*a*")) == "a"
    assert reader.plain(Text.model_validate("*a*")) == "*a*"


@pytest.mark.parametrize(("title", "document", "language", "shown", "lang"), [
    ("L'offre : un", "fr", "en", f"L’offre{NBSP}: un", "fr"),
    ("L'offre : un", "fr", "fr", f"L’offre{NBSP}: un", ""),
    ("The offer : one", "en", "fr", "The offer : one", "en"),
    ({"en": "About", "fr": "Sur : ceci"}, "en", "fr", f"Sur{NBSP}: ceci", ""),
    ({"fr": "Sur : ceci"}, "fr", "en", f"Sur{NBSP}: ceci", "fr"),
])
def test_the_title_of_a_source_is_in_the_language_of_its_document(reader_of, title, document, language, shown, lang):
    """A title quoted as it stands is marked with its language, and a described one is in the page's."""
    source = Source.model_validate({"id": "a", "url": "https://example.ca", "title": title, "language": document,
                                    "seen_on": "2026-11-22", "supports": ["title"]})

    phrase = reader_of(language).document(source)

    assert (phrase.text, phrase.lang) == (shown, lang)


def test_a_quoted_title_is_no_borrowed_text(reader_of):
    """A source in the other language does not make a page partly in that language."""
    reader = reader_of("en")
    source = Source.model_validate({"id": "a", "url": "https://example.ca", "title": "Un", "language": "fr",
                                    "seen_on": "2026-11-22", "supports": ["title"]})

    reader.document(source)

    assert not reader.borrows


def test_words_of_the_interface_have_their_typography(reader_of):
    """The files of words hold ordinary spaces; readers see the right ones."""
    assert reader_of("fr").words("glance.started", date="2019") == f"Début{NBSP}: 2019."


def test_passages_keep_their_language_inside_a_sentence_of_the_interface(reader_of):
    """What surrounds them is escaped, and so are they."""
    reader = reader_of("fr")

    shown = reader.around("related.same-partner", n=2, names=reader.listed([Phrase("A & B", "en"), Phrase("{n} C")]))

    assert shown == Markup(f'Mêmes partenaires{NBSP}: <span lang="en">A &amp; B</span> et {{n}} C.')


@pytest.mark.parametrize(("when", "shown"), [(PartialDate(2019), "2019"), (UNKNOWN, "inconnue"), (None, "inconnue")])
def test_a_date_is_said_even_when_it_is_not_known(reader_of, when, shown):
    """No page shows an empty date."""
    assert reader_of("fr").moment(when) == shown


def test_figures_lists_labels_and_links_are_in_the_reader_s_language(reader_of):
    """Each is made for the page that the reader reads."""
    reader = reader_of("fr")

    assert reader.number(Decimal(1200)) == f"1{NBSP}200"
    assert reader.enumeration(["a", "b"]) == "a et b"
    assert str(reader.label("channel", "digital")) == "Numérique"
    assert str(reader.facet("channel")) == "channel en français"
    assert reader.link("case_study", "counter") == "etudes-de-cas/comptoir-partage/"


@pytest.mark.parametrize("path", ["en/", "en/services/", "en/services/x/", "en/organizations/y/", "en/case-studies/", "en/case-studies/z/", "en/case-studies/z/compare/"])
def test_a_card_that_many_pages_share_leads_to_its_case_from_each(project, path):
    """From every depth, in its own section and in others."""
    site = project().prepare().site
    for _ in range(2):  # made, and taken from what was made
        shown = card(Reader(site, "en", path), "counter")
        assert urljoin(f"https://guide.example/{path}", shown.href) == site.routes.absolute(site.routes.path("case_study", "counter", "en"))
