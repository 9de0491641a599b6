"""Which name was meant, where there can be no doubt: the same word in another spelling, or one slip in a long word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from ..naming import slugified

# How alike two words have to be, and by how much a third one has to be less alike.
ALIKE, APART = 0.8, 0.12
SHORTEST = 4


def is_same(found: str, meant: str) -> bool:
    """Whether two names differ in capitals, accents, spaces and marks only.

    >>> is_same("In Person", "in-person"), is_same("CA ON", "CA-QC")
    (True, False)
    """
    return slugified(found) == slugified(meant) != ""


def is_meant(found: str, meant: str, known: Iterable[str]) -> bool:
    """Whether a name can only stand for the one that is meant, among all that are known.

    A number that differs is never a slip, and neither is a word that is missing or added.

    >>> is_meant("in-persn", "in-person", ["in-person", "digital"])
    True
    >>> is_meant("report-2019", "report-2018", ["report-2018"]), is_meant("operating", "not-operating", ["not-operating"])
    (False, False)
    """
    if is_same(found, meant):
        return sum(is_same(found, name) for name in known) <= 1
    word, other = slugified(found), slugified(meant)
    if len(word) < SHORTEST or re.findall(r"\d+", word) != re.findall(r"\d+", other) or word.count("-") != other.count("-"):
        return False
    best = _likeness(word, other)
    return best >= ALIKE and all(_likeness(word, slugified(name)) <= best - APART for name in known if not is_same(name, meant))


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
