"""Checks between fields and between records, each in a file of its own with one function `findings(library)`.

Adding a check is a file here and its name in ALL.
"""

from __future__ import annotations

from pathlib import Path

from ..findings import Finding, in_reading_order
from ..library import Library, load
from ..records import KINDS
from ..records.validate import validated
from ..yaml_source import Document
from . import citations, dates, key_messages, languages, personal, placeholders, quotation_marks, references, slugs, submissions

ALL = (references, slugs, languages, placeholders, citations, dates, key_messages, personal, quotation_marks, submissions)


def checked(root: Path) -> tuple[Library, list[Finding]]:
    """The library below root, and everything that was found, in reading order."""
    library, findings = load(root)
    return library, in_reading_order([*findings, *between(library)])


def between(library: Library) -> list[Finding]:
    """What does not hold between fields and between records."""
    return [finding for check in ALL for finding in check.findings(library)]


def about(library: Library, kind: str, name: str, document: Document) -> list[Finding]:
    """What would be found in a document if it stood in the library as this record; nothing about the other files."""
    record, problems = validated(document, KINDS[kind].model)
    seen = library.with_text(kind, name, document, record)
    found = [finding for check in ALL for finding in check.findings(seen) if finding.path == document.path]
    return in_reading_order([*document.findings, *problems, *found])
