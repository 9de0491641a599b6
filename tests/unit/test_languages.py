"""The languages of the Guide."""

from __future__ import annotations

import pytest

from guide.languages import LANGUAGES, OWN_NAMES, REGIONAL_TAGS, other, preferred


@pytest.mark.parametrize(("environment", "language"), [
    ({}, "en"), ({"LANG": "fr_CA.UTF-8"}, "fr"), ({"LANG": "de_DE.UTF-8"}, "en"), ({"LANG": "C"}, "en"), ({"LANG": "FR"}, "fr"),
    ({"LANG": "fr_CA", "LC_ALL": "en_CA"}, "en"), ({"LC_MESSAGES": "fr", "LANG": "en"}, "fr"), ({"LC_ALL": "C", "LANG": "fr"}, "fr"),
    ({"GUIDE_LANG": "fr", "LC_ALL": "en"}, "fr"), ({"GUIDE_LANG": "", "LANG": "fr"}, "fr"),
])
def test_messages_speak_the_language_of_the_machine(environment, language):
    """GUIDE_LANG comes first, then the locale from the strongest variable to the weakest, then English."""
    assert preferred(environment) == language


def test_each_language_offers_the_other_one():
    """The alternate of the alternate is the page's own language."""
    assert [other(other(language)) for language in LANGUAGES] == list(LANGUAGES)
    assert all(other(language) != language for language in LANGUAGES)


@pytest.mark.parametrize("names", [OWN_NAMES, REGIONAL_TAGS])
def test_each_language_has_its_names(names):
    """What exists once per language exists for every language, in the same order."""
    assert list(names) == list(LANGUAGES)
