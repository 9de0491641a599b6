"""JSON Schema for editors, derived from the models: completion, help in both languages, terms of the vocabularies.

Editors read YAML by their own rules (`2005` is a number to them), so the schema is a little more lenient than
`guide check`, which decides. Ids of organizations and cases are not listed: new ones come with every contribution.
"""

from __future__ import annotations

import json
from typing import Any

from .library import Library
from .records import KINDS
from .records.ledger import Ledger

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas(library: Library) -> dict[str, str]:
    """File name and text of the schema of each kind of record, and of the ledger of addresses."""
    models = {**{kind.name: kind.model for kind in KINDS.values()}, "addresses": Ledger}
    return {f"{name}.schema.json": _text(model.model_json_schema(), library) for name, model in models.items()}


def _text(schema: dict, library: Library) -> str:
    schema = finished(schema, library)
    return json.dumps({"$schema": DRAFT, **schema}, ensure_ascii=False, indent=2) + "\n"


def finished(part: Any, library: Library) -> Any:
    """The schema without what only Python knows, and with the terms of the vocabularies."""
    if isinstance(part, list):
        return [finished(item, library) for item in part]
    if not isinstance(part, dict):
        return part
    kept = {key: finished(value, library) for key, value in part.items()
            if not (key in ("help", "form-label", "form-example", "form-translated", "form-help", "default") or key == "title" and isinstance(value, str))}
    facet = str(kept.get("format", "")).removesuffix("-term")
    if str(kept.get("format", "")).endswith("-term"):
        del kept["format"]
        kept["enum"] = list(library.terms.get(facet, {}))
    elif str(kept.get("format", "")).endswith("-id"):
        del kept["format"]
    if "anyOf" in kept:  # a field that may be left out has no null in YAML
        kept["anyOf"] = [arm for arm in kept["anyOf"] if arm != {"type": "null"}]
    return kept
