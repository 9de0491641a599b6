"""Texts made ready for the readers of one language: typography, prose as HTML, dates, figures, order of the alphabet.

A site has one `Texts` for each language, which all its pages share: a text that stands on many pages is made ready once.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

from markupsafe import Markup, escape

from . import formatting, prose
from .languages import LANGUAGES
from .records.values import Markdown
from .strings import Strings
from .typography import typeset


class Once(dict):
    """A table that fills itself: a value is made when it is first asked for, and stays as long as the table.

    >>> squares = Once(lambda n: n * n)
    >>> squares[4], list(squares)
    (16, [4])
    """

    def __init__(self, make: Callable[[Any], Any]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, key: Any) -> Any:
        value = self[key] = self.make(key)
        return value


class Phrase:
    """A text as it is shown. `lang` is set when it is not in the page's language: a passage in another language is wrapped, so that it is
    read out rightly. Two are equal when readers see the same: the letters <b> are not the bold type that the same letters make in a
    finished text."""

    __slots__ = ("text", "lang", "html")

    def __init__(self, text: str | Markup, lang: str = "") -> None:
        self.text, self.lang, self.html = text, lang, _in_language(text, lang) if lang else escape(text)

    def __str__(self) -> str:
        return str(self.text)

    def __repr__(self) -> str:
        return f"Phrase({self.text!r}, {self.lang!r})"

    def __html__(self) -> Markup:
        return self.html

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Phrase) and self.html == other.html

    def __hash__(self) -> int:
        return hash(self.html)


def _in_language(text: str | Markup, lang: str) -> Markup:
    element = "div" if isinstance(text, Markup) else "span"
    return Markup('<{0} lang="{1}">{2}</{0}>').format(element, lang, text)


class Texts:
    """The tables of one language. `lines`, `passages` and `plain` go by a text and the language that it is in."""

    def __init__(self, strings: Strings) -> None:
        own = strings.language
        # What comes out of a table of texts is never Markup, since Markup equals a text of the same letters, which is not safe.
        self.typeset = {language: Once(partial(_typeset, language)) for language in LANGUAGES}
        self.words = Once(lambda key: self.typeset[own][strings(key)])
        # A text of the interface in which passages of records are to stand, escaped: its places are left as they are.
        self.around = Once(lambda asked: str(escape(self.typeset[own][strings(asked[0], n=asked[1], **{name: f"{{{name}}}" for name in asked[2]})])))
        self.lines = Once(lambda key: Phrase(self.typeset[key[1]][key[0]], "" if key[1] == own else key[1]))
        self.passages = Once(lambda key: Phrase(prose.html(*key), "" if key[1] == own else key[1]))
        self.plain = Once(lambda key: self.typeset[key[1]][prose.plain(key[0])])
        self.moments = Once(lambda when: formatting.moment(when, own))
        # A text of the interface with a date in it.
        self.dated = Once(lambda key: self.typeset[own][strings(key[0], date=self.moments[key[1]])])
        self.numbers = Once(lambda figure: formatting.number(Decimal(figure), own))
        self.enumerations = Once(lambda items: formatting.enumeration(items, own))
        self.alphabetical = Once(formatting.alphabetical)

    def phrase(self, text: str, language: str) -> Phrase:
        """A text of a record, in the language that it is in."""
        return (self.passages if isinstance(text, Markdown) else self.lines)[text, language]


def _typeset(language: str, text: str) -> str:
    return typeset(str(text), language)
