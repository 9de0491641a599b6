"""A record as it was typed, without what it says of other records: those that are not published, and so may not be named.

What cannot do without such a name goes with it: a relation, a statement that no other case bears out.
"""

from __future__ import annotations

import typing
from typing import Any

from pydantic import BaseModel

from .fields import Reference
from .walk import without_marks

_GONE = object()


def without(model: type[BaseModel], typed: dict[str, Any], hidden: set[tuple[str, str]]) -> dict[str, Any]:
    """The fields of a record that name none of the hidden ones, which are given by kind and id. A list that is left empty goes."""
    return {name: kept for name, value in typed.items() if (kept := _field(model, name, value, hidden)) is not _GONE}


def _field(model: type[BaseModel], name: str, value: Any, hidden: set[tuple[str, str]]) -> Any:
    field = model.model_fields[name]
    return _value(field.annotation, tuple(field.metadata), value, hidden)


def _value(annotation: Any, marks: tuple, value: Any, hidden: set[tuple[str, str]]) -> Any:
    annotation, more = without_marks(annotation)
    if isinstance(value, str):
        return _GONE if any(isinstance(mark, Reference) and (mark.kind, value) in hidden for mark in (*marks, *more)) else value
    if isinstance(value, list):
        kept = [found for item in value if (found := _value(typing.get_args(annotation)[0], (), item, hidden)) is not _GONE]
        return kept if kept else _GONE
    return _part(annotation, value, hidden)


def _part(model: type[BaseModel], value: dict[str, Any], hidden: set[tuple[str, str]]) -> Any:
    """A part of a record; gone with a field that it has to have."""
    kept = without(model, value, hidden)
    return kept if all(name in kept or not model.model_fields[name].is_required() for name in value) else _GONE
