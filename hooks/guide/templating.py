"""Our templates: they escape everything, refuse undefined names, and are compiled once.

The folder of what was compiled, .cache/ beside this package, may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, pass_context
from jinja2.ext import Extension
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from .site import Site

_INCLUDED = re.compile(r'\{% include "([^"]+)" %\}\n?')
_INDENTED = re.compile(r"^[ \t]+|\n(?=[ \t]*\n)", re.MULTILINE)
TEMPLATES = Path(__file__).parent / "templates"
KEPT = Path(__file__).parents[2] / ".cache"


class ByName(FileSystemLoader):
    """Templates that are looked up by their names. Whoever asks which there are is told of none."""

    def list_templates(self) -> list[str]:
        return []


class Compact(Extension):
    """Templates are indented and divided for those who write them. Pages carry neither indentation nor empty lines, and a part that is
    included by its name is compiled into the whole, since Jinja makes a new context for each, twenty on a page. Texts of records are not touched."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return _INCLUDED.sub(lambda found: self.preprocess(self._source(found[1]), found[1]), _INDENTED.sub("", source))

    def _source(self, name: str) -> str:
        return self.environment.loader.get_source(self.environment, name)[0].removesuffix("\n")


def environment(site: Site) -> Environment:
    """The template environment of a site. It lives no longer than the site: the preview takes up a changed template."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES), bytecode_cache=_compiled(), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=False, auto_reload=False, cache_size=-1, extensions=[Compact],
    )
    made.globals["once"] = _once()
    return made


def _once() -> Callable[..., Markup]:
    """For templates: `once(card, case)` is card(case), made once for all pages that show the same. Values are hashable."""
    shown: dict[tuple, Markup] = {}

    @pass_context
    def once(context: Context, macro: Macro, *values: object) -> Markup:
        key = (macro.name, context.get("language"), *values)
        if key not in shown:
            shown[key] = macro(*values)
        return shown[key]

    return once


def _compiled() -> FileSystemBytecodeCache | None:
    """Where Jinja keeps our templates: a folder for each state of all of them, since one holds others."""
    state = hashlib.sha256(Path(__file__).read_bytes())
    for path in sorted(TEMPLATES.rglob("*.html")):
        state.update(path.read_bytes())
    return kept(f"templates-{state.hexdigest()[:16]}")


def kept(name: str) -> FileSystemBytecodeCache | None:
    """A folder of .cache/ for what Jinja has compiled, which it knows by name and content. None where nothing can be kept."""
    folder = KEPT / f"{name}-{version('jinja2')}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder), "%s")
