"""Which texts said the same in both languages when somebody last compared them: guide_data/translations.json.

The ledger holds no text, only a short hash of both languages' texts for each field. Where one of the two has changed since
and the other has not, the other one is older. Nothing has to be entered for a new text: it is then not confirmed yet, and
no fault. `guide translations` keeps the file up; docs/decisions/0012-translations.md says why it is like this.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from . import kept
from .findings import Finding
from .languages import LANGUAGES
from .folders import DATA, TRANSLATIONS
from .library import Library
from .records import walk
from .records.fields import Bilingual, Passage, Record, Text

FILE = f"{DATA}/{TRANSLATIONS}"
# What can be said of a text, besides which language is older (`en`, `fr`) or missing (`no-en`, `no-fr`).
CONFIRMED, NEW = "confirmed", "new"
MISSING = {f"no-{language}": language for language in LANGUAGES}
# Not every name has an acronym in each language: one that is not there is not missing.
MAY_LACK = ("acronym",)
Pair = tuple[str, str]
_PAIR = re.compile(r"([0-9a-f]{10}) ([0-9a-f]{10})")


@dataclass(frozen=True)
class Translations:
    """The ledger: for each record (`case_study/bizpal`) and field (`results.statement`) the pairs that were confirmed."""

    pairs: dict[str, dict[str, frozenset[Pair]]] = field(default_factory=dict)
    _compared: dict[str, tuple[Record, list[tuple[tuple, str]]]] = field(default_factory=dict, repr=False, compare=False)

    def compared(self, kind: str, name: str, record: Record) -> list[tuple[tuple, str]]:
        """Each text of a record that has to be translated, with its location and what can be said of it."""
        if (key := f"{kind}/{name}") not in self.pairs:
            return [(location, _missing(text) or NEW) for location, text in translated(record)]
        if key not in self._compared or self._compared[key][0] is not record:  # the check asks, then the state of the Guide and the pages of the record
            self._compared[key] = record, list(_compared(record, self.pairs[key]))
        return self._compared[key][1]

    def older(self, kind: str, name: str, record: Record) -> list[tuple[tuple, str]]:
        """The texts of which one language is older, with that language. Where nothing was compared, nothing is."""
        if f"{kind}/{name}" not in self.pairs:
            return []
        return [(location, said) for location, said in self.compared(kind, name, record) if said in LANGUAGES]


def _compared(record: Record, known: dict[str, frozenset[Pair]]) -> Iterator[tuple[tuple, str]]:
    """What can be said of each text of a record of which something was confirmed."""
    found = [(location, named(location), text, pair(text)) for location, text in translated(record)]
    for location, place, text, now in found:
        before = known.get(place, frozenset())
        if said := _missing(text) or (CONFIRMED if now in before else ""):
            yield location, said
        else:  # a pair that still stands elsewhere in the list was not changed: what resembles it is new
            yield location, _changed(now, before - {other_pair for _, other_place, _, other_pair in found if other_place == place})


def _changed(now: Pair, gone: frozenset[Pair]) -> str:
    """The language that stayed as it was when the other one was changed; otherwise both are new."""
    stays = [any(before[at] == now[at] for before in gone) for at in range(len(LANGUAGES))]
    return LANGUAGES[stays.index(True)] if sum(stays) == 1 else NEW


def _missing(text: Bilingual) -> str:
    return next((said for said, language in MISSING.items() if getattr(text, language) is None), "")


def translated(record: Record) -> Iterator[tuple[tuple, Bilingual]]:
    """The texts that say something in each language. Addresses do not, and a text that is the same in both is a name."""
    for location, text in walk.texts(record):
        is_alone = location[-1] in MAY_LACK and None in (text.en, text.fr)
        if text.en != text.fr and not is_alone and _is_translated(type(text)):
            yield location, text


@cache
def _is_translated(kind: type) -> bool:
    return issubclass(kind, (Text, Passage))


def named(location: tuple) -> str:
    """A field without the places in lists, which change when a list is put in another order.

    >>> named(("results", 0, "statement"))
    'results.statement'
    """
    return ".".join(step for step in location if isinstance(step, str))


def pair(text: Bilingual) -> Pair:
    """The hashes of a text in both languages."""
    return tuple([short_hash(getattr(text, language) or "") for language in LANGUAGES])


def short_hash(text: str) -> str:
    """A text in ten signs. How it is broken into lines, and which spaces it has, does not count.

    >>> short_hash("one  counter\\n") == short_hash("one\\u00a0counter")
    True
    """
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(folded.encode()).hexdigest()[:10]


def findings(translations: Translations, library: Library) -> Iterator[Finding]:
    """Texts of which one language is older: a warning at the older one."""
    for kind, name, record in library.everything() if translations.pairs else ():
        for location, language in translations.older(kind, name, record):
            yield library.finding(kind, name, (*location, language), "english-older" if language == "en" else "french-older", "warning",
                                  file=library.documents[kind, name].path)


# --- the file ------------------------------------------------------------------------------------------------

def read(root: Path) -> tuple[Translations, list[Finding]]:
    """The ledger below root, with what is wrong with it. A Guide without one has confirmed nothing yet."""
    found, wrong = kept.read(root / FILE, FILE)
    try:
        return of_plain(found), wrong
    except (AttributeError, TypeError, ValueError):
        return Translations(), [kept.unreadable(FILE)]


def of_plain(found: dict[str, Any]) -> Translations:
    """The ledger from its JSON. Raises an error where it is none."""
    return Translations({key: {place: frozenset(map(_read, pairs)) for place, pairs in fields.items()} for key, fields in found.items()})


def plain(translations: Translations) -> dict[str, dict[str, list[str]]]:
    """The ledger as JSON has it, in one order."""
    return {key: {place: [" ".join(found) for found in sorted(pairs)] for place, pairs in sorted(fields.items())}
            for key, fields in sorted(translations.pairs.items())}


def _read(text: Any) -> Pair:
    match = _PAIR.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return match[1], match[2]


def accepted(before: Translations, library: Library, wholly: Iterable[tuple[str, str]], with_new: bool = False) -> Translations:
    """The ledger after some records were compared as they stand, and, if asked for, all new texts.

    What is older elsewhere stays so. What belongs to no record any more is left out.
    """
    wanted, pairs = set(wholly), {}
    for kind, name, record in library.everything():
        key = f"{kind}/{name}"
        now: dict[str, set[Pair]] = {}
        for (location, said), (_, text) in zip(before.compared(kind, name, record), translated(record), strict=True):
            place = named(location)
            if (kind, name) in wanted and said not in MISSING or said == CONFIRMED or with_new and said == NEW:
                now.setdefault(place, set()).add(pair(text))
            elif said not in MISSING:  # still to be compared with what was confirmed before
                now.setdefault(place, set()).update(before.pairs.get(key, {}).get(place, ()))
        if now:
            pairs[key] = {place: frozenset(found) for place, found in now.items()}
    return Translations(pairs)


def written(translations: Translations) -> str:
    """The file: one field in a line, so that two proposals seldom meet in one. The same for the same ledger."""
    records = []
    for key, fields in plain(translations).items():
        lines = [f"  {json.dumps(place)}: {json.dumps(pairs)}" for place, pairs in fields.items()]
        records.append(f" {json.dumps(key)}: {{\n" + ",\n".join(lines) + "\n }")
    return "{\n" + ",\n".join(records) + "\n}\n"
