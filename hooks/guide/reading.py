"""The whole Guide, read and checked: what the build and every command that looks at all of it begin with.

It knows no page: checking the data need not wait for what makes pages and files.
"""

from __future__ import annotations

from pathlib import Path

from . import checks, handwritten, ledger, translations
from .findings import Finding, in_reading_order
from .links import results
from .site import Settings, Site


def read(root: Path, settings: Settings) -> tuple[Site, list[Finding], int]:
    """The site of everything below root, what was found, in reading order, and the number of files."""
    library, findings = checks.checked(root)
    written, more = handwritten.read(root)
    book, wrong = ledger.read(root)
    compared, amiss = translations.read(root)
    links, unread = results.read(root)
    findings = in_reading_order([*findings, *more, *wrong, *amiss, *unread, *translations.findings(compared, library)])
    site = Site(root, settings, library if settings.with_drafts else library.published(), written, ledger=book, translations=compared, links=links)
    findings = in_reading_order([*findings, *ledger.findings(book, site.routes.paths, library, root), *site.settings_findings()])
    if not any(finding.severity == "error" for finding in findings):
        findings = in_reading_order([*findings, *site.clash_findings()])
    return site, findings, len(library.documents) + sum(map(len, written.values()))
