"""The published library with its words and addresses, and what follows from it."""

from __future__ import annotations

import pytest

from guide.records.values import PartialDate
from guide.site import Settings, terms_of
from tests.project import CASE, MINIMAL, vocabulary

from .samples import COUNTER, another_case, case, organization

TWO_PARTNERS = ("channels:", "  - organization: far\nchannels:")
FAR = organization("far")
ONTARIO = {name: text.replace("CA-NS", "CA-ON") for name, text in organization("far").items()}
SERVICES = "guide_data/vocabulary/service.yml"


@pytest.mark.parametrize(("facet", "terms"), [
    ("channel", ["in-person"]), ("arrangement", ["co-location"]), ("playbook-model", []), ("service", ["permits"]),
    ("client-group", ["everyone"]), ("theme", []), ("status", ["operating"]), ("evidence", ["moderate"]),
    ("jurisdiction", ["CA-NS"]), ("order-of-government", ["municipal"]),
])
def test_a_case_has_its_terms_in_every_facet(site_of, facet, terms):
    """One term, several, none that is known, or those of the partners."""
    library = site_of().library

    assert terms_of(library.case_studies["counter"], facet, library) == terms


def test_the_places_of_a_case_are_those_of_its_partners_in_the_vocabulary_s_order(site_of):
    """Each place stands once, whatever the order of the partners."""
    partners = "partners:\n  - organization: far\n  - organization: near\n  - organization: town\n"
    start, end = CASE.index("partners:"), CASE.index("channels:")
    library = site_of({COUNTER: CASE[:start] + partners + CASE[end:], **ONTARIO, **organization("near")}).library

    assert terms_of(library.case_studies["counter"], "jurisdiction", library) == ["CA-NS", "CA-ON"]


def test_every_facet_of_the_guide_can_be_asked_of_a_case(site_of):
    """No vocabulary is left without an answer."""
    library = site_of().library

    for facet in library.vocabularies:
        assert isinstance(terms_of(library.case_studies["counter"], facet, library), list)


def test_a_vocabulary_that_no_field_uses_yet_is_asked_in_vain(site_of):
    """A new facet can be there before the records have it."""
    more = vocabulary("theme").replace("en: themes", "en: zoos").replace("fr: fr-themes", "fr: fr-zoos")
    library = site_of({"guide_data/vocabulary/animal.yml": more}).library

    assert terms_of(library.case_studies["counter"], "animal", library) == []


def test_cases_are_found_by_their_organizations(site_of):
    """An organization without a case is there with none."""
    site = site_of({**case(TWO_PARTNERS), **another_case("second"), **FAR, **organization("idle")})

    assert site.cases_by_organization == {"far": ["counter"], "idle": [], "town": ["counter", "second"]}


def test_cases_are_found_by_their_terms(site_of):
    """A case counts once for each of its terms, and a term without a case is not there."""
    site = site_of({**case(("  - in-person", "  - in-person\n  - digital"), TWO_PARTNERS), **another_case("second"), **ONTARIO})

    assert site.cases_by_term["channel", "in-person"] == ["counter", "second"]
    assert site.cases_by_term["channel", "digital"] == ["counter"]
    assert site.cases_by_term["jurisdiction", "CA-ON"] == ["counter"]
    assert ("theme", "data") not in site.cases_by_term


def test_cases_are_found_by_the_one_that_they_took_over(site_of):
    """The replicated case knows who replicated it."""
    site = site_of({**another_case("second"), **another_case("third")} | {
        f"guide_data/case_studies/{name}.yml": another_case(name)[f"guide_data/case_studies/{name}.yml"] + "replicates: counter\n"
        for name in ("second", "third")})

    assert site.replicated_by == {"counter": ["second", "third"]}


def test_a_draft_counts_nowhere_in_a_public_build(site_of):
    """Neither its organization nor its terms tell of a draft."""
    site = site_of({**another_case("draft", ("consent:\n  basis: public-sources\n", ""))})

    assert site.cases_by_organization["town"] == ["counter"]
    assert site.cases_by_term["channel", "in-person"] == ["counter"]
    assert not site.routes.has("case_study", "draft")


def test_the_date_of_a_list_is_that_of_its_last_change(site_of):
    """Among some cases, or among all where a page lists none."""
    site = site_of({**another_case("second", ("  - on: 2026-11-22\n", "  - on: 2026-12-01\n"))})

    assert site.modified(["counter"]) == PartialDate(2026, 11, 22)
    assert site.modified() == site.modified([]) == PartialDate(2026, 12, 1)


def test_a_guide_without_cases_has_no_date(site_of):
    """Nothing is made up."""
    assert site_of({COUNTER: None, **{name: MINIMAL[name].replace("(case:counter)", "(page:home)") for name in ("docs/about.en.md", "docs/about.fr.md")}}
                   ).modified() is None


@pytest.mark.parametrize(("files", "found"), [
    ({name: MINIMAL[name].replace("slug: about", "slug: browse").replace("slug: a-propos", "slug: parcourir") for name in
      ("docs/about.en.md", "docs/about.fr.md")}, [("docs/about.en.md", 3, "en/browse/"), ("docs/about.fr.md", 3, "fr/parcourir/")]),
    ({SERVICES: vocabulary("service").replace("fr: fr-services", "fr: glossaire")}, [(SERVICES, 4, "fr/glossaire/")]),
    ({SERVICES: vocabulary("service").replace("en: services", "en: case-studies").replace("en: permits", "en: shared-counter")},
     [(SERVICES, 4, "en/case-studies/"), (SERVICES, 4, "en/case-studies/shared-counter/")]),
])
def test_two_pages_at_one_address_are_told_at_the_file_to_change(project, files, found):
    """The finding names a record or a hand-written page, in the language of the address."""
    findings = project(files).prepare().findings

    assert [(f.code, f.path, f.line, f.column, f.place, f.params["found"]) for f in findings] == [
        ("address-twice", path, line, 1, "slug", address) for path, line, address in found]


# --- settings ------------------------------------------------------------------------------------------------

def test_what_mkdocs_yml_does_not_say_is_empty():
    """Nothing is made up: no mailbox, nobody who decides, no promised time."""
    settings = Settings.read("https://guide.example/", "", {"contact_email": "", "decided_by": {"en": "", "fr": ""}, "response_days": 0})

    assert settings == Settings("https://guide.example/")
    assert Settings.read("https://guide.example/", "", {}) == settings


def test_what_mkdocs_yml_says_is_read():
    """The address where a file is edited begins with that of the repository."""
    settings = Settings.read("https://guide.example/", "https://code.example/guide/", {
        "edit_path": "/edit/main/", "navigation": ["cases"], "contact_email": "partnerships@example.ca",
        "decided_by": {"en": "The secretariat", "fr": "Le secrétariat"}, "response_days": 10}, with_drafts=True)

    assert settings == Settings("https://guide.example/", "https://code.example/guide/edit/main/", ("cases",), True, "https://code.example/guide",
                                "partnerships@example.ca", {"en": "The secretariat", "fr": "Le secrétariat"}, 10)


@pytest.mark.parametrize(("address", "found"), [("", []), ("partnerships@example.ca", []),
                                                ("a b@example.ca", [("mkdocs.yml", "mailbox-form", "extra.guide.contact_email", "a b@example.ca")]),
                                                ("?cc=x@example.ca", [("mkdocs.yml", "mailbox-form", "extra.guide.contact_email", "?cc=x@example.ca")])])
def test_a_mailbox_in_mkdocs_yml_that_is_none_is_an_error_on_its_line(site_of, address, found):
    """Every page would lead to it."""
    site = site_of()
    site.settings = Settings("https://guide.example/", contact_email=address)

    findings = site.settings_findings()

    assert [(finding.path, finding.code, finding.place, finding.params["found"]) for finding in findings] == found
    assert [(site.root / "mkdocs.yml").read_text("utf-8").splitlines()[finding.line - 1].split()[0] for finding in findings] == ["contact_email:"] * len(found)
