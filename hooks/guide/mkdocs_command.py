"""A build as MkDocs' own command makes it, in this process: what was read for it need not be read again to sum up."""

from __future__ import annotations

from pathlib import Path

from mkdocs.__main__ import cli

from . import mkdocs_adapter
from .build import Build


def build(root: Path) -> Build | None:
    """What `mkdocs build --strict` builds of the project in a folder. None when it fails, which MkDocs has told."""
    mkdocs_adapter.built = None
    try:
        cli(["build", "--strict", "--config-file", str(root / "mkdocs.yml")])
    except SystemExit as ended:
        return None if ended.code else mkdocs_adapter.built
