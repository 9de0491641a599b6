"""The corpus of bad files as a form asks about them: one file beside what is known of the Guide around it."""

from __future__ import annotations

from pathlib import Path, PurePath

from guide.records import KINDS
from guide.strings import strings
from tests.project import Project, new_project

from .corpus import ANNEX, EARLIER, NEIGHBOUR, place_of

FOLDERS = {kind.folder: kind.name for kind in KINDS.values()}
# What `guide check` of one file asks of others, and a browser does not know (guide/browser/one_file.py).
NOT_HERE = ("key_messages", "vocabulary")


def asked_of(path: Path) -> tuple[str, str] | None:
    """Kind and name under which a bad file is checked; None where a browser does not check it."""
    place = PurePath(place_of(path))
    folder = place.parent.name
    return (FOLDERS[folder], place.stem) if folder in FOLDERS and folder not in NOT_HERE else None


def project_of_the_corpus(folder: Path) -> Project:
    """The minimal Guide with all neighbours that the corpus needs."""
    return new_project(folder, {ANNEX: NEIGHBOUR, **dict(EARLIER.values())})


def lines(answer: dict, language: str) -> str:
    """An answer about a file as the report prints it."""
    t = strings(language)
    return "".join(f"{found['path']}:{found['line']}:{found['column']}: {t('check.' + found['severity'])}: {found['field']}: {found['sentence']}\n"
                   for found in answer["findings"])
