"""The whole Guide, read and checked: what the build and every command that looks at all of it begin with.

It knows no page: checking the data need not wait for what makes pages and files.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from . import checks, collector, handwritten, ledger, translations
from .findings import Finding, in_reading_order
from .folders import DATA, LEDGER, LINKS, TRANSLATIONS
from .library import load
from .links import results
from .memory import Memory
from .routes import Name
from .site import Settings, Site


@collector.at_rest()
def read(root: Path, settings: Settings, memory: Memory | None = None, only: Collection[Name] | None = None) -> tuple[Site, list[Finding], int]:
    """The site of everything below root, what was found, in reading order, and the number of files.

    What `memory` knows is not read again. With `only`, kinds and ids of records, what holds between records is checked of these alone.
    """
    memory = memory or Memory()
    library, findings = load(root, memory)
    book, wrong = memory.of(root / DATA / LEDGER, lambda: ledger.read(root))
    library.published_slugs = book.slugs
    for seen in [library] if only is None else [replace(library, only=name) for name in only if name in library.documents]:
        findings += checks.found(seen)
    written, more = handwritten.read(root)
    compared, amiss = memory.of(root / DATA / TRANSLATIONS, lambda: translations.read(root))
    links, unread = memory.of(root / DATA / LINKS, lambda: results.read(root))
    findings += [*more, *wrong, *amiss, *unread]
    for seen in [library] if only is None else [replace(library, only=name) for name in only if name in library.documents]:
        findings += translations.findings(compared, seen)
    findings = in_reading_order(findings)
    site = Site(root, settings, library if settings.with_drafts else library.published(), written, ledger=book, translations=compared, links=links)
    findings = in_reading_order([*findings, *ledger.findings(book, site.routes.paths, library, root), *site.settings_findings()])
    if not any(finding.severity == "error" for finding in findings):
        findings = in_reading_order([*findings, *site.clash_findings()])
    return site, findings, len(library.documents) + sum(map(len, written.values()))
