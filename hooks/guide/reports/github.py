"""Findings as annotations on the lines of a pull request.

Format: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from ..findings import Finding
from ..strings import Strings
from . import text
from .repairs import Repairs, as_data
from .sentence import sentence, visible


def report(findings: list[Finding], files: int, t: Strings, repairs: Repairs | None = None) -> str:
    """One workflow command for each finding and each repair, then the totals as an ordinary line."""
    notices = [f"::notice file={_property(found['path'])},line={found['line'] or 1}::{_data(found['sentence'])}" for found in as_data(repairs or {}, t)]
    return "\n".join([*notices, *(_command(finding, t) for finding in findings), text.totals(findings, files, t)])


def _command(finding: Finding, t: Strings) -> str:
    place = f"file={_property(finding.path)},line={finding.line},col={finding.column}"
    title = _property(finding.place or t("check.file"))
    return f"::{finding.severity} {place},title={title}::{_data(sentence(finding, t))}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
