"""Our templates: they escape everything, refuse undefined names, and are compiled once, with marks for words. As a language loads one, its
words take the place of the marks.

The folder of what was compiled, .cache/ beside this package, may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template, meta, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from .site import Site

_NAMED = re.compile(r'\{% (?:include|from) "([^"]+)"[\w, ]* %\}\n?')
_WORDS = re.compile(r"""\{\{ t\((["'])([\w.-]+)\1\) \}\}""")
# Marks that no text holds: neither YAML nor HTML knows these characters.
_MARK = re.compile("\x02([\\w.-]+)\x03")
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
    is compiled into the whole, and so are the marks of words. Texts of records are not touched."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        whole = _NAMED.sub(lambda found: self.preprocess(self._source(found[1]), found[1]), _INDENTED.sub("", source))
        return whole if self.environment.words is None else _WORDS.sub("\x02\\2\x03", whole)

    def _source(self, name: str) -> str:
        return self.environment.loader.get_source(self.environment, name)[0].removesuffix("\n")


def shown(value: object) -> str:
    """A value as it stands on a page. Most are texts without a sign to escape: they are looked at and let through, which takes half of
    the time in which `escape` makes Markup of each.

    >>> shown("L’accès"), shown("<b>"), shown(Markup("<b>")), shown(3)
    ('L’accès', Markup('&lt;b&gt;'), Markup('<b>'), '3')
    """
    kind = type(value)
    if kind is str:
        return escape(value) if _SIGN.search(value) else value
    if kind is Markup:
        return value
    if kind is int:
        return str(value)
    finished = getattr(value, "__html__", None)
    return finished() if finished else escape(value)


class Shown(CodeGenerator):
    """Compiles a value to be shown as a call of `shown`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.shown(")


class Worded(Template):
    """A template with the words of its environment's language in the place of their marks."""

    @classmethod
    def from_code(cls, environment: Environment, code: CodeType, globals: Any, uptodate: Callable[[], bool] | None = None) -> Template:
        """Raises KeyError for a word that nobody knows."""
        return super().from_code(environment, code if environment.words is None else _worded(code, environment.words), globals, uptodate)


def _worded(constant: Any, words: Mapping[str, str]) -> Any:
    """A constant of compiled code with words in the place of their marks: a text, or what holds some."""
    if isinstance(constant, str):
        return _MARK.sub(lambda found: escape(words[found[1]]), constant)
    if isinstance(constant, tuple):
        return tuple(_worded(part, words) for part in constant)
    return constant.replace(co_consts=_worded(constant.co_consts, words)) if isinstance(constant, CodeType) else constant


class Plain(Context):
    """What a template knows. Jinja looks at everything that is called, whether it asks for the context; nothing of ours does."""

    def call(self, function: Callable[..., Any], /, *values: object, **named: object) -> Any:
        if named:  # the variables of loops and blocks are for those that ask for the context
            named.pop("_loop_vars", None)
            named.pop("_block_vars", None)
        return function(*values, **named)


class Pages(Environment):
    """An environment for pages. `x.name` is an attribute, and `x["name"]` an item: Jinja would look for either, in a function of its own."""

    code_generator_class, context_class, template_class = Shown, Plain, Worded
    shown, getattr = staticmethod(shown), staticmethod(getattr)


def environment(site: Site, language: str = "") -> Environment:
    """The template environment of a language, or of pages in both. It lives no longer than the site: the preview takes up a changed template."""
    return _environment(site.texts[language].words if language else None, site.once(_templates))


def of_pages() -> list[str]:
    """The names of all templates with which the pages of a language are made. Those of pages written by hand, which are made first, come first."""
    found = (path.relative_to(TEMPLATES).as_posix() for folder in ("layout", "pages") for path in TEMPLATES.glob(f"{folder}/*.html"))
    return sorted(found, reverse=True)


def compile_all(names: Iterable[str] | None = None) -> None:
    """Compile those templates (default: of all pages) that are not kept yet: once, before both languages ask for them. Raises TemplateNotFound."""
    made = _environment(defaultdict(str), _templates())
    if made.bytecode_cache:
        for name in of_pages() if names is None else names:
            made.get_template(name)


def compile_named(made: Environment, name: str) -> None:
    """Compile a template and those that it names, in an environment that keeps what was compiled. Raises TemplateNotFound."""
    made.get_template(name)
    for part in meta.find_referenced_templates(made.parse(made.loader.get_source(made, name)[0])):
        if part:
            made.get_template(part)


def _environment(words: Mapping[str, str] | None, state: str) -> Environment:
    made = Pages(
        loader=FileSystemLoader(TEMPLATES), bytecode_cache=kept(f"templates-{state}{'' if words is None else '-marked'}"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=False, auto_reload=False, cache_size=-1, extensions=[Compact],
    )
    made.extend(words=words)
    if words is not None:
        made.globals["once"] = _once()
    return made


def _once() -> Callable[..., Markup]:
    """For templates: `once(card, case)` is card(case), made once for all pages of a language that show the same. Values are hashable."""
    shown: dict[tuple, Markup] = {}

    def once(macro: Macro, *values: object) -> Markup:
        key = (macro.name, *values)
        if key not in shown:
            shown[key] = macro(*values)
        return shown[key]

    return once


class Kept(FileSystemBytecodeCache):
    """What was compiled, in files. What cannot be kept, because the folder was deleted meanwhile, is compiled again."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def kept(name: str) -> FileSystemBytecodeCache | None:
    """A folder of .cache/ for what Jinja has compiled, which it knows by name and content. None where nothing can be kept,
    as in a browser, where nobody knows the version either."""
    try:
        folder = KEPT / f"{name}-{version('jinja2')}"
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, PackageNotFoundError):
        return None
    return Kept(str(folder), "%s")


def _templates(_: Site | None = None) -> str:
    """The state of the templates, and of what compiles them. A folder holds what was compiled of one state: Jinja knows a template by its own
    text, without the parts that it names."""
    state = hashlib.sha256()
    for path in (Path(__file__), *sorted(TEMPLATES.rglob("*.html"))):
        state.update(path.read_bytes())
    return state.hexdigest()[:16]
