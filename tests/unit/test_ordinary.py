"""Ordinary files are read without places. Whatever is read so says the same with them, and nothing would be told about it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.yaml_source import read_bytes
from guide.yaml_source.ordinary import ordinary
from tests.hostile.corpus import bad_files
from tests.project import CASE, ROOT

from .samples import properties
from .test_loaders import SIGNS, TABS

LINES = st.sampled_from(["a:", "b: x", "a: y", "- c", "- ", "-", "? d", "? - e", "<<: f", "\"?g\": h", "[i]: j", "{k: l}", "m: - n", "o: >", "p: |", "  q", "  - r", "  s: t", "  # u", "v # w",
                          "# x", "y: #z", "a: &b c", "d: *b", "e: !f g", "!", "h: “i”", "j: “k” l", "« m »", "n: \"\\u202e\"", "o: \"\\\\\"", "p: 'q'", "r: \"s\"", "---", "...", "", "t: u -", "  - v -",
                          "w: [x, [y]]", "z: " + "[" * 13 + "]" * 13, "a: " + "[" * 12 + "]" * 12, "b: " + "{a: " * 11 + "c" + "}" * 11, "\t", "é: «", "<<", "?", "c: d: e"])


def is_alike(text: str) -> bool:
    """Whether a text is not ordinary, or says the same with places and nothing has to be told about it."""
    raw = text.encode("utf-8", "surrogatepass")
    values, placed = read_bytes(raw, "x.yml").values, read_bytes(raw, "x.yml", with_places=True)
    return values is None or (placed.findings, placed.has_marks, placed.corrected) == ([], False, []) and values == placed.root.plain_data()


@properties
@given(st.lists(LINES, min_size=1, max_size=7).map("\n".join))
def test_nothing_that_has_to_be_told_is_ordinary(text):
    """Whichever signs of YAML meet."""
    assert is_alike(text)


def test_what_was_broken_at_random_is_not_overlooked():
    """A sign somewhere in the minimal case."""
    chance = random.Random(1)
    texts = [CASE[:place] + chance.choice(SIGNS) + CASE[place + chance.choice((0, 0, 1, 2)):] for place in (chance.randrange(len(CASE)) for _ in range(300))]

    assert [text for text in [*texts, *TABS] if not is_alike(text)] == []
    assert 30 < sum(ordinary(text) is None for text in texts) < 250


def test_bad_files_are_not_overlooked():
    """The corpus of bad files. Many of them are read well, and only then refused."""
    texts = [path.read_bytes().decode("utf-8", "replace") for path in bad_files() if path.suffix == ".yml"]

    assert [text for text in texts if not is_alike(text)] == []
    assert sum(ordinary(text) is None for text in texts) > 30


@pytest.mark.parametrize("folder", ["guide_data", "hooks/guide/locales"])
def test_our_own_files_are_ordinary(folder):
    """Otherwise nothing would be gained."""
    texts = [path.read_text("utf-8") for path in (ROOT / folder).rglob("*.yml")]

    assert [text for text in texts if not is_alike(text)] == []
    assert sum(ordinary(text) is not None for text in texts) > 0.9 * len(texts)


def test_places_are_there_for_whoever_asks():
    """Of an ordinary file, and of one that was given up meanwhile."""
    document = read_bytes(CASE.encode(), "x.yml")
    data = document.data

    assert document.nodes is None and document.root.plain_data() == data and document.root.keys["slug"].line > 1
    document.rest()
    assert (document.nodes, document.values) == (None, None) and document.data == data and document.root.plain_data() == data
