"""What is learned from the cases of a term: when it fits and what it needs, what went well, what did not, what can be taken over.

Shown on the pages of arrangements, and of any term whose vocabulary says when it fits or what it needs.
"""

from __future__ import annotations

from typing import NamedTuple


from ..records.vocabulary import Term
from .page import Section
from .reader import Reader
from .told import Reading, Told, readings, replicable, told

# Points of one case in one section; the case itself has the rest.
PER_CASE = 2
STATEMENTS = ("when-it-fits", "what-it-needs")


class Heard(NamedTuple):
    """What the cases say under one heading, and how many say nothing."""

    id: str
    title: str
    cases: list[Told]
    silent: str


class Read(NamedTuple):
    """What we read in the cases, under one heading."""

    id: str
    title: str
    statements: list[Reading]


class Learning(NamedTuple):
    """What stands above the cards of the cases, and what stands below them."""

    read: list[Read]
    heard: list[Heard]


def learning(reader: Reader, facet: str, term: Term, names: list[str]) -> Learning | None:
    """What is learned from the cases of a term, or None for a term that is not about how partners work."""
    if facet != "arrangement" and not (term.when_it_fits or term.what_it_needs):
        return None
    read = [Read(name, reader.words(f"learning.{name}"), readings(reader, getattr(term, name.replace("-", "_")) or ())) for name in STATEMENTS]
    said = [heard(reader, names, field, PER_CASE) for field in ("success_factors", "challenges", "what_did_not_work")]
    said.append(Heard("transferable", reader.words("learning.transferable"), replicable(reader, names), ""))
    return Learning([part for part in read if part.statements], [part for part in said if part.cases or part.silent])


def heard(reader: Reader, names: list[str], field: str, most: int | None = None) -> Heard:
    """What some cases say in a field."""
    anchor, found = field.replace("_", "-"), told(reader, names, field, most)
    silent = len(names) - len(found)
    return Heard(anchor, reader.words(f"case.{anchor}"), found, reader.words("told.silent", n=silent) if silent else "")


def sections_of(parts: list[Read] | list[Heard]) -> list[Section]:
    """The headings of some parts."""
    return [Section(part.id, part.title) for part in parts]
