"""A library that reads only what it is asked for: for checking a few files among thousands.

It answers as the whole one does. Which records there are is seen by the names of their files; a record is read when
somebody looks at it, and only the slugs that could be taken twice are looked for in the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from .folders import record_files
from .library import Library
from .records import KINDS
from .records.fields import Record, Slugs
from .records.validate import validated
from .yaml_source import Document, read_file

# Kinds about which a check asks nothing that only the whole Guide knows.
ALONE = ("case_study", "organization", "body", "milestone", "key_message", "path_step", "lesson")
_TERMS = re.compile(r"^terms:\n((?:[ #].*\n|\n)*)", re.MULTILINE)
_TERM_IDS = re.compile(r"^  - id: ([A-Za-z0-9-]+)$", re.MULTILINE)
_SLUGS = re.compile(rb"^slug:\n  en: ([a-z0-9-]+)\n  fr: ([a-z0-9-]+)\n", re.MULTILINE)


class Documents(Mapping):
    """The document of each record, read once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.read: dict[tuple[str, str], Document] = {}

    @cached_property
    def paths(self) -> dict[tuple[str, str], Path]:
        return {(kind.name, path.stem): path for kind in KINDS.values() for path in record_files(self.root, kind)}

    def __getitem__(self, key: tuple[str, str]) -> Document:
        if key not in self.read:
            self.read[key] = read_file(self.paths[key], self.paths[key].relative_to(self.root).as_posix())
        return self.read[key]

    def __contains__(self, key: object) -> bool:
        return key in self.paths

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)


class Records(Mapping):
    """The records of one kind: those whose files have no errors."""

    def __init__(self, kind: str, documents: Documents) -> None:
        self.kind, self.documents = kind, documents
        self.made: dict[str, Record | None] = {}

    def __getitem__(self, name: str) -> Record:
        if name not in self.made:
            self.made[name] = validated(self.documents[self.kind, name], KINDS[self.kind].model)[0]
        if self.made[name] is None:
            raise KeyError(name)
        return self.made[name]

    def has_file(self, name: str) -> bool:
        return (self.kind, name) in self.documents

    def path_of(self, name: str) -> Path:
        return self.documents.paths[self.kind, name]

    def __iter__(self) -> Iterator[str]:
        return (name for kind, name in self.documents if kind == self.kind and name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Facet(Mapping):
    """The terms of one facet by their id. That a term is there can be seen without reading the file."""

    def __init__(self, facet: str, vocabularies: Mapping) -> None:
        self.facet, self.vocabularies = facet, vocabularies

    @cached_property
    def terms(self) -> dict:
        vocabulary = self.vocabularies.get(self.facet)
        return {term.id: term for term in vocabulary.terms} if vocabulary else {}

    @cached_property
    def seen(self) -> set[str]:
        """The ids of items that stand directly below `terms:`."""
        text = self.vocabularies.path_of(self.facet).read_bytes().decode("utf-8", errors="replace")
        return set(_TERM_IDS.findall(below[1])) if (below := _TERMS.search(text)) else set()

    def __contains__(self, term: object) -> bool:
        return term in self.seen or term in self.terms

    def __getitem__(self, term: str) -> object:
        return self.terms[term]

    def __iter__(self) -> Iterator[str]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)


class Terms(Mapping):
    """The terms of each facet whose file has no errors."""

    def __init__(self, vocabularies: Records) -> None:
        self.vocabularies = vocabularies
        self.made: dict[str, Facet] = {}

    def __getitem__(self, facet: str) -> Facet:
        if not self.vocabularies.has_file(facet):
            raise KeyError(facet)
        return self.made.setdefault(facet, Facet(facet, self.vocabularies))

    def __contains__(self, facet: object) -> bool:
        return facet in self.vocabularies

    def __iter__(self) -> Iterator[str]:
        return iter(self.vocabularies)

    def __len__(self) -> int:
        return len(self.vocabularies)


@dataclass
class Shelf(Library):
    """The library below a folder, before anything in it was read."""

    documents: Mapping = field(default_factory=dict)

    @cached_property
    def terms(self) -> Mapping:
        return Terms(self.vocabularies)  # ALONE has no vocabulary, so these are as the files have them

    def slugs(self, kind: str) -> Iterator[tuple[str, Slugs]]:
        """The slugs of the record that is to be checked, and of those that share one with it."""
        records = self.records[kind]
        own = records.get(self.only[1])
        if own is None:
            return
        wanted = {own.slug.en, own.slug.fr}
        for found, name in self.documents:
            if found == kind and (name == self.only[1] or self._may_share(kind, name, wanted)) and name in records:
                yield name, records[name].slug

    def _may_share(self, kind: str, name: str, wanted: set) -> bool:
        """Whether a file could hold one of these slugs: it does, or one has to read it to know."""
        with open(self._files.paths[kind, name], "rb") as file:  # among thousands, making its path anew is what takes the time
            raw = file.read()
        found = _SLUGS.search(raw) if raw.count(b"\nslug:") == 1 else None
        return found is None or not wanted.isdisjoint(part.decode() for part in found.groups())

    @property
    def _files(self) -> Documents:
        """What is in the folder, also where one text is replaced by another."""
        return self.documents.maps[-1] if hasattr(self.documents, "maps") else self.documents


def shelf(root: Path) -> Shelf:
    """The library below a folder."""
    documents = Documents(root)
    return Shelf({name: Records(name, documents) for name in KINDS}, documents)
