"""What an ordinary file says, without places: fields, lists and texts, made of the parser's events in one go.

Most files are ordinary: nothing in them has to be told, and nobody asks where a thing stands. Making nodes of them would
take twice the time. What is not ordinary is for events.py, and tests hold both to the same values.
"""

from __future__ import annotations

import re
from typing import Any

from yaml import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent, YAMLError

from .characters import is_plain
from .events import MAX_DEPTH, with_paragraphs
from .loaders import events
from .traps import QUOTATION_MARKS

_STARTS = {MappingStartEvent: dict, SequenceStartEvent: list}
_ENDS = frozenset((MappingEndEvent, SequenceEndEvent))
_REFUSED = frozenset((AliasEvent, *_STARTS))  # the latter where they are too deep
# What could be a comment behind a value, and what could be an item that was taken for the end of the text above it.
_COMMENT_BEHIND = re.compile(r"\S[ \t]+#")
_DASH = re.compile(r"-(?:\s|\Z)")


def ordinary(text: str) -> Any:
    """The values of a file. None where something has to be told about it, or could have to."""
    if (" #" in text or "\t#" in text) and _COMMENT_BEHIND.search(text):
        return None
    try:
        return _values(text)
    except YAMLError:
        return None


def _values(text: str) -> Any:
    """The values of one document within the stated subset; None for anything else."""
    marks, escapes = any(mark in text for mark in QUOTATION_MARKS), "\\" in text
    refers, may_be_no_key = "&" in text or "!" in text, "<<" in text or "?" in text
    held, around = [], []  # where the next value is put, and what is around that
    top, key = held, None  # the key of which the value is to come
    for event in events(text):
        kind = type(event)  # one of PyYAML's, which have no subclasses: asking for it is cheap
        if kind is ScalarEvent:
            value, style = event.value, event.style
            if (not style and (" " in value or marks and value.startswith(QUOTATION_MARKS)) or style == '"' and escapes) and not _is_ordinary(value, style):
                return None
            if style == ">":
                value = with_paragraphs(value)
        elif kind in _STARTS and len(around) < MAX_DEPTH:
            value = _STARTS[kind]()
        elif kind in _ENDS:
            held = around.pop()
            continue
        elif kind in _REFUSED:
            return None
        else:
            continue
        if refers and (event.anchor or event.tag):
            return None
        if type(held) is list:
            held.append(value)
        elif key is None:
            key = value
            if type(key) is not str or may_be_no_key and (key == "<<" or key.startswith("?")) or key in held:
                return None
            continue
        else:
            held[key], key = value, None
        if type(value) is not str:
            around.append(held)
            held = value
    return top[0] if len(top) == 1 else None


def _is_ordinary(value: str, style: str | None) -> bool:
    """Whether nothing can be wrong with a text: one in quotation marks holds nothing that hides, one without looks like no other."""
    return is_plain(value) if style else not ("-" in value and _DASH.search(value) or value.startswith(QUOTATION_MARKS))
