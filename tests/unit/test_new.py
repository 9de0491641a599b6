"""`guide new`: a file to begin with, which never takes the place of another one."""

from __future__ import annotations

import re

import pytest

from guide import cli
from guide.checks import about
from guide.commands.new import CHOICES
from guide.languages import LANGUAGES
from guide.pages.record_template import started
from guide.records import KINDS
from guide.repair import Repaired, repaired
from guide.strings import strings
from guide.yaml_source import read_bytes
from tests.ledgers import WITHDRAWN
from tests.project import Project

GONE = {"guide_data/addresses.yml": f"""\
addresses:
  - kind: case_study
    key: gone
    en:
      - en/case-studies/gone/
    fr:
      - fr/etudes-de-cas/parti/
{WITHDRAWN}"""}
MINE = "guide_data/case_studies/my-counter.yml"


@pytest.fixture
def inside(project, monkeypatch):
    """Makes a minimal Guide and goes into its folder, as a person who speaks English."""

    def enter(files: dict | None = None) -> Project:
        guide = project(files)
        monkeypatch.setenv("GUIDE_LANG", "en")
        monkeypatch.chdir(guide.root)
        return guide

    return enter


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_only_leaves_fields_to_fill_in(project, kind, language):
    """Whatever is found in it is a required field that is still empty, and nothing is there to be repaired."""
    library = project().prepare(with_drafts=True).site.library
    text = started(strings(language), KINDS[kind])
    found = about(library, kind, "mine", read_bytes(text.encode(), f"guide_data/{KINDS[kind].folder}/mine.yml"))

    assert found
    assert {finding.code for finding in found} == {"empty"}
    assert repaired(kind, "mine", text, library) == Repaired(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_file_explains_every_field_in_the_language_of_its_author(language):
    """The help of the model, in that language and not in the other one."""
    lines = started(strings(language), KINDS["case_study"]).splitlines()
    fields = KINDS["case_study"].model.model_fields

    for name, field in fields.items():
        at = next(index for index, line in enumerate(lines) if re.match(rf"#?{name}:", line))
        assert lines[at - 1].startswith(f"# {field.json_schema_extra['help'][language]} [")


def test_what_may_be_left_out_can_be_taken_in_by_deleting_the_sign():
    """Without the signs, the optional fields stand where the model has them."""
    text = started(strings("en"), KINDS["case_study"])
    opened = text
    for _ in range(3):  # a field in a group in a record
        opened = re.sub(r"(?m)^( *)#(?=( *)(?:- )?[a-z_]+:)(?! )", r"\1", opened)
    document = read_bytes(opened.encode(), "x.yml")

    assert document.findings == []
    assert set(document.root.keys) == set(KINDS["case_study"].model.model_fields)


@pytest.mark.parametrize("language", LANGUAGES)
def test_guide_new_writes_a_file_and_says_what_to_do_next(inside, capsys, language):
    """The file is there, is not published, and the commands that follow are told."""
    guide = inside()

    assert cli.main(["new", "my-counter", "--lang", language]) == 0

    said = capsys.readouterr().out
    assert (guide.root / MINE).read_text("utf-8") == started(strings(language), KINDS["case_study"])
    assert "\nconsent:\n" in (guide.root / MINE).read_text("utf-8")
    assert re.search(r"(?m)^  basis: pending$", (guide.root / MINE).read_text("utf-8"))
    assert MINE in said.splitlines()[0]
    assert all(command in said for command in (f"guide check {MINE}", f"guide check --fix {MINE}", "guide preview"))


@pytest.mark.parametrize(("name", "said"), [
    ("My Counter é", "guide new my-counter-e"), ("MY-COUNTER", "guide new my-counter"), ("../../mkdocs", "guide_data/case_studies/mkdocs.yml"),
    ("counter", "guide new counter-2"), ("con", "guide new con-2"), ("???", "guide new my-case"), ("x" * 100, "guide new " + "x" * 76),
    ("gone", "guide new gone-2"),
])
def test_an_id_that_cannot_be_used_is_refused_with_one_that_can(inside, capsys, name, said):
    """Badly formed, taken, reserved or withdrawn: nothing is written, and the next attempt can be pasted. A path is only a name."""
    guide = inside(GONE)
    before = {path: path.read_bytes() for path in guide.root.rglob("*") if path.is_file()}

    status = cli.main(["new", name])

    heard = capsys.readouterr()
    assert said in heard.out + heard.err
    if status:
        assert {path: path.read_bytes() for path in guide.root.rglob("*") if path.is_file()} == before
        assert cli.main(re.split("[Tt]ry: guide ", heard.err)[1].split()) == 0
    else:
        assert {path.relative_to(guide.root).as_posix() for path in guide.root.rglob("*.yml")} - {path.relative_to(guide.root).as_posix() for path in before} == {said}


def test_a_file_that_came_meanwhile_is_not_replaced(inside, monkeypatch, capsys):
    """Between the look and the writing somebody else may have made it."""
    guide = inside({MINE: "theirs"})
    monkeypatch.setattr("guide.commands.new._free", lambda *_: MINE)

    assert cli.main(["new", "my-counter"]) == 1
    assert (guide.root / MINE).read_text() == "theirs"
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize("choice", CHOICES)
def test_every_kind_of_record_can_be_begun(inside, choice):
    """Under the folder of its kind, with the schema that editors read."""
    guide = inside()
    kind = CHOICES[choice]

    assert cli.main(["new", "my-record", "--kind", choice]) == 0
    text = (guide.root / "guide_data" / kind.folder / "my-record.yml").read_text("utf-8")
    assert text.startswith(f"# yaml-language-server: $schema=../schema/{kind.name}.schema.json\n")
