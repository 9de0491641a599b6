"""The two parsers of YAML read alike: a browser has only the one in Python."""

from __future__ import annotations

import random

import pytest
import yaml

from guide.yaml_source import loaders, read_bytes, reader
from guide.yaml_source.loaders import FAST, PythonLoader
from tests.hostile.corpus import bad_files
from tests.project import CASE

# A tab wherever YAML has a blank; the C parser takes each.
TABS = [
    CASE.replace("arrangement: co", "arrangement:\tco"), CASE.replace("arrangement: co", "arrangement: \t co"), CASE.replace("year: 2020", "year: 2020\t"),
    CASE.replace("A counter for", "A\tcounter \t for"), CASE.replace("shares a counter", "\tshares"), CASE.replace("services:", "services:\t"),
    CASE.replace("en: One counter was opened.", "en: |\t\n      One\tcounter was\topened.\t"), CASE.replace("Annual report", "'Annual\treport'\t# as\tfound"),
    CASE.replace("- permits", "-\tpermits"), CASE.replace("evidence", "evidence\t"), CASE.replace("slug:", "slug\t:"), CASE.replace("fr: comptoir", "\tfr: comptoir"),
    CASE.replace("en: Two governments", "en: Two\t\n    governments"), CASE + "\t", CASE + "\t# end\t\n",
]

SIGNS = (*":-#'\"[]{}|>&*!%@`?,\t\n\\", "  ", "- ", ": ", "\u00a0", "\u2028", "---\n", "...\n", "!!str ", "&a ", "*a")


def read(monkeypatch, loader: type, raw: bytes) -> tuple:
    """Everything that a parser leads to: the findings and the values."""
    for module in (loaders, reader):
        monkeypatch.setattr(module, "FAST", loader)
    document = read_bytes(raw, "x.yml")
    return document.findings, document.root.plain_data() if document.root else None


def test_this_machine_has_both():
    """Otherwise the next tests would compare a parser with itself."""
    assert FAST is yaml.CSafeLoader


@pytest.mark.parametrize("text", TABS)
def test_a_tab_is_a_blank_for_both(monkeypatch, text):
    """Word processors and spreadsheets leave tabs behind."""
    assert read(monkeypatch, PythonLoader, text.encode()) == read(monkeypatch, FAST, text.encode())


def test_both_say_the_same_of_every_bad_file(monkeypatch):
    """Findings, places, lines to paste, and what could be read."""
    different = [path.name for path in bad_files() if path.suffix == ".yml"
                 and read(monkeypatch, PythonLoader, path.read_bytes()) != read(monkeypatch, FAST, path.read_bytes())]

    assert different == []


def broken(number: int) -> str:
    """The minimal case with a sign somewhere, always the same for a number."""
    chance = random.Random(number)
    place = chance.randrange(len(CASE))
    return CASE[:place] + chance.choice(SIGNS) + CASE[place + chance.choice((0, 0, 1, 2)):]


def test_both_say_the_same_of_what_was_broken_at_random(monkeypatch):
    """Wherever a sign stands that YAML gives a meaning."""
    texts = [broken(number) for number in range(60)]
    different = [number for number, text in enumerate(texts) if read(monkeypatch, PythonLoader, text.encode()) != read(monkeypatch, FAST, text.encode())]

    assert sum(bool(read(monkeypatch, FAST, text.encode())[0]) for text in texts) > 20
    assert different == []
