"""`guide pdf`: builds the site with the whole Guide as a tagged PDF, which takes minutes."""

from __future__ import annotations

import click

from ..outputs.pdf import is_installed
from .common import Failure, language_option, words
from .site import make


@click.command(short_help="Build the site, with the Guide as a PDF. / Produire le site, avec le Guide en PDF.")
@language_option
def pdf(language: str | None) -> None:
    """Build the site with the whole Guide as a tagged PDF. / Produire le site avec le Guide complet en PDF balisé."""
    t = words(language)
    if not is_installed():
        raise Failure(t("command.needs-pdf-tools", command="pip install --require-hashes -r requirements/pdf.txt"))
    make(t, with_pdf=True)
