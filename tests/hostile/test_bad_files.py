"""Every refusal is clear: a corpus of bad files, each with the exact lines that a contributor reads, in both languages."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from guide.commands import check
from guide.reports import github, json, text
from guide.reports.sentence import sentence
from guide.strings import strings
from tests.project import CASE, MINIMAL, new_project, run

from .corpus import EXPECTED, bad_files, expectations, files_with, findings_of, lines_about, name_of, place_of

COUNTER = "guide_data/case_studies/counter.yml"
# Words of the checker that are no sentence about a finding of their own.
PARTS = ("error", "warning", "file", "paste", "nearest", "total.", "nothing-published", "languages-identical.name")
# What is wrong with a place, a name or a size, or with what a command has written, and not with what a file of a person holds:
# tested directly, below and in the tests of these commands.
WITHOUT_A_FILE = {
    "docs-stray", "english-older", "file-name", "file-too-large", "french-older", "kept-form", "link-refused", "not-a-file", "page-language", "page-without-pair", "reserved-name",
    "stray-file", "stray-folder",
}
# What only a programmer would say.
FOREIGN = re.compile(r"Traceback|NoneType|\b(?:None|str|dict|int|bool|tuple|invalid|Error|Exception)\b|<class|object at 0x|\['")


def told(path: Path, folder: Path) -> str:
    """The lines about a bad file."""
    return lines_about([finding for finding in findings_of(path, folder) if finding.path == place_of(path)])


@pytest.mark.parametrize("path", bad_files(), ids=name_of)
def test_a_bad_file_is_told_in_exactly_these_lines(path, tmp_path):
    """Line, column, field, sentence and line to paste are those beside the file, in English and in French."""
    expected = path.with_name(path.name.removesuffix(path.suffix) + EXPECTED)

    assert told(path, tmp_path / "guide") == expected.read_text("utf-8")


@pytest.mark.parametrize("path", bad_files(), ids=name_of)
def test_one_bad_file_is_no_reason_to_blame_another(path, tmp_path):
    """A fault in one file makes no finding about the files beside it."""
    assert [finding for finding in findings_of(path, tmp_path / "guide") if finding.path != place_of(path)] == []


ALONE = [path for path in bad_files() if path.parent.name not in ("docs", "ledger", "vocabulary", "exchange_reports", "engagement_reports")][::2]


def test_one_file_is_told_the_same_when_it_is_checked_alone(tmp_path):
    """`guide check <file>` reads only what the file names, and says what a check of everything says about it."""
    guide = new_project(tmp_path / "guide", files_with(ALONE[0]))
    differ = {}
    for path in ALONE:
        guide.write(files_with(path))
        alone = check._alone(guide.root, [place_of(path)])
        if (whole := [finding for finding in guide.prepare().findings if finding.path == place_of(path)]) != alone:
            differ[name_of(path)] = lines_about(whole), alone
        guide.write({place_of(path): MINIMAL.get(place_of(path))})

    assert differ == {}


def test_every_bad_file_has_its_expectation_and_every_expectation_its_file():
    """Neither a bad file nor what is said about it stands alone."""
    assert [name_of(path) for path in bad_files()] == [name_of(path) for path in expectations()]


def test_every_bad_file_is_told_something():
    """An expectation holds at least one line in each language, and as many in one as in the other."""
    halves = {name_of(path): path.read_text("utf-8").split("--\n") for path in expectations()}

    assert [name for name, parts in halves.items() if len(parts) != 2 or not parts[0] or parts[0].count("\n") != parts[1].count("\n")] == []


def test_every_sentence_of_the_checker_is_met_by_a_bad_file(tmp_path):
    """A new kind of finding brings a bad file with it."""
    codes = {key.removeprefix("check.") for key in strings("en").texts if key.startswith("check.")}
    codes -= {code for code in codes if code.startswith(PARTS) and code not in ("file-name", "file-too-large")}
    met = {finding.code for index, path in enumerate(bad_files()) for finding in findings_of(path, tmp_path / str(index))}

    assert sorted(codes - met) == sorted(WITHOUT_A_FILE)
    assert met - codes == set()


@pytest.mark.parametrize("path", expectations(), ids=name_of)
def test_no_sentence_speaks_like_a_program(path):
    """No words of Python, no control character, no place that was left unfilled."""
    said = path.read_text("utf-8")

    assert FOREIGN.findall(said) == []
    assert re.findall(r"(?<!\\)\{(?!#)\w*\}", said) == []
    assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]", said) == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_placeholder_in_a_file_is_not_taken_for_one_of_ours(project, language):
    """What a file says is shown as typed: neither filled in, nor set in French typography."""
    typed = "{found} l'eau : \"oui\" {n}"
    findings = project({COUNTER: CASE.replace("    language: en", f"    language: '{typed.replace(chr(39), chr(39) * 2)}'")}).prepare().findings

    assert [typed in sentence(finding, strings(language)) for finding in findings] == [True]


def lines(project, files: dict) -> list[str]:
    """The English lines about a Guide with these files."""
    return [text.line(finding, strings("en")) for finding in project(files).prepare().findings]


def test_a_file_beside_the_records_is_told(project):
    """Only records stand in the folders of records: a copy, a backup or a document beside them is refused."""
    assert lines(project, {"guide_data/case_studies/counter.yml.bak": CASE}) == [
        "guide_data/case_studies/counter.yml.bak:1:1: error: the file: Move or delete this file. "
        "Only records, with names that end in .yml, may stand in this folder."]


def test_a_folder_among_the_records_is_told(project):
    """Records do not stand in folders of their own."""
    assert lines(project, {"guide_data/case_studies/drafts/counter.yml": CASE}) == [
        "guide_data/case_studies/drafts:1:1: error: the file: Move or delete this folder. Records stand directly in the folder of their kind."]


def test_a_link_is_not_followed(project):
    """A link among the records could lead anywhere."""
    guide = project()
    (guide.root / "guide_data/case_studies/other.yml").symlink_to(guide.root / COUNTER)

    assert [text.line(finding, strings("en")) for finding in guide.prepare().findings] == [
        "guide_data/case_studies/other.yml:1:1: error: the file: Replace the link with the file itself. Links to other places are not followed."]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
def test_what_is_no_file_is_not_read(project):
    """A pipe among the records is refused, and nobody waits for what it may say."""
    guide = project()
    os.mkfifo(guide.root / "guide_data/case_studies/other.yml")

    assert [(f.path, f.code) for f in guide.prepare().findings] == [("guide_data/case_studies/other.yml", "not-a-file")]


@pytest.mark.parametrize(("name", "better"), [("My Case", "my-case"), ("Étude_de_cas", "etude-de-cas"), ("…", "my-case"), ("a" * 81, "a" * 80)])
def test_the_name_of_a_file_is_told_with_a_better_one(project, name, better):
    """A record's name is its id: small letters, digits and hyphens."""
    assert lines(project, {COUNTER: None, f"guide_data/case_studies/{name}.yml": CASE}) == [
        f"guide_data/case_studies/{name}.yml:1:1: error: the file: Rename the file to {better}.yml. "
        "A name has small letters without accents, digits and single hyphens, at most 80 in all."]


@pytest.mark.parametrize("name", ["con", "index", "assets", "lpt1"])
def test_a_reserved_name_is_told(project, name):
    """Some names mean something else to a computer or to the site."""
    assert lines(project, {COUNTER: None, f"guide_data/case_studies/{name}.yml": CASE}) == [
        f"guide_data/case_studies/{name}.yml:1:1: error: the file: Choose another name for the file. "
        f"Some computers or this site keep {name}.yml for themselves."]


def test_a_file_that_is_too_large_is_told_with_its_size(project):
    """A record has at most 200 kB."""
    assert lines(project, {COUNTER: CASE + "# " + "x" * 200_000 + "\n"}) == [
        f"{COUNTER}:1:1: error: the file: Shorten the file to at most 200 kB; it has 201 kB."]


def test_a_page_without_its_language_or_its_other_language_is_told(project):
    """A hand-written page says its language in its name, and stands beside the same page in the other one."""
    page = MINIMAL["docs/about.en.md"].replace("slug: about", "slug: help")

    assert lines(project, {"docs/notes.md": page, "docs/help.en.md": page}) == [
        "docs/help.en.md:1:1: error: the file: Add the page in the other language, docs/help.fr.md.",
        "docs/notes.md:1:1: error: the file: Name the page after its language: about.en.md beside about.fr.md."]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_command_says_the_same_lines_and_fails(project, language):
    """`guide check` prints what the corpus expects, one line a fault, and its status is 1."""
    path = next(path for path in bad_files() if name_of(path) == "title_colon-in-text")
    guide = project({place_of(path): path.read_bytes()})
    english, french = path.with_name("title_colon-in-text" + EXPECTED).read_text("utf-8").split("--\n")

    done = run("-c", "from guide.cli import run; run()", "check", "--lang", language, cwd=guide.root)

    assert done.returncode == 1
    assert done.stdout.startswith(english if language == "en" else french)
    assert done.stdout.count("\n") == 2


@pytest.mark.parametrize("report", [text.report, github.report, json.report], ids=["text", "github", "json"])
def test_a_strange_name_does_not_break_the_line_about_it(project, report):
    """A line end, a tab or a mark of direction in the name of a file or of a field shows as a space, in every format."""
    guide = project({COUNTER: CASE.replace("started: 2019", 'started: 2019\n"a\\nb\\tc\\u202ed": e\nf\tg: h')})
    (guide.root / "guide_data/case_studies/odd\n\u202ename.yml").write_text(CASE, "utf-8")

    findings = guide.prepare().findings
    said = report(findings, 1, strings("en"))

    assert len(findings) == 4
    assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", said) == []
    assert report is json.report or said.count("\n") == len(findings)


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on Linux only")
def test_a_name_that_is_no_text_is_told_too(project):
    """Bytes in a file's name that are no UTF-8 cannot be printed, and are told all the same."""
    guide = project()
    try:
        Path(os.fsdecode(os.fsencode(guide.root / "guide_data/case_studies") + b"/caf\xe9.yml")).write_text(CASE, "utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 only")

    for report in (text.report, github.report, json.report):
        report(guide.prepare().findings, 1, strings("fr")).encode("utf-8")
