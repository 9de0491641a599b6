"""Walks through the fields of a record, so that checks need not name them one by one."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel

from .fields import Bilingual, Reference, TermOf

Location = tuple
Value = tuple[Location, tuple, Any]
_TEXT, _FIELDS = "text", "fields"


def values(record: BaseModel) -> list[Value]:
    """Each value of a record with its location and the marks (Reference, TermOf …) of its field. What was left out is no value.

    Every check looks at every value: what a value is, is known by its type, which is asked once (pydantic's own
    isinstance is slow), and one list is filled.
    """
    found: list[Value] = []
    _collect(record, (), found.append, found.append)
    return found


def divided(record: BaseModel) -> tuple[list[Value], list[tuple[Location, Bilingual]]]:
    """The values of a record that are no texts in both languages, and those that are, each in their order."""
    others: list[Value] = []
    found: list[Value] = []
    _collect(record, (), others.append, found.append)
    return others, [(location, text) for location, _, text in found]


def typed(model: type[BaseModel], data: Any, location: Location = ()) -> Iterator[tuple[Location, tuple, str]]:
    """Each text of a record that was refused, as it was typed, with its location and the marks of its field."""
    for name, field in model.model_fields.items():
        if isinstance(data, dict) and name in data:
            yield from _typed_within(data[name], field.annotation, tuple(field.metadata), (*location, name))


def texts(record: BaseModel) -> Iterator[tuple[Location, Bilingual]]:
    """Each text that exists in both languages."""
    return iter(divided(record)[1])


def fields_at(model: type[BaseModel], location: Location) -> list[str]:
    """The names of the fields that may stand at a location; none when it holds no fields."""
    annotation: Any = model
    for step in location:
        annotation = _step(annotation, step)
    model = _model(annotation)
    return list(model.model_fields) if model else []


def _collect(record: BaseModel, location: Location, add: Callable[[Value], None], add_text: Callable[[Value], None]) -> None:
    held = record.__dict__
    for name, marks, inner in _fields(type(record)):
        value = held[name]
        if value is None:  # left out, as about half of the fields are
            continue
        place = (*location, name)
        if not isinstance(value, (list, tuple)):
            what = _what(type(value))
            (add_text if what is _TEXT else add)((place, marks, value))
            if what is _FIELDS:
                _collect(value, place, add, add_text)
            continue
        for index, item in enumerate(value):
            below = (*place, index)
            what = _what(type(item))
            (add_text if what is _TEXT else add)((below, inner, item))
            if what is _FIELDS:
                _collect(item, below, add, add_text)


@cache
def _what(kind: type) -> str:
    """What a value of a type is: a text in both languages, something with fields (which is walked into), or anything else."""
    return _TEXT if issubclass(kind, Bilingual) else _FIELDS if issubclass(kind, BaseModel) else ""


@cache
def _fields(model: type[BaseModel]) -> list[tuple[str, tuple, tuple]]:
    """The fields of a model: the name, what a value refers to, and the marks of each item where the value is a list of them."""
    found = []
    for name, field in model.model_fields.items():
        annotation, marks = without_marks(field.annotation)
        items = without_marks(typing.get_args(annotation)[0])[1] if typing.get_origin(annotation) in (list, tuple) else ()
        found.append((name, tuple(mark for mark in (*field.metadata, *marks) if isinstance(mark, (Reference, TermOf))), items))
    return found


def _typed_within(value: Any, annotation: Any, marks: tuple, location: Location) -> Iterator[tuple[Location, tuple, str]]:
    annotation, more = without_marks(annotation)
    if isinstance(value, str):
        yield location, marks + more, value
    elif isinstance(value, list) and typing.get_origin(annotation) is list:
        for index, item in enumerate(value):
            yield from _typed_within(item, typing.get_args(annotation)[0], (), (*location, index))
    elif model := _model(annotation):
        yield from typed(model, value, location)


def without_marks(annotation: Any) -> tuple[Any, tuple]:
    """`Annotated[X, a] | None` as X and (a,)."""
    marks: tuple = ()
    while True:
        if typing.get_origin(annotation) is Annotated:
            annotation, *more = typing.get_args(annotation)
            marks += tuple(more)
        elif typing.get_origin(annotation) in (typing.Union, types.UnionType):
            annotation = next(arm for arm in typing.get_args(annotation) if arm is not type(None))
        else:
            return annotation, marks


def _step(annotation: Any, step: Any) -> Any:
    annotation, _ = without_marks(annotation)
    if isinstance(step, int):
        return (typing.get_args(annotation) or (None,))[0]
    model = _model(annotation)
    return model.model_fields[step].annotation if model and step in model.model_fields else None


def _model(annotation: Any) -> type[BaseModel] | None:
    annotation, _ = without_marks(annotation)
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None
