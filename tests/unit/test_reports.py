"""Findings, as a person, a machine or a pull request reads them."""

from __future__ import annotations

import json

import pytest

from guide.findings import Finding
from guide.reports import github, text
from guide.reports import json as as_json
from guide.reports.sentence import _LONGEST_LIST, _LONGEST_TEXT, sentence
from guide.strings import strings

from .samples import NBSP

EMPTY = Finding("guide_data/case_studies/a.yml", 3, 5, "empty", "results[0].unit")
DRAFT = Finding("guide_data/case_studies/a.yml", 1, 1, "no-consent", "consent", "warning")
YEAR = Finding("a.yml", 3, 5, "year-form", "year", params={"found": "l'an 5"}, paste="year: 2005 : \"l'un\"")


def test_a_finding_is_one_line_that_an_editor_makes_a_link_of():
    """Path, line and column come first, then what it is, where, and what to do."""
    assert text.line(EMPTY, strings("en")) == (
        "guide_data/case_studies/a.yml:3:5: error: results[0].unit: Fill in this field or delete it. "
        "If nobody knows the answer and the field allows it, write unknown.")


@pytest.mark.parametrize(("language", "line"), [("en", "a.yml:1:1: error: the file: Write the record. The file has nothing in it."),
                                                ("fr", "a.yml:1:1: erreur: le fichier: Rédigez la fiche. Le fichier ne contient rien.")])
def test_a_finding_about_a_file_as_a_whole_says_so(language, line):
    """The sentence is in the language of whoever reads it."""
    assert text.line(Finding("a.yml", 1, 1, "empty-file"), strings(language)) == line


@pytest.mark.parametrize(("findings", "files", "english", "french"), [
    ([], 0, "0 files checked, 0 errors, 0 warnings", "0 fichier vérifié, 0 erreur, 0 avertissement"),
    ([EMPTY], 1, "1 file checked, 1 error, 0 warnings", "1 fichier vérifié, 1 erreur, 0 avertissement"),
    ([EMPTY, DRAFT, DRAFT], 2, "2 files checked, 1 error, 2 warnings", "2 fichiers vérifiés, 1 erreur, 2 avertissements"),
])
def test_the_report_ends_with_the_totals(findings, files, english, french):
    """How much was checked and found, with the plurals of each language."""
    assert text.report(findings, files, strings("en")).splitlines()[-1] == english
    assert text.report(findings, files, strings("fr")).splitlines()[-1] == french
    assert len(text.report(findings, files, strings("en")).splitlines()) == len(findings) + 1


def test_the_line_to_paste_stays_as_it_has_to_be_typed():
    """Our sentence has its typography; what the file says and what will be pasted have none."""
    shown = sentence(YEAR, strings("fr"))

    assert f"dit «{NBSP}l'an 5{NBSP}»." in shown
    assert shown.endswith(f"À coller{NBSP}: year: 2005 : \"l'un\"")


def test_a_sentence_names_the_nearest_and_the_choices():
    """A short list is shown whole."""
    finding = Finding("a.yml", 1, 1, "unknown-field", "titel", params={"found": "titel", "nearest": "title", "choices": ["title", "slug"]})

    assert sentence(finding, strings("en")) == "Remove or rename the field titel. The fields allowed here are title, slug. Did you mean title?"


def test_a_list_of_the_longest_length_is_shown_whole():
    """Nothing is cut that need not be."""
    finding = Finding("a.yml", 1, 1, "not-in-list", params={"found": "x", "choices": [f"t{n}" for n in range(_LONGEST_LIST)]})

    assert sentence(finding, strings("en")) == f'Choose one of {", ".join(finding.params["choices"])}. The file says "x".'


@pytest.mark.parametrize(("length", "end"), [(_LONGEST_TEXT, "xx"), (_LONGEST_TEXT + 1, "x…")])
def test_a_long_text_is_cut(length, end):
    """What was found is recognized by its beginning."""
    shown = sentence(Finding("a.yml", 1, 1, "placeholder", params={"found": "x" * length}), strings("en"))

    assert f'x{end}"' in shown
    assert shown.count("x") - shown.replace("x" * _LONGEST_TEXT, "").count("x") == _LONGEST_TEXT


def test_a_long_list_is_cut():
    """Two hundred terms help nobody."""
    finding = Finding("a.yml", 1, 1, "not-in-list", params={"found": "x", "choices": [f"t{n}" for n in range(100)]})

    shown = sentence(finding, strings("en"))

    assert " t9, " in shown
    assert ", …" in shown
    assert "t50" not in shown


@pytest.mark.parametrize(("same", "shown"), [
    ("name: GC", "Translate the text: English and French are the same here. If it is a name that is the same in both languages, write it once: name: GC"),
    ("", "Translate the text: English and French are the same here."),
])
def test_a_text_that_may_be_a_name_is_suggested_as_one(same, shown):
    """The second sentence is there only where it can help."""
    assert sentence(Finding("a.yml", 1, 1, "languages-identical", params={"same": same}), strings("en")) == shown


@pytest.mark.parametrize("character", ["\n", "\x1b[31m", "\r", "\u2028", "\u202e", "\x85"])
def test_a_sentence_stays_on_one_line_whatever_was_found(character):
    """Nothing that a file holds can move or recolour a terminal."""
    finding = Finding("a.yml", 1, 1, "year-form", params={"found": f"a{character}b"}, paste=f"year: {character}")

    shown = sentence(finding, strings("en"))

    assert character[0] not in shown
    assert len(shown.splitlines()) == 1


def test_braces_in_what_was_found_are_not_filled_in():
    """A contributor's text is a text, not a pattern."""
    assert '"{choices} {line}"' in sentence(Finding("a.yml", 1, 1, "not-in-list", params={"found": "{choices} {line}", "choices": ["b"]}), strings("en"))


@pytest.mark.parametrize(("first", "second"), [("en", "fr"), ("fr", "en")])
def test_an_annotation_stands_on_the_line_of_a_pull_request_in_both_languages(first, second):
    """Severity, file, line, column and title are properties; the message is the sentence in one language, then in the other."""
    assert github.report([DRAFT], 1, strings(first)).splitlines() == [
        f"::warning file=guide_data/case_studies/a.yml,line=1,col=1,title=consent::{sentence(DRAFT, strings(first))}%0A{sentence(DRAFT, strings(second))}",
        f"{text.totals([DRAFT], 1, strings(first))} / {text.totals([DRAFT], 1, strings(second))}"]


def test_an_annotation_about_a_whole_file_says_so_in_both_languages():
    """Its title is no field."""
    assert ",title=the file / le fichier::" in github.report([Finding("a.yml", 1, 1, "empty-file")], 1, strings("en"))


def test_an_annotation_cannot_be_ended_by_what_was_found():
    """Colons, commas and percent signs are escaped where they have a meaning; the one line end is ours."""
    finding = Finding("a,b:c%.yml", 1, 1, "year-form", "results[0].year", params={"found": "5 %\n::error::x%0A"})

    line, _ = github.report([finding], 1, strings("en")).splitlines()

    assert line.startswith("::error file=a%2Cb%3Ac%25.yml,line=1,col=1,title=results[0].year::")
    assert '"5 %25 ::error::x%250A"' in line
    assert line.count("%0A") == 1


def test_a_program_reads_the_same_fields_in_both_languages():
    """Only the sentences differ."""
    english, french = (json.loads(as_json.report([EMPTY, DRAFT], 7, strings(language))) for language in ("en", "fr"))

    assert {key: english[key] for key in ("language", "files", "errors", "warnings")} == {"language": "en", "files": 7, "errors": 1, "warnings": 1}
    assert english["findings"][0] == {
        "path": EMPTY.path, "line": 3, "column": 5, "severity": "error", "code": "empty", "field": "results[0].unit",
        "sentence": sentence(EMPTY, strings("en")), "paste": ""}
    for one, other in zip(english["findings"], french["findings"], strict=True):
        assert one.pop("sentence") != other.pop("sentence")
        assert one == other


def test_a_program_can_read_any_text():
    """Accents stay readable, and quotation marks are escaped."""
    report = as_json.report([Finding("é.yml", 1, 1, "year-form", params={"found": 'é"'})], 1, strings("en"))

    assert "é.yml" in report
    assert 'é"' in json.loads(report)["findings"][0]["sentence"]
