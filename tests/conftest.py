"""Fixtures for all tests. The real Guide is built once and shared, read only, among the processes of a run too."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from .library import Library, big_library
from .project import ROOT, Project, new_project, run, with_runtime


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Project]:
    """Makes a minimal Guide in a temporary folder: project({"guide_data/…": "…"})."""
    return lambda files=None: new_project(tmp_path / "guide", files)


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that the first process to need it makes, and the others wait for (pytest-xdist's way to share)."""
    shared = factory.getbasetemp()
    shared = shared.parent if os.environ.get("PYTEST_XDIST_WORKER") else shared
    folder, done = shared / name, shared / f"{name}.done"
    with FileLock(shared / f"{name}.lock"):
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            done.touch()
    return folder


def _build(folder: Path, *command: str) -> None:
    """Build a project by plain `mkdocs build --strict`, or as a command does."""
    done = run("-m", *(command or ("mkdocs", "build", "--strict")), cwd=folder, timeout=1800, PYTHONPATH=os.pathsep.join((str(ROOT), str(ROOT / "hooks"))))
    assert done.returncode == 0, done.stdout


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real Guide, copied and built. Do not change it."""

    def make(folder: Path) -> None:
        folder.mkdir()
        for name in ("docs", "guide_data", "hooks"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "mkdocs.yml", folder)
        with_runtime(folder)
        _build(folder)

    return made_once(tmp_path_factory, "real-guide", make)


@pytest.fixture(scope="session")
def site(built: Path) -> Path:
    """The built site of the real Guide."""
    return built / "site"


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A Guide of which every text is hostile, built. Do not change it."""
    from .hostile.payloads import hostile_library

    return Project(made_once(tmp_path_factory, "hostile-guide", lambda folder: _build(new_project(folder, hostile_library()).root)))


@pytest.fixture(scope="session")
def big() -> Library:
    """A library of 2,000 cases, and what they are."""
    return big_library(2000)


@pytest.fixture(scope="session")
def big_site(big: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What readers of the finder meet of the big library's site, built once (finder_site.py)."""
    return made_once(tmp_path_factory, "big-guide", lambda folder: _build(big.project(folder).root, "tests.finder_site")) / "site"
