"""The home page of each language."""

from __future__ import annotations

from guide.pages import home
from tests.project import MINIMAL, pages_of, vocabulary

from .samples import COUNTER, NBSP, another_case, case, edited, organization

FAR = ("channels:", "  - organization: far\nchannels:")
ARRANGEMENTS = "guide_data/vocabulary/arrangement.yml"


def view_of(site, language: str = "en") -> home.View:
    """What the home page shows."""
    (page,) = pages_of(home, site, language)
    return page.view


def test_the_figures_count_what_is_published(site_of):
    """Only organizations with a published case are partners, and only their places count."""
    ontario = {name: text.replace("CA-NS", "CA-ON") for name, text in organization("far").items()}
    draft = another_case("draft", ("organization: town", "organization: idle"), ("consent:\n  basis: public-sources\n", ""))

    view = view_of(site_of({**case(FAR), **another_case("second"), **ontario, **organization("idle"), **draft}))

    assert [(figure.number, figure.label) for figure in view.figures] == [
        ("2", "case studies"), ("2", "partner organizations"), ("2", "jurisdictions")]
    assert [figure.href for figure in view.figures] == ["case-studies/", "organizations/", "jurisdictions/"]


def test_a_figure_agrees_with_its_noun(site_of):
    """One is singular in both languages, and none is singular in French."""
    pages = {name: MINIMAL[name].replace("(case:counter)", "(page:home)") for name in ("docs/about.en.md", "docs/about.fr.md")}
    files = {COUNTER: None, **pages}

    assert [figure.label for figure in view_of(site_of()).figures] == ["case study", "partner organization", "jurisdiction"]
    assert view_of(site_of(files), "fr").figures[0].label == "étude de cas"
    assert view_of(site_of(files), "en").figures[0].label == "case studies"


def test_the_newest_cases_come_first(site_of):
    """By their first publication; those of one day by their start, the latest first."""
    published = ("  - on: 2026-11-22\n", "  - on: 2026-11-23\n")
    files = {**another_case("old", ("started: 2019", "started: 2001")), **another_case("young", ("started: 2019", "started: 2025")),
             **another_case("new", published, ("started: 2019", "started: unknown"))}

    shown = [str(card.title) for card in view_of(site_of(files)).newest]

    assert shown == ["Case new", "Case young", "A counter for two governments", "Case old"]


def test_a_later_change_does_not_make_a_case_new(site_of):
    """The oldest change is the publication."""
    later = ("changes:\n", "changes:\n  - on: 2026-12-24\n    what:\n      en: More.\n      fr: Davantage.\n")
    start = ("started: 2019", "started: 2001")

    assert [str(card.title) for card in view_of(site_of(another_case("old", later, start))).newest] == ["A counter for two governments", "Case old"]


def test_an_unknown_start_comes_last_among_those_of_one_day(site_of):
    """What is not known is not the latest."""
    assert [str(card.title) for card in view_of(site_of(another_case("new", ("started: 2019", "started: unknown")))).newest
            ] == ["A counter for two governments", "Case new"]


def test_only_some_cases_are_new(site_of):
    """The list does not grow with the Guide."""
    files = {name: text for letter in "pqrstuvw" for name, text in another_case(letter).items()}

    assert len(view_of(site_of(files)).newest) == home.NEWEST


def test_a_draft_is_marked_in_the_preview(site_of):
    """Whoever previews sees which cases are not published."""
    draft = another_case("draft", ("consent:\n  basis: public-sources\n", ""))

    cards = view_of(site_of(draft, with_drafts=True)).newest

    assert {str(card.title): card.is_draft for card in cards} == {"Case draft": True, "A counter for two governments": False}


def test_each_door_leads_only_to_pages_that_are_there(site_of):
    """A small Guide without a page on contributing has no link to it."""
    doors = {door.id: [link.href for link in door.links] for door in view_of(site_of()).doors}

    assert doors == {"door-reader": ["case-studies/", "learn/", "browse/", "organizations/"], "door-contributor": ["about/"], "door-member": ["engagement/", "member-kits/", "reporting-back/", "information-exchange/", "glossary/"]}


def test_the_arrangements_are_counted(site_of):
    """Each kind of arrangement is there, with its cases."""
    more = edited(vocabulary("arrangement"), ("terms:\n", "terms:\n  - id: merger\n    label: Fusion\n    slug: merger\n    definition: Being one.\n"))

    view = view_of(site_of({ARRANGEMENTS: more}), "fr")

    assert [(str(link.text), count) for link, count in view.arrangements] == [("Fusion", "0 étude de cas"), ("Partage de locaux", "1 étude de cas")]


def test_the_page_is_in_the_reader_s_language(site_of):
    """Title and description are the site's own."""
    (page,) = pages_of(home, site_of(), "fr")

    assert (page.path, page.title) == ("fr/", "Guide des partenariats en matière de prestation de services")
    assert page.view.cases.text == "Voir toutes les études de cas"
    assert NBSP not in page.path
