"""The kinds of field: texts in both languages, and the word for what nobody knows."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError

from guide.records.fields import Addresses, Passage, Slugs, Text, at_most, one_of, or_unknown, term_of
from guide.records.values import UNKNOWN, Markdown

Short = Annotated[Text, at_most(5)]


def wrong(kind, value) -> list[tuple[str, tuple]]:
    """The codes and places of what is wrong with a value."""
    with pytest.raises(ValidationError) as error:
        TypeAdapter(kind).validate_python(value)
    return [(detail["type"], detail["loc"]) for detail in error.value.errors(include_url=False)]


@pytest.mark.parametrize(("typed", "english", "french"), [
    ("GCcollab", ("GCcollab", "en"), ("GCcollab", "fr")),
    ({"en": "Town", "fr": "Ville"}, ("Town", "en"), ("Ville", "fr")),
    ({"en": "Town"}, ("Town", "en"), ("Town", "en")),
    ({"fr": "Ville"}, ("Ville", "fr"), ("Ville", "fr")),
])
def test_a_reader_gets_the_own_language_or_the_other_one(typed, english, french):
    """A text comes with the language that it is really in."""
    text = Text.model_validate(typed)

    assert (text.within("en"), text.within("fr")) == (english, french)


@pytest.mark.parametrize(("kind", "typed", "problems"), [
    (Text, {}, [("no-language", ())]),
    (Text, {"translated": "en"}, [("no-language", ())]),
    (Text, ["a"], [("bilingual-expected", ())]),
    (Text, {"en": "a", "translated": "fr"}, [("translated-missing", ())]),
    (Text, {"en": "a", "de": "b"}, [("extra_forbidden", ("de",))]),
    (Text, {"en": " ", "fr": ["b"]}, [("empty", ("en",)), ("text-expected", ("fr",))]),
    (Text, "", [("empty", ("en",)), ("empty", ("fr",))]),
    (Slugs, {"en": "Not A Slug"}, [("slug-form", ("en",))]),
    (Addresses, {"fr": "http://example.ca"}, [("address-not-secure", ("fr",))]),
    (Short, {"en": "short", "fr": "longer"}, [("too-long", ())]),
    (one_of("a", "b"), "c", [("not-in-list", ())]),
    (one_of("a", "b"), ["a"], [("not-in-list", ())]),
    (or_unknown(Short), {"en": "longer"}, [("too-long", ())]),
])
def test_each_problem_of_a_field_has_its_code_and_place(kind, typed, problems):
    """All problems of a text are found at once, each at the language that it is about."""
    assert wrong(kind, typed) == problems


def test_a_text_that_is_too_long_says_how_long_it_is_and_where():
    """The length is counted in the language that is too long."""
    with pytest.raises(ValidationError) as error:
        TypeAdapter(Short).validate_python({"en": "short", "fr": "longer"})

    assert error.value.errors()[0]["ctx"] == {"at": "fr", "length": 6, "limit": 5}


@pytest.mark.parametrize("kind", [or_unknown(Text), or_unknown(list[Text]), or_unknown(term_of("channel")), or_unknown(Passage)])
def test_unknown_is_an_answer_where_the_field_allows_it(kind):
    """The word passes before the field's own rules, with blanks around it too."""
    assert TypeAdapter(kind).validate_python(" unknown ") is UNKNOWN


def test_unknown_is_a_text_like_any_other_where_the_field_does_not():
    """Only or_unknown gives the word its meaning."""
    assert TypeAdapter(Text).validate_python("unknown").en == "unknown"


def test_prose_is_marked_as_such():
    """A passage holds Markdown, a text does not."""
    assert isinstance(Passage.model_validate("a").en, Markdown)
    assert not isinstance(Text.model_validate("a").en, Markdown)


@pytest.mark.parametrize("found", [" b ", "b ", "b\n", "B", "\u00a0b", "b\u200d"])
def test_a_choice_is_taken_letter_for_letter(found):
    """A word that publishes a record has no near miss."""
    with pytest.raises(ValidationError, match="not-in-list"):
        TypeAdapter(one_of("a", "b")).validate_python(found)
