"""From the bytes of a file to its nodes and its problems.

`read_file` never raises on what a file holds: whatever is wrong becomes a finding, and as much as can be read is
returned. After a syntax error the trap is named, the line is corrected in memory, and reading goes on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from ..findings import Finding
from . import characters, traps
from .events import Composer, TooDeep
from .nodes import Node

MAX_BYTES = 200_000
MAX_REPAIRS = 60

# The C parser is about thirty times faster. Its messages and places differ from those of the Python one,
# so a file that fails is parsed again by the latter: the same sentence on every machine.
_FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Document:
    """What was read from one file."""

    path: str
    root: Node | None = None
    findings: list[Finding] = field(default_factory=list)

    def add(self, code: str, line: int, column: int, place: str = "", paste: str = "", **params: object) -> None:
        self.findings.append(Finding(self.path, line, column, code, place, params=params, paste=paste))


def read_file(path: Path, name: str | None = None) -> Document:
    """Read one file. `name` is how findings call it (default: the path as given)."""
    name = name or path.as_posix()
    if path.is_symlink() or not path.is_file():
        document = Document(name)
        document.add("not-a-file", 1, 1)
        return document
    return read_bytes(path.read_bytes(), name)


def read_bytes(raw: bytes, name: str) -> Document:
    """Read the bytes of one file."""
    document = Document(name)
    if len(raw) > MAX_BYTES:
        document.add("file-too-large", 1, 1, size=len(raw) // 1000, limit=MAX_BYTES // 1000)
        return document
    lines = _prepared(raw, document)
    for _ in range(MAX_REPAIRS):
        if _compose(lines, document):
            break
    return document


def _prepared(raw: bytes, document: Document) -> list[str]:
    """The lines without what would mislead the parser; each such thing is reported."""
    text, bad_byte = characters.decode(raw)
    if bad_byte is not None:
        before = raw[:bad_byte].decode("cp1252", errors="replace")
        document.add("not-utf8", before.count("\n") + 1, len(before) - before.rfind("\n"))
    text = characters.normalized(text)
    for index, code_point in characters.refused(text):
        line = text.count("\n", 0, index) + 1
        column = index - text.rfind("\n", 0, index)
        document.add("hidden-character", line, column, character=code_point)
    text = characters.without_refused(text)
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.strip() and line[0] in " \t\u00a0\u202f\u2007\u3000":
            lines[number] = _line_without_traps(number, lines, document)
    return lines


def _line_without_traps(number: int, lines: list[str], document: Document) -> str:
    line = lines[number]
    for trap in traps.BEFORE_READING:
        if found := trap(line, _line_above(lines, number)):
            code, line = found
            document.add(code, number + 1, 1, traps.key_of(line), paste=line.strip())
    return line


def _line_above(lines: list[str], number: int) -> str:
    """The nearest line above that says something."""
    return next((line for line in reversed(lines[:number]) if line.strip() and line.lstrip()[0] != "#"), "")


def _compose(lines: list[str], document: Document) -> bool:
    """Read the nodes. False when a line was corrected and reading has to start again."""
    text = "\n".join(lines)
    composer = Composer(lines, document)
    try:
        document.root = composer.compose(yaml.parse(text, _FAST))
        document.findings.extend(composer.findings)
        return True
    except TooDeep:
        document.findings.extend(composer.findings)
        return True
    except yaml.YAMLError as error:
        return _explain(_slow_error(text) or error, lines, document)


def _explain(error: yaml.YAMLError, lines: list[str], document: Document) -> bool:
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        document.add("yaml-syntax", 1, 1)
        return True
    context = getattr(error, "context_mark", None)
    for number in _suspects(mark, context, len(lines)):
        for trap in traps.WHEN_READING_FAILS:
            if (found := trap(lines[number], _line_above(lines, number))) and found[1] != lines[number]:
                code, corrected = found
                column = len(lines[number]) - len(lines[number].lstrip()) + 1
                document.add(code, number + 1, column, traps.key_of(corrected), paste=corrected.strip())
                lines[number] = corrected
                return False
    number = min(mark.line, len(lines) - 1)
    document.add("yaml-syntax", number + 1, mark.column + 1, traps.key_of(lines[number]))
    return True


def _suspects(mark: yaml.Mark, context: yaml.Mark | None, count: int) -> list[int]:
    """Lines to look at, the likeliest first: where parsing stopped, where the construct began, and just before."""
    numbers = [mark.line, mark.line - 1]
    if context is not None:
        numbers = [context.line, *numbers] if mark.line - context.line > 1 else [mark.line, context.line, mark.line - 1]
    return [number for number in dict.fromkeys(numbers) if 0 <= number < count]


def _slow_error(text: str) -> yaml.YAMLError | None:
    """What the Python parser says; None where it lets pass what the C parser refuses (a lone surrogate)."""
    try:
        for _ in yaml.parse(text, yaml.SafeLoader):
            pass
    except yaml.YAMLError as error:
        return error
    return None
