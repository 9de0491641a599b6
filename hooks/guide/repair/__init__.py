"""Repairs: what has one obvious correction and loses nothing by it, in the text of one record. Knows no files.

`guide check --fix` and the form in the browser repair alike. A repair changes lines and leaves all others as they are,
comments included; it is kept only if checking the text then finds fewer errors than before, so that no file gets worse.
Nothing below `consent` is ever repaired: only the exact approved form publishes, and a person has to write it.
"""

from __future__ import annotations

from ..library import Library
from . import fields, lines, order, structure, tidy
from .draft import Change, Draft, Repaired
from .encoding import decoded
from .order import is_in_order
from .reasons import REASONS, UNSEEN

__all__ = ["Change", "REASONS", "Repaired", "UNSEEN", "decoded", "is_in_order", "repaired"]

# Each round may make the next one possible: a field that can be read shows what is wrong with its value.
MOST_ROUNDS = 12


def repaired(kind: str, name: str, text: str, library: Library) -> Repaired:
    """The text of a record as it was meant, and what was changed. Repairing it again changes nothing.

    `kind` and `name` say which record it is, so that it is checked against the other ones of the library.
    """
    draft = Draft(kind, name, library, text)
    tidy.tidy(draft)
    for _ in range(MOST_ROUNDS):
        proposals = [*lines.proposals(draft), *fields.proposals(draft), *structure.proposals(draft)]
        if not draft.accept(proposals):
            break
    order.sort(draft)
    return draft.repaired()
