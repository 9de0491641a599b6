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

# The tests of which the accessibility statement tells, and the one that compares what it says with what they test.
ACCESSIBILITY = tuple(f"tests/{name}.py" for name in (
    "browser/test_accessible_pages", "browser/test_accessible_states", "browser/test_keyboard", "browser/test_adapting", "browser/test_print", "build/test_markup"))
KEPT = "tests/browser/test_accessibility_kept.py"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")


@click.command(context_settings={"ignore_unknown_options": True}, short_help="Run the tests. / Lancer les tests.")
@click.option("--accessibility", is_flag=True, help="Run the tests of accessibility, and renew what the statement says of them. / Lancer les tests d'accessibilité et mettre à jour ce qu'en dit la déclaration.")
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@language_option
@click.pass_context
def test(context: click.Context, arguments: tuple[str, ...], accessibility: bool, language: str | None) -> None:
    """Run the tests; further arguments go to pytest. / Lancer les tests ; les autres arguments vont à pytest."""
    t = words(language)
    root = project_root(t)
    if importlib.util.find_spec("pytest") is None or importlib.util.find_spec("playwright") is None:
        raise Failure(t("command.needs-test-tools", command="pip install --require-hashes -r requirements/test.txt"))
    browser = find_browser() or _installed(t)
    environment = quiet_environment() | {"GUIDE_BROWSER": browser}
    runs = [(*ACCESSIBILITY, *_all_at_once()), (KEPT,)] if accessibility else [arguments or _all_at_once()]
    for number, chosen in enumerate(runs):
        # The results are renewed only when all tests of accessibility have passed.
        more = {"GUIDE_RENEWS_ACCESSIBILITY": "yes"} if number else {}
        if status := subprocess.run([sys.executable, "-m", "pytest", *chosen], cwd=root, env=environment | more).returncode:
            context.exit(status)


def _all_at_once() -> list[str]:
    """All tests run in as many processes as there are cores, a file in one of them; beyond four, the browsers' memory counts.

    In the order of their folders: those in a browser take longest, and the many short ones fill up what is left at the end.
    """
    return [f"--numprocesses={min(os.cpu_count() or 1, 4)}", "--dist=loadfile", "--no-loadscope-reorder"]


def find_browser() -> str:
    """The path of a Chromium on this machine, or ""."""
    named = os.environ.get("GUIDE_BROWSER", "")
    return named or next((path for name in BROWSERS if (path := shutil.which(name))), "")


def _installed(t: Strings) -> str:
    """Install Debian's Chromium as root or with sudo. Raises Failure with the one sentence that helps."""
    install = "apt-get install --yes --no-install-recommends chromium fonts-liberation"
    prefix = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if shutil.which("apt-get") and (not prefix or shutil.which("sudo")):
        for step in ("apt-get update", install):
            subprocess.run([*prefix, *step.split()], stdout=subprocess.DEVNULL, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    if browser := find_browser():
        return browser
    raise Failure(t("command.no-browser", command=f"sudo {install}"))
