"""Names for machines, made from names for people."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ø": "o", "ł": "l", "Ł": "l", "ı": "i", "đ": "d", "ß": "ss"})


def folded(text: str) -> str:
    """A text without accents, ligatures and capitals, for comparing.

    >>> folded("Œuvre de l’Été")
    "oeuvre de l'ete"
    >>> folded("Tłı̨chǫ")  # neither ł nor ı has an accent that could be taken away
    'tlicho'
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS).replace("’", "'"))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def slugified(text: str) -> str:
    """A text as a part of an address.

    >>> slugified("Prêts d’études intégrés (Canada-Saskatchewan)")
    'prets-d-etudes-integres-canada-saskatchewan'
    """
    return re.sub(r"[^a-z0-9]+", "-", folded(text)).strip("-")


def nearest(found: str, known: list[str]) -> str:
    """The known name that a mistyped one most likely stands for, or "".

    >>> nearest("inperson", ["in-person", "digital"])
    'in-person'
    """
    from difflib import get_close_matches  # most files have no mistyped name

    simple = {slugified(name): name for name in known}
    close = get_close_matches(slugified(found[:100]), list(simple), n=1, cutoff=0.6)
    return simple[close[0]] if close else ""
