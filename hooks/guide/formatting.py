"""Dates, figures, lists and the order of titles, as readers of each language expect them.

Patterns and separators come from Unicode CLDR through Babel, for English and French in Canada.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from .languages import REGIONAL_TAGS
from .naming import folded
from .records.values import PartialDate

_PATTERNS = {
    "en": {"day": "MMMM d, y", "month": "MMMM y"},
    "fr": {"day": "d MMMM y", "month": "MMMM y"},
}


@cache
def _locale(language: str) -> Locale:
    """What CLDR says of a language in Canada."""
    return Locale.parse(REGIONAL_TAGS[language])


def moment(when: PartialDate, language: str) -> str:
    """A date as far as it is known, in words.

    >>> moment(PartialDate(2012, 4, 1), "fr")
    '1er\\xa0avril\\xa02012'
    """
    if not when.month:
        return str(when.year)
    pattern = _PATTERNS[language]["day" if when.day else "month"]
    text = format_date(date(when.year, when.month, when.day or 1), pattern, locale=_locale(language))
    if language == "fr" and when.day == 1:
        text = text.replace("1 ", "1er ", 1)
    return text.replace(" ", "\u00a0")


def number(figure: Decimal | int, language: str) -> str:
    """A figure with the separators of its language.

    >>> number(Decimal("2550000.5"), "en")
    '2,550,000.5'
    """
    return format_decimal(figure, locale=_locale(language), decimal_quantization=False)


def enumeration(items: Iterable[str], language: str) -> str:
    """A list in a sentence.

    >>> enumeration(["a", "b", "c"], "fr")
    'a, b et c'
    """
    return format_list(list(items), locale=_locale(language))


def alphabetical(text: str) -> tuple[str, str]:
    """The place of a text in an alphabetical list: accents, capitals and ligatures do not count, except in a tie.

    >>> sorted(["zone", "Île", "école", "ecole"], key=alphabetical)
    ['ecole', 'école', 'Île', 'zone']
    """
    return folded(text), text
