"""A record as it was typed, without what it says of other records: those that are not published, and so may not be named.

What cannot do without such a name goes with it: a relation, a statement that no other case bears out.
"""

from __future__ import annotations

import typing
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from .fields import Reference
from .walk import without_marks

_GONE = object()


class _Shape(NamedTuple):
    """What a value may be: the kinds of record that it names, the shape of each item of a list, the model of a part with fields."""

    kinds: tuple[str, ...]
    items: "_Shape | None"
    model: Any


def without(model: type[BaseModel], typed: dict[str, Any], hidden: set[tuple[str, str]]) -> dict[str, Any]:
    """The fields of a record that name none of the hidden ones, which are given by kind and id. A list that is left empty goes."""
    shapes = _shapes(model)
    return {name: kept for name, value in typed.items() if (kept := _value(shapes[name], value, hidden)) is not _GONE}


@cache
def _shapes(model: type[BaseModel]) -> dict[str, _Shape]:
    """The shape of each field."""
    return {name: _shape(field.annotation, tuple(field.metadata)) for name, field in model.model_fields.items()}


def _shape(annotation: Any, marks: tuple = ()) -> _Shape:
    annotation, more = without_marks(annotation)
    items = _shape(typing.get_args(annotation)[0]) if typing.get_origin(annotation) is list else None
    return _Shape(tuple(mark.kind for mark in (*marks, *more) if isinstance(mark, Reference)), items, annotation)


def _value(shape: _Shape, value: Any, hidden: set[tuple[str, str]]) -> Any:
    if isinstance(value, str):
        return _GONE if any((kind, value) in hidden for kind in shape.kinds) else value
    if isinstance(value, list):
        kept = [found for item in value if (found := _value(shape.items, item, hidden)) is not _GONE]
        return kept if kept else _GONE
    return _part(shape.model, value, hidden)


def _part(model: type[BaseModel], value: dict[str, Any], hidden: set[tuple[str, str]]) -> Any:
    """A part of a record; gone with a field that it has to have."""
    kept = without(model, value, hidden)
    return kept if len(kept) == len(value) or all(name in kept or not model.model_fields[name].is_required() for name in value) else _GONE
