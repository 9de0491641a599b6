"""Checks between fields and between records, each in a file of its own.

A check that goes through the values of every record has a function `of_record(library, kind, name, values, texts)`, and
its name stands in OF_RECORDS: the values are walked through once for all of these (`texts` are in both languages, `values`
the others). Any other one has `findings(library)`, and its name stands in ALL. A check may have both.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from .. import collector
from ..findings import Finding, in_reading_order
from ..library import Library, load
from ..records import KINDS, walk
from ..records.fields import Record
from ..records.validate import validated
from ..shares import shared
from ..yaml_source import Document
from . import citations, dates, key_messages, languages, personal, placeholders, quotation_marks, references, slugs, submissions

OF_RECORDS = (references, languages, placeholders, personal)
ALL = (references, slugs, placeholders, citations, dates, key_messages, quotation_marks, submissions)
# So many records are checked in shares: checking one takes a quarter of the time of reading it.
MANY = 600


def checked(root: Path) -> tuple[Library, list[Finding]]:
    """The library below root, and everything that was found, in reading order."""
    with collector.at_rest():
        library, findings = load(root)
        return library, in_reading_order([*findings, *found(library)])


def found(library: Library) -> Iterator[Finding]:
    """What all checks find in the records of a library, in no order."""
    for findings in shared(partial(_of_record, library), list(library.everything()), MANY):
        yield from findings
    for check in ALL:
        yield from check.findings(library)


def _of_record(library: Library, named: tuple[str, str, Record]) -> list[Finding]:
    kind, name, record = named
    values, texts = walk.divided(record)
    return [finding for check in OF_RECORDS for finding in check.of_record(library, kind, name, values, texts)]


def about(library: Library, kind: str, name: str, document: Document) -> list[Finding]:
    """What would be found in a document if it stood in the library as this record; nothing about the other files."""
    record, problems = validated(document, KINDS[kind].model)
    seen = library.with_text(kind, name, document, record)
    return in_reading_order([*document.findings, *problems, *(finding for finding in found(seen) if finding.path == document.path)])
