"""Small JSON files in guide_data/ that commands write and keep up: read with care, since a proposal may hold anything.

A file that cannot be read is one finding, about its line, and counts as empty. What its content means is for its reader.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .findings import Finding

MAX_BYTES = 20_000_000


def read(path: Path, name: str) -> tuple[dict[str, Any], list[Finding]]:
    """The object in a file, and what is wrong with it. A file that is not there is empty."""
    if not (path.exists() or path.is_symlink()):
        return {}, []
    if path.is_symlink():
        return {}, [Finding(name, 1, 1, "link-refused")]
    try:
        if path.stat().st_size > MAX_BYTES:
            return {}, [unreadable(name)]
        found = json.loads(path.read_bytes().decode("utf-8"))
    except json.JSONDecodeError as error:
        return {}, [unreadable(name, error.lineno, error.colno)]
    except (ValueError, RecursionError):
        return {}, [unreadable(name)]
    return (found, []) if isinstance(found, dict) else ({}, [unreadable(name)])


def unreadable(name: str, line: int = 1, column: int = 1) -> Finding:
    """That a file is not what its command writes."""
    return Finding(name, line, column, "kept-form")
