"""The languages of the Guide, in the order in which they stand when both are shown.

Everything that exists once per language iterates over LANGUAGES; nothing else lists them.
"""

from __future__ import annotations

LANGUAGES = ("en", "fr")

# A language's own name, as a reader of that language expects it on the language toggle.
OWN_NAMES = {"en": "English", "fr": "Français"}

# BCP 47 tags for machines that want a region (Open Graph, dates, collation).
REGIONAL_TAGS = {"en": "en_CA", "fr": "fr_CA"}


def other(language: str) -> str:
    """The language that a page offers as its alternate.

    >>> other("en")
    'fr'
    """
    return LANGUAGES[1 - LANGUAGES.index(language)]


def preferred(environment: dict[str, str]) -> str:
    """The language of messages: GUIDE_LANG if set, otherwise what the machine speaks, otherwise English.

    >>> preferred({"LANG": "fr_CA.UTF-8"})
    'fr'
    """
    for name in ("GUIDE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        wanted = environment.get(name, "")[:2].lower()
        if wanted in LANGUAGES:
            return wanted
    return LANGUAGES[0]
