"""`guide offline`: builds the site and packs it as one archive that opens from a folder, without any server."""

from __future__ import annotations

import click

from ..outputs.offline import pack
from .common import language_option, project_root, words
from .site import build


@click.command(short_help="Pack the site for closed networks. / Préparer le site pour un réseau fermé.")
@language_option
def offline(language: str | None) -> None:
    """Build the site, and pack it into dist/site-offline.zip. / Produire le site et l'emballer dans dist/site-offline.zip."""
    t = words(language)
    root = project_root(t)
    build(root, t)
    target = root / "dist" / "site-offline.zip"
    count = pack(root / "site", target)
    click.echo(t("command.offline-written", file=target.relative_to(root).as_posix(), n=count, size=f"{target.stat().st_size / 1_000_000:.1f}"))
