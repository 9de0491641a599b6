"""The page at every address of a page that was withdrawn, its cards included: when and why, what takes its place, and nothing else of it.

Where a record only lost its approval, and stands in the preview again, the page says so; there is no date and no reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .. import machine_paths
from ..languages import LANGUAGES
from ..ledger import old_addresses
from ..records.ledger import Entry
from ..site import Site
from .lists import name_of
from .page import Link, Standing
from .reader import Phrase, Reader

TEMPLATE = "special/withdrawn.html"


class View(NamedTuple):
    """What readers of each language are told. A card stands in a page of somebody else, so its links open beside it."""

    halves: dict[str, Half]
    is_card: bool = False


class Half(NamedTuple):
    """What a reader of one language is told. Without a date, that the page is not published for now."""

    title: str
    date: str
    reason: Phrase | str
    replacement: Link | None


def pages(site: Site) -> Iterator[Standing]:
    for old in old_addresses(site.ledger, site.routes.paths):
        if old.gone:
            yield _page(site, old.path, old.gone)
    for entry in site.ledger.entries:
        if not site.routes.has(*entry.name) and entry.kind in machine_paths.LETTERS:
            yield _page(site, machine_paths.permanent(*entry.name), entry)
            yield from (_page(site, machine_paths.card(*entry.name, language), entry, (language,)) for language in LANGUAGES)


def _page(site: Site, path: str, entry: Entry, card: tuple[str, ...] = ()) -> Standing:
    """The page in both languages, or the card in its own."""
    languages = card or LANGUAGES
    halves = {language: _half(Reader(site, language, path), entry) for language in languages}
    return Standing(path, TEMPLATE, View(halves, bool(card)), languages)


def _half(reader: Reader, entry: Entry) -> Half:
    if not entry.withdrawn:
        return Half(reader.words("withdrawn.for-now"), "", reader.words("withdrawn.for-now.text"), None)
    found = reader.site.ledger.replacement(entry, reader.site.routes.paths)
    return Half(
        title=reader.words("withdrawn.title"),
        date=reader.dated("withdrawn.on", entry.withdrawn.on),
        reason=reader.text(entry.withdrawn.reason),
        replacement=Link(reader.link(*found), name_of(reader, *found)) if found else None,
    )
