"""The folder of the data: which files in it are records, and what may not stand there.

A record is one file, named after its id, in the folder of its kind. Anything else is told, not passed over in silence.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePath

from .findings import Finding
from .records import KINDS, Kind
from .records.values import MAX_NAME, SLUG_PATTERN, Refused, identifier

DATA = "guide_data"
# Files beside the folders of records, which commands keep up: ledger.py, translations.py and links/ read them.
LEDGER, TRANSLATIONS, LINKS = BESIDE = ("addresses.yml", "translations.json", "links.json")
# Names that some system or host keeps for itself.
RESERVED = {"con", "prn", "aux", "nul", "index", "assets", "api", "embed", "c", *(f"com{n}" for n in range(1, 10)),
            *(f"lpt{n}" for n in range(1, 10))}


def strays(root: Path) -> Iterator[Finding]:
    """Whatever stands beside the folders of the kinds, where nothing would read it; and folders that are links or files."""
    if (root / DATA).is_symlink():
        yield Finding(DATA, 1, 1, "link-refused")
    folders = {"schema", *(kind.folder for kind in KINDS.values())}
    for path in sorted((root / DATA).glob("[!.]*")):
        name = path.relative_to(root).as_posix()
        if path.is_symlink() and path.name not in BESIDE:  # whoever reads these tells it
            yield Finding(name, 1, 1, "link-refused")
        elif path.is_dir() and path.name not in (*folders, *BESIDE):
            yield Finding(name, 1, 1, "stray-folder")
        elif not path.is_dir() and path.name not in (*BESIDE, "README.md"):
            yield Finding(name, 1, 1, "stray-file")


def record_files(root: Path, kind: Kind) -> list[Path]:
    """The files of a kind that can be records, in the order of their names."""
    return files(root, kind, [])


def files(root: Path, kind: Kind, findings: list[Finding]) -> list[Path]:
    """The files of a kind that can be records; anything else in the folder is a finding."""
    folder, found = root / DATA / kind.folder, []
    if not folder.is_dir() or folder.is_symlink():
        return []
    with os.scandir(folder) as entries:  # it knows what a file is; asking for each of thousands takes ten times as long
        for entry in sorted(entries, key=lambda entry: entry.name):
            if code := _misplaced(entry):
                findings.append(_about_name(PurePath(DATA, kind.folder, entry.name), code))
            else:
                found.append(folder / entry.name)
    return found


def misnamed(path: PurePath) -> Finding | None:
    """What is wrong with the name of a record's file, by itself. `path` is below the project."""
    return _about_name(path, code) if (code := _misnamed(path.name)) else None


def _about_name(path: PurePath, code: str) -> Finding:
    return Finding(path.as_posix(), 1, 1, code, params=_suggested_name(path))


def _misplaced(entry: os.DirEntry[str]) -> str:
    """Why a file cannot be a record, as a code; "" if it can."""
    if entry.is_symlink():
        return "link-refused"
    return "stray-folder" if entry.is_dir() else _misnamed(entry.name)


def _misnamed(name: str) -> str:
    stem = name.removesuffix(".yml")
    if stem in ("", name):
        return "stray-file"
    try:
        identifier(stem)
    except Refused:
        return "file-name"
    return "reserved-name" if stem in RESERVED else ""


def _suggested_name(path: PurePath) -> dict[str, str]:
    from .naming import slugified

    return {"found": path.name, "better": f"{slugified(path.stem)[:MAX_NAME].strip('-') or 'my-case'}.yml", "pattern": SLUG_PATTERN}
