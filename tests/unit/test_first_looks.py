"""Checks look first at what takes little time. Such a look may see too much, and never too little."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guide import prose
from guide.checks import languages, placeholders, quotation_marks
from guide.records import values
from guide.records.values import says_unknown
from guide.yaml_source import characters, read_bytes, traps
from guide.yaml_source.traps import unwrapped

from .samples import properties
PIECES = st.sampled_from(["TBD", "tbc", "Todo", "FIXME", "fıxme", "xxxx", "Lorem ipsum", "À déterminer", "à venir", "to be Completed", "to be confirmed", "n/a", "N/A", "s.o.", "so",
                          "unknown", "Inconnue", "???", "…", "—", " ", "\n", "(", ")", ".", ":", "a", "é", "L'équipe", "venir", "à", "to be", "lorem", "ſ", "İ", "\u00a0"])
texts = st.lists(PIECES, max_size=6).map("".join)
LINKS = st.sampled_from(["[", "]", "](", ")", "[a](https://example.ca/b)", "[c](https://x.example.ca)", "(https://example.ca)", "(http://example.ca/d)", "\\", "*",
                         " ", "word", "\n", "\n\n", "- ", "1. ", "    ", "!", "<https://example.ca>", "https://", "-.ca", "_", "&amp;", "`", "é"])
ADDRESSES = st.sampled_from(["http://", "HTTPS://", "a@", "www.", "example", ".ca", ".local", ".nip.io", "xn--", "-", "..", ":8", "/", "/b_c", "~", "?", "%00",
                             "127.0.0.1", "localtest.me", "é", " ", "\n", "\\", "[", "[::1]"])


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
    assert {character for character in found if characters.is_printed(character)} == set()


def test_no_strange_beginning_of_a_line_is_overlooked():
    """Blanks are seen by their not being printed, and the marks of a conflict by themselves."""
    strange = {chr(code) for code in range(0x110000) if traps.STRANGE_START.match(chr(code) * 7)}

    assert len(strange) > 10
    assert {character for character in strange if characters.is_printed(character)} == {mark[0] for mark in traps.CONFLICTS}


@properties
@given(st.lists(LINKS, max_size=14).map("".join))
def test_no_link_is_overlooked_and_none_is_made_up(text):
    """What is seen without parsing is what a reader could follow."""
    followed = [token.attrs["href"] for token in prose._inline(prose._parser().parse(text)) if token.type == "link_open"]

    assert prose.link_targets(text) == followed


@properties
@given(st.sampled_from(["http://", "https://", "https://www.example.ca/"]), st.lists(ADDRESSES, max_size=6).map("".join))
def test_no_address_is_accepted_at_once_that_would_be_refused_at_length(scheme, text):
    plain = values._PLAIN_ADDRESS.fullmatch(scheme + text)
    if plain and values.is_public(plain[1]):
        values._check_host(values._parts(scheme + text), scheme + text)


def test_nothing_strange_is_overlooked_among_bytes():
    """Among all characters that can be written: what consists of letters only needs no second look."""
    letters = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000 and characters.has_letters_only(chr(code).encode())]

    assert len(letters) > 250 and {"\n", "é", "œ", "ſ"} < set(letters)
    assert [letter for letter in letters if not characters.is_printed(letter) or characters.normalized(letter) != letter] == []
    assert characters.normalized("".join(letters)) == "".join(letters)
