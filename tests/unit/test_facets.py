"""The pages of facets and terms."""

from __future__ import annotations

import pytest

from guide.pages import facets
from guide.pages.lists import ordered_terms
from guide.pages.page import Page
from tests.project import FACETS, pages_of, vocabulary

from .samples import another_case, case, edited, organization

CHANNELS = "guide_data/vocabulary/channel.yml"
BOTH = ("  - in-person", "  - in-person\n  - digital")


def page_of(site, language: str, kind: str, key: str) -> Page:
    """One page of a site."""
    return next(page for page in pages_of(facets, site, language) if (page.kind, page.key) == (kind, key))


def test_there_is_a_page_for_the_list_for_each_facet_and_for_each_term(site_of):
    """No term is without a page, in either language."""
    site = site_of()
    terms = [f"{facet}/{term}" for facet in FACETS for term in site.library.terms[facet]]

    for language in ("en", "fr"):
        made = {(page.kind, page.key) for page in pages_of(facets, site, language)}

        assert made == {("page", "facets"), *(("facet", facet) for facet in FACETS), *(("term", term) for term in terms)}


def test_facets_stand_in_the_order_in_which_a_reader_asks(site_of):
    """Where, who, what, for whom, how; then how it stands; a facet that nobody asked about comes last."""
    site = site_of({"guide_data/vocabulary/animal.yml": edited(vocabulary("theme"), ("en: themes", "en: zoos"), ("fr: fr-themes", "fr: fr-zoos"))})

    assert facets.in_order(site) == ["jurisdiction", "order-of-government", "service", "client-group", "channel", "arrangement",
                                     "playbook-model", "theme", "status", "evidence", "animal"]
    assert [facet.id for facet in page_of(site, "en", "page", "facets").view.facets] == facets.in_order(site)


def test_a_term_shows_its_cases_and_the_other_terms(site_of):
    """Cards in alphabetical order, a count, and where else to look."""
    view = page_of(site_of({**case(BOTH), **another_case("zebra"), **another_case("alpha", BOTH)}), "en", "term", "channel/digital").view

    assert [str(card.title) for card in view.cards] == ["A counter for two governments", "Case alpha"]
    assert view.count == "2 case studies"
    assert [(term.id, term.count, term.is_empty) for term in view.others] == [("in-person", "3 case studies", False)]
    assert view.empty is None


@pytest.mark.parametrize(("facet", "term", "code", "organizations"), [
    ("jurisdiction", "CA-NS", "CA-NS", ["Agency far", "Town of Springfield"]), ("order-of-government", "municipal", "", ["Agency far", "Town of Springfield"]),
    ("jurisdiction", "CA-ON", "CA-ON", []), ("channel", "in-person", "", []),
])
def test_a_place_shows_its_code_and_its_organizations(site_of, facet, term, code, organizations):
    """Organizations are listed by name where the facet is about them, with or without a case."""
    view = page_of(site_of(organization("far")), "en", "term", f"{facet}/{term}").view

    assert view.code == code
    assert [str(link.text) for link in view.organizations] == organizations


def test_a_term_without_a_case_says_so_and_asks_for_one(site_of):
    """Where the Guide tells how to contribute, the link leads there."""
    pages = {f"docs/contribute.{language}.md": f"---\ntitle: Contribute\nslug: contribute-{language}\ndescription: How.\nmodified: 2026-11-22\n---\n"
             for language in ("en", "fr")}

    view = page_of(site_of(pages), "en", "term", "channel/digital").view

    assert (view.count, view.cards, view.empty.href) == ("0 case studies", [], "../../contribute-en/")


def test_without_a_page_on_contributing_nothing_is_linked(site_of):
    """No link leads nowhere."""
    assert page_of(site_of(), "en", "term", "channel/digital").view.empty is None


def test_the_sections_of_a_term_are_those_that_it_shows(site_of):
    """The contents list no heading that is not on the page."""
    site = site_of()

    assert [section.id for section in page_of(site, "en", "term", "jurisdiction/CA-NS").sections] == ["cases", "organizations", "others"]
    assert [section.id for section in page_of(site, "en", "term", "service/permits").sections] == ["cases"]


def test_the_page_of_a_facet_shows_its_terms_with_their_counts(site_of):
    """An empty term is listed, and marked."""
    page = page_of(site_of(), "fr", "facet", "channel")

    assert page.title == "channel en français"
    assert [(str(term.link.text), term.count, term.is_empty) for term in page.view.terms] == [
        ("En personne", "1 étude de cas", False), ("Numérique", "0 étude de cas", True)]
    assert page.source == CHANNELS


@pytest.mark.parametrize(("order", "english", "french"), [
    ("listed", ["in-person", "digital"], ["in-person", "digital"]),
    ("alphabetical", ["digital", "in-person"], ["in-person", "digital"]),
])
def test_terms_stand_in_the_order_that_the_vocabulary_asks_for(reader_of, order, english, french):
    """As listed, or by their labels in the reader's language."""
    files = {CHANNELS: edited(vocabulary("channel"), ("order: listed", f"order: {order}"))}

    assert ordered_terms(reader_of("en", files), "channel") == english
    assert ordered_terms(reader_of("fr", files), "channel") == french
