"""Fixtures for all tests. The real Guide is built once and shared, read only."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from .library import Library, big_library
from .project import ROOT, Project, new_project, run, with_runtime


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Project]:
    """Makes a minimal Guide in a temporary folder: project({"guide_data/…": "…"})."""
    return lambda files=None: new_project(tmp_path / "guide", files)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real Guide, copied and built by plain `mkdocs build --strict`. Do not change it."""
    folder = tmp_path_factory.mktemp("real") / "guide"
    folder.mkdir()
    for name in ("docs", "guide_data", "hooks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    with_runtime(folder)
    done = run("-m", "mkdocs", "build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stdout
    return folder


@pytest.fixture(scope="session")
def site(built: Path) -> Path:
    """The built site of the real Guide."""
    return built / "site"


@pytest.fixture(scope="session")
def big() -> Library:
    """A library of 2,000 cases, and what they are."""
    return big_library(2000)


@pytest.fixture(scope="session")
def big_site(big: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the big library, built once. It takes half a minute, on a busy machine some more."""
    made = big.project(tmp_path_factory.mktemp("big") / "guide")
    done = run("-m", "mkdocs", "build", "--strict", cwd=made.root, timeout=1800)
    assert done.returncode == 0, done.stdout
    return made.root / "site"
