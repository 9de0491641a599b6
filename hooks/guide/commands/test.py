"""`guide test`: runs all tests, those in a browser included, and installs a Chromium where it can."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys

import click

from ..strings import Strings
from .common import Failure, language_option, project_root, quiet_environment, words

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")


@click.command(context_settings={"ignore_unknown_options": True}, short_help="Run the tests. / Lancer les tests.")
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@language_option
@click.pass_context
def test(context: click.Context, arguments: tuple[str, ...], language: str | None) -> None:
    """Run the tests; further arguments go to pytest. / Lancer les tests ; les autres arguments vont à pytest."""
    t = words(language)
    root = project_root(t)
    if importlib.util.find_spec("pytest") is None or importlib.util.find_spec("playwright") is None:
        raise Failure(t("command.needs-test-tools", command="pip install --require-hashes -r requirements/test.txt"))
    browser = find_browser() or _installed(t)
    environment = quiet_environment() | {"GUIDE_BROWSER": browser}
    context.exit(subprocess.run([sys.executable, "-m", "pytest", *(arguments or _all_at_once())], cwd=root, env=environment).returncode)


def _all_at_once() -> list[str]:
    """All tests run in as many processes as there are cores, a file in one of them; beyond four, the browsers' memory counts."""
    return [f"--numprocesses={min(os.cpu_count() or 1, 4)}", "--dist=loadfile"]


def find_browser() -> str:
    """The path of a Chromium on this machine, or ""."""
    named = os.environ.get("GUIDE_BROWSER", "")
    return named or next((path for name in BROWSERS if (path := shutil.which(name))), "")


def _installed(t: Strings) -> str:
    """Install Debian's Chromium as root or with sudo. Raises Failure with the one sentence that helps."""
    install = "apt-get install --yes --no-install-recommends chromium"
    prefix = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if shutil.which("apt-get") and (not prefix or shutil.which("sudo")):
        for step in ("apt-get update", install):
            subprocess.run([*prefix, *step.split()], stdout=subprocess.DEVNULL, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    if browser := find_browser():
        return browser
    raise Failure(t("command.no-browser", command=f"sudo {install}"))
