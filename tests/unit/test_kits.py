"""Replication kits, the list of them, and the partnership path."""

from __future__ import annotations

from guide.pages import case_study, kit, kits, path
from guide.records.case_study import Replication

from .samples import another_case, case, edited
from .test_learning import DRAFT, SUPPORTED, TAKEN_OVER

from tests.project import pages_of

NOTHING = ("evidence: moderate\n", "replication:\n  cost: unknown\nevidence: moderate\n")
STEP = """\
order: 1
title:
  en: Begin
  fr: Commencer
summary:
  en: Somebody has to.
  fr: Il le faut bien.
checklist:
  - id: opened
    text:
      en: The door is open.
      fr: La porte est ouverte.
guidance:
  - url: http://www.example.ca/guidance
    title: On doors
    language: en
    seen_on: 2026-11-22
    says:
      en: Doors open.
      fr: Les portes s'ouvrent.
cases:
  - case: counter
    reason:
      en: It opened one.
      fr: On en a ouvert une.
modified: 2026-11-24
"""


def kit_of(site, language: str = "en"):
    return next(pages_of(kit, site, language))


def list_of(site, language: str = "en"):
    return next(pages_of(kits, site, language))


def steps(*numbers: int) -> dict[str, str]:
    """Steps of the path with these places, in files whose names stand in another order."""
    return {f"guide_data/path_steps/{'zyx'[at]}.yml": edited(STEP, ("order: 1", f"order: {number}"), ("en: Begin", f"en: Begin {number}"), ("fr: Commencer", f"fr: Commencer {number}"))
            for at, number in enumerate(numbers)}


def test_a_kit_shows_every_part_and_says_what_is_not_known(site_of):
    """Seven parts in the order of the record, the unknown ones as gaps, and what did not work."""
    page = kit_of(site_of(case(SUPPORTED, TAKEN_OVER)), "fr")
    view = page.view

    assert [part.id for part in view.parts] == [f"replication-{name}" for name in Replication.model_fields]
    assert [bool(part.gap) for part in view.parts] == [True] * 6 + [False]
    assert view.known == "Éléments connus\u00a0: 1 sur 7."
    assert [part.id for part in view.learning] == ["what-did-not-work"]
    assert [str(partner.name.text) for partner in view.partners] == ["Ville de Springfield"]
    assert page.path == "fr/etudes-de-cas/comptoir-partage/trousse-de-reproduction/"
    assert view.case.href == "../"


def test_a_kit_is_left_out_of_the_search_and_linked_from_its_case(site_of):
    """It repeats the case, which is what a reader should find."""
    site = site_of(case(SUPPORTED, TAKEN_OVER))
    case_page = next(pages_of(case_study, site, "en"))

    assert not kit_of(site).is_searched
    assert case_page.view.kit.href == "replication-kit/"


def test_a_case_of_which_nothing_can_be_taken_over_has_no_kit(site_of):
    """A replication that is unknown in every part, or left out, makes no page and no link; the list says so."""
    site = site_of({**case(SUPPORTED, NOTHING), **another_case("zebra")})

    assert list(pages_of(kit, site, "en")) == []
    assert not site.routes.has("kit", "counter")
    assert next(pages_of(case_study, site, "en")).view.kit is None
    assert [str(link.text) for link in list_of(site).view.without] == ["A counter for two governments", "Case zebra"]


def test_a_kit_cites_only_what_it_shows(site_of):
    """A source that supports nothing on the page is not listed."""
    other = ("consent:\n", "  - id: other\n    url: https://www.example.ca/other\n    title: Another\n    language: en\n    seen_on: 2026-11-22\n    supports:\n      - channels\nconsent:\n")

    assert [source.id for source in kit_of(site_of(case(SUPPORTED, TAKEN_OVER, other))).view.sources] == ["source-report"]


def test_kits_are_listed_by_arrangement_with_how_much_is_known(site_of):
    """Each kit once, cases of no known arrangement last."""
    site = site_of({**case(SUPPORTED, TAKEN_OVER), **another_case("alpha", SUPPORTED, TAKEN_OVER, ("arrangement: co-location", "arrangement: unknown"))})
    page = list_of(site)

    assert [(group.id, str(group.title), [(found.link.href, found.known) for found in group.kits]) for group in page.view.groups] == [
        ("co-location", "Co-location", [("../case-studies/shared-counter/replication-kit/", "Known parts: 1 of 7.")]),
        ("unknown", "Arrangement not known", [("../case-studies/case-alpha/replication-kit/", "Known parts: 1 of 7.")])]
    assert [section.id for section in page.sections] == ["co-location", "unknown", "replicated"]


def test_what_was_replicated_is_shown_with_the_cases_that_did(site_of):
    """The source case, and those that took it over; in the kit of the source as well."""
    site = site_of({**case(SUPPORTED, TAKEN_OVER), **another_case("zebra", ("evidence: moderate\n", "evidence: moderate\nreplicates: counter\n"))})
    found = list_of(site).view.replicated

    assert [(str(one.case.text), [str(by.text) for by in one.by]) for one in found] == [("A counter for two governments", ["Case zebra"])]
    assert [str(card.title) for card in kit_of(site).view.replicated_by] == ["Case zebra"]


def test_steps_stand_in_their_order_with_a_number(site_of):
    """The number that readers see counts the steps; the record's own only sorts them. Files have no say."""
    page = next(pages_of(path, site_of(steps(30, 10, 20)), "en"))

    assert [(step.id, step.heading) for step in page.view.steps] == [("y", "1. Begin 10"), ("x", "2. Begin 20"), ("z", "3. Begin 30")]
    assert [section.id for section in page.sections] == ["y", "x", "z"]
    assert str(page.modified) == "2026-11-24"


def test_a_tick_has_the_same_key_in_both_languages(site_of):
    """So that it holds when the language changes, and when the list is put in another order."""
    site = site_of(steps(1))
    keys = [[item.key for step in next(pages_of(path, site, language)).view.steps for item in step.items] for language in ("en", "fr")]

    assert keys == [["z--opened"], ["z--opened"]]


def test_a_step_names_its_guidance_and_its_published_cases(site_of):
    """Guidance with its title, language and date; a draft is no example."""
    step = next(pages_of(path, site_of(steps(1)), "fr")).view.steps[0]
    without = next(pages_of(path, site_of({**steps(1), **case(DRAFT), **another_case("zebra")}), "fr")).view.steps[0]

    assert [(source.href, source.title.lang, source.note) for source in step.guidance] == [
        ("http://www.example.ca/guidance", "en", "En anglais · vu le 22\u00a0novembre\u00a02026")]
    assert [(example.case.href, str(example.reason)) for example in step.examples] == [("../etudes-de-cas/comptoir-partage/", "On en a ouvert une.")]
    assert without.examples == []
