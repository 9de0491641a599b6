"""What search knows of a page: how texts are folded, which texts of a page count, what a page is called."""

from __future__ import annotations

from collections import Counter

import pytest

from guide.outputs import search
from guide.outputs.search import Document, Texts, folded, texts
from guide.outputs.search_documents import MOST_OF_AN_ACRONYM, document
from guide.pages.page import Page

from tests.project import MINIMAL

from .samples import case, organization

ACRONYM = "acronym:\n  en: AFA\n  fr: AFL"
FAR = ("channels:", "  - organization: far\n    role:\n      en: Pays\n      fr: Paie\nchannels:")


def page(kind: str, key: str, language: str = "en", title: str = "Title") -> Page:
    """A page of which only what search asks matters."""
    return Page(kind, key, language, f"{language}/somewhere/", title, "Description", "pages/home.html", None)


def of(site, kind: str, key: str, language: str = "en", main: str = "", title: str = "Title") -> Document:
    """What search knows of a page of a site."""
    return document(page(kind, key, language, title), main, site)


# --- folding ---------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(("text", "expected"), [
    ("l'agence", "agence"), ("L’Agence", "Agence"), ("d'œuvre", "oeuvre"), ("main-d’œuvre", "main-oeuvre"), ("Œuvre", "Oeuvre"),
    ("qu'offre", "offre"), ("jusqu’en", "en"), ("lorsqu'un", "un"), ("c’est", "est"), ("s'il n'y a", "il y a"),
    ("aujourd'hui", "aujourdhui"), ("quelqu’un", "quelquun"), ("driver’s", "drivers"), ("workers'", "workers'"), ("l' agence", "l' agence"),
    ("Kátł'odeeche", "Kátlodeeche"), ("Kátł’odeeche", "Kátlodeeche"), ("ægis", "aegis"), ("Tłı̨chǫ", "Tlįchǫ"), ("  one\u00a0two\nthree ", "one two three"),
    ("équipement", "équipement"), ("", ""),
])
def test_a_text_is_folded_for_the_index(text, expected):
    """Apostrophes, elided articles and ligatures do not keep a word from being found; the index sees to the accents."""
    assert folded(text) == expected
    assert folded(expected) == expected


# --- the texts of a page ---------------------------------------------------------------------------------------

def test_each_text_of_a_page_has_its_place():
    """The title, what is said, and the facts again; what stands on many pages does not count, such as the names of facts."""
    found = texts("<h1>A <em>title</em></h1><p>A&nbsp;text<br>on two lines</p><dl data-search=facts><div><dt>Where</dt><dd>Yukon <p>Since <b>20</b>20</p></dd></div></dl>"
                  "<ul data-search=no><li>Elsewhere <b>too</b></li></ul><p>End</p>")

    text = "A text on two lines Yukon Since 2020 End"
    assert found == Texts("A title", text, "Yukon Since 2020", Counter(text.split()))


def test_what_is_left_out_begins_and_ends_with_its_element():
    """An element without an end does not swallow what follows; one of the same name inside does not end it."""
    found = texts("<p>One</p><section data-search=no><p>Two<img src=x><section><p>Three</section><p>Three</section><p>Four <span data-search=no>five</span> six</p>")

    assert found.text == "One Four six"


def test_the_words_of_a_mark_in_a_text_are_only_text():
    """A page that explains the mark loses nothing; a mark may stand on a line of its own."""
    found = texts('<p>Say data-search="no" here</p><p\ndata-search="no">Left out</p><p>End</p>')

    assert found.text == 'Say data-search="no" here End'


def test_what_is_marked_inside_facts_is_left_out_too():
    """Marks stand in each other."""
    found = texts("<dl data-search=facts><dt>Who</dt><dd>Town <p data-search=no>not said</p></dd></dl>")

    assert found.more == found.text == "Town"


def test_the_weights_are_in_order():
    assert search.WEIGHTS["title"] > search.WEIGHTS["more"] > search.WEIGHTS["text"] > 0


# --- what a page is called -------------------------------------------------------------------------------------

def test_terms_organizations_and_cases_have_their_names_in_both_languages(site_of):
    """Exact matches work in either language, on either site."""
    site = site_of({**case(FAR), **organization("far", ACRONYM)})

    for language in ("en", "fr"):
        assert of(site, "organization", "far", language).names == ("Agency far", "Agence far", "AFA", "AFL")
        assert of(site, "term", "channel/digital", language).names == ("Digital", "Numérique")
        assert of(site, "facet", "channel", language).names == ("channel in English", "channel en français")
        assert of(site, "case_study", "counter", language).names == ("A counter for two governments", "Un comptoir pour deux gouvernements")


def test_the_glossary_is_called_by_all_that_it_explains(site_of):
    """Bodies have no page of their own; their names lead to the glossary."""
    assert set(of(site_of(), "page", "glossary", title="Glossary").names) == {
        "Glossary", "Glossaire", "Council of Counters", "Conseil des comptoirs", "CC", "CDC"}
    assert of(site_of(), "page", "about", title="About the Guide").names[0] == "About the Guide"


def test_a_page_written_by_hand_is_called_by_its_other_words_too(site_of):
    """Whoever types what the front matter lists is led to the page, in the language of the page only."""
    english = MINIMAL["docs/about.en.md"].replace("modified:", "also_called:\n  - Who makes this\nmodified:")
    site = site_of({"docs/about.en.md": english})

    assert "Who makes this" in of(site, "page", "about", title="About").names
    assert "Who makes this" not in of(site, "page", "about", "fr", title="À propos").names


def test_acronyms_are_known_in_both_languages_wherever_an_organization_is_named(site_of):
    """By its name or an acronym of either language, as a word of its own, as often as it is named, within reason."""
    site = site_of(organization("far", ACRONYM))
    found = {text: of(site, "page", "about", main=f"<p>{text}</p>").acronyms
             for text in ("Agency far", "the AFL, as said", "Agence far and AFA", "AFAX and afa", "", "AFA " * 50)}

    both = ("AFA", "AFL")
    assert [sorted(acronyms) for acronyms in found.values()] == [
        sorted(both), sorted(both), sorted(both * 2), [], [], sorted(both * MOST_OF_AN_ACRONYM)]


def test_a_case_shows_its_partners_and_channels(site_of):
    """Only a case has a key and facts; what kind of page a result is, is said in its language."""
    site = site_of({**case(FAR), **organization("far")})
    shown = of(site, "case_study", "counter", "fr")

    assert (shown.key, shown.facts, shown.kind) == ("counter", "Ville de Springfield, Agence far · En personne", "Étude de cas")
    assert of(site, "organization", "far").facts == of(site, "organization", "far").key == ""
    assert of(site, "term", "channel/digital").kind == "channel in English"
