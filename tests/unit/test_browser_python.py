"""Fetching Python for the browser: what is locked, what the commands do, and what they say where it fails."""

from __future__ import annotations

import json
import re
import types
from pathlib import Path

import pytest

from guide import cli
from guide.commands import browser, lock
from guide.commands.common import Failure
from guide.outputs import runtime
from guide.strings import strings
from tests.project import ROOT

NPM = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
WHEEL = (ROOT / "requirements" / "browser.txt").read_text("utf-8")


def test_everything_from_npm_is_pinned_by_hash_and_names_no_registry():
    """Everyone installs from their own."""
    fetched = {name: package for name, package in NPM.items() if name}

    assert "node_modules/pyodide" in fetched
    assert [name for name, package in fetched.items() if not package.get("integrity", "").startswith("sha512-") or "resolved" in package] == []
    assert re.fullmatch(r"\d+\.\d+\.\d+", json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]["pyodide"])


def test_the_wheel_is_that_of_the_site_and_pinned_by_hash():
    """What the browser runs is what the site is built with. After a new lock: make lock."""
    [version] = re.findall(r"(?m)^pydantic-core==(\S+)", (ROOT / "requirements" / "site.txt").read_text("utf-8"))

    assert re.fullmatch(rf"(#.*\n)*pydantic-core=={re.escape(version)} \\\n    --hash=sha256:[0-9a-f]{{64}}\n", WHEEL)


@pytest.fixture
def guide_folder(tmp_path, monkeypatch) -> Path:
    """A folder in which the command runs, in English."""
    (tmp_path / "mkdocs.yml").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GUIDE_LANG", "en")
    return tmp_path


def test_without_npm_the_command_says_what_to_do(guide_folder, monkeypatch, capsys):
    """And what does not work until then."""
    monkeypatch.setattr(browser.shutil, "which", lambda name: None)

    assert cli.main(["browser"]) == 1
    assert "Install npm" in capsys.readouterr().err


def test_the_command_runs_npm_without_scripts_and_pip_with_hashes(guide_folder, monkeypatch, capsys):
    """Nothing that a package brings is run, and nothing unknown is taken; that nothing came is told."""
    ran: list[list[str]] = []
    monkeypatch.setattr(browser.shutil, "which", lambda name: name)
    monkeypatch.setattr(browser.subprocess, "run", lambda command, **more: ran.append(command) or types.SimpleNamespace(returncode=0))

    assert cli.main(["browser"]) == 1
    assert ran[0][:2] == ["npm", "ci"] and "--ignore-scripts" in ran[0]
    assert {"download", "--require-hashes", "--no-deps", "pyemscripten_2026_0_wasm32"} <= set(ran[1])
    assert "could not be fetched" in capsys.readouterr().err


def test_the_command_is_done_when_all_is_there(guide_folder, monkeypatch):
    """It then says nothing."""
    monkeypatch.setattr(browser.shutil, "which", lambda name: name)
    monkeypatch.setattr(browser.subprocess, "run", lambda command, **more: types.SimpleNamespace(returncode=0))
    monkeypatch.setattr(browser, "find", lambda root: runtime.Runtime(root, "1", root))

    assert cli.main(["browser"]) == 0


def test_the_lock_is_the_version_of_the_site_with_the_hash_of_its_wheel(monkeypatch):
    """As pip checks it."""
    def download(command: list[str], **more: object) -> types.SimpleNamespace:
        Path(command[command.index("--dest") + 1], "pydantic_core-9.9.9-wasm32.whl").write_bytes(b"")
        return types.SimpleNamespace(returncode=int(command[-1] != "pydantic-core==9.9.9"))

    monkeypatch.setattr(lock.subprocess, "run", download)
    made = lock._for_browsers("mkdocs==1.6.1 \\\npydantic-core==9.9.9 \\\n", strings("en"))

    assert made == WHEEL[: WHEEL.index("pydantic-core==")] + "pydantic-core==9.9.9 \\\n    --hash=sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n"


def test_a_version_without_a_wheel_stops_the_lock_with_a_sentence(monkeypatch):
    """The form must not lose its checker unnoticed."""
    monkeypatch.setattr(lock.subprocess, "run", lambda command, **more: types.SimpleNamespace(returncode=1))

    with pytest.raises(Failure, match="pydantic-core==9.9.9"):
        lock._for_browsers("pydantic-core==9.9.9 \\\n", strings("en"))
