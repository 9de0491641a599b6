"""Both languages are there, and the French is not the English once more."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding
from ..languages import LANGUAGES
from ..library import Library
from ..records import walk
from ..records.fields import Addresses, Bilingual, Slugs
from ..yaml_source import Scalar
from ..yaml_source.nodes import at

# Up to this many words, equal texts may be a name; the plain form says so, and is suggested.
_NAME_WORDS = 8


def findings(library: Library) -> Iterator[Finding]:
    for kind, name, record in library.everything():
        for location, text in walk.texts(record):
            if not isinstance(text, (Slugs, Addresses)):  # a site may exist in one language only
                yield from _about(library, kind, name, location, text)


def _about(library: Library, kind: str, name: str, location: tuple, text: Bilingual) -> Iterator[Finding]:
    for language in LANGUAGES:
        # An acronym may exist in one language only.
        if getattr(text, language) is None and location[-1] != "acronym":
            yield library.finding(kind, name, location, "language-missing", "warning", language=language)
    if text.en is None or text.fr is None or isinstance(at(library.documents[kind, name].root, location), Scalar):
        return
    if str(text.en).casefold() == str(text.fr).casefold():
        short = len(str(text.en).split()) <= _NAME_WORDS and text.translated is None
        yield library.finding(kind, name, (*location, "fr"), "languages-identical",
                              **({"same": f"{location[-1]}: {text.en}"} if short and isinstance(location[-1], str) else {"same": ""}))
