"""The addresses elsewhere that records name: sources, contacts, web pages, and links in prose."""

from __future__ import annotations

from collections.abc import Iterator

from .. import prose
from ..languages import LANGUAGES
from ..library import Library
from ..records import walk
from ..records.fields import Addresses, Bilingual, Record
from ..records.values import Markdown


def addresses(library: Library) -> dict[str, list[tuple[str, str]]]:
    """Each address, without the part after #, with the kind and the id of every record that names it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, name, record in library.everything():
        for url in dict.fromkeys(of_record(record)):
            found.setdefault(url, []).append((kind, name))
    return found


def of_record(record: Record) -> Iterator[str]:
    """The addresses that a record names."""
    for _, _, value in walk.values(record):
        if isinstance(value, Bilingual):
            for text in (getattr(value, language) for language in LANGUAGES):
                yield from map(_page, [text] if isinstance(value, Addresses) and text else prose.link_targets(text) if isinstance(text, Markdown) else ())
        elif isinstance(value, str) and value.startswith(("http://", "https://")):
            yield _page(value)


def _page(url: str) -> str:
    return url.partition("#")[0]
