"""`guide preview`: the site as it will be, following every saved change.

MkDocs follows data, texts, templates and styles by itself. It loads hooks once per process and never again
(https://github.com/mkdocs/mkdocs/issues/3993), so a change of Python restarts it here.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from urllib.parse import urlsplit

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from ..build import prepare
from ..languages import LANGUAGES
from ..reports import text
from ..site import Settings
from ..strings import Strings
from .common import Failure, language_option, project_root, quiet_environment, words


class _PythonChanged(FileSystemEventHandler):
    """Sets a flag when a Python file or a text of the interface is written."""

    def __init__(self) -> None:
        self.changed = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        path = str(event.src_path)
        if event.event_type in ("modified", "created", "moved", "deleted") and (path.endswith(".py") or "/locales/" in path.replace("\\", "/")):
            self.changed.set()


@click.command(short_help="Serve the site and follow changes. / Servir le site et suivre les changements.")
@click.argument("name", required=False, default="", metavar="[ID]")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve. / Où servir le site.")
@language_option
def preview(name: str, address: str, language: str | None) -> None:
    """Serve the site, drafts included; with an id, tell its address. / Servir le site, ébauches comprises ; avec un identifiant, dire l'adresse."""
    t = words(language)
    root = project_root(t)
    if name:
        click.echo(t("command.preview-page", name=name, addresses=" ".join(pages_of(root, name, address, t))))
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    watcher, observer = _PythonChanged(), Observer()
    observer.schedule(watcher, str(root / "hooks"), recursive=True)
    observer.start()
    try:
        _serve(command, root, quiet_environment() | {"GUIDE_LANG": t.language}, watcher, t("command.preview-restarts"))
    except KeyboardInterrupt:
        pass
    finally:
        observer.stop()
        observer.join()


def pages_of(root: Path, name: str, address: str, t: Strings) -> list[str]:
    """The addresses of a record's page in the preview, in each language. Raises Failure for what has no page."""
    path = urlsplit(os.environ.get("GUIDE_SITE_URL", "")).path
    build = prepare(root, Settings(f"http://{address}{path}", with_drafts=True))
    for kind in ("case_study", "organization", "exchange_report"):
        if (kind, name) in build.site.library.documents and not build.site.routes.has(kind, name):
            raise Failure(text.report([finding for finding in build.findings if finding.path == build.site.library.documents[kind, name].path], 1, t))
        if build.site.routes.has(kind, name):
            return [build.site.routes.absolute(build.site.routes.path(kind, name, code)) for code in LANGUAGES]
    raise Failure(t("command.no-page", found=name))


def _serve(command: list[str], root: Path, environment: dict[str, str], watcher: _PythonChanged, notice: str) -> None:
    """Run the server, and run it again after each change of Python. Ends when the server ends by itself."""
    while True:
        watcher.changed.clear()
        server = subprocess.Popen(command, cwd=root, env=environment)
        try:
            while server.poll() is None and not watcher.changed.wait(0.3):
                pass
        finally:
            server.terminate()
            server.wait()
        if not watcher.changed.is_set():
            return
        click.echo(notice)
