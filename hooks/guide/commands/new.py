"""`guide new`: begins a record, as a file with comments that say what each field takes. It never replaces a file."""

from __future__ import annotations

from pathlib import Path

import click

from .. import ledger
from ..folders import DATA, RESERVED
from ..naming import slugified
from ..pages.record_template import started
from ..records import KINDS, Kind
from ..records.values import MAX_NAME, Refused, identifier
from ..strings import Strings
from .common import Failure, language_option, project_root, words

CHOICES = {name.replace("_", "-"): kind for name, kind in KINDS.items()}


@click.command(short_help="Begin a record. / Commencer une fiche.")
@click.argument("name", metavar="ID")
@click.option("--kind", "kind", type=click.Choice(list(CHOICES)), default="case-study", show_default=True,
              help="What kind of record. / Quelle sorte de fiche.")
@language_option
def new(name: str, kind: str, language: str | None) -> None:
    """Write a commented file for a new record. / Écrire un fichier commenté pour une nouvelle fiche."""
    t = words(language)
    root = project_root(t)
    command = "guide new" if kind == "case-study" else f"guide new --kind {kind}"
    path = root / _free(root, CHOICES[kind], Path(name).name.removesuffix(".yml"), command, t)
    path.parent.mkdir(exist_ok=True)
    try:
        with path.open("xb") as file:
            file.write(started(t, CHOICES[kind]).encode("utf-8"))
    except FileExistsError:
        raise Failure(t("command.new-taken", file=path.relative_to(root).as_posix(), command=f"{command} {name}-2")) from None
    click.echo(t("command.new-written", file=path.relative_to(root).as_posix()))


def _free(root: Path, kind: Kind, name: str, command: str, t: Strings) -> str:
    """The path of a record that does not exist yet. Raises Failure, with an id that would do."""
    book, _ = ledger.read(root)
    gone = {entry.key: entry for entry in book.entries if entry.kind == kind.name and entry.withdrawn}
    taken = {path.stem.casefold(): path.name for path in (root / DATA / kind.folder).glob("*")}
    path = f"{DATA}/{kind.folder}/{name}.yml"
    better = f"{command} {_suggested(name, {*taken, *gone, *RESERVED})}"
    try:
        identifier(name)
    except Refused:
        raise Failure(t("command.new-form", found=name[:MAX_NAME], command=better)) from None
    if name in RESERVED:
        raise Failure(t("command.new-reserved", found=name, command=better))
    if name in gone:
        raise Failure(t("command.new-withdrawn", found=name, date=gone[name].withdrawn.on, command=better))
    if name in taken:
        raise Failure(t("command.new-taken", file=f"{DATA}/{kind.folder}/{taken[name]}", command=better))
    return path


def _suggested(name: str, taken: set[str]) -> str:
    """An id like the one that was asked for, which nothing stands in the way of."""
    base = slugified(name)[: MAX_NAME - 4].strip("-") or "my-case"
    return next(found for number in range(1, len(taken) + 3) if (found := base if number == 1 else f"{base}-{number}") not in taken)
