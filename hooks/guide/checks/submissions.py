"""Reports that members submit: approved by themselves, for a time that is over, and each entered once."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding
from ..library import Library
from ..records.engagement_report import EngagementReport
from ..records.submission import Submission
from .dates import is_before


def findings(library: Library) -> Iterator[Finding]:
    for kind in ("exchange_report", "engagement_report"):
        first: dict[tuple, str] = {}
        for name, report in library.records[kind].items():
            yield from _consent(library, kind, name, report)
            if (earlier := first.setdefault(_identity(report), name)) != name:
                yield library.finding(kind, name, _month_place(report), "report-twice", first=library.documents[kind, earlier].path)
    for name, report in library.engagement_reports.items():
        if is_before(report.period.ended, report.period.started):
            yield library.finding("engagement_report", name, ("period", "ended"), "ended-before-started", started=str(report.period.started))


def _identity(report: Submission) -> tuple:
    """Whose report it is, and about when."""
    if isinstance(report, EngagementReport):
        return report.member.organization, report.member.jurisdiction, report.period.started, report.period.ended
    return report.administration, report.month


def _month_place(report: Submission) -> tuple:
    return ("period",) if isinstance(report, EngagementReport) else ("month",)


def _consent(library: Library, kind: str, name: str, report: Submission) -> Iterator[Finding]:
    """Nobody else can approve, and nobody can approve what is not written yet."""
    if report.consent is None:
        yield library.finding(kind, name, ("consent",), "no-consent", "warning")
    elif report.consent.basis == "author-approval":
        if not _is_own(library, report):
            yield library.finding(kind, name, ("consent", "administration"), "approval-by-another", found=report.consent.administration)
        last = report.period.ended if isinstance(report, EngagementReport) else report.month
        if is_before(report.consent.approved_on, last):
            yield library.finding(kind, name, ("consent", "approved_on"), "approval-too-early", month=str(last))


def _is_own(library: Library, report: Submission) -> bool:
    """Whether the administration that approved is the one that reports, or belongs to the jurisdiction that does.

    A name that does not exist is told elsewhere, and nobody is then called another.
    """
    approver = report.consent.administration
    jurisdiction = report.member.jurisdiction if isinstance(report, EngagementReport) else None
    organization = report.member.organization if isinstance(report, EngagementReport) else report.administration
    if approver not in library.organizations:
        return True
    if organization:
        return approver == organization or organization not in library.organizations
    return library.organizations[approver].jurisdiction == jurisdiction or jurisdiction not in library.terms.get("jurisdiction", {})
