"""From parser events to nodes with their places, within the stated subset.

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


def with_paragraphs(folded: str) -> str:
    """A folded text as it was meant: folding takes one line end from each blank line, and a paragraph needs it back."""
    return re.sub(r"(?<!\n)\n++(?=.)", lambda found: found[0] + "\n", folded) if "\n" in folded else folded


class TooDeep(Exception):
    """The file nests deeper than MAX_DEPTH; reading stops there."""


class Composer:
    """Builds the nodes of one document and collects what its subset does not allow."""

    def __init__(self, lines: list[str], document: Document) -> None:
        self.lines = lines
        self.path = document.path
        self.has_marks = False
        self.findings: list[Finding] = []
        self.root: Node | None = None
        self.inside: Mapping | Sequence | None = None
        self.key: Scalar | None = None  # of which the value is to come
        self.around: list[tuple[Mapping | Sequence | None, Scalar | None]] = []
        self.documents = 0
        self.references: set[int] = set()

    def compose(self, events: Iterable[yaml.Event]) -> Node | None:
        """The root node, or None for an empty file. Raises yaml.YAMLError and TooDeep."""
        for event in events:
            kind = type(event)
            if kind in _NODES:
                if self.documents == 1:
                    self._node(event, kind)
            elif kind in _ENDS:
                self._close()
            elif kind is yaml.DocumentStartEvent:
                self._start_document(event)
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
        if event.anchor or kind is yaml.AliasEvent or event.tag:
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
        if self.key and self.key.value == "<<":
            return  # the merge key was told
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        without = re.sub(r"(?<=[:-] )!!\w+ +", "", text)
        found = (traps.special_start(without) or ("", without if without != text else ""))[1]
        self._add("alias" if is_alias else "tag" if tag else "anchor", line, column, self._field(line), found.strip())

    def _field(self, line: int) -> str:
        return traps.field_at(self.lines, line - 1)

    def _scalar(self, event: yaml.ScalarEvent, line: int, column: int) -> Scalar:
        value, style = event.value, event.style
        if not style:  # the two parsers say None and ""
            return Scalar(self._plain(event, value) if value else "", line, column)
        # Of the characters that a file may not hold, only what is written as an escape gets past the reader.
        if style == '"' and not characters.is_plain(value):
            for code_point in sorted({found for _, found in characters.refused(value)}):
                self._add("escaped-character", line, column, self._field(line), character=code_point)
            value = characters.without_refused(value)
        return Scalar(with_paragraphs(value) if style == ">" else value, line, column, False)

    def _plain(self, event: yaml.ScalarEvent, value: str) -> str:
        """A text that stands in no quotation marks."""
        if "#" in self.lines[event.start_mark.line]:
            self._refuse_comment_behind(event)
        if value.startswith(traps.QUOTATION_MARKS):
            self.has_marks = True
        # Words without a space between them end on the line on which they begin.
        return self._without_dash_inside(event, value) if " " in value and event.start_mark.line != event.end_mark.line else value

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
        if len(self.around) >= MAX_DEPTH:
            self._add("too-deep", node.line, node.column, self._field(node.line), limit=MAX_DEPTH)
            raise TooDeep
        self._place(node)
        self.around.append((self.inside, self.key))
        self.inside, self.key = node, None

    def _close(self) -> None:
        if self.around:
            self.inside, self.key = self.around.pop()

    def _place(self, node: Node) -> None:
        inside, key = self.inside, self.key
        if type(inside) is Mapping:
            if key is None:
                self.key = node if type(node) is Scalar and node.value != "<<" else self._strange_key(node)
            else:
                self.key = None
                name = key.value
                if name in inside.keys or name == "<<" or name[:1] == "?":
                    self._drop(inside, key)
                else:
                    inside.keys[name], inside.values[name] = key, node
        elif inside is not None:
            inside.items.append(node)
        elif self.root is None:
            self.root = node

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
