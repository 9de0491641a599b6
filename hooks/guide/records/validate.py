"""From the nodes of a file to a record, or to findings about it.

pydantic finds all problems of a file in one pass; here its error types become codes of ours, and its locations
become lines and columns.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ValidationError

from ..findings import Finding
from ..yaml_source import Document, Mapping, Scalar
from ..yaml_source.nodes import at, find
from ..yaml_source.traps import quoted
from . import walk
from .values import nearest

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


def validated(document: Document, model: type[BaseModel]) -> tuple[BaseModel | None, list[Finding]]:
    """The record of a document, or None with what is wrong."""
    if document.root is None:
        return None, []
    if not isinstance(document.root, Mapping):
        return None, [Finding(document.path, document.root.line, document.root.column, "fields-expected")]
    try:
        return model.model_validate(document.root.plain_data()), []
    except ValidationError as error:
        return None, [_finding(document, model, detail) for detail in error.errors(include_url=False)]


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
    if isinstance(node, Scalar) and node.value == "" and code in ("mapping-expected", "list-expected"):
        code = "empty"
    if code == "unknown-field":
        known = walk.fields_at(model, location[:-1])
        params = {"found": location[-1], "nearest": nearest(str(location[-1]), known), "choices": known}
        return _renamed(document, location, params)
    if detail["type"] == "literal_error":
        params = {"found": str(detail["input"])[:80], "choices": ["en", "fr"]}
    if code == "not-in-list":
        params["suggest"] = nearest(params["found"], params["choices"])
    if code == "list-too-long":
        params = {"limit": params.get("max_length"), "length": params.get("actual_length")}
    finding = finding_at(document, location, code, **params)
    return replace(finding, paste=f"- {node.value}") if code == "list-expected" and isinstance(node, Scalar) else finding


def _renamed(document: Document, location: tuple, params: dict) -> Finding:
    """An unknown field, with its line under the name that was most likely meant."""
    line, column, _ = find(document.root, location)
    node, paste = at(document.root, location), ""
    if params["nearest"]:
        value = node.value if isinstance(node, Scalar) and "\n" not in node.value else ""
        shown = value if value == "" or isinstance(node, Scalar) and node.plain else quoted(value)
        paste = f"{params['nearest']}: {shown}".rstrip()
    return Finding(document.path, line, column, "unknown-field", place_name(location), "error", params, paste)


def _line_to_paste(location: tuple, value: str) -> str:
    return f"- {value}" if isinstance(location[-1], int) else f"{location[-1]}: {value}"
