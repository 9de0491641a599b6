"""Honest text survives in the open data, and what looks like a formula, markup or TeX is only text there."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from pathlib import Path

import bibtexparser
import openpyxl
import pytest
import rispy

from guide.outputs.open_data import files
from guide.pages.citation import citation
from guide.pages.linked_data import embedded
from guide.pages.reader import Reader
from guide.site import Site
from tests.project import CASE, new_project

from .good import ALL, COUNTER, case_with, quoted

LISTS = ("success_factors", "challenges", "lessons")
HEADERS = {"success_factors": "Success factors", "challenges": "Challenges", "lessons": "Lessons"}
# Each stands at the start of a cell of its own.
FORMULAS = ("=1+1", "=HYPERLINK(\"https://www.example.ca/\",\"x\")", "+1 902 555-0100", "-5", "@SUM(1)", "=cmd|' /C calc'!A0", "%0A", "|x")
MARKUP = ("</script><script>alert(1)</script>", "<!-- --> ]]> <![CDATA[", "&lt;b&gt; & \"quoted\" 'twice'", "\\input{x} {a} $x^2$ 50% #1 _a_ ~b", "@misc{x, title={y}}",
          "ER  - TY  - BOOK", "a; b, c\\nd")


def site_with(folder: Path, content: str) -> Site:
    build = new_project(folder, {COUNTER: content}).prepare()
    assert build.problems() == []
    return build.site


def titled(folder: Path, text: str) -> Site:
    """A Guide whose case has this title in both languages."""
    both = "title:\n  en: A counter for two governments\n  fr: Un comptoir pour deux gouvernements\n"
    return site_with(folder, CASE.replace(both, f"title: {quoted(text)}\n"))


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str | bytes]:
    """The files of a Guide whose case holds every good text."""
    typed = [typed for typed, _ in ALL]
    fields = {field: typed[index * 20:(index + 1) * 20] for index, field in enumerate(LISTS)}
    return dict(files(site_with(tmp_path_factory.mktemp("open") / "guide", case_with(fields))))


def texts() -> dict[str, list[str]]:
    """What each list of that case says."""
    said = [unicodedata.normalize("NFC", text) for _, text in ALL]
    return {field: said[index * 20:(index + 1) * 20] for index, field in enumerate(LISTS)}


def rows(content: str | bytes) -> list[dict[str, str]]:
    assert isinstance(content, str)
    return list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"), newline=""), strict=True))


def test_every_good_text_is_whole_in_json(good):
    """Sign by sign, on the page's address and in the list of all."""
    one = json.loads(good["en/case-studies/shared-counter.json"])["case"]

    assert json.loads(good["api/v1/cases.json"])["cases"] == [one]
    assert {field: [text["en"] for text in one[field]] for field in LISTS} == texts()


def test_every_good_text_is_whole_in_csv(good):
    """Joined by "; "; before a list that could start a formula stands an apostrophe."""
    row, = rows(good["en/data/cases.csv"])

    assert {field: row[HEADERS[field]].removeprefix("'") for field in LISTS} == {field: "; ".join(said) for field, said in texts().items()}


def test_every_good_text_is_whole_in_the_spreadsheet(good):
    """As in the CSV file, without any apostrophe."""
    sheet = openpyxl.load_workbook(io.BytesIO(good["en/data/service-delivery-partnerships.xlsx"]))["Case studies"]
    header, row = list(sheet.iter_rows(values_only=True))

    assert {field: row[header.index(HEADERS[field])] for field in LISTS} == {field: "; ".join(said) for field, said in texts().items()}


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_runs_nowhere(tmp_path, text):
    """It begins with an apostrophe in CSV, is a marked text in the spreadsheet, and is unchanged in JSON."""
    made = dict(files(titled(tmp_path / "guide", text)))
    sheet = openpyxl.load_workbook(io.BytesIO(made["en/data/service-delivery-partnerships.xlsx"]))["Case studies"]
    cell = sheet.cell(2, [found.value for found in sheet[1]].index("Title") + 1)

    assert rows(made["en/data/cases.csv"])[0]["Title"] == f"'{text}"
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    assert json.loads(made["api/v1/cases/counter.json"])["case"]["title"] == {"en": text, "fr": text}


@pytest.mark.parametrize("text", [*FORMULAS, *MARKUP, *(unicodedata.normalize("NFC", text) for _, text in ALL)])
def test_a_title_is_the_same_for_every_reference_manager(tmp_path, text):
    """One entry with one title, in BibTeX, RIS and CSL JSON, whatever the title is."""
    made = citation(Reader(titled(tmp_path / "guide", text), "en", "en/"), "counter")
    library = bibtexparser.parse_string(made.bibtex)
    entry, = library.entries
    title = re.sub(r"\\(text\w+)\{\}|\\(.)", lambda match: {"textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^"}.get(match[1] or "", match[2]),
                   entry.fields_dict["title"].value.removeprefix("{").removesuffix("}"))

    assert not library.failed_blocks and title == text
    assert [reference["title"] for reference in rispy.loads(made.ris)] == [text.strip()]
    assert [item["title"] for item in json.loads(made.csl)] == [text]


@pytest.mark.parametrize("text", MARKUP)
def test_a_text_in_a_data_block_is_only_text(text):
    """No sign of it means something to HTML, and it is whole."""
    assert not set(embedded({"name": text})) & set("<>&") and json.loads(embedded({"name": text})) == {"name": text}
