"""The command `guide`: sets up, checks, builds and sums up. One file per command in commands/.

The hooks do the work; `mkdocs build` gives the same site. No command shows a traceback unless GUIDE_DEBUG is set.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

from . import collector

with collector.at_rest():  # what is imported stays
    import click

    from .commands.common import Failure, language_option
    from .languages import preferred
    from .strings import strings

# Each in the file of its name, in the order in which they are listed.
COMMANDS = ("site", "pdf", "offline", "preview", "new", "check", "test", "report", "links", "translations", "schema", "addresses", "browser", "lock")


class Commands(click.Group):
    """Loads the command that was asked for, and not what the others need."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        with collector.at_rest():
            return getattr(import_module(f".commands.{name}", __package__), name)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@language_option
def guide(language: str) -> None:
    """Service Delivery Partnerships Guide / Guide des partenariats en matière de prestation de services."""
    os.environ["GUIDE_LANG"] = language or preferred(dict(os.environ))


def main(arguments: list[str] | None = None) -> int:
    """Run a command. 0: all is well; 1: something has to be corrected; 2: the command itself was not understood."""
    try:
        return guide.main(arguments, prog_name="guide", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return 2
    except click.Abort:
        return 1
    except Failure as failure:
        click.echo(str(failure), err=True)
        return failure.status
    except Exception as error:
        if os.environ.get("GUIDE_DEBUG"):
            raise
        t = strings(preferred(dict(os.environ)))
        click.echo(t("command.unexpected", error=f"{type(error).__name__} {error}".strip()), err=True)
        return 1


def run() -> None:
    """The entry point of the installed command."""
    sys.exit(main())
