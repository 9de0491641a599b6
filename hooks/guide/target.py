"""The folder in which a site is written: beside the old site, whose place it takes when all went well."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

Write = Callable[[str, str | bytes], None]


def beside(site: str) -> Path:
    """Where a site is built, so that taking its place is a rename on one disk."""
    return Path(site).with_name(f".{Path(site).name}.new")


def writer(folder: str) -> Write:
    """What writes a file of the site. Most folders hold one page: each is made once, without looking first whether it is there."""
    made: set[str] = set()

    def write(path: str, content: str | bytes) -> None:
        target = f"{folder}/{path}"
        place = target.rpartition("/")[0]
        if place not in made:
            _make(place)
            made.add(place)
        with open(target, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode("utf-8"))

    return write


def _make(folder: str) -> None:
    try:
        os.mkdir(folder)
    except FileExistsError:  # another process was first
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)


def swap(new: Path, site: Path) -> None:
    """Put the new site in the place of the old one. Hidden files of the old one (such as .git) stay, as in MkDocs."""
    old = site.with_name(f".{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        for hidden in site.glob(".*"):
            if not (new / hidden.name).exists():
                shutil.move(hidden, new / hidden.name)
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)
