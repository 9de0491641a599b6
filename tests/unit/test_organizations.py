"""The list of organizations, and the page of each."""

from __future__ import annotations

import pytest

from guide.pages import organizations
from guide.pages.page import Page
from tests.project import ORGANIZATION, pages_of

from .samples import TOWN, another_case, case, edited, organization

FAR = ("channels:", "  - organization: far\n    role:\n      en: Pays\n      fr: Paie\nchannels:")
NEAR = ("channels:", "  - organization: near\nchannels:")
ACRONYM = "acronym:\n  en: TOS\n"


def page_of(site, language: str, name: str = "town") -> Page:
    """The page of one organization, or the list."""
    return next(page for page in pages_of(organizations, site, language) if page.key == name)


def test_the_list_groups_organizations_by_order_of_government(site_of):
    """Empty groups are left out, and names are in alphabetical order."""
    site = site_of({**organization("far", "acronym: FAR"), **organization("zoo")})

    groups = page_of(site, "en", "organizations").view.groups

    assert [(group.id, str(group.title)) for group in groups] == [("municipal", "Municipal government")]
    assert [(str(item.link.text), item.acronym, item.count) for item in groups[0].organizations] == [
        ("Agency far", "FAR", "0 case studies"), ("Agency zoo", "", "0 case studies"), ("Town of Springfield", "", "1 case study")]


def test_an_organization_shows_its_cases_with_what_it_does_there(site_of):
    """The reason on each card is its own role."""
    page = page_of(site_of({**case(FAR), **another_case("second", NEAR), **organization("far"), **organization("near")}), "en")

    assert [(str(card.title), str(card.reason)) for card in page.view.cards] == [
        ("A counter for two governments", "Lends the counter"), ("Case second", "Lends the counter")]
    assert page.view.count == "2 case studies"


def test_a_partner_without_a_role_has_no_reason(site_of):
    """The card then shows the summary."""
    view = page_of(site_of({**case(NEAR), **organization("near")}), "en", "near").view

    assert [card.reason for card in view.cards] == [""]


def test_the_organizations_that_it_works_with_stand_by_how_often(site_of):
    """The most frequent first, then by name; never itself."""
    site = site_of({**case(FAR), **another_case("second", ("channels:", "  - organization: near\n  - organization: far\nchannels:")),
                    **organization("far"), **organization("near")})

    partners = page_of(site, "en").view.partners

    assert [(str(partner.link.text), partner.times) for partner in partners] == [("Agency far", "in 2 case studies"), ("Agency near", "in 1 case study")]


@pytest.mark.parametrize(("language", "more", "name", "note"), [
    ("en", ACRONYM, "Ville de Springfield", ""),
    ("fr", ACRONYM, "Town of Springfield (TOS)", ""),
    ("fr", "", "Town of Springfield", ""),
])
def test_the_name_in_the_other_language_comes_with_its_acronym(site_of, language, more, name, note):
    """An acronym that exists in one language only stands with the name of that language."""
    view = page_of(site_of({TOWN: ORGANIZATION + more}), language).view

    assert (view.other_name.name, view.other_name.note) == (name, note)
    assert view.acronym == ("TOS" if more and language == "en" else "")


def test_a_name_that_is_ours_says_so_on_both_pages(site_of):
    """The translated name has a note beside it, wherever it stands."""
    site = site_of({TOWN: edited(ORGANIZATION, ("  fr: Ville de Springfield\n", "  fr: Ville de Springfield\n  translated: fr\n"))})
    note = "official name not seen"

    english, french = page_of(site, "en").view, page_of(site, "fr").view

    assert (note in english.title_note, note in english.other_name.note) == (False, True)
    assert (bool(french.title_note), french.other_name.note) == (True, "")


@pytest.mark.parametrize("name", ["name: Springfield\n", "name:\n  en: Springfield\n"])
def test_a_name_that_is_the_same_or_missing_has_no_other_one(site_of, name):
    """A page does not repeat a name as if it were another."""
    text = edited(ORGANIZATION, ("name:\n  en: Town of Springfield\n  fr: Ville de Springfield\n", name))

    assert page_of(site_of({TOWN: text}), "en").view.other_name is None


def test_an_organization_without_a_description_is_described_by_its_cases(site_of):
    """Search engines get one sentence about every page."""
    site = site_of(organization("far", "description: A far agency."))

    assert page_of(site, "en").description == "Town of Springfield in the Service Delivery Partnerships Guide: 1 case study."
    assert page_of(site, "en", "far").description == "A far agency."


def test_a_web_page_in_one_language_serves_both(site_of):
    """The address of the reader's language comes first, then the only one."""
    site = site_of({TOWN: ORGANIZATION + "page:\n  fr: https://example.ca/fr\n", **organization("far", "page: https://far.example.ca/")})

    assert page_of(site, "en").view.page == "https://example.ca/fr"
    assert page_of(site, "fr", "far").view.page == "https://far.example.ca/"


def test_a_group_says_that_it_is_one(site_of):
    """Several bodies named together are no single organization."""
    site = site_of({TOWN: edited(ORGANIZATION, ("kind: organization", "kind: group"))})

    assert page_of(site, "en").view.group == "Several bodies, named together"


def test_the_sections_of_an_organization_are_those_that_it_shows(site_of):
    """The contents list no heading that is not on the page."""
    source = "sources:\n  - url: https://example.ca\n    title: List\n    language: en\n    seen_on: 2026-11-22\n"
    site = site_of({**case(FAR), TOWN: ORGANIZATION + source, **organization("far"), **organization("idle")})

    assert [section.id for section in page_of(site, "en").sections] == ["cases", "works-with", "sources"]
    assert [section.id for section in page_of(site, "en", "idle").sections] == ["cases"]


def test_beside_each_partner_stand_the_arrangements_of_the_cases_in_common(site_of):
    """Each once, in the order of the vocabulary; what is not known is said."""
    site = site_of({**case(FAR), **another_case("second", FAR), **another_case("third", FAR, ("arrangement: co-location", "arrangement: unknown")),
                    **another_case("fourth", NEAR), **organization("far"), **organization("near")})

    partners = page_of(site, "en").view.partners
    french = page_of(site, "fr").view.partners

    assert [str(partner.arrangements) for partner in partners] == ["Co-location and arrangement not known", "Co-location"]
    assert str(french[0].arrangements) == "Partage de locaux et type d’entente inconnu"


CONTACT = ("contact: unknown", "contact:\n  organization: far\n  page: https://far.example.ca/ask\n  verified: 2026-10-05")


def test_the_contact_pages_of_its_cases_stand_once_with_the_last_date(site_of):
    """Two cases that name one page give one entry with both; a date that nobody knows is said."""
    older = (CONTACT[0], CONTACT[1].replace("2026-10-05", "2026-02-01"))
    undated = (CONTACT[0], CONTACT[1].replace("page: https://far.example.ca/ask", "mailbox: desk@far.example.ca").replace("2026-10-05", "unknown"))
    site = site_of({**case(CONTACT), **another_case("second", older), **another_case("third", undated), **organization("far")})

    contacts = page_of(site, "en", "far").view.contacts

    assert [(contact.page, contact.mailbox, [str(link.text) for link in contact.cases]) for contact in contacts] == [
        ("https://far.example.ca/ask", "", ["A counter for two governments", "Case second"]), ("", "desk@far.example.ca", ["Case third"])]
    assert contacts[0].verified.replace("\u00a0", " ") == "Page seen on October 5, 2026."
    assert "not known" in contacts[1].verified
    assert page_of(site, "en", "town").view.contacts == []
    assert "contacts" in [section.id for section in page_of(site, "en", "far").sections]
