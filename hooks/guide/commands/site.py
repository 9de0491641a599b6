"""`guide site`: builds the whole site and ends with a short summary."""

from __future__ import annotations

import os
import time
from pathlib import Path

import click

from .. import mkdocs_command
from ..build import Build
from ..findings import count
from ..folders import DATA, LEDGER
from ..languages import LANGUAGES
from ..ledger import missing
from ..strings import Strings
from .common import Failure, language_option, project_root, quiet_environment, words


@click.command(short_help="Build the site into site/. / Produire le site dans site/.")
@language_option
def site(language: str | None) -> None:
    """Check the data and build the site into site/. / Vérifier les données et produire le site dans site/."""
    make(words(language))


def make(t: Strings, with_pdf: bool = False) -> None:
    """Build the site, and sum up. Raises Failure."""
    root, started = project_root(t), time.monotonic()
    made = build(root, t, with_pdf)
    click.echo("\n" + summary(made, time.monotonic() - started, t))
    if not with_pdf:
        click.echo(t("summary.no-pdf"))


def build(root: Path, t: Strings, with_pdf: bool = False) -> Build:
    """Build the site with MkDocs, which tells what stands in the way. Raises Failure."""
    os.environ.update(quiet_environment() | {"GUIDE_LANG": t.language, "GUIDE_PDF": str(int(with_pdf))})
    made = mkdocs_command.build(root)
    if made is None:
        raise Failure(t("summary.failed"))
    return made


def summary(made: Build, seconds: float, t: Strings) -> str:
    """What was built, and how to look at it. Everything is counted in the site itself or in the data."""
    root, library = made.site.root, made.site.library
    cases, published = sum(kind == "case_study" for kind, _ in library.documents), len(library.case_studies)
    pages = {code: sum(1 for _ in (root / "site" / code).rglob("index.html")) for code in LANGUAGES}
    lines = [
        t("summary.cases", published=published, drafts=cases - published), t("summary.pages", **pages),
        t("summary.warnings", n=count(made.findings, "warning")), t("summary.seconds", seconds=f"{seconds:.1f}"),
        t("summary.open", folder=root / "site"),
    ]
    if new := missing(made.site.ledger, made.site.routes.paths):
        lines.append(t("command.addresses-missing", n=len(new), file=f"{DATA}/{LEDGER}"))
    if "GUIDE_SITE_URL" not in os.environ and ".example/" in (root / "mkdocs.yml").read_text("utf-8"):
        lines.append(t("summary.example-address"))
    return "\n".join(lines)
