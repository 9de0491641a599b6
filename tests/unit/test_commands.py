"""The command `guide`: what it says, and how it ends."""

from __future__ import annotations

import json
import shutil
import sys
import types

import click
import pytest

from guide import cli
from guide.issue_form import PATH
from guide.outputs.powerpoint import template
from guide.records import KINDS
from guide.commands import check, lock, preview, site, test
from guide.commands.common import Failure, project_root, quiet_environment
from guide.strings import strings
from tests.project import CASE, ROOT, Project, pages_of

from .samples import COUNTER, TOWN, another_case, case

WRONG = case(("organization: town", "organization: twon"))
WARNED = case(("consent:\n  basis: public-sources\n", ""))


@pytest.fixture
def inside(project, monkeypatch):
    """Makes a minimal Guide and goes into its folder, as a person who speaks English."""

    def enter(files: dict[str, str | None] | None = None) -> Project:
        guide = project(files)
        monkeypatch.setenv("GUIDE_LANG", "en")
        monkeypatch.delenv("GUIDE_DEBUG", raising=False)
        monkeypatch.chdir(guide.root)
        return guide

    return enter


@pytest.mark.parametrize(("files", "status", "totals"), [
    ({}, 0, "15 files checked, 0 errors, 0 warnings"), (WRONG, 1, "15 files checked, 1 error, 0 warnings"),
    (WARNED, 0, "15 files checked, 0 errors, 1 warning"),
])
def test_check_tells_what_is_wrong_and_fails_only_on_errors(inside, capsys, files, status, totals):
    """A warning never stops a contribution."""
    inside(files)

    assert cli.main(["check"]) == status
    assert capsys.readouterr().out.splitlines()[-1] == totals


@pytest.mark.parametrize(("form", "said"), [
    ("json", '"code": "no-such-organization"'), ("github", "::error file=guide_data/case_studies/counter.yml,line=11"), ("text", "called twon."),
])
def test_check_ends_in_the_same_way_in_every_format(inside, capsys, form, said):
    """A program sees the error too."""
    inside(WRONG)

    assert cli.main(["check", "--format", form]) == 1
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["check", "--lang", "fr"], ["--lang", "fr", "check"]])
def test_check_speaks_the_language_that_was_asked_for(inside, capsys, arguments):
    """The option may stand before the command or behind it."""
    inside()

    assert cli.main(arguments) == 0
    assert capsys.readouterr().out == "15 fichiers vérifiés, 0 erreur, 0 avertissement\n"


@pytest.mark.parametrize(("files", "status", "totals"), [
    ([COUNTER], 1, "1 file checked, 1 error, 0 warnings"), ([TOWN], 0, "1 file checked, 0 errors, 0 warnings"),
    ([TOWN, COUNTER, "docs/about.en.md"], 1, "3 files checked, 1 error, 0 warnings"),
])
def test_check_can_be_asked_about_some_files(inside, capsys, files, status, totals):
    """Only what is wrong in these files is told, though all are read."""
    inside(WRONG)

    assert cli.main(["check", *files]) == status
    assert capsys.readouterr().out.splitlines()[-1] == totals


def test_check_works_from_a_folder_below_the_guide(inside, capsys, monkeypatch):
    """A path is meant from where the person is."""
    guide = inside(WRONG)
    monkeypatch.chdir(guide.root / "guide_data/case_studies")

    assert cli.main(["check", "counter.yml"]) == 1
    assert capsys.readouterr().out.startswith(f"{COUNTER}:11:5: error: partners[0].organization: ")


@pytest.mark.parametrize(("file", "sentence"), [
    ("guide_data/case_studies/nothing.yml", "There is no file called guide_data/case_studies/nothing.yml."),
    ("guide_data/case_studies", "There is no file called guide_data/case_studies."),
    ("mkdocs.yml", "Move mkdocs.yml into a folder of guide_data"),
    ("../outside.yml", "Move ../outside.yml into a folder of guide_data"),
])
def test_check_refuses_what_is_no_record(inside, capsys, tmp_path, file, sentence):
    """A folder or a file elsewhere is never reported as checked."""
    inside()
    (tmp_path / "outside.yml").write_text(CASE)

    assert cli.main(["check", file]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(sentence)


FIXED = case(("organization: town", "organization: Town"), ("channels:\n  - in-person", "channels: in-person"))


def test_check_fix_repairs_a_file_and_says_what_it_changed(inside, capsys):
    """Place, reason, the line before and the line after; the file is then good."""
    guide = inside(FIXED)

    assert cli.main(["check", "--fix"]) == 0
    assert capsys.readouterr().out == (
        f"{COUNTER}:11: The spelling that the Guide uses.\n  -   - organization: Town\n  +   - organization: town\n"
        f"{COUNTER}:16: A list, with a dash before each item.\n  - channels: in-person\n  + channels:\n  +   - in-person\n"
        "2 repairs\nLook at the changes with git diff before you send them.\n15 files checked, 0 errors, 0 warnings\n")
    assert (guide.root / COUNTER).read_text("utf-8") == CASE
    assert [path.name for path in (guide.root / COUNTER).parent.iterdir()] == ["counter.yml"]


def test_check_fix_dry_run_only_shows(inside, capsys):
    """The file stays as it is, and is still told to be wrong."""
    guide = inside(FIXED)

    assert cli.main(["check", "--fix", "--dry-run", COUNTER]) == 1
    said = capsys.readouterr().out
    assert "2 repairs\nNothing was written." in said and said.endswith("1 file checked, 2 errors, 0 warnings\n")
    assert (guide.root / COUNTER).read_text("utf-8") == FIXED[COUNTER]


def test_check_fix_tells_programs_too(inside, capsys):
    """In JSON beside the findings, in GitHub's format as notices."""
    inside(FIXED)

    assert cli.main(["check", "--fix", "--dry-run", "--format", "json"]) == 1
    assert [(found["line"], found["reason"], found["before"]) for found in json.loads(capsys.readouterr().out)["repairs"]] == [
        (11, "spelling", ["  - organization: Town"]), (16, "list", ["channels: in-person"])]
    assert cli.main(["check", "--fix", "--format", "github"]) == 0
    assert f"::notice file={COUNTER},line=11::The spelling that the Guide uses." in capsys.readouterr().out


UNSEEN = "\ufeff" + CASE.replace("\n", " \r\n")


def test_what_nobody_sees_is_changed_only_in_a_file_that_was_named(inside):
    """Line ends, blanks and a byte order mark are no findings: nobody wants all of their files written."""
    guide = inside({COUNTER: UNSEEN})

    assert cli.main(["check", "--fix"]) == 0
    assert (guide.root / COUNTER).read_bytes() == UNSEEN.encode()

    assert cli.main(["check", "--fix", COUNTER]) == 0
    assert (guide.root / COUNTER).read_bytes() == CASE.encode()


def test_fields_are_put_into_the_order_of_the_model_with_their_comments(inside):
    """A comment above a field belongs to it; what stands at the top and at the end stays there."""
    status, rest = "status:\n  term: operating\n  as_of: 2020\n", "started: 2019\n"
    mixed = "# yaml-language-server: $schema=x\n" + CASE.replace(status + rest, f"# Since when.\n{rest}status:\n  as_of: 2020 # about\n  term: operating\n") + "# The end.\n"
    mixed = mixed.replace("2020 # about", "'2020' # about")
    guide = inside({COUNTER: mixed})

    assert cli.main(["check", "--fix"]) == 0
    assert (guide.root / COUNTER).read_text("utf-8") == "# yaml-language-server: $schema=x\n" + CASE.replace(
        status + rest, f"status:\n  term: operating\n  as_of: '2020' # about\n# Since when.\n{rest}") + "# The end.\n"


def test_a_file_in_an_old_encoding_is_saved_in_utf_8(inside, capsys):
    """French letters say which one it was."""
    guide = inside({COUNTER: CASE.encode("cp1252")})

    assert cli.main(["check", "--fix"]) == 0
    assert (guide.root / COUNTER).read_text("utf-8") == CASE
    assert "Saved in UTF-8." in capsys.readouterr().out


def test_the_preview_tells_where_the_page_of_a_record_is(inside):
    """In both languages, for a draft too; a name without a page and a record with errors are told."""
    guide = inside(WARNED)

    assert preview.pages_of(guide.root, "counter", "127.0.0.1:8000", strings("en")) == [
        "http://127.0.0.1:8000/en/case-studies/shared-counter/", "http://127.0.0.1:8000/fr/etudes-de-cas/comptoir-partage/"]
    with pytest.raises(Failure, match="is called nothing"):
        preview.pages_of(guide.root, "nothing", "127.0.0.1:8000", strings("en"))
    guide.write(case(("term: operating", "term: ")))
    with pytest.raises(Failure, match=f"{COUNTER}:26:3: error"):
        preview.pages_of(guide.root, "counter", "127.0.0.1:8000", strings("en"))


@pytest.mark.parametrize(("warnings", "errors", "status"), [(0, 0, 0), (3, 0, 0), (0, 1, 1)])
def test_the_status_of_a_check_depends_on_errors_only(warnings, errors, status):
    """Zero: all is well; one: something has to be corrected."""
    found = [types.SimpleNamespace(severity="warning")] * warnings + [types.SimpleNamespace(severity="error")] * errors

    assert check.status(found) == status


def test_outside_of_a_guide_a_command_says_where_to_go(capsys, tmp_path, monkeypatch):
    """Neither a traceback nor an empty report."""
    monkeypatch.setenv("GUIDE_LANG", "en")
    monkeypatch.chdir(tmp_path)

    assert cli.main(["check"]) == 1
    assert capsys.readouterr().err == "Run this inside the Guide's folder, where mkdocs.yml is.\n"


def test_the_nearest_guide_is_the_one_that_is_meant(inside, monkeypatch):
    """The folder with mkdocs.yml is looked for upwards."""
    guide = inside()
    monkeypatch.chdir(guide.root / "docs")

    assert project_root(strings("en")).samefile(guide.root)


@pytest.mark.parametrize("arguments", [["chekc"], ["check", "--format", "xml"], ["check", "--lang", "de"]])
def test_a_command_that_was_not_understood_ends_with_two(inside, arguments):
    """A slip of the keyboard is not an error of the data."""
    inside()

    assert cli.main(arguments) == 2


def test_an_unexpected_error_is_one_sentence_without_a_traceback(inside, capsys, monkeypatch):
    """It says how to tell the maintainers more."""
    inside()
    monkeypatch.setattr(check, "found", lambda *_: 1 / 0)

    assert cli.main(["check"]) == 1
    said = capsys.readouterr()
    assert "ZeroDivisionError division by zero" in said.err
    assert "Traceback" not in said.err + said.out


def test_a_maintainer_can_see_the_traceback(inside, monkeypatch):
    """GUIDE_DEBUG lets the error through."""
    inside()
    monkeypatch.setenv("GUIDE_DEBUG", "1")
    monkeypatch.setattr(check, "found", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        cli.main(["check"])


def test_a_failure_ends_with_its_own_status(monkeypatch, capsys):
    """What a command says is said, and its status kept."""
    def fail(*_args, **_more):
        raise Failure("No.", status=3)

    monkeypatch.setattr(cli.guide, "main", fail)

    assert cli.main([]) == 3
    assert capsys.readouterr().err == "No.\n"


def test_every_command_is_explained_in_both_languages():
    """The help of a command and of each of its options has a slash between the languages."""
    for command in (cli.guide, *(cli.guide.get_command(None, name) for name in cli.COMMANDS)):
        assert " / " in command.help
        assert all(" / " in option.help for option in command.params if isinstance(option, click.Option))


def test_the_schema_is_written_for_each_kind(inside, capsys):
    """Each file is named as it is written, and the issue form and the empty presentation with them."""
    guide = inside()

    assert cli.main(["schema"]) == 0
    written = sorted(path.relative_to(guide.root).as_posix() for path in (guide.root / "guide_data/schema").iterdir())
    assert sorted(capsys.readouterr().out.splitlines()) == [f"Schema written: {name}" for name in (PATH, *written, template.PATH)]
    assert len(written) == len(KINDS) + 1  # the ledger of addresses
    assert (guide.root / PATH).read_bytes() == (ROOT / PATH).read_bytes()


def test_the_summary_counts_the_data_and_the_site_itself(inside, monkeypatch):
    """Published cases and drafts, pages per language, warnings, seconds."""
    monkeypatch.setenv("GUIDE_SITE_URL", "https://real.example.ca/")
    guide = inside({**WARNED, **another_case("second"), **another_case("third")})
    for name in ("en/index.html", "en/about/index.html", "fr/index.html", "fr/feed.xml", "index.html"):
        guide.write({f"site/{name}": ""})

    said = site.summary(guide.prepare(), 1.26, strings("en")).splitlines()

    assert said[:4] == ["Case studies: 2 published, 1 draft", "Pages: 2 in English, 1 in French", "Warnings: 1", "Time: 1.3 s"]
    assert str(guide.root / "site") in said[4]
    assert "not in guide_data/addresses.yml yet" in said[5]
    assert len(said) == 6


def test_the_summary_warns_of_an_address_that_is_still_the_example(inside, monkeypatch):
    """Nobody publishes the example by accident."""
    monkeypatch.delenv("GUIDE_SITE_URL", raising=False)
    guide = inside()

    assert "GUIDE_SITE_URL" in site.summary(guide.prepare(), 0, strings("en")).splitlines()[-1]

    guide.write({"mkdocs.yml": (guide.root / "mkdocs.yml").read_text("utf-8").replace(".example/", ".ca/")})

    assert "GUIDE_SITE_URL" not in site.summary(guide.prepare(), 0, strings("en"))


@pytest.mark.parametrize(("name", "extra", "end"), [
    ("site.txt", None, ["--output-file", "requirements/site.txt"]),
    ("test.txt", "test", ["--output-file", "requirements/test.txt", "--extra", "test"]),
])
def test_requirements_are_locked_for_every_platform_with_hashes_and_no_registry(name, extra, end):
    """The file holds what anybody can install, from wherever they install."""
    command = lock._command(name, extra)

    assert command[:5] == [sys.executable, "-m", "uv", "pip", "compile"]
    assert command[-len(end):] == end
    assert {"--universal", "--generate-hashes", "--no-emit-index-url", "--upgrade"} <= set(command)


def test_every_extra_of_the_project_has_its_locked_file():
    """The files of `guide lock` are those that the project asks for."""
    assert lock.FILES == {"site.txt": None, "test.txt": "test", "pdf.txt": "pdf", "lock.txt": "lock"}


@pytest.mark.parametrize(("kind", "path", "restarts"), [
    ("modified", "hooks/guide/site.py", True), ("created", "hooks/guide/locales/fr.yml", True), ("moved", r"hooks\guide\locales\fr.yml", True),
    ("modified", "hooks/guide/templates/layout/base.css", False), ("opened", "hooks/guide/site.py", False),
])
def test_the_preview_starts_again_when_python_or_a_word_changes(kind, path, restarts):
    """MkDocs follows the rest by itself, and reading a file changes nothing."""
    watcher = preview._PythonChanged()

    watcher.on_any_event(types.SimpleNamespace(event_type=kind, src_path=path))

    assert watcher.changed.is_set() is restarts


@pytest.mark.parametrize(("named", "there", "found"), [
    ("/opt/chromium", {"chromium": "/usr/bin/chromium"}, "/opt/chromium"),
    ("", {"google-chrome": "/b", "chromium": "/a"}, "/a"),
    ("", {"google-chrome": "/b"}, "/b"),
    ("", {}, ""),
])
def test_a_browser_is_found_by_name_or_in_the_usual_places(monkeypatch, named, there, found):
    """The named one comes first, then Chromium, then what resembles it."""
    monkeypatch.setenv("GUIDE_BROWSER", named)
    monkeypatch.setattr(shutil, "which", there.get)

    assert test.find_browser() == found


def test_without_a_browser_the_command_that_installs_one_is_told(monkeypatch):
    """Where nothing can be installed, one sentence helps."""
    monkeypatch.setenv("GUIDE_BROWSER", "")
    monkeypatch.setattr(shutil, "which", lambda name: None)

    with pytest.raises(Failure, match="sudo apt-get install --yes --no-install-recommends chromium fonts-liberation"):
        test._installed(strings("en"))


def test_mkdocs_is_asked_without_material_s_notice(monkeypatch):
    """The rest of the environment stays."""
    monkeypatch.setenv("SOMETHING", "x")

    assert quiet_environment() | {"SOMETHING": "x", "NO_MKDOCS_2_WARNING": "1"} == quiet_environment()
