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
# What every text that `_WORDS` finds, or that says "unknown", holds (in small letters), or is; ı is an i for it. Looking for these
# in all texts of a record at once takes a fraction of the time.
_PARTS = ("tbd", "tbc", "todo", "fixme", "xxx", "lorem ipsum", "à déterminer", "à confirmer", "à venir", "à compléter", "to be determined",
          "to be confirmed", "to be completed", "unknown", "inconnu", "ı", "i̇")
_ALONE = re.compile(r"\n(?:\W*(?:n/?a|s\.?o\.?)\W*|[\s?.…–—-]+)(?=\n|\Z)")
# Dates that forms and spreadsheets put where nobody gave one.
_DATES = {"1900-01-01", "1970-01-01", "1899-12-30", "1904-01-01", "2000-01-01"}


def of_record(library: Library, kind: str, name: str, values: list[walk.Value], texts: list[tuple[tuple, Bilingual]]) -> Iterator[Finding]:
    for location, _, value in values:
        if isinstance(value, PartialDate) and str(value) in _DATES:
            yield library.finding(kind, name, location, "placeholder-date", found=str(value))
    if _may_hold_one([words for _, text in texts for words in (text.en, text.fr) if words]):
        yield from _words(library, kind, name, texts)


def findings(library: Library) -> Iterator[Finding]:
    """The same in records that were refused for something else, so that one run tells everything."""
    for kind, name, document in library.refused():
        if isinstance(document.root, Mapping):
            yield from islice(_typed(library, kind, name, document.root.plain_data()), MOST)


def _typed(library: Library, kind: str, name: str, data: dict) -> Iterator[Finding]:
    for location, _, text in walk.typed(KINDS[kind].model, data):
        if text.strip() in _DATES:
            yield library.finding(kind, name, location, "placeholder-date", found=text.strip())
        elif location[-1] in LANGUAGES and (match := _WORDS.search(text)):
            yield library.finding(kind, name, location, "placeholder", found=match[0].strip())


def _may_hold_one(texts: list[str]) -> bool:
    """Whether one of some texts could only hold a place. Never wrong about one that does."""
    together = "\n" + "\n".join(texts).casefold()
    return any(part in together for part in _PARTS) or _ALONE.search(together) is not None


def _words(library: Library, kind: str, name: str, texts: list[tuple[tuple, Bilingual]]) -> Iterator[Finding]:
    for location, language, words in ((location, language, str(getattr(text, language) or "")) for location, text in texts for language in LANGUAGES):
        if match := _WORDS.search(words):
            yield library.finding(kind, name, (*location, language), "placeholder", found=match[0].strip())
        elif says_unknown(words) and kind != "vocabulary":  # a vocabulary may have a term of that name
            yield library.finding(kind, name, (*location, language), "unknown-word", found=words)
