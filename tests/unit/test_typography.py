"""French typography is made at display; English and addresses stay as they were typed."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guide.languages import LANGUAGES
from guide.typography import typeset

from .samples import NBSP, properties

# What makes typography hard: its marks beside one another, digits, elisions, addresses.
PIECES = ["a", "s", "l", "d'", "'", "’", '"', "«", "»", " ", "  ", ":", ";", "!", "?", "5", "000", "%", "$", "°", "n° ", NBSP,
          "\u202f", "https://x.ca/a", "https://", "a@b.ca", "\n", "(", ")", "millions", "qu'", "x"]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12).map("".join)
ADDRESSES = st.text(st.sampled_from("ab5/:;!?'\"%$«»-.#="), min_size=1, max_size=12).map("https://example.ca/".__add__)


@pytest.mark.parametrize(("typed", "shown"), [
    ("Objectif : un guichet", "Objectif~: un guichet"),
    ("Objectif   :", "Objectif~:"),
    ("Ratio 3:1", "Ratio 3:1"),
    ("Vraiment ? Oui ! Bien ; voilà", "Vraiment? Oui! Bien; voilà"),
    ("Vraiment ?! Oui", "Vraiment?! Oui"),
    ("« un » et «deux»", "«~un~» et «~deux~»"),
    ('"un" et "deux"', "«~un~» et «~deux~»"),
    ("« vraiment ? »", "«~vraiment?~»"),
    ("12 345 678 personnes en 2019 2020", "12~345~678 personnes en 2019 2020"),
    ("95 % pour 5 $ à 20 °C", "95~% pour 5~$ à 20~°C"),
    ("n° 5 et N° 6", "n°~5 et N°~6"),
    ("3 millions, 1 milliard, 3 millionnaires", "3~millions, 1~milliard, 3 millionnaires"),
    ("L'accord qu'aujourd'hui l'on a", "L’accord qu’aujourd’hui l’on a"),
    ("l'\"accord\" d'« ici »", "l’«~accord~» d’«~ici~»"),
    ("Première nation Kátł'odeeche", "Première nation Kátł'odeeche"),
    ("Un espace~: tapé", "Un espace~: tapé"),
    ("«\u202ffine\u202f»", "«\u202ffine\u202f»"),
])
def test_french_has_its_spaces_quotation_marks_and_elisions(typed, shown):
    """Each rule of the Canadian practice is kept (~ stands for a nonbreaking space)."""
    assert typeset(typed.replace("~", NBSP), "fr") == shown.replace("~", NBSP)


@pytest.mark.parametrize("typed", ["It's \"here\" : 12 345 $", "the partners' office", "Why ?"])
def test_english_stays_as_it_was_typed(typed):
    """Nothing is changed in an English text."""
    assert typeset(typed, "en") == typed


def test_an_elision_in_front_of_a_link_is_set_too():
    """A text that ends with an elision goes on behind the mark of a link or of an emphasis."""
    assert typeset("selon l'", "fr") == "selon l’"


def test_a_text_of_several_lines_is_set_as_each_of_its_lines():
    """Paragraphs are set whole, and the texts of a parser line by line."""
    lines = ["selon l'", "accord : 2", "000 $ ;", '"un', 'deux"', "n° ", "5 «", "» l'", "«"]

    assert typeset("\n".join(lines), "fr") == "\n".join(typeset(line, "fr") for line in lines)


@pytest.mark.parametrize("address", ["https://example.ca/a:b?c=l'un&d=12", "http://example.ca/n°5!", "l.office@example.ca"])
def test_an_address_is_left_alone_amid_french(address):
    """An address keeps its characters, and the text around it has its typography."""
    assert typeset(f"Adresse : {address} ; l'un", "fr") == f"Adresse{NBSP}: {address}; l’un"


@properties
@given(TEXTS, st.sampled_from(LANGUAGES))
@example("l'\"a\"", "fr")
@example("s'»", "fr")
@example("«a ; »", "fr")
def test_what_was_set_once_is_not_changed_by_setting_it_again(text, language):
    """Typography is idempotent."""
    once = typeset(text, language)

    assert typeset(once, language) == once


@properties
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_letters_and_digits_never_change(text, language):
    """Typography touches only spaces and marks."""
    shown = typeset(text, language)

    assert [char for char in shown if char.isalnum()] == [char for char in text if char.isalnum()]


@properties
@given(TEXTS, ADDRESSES, TEXTS)
@example("", "https://example.ca/a'b", "")
def test_addresses_are_untouched_whatever_stands_around_them(before, address, after):
    """A web address between two spaces is shown exactly as it was typed."""
    assert address in typeset(f"{before} {address}\n{after}", "fr")
