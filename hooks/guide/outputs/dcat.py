"""api/v1/dcat.jsonld: the record for an open data catalogue, in DCAT (https://www.w3.org/TR/vocab-dcat-3/), both languages.

Nobody has decided yet who publishes the Guide and under which licence, so the record has neither field. Whoever
registers it adds them; docs/data.<language>.md says so.
"""

from __future__ import annotations

import json
from typing import Any

from .. import open_data
from ..languages import LANGUAGES
from ..pages.data_files import DataFile, distributions, in_each_language
from ..site import Site

_CONTEXT = {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "xsd": "http://www.w3.org/2001/XMLSchema#"}
# Codes of the Library of Congress, as DCAT asks for.
_LANGUAGES = {"en": "http://id.loc.gov/vocabulary/iso639-1/en", "fr": "http://id.loc.gov/vocabulary/iso639-1/fr"}
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"


def record(site: Site) -> str:
    """The record as JSON-LD."""
    routes, modified = site.routes, site.modified()
    pages = routes.paths.get(("page", "data"), {language: f"{language}/" for language in LANGUAGES})
    found: dict[str, Any] = {
        "@context": _CONTEXT, "@id": routes.absolute(open_data.CATALOGUE), "@type": "dcat:Dataset",
        "dct:identifier": routes.absolute(open_data.FOLDER), "dct:title": _both(in_each_language(site, "site.name")),
        "dct:description": _both(in_each_language(site, "data.description")),
        "dcat:keyword": [{"@value": word, "@language": language} for language, words in in_each_language(site, "data.keywords").items() for word in words.split("; ")],
        "dct:language": [_reference(_LANGUAGES[language]) for language in LANGUAGES],
        "dcat:landingPage": [_reference(routes.absolute(path)) for path in pages.values()], "dcat:version": open_data.VERSION,
    }
    if modified:
        found["dct:modified"] = {"@value": str(modified), "@type": "xsd:date"}
    found["dcat:distribution"] = [_distribution(site, file) for file in distributions(site)]
    return json.dumps(found, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _distribution(site: Site, file: DataFile) -> dict[str, Any]:
    address = site.routes.absolute(file.path)
    found = {
        "@id": address, "@type": "dcat:Distribution", "dct:title": _both(file.title),
        "dct:language": [_reference(_LANGUAGES[language]) for language in ([file.language] if file.language else LANGUAGES)],
        "dcat:downloadURL": _reference(address), "dcat:accessURL": _reference(address), "dcat:mediaType": _reference(_MEDIA_TYPES + file.media_type),
    }
    if file.schema:
        found["dct:conformsTo"] = _reference(site.routes.absolute(file.schema))
    return found


def _both(texts: dict[str, str]) -> list[dict[str, str]]:
    return [{"@value": text, "@language": language} for language, text in texts.items()]


def _reference(address: str) -> dict[str, str]:
    return {"@id": address}
