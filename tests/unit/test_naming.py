"""Names for machines, made from names for people."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.naming import folded, nearest, slugified
from guide.records.values import SLUG_PATTERN

from .samples import properties


@pytest.mark.parametrize(("text", "same"), [("ÉTÉ", "été"), ("Œuvre", "oeuvre"), ("Łódź", "lodz"), ("l’été", "L'ETE"), ("straße", "STRASSE"), ("æther", "Aether")])
def test_accents_ligatures_and_capitals_do_not_count(text, same):
    """Two spellings of one word compare as equal."""
    assert folded(text) == folded(same)


def test_different_words_stay_different():
    """Folding does not make one word of two."""
    assert folded("cote d") != folded("cote b")


@pytest.mark.parametrize(("text", "slug"), [
    ("Prêts d’études (Canada)", "prets-d-etudes-canada"), ("  A — B  ", "a-b"), ("ServiceOntario & Niigaaniin", "serviceontario-niigaaniin"),
    ("Cœur", "coeur"), ("811", "811"), ("日本", ""), ("", ""),
])
def test_a_name_becomes_a_part_of_an_address(text, slug):
    """Letters lose their accents, and everything else becomes one hyphen."""
    assert slugified(text) == slug


@properties
@given(st.text())
def test_every_text_gives_a_good_slug_or_none(text):
    """What slugified returns is what the field slug accepts, and stays the same the second time."""
    slug = slugified(text)

    assert slug == "" or re.fullmatch(SLUG_PATTERN, slug)
    assert slugified(slug) == slug


@pytest.mark.parametrize(("found", "name"), [("inperson", "in-person"), ("In Person", "in-person"), ("digitale", "digital"), ("zzz", ""), ("", "")])
def test_the_nearest_known_name_is_found(found, name):
    """A mistyped name leads to the one that was meant, and nonsense to none."""
    assert nearest(found, ["in-person", "digital"]) == name
