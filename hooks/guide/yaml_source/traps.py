"""YAML's traps: what people really type, recognized line by line, with the line that they meant.

Each trap answers for one line: None, or its code (a sentence in locales) and the corrected line. The reader
reports it, puts the corrected line in its place, and reads on, so that one run names every trap of a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable

# Indentation, an optional dash, an optional key with its colon, and the value.
_LINE = re.compile(r"^(?P<lead>\s*(?:- +)*)(?P<key>[^\s:#'\"\[{&*!|>%@`-][^:#'\"]*: +)?(?P<value>\S.*?)?\s*$")
_KEY_ALONE = re.compile(r"^(?P<lead>\s*(?:- +)*)(?P<key>[A-Za-z_][\w-]*)\s*:\s*$")
_NO_SPACE = re.compile(r"^(?P<lead>\s*(?:- +)*)(?P<key>[a-z_]+):(?P<value>[^\s:/].*)$")
_NO_SPACE_DASH = re.compile(r"^(?P<lead>\s*)-(?P<value>[^\s-].*)$")
_SPECIAL = "[]{},*&%@`!|>?#"
_BLOCK_HEADER = re.compile(r"^[|>][+-]?\d?[+-]?$")

Trap = tuple[str, str]


def quoted(text: str) -> str:
    """A text in double quotes, as YAML wants it.

    >>> print(quoted('Objectif : « un » "deux"'))
    "Objectif : « un » \\"deux\\""
    """
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def key_of(line: str) -> str:
    """The field that a line is about, or "".

    >>> key_of("  - year: 2005")
    'year'
    """
    match = re.match(r"\s*(?:- +)*([A-Za-z_][\w-]*)\s*:", line)
    return match[1] if match else ""


def tab_indentation(line: str, previous: str) -> Trap | None:
    indent = re.match(r"[ \t]*", line)[0]
    return ("tab", _expected_indent(previous) + line[len(indent):]) if "\t" in indent else None


def nonbreaking_indentation(line: str, previous: str) -> Trap | None:
    indent = re.match(r"[ \u00a0\u202f\u2007\u3000\u2000-\u200a]*", line)[0]
    return ("nonbreaking-indentation", " " * len(indent) + line[len(indent):]) if indent.strip(" ") else None


def unbalanced_quotes(line: str, previous: str) -> Trap | None:
    """`'L'équipement'`, `"Guichet" unique`, `"sans fin`: the quotes end too early or never."""
    match = _LINE.match(line)
    value = match["value"] if match else None
    if not value or value[0] not in "'\"" or _is_closed(value):
        return None
    mark, inner = value[0], value[1:]
    whole = inner[:-1] if inner.endswith(mark) and len(inner) > 1 else value if mark in inner else inner
    return "quotes", _with_value(match, whole)


def special_start(line: str, previous: str = "") -> Trap | None:
    """A value that begins with a character that YAML keeps for itself."""
    match = _LINE.match(line)
    value = match["value"] if match else None
    if not value or value[0] not in _SPECIAL or _BLOCK_HEADER.match(value):
        return None
    return "special-start", _with_value(match, value)


def colon_in_text(line: str, previous: str) -> Trap | None:
    """`Objectif : un seul guichet`: a colon and a space start a new field."""
    match = _LINE.match(line)
    if not match or not match["value"] or match["value"][0] in "'\"":
        return None
    value = match["value"]
    if not re.search(r":(\s|$)", value):
        return None
    if not match["key"] and not match["lead"].strip():
        return None
    return "colon", _with_value(match, value)


def missing_space(line: str, previous: str) -> Trap | None:
    """`title:BizPaL` and `-BizPaL` need a space."""
    if match := _NO_SPACE.match(line):
        return "missing-space", f"{match['lead']}{match['key']}: {match['value']}"
    if match := _NO_SPACE_DASH.match(line):
        return "missing-space", f"{match['lead']}- {match['value']}"
    return None


def pushed_in(line: str, previous: str) -> Trap | None:
    """A field that stands further to the right than the complete field above it."""
    indent = line[: len(line) - len(line.lstrip(" "))]
    expected = _expected_indent(previous)
    if key_of(line) and key_of(previous) and len(indent) > len(expected):
        return "indentation", expected + line.lstrip(" ")
    return None


BEFORE_READING: tuple[Callable[[str, str], Trap | None], ...] = (tab_indentation, nonbreaking_indentation)
WHEN_READING_FAILS: tuple[Callable[[str, str], Trap | None], ...] = (
    unbalanced_quotes, special_start, colon_in_text, missing_space, pushed_in,
)


def _expected_indent(previous: str) -> str:
    """Where a field below this line stands: beside it, or inside it when it only opens a block."""
    indent = len(previous) - len(previous.lstrip(" "))
    dash = re.match(r"(?:- +)*", previous[indent:])[0]
    opens = previous.rstrip().endswith((":", "|", ">", "|-", ">-"))
    return " " * (indent + len(dash) + (2 if opens else 0))


def _with_value(match: re.Match, value: str) -> str:
    return f"{match['lead']}{match['key'] or ''}{quoted(value)}"


def _is_closed(value: str) -> bool:
    """Whether a quoted value ends where its line ends (a comment may follow)."""
    pattern = r"'(?:[^']|'')*'" if value[0] == "'" else r'"(?:[^"\\]|\\.)*"'
    return re.fullmatch(pattern + r"(\s+#.*)?", value) is not None
