"""From the bytes of a file to its nodes and its problems.

`read_file` never raises on what a file holds: whatever is wrong becomes a finding, and as much as can be read is
returned. After a syntax error the trap is named, the line is corrected in memory, and reading goes on.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from ..findings import MOST, Finding
from . import blame, characters, traps
from .events import MAX_DEPTH, MAX_PASTE, Composer, TooDeep
from .loaders import FAST, PythonLoader, events
from .nodes import Node
from .ordinary import ordinary

MAX_BYTES = 200_000
MAX_REPAIRS = 40
# A large file with many errors is not read again forty times: the next run tells the rest.
MAX_REREAD = 600_000


@dataclass
class Document:
    """What was read from one file. `corrected` has the lines that were read otherwise than they stand: number from 0, code, line.

    Of an ordinary file only the values are read; of any other the nodes, which have places. A document at rest holds neither.
    `has_marks`: a text that stands in no straight quotation marks begins with a typographic one.
    """

    path: str
    nodes: Node | None = None
    findings: list[Finding] = field(default_factory=list)
    corrected: list[tuple[int, str, str]] = field(default_factory=list)
    has_marks: bool = False
    raw: bytes = field(default=b"", repr=False)
    values: Any = None
    is_resting: bool = False

    @property
    def root(self) -> Node | None:
        """What the file consists of, with places: they are read when somebody asks for them."""
        if self.nodes is None and (self.is_resting or self.values is not None):
            self.nodes = read_bytes(self.raw, self.path, len(self.raw), with_places=True).nodes
        return self.nodes

    @property
    def data(self) -> Any:
        """What the file says, without places: fields, lists and texts."""
        if self.values is None and self.nodes is None and self.is_resting:
            return read_bytes(self.raw, self.path, len(self.raw)).data
        return self.values if self.values is not None or self.nodes is None else self.nodes.plain_data()

    def rest(self) -> None:
        """Give up what was read: of a file with a record, hardly anybody asks for it, and it takes more room and time than the record."""
        self.nodes, self.values, self.is_resting = None, None, True

    def add(self, code: str, line: int, column: int, place: str = "", paste: str = "", **params: object) -> None:
        if len(self.findings) < MOST:
            self.findings.append(Finding(self.path, line, column, code, place, params=params, paste=paste if len(paste) <= MAX_PASTE else ""))


def read_file(path: Path, name: str | None = None, limit: int = MAX_BYTES) -> Document:
    """Read one file. `name` is how findings call it (default: the path as given)."""
    name = name or path.as_posix()
    if not _is_file(path):
        document = Document(name)
        document.add("not-a-file", 1, 1)
        return document
    return read_bytes(path.read_bytes(), name, limit)


def _is_file(path: Path) -> bool:
    """Whether a path leads to a file, and not to a link, a folder or a pipe: asked once, for thousands are."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False


def read_bytes(raw: bytes, name: str, limit: int = MAX_BYTES, with_places: bool = False) -> Document:
    """Read the bytes of one file. `with_places`: also of an ordinary one the nodes are read, and not only the values."""
    document = Document(name)
    if len(raw) > limit:
        document.add("file-too-large", 1, 1, size=len(raw) // 1000, limit=limit // 1000)
        return document
    document.raw = raw
    text = _prepared(raw, document)
    if text is None:
        return document
    if not with_places and not document.findings:
        document.values = ordinary(text)
    if document.values is None:
        lines = text.split("\n")
        for _ in range(min(MAX_REPAIRS, max(MAX_REREAD // (len(raw) + 1), 1))):
            if _compose(lines, document):
                break
    return document


def _prepared(raw: bytes, document: Document) -> str | None:
    """The text without what would mislead the parser; each such thing is reported. None for what is no text at all."""
    text, bad_byte = characters.decode(raw)
    if bad_byte is not None:
        before = characters.normalized(raw[:bad_byte].decode("utf-8-sig", errors="replace"))
        document.add("not-utf8", before.count("\n") + 1, len(before) - before.rfind("\n"))
        if not text:
            return None
    has_letters_only = bad_byte is None and characters.has_letters_only(raw)
    text = text if has_letters_only else characters.normalized(text)
    has_conflict = any(mark in text for mark in traps.CONFLICTS)
    if not has_conflict and (has_letters_only or characters.is_printed(text)) or characters.is_plain(text) and not traps.STRANGE_START.search(text):
        return text
    lines = text.split("\n")
    for number in range(len(lines)):
        lines[number] = _line_without_traps(number, lines, document)
    return "\n".join(lines)


def _line_without_traps(number: int, lines: list[str], document: Document) -> str:
    line, seen = lines[number], set()
    for index, code_point in characters.refused(line):
        if code_point not in seen:
            document.add("hidden-character", number + 1, index + 1, traps.field_at(lines, number), character=code_point)
        seen.add(code_point)
    line = characters.without_refused(line)
    if not line.strip() or not traps.STRANGE_START.match(line):
        return line
    above = blame.line_above(lines, number)
    for trap in traps.BEFORE_READING:
        if found := trap(line, lines[above] if above >= 0 else ""):
            _correct(document, lines, number, *found)
            line = lines[number]
    return line


def _correct(document: Document, lines: list[str], number: int, code: str, corrected: str) -> None:
    """A trap with the line to paste; where only the indentation is wrong, with the number of spaces instead."""
    spaces = len(corrected) - len(corrected.lstrip(" "))
    column = len(lines[number]) - len(lines[number].lstrip(" ")) + 1
    paste = "" if code in traps.WITHOUT_PASTE else corrected.strip()
    lines[number] = corrected
    document.corrected.append((number, code, corrected))
    document.add(code, number + 1, column, traps.field_at(lines, number) if corrected else "", paste, n=spaces)


def _compose(lines: list[str], document: Document) -> bool:
    """Read the nodes. False when a line was corrected and reading has to start again."""
    text = "\n".join(lines)
    composer = Composer(lines, document)
    try:
        document.nodes = composer.compose(events(text))
        document.has_marks = composer.has_marks
        document.findings.extend(composer.findings)
        return True
    except TooDeep:
        document.findings.extend(composer.findings)
        return True
    except yaml.YAMLError as error:
        return _explain(_slow_error(text) or error, lines, document)


def _explain(error: yaml.YAMLError, lines: list[str], document: Document) -> bool:
    if getattr(error, "problem_mark", None) is None:
        document.add("yaml-syntax", 1, 1)
        return True
    if found := blame.culprit(error, lines, _fails_at):
        _correct(document, lines, *found)
        return False
    number = min(error.problem_mark.line, len(lines) - 1)
    document.add("yaml-syntax", number + 1, error.problem_mark.column + 1, traps.field_at(lines, number))
    return True


def _fails_at(lines: list[str]) -> int:
    """The line at which reading some lines fails; beyond the last one if it does not."""
    try:
        for depth in _depths("\n".join(lines), FAST):
            if depth > MAX_DEPTH:
                break
    except yaml.YAMLError as error:
        return error.problem_mark.line if getattr(error, "problem_mark", None) else 0
    return len(lines) + 1


def _depths(text: str, loader: type) -> Iterator[int]:
    """The depth of nesting after each event. A parser's time grows with the square of it."""
    depth = 0
    for event in yaml.parse(text, loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        yield depth


def _slow_error(text: str) -> yaml.YAMLError | None:
    """What the Python parser says; None where it lets pass what the C parser refuses (a lone surrogate)."""
    try:
        for depth in _depths(text, PythonLoader):
            if depth > MAX_DEPTH:
                break
    except yaml.YAMLError as error:
        return error
    return None
