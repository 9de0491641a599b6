"""`guide schema`: writes what is derived and kept: the JSON Schema of each kind of record, for editors, the issue form, and the empty presentation."""

from __future__ import annotations

import click

from .. import issue_form
from ..checks import checked
from ..outputs.powerpoint import template
from ..schema import schemas
from ..strings import all_strings
from .common import language_option, project_root, words


@click.command(short_help="Write guide_data/schema/ for editors. / Écrire guide_data/schema/ pour les éditeurs.")
@language_option
def schema(language: str | None) -> None:
    """Write guide_data/schema/ from the models. / Écrire guide_data/schema/ à partir des modèles."""
    t = words(language)
    root = project_root(t)
    library, _ = checked(root)
    files = {f"guide_data/schema/{name}": text.encode() for name, text in schemas(library).items()}
    files |= {issue_form.PATH: issue_form.issue_form(all_strings()).encode(), template.PATH: template.empty_presentation()}
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        click.echo(t("command.schema-written", file=path.relative_to(root).as_posix()))
