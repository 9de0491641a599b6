"""`guide schema`: writes the JSON Schema of each kind of record, for editors."""

from __future__ import annotations

import click

from ..checks import checked
from ..schema import schemas
from .common import language_option, project_root, words


@click.command(short_help="Write guide_data/schema/ for editors. / Écrire guide_data/schema/ pour les éditeurs.")
@language_option
def schema(language: str | None) -> None:
    """Write guide_data/schema/ from the models. / Écrire guide_data/schema/ à partir des modèles."""
    t = words(language)
    root = project_root(t)
    library, _ = checked(root)
    for name, text in schemas(library).items():
        path = root / "guide_data" / "schema" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
        click.echo(t("command.schema-written", file=path.relative_to(root).as_posix()))
