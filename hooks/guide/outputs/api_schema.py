"""The JSON Schema of each document of api/v1/, derived from the models: what editors are told, in the published form.

The schema for editors is lenient about how things are typed. Here a text always is an object of its languages, a year
a number, and a field that the record may leave out and that is a list is always there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .. import open_data
from ..languages import LANGUAGES
from ..records import KINDS
from ..records.values import SLUG_PATTERN
from ..schema import DRAFT, finished
from ..site import Site

INDEX = Path(__file__).with_name("index.schema.json")
_IDS = {"type": "array", "items": {"type": "string", "minLength": 1}, "uniqueItems": True}
_TEXT = "A text in each language in which it exists. `translated` names the language whose wording is the Guide's own.\n\nUn texte dans chaque langue où il existe. `translated` indique la langue dont la formulation est celle du Guide."


def _said(en: str, fr: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": f"{en}\n\n{fr}", **schema}


_URL = {"type": "string", "format": "uri", "minLength": 1}
ID = _said("The id. It never changes.", "L'identifiant. Il ne change jamais.", {"type": "string", "pattern": SLUG_PATTERN})
URL = _said("The address of the page in each language.", "L'adresse de la page dans chaque langue.", {
    "type": "object", "properties": dict.fromkeys(LANGUAGES, _URL), "required": list(LANGUAGES), "additionalProperties": False})
PERMANENT = _said("The address that never changes and has no language: cite this one.", "L'adresse qui ne change jamais et n'a pas de langue : c'est celle à citer.", _URL)
CASES = _said("The ids of the published cases.", "Les identifiants des études publiées.", _IDS)
# What a published record has that its file does not.
ADDED: dict[str, dict[str, Any]] = {
    "case": {
        "id": ID, "url": URL, "permanent_url": PERMANENT,
        "jurisdictions": _said("The jurisdictions of the partners.", "Les administrations des partenaires.", _IDS),
        "orders_of_government": _said("The orders of government of the partners.", "Les ordres de gouvernement des partenaires.", _IDS),
    },
    "organization": {"id": ID, "url": URL, "permanent_url": PERMANENT, "cases": CASES},
    "vocabulary": {"id": ID, "url": URL},
    "term": {"facet": _said("The id of the vocabulary.", "L'identifiant du vocabulaire.", {"type": "string", "minLength": 1}),
             "url": URL, "permanent_url": PERMANENT, "cases": CASES},
}
_MODELS = {"case": "case_study", "organization": "organization", "vocabulary": "vocabulary"}


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Path and text of each schema."""
    made = {name: record_schema(site, name) for name in _MODELS}
    for many, one in open_data.DOCUMENTS.items():
        yield _file(site, one, _document(one, {"$ref": f"#/$defs/{one}"}, made[one]))
        yield _file(site, many, _document(many, {"type": "array", "items": {"$ref": f"#/$defs/{one}"}}, made[one]))
    yield _file(site, "term", _document("term", {"$ref": "#/$defs/term"}, made["vocabulary"]))
    yield _file(site, "index", json.loads(INDEX.read_text("utf-8")))


def record_schema(site: Site, name: str) -> dict[str, Any]:
    """The definitions for a record, the record itself among them under its name."""
    schema = finished(published(KINDS[_MODELS[name]].model.model_json_schema()), site.library)
    definitions = schema.pop("$defs")
    if "Term" in definitions:
        definitions["term"] = _with(definitions.pop("Term"), ADDED["term"])
        schema["properties"]["terms"]["items"] = {"$ref": "#/$defs/term"}
    return {**definitions, name: _with(schema, ADDED[name])}


def published(part: Any) -> Any:
    """The schema of a record as it is published, from the schema of how it is typed."""
    if isinstance(part, list):
        return [published(item) for item in part]
    if not isinstance(part, dict):
        return part
    filled = [name for name, field in part.get("properties", {}).items() if field.get("default") is not None] if part.get("type") == "object" else []
    part = {key: published(value) for key, value in part.items()}
    if filled:
        part["required"] = [*part.get("required", ()), *filled]
    if is_text := next((arm for arm in part.get("anyOf", ()) if "translated" in arm.get("properties", {})), None):
        return {**is_text, "description": _TEXT, "minProperties": 1}
    return _typed(part) if isinstance(part.get("type"), list) else part


def _typed(part: dict[str, Any]) -> dict[str, Any]:
    """What may be typed in two ways, in the one way in which it is published."""
    kept = {key: value for key, value in part.items() if key not in ("type", "pattern", "enum")}
    if "enum" in part:
        return {**kept, "type": "boolean"}
    if part.get("pattern") == r"^(unknown|\d{4})$":
        return {**kept, "anyOf": [{"const": "unknown"}, {"type": "integer"}]}
    if "pattern" in part:
        return {**kept, "type": "string", "pattern": part["pattern"]}
    return {**kept, "type": ["number", "string"]}  # a figure: see records/plain.py


def _with(schema: dict[str, Any], added: dict[str, Any]) -> dict[str, Any]:
    return {**schema, "properties": {**added, **schema["properties"]}, "required": [*added, *schema.get("required", ())]}


def _document(name: str, content: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """An object that names its schema and version, and holds the content under its name."""
    properties = {"$schema": {"type": "string"}, "version": {"const": open_data.VERSION}, name: content}
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False, "$defs": definitions}


def _file(site: Site, name: str, schema: dict[str, Any]) -> tuple[str, str]:
    path = open_data.schema(name)
    schema = {"$schema": DRAFT, "$id": site.routes.absolute(path), **schema}
    return path, json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
