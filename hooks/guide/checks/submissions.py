"""Reports that members submit: approved by themselves, for a time that is over, and each entered once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..library import Library
from .dates import is_before

if TYPE_CHECKING:
    from ..records.submission import Submission


def findings(library: Library) -> Iterator[Finding]:
    for kind in ("exchange_report", "engagement_report"):
        if library.only and library.only[0] != kind:
            continue
        first: dict[tuple, str] = {}
        for name, report in library.records[kind].items():
            yield from _consent(library, kind, name, report)
            if (earlier := first.setdefault(_identity(report), name)) != name:
                yield library.finding(kind, name, _month_place(report), "report-twice", first=library.documents[kind, earlier].path)
    for name, report in library.each("engagement_report"):
        if is_before(report.period.ended, report.period.started):
            yield library.finding("engagement_report", name, ("period", "ended"), "ended-before-started", started=str(report.period.started))


def _identity(report: Submission) -> tuple:
    """Whose report it is, and about when."""
    if _is_about_months(report):
        return report.member.organization, report.member.jurisdiction, report.period.started, report.period.ended
    return report.administration, report.month


def _is_about_months(report: Submission) -> bool:
    """Whether a report is about a time, as those on engagement are, and not about one month."""
    return hasattr(report, "period")


def _month_place(report: Submission) -> tuple:
    return ("period",) if _is_about_months(report) else ("month",)


def _consent(library: Library, kind: str, name: str, report: Submission) -> Iterator[Finding]:
    """Nobody else can approve, and nobody can approve what is not written yet."""
    if report.consent is None:
        yield library.finding(kind, name, ("consent",), "no-consent", "warning")
    elif report.consent.basis == "author-approval":
        if not _is_own(library, report):
            yield library.finding(kind, name, ("consent", "administration"), "approval-by-another", found=report.consent.administration)
        last = report.period.ended if _is_about_months(report) else report.month
        if is_before(report.consent.approved_on, last):
            yield library.finding(kind, name, ("consent", "approved_on"), "approval-too-early", month=str(last))


def _is_own(library: Library, report: Submission) -> bool:
    """Whether the administration that approved is the one that reports, or belongs to the jurisdiction that does.

    A name that does not exist is told elsewhere, and nobody is then called another.
    """
    approver = report.consent.administration
    jurisdiction = report.member.jurisdiction if _is_about_months(report) else None
    organization = report.member.organization if _is_about_months(report) else report.administration
    if approver not in library.organizations:
        return True
    if organization:
        return approver == organization or organization not in library.organizations
    return library.organizations[approver].jurisdiction == jurisdiction or jurisdiction not in library.terms.get("jurisdiction", {})
