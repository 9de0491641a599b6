"""From the nodes of a file to a record, or to findings about it.

pydantic finds all problems of a file in one pass; here its error types become codes of ours, and its locations
become lines and columns.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ValidationError

from ..findings import MOST, Finding
from ..naming import nearest, slugified
from ..yaml_source import Document, Mapping, Node, Scalar, Sequence
from ..yaml_source.nodes import at, find
from ..yaml_source.traps import written
from . import walk
from .shape import asked

# pydantic's own error types, in our words. All other types are codes that fields.py raised.
_OURS = {
    "missing": "missing",
    "extra_forbidden": "unknown-field",
    "model_type": "mapping-expected",
    "list_type": "list-expected",
    "too_short": "list-empty",
    "too_long": "list-too-long",
    "literal_error": "not-in-list",
}
# What the reader has told about a line; whatever else is wrong with its value follows from it.
_TOLD = {"alias", "merge-key", "indentation", "dash-behind"}
# What people add to a contact, though no person is named in the Guide.
_OF_A_PERSON = {"name", "nom", "person", "personne", "contact-name", "contact-person", "phone", "telephone", "tel", "cell", "mobile", "fax"}
# How programs write that there is nothing.
_NOTHING = {"", "~", "null", "Null", "NULL", "none", "None"}


def validated(document: Document, model: type[BaseModel]) -> tuple[BaseModel | None, list[Finding]]:
    """The record of a document, or None with what is wrong."""
    data = document.data
    if data is None:
        return None, []
    if not isinstance(data, dict):
        return None, [Finding(document.path, 1, 1, "empty-file" if data == "" else "fields-expected")]
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        details = error.errors(include_url=False)[:MOST]
        return None, _without_echoes(document, [_finding(document, model, detail) for detail in details])


def _without_echoes(document: Document, found: list[Finding]) -> list[Finding]:
    """The findings without those that only follow from another: what a misspelt field leaves missing, and the like."""
    told = {finding.line for finding in document.findings if finding.code in _TOLD}
    meant = {place for finding in found if (place := str(finding.params.get("meant", "")))}
    outer = {place.rpartition(".")[0] for place in meant}
    return [finding for finding in found if finding.line not in told
            and not (finding.code == "missing" and finding.place in meant)
            and not (finding.code == "empty" and finding.place in outer)]


def place_name(location: tuple) -> str:
    """A location as a contributor would name it.

    >>> place_name(("results", 0, "unit", "fr"))
    'results[0].unit.fr'
    """
    name = ""
    for step in location:
        name += f"[{step}]" if isinstance(step, int) else f".{step}"
    return name.lstrip(".")


def finding_at(document: Document, location: tuple, code: str, severity: str = "error", **params: Any) -> Finding:
    """A finding about a field of a document. `suggest` among the parameters makes the line to paste."""
    if location and isinstance(at(document.root, location[:-1]), Scalar):  # one text for both languages
        location = location[:-1]
    line, column, _ = find(document.root, location)
    suggest = params.get("suggest")
    paste = _line_to_paste(location, str(suggest)) if suggest else ""
    return Finding(document.path, line, column, code, place_name(location), severity, params, paste)


def _finding(document: Document, model: type[BaseModel], detail: dict) -> Finding:
    location, params = tuple(detail["loc"]), dict(detail.get("ctx") or {})
    code = _OURS.get(detail["type"], detail["type"])
    if "at" in params:
        location += (params.pop("at"),)
    node = at(document.root, location)
    if code == "unknown-field" and location[:-1] == ("contact",) and slugified(str(location[-1])) in _OF_A_PERSON:
        return finding_at(document, location, "contact-person", found=location[-1])
    if code == "unknown-field":
        return _misplaced(document, model, location) or _renamed(document, model, location)
    if code == "missing":
        return replace(finding_at(document, location, code), paste=_line_to_add(model, location))
    if code in ("mapping-expected", "list-expected") and isinstance(node, Scalar) and node.value in _NOTHING:
        code = "empty"
    if code == "list-expected":
        return _list_expected(document, model, location, node)
    if code == "not-in-list" and not isinstance(detail["input"], str):
        code = "text-expected"
    if code == "not-in-list" and not detail["input"].strip():
        code = "empty"
    if code == "not-in-list":
        params.setdefault("choices", ["en", "fr"])
        params |= {"found": detail["input"][:80], "suggest": _choice(detail["input"], params["choices"])}
    if code == "text-expected" and isinstance(node, Sequence) and len(node.items) == 1 and isinstance(node.items[0], Scalar):
        params["suggest"] = node.items[0].value
    if code == "mapping-expected":
        params = {"choices": walk.fields_at(model, location)}
    if code == "list-too-long":
        params = {"limit": params.get("max_length"), "length": params.get("actual_length")}
    return finding_at(document, location, code, **params)


def _line_to_add(model: type[BaseModel], location: tuple) -> str:
    """The line of a field that is missing: with `unknown` where that is an answer."""
    fields, field = asked(model), None
    for step in location:
        if isinstance(step, str):
            field = next((found for found in fields if found.name == step), None)
            fields = field.parts if field else ()
    return f"{location[-1]}:{' unknown' if field and field.allows_unknown else ''}"


def _choice(found: str, choices: list[str]) -> str:
    """The choice that was most likely meant. `French` and `anglais` mean a language."""
    language = {"en": "en", "an": "en", "fr": "fr"}.get(slugified(found)[:2], "") if found.isalpha() else ""
    return language if language in choices else nearest(found, choices)


def _list_expected(document: Document, model: type[BaseModel], location: tuple, node: Node | None) -> Finding:
    """What stands where a list should be: a single item, fields without their dash, or the languages around the list."""
    fields = walk.fields_at(model, (*location, 0))
    if isinstance(node, Mapping) and node.keys:
        name, key = next(iter(node.keys.items()))
        value = node.values[name]
        if set(node.keys) <= {"en", "fr"}:
            return finding_at(document, location, "languages-outside")
        if name in fields:
            paste = f"- {name}: {written(value.value)}" if isinstance(value, Scalar) else f"- {name}:"
            return Finding(document.path, key.line, key.column, "dash-missing", place_name(location), paste=paste)
    if isinstance(node, Scalar) and re.match(r"-\S", node.value):
        paste = "" if " -" in node.value else f"- {written(node.value[1:])}"
        return Finding(document.path, node.line, node.column, "missing-space", place_name(location), paste=paste)
    # Several names in one line, or a text where fields are needed, cannot become one item.
    is_item = isinstance(node, Scalar) and not fields and "," not in node.value
    return replace(finding_at(document, location, "list-expected"), paste=f"- {written(node.value)}" if is_item else "")


def _misplaced(document: Document, model: type[BaseModel], location: tuple) -> Finding | None:
    """A field that is known at another level: pushed in too far, or not far enough below an empty one."""
    *above, name = location
    siblings = at(document.root, tuple(above))
    before = list(siblings.keys)[: list(siblings.keys).index(name)] if isinstance(siblings, Mapping) else []
    empty = next((key for key in reversed(before) if getattr(siblings.values[key], "value", None) == ""), "")
    if empty and name in walk.fields_at(model, (*above, empty)):
        return finding_at(document, location, "too-far-left", found=name, inside=empty, n=siblings.keys[empty].column + 1,
                          meant=place_name((*above, empty, name)))
    for depth in range(len(above) - 1, -1, -1):
        outer = at(document.root, location[:depth])
        if isinstance(outer, Mapping) and name not in outer.keys and name in walk.fields_at(model, location[:depth]):
            return finding_at(document, location, "too-far-right", found=name, taken=place_name(tuple(above)), n=outer.column - 1,
                              meant=place_name((*location[:depth], name)))
    return None


def _renamed(document: Document, model: type[BaseModel], location: tuple) -> Finding:
    """An unknown field, with its line under the name that was most likely meant."""
    known, name = walk.fields_at(model, location[:-1]), str(location[-1])
    siblings, node = at(document.root, location[:-1]), at(document.root, location)
    meant = nearest(name, known)
    params: dict[str, Any] = {"found": name, "nearest": meant, "choices": known}
    if meant and meant not in siblings.keys:
        params["meant"] = place_name((*location[:-1], meant))
    value = node.value if isinstance(node, Scalar) and "\n" not in node.value else ""
    finding = finding_at(document, location, "unknown-field", **params)
    return replace(finding, paste=f"{meant}: {written(value) if value else ''}".rstrip() if meant else "")


def _line_to_paste(location: tuple, value: str) -> str:
    return f"- {written(value)}" if isinstance(location[-1], int) else f"{location[-1]}: {written(value)}"
