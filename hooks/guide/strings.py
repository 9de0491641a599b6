"""The words of the Guide: every sentence of the interface, the pages and the checker, in both languages.

They stand in locales/<language>.yml under flat keys. A text may hold `{name}`; a text with `one:` and `other:` is
chosen by the number `n`. A missing key is an error, never an empty place on a page.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from .languages import LANGUAGES
from .yaml_source import read_bytes

_FOLDER = Path(__file__).parent / "locales"
# A key begins a line; what belongs to it stands further to the right.
_ENTRY = re.compile(r"^(?=\S)", re.MULTILINE)
PLACE = re.compile(r"\{(\w+)\}")


class Strings:
    """The words of one language. Call it with a key and what the text needs."""

    def __init__(self, language: str, texts: dict) -> None:
        self.language = language
        self.texts = texts

    def __call__(self, key: str, /, **params: object) -> str:
        """The text under a key. Raises KeyError for an unknown key or a missing parameter."""
        text = self.texts[key]
        if isinstance(text, dict):
            text = text["one" if is_singular(params["n"], self.language) else "other"]
        return PLACE.sub(lambda match: str(params[match[1]]), text)

    def __contains__(self, key: str) -> bool:
        return key in self.texts


def is_singular(number: object, language: str) -> bool:
    """Whether a noun after this number is in the singular: 1 in English; 0, 1 and 1.5 in French (CLDR)."""
    return abs(float(str(number))) < 2 if language == "fr" else float(str(number)) == 1


@cache
def strings(language: str, *prefixes: str) -> Strings:
    """The words of a language; with prefixes (`check.`) only those, which takes less time. Raises ValueError when its file cannot be read."""
    ready = _FOLDER / f"{language}.json"  # for a browser, whose YAML parser would take seconds (outputs/checker.py)
    if ready.exists():
        return Strings(language, json.loads(ready.read_text("utf-8")))
    if not (file := _FOLDER / f"{language}.yml").exists():
        raise ValueError(f"locales/{language}.yml: no such file")
    text = file.read_text("utf-8")
    if prefixes:
        text = "".join(entry for entry in _ENTRY.split(text) if entry.startswith(prefixes))
    document = read_bytes(text.encode(), f"locales/{language}.yml")
    if document.findings or document.data is None:
        raise ValueError(f"locales/{language}.yml: {document.findings}")
    return Strings(language, document.data)


def all_strings() -> dict[str, Strings]:
    return {language: strings(language) for language in LANGUAGES}
