"""The learning pages of the real Guide, as they are built."""

from __future__ import annotations

import pytest
import yaml

from guide.library import load

from .parsed import LANGUAGES, internal, text_of, told

KITS = {"en": "en/replication-kits/", "fr": "fr/trousses-de-reproduction/"}
LESSONS = {"en": "en/lessons/", "fr": "fr/enseignements/"}
PATH = {"en": "en/partnership-path/", "fr": "fr/parcours-de-partenariat/"}
HUB = {"en": "en/learn/", "fr": "fr/apprendre/"}
OURS = {"en": "They are not the steps of the Council", "fr": "Ce ne sont pas celles du Guide des partenariats"}


@pytest.fixture(scope="module")
def library(built):
    """The records of the real Guide."""
    return load(built)[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_arrangement_says_when_it_fits_what_it_needs_and_what_its_cases_say(pages, library, language):
    """One page per arrangement, with the notice that this is our reading, and each section that its cases can fill."""
    for term in library.vocabularies["arrangement"].terms:
        page = pages[f"{language}/{library.vocabularies['arrangement'].slug.within(language)[0]}/{term.slug.within(language)[0]}/"]
        ids = page.headings("h2")

        assert ids[:6] == ["when-it-fits", "what-it-needs", "cases", "success-factors", "challenges", "what-did-not-work"], page.path
        assert len(page.all("div", _class="guide-notice--reading")) == 1, page.path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_of_lessons_links_every_case_that_says_something(pages, library, language):
    """What helped, was hard or did not work in any case is found there, under the section of the case."""
    page = pages[LESSONS[language]]
    linked = {internal(page, link) for link in page.links}
    wrong = [f"{name}: {anchor}" for name, case in library.case_studies.items() for anchor in ("success-factors", "challenges", "what-did-not-work")
             if getattr(case, anchor.replace("-", "_")) and (f"{language}/{_cases(language)}/{case.slug.within(language)[0]}/", anchor) not in linked]

    assert len(library.case_studies) > 3 and not wrong, told(wrong)


def _cases(language: str) -> str:
    return {"en": "case-studies", "fr": "etudes-de-cas"}[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kit_is_listed_and_linked_from_its_case(pages, library, language):
    """The list, the case and the kit lead to one another; a case without a kit has no such page."""
    listed = {internal(pages[KITS[language]], link)[0] for link in pages[KITS[language]].links if internal(pages[KITS[language]], link)}
    for case in library.case_studies.values():
        own = f"{language}/{_cases(language)}/{case.slug.within(language)[0]}/"
        kit = own + {"en": "replication-kit/", "fr": "trousse-de-reproduction/"}[language]
        linked = {internal(pages[own], link)[0] for link in pages[own].links if internal(pages[own], link)}

        assert (kit in pages) == (kit in listed) == (kit in linked) == case.can_be_replicated, kit
        assert kit not in pages or own in {internal(pages[kit], link)[0] for link in pages[kit].links if internal(pages[kit], link)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_path_says_whose_steps_they_are_and_has_plain_boxes(pages, library, language):
    """Not the Playbook's; a labelled box for each thing to tick off, and tools that wait for their script."""
    page = pages[PATH[language]]
    boxes = page.all("input", type="checkbox")

    assert OURS[language] in page.text
    assert [box.get("data-check") for box in boxes if box.get("data-check")] == [
        f"{name}--{check.id}" for name, step in library.path_steps.items() for check in step.checklist]
    assert {label.get("for") for label in page.all("label")} >= {box.get("id") for box in boxes if box.get("data-check")}
    assert page.all("div", _class="guide-checklist-tools")[0].get("hidden") is not None
    assert page.headings("h2") == list(library.path_steps)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hub_leads_to_all_learning_pages_and_the_footer_to_the_glossary(pages, language):
    """From the header to the hub, and from there to each page."""
    page, home = pages[HUB[language]], pages[f"{language}/"]
    reached = {internal(page, link)[0] for item in page.all("ul", _class="guide-learn") for link in [a.get("href") for a in item.iter("a")]}
    footer = {internal(home, link.get("href"))[0] for part in home.all("footer", _class="guide-footer") for link in part.iter("a")}

    assert {KITS[language], LESSONS[language], PATH[language]} <= reached and len(reached) == 11
    assert HUB[language] in {internal(home, link.get("href"))[0] for nav in home.all("nav", id="guide-navigation") for link in nav.iter("a")}
    assert {"en": "en/glossary/", "fr": "fr/glossaire/"}[language] in reached & footer


@pytest.mark.parametrize(("language", "path"), [("en", "en/playbook-models/"), ("fr", "fr/modeles-du-guide/")])
def test_models_that_are_not_known_keep_their_place(pages, built, language, path):
    """The four models of the Playbook: what is known, and an open place for each of the rest."""
    record = yaml.safe_load((built / "guide_data/vocabulary/playbook-model.yml").read_text("utf-8"))
    shown = [item for items in pages[path].all("ul", _class="guide-terms") for item in items.iter("li")]

    assert len(record["terms"]) + len(record["missing"]["places"]) == 4 == len(shown)
    assert [text_of(place.find("strong")) for place in shown[len(record["terms"]):]] == [place[language] for place in record["missing"]["places"]]
