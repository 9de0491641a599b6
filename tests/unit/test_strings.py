"""The words of the Guide."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guide.strings import Strings, all_strings, is_singular, strings

TEXTS = {"plain": "A {thing} {#id}", "many": {"one": "{n} case", "other": "{n} cases"}}


@pytest.mark.parametrize(("number", "english", "french"), [
    (0, False, True), (1, True, True), (1.5, False, True), (2, False, False), (-1, False, True), (Decimal("1.0"), True, True), ("1200", False, False),
])
def test_the_singular_follows_the_rules_of_each_language(number, english, french):
    """One is singular in English; zero, one and a half are too in French."""
    assert (is_singular(number, "en"), is_singular(number, "fr")) == (english, french)


def test_a_text_is_filled_in_and_keeps_its_other_braces():
    """Only a name in braces is replaced, and what it is replaced with is not looked at again."""
    assert Strings("en", TEXTS)("plain", thing="{thing}") == "A {thing} {#id}"


@pytest.mark.parametrize(("n", "text"), [(0, "0 cases"), (1, "1 case"), (2, "2 cases")])
def test_a_number_chooses_between_one_and_other(n, text):
    """A text with two forms is chosen by n."""
    assert Strings("en", TEXTS)("many", n=n) == text


@pytest.mark.parametrize(("key", "params"), [("none", {}), ("plain", {}), ("many", {})])
def test_a_missing_key_or_parameter_is_an_error(key, params):
    """No page ever shows an empty place."""
    with pytest.raises(KeyError):
        Strings("en", TEXTS)(key, **params)


def test_a_key_can_be_asked_for():
    """A caller may know whether there is a text."""
    assert "plain" in Strings("en", TEXTS)
    assert "none" not in Strings("en", TEXTS)


def test_words_are_there_in_every_language():
    """Each language's words know their language."""
    assert {language: words.language for language, words in all_strings().items()} == {"en": "en", "fr": "fr"}


def test_a_language_without_words_is_an_error():
    """A missing or broken file of words stops everything."""
    with pytest.raises(ValueError, match="locales/xx.yml"):
        strings("xx")
