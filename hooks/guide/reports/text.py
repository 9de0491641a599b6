"""Findings for people: `path:line:column: error: field: sentence`, which editors turn into links."""

from __future__ import annotations

from ..findings import Finding, count
from ..strings import Strings
from .sentence import sentence, visible


def report(findings: list[Finding], files: int, t: Strings) -> str:
    """One line for each finding, and the totals."""
    return "\n".join([*(line(finding, t) for finding in findings), totals(findings, files, t)])


def line(finding: Finding, t: Strings) -> str:
    """One finding in one line."""
    place = finding.place or t("check.file")
    return visible(f"{finding.path}:{finding.line}:{finding.column}: {t(f'check.{finding.severity}')}: {place}: {sentence(finding, t)}")


def totals(findings: list[Finding], files: int, t: Strings) -> str:
    """How much was checked and found."""
    errors, warnings = count(findings, "error"), count(findings, "warning")
    return ", ".join((t("check.total.files", n=files), t("check.total.errors", n=errors), t("check.total.warnings", n=warnings)))
