"""The real site, each page parsed once."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from guide import collector
from tests.conftest import made_once

from .parsed import LANGUAGES, Parsed, parsed_site


@pytest.fixture(scope="session")
def pages(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Parsed]:
    """Every page of the real site in both languages, by its path. Read only.

    Of two processes each parses the language that the other one has not begun: that takes much longer than to read what was parsed.
    """
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    with collector.at_rest():  # hundreds of thousands of elements, all of which stay
        if not worker:
            return parsed_site(site)
        found = {language: _parsed(tmp_path_factory, site, language) for language in (LANGUAGES if worker[-1] in "02468" else reversed(LANGUAGES))}
        return {path: page for language in LANGUAGES for path, page in found[language].items()}


def _parsed(factory: pytest.TempPathFactory, site: Path, language: str) -> dict[str, Parsed]:
    def make(folder: Path) -> None:
        folder.mkdir()
        (folder / "pages").write_bytes(pickle.dumps(parsed_site(site, (language,))))

    return pickle.loads((made_once(factory, f"parsed-{language}", make) / "pages").read_bytes())


@pytest.fixture(scope="session")
def special(site: Path) -> dict[str, Parsed]:
    """The front door and the page for errors, which stand outside the languages."""
    return {name: Parsed("", (site / name).read_bytes()) for name in ("index.html", "404.html")}
