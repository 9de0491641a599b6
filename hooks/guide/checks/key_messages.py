"""A key message holds no number that the cases it names do not hold: what members repeat can be checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..languages import LANGUAGES
from ..library import Library
from ..records import walk

if TYPE_CHECKING:
    from ..records.case_study import CaseStudy
    from ..records.key_message import KeyMessage

_NUMBER = re.compile(r"\d+(?:[ \u00a0\u202f]\d{3}(?!\d)|[.,]\d+)*")
_MESSAGE = ("title", "short", "medium", "long")


def findings(library: Library) -> Iterator[Finding]:
    for name, message in library.each("key_message"):
        borne_out = {number for evidence in message.evidence if evidence.case in library.case_studies
                     for number in _of_case(library.case_studies[evidence.case])}
        for location, text in _texts(message):
            for language in LANGUAGES:
                for number in sorted(numbers(str(getattr(text, language) or "")) - borne_out):
                    yield library.finding("key_message", name, (*location, language), "number-without-evidence", found=number)


def numbers(text: str) -> set[str]:
    """The numbers of a text as digits, with a point before decimals, whatever the language's separators.

    >>> sorted(numbers("Plus de 1 600 personnes, 2,55 millions; 15,000 calls in 2014."))
    ['15000', '1600', '2.55', '2014']
    """
    return {_plain(match[0]) for match in _NUMBER.finditer(text)}


def _plain(number: str) -> str:
    groups = re.split(r"[ \u00a0\u202f.,]", number)
    if len(groups) > 1 and (len(groups[-1]) != 3 or "." in number):  # what follows is decimals
        return "".join(groups[:-1]) + "." + groups[-1]
    return "".join(groups)


def _texts(message: KeyMessage) -> Iterator[tuple[tuple, object]]:
    yield from (((field,), getattr(message, field)) for field in _MESSAGE)
    yield from ((("evidence", index, "shows"), evidence.shows) for index, evidence in enumerate(message.evidence))


def _of_case(case: CaseStudy) -> set[str]:
    """Every number that a case holds: in its texts, its figures and its dates."""
    found = {number for _, text in walk.texts(case) for language in LANGUAGES for number in numbers(str(getattr(text, language) or ""))}
    found |= {str(date.year) for date in (case.started, case.ended, case.status.as_of) if date}
    for result in case.results or ():
        found |= {str(value) for value in (result.figure, result.year) if value}
    return found
