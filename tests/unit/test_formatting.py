"""Dates, figures, lists and order, as readers of each language expect them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guide import formatting
from guide.records.values import PartialDate

from .samples import NBSP


@pytest.mark.parametrize(("when", "english", "french"), [
    ((2005,), "2005", "2005"),
    ((2005, 12), "December~2005", "décembre~2005"),
    ((2026, 11, 22), "November~22,~2026", "22~novembre~2026"),
    ((2012, 4, 1), "April~1,~2012", "1er~avril~2012"),
    ((2012, 4, 11), "April~11,~2012", "11~avril~2012"),
    ((2012, 4, 21), "April~21,~2012", "21~avril~2012"),
])
def test_a_date_is_shown_as_far_as_it_is_known(when, english, french):
    """A year, a month and a day are each said in words, without a line break inside."""
    date = PartialDate(*when)

    assert formatting.moment(date, "en") == english.replace("~", NBSP)
    assert formatting.moment(date, "fr") == french.replace("~", NBSP)


@pytest.mark.parametrize(("figure", "english", "french"), [
    ("1200", "1,200", "1~200"), ("2550000.5", "2,550,000.5", "2~550~000,5"), ("0.000001", "0.000001", "0,000001"), ("-5", "-5", "-5"),
    ("999", "999", "999"),
])
def test_a_figure_has_the_separators_of_its_language(figure, english, french):
    """No digit is rounded away, and the spaces of French do not break."""
    assert formatting.number(Decimal(figure), "en") == english
    assert formatting.number(Decimal(figure), "fr") == french.replace("~", NBSP)


@pytest.mark.parametrize(("items", "english", "french"), [
    ([], "", ""), (["a"], "a", "a"), (["a", "b"], "a and b", "a et b"), (["a", "b", "c"], "a, b and c", "a, b et c"),
])
def test_a_list_reads_as_a_sentence(items, english, french):
    """The last item is joined with a word."""
    assert formatting.enumeration(items, "en") == english
    assert formatting.enumeration(iter(items), "fr") == french


def test_accents_and_capitals_do_not_change_the_alphabetical_order():
    """École stands before Estrie, and a tie is always broken the same way."""
    names = ["Zone", "Île", "estrie", "École", "ecole", "Œuvre", "Ontario"]

    assert sorted(names, key=formatting.alphabetical) == ["ecole", "École", "estrie", "Île", "Œuvre", "Ontario", "Zone"]
