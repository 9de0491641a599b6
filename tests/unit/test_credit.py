"""Credit: the organizations that wrote a case are named where they want it, and what changed is told with its reason."""

from __future__ import annotations

import json

import pytest

from guide.outputs import api, tables
from guide.pages import case_study
from guide.pages.linked_data import linked_data
from guide.pages.reader import Reader
from guide.render import parts
from tests.project import CASE, pages_of

from .samples import COUNTER, edited, organization

CREDITED = ("changes:\n", "credit:\n  - agency\nchanges:\n")
CHANGED = ("changes:\n", """\
changes:
  - on: 2026-11-25
    what:
      en: The status was updated.
      fr: L'état a été mis à jour.
    why:
      en: The town said that it goes on.
      fr: La ville a dit qu'il se poursuit.
""")


@pytest.fixture
def credited(site_of):
    """A case that names an organization which is no partner."""
    return site_of({COUNTER: edited(CASE, CREDITED), **organization("agency")})


def main_of(site, language: str) -> str:
    return str(parts(next(pages_of(case_study, site, language)), site)["main"])


@pytest.mark.parametrize(("language", "words"), [("en", "With thanks to"), ("fr", "Contribution de")])
def test_who_wrote_it_is_named_on_the_page(site_of, credited, language, words):
    """With the way to the organization's page; where nobody is named, nothing is said."""
    [link] = next(pages_of(case_study, credited, language)).view.credit
    main = main_of(credited, language)

    assert f"<dt>{words}</dt><dd><a href=\"{link.href}\">" in main
    assert words not in main_of(site_of(), language)


def test_the_open_data_name_the_contributors(site_of, credited):
    """As ids in JSON, by name in tables; nothing is left out where nobody is named."""
    reader = Reader(credited, "fr", "fr/")
    [row] = tables.rows(reader, "cases")
    record = dict(zip(tables.header(reader, "cases"), row, strict=True))

    assert api.case(credited, "counter")["credit"] == ["agency"] and api.case(site_of(), "counter")["credit"] == []
    assert record["Contributeurs"] == str(credited.library.organizations["agency"].name.fr)


def test_search_engines_are_told_who_contributed(site_of, credited):
    """As schema.org has it; the author of the article is still the Guide."""
    found = [json.loads(linked_data(next(pages_of(case_study, site, "en")), site)) for site in (credited, site_of())]

    assert [one["name"] for one in found[0]["contributor"]] == [str(credited.library.organizations["agency"].name.en)]
    assert "contributor" not in found[1] and found[0]["author"]["name"] == "Service Delivery Partnerships Guide"


@pytest.mark.parametrize(("text", "found"), [
    ("credit:\n  - agensy\n", ("no-such-organization", "credit[0]")), ("credit:\n  - town\n  - town\n", ("listed-twice", "credit[1]")),
    ("credit: town\n", ("list-expected", "credit")), ("credit:\n  - Jane Doe\n", ("no-such-organization", "credit[0]")),
])
def test_credit_goes_to_organizations_of_the_guide(project, text, found):
    """A person is no organization."""
    guide = project({COUNTER: edited(CASE, ("changes:\n", f"{text}changes:\n")), **organization("agency")})

    assert [(code, place) for code, place, _, _ in guide.findings()] == [found]


@pytest.mark.parametrize(("language", "first"), [
    ("en", "<li>November\u00a025,\u00a02026 – The status was updated. <span class=\"guide-changes__why\">Why: The town said that it goes on.</span></li>"),
    ("fr", "<li>25\u00a0novembre\u00a02026 – L’état a été mis à jour. <span class=\"guide-changes__why\">Pourquoi\u00a0: La ville a dit qu’il se poursuit.</span></li>"),
])
def test_what_changed_is_told_with_date_and_reason_the_newest_first(site_of, language, first):
    """A change without a reason has only its date and what changed."""
    main = main_of(site_of({COUNTER: edited(CASE, CHANGED)}), language)
    told = main[main.index("guide-changes"):]

    assert first in told and told.index(first) < told.index({"en": "First publication.</li>", "fr": "Première publication.</li>"}[language])
