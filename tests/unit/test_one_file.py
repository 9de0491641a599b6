"""The checker of the browser, run here: one file beside what is known of the published Guide (tests/browser runs it in Chromium)."""

from __future__ import annotations

import json

import pytest

from guide import known, translations
from guide.browser.answers import Answers
from guide.build import prepare
from guide.languages import LANGUAGES
from guide.outputs.checker import _known
from guide.site import Settings, Site
from tests.hostile.corpus import EXPECTED, bad_files, name_of
from tests.hostile.one_file import asked_of, lines, project_of_the_corpus
from tests.project import CASE, ROOT

ONE_FILE = [path for path in bad_files() if asked_of(path)]


@pytest.fixture(scope="module")
def answers(tmp_path_factory) -> Answers:
    """The checker beside the minimal Guide, with the neighbours of the corpus."""
    return Answers(json.dumps(_known(project_of_the_corpus(tmp_path_factory.mktemp("known") / "guide").prepare().site)))


@pytest.fixture(scope="module")
def real() -> Site:
    """The real Guide."""
    return prepare(ROOT, Settings(site_url="")).site


@pytest.mark.parametrize("path", ONE_FILE, ids=name_of)
def test_one_file_is_told_as_guide_check_tells_it(answers, path):
    """Same verdict, same place, same sentence, in both languages, though the other files are only known."""
    kind, name = asked_of(path)
    told = [lines(json.loads(answers.check(kind, name, path.read_bytes(), language)), language) for language in LANGUAGES]

    assert "--\n".join(told) == path.with_name(path.stem + EXPECTED).read_text("utf-8")


def changed(*changes: tuple[str, str]) -> str:
    """The minimal case with some texts in place of others."""
    text = CASE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def ask(answers: Answers, sort: str, text: str, name: str = "counter", kind: str = "case_study") -> dict:
    """An answer in English."""
    return json.loads(getattr(answers, sort)(kind, name, text.encode(), "en"))


def test_the_place_of_a_finding_is_a_way_through_the_record(answers):
    """A form finds the field by it; the nearest one where the field is missing."""
    told = ask(answers, "check", changed(("year: 2020\n    source: report", "source: raport"), ("as_of: 2020", "as_of: 2020-13")))["findings"]

    assert [(found["code"], found["field"], found["location"]) for found in told] == [
        ("no-such-month", "status.as_of", ["status", "as_of"]), ("missing", "results[0].year", ["results", 0, "year"]),
        ("no-such-source", "results[0].source", ["results", 0, "source"]),
    ]


def test_a_fault_that_stops_the_parser_has_its_place_in_the_record_too(answers):
    """The reader knows lines only; the way is found by the line."""
    [found] = ask(answers, "check", CASE.replace("en: One counter was opened.", "en: Aim: one counter."))["findings"]

    assert (found["code"], found["field"], found["location"]) == ("colon", "en", ["approach", "en"])


def test_a_name_that_no_file_may_have_is_told_and_nothing_else(answers):
    """As of any such file, the content is not read."""
    assert [found["code"] for found in ask(answers, "check", "x: y", "Bad Name")["findings"]] == ["file-name"]
    assert [found["code"] for found in ask(answers, "check", "x: y", "nul")["findings"]] == ["reserved-name"]


@pytest.mark.parametrize("name", ["aaa", "zoo"])
def test_a_slug_that_another_case_has_is_told(answers, name):
    """Whichever of the two names comes first: the file that is checked is the new one."""
    told = ask(answers, "check", CASE, name)["findings"]

    assert [(found["code"], found["location"]) for found in told] == [("slug-twice", ["slug", "en"]), ("slug-twice", ["slug", "fr"])]


@pytest.mark.parametrize("kind", ["key_message", "vocabulary"])
def test_what_asks_for_more_than_is_known_is_not_checked(answers, kind):
    """Rather no answer than another one than guide check gives."""
    with pytest.raises(KeyError):
        ask(answers, "check", "", "x", kind)


REPAIRS = {
    "a term in other letters": (("  - in-person", "  - In Person"), ("channels", ["in-person"])),
    "an organization by its name": (("organization: town", "organization: Town of Springfield"), ("partners", [{"organization": "town", "role": {"en": "Lends the counter", "fr": "Prête le comptoir"}, "lead": "true"}])),
    "one term where a list is asked for": (("channels:\n  - in-person", "channels: in-person"), ("channels", ["in-person"])),
    "a field that was mistyped": (("arrangement: co-location", "arangement: co-location"), ("arrangement", "co-location")),
    "the word for unknown": (("themes: unknown", "themes: inconnu"), ("themes", "unknown")),
    "a colon": (("en: One counter was opened.", "en: Aim: one counter."), ("approach", {"en": "Aim: one counter.", "fr": "Un comptoir a été ouvert."})),
    "a sign for comments": (("en: One counter was opened.", "en: Counter #3 opened."), ("approach", {"en": "Counter #3 opened.", "fr": "Un comptoir a été ouvert."})),
    "a field too far to the right": (("evidence: moderate", "  evidence: moderate"), ("evidence", "moderate")),
}


@pytest.mark.parametrize("name", REPAIRS)
def test_what_was_meant_is_read(answers, name):
    """The record is repaired, the repair is told, and nothing is left to correct."""
    change, (field, meant) = REPAIRS[name]
    found = ask(answers, "read", changed(change))

    assert found["record"][field] == meant
    assert found["findings"] == []
    assert len(found["repaired"]) >= 1 and all(repair["sentence"] for repair in found["repaired"])


def test_what_cannot_be_repaired_is_kept_and_told(answers):
    """Nothing that somebody typed is lost."""
    found = ask(answers, "read", changed(("figure: 1200", "figure: many"), ("evidence: moderate", "evidence: moderate\nown_field: kept")))

    assert found["record"]["results"][0]["figure"] == "many"
    assert found["record"]["own_field"] == "kept"
    assert {repair["code"] for repair in found["findings"]} == {"number-form", "unknown-field"}
    assert found["repaired"] == []


@pytest.mark.parametrize("text", ["", "just a text", "- a list", "[]"])
def test_what_has_no_fields_is_no_record(answers, text):
    """A file of another kind is refused, with the reason."""
    found = ask(answers, "read", text)

    assert found["record"] is None
    assert found["findings"]


def test_bad_files_can_be_read(answers):
    """Reading and repairing never fails, whatever is wrong: there is a record, or a reason why not. (Each sixth: repairs have tests of their own.)"""
    for path in ONE_FILE[::6]:
        found = json.loads(answers.read(*asked_of(path), path.read_bytes(), "fr"))
        assert all(repair["sentence"] for repair in found["repaired"]), path.name
        assert found["record"] is not None or found["findings"], path.name


def test_a_translation_that_became_older_is_told_as_guide_check_tells_it(real):
    """The English of a published case has changed since both were compared, and its French has not."""
    name = next(name for name, case in real.library.case_studies.items() if list(translations.translated(case)) and f"case_study/{name}" in real.translations.pairs)
    typed = (ROOT / known.path_of("case_study", name)).read_text("utf-8")
    summary = str(real.library.case_studies[name].summary.en).split()[0]
    at = typed.index(summary, typed.index("\nsummary:"))
    found = json.loads(Answers(json.dumps(_known(real))).check("case_study", name, f"{typed[:at]}Now {typed[at:]}".encode(), "en"))["findings"]

    assert [(finding["code"], finding["location"]) for finding in found] == [("french-older", ["summary", "fr"])]


def test_a_record_of_the_real_guide_is_read_as_it_stands(real):
    """Typed texts, in the order of the file, with nothing repaired."""
    answers = Answers(json.dumps(_known(real)))
    for name in list(real.library.case_studies)[::10]:
        found = json.loads(answers.read("case_study", name, (ROOT / known.path_of("case_study", name)).read_bytes(), "en"))
        assert (found["record"], found["repaired"]) == (real.library.documents["case_study", name].root.plain_data(), [])
