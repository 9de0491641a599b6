"""Both languages are there, and the French is not the English once more."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..findings import Finding
from ..languages import LANGUAGES
from ..library import Library
from ..records import walk
from ..records.fields import Addresses, Bilingual, Passage, Slugs
from ..records.values import says_unknown
from ..yaml_source.traps import written

# Up to this many words, equal texts may be a name; the plain form says so, and is suggested.
_NAME_WORDS = 8
_NAMES = ("title", "name", "acronym")


def of_record(library: Library, kind: str, name: str, values: list[walk.Value], texts: list[tuple[tuple, Bilingual]]) -> Iterator[Finding]:
    for location, text in texts:
        if (text.en is None or text.fr is None or _may_be_same(text.en, text.fr)) and not _is_address(type(text)):
            yield from _about(library, kind, name, location, text)


@cache
def _is_address(kind: type) -> bool:
    """A site may exist in one language only."""
    return issubclass(kind, (Slugs, Addresses))


def _may_be_same(one: str, other: str) -> bool:
    """Whether two texts could be equal but for capitals. Their first letters tell nearly always, and without reading on.

    >>> _may_be_same("Straße", "STRASSE"), _may_be_same("Permits", "Permis"), _may_be_same("The counter", "Le comptoir")
    (True, True, False)
    """
    first, second = one[:1].casefold(), other[:1].casefold()
    return first.startswith(second) or second.startswith(first)


def _about(library: Library, kind: str, name: str, location: tuple, text: Bilingual) -> Iterator[Finding]:
    for language in LANGUAGES:
        # An acronym may exist in one language only.
        if getattr(text, language) is None and location[-1] != "acronym":
            yield library.finding(kind, name, location, "language-missing", "warning", language=language)
    if text.en is None or text.fr is None or says_unknown(str(text.en)):
        return
    is_name = len(str(text.en).split()) <= _NAME_WORDS and text.translated is None and not isinstance(text, Passage)
    if text.is_one_text:
        if not is_name and location[-1] not in _NAMES:
            yield library.finding(kind, name, location, "one-text", "warning")
    elif str(text.en).casefold() == str(text.fr).casefold():
        same = f"{location[-1]}: {written(str(text.en))}" if is_name and isinstance(location[-1], str) else ""
        yield library.finding(kind, name, (*location, "fr"), "languages-identical", same=same)
