"""All records of guide_data/, read and checked once. Everything that is published comes from here.

A library is only complete when there are no errors; `load` returns it with its findings and lets the caller decide.
Records without consent stay in it as drafts: `published` gives the library that a public build may see.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from .findings import Finding
from .records import KINDS, Kind, walk
from .records.body import Body
from .records.case_study import CaseStudy
from .records.engagement_report import EngagementReport
from .records.exchange_report import ExchangeReport
from .records.fields import Record, Reference
from .records.key_message import KeyMessage
from .records.lesson import Lesson
from .records.milestone import Milestone
from .records.organization import Organization
from .records.path_step import PathStep
from .records.validate import finding_at, validated
from .records.values import MAX_NAME, SLUG_PATTERN, Refused, identifier
from .records.vocabulary import Term, Vocabulary
from .yaml_source import Document, read_file

DATA = "guide_data"
# The one file beside the folders of records; ledger.py reads it.
LEDGER = "addresses.yml"
# Kinds of record that are there because others name them.
NAMED = ("organization", "body")
# Names that some system or host keeps for itself.
RESERVED = {"con", "prn", "aux", "nul", "index", "assets", "api", "embed", "c", *(f"com{n}" for n in range(1, 10)),
            *(f"lpt{n}" for n in range(1, 10))}


@dataclass
class Library:
    """Records by kind and id, with the documents they were read from.

    `only` names the one record that the checks are to look at; None means all of them.
    """

    records: MutableMapping[str, dict[str, Record]] = field(default_factory=lambda: {name: {} for name in KINDS})
    documents: MutableMapping[tuple[str, str], Document] = field(default_factory=dict)
    only: tuple[str, str] | None = None

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

    def refused(self) -> Iterator[tuple[str, str, Document]]:
        """Each file to be checked that did not become a record, with its kind and id."""
        for kind, name in [self.only] if self.only else self.documents:
            if name not in self.records[kind]:
                yield kind, name, self.documents[kind, name]

    def with_text(self, kind: str, name: str, document: Document, record: Record | None) -> "Library":
        """The same library with another text in the place of one file, and only that one to be checked."""
        others = {found: known for found, known in self.records[kind].items() if found != name}
        records = dict(sorted({**others, **({name: record} if record is not None else {})}.items()))
        return Library(ChainMap({kind: records}, self.records), ChainMap({(kind, name): document}, self.documents), (kind, name))

    def finding(self, kind: str, name: str, location: tuple, code: str, severity: str = "error", **params) -> Finding:
        """A finding about a field of a record."""
        return finding_at(self.documents[kind, name], location, code, severity, **params)

    def published(self) -> "Library":
        """The same library without drafts, and without what only drafts name: gone before a page is made, whatever its kind."""
        shown = {kind: {name: record for name, record in records.items() if record.is_published} for kind, records in self.records.items()}
        drafts = [record for _, _, record in self.everything() if not record.is_published]
        if drafts:  # an organization that is here for a draft would tell that there is one
            hidden = _named_by(drafts) - _named_by(record for records in shown.values() for record in records.values())
            shown = {kind: {name: record for name, record in records.items() if (kind, name) not in hidden or kind not in NAMED} for kind, records in shown.items()}
        return Library(shown, self.documents)


def _named_by(records: Iterable[Record]) -> set[tuple[str, str]]:
    """Kind and id of what some records name."""
    return {(mark.kind, value) for record in records for _, marks, value in walk.values(record) for mark in marks if isinstance(mark, Reference)}


def _ordered(records: dict[str, Record]) -> dict[str, Record]:
    return dict(sorted(records.items(), key=lambda item: (item[1].order, item[0])))


def load(root: Path) -> tuple[Library, list[Finding]]:
    """Read every record below root/guide_data, with what is wrong in each file by itself."""
    library, findings = Library(), list(_strays(root))
    for kind in KINDS.values():
        for path in _files(root, kind, findings):
            _read(library, kind, path, path.relative_to(root).as_posix(), findings)
    return library, findings


def _read(library: Library, kind: Kind, path: Path, name: str, findings: list[Finding]) -> None:
    document = read_file(path, name)
    record, problems = validated(document, kind.model)
    findings += document.findings + problems
    library.documents[kind.name, path.stem] = document
    if record is not None:
        library.records[kind.name][path.stem] = record


def _strays(root: Path) -> Iterator[Finding]:
    """Whatever stands beside the folders of the kinds, where nothing would read it; and folders that are links or files."""
    if (root / DATA).is_symlink():
        yield Finding(DATA, 1, 1, "link-refused")
    folders = {"schema", *(kind.folder for kind in KINDS.values())}
    for path in sorted((root / DATA).glob("[!.]*")):
        name = path.relative_to(root).as_posix()
        if path.is_symlink() and path.name != LEDGER:  # of the ledger, ledger.py tells it
            yield Finding(name, 1, 1, "link-refused")
        elif path.is_dir() and path.name not in (*folders, LEDGER):
            yield Finding(name, 1, 1, "stray-folder")
        elif not path.is_dir() and path.name not in (LEDGER, "README.md"):
            yield Finding(name, 1, 1, "stray-file")


def _files(root: Path, kind: Kind, findings: list[Finding]) -> list[Path]:
    """The record files of a kind, in the order of their names; anything else in the folder is a finding."""
    folder = root / DATA / kind.folder
    if folder.is_symlink() or not folder.is_dir():
        return []
    good = []
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        name = path.relative_to(root).as_posix()
        if code := _misplaced(path):
            findings.append(Finding(name, 1, 1, code, params=_suggested_name(path)))
        else:
            good.append(path)
    return good


def _misplaced(path: Path) -> str:
    """Why a file cannot be a record, as a code; "" if it can."""
    if path.is_symlink():
        return "link-refused"
    if path.is_dir():
        return "stray-folder"
    if path.suffix != ".yml":
        return "stray-file"
    try:
        identifier(path.stem)
    except Refused:
        return "file-name"
    return "reserved-name" if path.stem in RESERVED else ""


def _suggested_name(path: Path) -> dict[str, str]:
    from .naming import slugified

    return {"found": path.name, "better": f"{slugified(path.stem)[:MAX_NAME].strip('-') or 'my-case'}.yml", "pattern": SLUG_PATTERN}
