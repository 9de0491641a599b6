"""Which texts changed in one language only: the ledger of hashes, the warning, the command, the notice on the page."""

from __future__ import annotations

import json

import pytest

from guide import cli, translations
from guide.pages import case_study
from guide.pages.sections import part_name
from guide.records.case_study import CaseStudy
from guide.records.shape import Asked, asked
from guide.translations import CONFIRMED, NEW, Translations, accepted, named, read, written
from tests.project import CASE, pages_of

from .samples import COUNTER, edited

PROBLEM = "  en: People went from door to door.\n  fr: Les gens allaient de porte en porte.\n"
IN_ENGLISH = (PROBLEM, PROBLEM.replace("door to door", "door to door, twice"))
IN_FRENCH = (PROBLEM, PROBLEM.replace("de porte en porte", "de porte en porte, deux fois"))
IN_BOTH = (PROBLEM, IN_ENGLISH[1].replace("de porte en porte", "de porte en porte, deux fois"))
SECOND = """\
  - statement:
      en: More people came.
      fr: Plus de gens sont venus.
    figure: 40
    unit:
      en: people
      fr: usagers
    year: 2021
    source: report
what_did_not_work"""
FIRST_RESULT = CASE[CASE.index("  - statement"): CASE.index("what_did_not_work")]


@pytest.fixture
def compared(project):
    """Makes a minimal Guide whose texts were all compared, then changes some files; gives its project."""

    def make(files: dict[str, str | None] | None = None, before: dict[str, str] | None = None):
        guide = project(before)
        library = guide.prepare().site.library
        guide.write({translations.FILE: written(accepted(Translations(), library, (), with_new=True))})
        return guide.write(files or {})

    return make


def said(guide) -> dict[str, list[str]]:
    """What is said of the texts of the case, but of those that are confirmed."""
    site = guide.prepare().site
    found: dict[str, list[str]] = {}
    for location, word in site.translations.compared("case_study", "counter", site.library.case_studies["counter"]):
        if word != CONFIRMED:
            found.setdefault(named(location), []).append(word)
    return found


@pytest.mark.parametrize(("change", "found"), [
    (IN_ENGLISH, {"problem": ["fr"]}),
    (IN_FRENCH, {"problem": ["en"]}),
    (IN_BOTH, {"problem": [NEW]}),
    ((PROBLEM, PROBLEM.replace("  fr: Les gens allaient de porte en porte.\n", "")), {"problem": ["no-fr"]}),
    ((PROBLEM, "  en: >-\n    People went\n    from door  to door.\n  fr: Les\u00a0gens allaient de porte en porte.\n"), {}),
    ((PROBLEM, "  en: People went from door to door.\n  fr: Les gens allaient de porte en porte.\n".replace("allaient", "allaient")), {}),
])
def test_a_change_of_one_language_makes_the_other_older(compared, change, found):
    """How a text is broken into lines does not count; a text that changed in both is new, and no fault."""
    assert said(compared({COUNTER: edited(CASE, change)})) == found


def test_what_was_found_of_a_record_is_not_told_of_another_one(compared):
    """The preview keeps the ledger while records change; what is asked twice of one is compared once."""
    ledger = compared().prepare().site.translations
    first, second = (compared(files).prepare().site.library.case_studies["counter"] for files in ({}, {COUNTER: edited(CASE, IN_ENGLISH)}))

    assert [ledger.older("case_study", "counter", record) for record in (first, second, first)] == [[], [(("problem",), "fr")], []]
    assert ledger.compared("case_study", "counter", first) is ledger.compared("case_study", "counter", first)
    assert ledger.older("case_study", "unknown", second) == []


def test_letters_that_look_the_same_are_the_same():
    """é as one sign and as two."""
    assert translations.short_hash("caf\u00e9") == translations.short_hash("cafe\u0301") != translations.short_hash("cafe")


def test_a_list_in_another_order_and_a_new_item_make_nothing_older(compared):
    """A result that is put in front, with a unit that another one has in English too, changes no text that was compared."""
    text = CASE.replace("results:\n" + FIRST_RESULT + "what_did_not_work", "results:\n" + SECOND.replace("what_did_not_work", "") + FIRST_RESULT + "what_did_not_work")

    assert said(compared({COUNTER: text})) == {"results.statement": [NEW], "results.unit": [NEW]}


def test_a_warning_stands_at_the_older_text_and_says_what_to_do(compared):
    """It never stops a contribution."""
    guide = compared({COUNTER: edited(CASE, IN_ENGLISH)})
    line = CASE[: CASE.index("  fr: Les gens allaient")].count("\n") + 1

    [finding] = guide.prepare().findings

    assert (finding.code, finding.severity, finding.place, finding.line) == ("french-older", "warning", "problem.fr", line)
    assert guide.prepare().problems() == []


def test_one_file_alone_is_told_the_same(compared, monkeypatch, capsys):
    """`guide check` of the file, which does not read the others, has the sentence of the whole run."""
    guide = compared({COUNTER: edited(CASE, IN_ENGLISH)})
    monkeypatch.chdir(guide.root)
    told = []
    for files in ((), (COUNTER,)):
        assert cli.main(["check", *files, "--lang", "fr"]) == 0
        told.append(capsys.readouterr().out.splitlines()[0])

    assert told[0] == told[1] and told[0].endswith(f"guide translations --accept {COUNTER}")


def test_nothing_is_asked_of_a_new_record(project):
    """Whoever adds a case does not touch the ledger, and is told nothing about it."""
    assert project().findings() == []


@pytest.mark.parametrize(("content", "place"), [
    ("{", (1, 2)), ("[]", (1, 1)), ('{"a": {"b": "c"}}', (1, 1)), ('{"a": {"b": ["1 2"]}}', (1, 1)), ('{"a": []}', (1, 1)),
    ("[" * 100_000, (1, 1)), (b"\xff\xfe", (1, 1)), ('{\n\n<<<<<<< HEAD\n', (3, 1)), ('{"a": {"b": [null]}}', (1, 1)),
])
def test_a_ledger_that_cannot_be_read_is_one_error_at_its_line(project, content, place):
    """It then counts as empty: no text is called older by mistake."""
    guide = project({translations.FILE: content})

    assert [(code, line, column) for code, _, line, column in guide.findings()] == [("kept-form", *place)]
    assert read(guide.root)[0].pairs == {}


def test_the_ledger_is_written_the_same_way_and_read_as_it_was_written(compared):
    """One field in a line; again is the same bytes."""
    guide = compared()
    text, (ledger, wrong) = (guide.root / translations.FILE).read_text("utf-8"), read(guide.root)

    assert wrong == [] and written(ledger) == text
    assert '\n  "problem": ["' in text and json.loads(text)["case_study/counter"]["title"]


def test_accepting_a_record_confirms_it_and_leaves_the_others(compared):
    """What is older elsewhere stays so; what is new is taken up only when asked for."""
    town = "guide_data/organizations/town.yml"
    guide = compared()
    guide.write({COUNTER: edited(CASE, IN_ENGLISH), town: (guide.root / town).read_text("utf-8").replace("Town of Springfield", "City of Springfield")})
    site = guide.prepare().site

    only_case = accepted(site.translations, site.library, [("case_study", "counter")])
    only_new = accepted(site.translations, site.library, (), with_new=True)

    assert [finding.path for finding in translations.findings(only_case, site.library)] == [town]
    assert sorted(finding.path for finding in translations.findings(only_new, site.library)) == [COUNTER, town]


def test_a_ledger_forgets_records_that_are_gone(compared):
    """A withdrawn case leaves no trace in it, once it is written again."""
    guide = compared()
    site = guide.prepare().site
    del site.library.records["case_study"]["counter"]

    assert not [key for key in accepted(site.translations, site.library, ()).pairs if key.startswith("case_study/")]


@pytest.mark.parametrize("called", [COUNTER, "counter", "./guide_data/case_studies/counter.yml"])
def test_the_command_tells_and_accepts(compared, monkeypatch, capsys, called):
    """By the record's file or its id."""
    guide = compared({COUNTER: edited(CASE, IN_ENGLISH)})
    monkeypatch.chdir(guide.root)
    monkeypatch.setenv("GUIDE_LANG", "en")

    assert cli.main(["translations"]) == 0
    assert f"{COUNTER}:" in (told := capsys.readouterr().out) and "1 older in one language" in told
    assert cli.main(["translations", "--accept", called]) == 0
    assert "0 older in one language" in capsys.readouterr().out
    assert guide.findings() == []
    assert cli.main(["translations", "--accept", "twon"]) == 1
    assert "No record is called twon" in capsys.readouterr().err


@pytest.mark.parametrize(("change", "notice"), [
    (IN_ENGLISH, {"en": "", "fr": "Le texte anglais de ces parties a changé depuis la dernière comparaison des deux langues\u00a0: Le problème."}),
    (IN_FRENCH, {"en": "The French text of these parts has changed since the two languages were last compared: The problem.", "fr": ""}),
    (IN_BOTH, {"en": "", "fr": ""}),
])
def test_the_page_of_the_older_language_says_so(compared, change, notice):
    """Readers of the newer language have nothing to be told."""
    site = compared({COUNTER: edited(CASE, change)}).prepare().site

    assert {language: next(pages_of(case_study, site, language)).view.older for language in notice} == notice


def test_a_part_without_a_heading_is_named_too(compared):
    """Title, role of the approver and so on have words of their own."""
    changed = edited(CASE, ("  en: A counter for two governments\n", "  en: The counter for two governments\n"), ("      en: Lends the counter\n", "      en: Lends a counter\n"),
                     ("      en: First publication.\n", "      en: The first publication.\n"))
    site = compared({COUNTER: changed}).prepare().site

    assert next(pages_of(case_study, site, "fr")).view.older.endswith("Titre, Partenaires et rôles et Ce qui a changé et pourquoi.")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_part_that_holds_texts_has_a_name(reader_of, language):
    """A new field is named at once where it may be older."""
    def holds(field: Asked) -> bool:
        return field.is_bilingual or any(map(holds, field.parts))

    names = [part_name(reader_of(language), field.name) for field in asked(CaseStudy) if holds(field) and field.name != "slug"]

    assert len(names) > 12 and all(names) and len(set(names)) == len(names)
