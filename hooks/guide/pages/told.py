"""What cases say under one heading, case by case, and statements of ours with the cases that bear them out.

The pages that learn from all cases (arrangements, lessons) share it. Nothing is said that rests on cases which are
not published.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .. import formatting
from ..records.fields import Bilingual
from ..records.statement import Statement
from .page import Link
from .reader import Phrase, Reader


class Told(NamedTuple):
    """What one case says: points or a text, and the way to the rest."""

    case: Link
    points: tuple[Phrase, ...]
    more: Link | None = None


class Reading(NamedTuple):
    """A statement of ours, with links to its cases."""

    text: Phrase
    label: str
    cases: list[Link]


def case_link(reader: Reader, name: str, anchor: str = "") -> Link:
    """A link to a case, or to a section of it."""
    return Link(reader.link("case_study", name) + anchor, reader.text(reader.site.library.case_studies[name].title))


def case_links(reader: Reader, names: Iterable[str]) -> list[Link]:
    """Links to those of the cases that are published, in alphabetical order."""
    links = [case_link(reader, name) for name in names if name in reader.site.library.case_studies]
    return sorted(links, key=_by_text)


def told(reader: Reader, names: Iterable[str], field: str, most: int | None = None) -> list[Told]:
    """What each of some cases says in a field, in alphabetical order; no more than `most` points of each."""
    found = [_told(reader, name, field, most) for name in names if getattr(reader.site.library.case_studies[name], field)]
    return sorted(found, key=lambda case: _by_text(case.case))


def replicable(reader: Reader, names: Iterable[str]) -> list[Told]:
    """What can be taken over from each of some cases."""
    found = []
    for name in names:
        replication = reader.site.library.case_studies[name].replication
        if replication and replication.transferable:
            found.append(Told(case_link(reader, name, "#replication-transferable"), (reader.text(replication.transferable),)))
    return sorted(found, key=lambda case: _by_text(case.case))


def readings(reader: Reader, statements: Iterable[Statement]) -> list[Reading]:
    """Statements with their cases. One that rests on unpublished cases alone is passed over."""
    return [Reading(reader.text(statement.text), reader.words("told.cases", n=len(links)), links)
            for statement in statements if (links := case_links(reader, statement.cases))]


def _told(reader: Reader, name: str, field: str, most: int | None) -> Told:
    value = getattr(reader.site.library.case_studies[name], field)
    texts = [value] if isinstance(value, Bilingual) else list(value)
    link, left = case_link(reader, name, f"#{field.replace('_', '-')}"), len(texts[most:]) if most else 0
    more = Link(link.href, reader.words("told.more", n=left)) if left else None
    return Told(link, tuple(reader.text(text) for text in texts[:most]), more)


def _by_text(link: Link) -> tuple[str, str]:
    return formatting.alphabetical(str(link.text))
