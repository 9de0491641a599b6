"""Our templates: they escape everything, refuse undefined names, and are compiled once.

The folder of what was compiled, .cache/ beside this package, may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, pass_context
from jinja2.ext import Extension
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from .site import Site

_INDENTED = re.compile(r"^[ \t]+|\n(?=[ \t]*\n)", re.MULTILINE)
TEMPLATES = Path(__file__).parent / "templates"
KEPT = Path(__file__).parents[2] / ".cache"


class Unindented(Extension):
    """Templates are indented for those who write them; pages carry neither that nor empty lines. Texts of records are not touched."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return _INDENTED.sub("", source)


def environment(site: Site) -> Environment:
    """The template environment of a site. It lives no longer than the site: the preview takes up a changed template."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES), bytecode_cache=_compiled(), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=False, auto_reload=False, cache_size=-1, extensions=[Unindented],
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
    """Where Jinja keeps templates that it has compiled, by their text and its own version; the folder's name has what we do to them before.

    None where nothing can be kept.
    """
    how = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:16]
    folder = KEPT / f"templates-{how}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder), "%s")
