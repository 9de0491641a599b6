"""`guide preview`: the site as it will be, following every saved change.

MkDocs follows data, texts, templates and styles by itself. It loads hooks once per process and never again
(https://github.com/mkdocs/mkdocs/issues/3993), so a change of Python restarts it here.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from .common import language_option, project_root, quiet_environment, words


class _PythonChanged(FileSystemEventHandler):
    """Sets a flag when a Python file or a text of the interface is written."""

    def __init__(self) -> None:
        self.changed = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        path = str(event.src_path)
        if event.event_type in ("modified", "created", "moved", "deleted") and (path.endswith(".py") or "/locales/" in path.replace("\\", "/")):
            self.changed.set()


@click.command(short_help="Serve the site and follow changes. / Servir le site et suivre les changements.")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve. / Où servir le site.")
@language_option
def preview(address: str, language: str | None) -> None:
    """Serve the site and follow changes, drafts included. / Servir le site et suivre les changements, ébauches comprises."""
    t = words(language)
    root = project_root(t)
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
