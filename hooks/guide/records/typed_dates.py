"""Dates as people type them, and the one that each can only mean: `2026/11/2`, `31/12/2019`, `12 mai 2019`, `May 12, 2019`."""

from __future__ import annotations

import re

from ..naming import folded

# The first letters of the months in both languages, without accents; enough of them that no month is taken for another.
_MONTHS = (("jan",), ("feb", "fev"), ("mar",), ("apr", "avr"), ("may", "mai"), ("jun", "juin"), ("jul", "juil"), ("aug", "aou"), ("sep",), ("oct",),
           ("nov",), ("dec",))
_YEAR = r"((?:1[89]|20)\d\d)"


def parts_of(text: str) -> tuple[str, str, str] | None:
    """Year, month and day; None where the text could be two dates or is none.

    >>> parts_of("2026/11/2"), parts_of("31/12/2019"), parts_of("02/11/2026"), parts_of("1er août 2019")
    (('2026', '11', '2'), ('2019', '12', '31'), None, ('2019', '8', '1'))
    """
    plain = folded(text.strip())
    if match := re.fullmatch(rf"{_YEAR}[/. -](\d{{1,2}})[/. -](\d{{1,2}})", plain, re.ASCII):
        return match[1], match[2], match[3]
    if match := re.fullmatch(rf"(\d{{1,2}})[/. -](\d{{1,2}})[/. -]{_YEAR}", plain, re.ASCII):
        return _in_order(match[1], match[2], match[3])
    if match := re.fullmatch(rf"(\d{{1,2}})(?:er|st|nd|rd|th)? ([a-z]+)\.?,? {_YEAR}", plain, re.ASCII):
        return _with_word(match[3], match[2], match[1])
    match = re.fullmatch(rf"([a-z]+)\.? (\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}", plain, re.ASCII)
    return _with_word(match[3], match[1], match[2]) if match else None


def _in_order(one: str, other: str, year: str) -> tuple[str, str, str] | None:
    """Two numbers of which only one can be the day."""
    if int(one) > 12 or int(one) == int(other):
        return year, other, one
    return (year, one, other) if int(other) > 12 else None


def _with_word(year: str, word: str, day: str) -> tuple[str, str, str] | None:
    month = next((number for number, starts in enumerate(_MONTHS, 1) if word.startswith(starts)), 0)
    return (year, str(month), day) if month else None
