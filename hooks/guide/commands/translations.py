"""`guide translations`: which texts changed in one language only, and that somebody has compared both."""

from __future__ import annotations

from pathlib import Path

import click

from .. import translations as ledger
from ..languages import LANGUAGES
from ..library import Library
from ..records import KINDS
from ..reports import text
from ..state import State, of_library
from ..strings import Strings
from .common import Failure, language_option, project_root, words
from .whole import sound


@click.command(short_help="Texts that changed in one language only. / Textes modifiés dans une seule langue.")
@click.option("--accept", "compared", multiple=True, metavar="FILE", help="This record says the same in both languages. / Cette fiche dit la même chose dans les deux langues.")
@click.option("--accept-new", "with_new", is_flag=True, help="So do all texts that are new. / Tous les textes nouveaux aussi.")
@language_option
def translations(compared: tuple[str, ...], with_new: bool, language: str | None) -> None:
    """Tell which texts are older in one language, or write down that both were compared. / Dire quels textes sont plus anciens, ou consigner leur comparaison."""
    t = words(language)
    root = project_root(t)
    build = sound(root, t)
    site = build.site
    if compared or with_new:
        wanted = [record for found in compared for record in _records(site.library, found, t)]
        site.translations = ledger.accepted(site.translations, site.library, wanted, with_new)
        (root / ledger.FILE).write_bytes(ledger.written(site.translations).encode("utf-8"))
        click.echo(t("translations.written", file=ledger.FILE))
    for finding in ledger.findings(site.translations, site.library):
        click.echo(text.line(finding, t))
    click.echo("\n".join(_summary(of_library(site, site.library), t)))


def _records(library: Library, found: str, t: Strings) -> list[tuple[str, str]]:
    """The records that are called so, by file or by id. Raises Failure where there is none."""
    path = Path(found)
    known = [(kind, name) for kind, name, _ in library.everything()
             if name == path.name.removesuffix(".yml") and (len(path.parts) == 1 or path.parts[-2] == KINDS[kind].folder)]
    if not known:
        raise Failure(t("translations.no-record", found=found))
    return known


def _summary(found: State, t: Strings) -> list[str]:
    """The records with texts that nobody has compared yet, and the totals."""
    said = found.told
    lines = [t("translations.new", name=f"{KINDS[kind].folder}/{name}.yml", n=len(texts)) for (kind, name), texts in found.records(ledger.NEW).items()]
    return [*lines, t("translations.count", confirmed=said[ledger.CONFIRMED], new=said[ledger.NEW], older=sum(said[language] for language in LANGUAGES),
                      missing=sum(said[missing] for missing in ledger.MISSING))]
