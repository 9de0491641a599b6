"""All records of guide_data/, read and checked once. Everything that is published comes from here.

A library is only complete when there are no errors; `load` returns it with its findings and lets the caller decide.
Records without consent stay in it as drafts: `published` gives the library that a public build may see.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePath

from .findings import Finding
from .records import KINDS, Kind
from .records.body import Body
from .records.case_study import CaseStudy
from .records.engagement_report import EngagementReport
from .records.exchange_report import ExchangeReport
from .records.fields import Record
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
# Names that some system or host keeps for itself.
RESERVED = {"con", "prn", "aux", "nul", "index", "assets", "api", "embed", "c", *(f"com{n}" for n in range(1, 10)),
            *(f"lpt{n}" for n in range(1, 10))}


@dataclass
class Library:
    """Records by kind and id, with the documents they were read from. `only` is the one record that the checks are about,
    by kind and id, where the others are merely known; as a rule they are about all."""

    records: dict[str, dict[str, Record]] = field(default_factory=lambda: {name: {} for name in KINDS})
    documents: dict[tuple[str, str], Document] = field(default_factory=dict)
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

    def checked(self, kind: str) -> list[tuple[str, Record]]:
        """The records of a kind that the checks are about, with their ids."""
        return [(name, record) for name, record in self.records[kind].items() if self.only in (None, (kind, name))]

    def everything(self) -> Iterator[tuple[str, str, Record]]:
        """Each record that the checks are about, with its kind and id."""
        for kind in self.records:
            yield from ((kind, name, record) for name, record in self.checked(kind))

    def finding(self, kind: str, name: str, location: tuple, code: str, severity: str = "error", **params) -> Finding:
        """A finding about a field of a record."""
        return finding_at(self.documents[kind, name], location, code, severity, **params)

    def published(self) -> "Library":
        """The same library without drafts. A record of any kind that may not be published is gone before a page is made."""
        shown = {kind: {name: record for name, record in records.items() if record.is_published} for kind, records in self.records.items()}
        return Library(shown, self.documents, self.only)


def _ordered(records: dict[str, Record]) -> dict[str, Record]:
    return dict(sorted(records.items(), key=lambda item: (item[1].order, item[0])))


def load(root: Path) -> tuple[Library, list[Finding]]:
    """Read every record below root/guide_data, with what is wrong in each file by itself."""
    library, findings = Library(), list(_strays(root))
    for kind in KINDS.values():
        for path in _files(root, kind, findings):
            findings += put(library, kind, path.stem, read_file(path, path.relative_to(root).as_posix()))
    return library, findings


def put(library: Library, kind: Kind, name: str, document: Document) -> list[Finding]:
    """Put what was read from the file of a record into the library; gives what is wrong in the file by itself."""
    record, problems = validated(document, kind.model)
    library.documents[kind.name, name] = document
    if record is not None:
        library.records[kind.name][name] = record
    return document.findings + problems


def _strays(root: Path) -> Iterator[Finding]:
    """Folders and records beside the folders of the kinds: nothing would read them."""
    known = {"schema", LEDGER, *(kind.folder for kind in KINDS.values())}
    for path in sorted((root / DATA).glob("[!.]*")):
        if path.name not in known and (path.is_dir() or path.suffix in (".yml", ".yaml")):
            yield Finding(path.relative_to(root).as_posix(), 1, 1, "stray-folder" if path.is_dir() else "stray-file")


def _files(root: Path, kind: Kind, findings: list[Finding]) -> list[Path]:
    """The record files of a kind, in the order of their names; anything else in the folder is a finding."""
    folder = root / DATA / kind.folder
    if not folder.is_dir():
        return []
    good = []
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        name = path.relative_to(root).as_posix()
        if code := _misplaced(path):
            findings.append(_about_name(PurePath(name), code))
        else:
            good.append(path)
    return good


def misnamed(path: PurePath) -> Finding | None:
    """What is wrong with the name of a record's file, by itself. `path` is below the project."""
    return _about_name(path, code) if (code := _misnamed(path)) else None


def _about_name(path: PurePath, code: str) -> Finding:
    return Finding(path.as_posix(), 1, 1, code, params=_suggested_name(path))


def _misplaced(path: Path) -> str:
    """Why a file cannot be a record, as a code; "" if it can."""
    if path.is_symlink():
        return "link-refused"
    return "stray-folder" if path.is_dir() else _misnamed(path)


def _misnamed(path: PurePath) -> str:
    if path.suffix != ".yml":
        return "stray-file"
    try:
        identifier(path.stem)
    except Refused:
        return "file-name"
    return "reserved-name" if path.stem in RESERVED else ""


def _suggested_name(path: PurePath) -> dict[str, str]:
    from .naming import slugified

    return {"found": path.name, "better": f"{slugified(path.stem)[:MAX_NAME].strip('-') or 'my-case'}.yml", "pattern": SLUG_PATTERN}
