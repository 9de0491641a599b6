"""Fixtures for the unit tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guide.pages.reader import Reader
from guide.site import Site


@pytest.fixture
def site_of(project) -> Callable[..., Site]:
    """Makes a site from a minimal Guide with some files changed; the files have to pass every check."""

    def make(files: dict[str, str | None] | None = None, with_drafts: bool = False) -> Site:
        build = project(files).prepare(with_drafts)
        assert build.problems() == []
        return build.site

    return make


@pytest.fixture
def reader_of(site_of) -> Callable[..., Reader]:
    """Makes the reader of one page (the home page) of such a site."""
    return lambda language, files=None: Reader(site_of(files), language, f"{language}/")
