"""Our templates: they escape everything, refuse undefined names, and are compiled once for each language, whose words are then in them.

The folder of what was compiled, .cache/ beside this package, may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from . import typography
from .site import Site

_NAMED = re.compile(r'\{% (?:include|from) "([^"]+)"[\w, ]* %\}\n?')
_WORDS = re.compile(r"""\{\{ t\((["'])([\w.-]+)\1\) \}\}""")
_INDENTED = re.compile(r"^[ \t]+|\n(?=[ \t]*\n)", re.MULTILINE)
_SIGN = re.compile(r"""[&<>"']""")
TEMPLATES = Path(__file__).parent / "templates"
KEPT = Path(__file__).parents[2] / ".cache"


class ByName(FileSystemLoader):
    """Templates that are looked up by their names. Whoever asks which there are is told of none."""

    def list_templates(self) -> list[str]:
        return []


class Compact(Extension):
    """Templates are indented and divided for those who write them, and name their words. Pages carry neither indentation nor empty lines,
    and Jinja would make a new context for each part and ask for each word on every page: a part that is included or imported by its name
    is compiled into the whole, and so are the words of the environment's language. Texts of records are not touched."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        whole = _NAMED.sub(lambda found: self.preprocess(self._source(found[1]), found[1]), _INDENTED.sub("", source))
        return whole if self.environment.words is None else _WORDS.sub(self._word, whole)

    def _word(self, found: re.Match[str]) -> str:
        word = escape(self.environment.words[found[2]])
        return found[0] if "{" in word else word  # which might mean something to Jinja

    def _source(self, name: str) -> str:
        return self.environment.loader.get_source(self.environment, name)[0].removesuffix("\n")


def shown(value: object) -> str:
    """A value as it stands on a page. Most are texts without a sign to escape: they are looked at and let through, which takes half of
    the time in which `escape` makes Markup of each.

    >>> shown("L’accès"), shown("<b>"), shown(Markup("<b>")), shown(3)
    ('L’accès', Markup('&lt;b&gt;'), Markup('<b>'), Markup('3'))
    """
    kind = type(value)
    if kind is str:
        return escape(value) if _SIGN.search(value) else value
    if kind is Markup:
        return value
    finished = getattr(value, "__html__", None)
    return finished() if finished else escape(value)


class Shown(CodeGenerator):
    """Compiles a value to be shown as a call of `shown`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.shown(")


class Pages(Environment):
    """An environment for pages."""

    code_generator_class = Shown
    shown = staticmethod(shown)


def environment(site: Site, language: str = "") -> Environment:
    """The template environment of a language, or of pages in both. It lives no longer than the site: the preview takes up a changed template."""
    made = Pages(
        loader=FileSystemLoader(TEMPLATES), bytecode_cache=_compiled(site, language), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=False, auto_reload=False, cache_size=-1, extensions=[Compact],
    )
    made.extend(words=site.texts[language].words if language else None)
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


def _compiled(site: Site, language: str) -> FileSystemBytecodeCache | None:
    """Where Jinja keeps our templates: a folder for each state of templates and words, since one holds others."""
    state = site.once(_templates).copy()
    if language:
        state.update(json.dumps(site.strings[language].texts).encode())
    return kept(f"templates-{state.hexdigest()[:16]}")


def kept(name: str) -> FileSystemBytecodeCache | None:
    """A folder of .cache/ for what Jinja has compiled, which it knows by name and content. None where nothing can be kept,
    as in a browser, where nobody knows the version either."""
    try:
        folder = KEPT / f"{name}-{version('jinja2')}"
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, PackageNotFoundError):
        return None
    return FileSystemBytecodeCache(str(folder), "%s")


def _templates(site: Site) -> hashlib._Hash:
    """The state of the templates, and of what is made of them before they are compiled."""
    state = hashlib.sha256()
    for path in (Path(__file__), Path(typography.__file__), *sorted(TEMPLATES.rglob("*.html"))):
        state.update(path.read_bytes())
    return state
