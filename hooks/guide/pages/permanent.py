"""The page at a permanent address, `/c/bizpal/`: it leads to the page itself, in the language that the reader chooses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .. import machine_paths
from ..languages import LANGUAGES
from ..site import Site
from .lists import name_of
from .page import Standing
from .reader import Phrase, Reader

TEMPLATE = "special/permanent.html"


class Half(NamedTuple):
    """What a reader of one language sees, and where the page is in that language."""

    language: str
    kind: Phrase | str
    name: Phrase
    href: str
    address: str


class View(NamedTuple):
    title: str
    halves: list[Half]

    @property
    def by_language(self) -> dict[str, Half]:
        return {half.language: half for half in self.halves}


def pages(site: Site) -> Iterator[Standing]:
    for kind, key in site.routes.paths:
        if kind in machine_paths.LETTERS:
            path = machine_paths.permanent(kind, key)
            halves = [_half(site, language, path, kind, key) for language in LANGUAGES]
            names = dict.fromkeys(str(half.name) for half in halves)
            yield Standing(path, TEMPLATE, View(" – ".join(names), halves))


def _half(site: Site, language: str, path: str, kind: str, key: str) -> Half:
    reader = Reader(site, language, path)
    shown = reader.facet(key.partition("/")[0]) if kind == "term" else reader.words(f"kind.{kind}")
    address = site.routes.absolute(site.routes.path(kind, key, language))
    return Half(language, shown, name_of(reader, kind, key), reader.link(kind, key), address)
