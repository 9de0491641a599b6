"""What the commands share: where the project is, in which language to speak, how to stop with a sentence."""

from __future__ import annotations

import os
from pathlib import Path

import click

from ..languages import LANGUAGES, preferred
from ..strings import Strings, strings

language_option = click.option(
    "--lang", "language", type=click.Choice(LANGUAGES), default=None,
    help="Language of the messages (default: yours). / Langue des messages (par défaut : la vôtre).",
)


class Failure(Exception):
    """Ends a command with a sentence and a status."""

    def __init__(self, sentence: str, status: int = 1) -> None:
        super().__init__(sentence)
        self.status = status


def words(language: str | None = None, *prefixes: str) -> Strings:
    """The words in the language that was asked for, or in the person's own; with prefixes only those."""
    return strings(language or preferred(dict(os.environ)), *prefixes)


def project_root(t: Strings) -> Path:
    """The folder of the Guide: the nearest one with mkdocs.yml. Raises Failure."""
    for folder in (Path.cwd(), *Path.cwd().parents):
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise Failure(t("command.no-project"))


def quiet_environment() -> dict[str, str]:
    """The environment for MkDocs, without Material's notice about it. Real warnings stay.

    Material 9.7.5 and later print it unless this is set: https://github.com/squidfunk/mkdocs-material/releases/tag/9.8.0
    """
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
