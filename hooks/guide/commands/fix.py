"""`guide check --fix`: repairs the files of records and writes each of them whole or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from ..findings import Finding
from ..library import Library
from ..repair import UNSEEN, Change, decoded, is_in_order, repaired


def repairs(root: Path, library: Library, findings: list[Finding], wanted: list[str], writes: bool) -> dict[str, tuple[Change, ...]]:
    """The changes of each file, by its path; with `writes` they are made.

    Files that nobody named are looked at when something is found in them, and left alone when nobody would see the change.
    """
    blamed = {finding.path for finding in findings}
    made = {}
    for (kind, name), document in library.documents.items():
        if document.path not in wanted if wanted else document.path not in blamed and is_in_order(kind, document):
            continue
        if changes := _repair(root / document.path, kind, name, library, bool(wanted), writes):
            made[document.path] = changes
    return made


def _repair(path: Path, kind: str, name: str, library: Library, is_named: bool, writes: bool) -> tuple[Change, ...]:
    text, before = decoded(path.read_bytes()) if path.is_file() and not path.is_symlink() else (None, ())
    if text is None:
        return ()
    found = repaired(kind, name, text, library)
    changes = (*before, *found.changes)
    if not changes or not is_named and {change.reason for change in changes} <= UNSEEN:
        return ()
    if writes:
        write(path, found.text.encode("utf-8"))
    return changes


def write(path: Path, content: bytes) -> None:
    """Put a file in the place of another, whole: whoever reads it meanwhile sees the old one or the new one."""
    made = path.with_name(f".{path.name}.new")
    made.write_bytes(content)
    if path.exists():
        shutil.copymode(path, made)
    os.replace(made, path)
