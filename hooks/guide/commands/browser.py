"""`guide browser`: fetches Python for the browser, with which the form checks (docs/decisions/0011-checker-in-the-browser.md)."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import click

from ..outputs.runtime import WHEELS, find
from .common import Failure, language_option, project_root, words

LOCKED = Path("requirements", "browser.txt")
# The Python that Pyodide brings: its wheels are no other machine's.
TARGET = ("--platform", "pyemscripten_2026_0_wasm32", "--python-version", "314", "--implementation", "cp", "--abi", "cp314")


@click.command(short_help="Fetch Python for the browser. / Récupérer Python pour le navigateur.")
@language_option
def browser(language: str | None) -> None:
    """Fetch Python for the browser, for the form. / Récupérer Python pour le navigateur, pour le formulaire."""
    t = words(language)
    root = project_root(t)
    npm = shutil.which("npm")
    if npm is None:
        raise Failure(t("command.needs-npm"))
    done = [subprocess.run([npm, "ci", "--omit=dev", "--ignore-scripts", "--silent"], cwd=root).returncode,
            subprocess.run([*download(root / WHEELS), "--require-hashes", "--requirement", str(LOCKED)], cwd=root).returncode]
    if any(done) or find(root) is None:
        raise Failure(t("command.no-browser-python"))


def download(folder: Path) -> list[str]:
    """pip's command that downloads wheels for Pyodide; what to download follows."""
    return [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:",
            *TARGET, "--dest", str(folder)]
