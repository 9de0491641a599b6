"""YAML's traps: what people really type, recognized line by line, with the line that they meant.

Each trap answers for one line: None, or its code (a sentence in locales) and the corrected line. The reader
reports it, puts the corrected line in its place, and reads on, so that one run names every trap of a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable

# Indentation, an optional dash, an optional key with its colon, and the value.
_LINE = re.compile(r"^(?P<lead>\s*(?:- +)*)(?P<key>[^\s:#'\"\[{&*!|>%@`-][^:#'\"]*: +)?(?P<value>\S.*)?$")
_NO_SPACE = re.compile(r"^(?P<lead>\s*(?:- +)*)(?P<key>[a-z_]+):(?P<value>[^\s:/].*)$")
_NO_SPACE_DASH = re.compile(r"^(?P<lead>\s*)-(?P<value>[^\s-].*)$")
_SPECIAL = "[]{},*&%@`!|>?#"
BLOCK_ENDS = re.compile(r"[:-] +[|>][+-]?\d?[+-]?\s*$")
_BLOCK_HEADER = re.compile(r"^[|>][+-]?\d?[+-]?$")
_BLOCK_MARK = re.compile(r"(?P<before>['\"\[{&*!@%`,:]+)?\s*(?P<mark>[|>][+-]?)(?(before)['\"\]}]?$|(?::.*$| +(?P<text>[^\s#].*)$))")
_LANGUAGE_KEYS = ("en", "fr", "translated")
_WRAPPED = re.compile("“([^“”]*)”|«([^«»]*)»|„([^„“”]*)[“”]|‘([^‘’]*)’")
# What such a text begins with.
QUOTATION_MARKS = ("“", "«", "„", "‘")
_BLANKS = "\u00a0\u202f\u2007\u3000\u2000-\u200a"

# How many lines above are looked at.
NEAR = 100

Trap = tuple[str, str]


def quoted(text: str) -> str:
    """A text in double quotes, as YAML wants it.

    >>> print(quoted('Objectif : « un » "deux"'))
    "Objectif : « un » \\"deux\\""
    """
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def written(text: str) -> str:
    """A text as a value is typed: in quotes only where YAML needs them.

    >>> print(written("Annual report"), written("Report: 2020"))
    Annual report "Report: 2020"
    """
    is_plain = text and text == text.strip() and text[0] not in _SPECIAL + "'\"" and not re.match(r"[-?](\s|$)", text)
    return text if is_plain and not re.search(r":(\s|$)|\s#|\n", text) else quoted(text)


def unwrapped(text: str) -> str:
    """A text without the typographic quotation marks around all of it.

    >>> unwrapped("« Un guichet »"), unwrapped("« Un » et « deux »")
    ('Un guichet', '« Un » et « deux »')
    """
    match = _WRAPPED.fullmatch(text)
    return next(part for part in match.groups() if part is not None).strip(" \u00a0\u202f") if match else text


def key_of(line: str) -> str:
    """The field that a line is about, or "".

    >>> key_of("  - year: 2005")
    'year'
    """
    match = re.match(r"\s*(?:- +)*([A-Za-z_][\w-]*)\s*:", line)
    return match[1] if match else ""


def field_at(lines: list[str], number: int) -> str:
    """The field to which a line belongs: its own, or the nearest one above it."""
    near = reversed(lines[max(number - NEAR, 0): number + 1])
    return next((key for line in near if ":" in line and (key := key_of(line))), "")


def tab_indentation(line: str, previous: str) -> Trap | None:
    """A tab may stand for two, four or eight spaces: what fits the line above, or else the next level outside."""
    indent = re.match(r"[ \t]*", line)[0]
    if "\t" not in indent:
        return None
    expected = len(expected_indent(previous, line))
    widths = [len(indent.replace("\t", " " * width)) for width in (2, 4, 8)]
    if expected not in widths and not opens(previous):
        expected = next((width for width in widths if width < expected), expected)
    return "tab", " " * expected + line[len(indent):]


def nonbreaking_indentation(line: str, previous: str) -> Trap | None:
    indent = re.match(f"[ {_BLANKS}]*", line)[0]
    return ("nonbreaking-indentation", " " * len(indent) + line[len(indent):]) if indent.strip(" ") else None


def merge_conflict(line: str, previous: str) -> Trap | None:
    """The marks that git leaves where two versions of a file meet."""
    return ("merge-conflict", "") if re.match(r"(<<<<<<<|>>>>>>>) |=======$", line) else None


def block_mark(line: str, previous: str) -> Trap | None:
    """The mark of a text that starts on the next line, with something before or behind it: `'>-`, `>-: more`."""
    match = _LINE.match(line.rstrip())
    found = _BLOCK_MARK.match(match["value"] or "") if match and match["key"] else None
    if not found or found["mark"] == match["value"]:
        return None
    return "block-text", f"{match['lead']}{match['key']}{found['text'] or found['mark']}"


def unbalanced_quotes(line: str, previous: str) -> Trap | None:
    """`'L'équipement'`, `"Guichet" unique`, `"sans fin`: the quotes end too early or never."""
    match = _LINE.match(line.rstrip())
    value = match["value"] if match else None
    if not value or value[0] not in "'\"" or _is_closed(value):
        return None
    mark, inner = value[0], value[1:]
    whole = inner[:-1] if inner.endswith(mark) and len(inner) > 1 else value if mark in inner else inner
    return "quotes", _with_value(match, whole)


def backslash(line: str, previous: str) -> Trap | None:
    """`"C:\\dossier"`: in double quotes a backslash begins a code."""
    match = _LINE.match(line.rstrip())
    value = match["value"] if match else None
    if not value or value[0] != '"' or not _is_closed(value) or "\\" not in value:
        return None
    doubled = re.sub(r'\\([\\"])|\\', lambda found: found[0] if found[1] else "\\\\", value)
    return ("backslash", f"{match['lead']}{match['key'] or ''}{doubled}") if doubled != value else None


def special_start(line: str, previous: str = "") -> Trap | None:
    """A value that begins with a character that YAML keeps for itself, or a text on the line of its block's mark."""
    match = _LINE.match(line.rstrip())
    value = match["value"] if match else None
    if value and value.startswith("- ") and match["key"]:
        return "dash-behind", _with_value(match, value)
    if not value or value[0] not in _SPECIAL or _BLOCK_HEADER.match(value):
        return None
    return "special-start", _with_value(match, value)


def colon_in_text(line: str, previous: str) -> Trap | None:
    """`Objectif : un seul guichet`: a colon and a space start a new field."""
    match = _LINE.match(line.rstrip())
    if not match or not match["value"] or match["value"][0] in "'\"":
        return None
    value = match["value"]
    if not re.search(r":(\s|$)", value) or re.fullmatch(r"[A-Za-z_][\w-]*:", value):
        return None
    if not match["key"] and not match["lead"].strip():
        return None
    return "colon", _with_value(match, unwrapped(value))


def missing_space(line: str, previous: str) -> Trap | None:
    """`title:BizPaL` and `-BizPaL` need a space."""
    if match := _NO_SPACE.match(line):
        return "missing-space", f"{match['lead']}{match['key']}: {match['value']}"
    if match := _NO_SPACE_DASH.match(line):
        return "missing-space", f"{match['lead']}- {match['value']}"
    return None


def not_lined_up(line: str, previous: str) -> Trap | None:
    """A field that stands further to the right than the complete field above it, or one space too far to the left."""
    indent, expected = indent_of(line), expected_indent(previous)
    if not key_of(line) or not key_of(previous):
        return None
    alike = (key_of(line) in _LANGUAGE_KEYS) == (key_of(previous) in _LANGUAGE_KEYS)
    if indent > len(expected) or indent == len(expected) - 1 and alike:
        return "indentation", expected + line.lstrip(" ")
    return ("indentation", " " * (indent - 1) + line.lstrip(" ")) if indent % 2 else None


def text_not_indented(line: str, previous: str) -> Trap | None:
    """A line of a text that stands further to the left than the text that it continues."""
    needed = len(expected_indent(previous))
    if key_of(previous) and not opens(previous):
        needed += 2
    if key_of(line) or line.lstrip().startswith(("- ", "#")) or not line.strip() or indent_of(line) >= needed:
        return None
    return "text-indentation", " " * needed + line.lstrip(" ")


STRANGE_START = re.compile(f"^ *[\t{_BLANKS}]|^[<=>]{{7}}", re.MULTILINE)
# What such a line holds that can be printed.
CONFLICTS = ("<<<<<<<", "=======", ">>>>>>>")
BEFORE_READING: tuple[Callable[[str, str], Trap | None], ...] = (tab_indentation, nonbreaking_indentation, merge_conflict)
WHEN_READING_FAILS: tuple[Callable[[str, str], Trap | None], ...] = (
    block_mark, unbalanced_quotes, backslash, special_start, colon_in_text, missing_space, not_lined_up, text_not_indented,
)
# Where the number of spaces helps, and the line without its indentation would not.
WITHOUT_PASTE = {"tab", "nonbreaking-indentation", "indentation", "text-indentation", "dash-behind", "merge-conflict"}


def indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def opens(line: str) -> bool:
    """Whether a line only opens a block, which then stands below it."""
    return line.rstrip().endswith(":") or BLOCK_ENDS.search(line) is not None


def expected_indent(previous: str, line: str = "") -> str:
    """Where a field below this line stands: beside it, or inside it when it only opens a block. Dash below dash."""
    indent = indent_of(previous)
    dash = re.match(r"(?:- +)*", previous[indent:])[0]
    if dash and not opens(previous) and line.lstrip().startswith("- "):
        return " " * indent
    return " " * (indent + len(dash) + (2 if opens(previous) else 0))


def _with_value(match: re.Match, value: str) -> str:
    return f"{match['lead']}{match['key'] or ''}{quoted(value)}"


def _is_closed(value: str) -> bool:
    """Whether a quoted value ends where its line ends (a comment may follow)."""
    pattern = r"'(?:[^']|'')*'" if value[0] == "'" else r'"(?:[^"\\]|\\.)*"'
    return re.fullmatch(pattern + r"(\s+#.*)?", value) is not None
