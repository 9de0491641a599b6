"""Words and dates that only hold a place: they would be published as if they were facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..findings import MOST, Finding
from ..languages import LANGUAGES
from ..library import Library
from ..records import KINDS, walk
from ..records.fields import Bilingual
from ..records.values import PartialDate, says_unknown
from ..yaml_source import Mapping

# The longer phrases only hold a place when they stand alone: "les années à venir" and "a form to be completed" are prose.
_WORDS = re.compile(
    r"\b(TBD|TBC|TODO|FIXME|XXX+|lorem ipsum)\b|(?:^|[(\[:])\s*(?:à (?:déterminer|confirmer|venir|compléter)|"
    r"to be (?:determined|confirmed|completed))\s*(?:[)\].!…]|$)|^\W*(?:n/?a|s\.?o\.?)\W*$|^[\s?.…–—-]+$",
    re.IGNORECASE,
)
# Dates that forms and spreadsheets put where nobody gave one.
_DATES = {"1900-01-01", "1970-01-01", "1899-12-30", "1904-01-01", "2000-01-01"}


def findings(library: Library) -> Iterator[Finding]:
    for kind, name, record in library.everything():
        for location, _, value in walk.values(record):
            if isinstance(value, PartialDate) and str(value) in _DATES:
                yield library.finding(kind, name, location, "placeholder-date", found=str(value))
            elif isinstance(value, Bilingual):
                yield from _words(library, kind, name, location, value)
    for kind, name, document in library.refused():
        if isinstance(document.root, Mapping):
            yield from islice(_typed(library, kind, name, document.root.plain_data()), MOST)


def _typed(library: Library, kind: str, name: str, data: dict) -> Iterator[Finding]:
    """The same in a record that was refused for something else, so that one run tells everything."""
    for location, _, text in walk.typed(KINDS[kind].model, data):
        if text.strip() in _DATES:
            yield library.finding(kind, name, location, "placeholder-date", found=text.strip())
        elif location[-1] in LANGUAGES and (match := _WORDS.search(text)):
            yield library.finding(kind, name, location, "placeholder", found=match[0].strip())


def _words(library: Library, kind: str, name: str, location: tuple, text: Bilingual) -> Iterator[Finding]:
    for language in LANGUAGES:
        words = str(getattr(text, language) or "")
        if match := _WORDS.search(words):
            yield library.finding(kind, name, (*location, language), "placeholder", found=match[0].strip())
        elif says_unknown(words) and kind != "vocabulary":  # a vocabulary may have a term of that name
            yield library.finding(kind, name, (*location, language), "unknown-word", found=words)
