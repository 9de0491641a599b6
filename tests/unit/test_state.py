"""The state of the Guide: what is counted, how it is told on the page, as data and by `guide report`."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta

import jsonschema
import pytest

from guide import cli, state, translations
from guide.links.results import FILE as LINKS
from guide.links.results import Results, after, written
from guide.links.visit import FAILS, Answer
from guide.outputs import state_data, state_report
from guide.pages import state as page
from guide.records.values import PartialDate
from guide.state import FIELDS, state as state_of
from guide.translations import Translations, accepted
from tests.project import CASE, pages_of

from tests.ledgers import FILE as LEDGER
from tests.ledgers import KIOSK, KIOSK_FILE, withdrawing, with_ledger

from .samples import COUNTER, another_case, case, edited

REVIEWED = "reviewed:\n  on: 2026-11-22\n  against: public-sources\n"
DRAFT = ("  basis: public-sources", "  basis: pending")
SUPPORTED = ("      - results\n", "      - results\n      - replication\n")
REPLICATION = "replication:\n  cost: unknown\n  steps:\n    en: Ask first.\n    fr: Demander d'abord.\nevidence: moderate\n"


def due(day: str) -> tuple[str, str]:
    return REVIEWED, f"{REVIEWED}review_by: {day}\n"


def data_of(site) -> dict:
    return state_data.plain(site, state_of(site))


def test_every_field_that_may_have_no_answer_is_counted():
    """Read off the model: a new field is counted at once. What may be left out for good is not."""
    assert list(FIELDS) == ["channels", "arrangement", "playbook-model", "services", "clients", "themes", "started", "problem", "approach", "results",
                            "success-factors", "challenges", "what-did-not-work", "lessons", "agreement", "steps", "roles", "effort", "cost", "conditions",
                            "transferable", "contact"]
    assert FIELDS["cost"] == ("replication", "cost")


@pytest.mark.parametrize(("change", "field", "found"), [
    (("started: 2019", "started: unknown"), "started", "unknown"), (("started: 2019", "started: 2019"), "started", ""),
    (("evidence: moderate\n", REPLICATION), "cost", "unknown"), (("evidence: moderate\n", REPLICATION), "steps", ""),
    (("evidence: moderate\n", REPLICATION), "roles", "left_out"), (("started: 2019", "started: 2019"), "roles", "left_out"),
    (("evidence: moderate\n", "lessons: unknown\nevidence: moderate\n"), "lessons", "unknown"), (("started: 2019", "started: 2019"), "lessons", "left_out"),
    (("contact: unknown", "contact:\n  organization: town\n  page: https://example.ca\n  verified: unknown"), "contact", ""),
])
def test_a_field_is_answered_unknown_or_left_out(site_of, change, field, found):
    """A part of a replication that is not there is left out."""
    [counted] = state_of(site_of(case(change, SUPPORTED))).cases

    assert [name for name in ("unknown", "left_out") if field in getattr(counted, name)] == ([found] if found else [])


def test_reviews_are_told_by_month_and_late_on_a_day(site_of):
    """The day itself is not late; a case without a date comes last."""
    files = {**another_case("one", due("2026-12-31")), **another_case("two", due("2027-01-15")), **another_case("three", due("2026-12-01"))}
    found = state_of(site_of(files))

    assert found.due == {"2026-12": ["one", "three"], "2027-01": ["two"], "": ["counter"]}
    assert [found.overdue(PartialDate(*day)) for day in ((2026, 12, 1), (2026, 12, 2), (2027, 2, 1))] == [[], ["three"], ["one", "three", "two"]]


def test_drafts_are_not_counted_even_where_they_are_shown(site_of):
    """The preview shows the same figures as the published page."""
    draft = another_case("hidden", DRAFT, due("2026-12-01"))

    assert data_of(site_of(draft, with_drafts=True)) == data_of(site_of(draft)) == data_of(site_of())


def test_what_is_withdrawn_is_counted_nowhere(project):
    """It has a tombstone, and no record: neither the page nor the report knows of it, whatever was once kept about it."""
    guide = with_ledger(project({KIOSK_FILE: KIOSK}))
    library = guide.prepare().site.library
    guide.write({translations.FILE: translations.written(accepted(Translations(), library, (), with_new=True))})
    before = data_of(guide.prepare().site)
    guide.write({KIOSK_FILE: None, LEDGER: withdrawing(guide)})
    site = guide.prepare().site

    assert (before["case_studies"], data_of(site)["case_studies"]) == (2, 1)
    assert "kiosk" not in json.dumps(data_of(site)) and data_of(site)["fields"] == data_of(project().prepare().site)["fields"]


def test_a_case_counts_in_each_of_its_jurisdictions(site_of):
    """With its own gaps."""
    agency = {"guide_data/organizations/agency.yml": site_of().root.joinpath("guide_data/organizations/town.yml").read_text("utf-8")
              .replace("town-of", "agency-of").replace("ville-de", "agence-de").replace("Town of", "Agency of").replace("Ville de", "Agence de").replace("CA-NS", "CA-ON")}
    both = another_case("both", ("    lead: true\n", "    lead: true\n  - organization: agency\n"))
    found = {place.pop("id"): place for place in data_of(site_of({**agency, **both}))["jurisdictions"]}

    assert [found[place]["case_studies"] for place in ("CA-NS", "CA-ON")] == [2, 1]
    assert found["CA-ON"]["possible"] == len(FIELDS) and found["CA-ON"]["without_contact"] == 1 and found["CA-ON"]["without_results"] == 0


@pytest.fixture
def troubled(project):
    """A Guide with a text that is older, an address that is gone, a review and a draft."""
    guide = project({**another_case("late", due("2026-12-01")), **another_case("hidden", DRAFT)})
    library = guide.prepare(with_drafts=True).site.library
    links = Results()
    for day in (0, 7, 14):
        links = after(links, {"https://www.example.ca/report": Answer(FAILS, 404)}, date(2026, 11, 1) + timedelta(day))
    return guide.write({translations.FILE: translations.written(accepted(Translations(), library, (), with_new=True)), LINKS: written(links),
                        COUNTER: edited(CASE, ("  en: Two governments share", "  en: Two governments now share"))})


def test_the_data_are_as_their_schema_says(troubled):
    """Each field is explained in both languages."""
    site = troubled.prepare().site
    files = dict(state_data.files(site))
    schema, document = json.loads(files["api/v1/state.schema.json"]), json.loads(files["api/v1/state.json"])

    jsonschema.Draft202012Validator(schema).validate(document)
    assert document["state"] == data_of(site)
    assert document["state"]["texts_behind"] == [{"kind": "case_study", "id": "counter", "field": "summary", "state": "older_fr"}]
    assert document["state"]["addresses"]["listed_gone"] == [{"url": "https://www.example.ca/report", "records": ["case_study/counter", "case_study/late"]}]


@pytest.mark.parametrize(("language", "notes"), [
    ("en", ["Summary: the French text is older"]), ("fr", ["Résumé\u00a0: le texte français est plus ancien"]),
])
def test_the_page_lists_what_has_to_be_looked_at(troubled, language, notes):
    """With the way to the record, and to the address."""
    view = next(pages_of(page, troubled.prepare().site, language)).view
    [behind], [gone] = view.listings["languages"].items, view.listings["links"].items

    assert list(behind.notes) == notes and "counter" in behind.link.href or "comptoir" in behind.link.href
    assert gone.link.href == "https://www.example.ca/report"
    assert [table.id for table in view.tables] == ["fields", "places", "languages", "reviews", "links"]


def test_what_was_never_visited_is_not_told_to_answer(site_of):
    """Neither a zero nor a column of zeros."""
    tables = {table.id: table for table in next(pages_of(page, site_of(), "en")).view.tables}

    assert [str(row.head) for row in tables["links"].rows] == ["Not visited yet"] and tables["links"].text.startswith("Not checked yet.")
    assert "Addresses gone" not in tables["places"].columns


def test_what_does_not_fit_on_the_page_is_counted(troubled, monkeypatch):
    """The data has all of it."""
    monkeypatch.setattr(page, "MOST", 0)

    assert next(pages_of(page, troubled.prepare().site, "en")).view.listings["links"].more == "and 1 more, in the data"


# --- guide report --------------------------------------------------------------------------------------------

@pytest.fixture
def reported(troubled, monkeypatch, capsys):
    """Runs `guide report` there, and gives what it says."""
    monkeypatch.chdir(troubled.root)

    def run(*arguments: str) -> str:
        assert cli.main(["report", "--on", "2026-12-15", *arguments]) == 0
        return capsys.readouterr().out

    return run


def test_the_report_has_the_figures_of_the_page(troubled, reported):
    """One computation: the data of the page, with the day and what is late on it."""
    found = json.loads(reported("--format", "json"))

    assert found["state"] == data_of(troubled.prepare().site)
    assert (found["on"], found["with_drafts"], found["overdue"]) == ("2026-12-15", False, ["late"])


def test_drafts_are_counted_when_asked_for(reported):
    """A maintainer sees what waits for its approval."""
    assert [json.loads(reported("--format", "json", *more))["state"]["case_studies"] for more in ((), ("--drafts",))] == [2, 3]
    assert "Drafts are counted too." in reported("--drafts", "--lang", "en")


@pytest.mark.parametrize(("language", "late", "gap"), [
    ("en", "- Case late (late), due by December\u00a01,\u00a02026", "Model of the Playbook"),
    ("fr", "- Étude late (late), à vérifier d’ici le 1er\u00a0décembre\u00a02026", "Modèle du Guide du Conseil"),
])
def test_the_report_can_be_read_in_either_language(reported, language, late, gap):
    """What is late, and every case with its gaps; those that are left out stand in parentheses."""
    lines = reported("--lang", language).splitlines()

    assert late in lines
    [row] = [line for line in lines if line.startswith("counter ")]
    assert gap in row and re.search(r"\([^)]+\)", row)


def test_markdown_has_tables_that_hold(reported):
    """Every row has as many cells as its header; one heading of the first level."""
    text = reported("--format", "markdown", "--lang", "fr")
    blocks = [block.splitlines() for block in text.split("\n\n") if block.startswith("| ")]

    assert len(blocks) == 6 and all(len({line.count(" | ") for line in block if "---" not in line}) == 1 for block in blocks)
    assert [line for line in text.splitlines() if line.startswith("# ")] == ["# État du Guide"]


def test_a_sign_that_divides_cells_does_not_divide_one():
    """A name may hold it."""
    table = state_report.Table("x", "", "", ("a", "b"), (state_report.Row("c|d", (state_report.Cell("1"),)),))

    assert state_report._piped(table)[2] == r"| c\|d | 1 |"


def test_what_a_record_says_is_no_markdown(reported, troubled):
    """A title is letters: a summary in an issue follows no link of it and runs no tag."""
    troubled.write(another_case("late", due("2026-12-01"), ("Case late", "Case [late](https://evil.example) <img src=x> `x`")))

    assert r"- Case \[late\](https://evil.example) \<img src=x> \`x\` (late), due by" in reported("--format", "markdown", "--lang", "en").replace("\u00a0", " ")


def test_nothing_is_reported_of_files_that_are_wrong(troubled, monkeypatch, capsys):
    """Their errors are told instead."""
    troubled.write({COUNTER: CASE.replace("organization: town", "organization: twon")})
    monkeypatch.chdir(troubled.root)

    assert cli.main(["report"]) == 1
    assert "twon" in capsys.readouterr().err


def test_only_a_jurisdiction_keeps_its_own_texts_and_addresses(troubled):
    """What other records name is not theirs."""
    found = state_of(troubled.prepare().site)

    assert state.only(found, "CA-NS").behind == 1 and state.only(found, "CA-ON").behind == 0
    assert list(state.only(found, "CA-NS").addresses) == ["https://www.example.ca/report"] and not state.only(found, "CA-ON").addresses
