"""Checks look first at what takes little time. Such a look may see too much, and never too little."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from guide.checks import languages, placeholders, quotation_marks
from guide.records.values import says_unknown
from guide.yaml_source import characters, read_bytes
from guide.yaml_source.traps import unwrapped

properties = settings(deadline=None, derandomize=True, max_examples=300)
PIECES = st.sampled_from(["TBD", "tbc", "Todo", "FIXME", "fıxme", "xxxx", "Lorem ipsum", "À déterminer", "à venir", "to be Completed", "to be confirmed", "n/a", "N/A", "s.o.", "so",
                          "unknown", "Inconnue", "???", "…", "—", " ", "\n", "(", ")", ".", ":", "a", "é", "L'équipe", "venir", "ſ", "İ", "\u00a0"])
texts = st.lists(PIECES, max_size=6).map("".join)


@properties
@given(st.lists(texts.filter(bool), min_size=1, max_size=4))
def test_no_placeholder_is_overlooked(some):
    """All texts of a record are looked at together, and one by one only where that shows something."""
    is_one = any(placeholders._WORDS.search(text) or says_unknown(text) for text in some)

    assert placeholders._may_hold_one(some) or not is_one


@properties
@given(st.text(st.sampled_from("aAßsSéÉıIi "), min_size=1, max_size=4), st.text(st.sampled_from("aAßsSéÉıIi "), min_size=1, max_size=4))
def test_no_equal_texts_are_overlooked(one, other):
    """Whatever capitals do to their length."""
    assert languages._may_be_same(one, other) or one.casefold() != other.casefold()


def test_no_hidden_character_is_overlooked():
    """Among all characters that there are."""
    every = " ".join(chr(code) for code in range(0x110000))
    found = {every[index] for index, _ in characters.refused(every)}

    assert len(found) > 200
    assert {character for character in found if characters._SUSPECT.match(character) is None} == set()


@properties
@given(st.text(st.sampled_from("«»“”„‘’ ab"), min_size=1, max_size=6).filter(str.strip))
def test_no_quotation_marks_are_overlooked(text):
    """A text that stands in them begins with one."""
    document = read_bytes(f"title: {text.strip()}\n".encode(), "sample.yml")
    value = document.root.values["title"].value

    assert [location for location, _ in quotation_marks._marked(document.root)] == [("title",)] or unwrapped(value) == value
