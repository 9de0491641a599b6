"""From parser events to nodes, within the stated subset.

Our own walk, not yaml.compose: depth is bounded before anything recursive is built, and aliases, anchors, tags,
merge keys, repeated keys and further documents are each refused with a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import yaml

from ..findings import MOST, Finding
from . import characters, traps
from .nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from .reader import Document

MAX_DEPTH = 12
MAX_PASTE = 1000  # nobody pastes a longer line
_COMMENT = re.compile(r"[ \t]+#")


_NODES = frozenset((yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent))
_ENDS = frozenset((yaml.MappingEndEvent, yaml.SequenceEndEvent))


class TooDeep(Exception):
    """The file nests deeper than MAX_DEPTH; reading stops there."""


class Composer:
    """Builds the nodes of one document and collects what its subset does not allow."""

    def __init__(self, lines: list[str], document: Document) -> None:
        self.lines = lines
        self.path = document.path
        # Of the characters that a file may not hold, only what is written as an escape gets past the reader.
        text = "".join(lines)
        self.has_escapes, self.has_comments = "\\" in text, "#" in text
        self.has_marks = False
        self.findings: list[Finding] = []
        self.root: Node | None = None
        self.open: list[Mapping | Sequence] = []
        self.pending_keys: list[Scalar | None] = []
        self.documents = 0
        self.references: set[int] = set()

    def compose(self, events: Iterable[yaml.Event]) -> Node | None:
        """The root node, or None for an empty file. Raises yaml.YAMLError and TooDeep."""
        for event in events:
            kind = type(event)  # one of PyYAML's, which have no subclasses: asking for it is cheap
            if kind is yaml.DocumentStartEvent:
                self._start_document(event)
            elif kind in _ENDS:
                self._close()
            elif kind in _NODES and self.documents == 1:
                self._node(event, kind)
        if self.root is None:
            self._add("empty-file", 1, 1)
        return self.root

    def _start_document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents == 2:
            self._add("several-documents", event.start_mark.line + 1, 1)

    def _node(self, event: yaml.NodeEvent, kind: type) -> None:
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if kind is yaml.AliasEvent or event.anchor or event.tag:
            self._refuse_references(event, line, column)
        if kind is yaml.ScalarEvent:
            self._place(self._scalar(event, line, column))
        elif kind is yaml.MappingStartEvent:
            self._enter(Mapping(line, column))
        elif kind is yaml.SequenceStartEvent:
            self._enter(Sequence([], line, column))
        else:  # an alias stands where a value should be
            self._place(Scalar("", line, column))

    def _refuse_references(self, event: yaml.NodeEvent, line: int, column: int) -> None:
        """Anchors, aliases and tags: told once a line."""
        is_alias, tag = isinstance(event, yaml.AliasEvent), getattr(event, "tag", None)
        if line in self.references:
            return
        self.references.add(line)
        if self.pending_keys and self.pending_keys[-1] and self.pending_keys[-1].value == "<<":
            return  # the merge key was told
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        without = re.sub(r"(?<=[:-] )!!\w+ +", "", text)
        found = (traps.special_start(without) or ("", without if without != text else ""))[1]
        self._add("alias" if is_alias else "tag" if tag else "anchor", line, column, self._field(line), found.strip())

    def _field(self, line: int) -> str:
        return traps.field_at(self.lines, line - 1)

    def _scalar(self, event: yaml.ScalarEvent, line: int, column: int) -> Scalar:
        plain = not event.style  # the two parsers say None and ""
        value = event.value
        if plain and value:
            if self.has_comments:
                self._refuse_comment_behind(event)
            if value.startswith(traps.QUOTATION_MARKS):
                self.has_marks = True
        if self.has_escapes and event.style == '"' and not characters.is_plain(value):
            for code_point in sorted({found for _, found in characters.refused(value)}):
                self._add("escaped-character", line, column, self._field(line), character=code_point)
            value = characters.without_refused(value)
        if plain and event.start_mark.line != event.end_mark.line:
            value = self._without_dash_inside(event, value)
        if event.style == ">":  # folding takes one line end from each blank line; a paragraph needs it back
            value = re.sub(r"(?<!\n)\n++(?=.)", lambda found: found[0] + "\n", value)
        return Scalar(value, line, column, plain)

    def _refuse_comment_behind(self, event: yaml.ScalarEvent) -> None:
        """`Bureau #3` would lose its end: YAML takes ` #` for a comment."""
        text, start = self.lines[event.start_mark.line], event.start_mark.column
        end = start + len(event.value)
        found = _COMMENT.match(text, end)
        if event.start_mark.line != event.end_mark.line or not found:
            return
        paste = f"{text[:start].strip()} {traps.quoted(text[start:].rstrip())}"
        self._add("comment-behind", event.start_mark.line + 1, found.end(), self._field(event.start_mark.line + 1),
                  paste.strip(), kept=event.value, lost=text[end:].strip())

    def _without_dash_inside(self, event: yaml.ScalarEvent, value: str) -> str:
        """An item pushed in below another one is taken for the end of its text: `in-person - digital`."""
        first = self.lines[event.start_mark.line]
        if not first.lstrip().startswith("- "):
            return value
        for number in range(event.start_mark.line + 1, min(event.end_mark.line + 1, len(self.lines))):
            line = self.lines[number]
            if line.lstrip().startswith("- "):
                spaces = len(first) - len(first.lstrip())
                self._add("dash-inside", number + 1, len(line) - len(line.lstrip()) + 1, self._field(number + 1), n=spaces)
                value = value.partition(" - ")[0]
        return value

    def _enter(self, node: Mapping | Sequence) -> None:
        if len(self.open) >= MAX_DEPTH:
            self._add("too-deep", node.line, node.column, self._field(node.line), limit=MAX_DEPTH)
            raise TooDeep
        self._place(node)
        self.open.append(node)
        self.pending_keys.append(None)

    def _close(self) -> None:
        if self.open:
            self.open.pop()
            self.pending_keys.pop()

    def _place(self, node: Node) -> None:
        if not self.open:
            self.root = node if self.root is None else self.root
            return
        inside, key = self.open[-1], self.pending_keys[-1]
        if type(inside) is Sequence:
            inside.items.append(node)
        elif key is None:
            self.pending_keys[-1] = node if type(node) is Scalar and node.value != "<<" else self._strange_key(node)
        else:
            self.pending_keys[-1] = None
            if key.value in inside.keys or key.value == "<<" or key.value[:1] == "?":
                self._drop(inside, key)
            else:
                inside.keys[key.value], inside.values[key.value] = key, node

    def _strange_key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            self._add("key-not-text", node.line, node.column)
            return Scalar(f"?{node.line}:{node.column}", node.line, node.column)
        self._add("merge-key", node.line, node.column, "<<")
        return node

    def _drop(self, mapping: Mapping, key: Scalar) -> None:
        """A key that stands there already is told, with its value; one that is none was told."""
        if key.value in mapping.keys:
            first = mapping.keys[key.value].line
            self._add("duplicate-key", key.line, key.column, key.value, first=first, key=key.value)

    def _add(self, code: str, line: int, column: int, place: str = "", paste: str = "", **params: object) -> None:
        if len(self.findings) < MOST:
            self.findings.append(Finding(self.path, line, column, code, place, params=params, paste=paste if len(paste) <= MAX_PASTE else ""))
