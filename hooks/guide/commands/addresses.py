"""`guide addresses`: adds to the ledger what is new among the addresses of the Guide, and keeps what was."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap

import click

from ..build import Build, prepare
from ..languages import LANGUAGES
from ..ledger import missing, updated
from ..folders import DATA, LEDGER
from ..records.ledger import Entry
from ..reports import text
from ..site import Settings
from ..strings import Strings, strings
from ..yaml_source.traps import written
from .common import Failure, language_option, project_root, words

FILE = f"{DATA}/{LEDGER}"
# Of a line of the comment.
WIDTH = 118


@click.command(short_help="Keep the ledger of addresses. / Tenir le registre des adresses.")
@click.option("--check", "only_check", is_flag=True, help="Only tell what is missing. / Dire seulement ce qui manque.")
@language_option
@click.pass_context
def addresses(context: click.Context, only_check: bool, language: str | None) -> None:
    """Write the new addresses into the ledger. / Inscrire les nouvelles adresses au registre."""
    t = words(language)
    root = project_root(t)
    build = _sound(prepare(root, Settings(site_url="")), t)
    new = missing(build.site.ledger, build.site.routes.paths)
    for path in new:
        click.echo(path)
    if only_check:
        click.echo(t("command.addresses-missing", n=len(new), file=FILE) if new else t("command.addresses-current", file=FILE))
        context.exit(1 if new else 0)
    _write(root, ledger_text(updated(build.site.ledger, build.site.routes.paths)))
    click.echo(t("command.addresses-written", n=len(new), file=FILE))


def _sound(build: Build, t: Strings) -> Build:
    """A Guide without errors. Raises Failure: nothing is written down as published that could not be."""
    if build.problems():
        raise Failure(text.report(build.findings, build.files, t))
    return build


def _write(root: Path, content: str) -> None:
    (root / FILE).write_bytes(content.encode("utf-8"))


def ledger_text(entries: list[Entry]) -> str:
    """The file: what it is for, in both languages, and each page with its addresses. The same for the same entries."""
    lines = [f"# yaml-language-server: $schema=schema/{LEDGER.removesuffix('.yml')}.schema.json"]
    for code in LANGUAGES:
        lines += ["#", *(f"# {line}" for line in wrap(strings(code)("ledger.comment"), WIDTH))]
    return "\n".join([*lines, "addresses:", *(line for entry in entries for line in _lines(entry))]) + "\n"


def _lines(entry: Entry) -> list[str]:
    lines = [f"  - kind: {entry.kind}", f"    key: {entry.key}"]
    for code in LANGUAGES:
        lines += [f"    {code}:", *(f"      - {path}" for path in getattr(entry, code))]
    if gone := entry.withdrawn:
        lines += ["    withdrawn:", f"      on: {gone.on}", "      reason:", *(f"        {code}: {written(getattr(gone.reason, code))}" for code in LANGUAGES)]
        lines += [f"      replaced_by: {gone.replaced_by}"] if gone.replaced_by else []
    return lines
