"""The Python part of the finder: its facets, the facts of each case, its words."""

from __future__ import annotations

import json

import pytest

from guide.pages import cases, finder
from guide.pages.reader import Reader
from tests.library import big_library

from .samples import COUNTER, TOWN, another_case, case, edited, organization
from tests.project import CASE, FACETS, pages_of


def finder_of(site, language: str = "en") -> finder.Finder:
    return next(pages_of(cases, site, language)).view.finder


def values(found: finder.Finder, facet: str) -> dict[str, int]:
    return next({value.id: value.n for value in one.values} for one in found.facets if one.id == facet)


def test_the_facets_are_the_vocabularies_the_organizations_and_what_is_not_said(site_of):
    """Organizations come after the order of government, what is not said at the end; every vocabulary is there, once."""
    facets = [facet.id for facet in finder_of(site_of()).facets]

    assert sorted(facets) == sorted([*FACETS, "organization", "gap"]) and facets[-1] == "gap"
    assert facets[:3] == ["jurisdiction", "order-of-government", "organization"]


def test_every_value_has_its_number_of_cases_and_the_page_of_its_term(site_of):
    """A value without a case is there too; the link is that of the term's page, or the organization's."""
    found = finder_of(site_of({**another_case("second"), **organization("idle")}), "fr")

    assert values(found, "channel") == {"in-person": 2, "digital": 0}
    assert values(found, "organization") == {"town": 2, "idle": 0}
    links = {value.id: value.link.href for facet in found.facets for value in facet.values}
    assert links["in-person"] == "../fr-channels/in-person-fr/" and links["town"] == "../organisations/ville-de-springfield/"


def test_a_case_carries_its_facts_by_the_names_of_the_facets(site_of):
    """Several values stand side by side; the year and the day of the last check are there for the orders."""
    text = edited(CASE, ("channels:\n  - in-person\n", "channels:\n  - digital\n  - in-person\n"))
    text = edited(text, ("    lead: true\n", "    lead: true\n  - organization: agency\n"))
    agency = {"guide_data/organizations/agency.yml": edited(organization("agency")["guide_data/organizations/agency.yml"], ("CA-NS", "CA-ON"))}
    [found] = finder_of(site_of({COUNTER: text, **agency})).cases

    assert found.facts == {
        "key": "counter", "jurisdiction": "CA-NS CA-ON", "order-of-government": "municipal", "organization": "town agency",
        "channel": "digital in-person", "arrangement": "co-location", "service": "permits", "client-group": "everyone", "status": "operating",
        "evidence": "moderate", "started": "2019", "checked": "2026-11-22",
        "gap": "playbook-model themes success-factors challenges what-did-not-work lessons agreement steps roles effort cost conditions transferable contact",
    }


def test_what_nobody_knows_is_no_fact(site_of):
    """An unknown arrangement, channel or year is left out, and the card says what is not known."""
    [found] = finder_of(site_of(case(("arrangement: co-location", "arrangement: unknown"), ("channels:\n  - in-person", "channels: unknown"),
                                     ("started: 2019", "started: 2019-05")))).cases

    assert {"arrangement", "channel", "playbook-model", "theme"} & set(found.facts) == set()
    assert found.facts["started"] == "2019" and found.arrangement == "Not known"
    [unknown] = finder_of(site_of(case(("started: 2019", "started: unknown")))).cases
    assert "started" not in unknown.facts


def test_cases_come_in_the_order_of_their_titles(site_of):
    """The script keeps this order, so accents and ligatures are right in it."""
    names = {"one": "Zone", "two": "Œuvre", "three": "École", "four": "Île"}
    files = {path: text.replace(f"Étude {name}", names[name]) for name in names for path, text in another_case(name).items()}

    assert [str(found.title) for found in finder_of(site_of(files), "fr").cases] == ["École", "Île", "Œuvre", "Un comptoir pour deux gouvernements", "Zone"]


def test_a_summary_that_is_not_shown_borrows_nothing(site_of):
    """The page does not say that it is partly in the other language because of a text that is not on it."""
    page = next(pages_of(cases, site_of(case(("  fr: Deux gouvernements partagent un comptoir.\n", ""))), "fr"))

    assert not page.borrows


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_words_of_the_script_keep_their_places(reader_of, language):
    """The script fills in numbers and names."""
    words = json.loads(finder.finder(Reader(reader_of(language).site, language, f"{language}/")).words)

    assert {key for key, text in words.items() if "{n}" in text} == {"count.one", "count.other", "finder.more"}
    assert {key for key, text in words.items() if "{name}" in text} == {"finder.of", "finder.also", "finder.without", "finder.quoted"}


def test_a_big_library_is_always_the_same_and_passes_every_check(tmp_path):
    """The generator for tests and benches gives the same files, with the facts that the site reads from them."""
    library = big_library(30)
    site = library.project(tmp_path / "guide").prepare().site

    assert library.files == big_library(30).files
    assert library.project(tmp_path / "again").prepare().problems() == []
    found = {one.facts["key"]: one.facts for one in finder_of(site).cases}
    for fact in library.cases:
        mine = {facet: set(found[fact.key].get(facet, "").split()) for facet in fact.facets}
        assert mine == {facet: set(terms) for facet, terms in fact.facets.items()}
        assert (found[fact.key].get("started", ""), found[fact.key]["checked"]) == (fact.started, fact.checked)
