"""A folder as a value: what is in it, byte for byte."""

from __future__ import annotations

import hashlib
from pathlib import Path


def tree(folder: Path, leave_out: tuple[str, ...] = ()) -> dict[str, str]:
    """Every file below a folder with a hash of its bytes; the empty folders too."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name.split("/")[0] not in leave_out:
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
    return found


def differences(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """The names of what two trees do not have in common."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
