"""`guide lock`: renews requirements/*.txt, with hashes, for every platform at once."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import click

from .common import Failure, language_option, project_root, words

# File below requirements/ and the extra of pyproject.toml that it adds to the site's own needs.
FILES = {"site.txt": None, "test.txt": "test", "lock.txt": "lock"}
# What the tests take from npm is renewed where npm is at hand.
NPM = ("update", "--package-lock-only", "--omit-lockfile-registry-resolved", "--ignore-scripts", "--no-audit", "--no-fund")


@click.command(short_help="Renew the locked requirements. / Renouveler les dépendances verrouillées.")
@language_option
def lock(language: str | None) -> None:
    """Renew the locked requirements. / Renouveler les dépendances verrouillées."""
    t = words(language)
    root = project_root(t)
    if importlib.util.find_spec("uv") is None:
        raise Failure(t("command.needs-lock-tools", command="pip install --require-hashes -r requirements/lock.txt"))
    for name, extra in FILES.items():
        subprocess.run(_command(name, extra), cwd=root, check=True, stdout=subprocess.DEVNULL)
        click.echo(Path("requirements", name).as_posix())
    if npm := shutil.which("npm"):
        subprocess.run([npm, *NPM], cwd=root / "requirements", check=True, stdout=subprocess.DEVNULL)
        click.echo("requirements/package-lock.json")


def _command(name: str, extra: str | None) -> list[str]:
    """uv's resolver. The registry's address is left out: everyone has their own."""
    return [
        sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11", "--upgrade",
        "--generate-hashes", "--no-emit-index-url", "--no-annotate", "--custom-compile-command", "make lock",
        "--output-file", f"requirements/{name}", *(["--extra", extra] if extra else []),
    ]
