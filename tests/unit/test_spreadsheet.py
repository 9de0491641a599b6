"""Tables for spreadsheets: what a program reads is what was written, and nothing in them runs."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.outputs.spreadsheet import safe, table

from .samples import properties

STARTS = ("=", "+", "-", "@", "|", "%", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("blank", ["", " ", "\u00a0", "\u3000"])
def test_what_would_start_a_formula_starts_with_an_apostrophe(start, blank):
    """Blanks before it do not hide it."""
    assert safe(f"{blank}{start}1+1") == f"'{blank}{start}1+1"


@pytest.mark.parametrize("text", ["", "2026-11", "a = b", "L'équipe", '"quoted"', "ᓄᓇᕗᑦ", "1 200 $", "a\nb", "(=1)"])
def test_other_texts_stay_as_they_are(text):
    assert safe(text) == text


def test_a_table_without_rows_has_its_header():
    assert table(["a", "é"], []) == '\ufeff"a","é"\r\n'


def test_a_row_of_another_width_is_refused():
    with pytest.raises(ValueError):
        table(["a", "b"], [["1"]])


@properties
@given(st.lists(st.lists(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")), min_size=2, max_size=2), max_size=5))
def test_every_cell_comes_back(rows):
    """RFC 4180: quotation marks, commas and line ends inside a cell belong to it."""
    text = table(["one", "two"], rows)

    assert read(text) == [["one", "two"], *([safe(cell) for cell in row] for row in rows)]
    assert not [cell for row in read(text) for cell in row if cell.lstrip(" \u00a0").startswith(STARTS)]
