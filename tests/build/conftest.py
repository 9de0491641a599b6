"""The real site, each page parsed once."""

from __future__ import annotations

from pathlib import Path

import pytest

from .parsed import Parsed, parsed_site


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Parsed]:
    """Every page of the real site in both languages, by its path. Read only."""
    return parsed_site(site)


@pytest.fixture(scope="session")
def special(site: Path) -> dict[str, Parsed]:
    """The front door and the page for errors, which stand outside the languages."""
    return {name: Parsed("", (site / name).read_bytes()) for name in ("index.html", "404.html")}
