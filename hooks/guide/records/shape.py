"""What a kind of record asks for, read off its model, so that a form or a table says the same as the checker.

A field is described once, in its model; nothing here knows any one of them.
"""

from __future__ import annotations

import typing
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, WithJsonSchema
from pydantic.fields import FieldInfo

from .fields import Bilingual, Passage, Record, Reference, TermOf, _AtMost, _OrUnknown
from .walk import without_marks


@dataclass(frozen=True)
class Asked:
    """A field as a person fills it in. `control` is text, choice, term, reference, yes or group.

    `of` is the facet or the kind of record that a term or a reference comes from; `owner` the model that the field
    belongs to; `most` the number of items of a list, 0 where there is no limit; `example` what the pattern takes, and
    `sample` what a person might answer, in each language.
    """

    name: str
    owner: str
    label: dict[str, str]
    help: dict[str, str]
    is_required: bool
    control: str = "text"
    is_list: bool = False
    most: int = 0
    is_bilingual: bool = False
    is_prose: bool = False
    allows_unknown: bool = False
    limit: int = 0
    choices: tuple[str, ...] = ()
    of: str = ""
    is_number: bool = False
    asks_translated: bool = False
    pattern: str = ""
    example: str = ""
    sample: dict[str, str] = field(default_factory=dict)
    help_on_form: dict[str, str] = field(default_factory=dict)
    parts: tuple["Asked", ...] = ()
    exactly_one: tuple[str, ...] = ()
    at_least_one: tuple[str, ...] = ()


def asked(model: type[Record]) -> tuple[Asked, ...]:
    """The fields of a record or of a part of one, in their order."""
    return tuple(_asked(model, name, info) for name, info in model.model_fields.items())


def rules(model: type[Record]) -> dict[str, tuple[str, ...]]:
    """Of which fields exactly one, and of which at least one, has to be filled in."""
    return {rule: tuple(getattr(model, rule, ())) for rule in ("exactly_one", "at_least_one")}


def _asked(model: type[Record], name: str, info: FieldInfo) -> Asked:
    extra = info.json_schema_extra or {}
    annotation, marks = without_marks(info.annotation)
    marks += tuple(info.metadata)
    found: dict[str, Any] = {"allows_unknown": any(isinstance(mark, _OrUnknown) for mark in marks)}
    if typing.get_origin(annotation) is list:
        found |= {"is_list": True, "most": max((getattr(mark, "max_length", None) or 0 for mark in _flat(marks)), default=0)}
        annotation, marks = without_marks(typing.get_args(annotation)[0])
    found |= _value(annotation, _flat(marks))
    found["allows_unknown"] |= found.get("pattern", "").startswith("^(unknown|")
    return Asked(name=name, owner=model.__name__.lower(), label=extra.get("form-label", {}), help=extra.get("help", {}),
                 is_required=info.is_required(), sample=extra.get("form-example", {}), asks_translated=extra.get("form-translated", False),
                 help_on_form={code: text or extra["help"][code] for code, text in extra.get("form-help", {}).items()}, **found)


def _flat(marks: tuple) -> list:
    """The marks of a field, with those that pydantic keeps inside another field's description."""
    return [inner for mark in marks for inner in ([*mark.metadata] if isinstance(mark, FieldInfo) else [mark])]


def _value(annotation: Any, marks: list) -> dict[str, Any]:
    """How one value is filled in."""
    if isinstance(annotation, type) and issubclass(annotation, Bilingual):
        limit = next((mark.func.limit for mark in marks if isinstance(getattr(mark, "func", None), _AtMost)), 0)
        each = _flat(without_marks(annotation.model_fields["en"].annotation)[1])
        return {**_single(each), "is_bilingual": True, "is_prose": issubclass(annotation, Passage), "limit": limit}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {"control": "group", "parts": asked(annotation), **rules(annotation)}
    if choices := typing.get_args(annotation):  # Literal
        return {"control": "choice", "choices": choices}
    return _single(marks)


def _single(marks: list) -> dict[str, Any]:
    """A text in one language: a name from elsewhere, one of some words, or what the pattern takes."""
    for mark in marks:
        if isinstance(mark, TermOf):
            return {"control": "term", "of": mark.facet}
        if isinstance(mark, Reference):
            return {"control": "reference", "of": mark.kind}
    schema = next((mark.json_schema or {} for mark in marks if isinstance(mark, WithJsonSchema)), {})
    if True in schema.get("enum", ()):
        return {"control": "yes"}
    if "enum" in schema:
        return {"control": "choice", "choices": tuple(schema["enum"])}
    kinds = schema.get("type", ())
    return {"pattern": schema.get("pattern", ""), "example": next(iter(schema.get("examples", ())), ""), "is_number": "integer" in kinds or "number" in kinds}
