"""`guide lock`: renews requirements/*.txt, with hashes, for every platform at once."""

from __future__ import annotations

import hashlib
import importlib.util
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from ..strings import Strings
from .browser import LOCKED, download
from .common import Failure, language_option, project_root, words

_HEADING = """\
# The compiled part of pydantic for Python in the browser (docs/decisions/0011-checker-in-the-browser.md). Renewed by:
#    make lock
"""
# File below requirements/ and the extra of pyproject.toml that it adds to the site's own needs.
FILES = {"site.txt": None, "test.txt": "test", "pdf.txt": "pdf", "lock.txt": "lock"}
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
    (root / LOCKED).write_text(_for_browsers((root / "requirements" / "site.txt").read_text("utf-8"), t), "utf-8")
    click.echo(LOCKED.as_posix())
    if npm := shutil.which("npm"):
        subprocess.run([npm, *NPM], cwd=root, check=True, stdout=subprocess.DEVNULL)
        click.echo("package-lock.json")


def _command(name: str, extra: str | None) -> list[str]:
    """uv's resolver. The registry's address is left out: everyone has their own."""
    return [
        sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11", "--upgrade",
        "--generate-hashes", "--no-emit-index-url", "--no-annotate", "--custom-compile-command", "make lock",
        "--output-file", f"requirements/{name}", *(["--extra", extra] if extra else []),
    ]


def _for_browsers(site: str, t: Strings) -> str:
    """The lock of the one compiled package that a browser needs too: the version of the site, built for Pyodide. Raises Failure."""
    wanted = re.search(r"(?m)^pydantic-core==\S+", site)[0]
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([*download(Path(folder)), wanted], stdout=subprocess.DEVNULL)
        wheel = next(Path(folder).glob("*.whl"), None)
        if done.returncode or wheel is None:
            raise Failure(t("command.no-wheel", package=wanted))
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return f"{_HEADING}{wanted} \\\n    --hash=sha256:{digest}\n"
