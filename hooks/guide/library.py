"""All records of guide_data/, read and checked once. Everything that is published comes from here.

A library is only complete when there are no errors; `load` returns it with its findings and lets the caller decide.
Records without consent stay in it as drafts: `published` gives the library that a public build may see.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from .findings import Finding
from .folders import DATA, files, strays
from .memory import Memory
from .records import KINDS, Kind, walk
from .records.fields import Record, Reference, Slugs
from .records.validate import finding_at, validated
from .shares import shared
from .yaml_source import Document, read_file

if TYPE_CHECKING:  # a model is loaded when a record of its kind is read
    from .records.body import Body
    from .records.case_study import CaseStudy
    from .records.engagement_report import EngagementReport
    from .records.exchange_report import ExchangeReport
    from .records.key_message import KeyMessage
    from .records.lesson import Lesson
    from .records.milestone import Milestone
    from .records.organization import Organization
    from .records.path_step import PathStep
    from .records.vocabulary import Term, Vocabulary

# Kinds of record that are there because others name them.
NAMED = ("organization", "body")
# What was read from one file: the document, its record, and what is wrong with it by itself.
Read = tuple[Document, Record | None, list[Finding]]


@dataclass
class Library:
    """Records by kind and id, with the documents they were read from.

    `only` names the one record that the checks are to look at; None means all of them. `published_slugs` are those with which pages have been
    published: the name of the page (kind and key), the language and the slug.
    """

    records: MutableMapping[str, dict[str, Record]] = field(default_factory=lambda: {name: {} for name in KINDS})
    documents: MutableMapping[tuple[str, str], Document] = field(default_factory=dict)
    only: tuple[str, str] | None = None
    published_slugs: Collection[tuple[tuple[str, str], str, str]] = ()

    @property
    def case_studies(self) -> dict[str, CaseStudy]:
        return self.records["case_study"]

    @property
    def organizations(self) -> dict[str, Organization]:
        return self.records["organization"]

    @property
    def bodies(self) -> dict[str, Body]:
        return self.records["body"]

    @property
    def milestones(self) -> dict[str, Milestone]:
        return self.records["milestone"]

    @property
    def key_messages(self) -> dict[str, KeyMessage]:
        return self.records["key_message"]

    @property
    def exchange_reports(self) -> dict[str, ExchangeReport]:
        return self.records["exchange_report"]

    @property
    def engagement_reports(self) -> dict[str, EngagementReport]:
        return self.records["engagement_report"]

    @property
    def vocabularies(self) -> dict[str, Vocabulary]:
        return self.records["vocabulary"]

    @cached_property
    def path_steps(self) -> dict[str, PathStep]:
        """The steps of the partnership path, in their order."""
        return _ordered(self.records["path_step"])

    @cached_property
    def lessons(self) -> dict[str, Lesson]:
        """The topics of the lessons, in their order."""
        return _ordered(self.records["lesson"])

    @cached_property
    def terms(self) -> dict[str, dict[str, Term]]:
        """The terms of each facet by their id."""
        return {facet: {term.id: term for term in vocabulary.terms} for facet, vocabulary in self.vocabularies.items()}

    def everything(self) -> Iterator[tuple[str, str, Record]]:
        """Each record to be checked, with its kind and id."""
        for kind in [self.only[0]] if self.only else self.records:
            for name, record in self.each(kind):
                yield kind, name, record

    def each(self, kind: str) -> Iterator[tuple[str, Record]]:
        """Each record of a kind that is to be checked, with its id."""
        if self.only is None:
            yield from self.records[kind].items()
        elif self.only[0] == kind and self.only[1] in self.records[kind]:
            yield self.only[1], self.records[kind][self.only[1]]

    def checked(self) -> Iterator[tuple[str, str, Document]]:
        """Each file to be checked, with its kind and id."""
        for kind, name in [self.only] if self.only else self.documents:
            yield kind, name, self.documents[kind, name]

    def refused(self) -> Iterator[tuple[str, str, Document]]:
        """Each file to be checked that did not become a record, with its kind and id."""
        yield from ((kind, name, document) for kind, name, document in self.checked() if name not in self.records[kind])

    def slugs(self, kind: str) -> Iterator[tuple[str, Slugs]]:
        """The slugs of the records of a kind, with their ids, in the order of these."""
        yield from ((name, record.slug) for name, record in self.records[kind].items())

    def with_text(self, kind: str, name: str, document: Document, record: Record | None) -> "Library":
        """The same library with another text in the place of one file, and only that one to be checked."""
        records = ChainMap({kind: _Replaced(self.records[kind], name, record)}, self.records)
        return replace(self, records=records, documents=ChainMap({(kind, name): document}, self.documents), only=(kind, name))

    def finding(self, kind: str, name: str, location: tuple, code: str, severity: str = "error", **params) -> Finding:
        """A finding about a field of a record."""
        return finding_at(self.documents[kind, name], location, code, severity, **params)

    def published(self) -> "Library":
        """The same library without drafts, and without what only drafts name: gone before a page is made, whatever its kind."""
        shown = {kind: {name: record for name, record in records.items() if record.is_published} for kind, records in self.records.items()}
        drafts = [record for records in self.records.values() for record in records.values() if not record.is_published]
        if drafts:  # an organization that is here for a draft would tell that there is one
            hidden = _named_by(drafts) - _named_by(record for records in shown.values() for record in records.values())
            shown = {kind: {name: record for name, record in records.items() if (kind, name) not in hidden or kind not in NAMED} for kind, records in shown.items()}
        return Library(shown, self.documents, self.only)


def _named_by(records: Iterable[Record]) -> set[tuple[str, str]]:
    """Kind and id of what some records name."""
    return {(mark.kind, value) for record in records for _, marks, value in walk.values(record) for mark in marks if isinstance(mark, Reference)}


class _Replaced(Mapping):
    """Records of which one is another, or (None) is missing."""

    def __init__(self, records: Mapping[str, Record], name: str, record: Record | None) -> None:
        self.records, self.name, self.record = records, name, record

    def __getitem__(self, name: str) -> Record:
        found = self.record if name == self.name else self.records[name]
        if found is None:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        names = (name for name in self.records if name != self.name)
        return iter(sorted([*names, self.name] if self.record is not None else names))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _ordered(records: dict[str, Record]) -> dict[str, Record]:
    return dict(sorted(records.items(), key=lambda item: (item[1].order, item[0])))


def load(root: Path, memory: Memory | None = None) -> tuple[Library, list[Finding]]:
    """Read every record below root/guide_data, with what is wrong in each file by itself. What `memory` knows is not read again."""
    library, findings, memory = Library(), list(strays(root)), memory or Memory()
    kinds = {path: kind for kind in KINDS.values() for path in files(root, kind, findings)}
    for (path, kind), read in zip(kinds.items(), memory.all(list(kinds), lambda paths: _all_read(root, paths, kinds))):
        findings += _put(library, kind, path.stem, *read)
    return library, findings


def _all_read(root: Path, paths: list[Path], kinds: dict[Path, Kind]) -> list[Read]:
    """What stands in some files, which are read in shares where they are many."""
    def read(path: Path) -> Read:
        return _read(root, path, kinds[path])

    return shared(read, paths)


def _read(root: Path, path: Path, kind: Kind) -> Read:
    document = read_file(path, f"{DATA}/{kind.folder}/{path.name}")
    record, problems = validated(document, kind.model)
    if record is not None and not document.findings:
        document.rest()
    return document, record, problems


def put(library: Library, kind: Kind, name: str, document: Document) -> list[Finding]:
    """Put what was read from the file of a record into the library; gives what is wrong in the file by itself."""
    return _put(library, kind, name, document, *validated(document, kind.model))


def _put(library: Library, kind: Kind, name: str, document: Document, record: Record | None, problems: list[Finding]) -> list[Finding]:
    library.documents[kind.name, name] = document
    if record is not None:
        library.records[kind.name][name] = record
    return document.findings + problems
