"""What is learned from the cases: arrangements, themes, open places, lessons, and the hub that leads to them."""

from __future__ import annotations

import pytest

from guide.pages import facets, learn, lessons
from guide.pages.learning import PER_CASE
from guide.pages.page import Page
from tests.project import pages_of, vocabulary

from .samples import another_case, case, edited

ARRANGEMENTS = "guide_data/vocabulary/arrangement.yml"
THEMES = "guide_data/vocabulary/theme.yml"
MODELS = "guide_data/vocabulary/playbook-model.yml"
TERM = "      fr: Ce que Partage de locaux signifie.\n"
STATEMENTS = """\
    when_it_fits:
      - text:
          en: When people go from door to door.
          fr: Quand les gens vont de porte en porte.
        cases:
          - counter
    what_it_needs:
      - text:
          en: A counter.
          fr: Un comptoir.
        cases:
          - counter
          - zebra
"""
POINTS = """\
success_factors:
  - en: First.
    fr: Premier.
  - en: Second.
    fr: Deuxième.
  - en: Third.
    fr: Troisième.
challenges:
  - en: It was hard.
    fr: C'était difficile.
"""
SUPPORTED = ("      - results\n", "      - results\n      - success_factors\n      - challenges\n      - what_did_not_work\n      - replication\n")
FAILED = ("what_did_not_work: unknown\n", POINTS + "what_did_not_work:\n  - en: It failed.\n    fr: Ce fut un échec.\n")
DRAFT = ("consent:\n  basis: public-sources\n", "consent:\n  basis: pending\n")
TAKEN_OVER = ("evidence: moderate\n", "replication:\n  transferable:\n    en: The counter.\n    fr: Le comptoir.\nevidence: moderate\n")
LESSON = """\
order: 1
title:
  en: Doors
  fr: Portes
summary:
  en: About doors.
  fr: Au sujet des portes.
points:
  - text:
      en: Open them.
      fr: Il faut les ouvrir.
    cases:
      - counter
modified: 2026-11-23
"""


def arrangement(*more: str) -> dict[str, str]:
    """A vocabulary of arrangements whose one term has statements."""
    return {ARRANGEMENTS: edited(vocabulary("arrangement") + "".join(more), (TERM.rstrip("\n"), TERM + STATEMENTS.rstrip("\n")))}


def page_of(site, language: str, kind: str, key: str) -> Page:
    """One page of a facet or a term."""
    return next(page for page in pages_of(facets, site, language) if (page.kind, page.key) == (kind, key))


def texts(parts) -> list[tuple[str, list[str]]]:
    """The points of each case in a list."""
    return [(str(told.case.text), [str(point) for point in told.points]) for told in parts]


def test_an_arrangement_shows_what_we_read_with_its_cases(site_of):
    """Each statement links to its cases in alphabetical order, above the cards."""
    page = page_of(site_of({**arrangement(), **another_case("zebra")}), "fr", "term", "arrangement/co-location")
    fits, needs = page.view.learning.read

    assert [(part.id, part.title, str(part.statements[0].text)) for part in (fits, needs)] == [
        ("when-it-fits", "Quand il convient", "Quand les gens vont de porte en porte."), ("what-it-needs", "Ce qu’il exige", "Un comptoir.")]
    assert [(link.href, str(link.text)) for link in needs.statements[0].cases] == [
        ("../../etudes-de-cas/etude-zebra/", "Étude zebra"), ("../../etudes-de-cas/comptoir-partage/", "Un comptoir pour deux gouvernements")]
    assert (fits.statements[0].label, needs.statements[0].label) == ("Étude\u00a0:", "Études\u00a0:")
    assert [section.id for section in page.sections][:3] == ["when-it-fits", "what-it-needs", "cases"]


def test_nothing_is_read_out_of_cases_that_are_not_published(site_of):
    """A statement that rests on a draft alone does not appear; one that rests on more keeps the published cases."""
    site = site_of({**arrangement(), **another_case("zebra"), **case(DRAFT)})

    read = page_of(site, "en", "term", "arrangement/co-location").view.learning.read

    assert [(part.id, [str(link.text) for link in part.statements[0].cases]) for part in read] == [("what-it-needs", ["Case zebra"])]


def test_an_arrangement_shows_what_its_cases_say_and_how_many_say_nothing(site_of):
    """Grouped by case, a few points of each, with the way to the rest; what failed stands under its own heading."""
    site = site_of({**case(SUPPORTED, FAILED, TAKEN_OVER), **another_case("zebra")})

    heard = {part.id: part for part in page_of(site, "en", "term", "arrangement/co-location").view.learning.heard}
    helped = heard["success-factors"].cases[0]

    assert list(heard) == ["success-factors", "challenges", "what-did-not-work", "transferable"]
    assert texts([helped]) == [("A counter for two governments", ["First.", "Second."])] and PER_CASE == 2
    assert (helped.case.href, helped.more.text) == ("../../case-studies/shared-counter/#success-factors", "1 more in the case study")
    assert texts(heard["what-did-not-work"].cases) == [("A counter for two governments", ["It failed."])]
    assert heard["what-did-not-work"].silent == "1 case says nothing about it."
    assert texts(heard["transferable"].cases) == [("A counter for two governments", ["<p>The counter.</p>\n"])]


def test_other_terms_have_nothing_to_learn(site_of):
    """A channel or a place is no way of working together, so its page stays as it is."""
    assert page_of(site_of(), "en", "term", "channel/in-person").view.learning is None


def test_terms_that_are_not_known_keep_an_open_place(site_of):
    """The page says what is missing and how to supply it; a facet that lacks nothing says nothing."""
    missing = "missing:\n  places:\n    - en: Second model\n      fr: Deuxième modèle\n  how:\n    en: Read the document.\n    fr: Lire le document.\n"
    site = site_of({MODELS: vocabulary("playbook-model") + missing})

    view = page_of(site, "fr", "facet", "playbook-model").view

    assert ([str(place) for place in view.places], str(view.how)) == (["Deuxième modèle"], "<p>Lire le document.</p>\n")
    assert page_of(site, "fr", "facet", "channel").view.places == []


def test_themes_show_their_cases_and_where_there_are_none(site_of):
    """Themes without a case; per theme, channels and orders of government without one; cases of no known theme."""
    more = "  - id: risk\n    label:\n      en: Risk\n      fr: Risque\n    slug:\n      en: risk\n      fr: risque\n    definition:\n      en: Of risk.\n      fr: Du risque.\n"
    site = site_of({THEMES: vocabulary("theme") + more, **case(("themes: unknown", "themes:\n  - data")), **another_case("zebra")})

    page = page_of(site, "en", "facet", "theme")
    themes = page.view.themes
    data, risk = themes.themes

    assert ([str(link.text) for link in themes.without], themes.unknown) == (["Risk"], "The theme of 1 case is not known.")
    assert ([str(link.text) for link in data.cases], [str(gap) for gap in data.gaps]) == (
        ["A counter for two governments"], ["No case yet in these channels: Digital."])
    assert (risk.cases, risk.gaps) == ([], [])
    assert [section.id for section in page.sections] == ["gaps", "data", "risk"]


def view_of(site, language: str = "en") -> lessons.View:
    return next(pages_of(lessons, site, language)).view


def test_lessons_stand_by_topic_with_their_cases(site_of):
    """Topics in their order; one that rests on drafts alone is passed over."""
    files = {"guide_data/lessons/doors.yml": LESSON, "guide_data/lessons/a-later-one.yml": edited(LESSON, ("order: 1", "order: 2"), ("en: Doors", "en: Gates"), ("fr: Portes", "fr: Barrières"))}

    topics = view_of(site_of(files)).topics
    without = view_of(site_of({**files, **another_case("zebra"), **case(DRAFT)})).topics

    assert [(topic.id, str(topic.title)) for topic in topics] == [("topic-doors", "Doors"), ("topic-a-later-one", "Gates")]
    assert [str(link.text) for link in topics[0].points[0].cases] == ["A counter for two governments"]
    assert without == []


def test_the_index_of_lessons_holds_everything_that_the_cases_say(site_of):
    """By arrangement, all points of each case, each linked to its section; cases of no known arrangement come last."""
    files = {**case(SUPPORTED, FAILED), **another_case("zebra", SUPPORTED, FAILED, ("arrangement: co-location", "arrangement: unknown")), **another_case("alpha")}

    indexes = view_of(site_of(files)).indexes
    groups = indexes[0].groups

    assert [index.id for index in indexes] == ["success-factors", "challenges", "what-did-not-work"]
    assert [(str(group.title), group.count) for group in groups] == [("Co-location", "1 case study"), ("Arrangement not known", "1 case study")]
    assert texts(groups[1].cases) == [("Case zebra", ["First.", "Second.", "Third."])] and groups[1].cases[0].more is None
    assert indexes[0].silent == "1 case says nothing about it."


def test_the_date_of_the_lessons_is_that_of_the_latest_text(site_of):
    """A topic changed after the last case counts, and the other way round."""
    assert str(next(pages_of(lessons, site_of(), "en")).modified) == "2026-11-22"
    assert str(next(pages_of(lessons, site_of({"guide_data/lessons/doors.yml": LESSON}), "en")).modified) == "2026-11-23"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_hub_leads_to_every_page_that_is_there_with_its_count(site_of, language):
    """Each page has a sentence; numbers are those of the data; a page that does not exist is not linked."""
    site = site_of({"guide_data/lessons/doors.yml": LESSON, **case(SUPPORTED, TAKEN_OVER)})

    leads = {lead.id: lead for lead in next(pages_of(learn, site, language)).view.leads}
    numbers = {name: lead.count.partition(" ")[0] for name, lead in leads.items()}

    assert numbers == {"arrangements": "1", "models": "1", "path": "0", "kits": "1", "lessons": "1", "themes": "1", "compare": "1", "glossary": "1", "state": ""}
    assert all(lead.text for lead in leads.values())
    assert len({lead.link.href for lead in leads.values()}) == len(leads)


def test_a_statement_names_cases_that_exist(project):
    """A case that was renamed or never written is told where it is named."""
    files = {**arrangement(), "guide_data/lessons/doors.yml": LESSON.replace("- counter", "- no-such-case")}

    assert [(code, place) for code, place, *_ in project(files).findings()] == [
        ("no-such-case-study", "points[0].cases[0]"), ("no-such-case-study", "terms[0].what_it_needs[0].cases[1]")]
