"""`guide check`: everything that is wrong in the data and in the pages of docs/, in one run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from .. import collector, translations
from ..checks import about, checked
from ..folders import DATA
from ..findings import Finding, count, in_reading_order
from ..records import KINDS
from ..reports import github, json, text
from ..reports.repairs import told
from ..shelf import ALONE, shelf
from ..strings import Strings
from .common import Failure, language_option, project_root, words

FORMATS = {"text": text.report, "json": json.report, "github": github.report}


@click.command(short_help="Check the data and the pages. / Vérifier les données et les pages.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text",
              help="text, JSON, or GitHub annotations. / Texte, JSON ou annotations GitHub.")
@click.option("--fix", "fixes", is_flag=True, help="Repair what has one correction. / Réparer ce qui n'a qu'une correction.")
@click.option("--dry-run", "only_shows", is_flag=True, help="With --fix: only show it. / Avec --fix : montrer seulement.")
@language_option
@click.pass_context
def check(context: click.Context, files: tuple[Path, ...], form: str, fixes: bool, only_shows: bool, language: str | None) -> None:
    """Check the data, all of it or some files. / Vérifier les données, toutes ou quelques fichiers."""
    t = words(language, "check.", "command.", "repair.")
    root = project_root(t)
    wanted = [_within(root, file, t) for file in files]
    made = _repaired(root, wanted, only_shows) if fixes else {}
    findings, files = found(root, wanted)
    if fixes and form == "text":
        click.echo("\n".join([*told(made, t), _outcome(made, findings, only_shows, t)]))
    click.echo(FORMATS[form](findings, files, t, **({"repairs": made} if fixes and form != "text" else {})))
    context.exit(status(findings))


@collector.at_rest()
def found(root: Path, wanted: list[str]) -> tuple[list[Finding], int]:
    """What is found in some files, or in all of them, and how many these are."""
    if wanted and (findings := _alone(root, wanted)) is not None:
        return findings, len(wanted)
    from ..reading import read  # the whole Guide is loaded when all of it is asked for
    from ..site import Settings

    _, findings, files = read(root, Settings(site_url=""))
    return [finding for finding in findings if not wanted or finding.path in wanted], len(wanted) or files


def _alone(root: Path, wanted: list[str]) -> list[Finding] | None:
    """What is found in some records, without reading the others; None where only the whole Guide can tell."""
    library = shelf(root)
    kinds = {f"{DATA}/{kind.folder}": kind.name for kind in KINDS.values() if kind.name in ALONE}
    names = {path: (kinds.get(path.rpartition("/")[0], ""), Path(path).stem) for path in wanted}
    if not set(names.values()) <= set(library.documents):
        return None
    found = [finding for path in wanted for finding in about(library, *names[path], library.documents[names[path]])]
    compared, _ = translations.read(root)
    return in_reading_order([*found, *(finding for path in wanted for finding in translations.findings(compared, replace(library, only=names[path])))])


def _repaired(root: Path, wanted: list[str], only_shows: bool) -> dict:
    from .fix import repairs

    return repairs(root, *checked(root), wanted, writes=not only_shows)


def _outcome(made: dict, findings: list[Finding], only_shows: bool, t: Strings) -> str:
    """What became of the repairs, and what is left to a person."""
    said = [t("repair.none" if not made else "repair.shown" if only_shows else "repair.made")]
    return "\n".join([*said, *([t("repair.left")] if findings and not only_shows else [])])


def status(findings: list[Finding]) -> int:
    """1 when there is an error, in every format. A warning never stops a contribution."""
    return 1 if count(findings, "error") else 0


def _within(root: Path, file: Path, t: Strings) -> str:
    """The path of a file as findings name it. Raises Failure for a file that is no record."""
    absolute = Path.cwd() / file
    if not absolute.is_file():
        raise Failure(t("command.no-file", file=file))
    try:
        name = absolute.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        name = ""
    if not name.startswith(("guide_data/", "docs/")):
        raise Failure(t("command.outside", file=file))
    return name
