"""Checks between fields and between records, each in a file of its own with one function `findings(library)`.

Adding a check is a file here and its name in ALL.
"""

from __future__ import annotations

from pathlib import Path

from ..findings import Finding, in_reading_order
from ..library import Library, load
from . import citations, dates, key_messages, languages, placeholders, references, slugs, submissions

ALL = (references, slugs, languages, placeholders, citations, dates, key_messages, submissions)


def checked(root: Path) -> tuple[Library, list[Finding]]:
    """The library below root, and everything that was found, in reading order."""
    library, findings = load(root)
    for check in ALL:
        findings.extend(check.findings(library))
    return library, in_reading_order(findings)
