"""The whole Guide for commands that count or write something down: read once, drafts too, and without errors."""

from __future__ import annotations

from pathlib import Path

from ..build import Build, prepare
from ..reports import text
from ..site import Settings
from ..strings import Strings
from .common import Failure


def sound(root: Path, t: Strings) -> Build:
    """The Guide with its drafts, without errors. Raises Failure: nothing is counted or written down of files that are wrong."""
    build = prepare(root, Settings(site_url="", with_drafts=True))
    if build.problems():
        raise Failure(text.report(build.findings, build.files, t))
    return build
