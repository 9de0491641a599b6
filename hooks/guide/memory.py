"""What was read from files, for as long as they stay as they are: the preview reads again only what was saved."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
Stamp = tuple[int, ...]


class Memory:
    """What was made from single files. It lives as long as whoever reads: a build has a new one, a preview keeps it."""

    def __init__(self) -> None:
        self.known: dict[Path, tuple[Stamp | None, Any]] = {}

    def of(self, path: Path, read: Callable[[], T]) -> T:
        """read(), or what it gave before if the file was not written since. `read` depends on nothing but this file."""
        seen = stamp(path)
        known = self.known.get(path)
        if known is None or known[0] != seen:
            self.known[path] = known = (seen, read())
        return known[1]

    def all(self, paths: Sequence[Path], read: Callable[[list[Path]], list[T]]) -> list[T]:
        """What read(paths) gives, a thing for each. Only files that were written since are read."""
        seen = {path: stamp(path) for path in paths}
        new = [path for path in paths if path not in self.known or self.known[path][0] != seen[path]]
        self.known |= {path: (seen[path], made) for path, made in zip(new, read(new), strict=True)}
        return [self.known[path][1] for path in paths]


def stamp(path: Path | os.DirEntry[str]) -> Stamp | None:
    """What changes when a file is written; None where there is none."""
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_mtime_ns, told.st_ctime_ns, told.st_size, told.st_ino


def stamps(places: Iterable[Path]) -> dict[str, Stamp | None]:
    """The stamps of files, and of all files below folders, by their paths. Hidden ones and Python's own are left out."""
    found: dict[str, Stamp | None] = {}
    folders = [str(place) for place in places]
    while folders:
        place = folders.pop()
        if not os.path.isdir(place):
            found[place] = stamp(Path(place))
            continue
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.name.startswith((".", "__pycache__")):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    found[entry.path] = stamp(entry)
    return found
