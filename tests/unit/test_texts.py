"""What many pages show is made once: texts, what pages show of other records, the HTML of a part."""

from __future__ import annotations

from decimal import Decimal

import pytest
from markupsafe import Markup

from guide.pages import case_study, comparison
from guide.pages.lists import card
from guide.pages.reader import Reader, beside
from guide.records.values import Markdown
from guide.render import environment, parts
from guide.site import Site
from guide.texts import Once, Phrase

from .samples import another_case, case

from tests.project import pages_of

NO_FRENCH = ("  en: Two governments share a counter.\n  fr: Deux gouvernements partagent un comptoir.\n", "  en: Two governments share a counter.\n")


def reader_at(site: Site, path: str) -> Reader:
    return Reader(site, path.partition("/")[0], path)


def test_a_value_is_made_once():
    """Also one that is nothing."""
    asked = []
    table = Once(lambda key: asked.append(key))

    assert (table["a"], table["a"], table["b"]) == (None, None, None)
    assert asked == ["a", "b"]


def test_a_line_and_a_passage_of_the_same_letters_are_not_the_same(site_of):
    """A title is a line, a text has paragraphs."""
    texts = site_of().texts["fr"]

    assert str(texts.phrase("L'un : deux", "fr")) == "L’un\u00a0: deux"
    assert str(texts.phrase(Markdown("L'un : deux"), "fr")) == "<p>L’un\u00a0: deux</p>\n"
    assert texts.phrase("L'un", "en").lang == "en" and str(texts.phrase("L'un", "en")) == "L'un"


def test_equal_numbers_that_are_written_differently_stay_different(site_of):
    """1.50 equals 1.5 in Python; a table must not take one for the other."""
    reader = reader_at(site_of(), "en/")

    assert reader.number(Decimal("2500.5")) == "2,500.5"
    assert reader.number(2500) == reader.number(Decimal(2500)) == "2,500"


def test_finished_html_is_never_taken_for_a_text_of_the_same_letters(site_of):
    """What somebody typed stays text, whatever a table or a part of a page has kept before."""
    reader, safe, typed = reader_at(site_of(), "en/"), Markup("<b>x</b>"), "<b>x</b>"

    reader.enumeration([safe])
    reader.texts.typeset["en"][safe]
    assert not isinstance(reader.enumeration([typed]), Markup)
    assert not isinstance(reader.texts.typeset["en"][typed], Markup)
    assert Phrase(safe) != Phrase(typed) and Phrase(typed) == Phrase("<b>x</b>") and Phrase(typed) != Phrase(typed, "fr")
    assert str(reader.listed([Phrase(safe), Phrase(typed)])) == "<b>x</b> and &lt;b&gt;x&lt;/b&gt;"


@pytest.mark.parametrize(("path", "found"), [
    ("", ""), ("en/", "en/"), ("en/about/", "en/about/"), ("en/case-studies/counter/", "en/case-studies/-/"), ("en/case-studies/counter/compare/", "en/case-studies/-/compare/"),
])
def test_pages_deep_in_a_section_stand_beside_one_another(path, found):
    """Only they have the same links; no page is called `-`."""
    assert beside(path) == found


def test_what_is_shared_has_the_links_of_each_page_that_shows_it(site_of):
    """A card is made once for a section, and leads to the same page from everywhere."""
    site = site_of(another_case("second"))
    paths = [site.routes.path(kind, key, "en") for kind, key in (("case_study", "counter"), ("organization", "town"), ("page", "home"), ("comparison", "counter"))]

    assert [card(reader_at(site, path), "second").href for path in paths] == ["../case-second/", "../../case-studies/case-second/", "case-studies/case-second/", "../../case-second/"]
    first, again = (card(reader_at(site, site.routes.path("term", term, "en")), "second") for term in ("channel/digital", "channel/in-person"))
    assert first is again


def test_a_shared_text_that_is_borrowed_is_told_on_every_page_that_shows_it(site_of):
    """Not only on the page for which it was made first."""
    site = site_of({**case(NO_FRENCH), **another_case("second")})
    readers = [reader_at(site, site.routes.path("term", term, "fr")) for term in ("channel/in-person", "channel/digital", "theme/data")]

    for reader in readers:
        card(reader, "counter")
    assert [reader.borrows for reader in readers] == [True] * 3
    other = reader_at(site, readers[0].path)
    card(other, "second")
    assert not other.borrows


def test_two_sites_share_nothing(site_of):
    """A second build sees its own texts, also of a record of the same name."""
    before = site_of()
    assert str(card(reader_at(before, "en/"), "counter").title) == "A counter for two governments"

    after = site_of(case(("A counter for two governments", "Another title")))

    assert str(card(reader_at(after, "en/"), "counter").title) == "Another title"
    assert after.once(environment) is not before.once(environment)


@pytest.mark.parametrize("kind", [case_study, comparison])
def test_a_page_is_the_same_whatever_was_made_before_it(site_of, kind):
    """Last of all pages in one build, first in another: what is kept depends on no page."""
    files = {**another_case("second"), **another_case("third"), **case(NO_FRENCH)}

    def made(backwards: bool) -> dict[str, dict[str, str]]:
        site = site_of(files)
        pages = [page for language in ("en", "fr") for page in pages_of(kind, site, language)]
        return {page.path: parts(page, site) for page in sorted(pages, key=lambda page: page.path, reverse=backwards)}

    forwards = made(False)
    assert forwards == made(True) and len(forwards) == 6
    for path, found in forwards.items():
        assert "guide:toggle" not in "".join(found.values()), path


def test_the_way_to_the_other_language_is_the_pages_own(site_of):
    """Header and footer are kept for a section; the toggle in them is not."""
    site = site_of(another_case("second"))
    headers = {page.key: parts(page, site)["header"] for page in pages_of(case_study, site, "en")}

    assert 'href="../../../fr/etudes-de-cas/comptoir-partage/"' in headers["counter"]
    assert 'href="../../../fr/etudes-de-cas/etude-second/"' in headers["second"]
