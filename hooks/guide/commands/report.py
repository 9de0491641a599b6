"""`guide report`: what the cases say, leave out and do not know, and what has to be looked at again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import click

from ..outputs import state_report
from ..records.values import PartialDate
from ..state import of_library
from .common import language_option, project_root, words
from .whole import sound

FORMATS = {"text": state_report.as_text, "markdown": state_report.as_markdown, "json": state_report.as_json}


@click.command(short_help="What is complete, and what to look at again. / Ce qui est complet, et ce qui est à revoir.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="text, Markdown or JSON. / Texte, Markdown ou JSON.")
@click.option("--drafts", "with_drafts", is_flag=True, help="Count drafts too. / Compter aussi les ébauches.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), default=None, help="Tell what is late on this day. / Dire ce qui est en retard ce jour-là.")
@language_option
def report(form: str, with_drafts: bool, day: datetime | None, language: str | None) -> None:
    """Sum up the state of the Guide. / Résumer l'état du Guide."""
    t = words(language)
    site = sound(project_root(t), t).site
    shown = replace(site, library=site.library if with_drafts else site.library.published(), _made={})
    on = day.date() if day else date.today()
    reader = state_report.reader_of(shown, t.language)
    click.echo(FORMATS[form](reader, of_library(shown, shown.library), PartialDate(on.year, on.month, on.day), with_drafts))
