"""datapackage.json: the tables described so that programs can check them (https://specs.frictionlessdata.io, version 1).

Names of fields are the headers of the files. What a field means is taken from the models, as editors show it.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from .. import open_data
from ..languages import LANGUAGES
from ..pages.data_files import in_each_language
from ..records.case_study import CaseStudy, Contact, Partner, Replication, Result, Source
from ..records.organization import Organization
from ..records.vocabulary import Term
from ..site import Site
from .tables import COLUMNS

# Where the meaning of a column stands, by the column's name.
_MODELS = {"cases": (CaseStudy, Replication), "partners": (Partner,), "results": (Result,), "sources": (Source,), "organizations": (Organization,), "terms": (Term,)}
_PREFIXES = {"source-": Source, "contact-": Contact}
_KEYS = {"cases": ["case-id"], "sources": ["case-id", "source-id"], "organizations": ["organization-id"], "terms": ["facet-id", "term-id"]}
_POINTS_AT = {"partners": (("cases", ["case-id"]), ("organizations", ["organization-id"])), "results": (("cases", ["case-id"]), ("sources", ["case-id", "source-id"])),
              "sources": (("cases", ["case-id"]),)}
_DATE = r"\d{4}(-\d\d(-\d\d)?)?"


def package(site: Site, files: dict[str, str]) -> str:
    """The description of the tables, whose texts are given by their paths."""
    modified = site.modified()
    described = {
        "profile": "tabular-data-package", "name": "service-delivery-partnerships-guide", "version": open_data.VERSION,
        "title": " / ".join(words("site.name") for words in site.strings.values()),
        "description": "\n\n".join(words("data.description") for words in site.strings.values()),
        "homepage": site.routes.absolute(""), "keywords": [word for words in in_each_language(site, "data.keywords").values() for word in words.split("; ")],
        **({"updated": str(modified)} if modified else {}),
        "resources": [_resource(site, table, language, files) for language in LANGUAGES for table in open_data.TABLES],
    }
    return json.dumps(described, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _resource(site: Site, table: str, language: str, files: dict[str, str]) -> dict[str, Any]:
    path = site.routes.files[table][language]
    content = files[path].encode("utf-8")
    return {
        "profile": "tabular-data-resource", "name": f"{table}-{language}", "path": path, "title": site.strings[language](f"data.file.{table}"),
        "lang": language, "format": "csv", "mediatype": open_data.media_type(path), "encoding": "utf-8-sig",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}", "schema": _schema(site, table, language),
    }


def _schema(site: Site, table: str, language: str) -> dict[str, Any]:
    t = site.strings[language]

    def names(columns: list[str]) -> list[str]:
        return [t(f"column.{column}") for column in columns]

    found: dict[str, Any] = {"fields": [_field(site, table, column, language) for column in COLUMNS[table]], "missingValues": [""]}
    if table in _KEYS:
        found["primaryKey"] = names(_KEYS[table])
    if table in _POINTS_AT:
        found["foreignKeys"] = [{"fields": names(columns), "reference": {"resource": f"{there}-{language}", "fields": names(columns)}}
                                for there, columns in _POINTS_AT[table]]
    return found


def _field(site: Site, table: str, column: str, language: str) -> dict[str, Any]:
    t = site.strings[language]
    meaning = _meaning(table, column, language)
    return {"name": t(f"column.{column}"), **({"description": meaning} if meaning else {}), **_type(COLUMNS[table][column], t("csv.unknown"), t("data.yes"), t("data.no"))}


def _type(kind: str, unknown: str, yes: str, no: str) -> dict[str, Any]:
    """What a cell of a type may hold."""
    return {
        "id": {"type": "string", "constraints": {"required": True, "pattern": "[a-z0-9]+(-[a-z0-9]+)*"}},
        "code": {"type": "string", "constraints": {"required": True}},
        "text": {"type": "string"},
        "address": {"type": "string", "format": "uri"},
        "day": {"type": "date"},
        "moment": {"type": "string", "constraints": {"pattern": f"{unknown}|{_DATE}"}},
        "year": {"type": "string", "constraints": {"required": True, "pattern": rf"{unknown}|\d{{4}}"}},
        # A negative number stands behind an apostrophe, as does everything that could start a formula.
        "number": {"type": "number", "bareNumber": False},
        "yes": {"type": "boolean", "trueValues": [yes], "falseValues": [no]},
    }[kind]


def _meaning(table: str, column: str, language: str) -> str:
    """The help of the field that a column shows; nothing for a column that is worked out."""
    field = column.replace("-", "_")
    models = [*_MODELS[table], *(model for prefix, model in _PREFIXES.items() if column.startswith(prefix))]
    for name in (field, field.partition("_")[2]):
        for model in models:
            if name in model.model_fields:
                return model.model_fields[name].json_schema_extra["help"][language]
    return ""
