"""Typography that contributors do not have to type: it is made when a text is shown.

French follows the Canadian practice: a nonbreaking space before a colon and inside guillemets, none before `; ! ?`, a
nonbreaking space between groups of digits, before `%` and `$` and after `n°`. A nonbreaking space that somebody typed
is kept. Only the apostrophe of a French elision becomes a curly one: in names such as Kátł'odeeche the mark is a letter.
English stays as it was typed. What was set once is not changed by setting it again.
Source (after the Office québécois de la langue française and the federal *Guide du rédacteur*):
http://documentationcinema.umontreal.ca/sommaire/6-guide-de-redaction/5-7-espacement-avant-et-apres-les-signes-ponctuation/
"""

from __future__ import annotations

import re

NBSP = "\u00a0"

_ELIDED = "|".join(rf"(?<=\b{word}')" for word in ("[cdjlmnst]", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu", "aujourd", "prud"))
_BEFORE = re.compile(r" +(?=[;!?]+(?:\s|$|[\u00a0»)]))")
# Each rule, with a sign of what it changes: most texts hold few of these signs, and need not be looked through for the others.
_FRENCH = (
    ('"', re.compile(r'"([^"\n]*)"'), rf"«{NBSP}\1{NBSP}»"),
    ("«", re.compile(r"«(?![\u00a0\u202f]) *"), f"«{NBSP}"),
    ("»", re.compile(r"(?<![\u00a0\u202f ]) *»"), f"{NBSP}»"),
    (" :", re.compile(r" +(?=:(?:\s|$))"), NBSP),
    *((sign, _BEFORE, "") for sign in (" ;", " !", " ?")),
    (" ", re.compile(r" (?<=\d )(?=\d{3}(?!\d)|[%$°]|(?:millions?|milliards?)\b)"), NBSP),
    ("° ", re.compile(r"(?<=[nN]°) "), NBSP),
    # Last: a quotation mark behind an elision is a guillemet by now.
    ("'", re.compile(rf"'(?=[\w«\n]|$)(?:{_ELIDED})", re.IGNORECASE), "’"),
)
_ADDRESS = re.compile(r"(https?://\S+|[\w.+-]+@[\w-]+\.[\w.]+)")


def typeset(text: str, language: str) -> str:
    """A plain text with the typography of its language. Web addresses and mailboxes are left alone.

    >>> typeset("L'accord : 2 000 $", "fr")
    'L’accord\\xa0: 2\\xa0000\\xa0$'
    """
    if language != "fr":
        return text
    if "://" not in text and "@" not in text:
        return _french(text)
    return "".join(part if index % 2 else _french(part) for index, part in enumerate(_ADDRESS.split(text)))


def _french(text: str) -> str:
    for sign, pattern, replacement in _FRENCH:
        if sign in text:
            text = pattern.sub(replacement, text)
    return text
