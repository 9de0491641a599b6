"""What a page is about, as JSON-LD for search engines (https://schema.org): small, and safe inside a page of HTML.

A case is an article about a government service. Its partners provide the service; those that lead it are given as its
operators. A vocabulary is a set of defined terms, an organization an organization, the open data a dataset.
"""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from .. import machine_paths, open_data
from ..languages import LANGUAGES, other
from ..site import Site, terms_of
from .data_files import DataFile, distributions
from .page import Page
from .reader import Reader

# Orders of government whose organizations are not governments.
_NOT_GOVERNMENTS = {"other"}
# No sign that could end the element or start another, and none that ends a line of a script.
_ESCAPES = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def linked_data(page: Page, site: Site) -> Markup | None:
    """The content of the page's script element, or None for a page that has none."""
    make = _KINDS.get(page.kind) or (_dataset if (page.kind, page.key) == ("page", "data") else None)
    if make is None:
        return None
    found = {"@context": "https://schema.org", **make(Reader(site, page.language, page.path), page.key), **_about_page(page, site)}
    return embedded(found)


def embedded(value: Any) -> Markup:
    """JSON that may stand inside a script element whatever its texts are.

    >>> embedded("</script>")
    Markup('"\\\\u003c/script\\\\u003e"')
    """
    text = _JSON.encode(value)
    for sign, escape in _ESCAPES.items():  # which takes a tenth of what str.translate does
        text = text.replace(sign, escape)
    return Markup(text)


def _about_page(page: Page, site: Site) -> dict[str, Any]:
    """Its address, its language and the page in the other language."""
    found: dict[str, Any] = {"@id": site.routes.absolute(page.path), "url": site.routes.absolute(page.path), "inLanguage": page.language}
    paths = site.routes.paths[page.kind, page.key]
    if page.kind in ("case_study", "facet") or page.key == "data":  # a term or an organization is no work
        found["workTranslation"] = {"@id": site.routes.absolute(paths[other(page.language)])}
    if page.kind in ("organization", "term"):
        del found["inLanguage"]
    return found


def _case(reader: Reader, key: str) -> dict[str, Any]:
    site, case = reader.site, reader.site.library.case_studies[key]
    permanent = site.routes.absolute(machine_paths.permanent("case_study", key))
    service = {
        "@type": "GovernmentService", "@id": f"{permanent}#service", "name": reader.plain(case.title),
        "provider": [site.once(_organization_named, reader.language, partner.organization) for partner in case.partners],
        "areaServed": [str(reader.label("jurisdiction", place)) for place in terms_of(case, "jurisdiction", site.library)],
    }
    if leads := [_organization_reference(reader, partner.organization) for partner in case.partners if partner.lead]:
        service["serviceOperator"] = leads
    found: dict[str, Any] = {
        "@type": "Article", "headline": reader.plain(case.title), "description": reader.plain(case.summary), "identifier": permanent,
        "datePublished": str(case.changes[-1].on), "dateModified": str(case.changes[0].on), "author": _guide(reader), "about": service,
        "encoding": _download(reader, machine_paths.data(reader.path)),
    }
    if case.credit:
        found["contributor"] = [site.once(_organization_named, reader.language, organization) for organization in case.credit]
    return found


def _organization(reader: Reader, key: str) -> dict[str, Any]:
    record = reader.site.library.organizations[key]
    found: dict[str, Any] = {"@type": _type(record), "name": reader.plain(record.name)}
    if record.acronym:
        found["alternateName"] = reader.plain(record.acronym)
    if record.page:
        found["sameAs"] = record.page.within(reader.language)[0]
    return found


def _type(record: Any) -> str:
    is_government = record.kind == "organization" and record.order_of_government not in _NOT_GOVERNMENTS
    return "GovernmentOrganization" if is_government else "Organization"


def _organization_named(site: Site, language: str, name: str) -> dict[str, str]:
    reader, record = Reader(site, language, ""), site.library.organizations[name]
    return {"@type": _type(record), **_organization_reference(reader, name), "name": reader.plain(record.name)}


def _organization_reference(reader: Reader, name: str) -> dict[str, str]:
    return _reference(reader, "organization", name)


def _facet(reader: Reader, key: str) -> dict[str, Any]:
    vocabulary = reader.site.library.vocabularies[key]
    terms = [_reference(reader, "term", f"{key}/{term.id}") for term in vocabulary.terms]
    return {"@type": "DefinedTermSet", "name": reader.plain(vocabulary.title), "description": reader.plain(vocabulary.definition), "hasDefinedTerm": terms}


def _term(reader: Reader, key: str) -> dict[str, Any]:
    facet, _, term = key.partition("/")
    record = reader.site.library.terms[facet][term]
    return {"@type": "DefinedTerm", "name": reader.plain(record.label), "termCode": term, "description": reader.plain(record.definition),
            "inDefinedTermSet": _reference(reader, "facet", facet)}


def _dataset(reader: Reader, key: str) -> dict[str, Any]:
    """The open data. It has no publisher and no licence: neither is decided."""
    modified = reader.site.modified()
    return {
        "@type": "Dataset", "name": f"{reader.t('site.name')} – {reader.words('nav.data')}", "description": reader.words("data.description"),
        "keywords": reader.t("data.keywords").split("; "), "version": open_data.VERSION, "isAccessibleForFree": True,
        **({"dateModified": str(modified)} if modified else {}), "creator": _guide(reader),
        "distribution": [_download(reader, file.path, file) for file in distributions(reader.site) if file.language in ("", reader.language)],
    }


def _download(reader: Reader, path: str, file: DataFile | None = None) -> dict[str, str | list[str]]:
    found: dict[str, Any] = {"@type": "DataDownload" if file else "MediaObject", "contentUrl": reader.site.routes.absolute(path), "encodingFormat": open_data.media_type(path)}
    if file:
        found |= {"name": file.title[reader.language], "inLanguage": file.language or list(LANGUAGES)}
    return found


def _guide(reader: Reader) -> dict[str, str]:
    return {"@type": "Organization", "name": reader.t("site.name"), "url": reader.site.routes.absolute(reader.site.routes.path("page", "home", reader.language))}


def _reference(reader: Reader, kind: str, key: str) -> dict[str, str]:
    return {"@id": reader.site.routes.absolute(reader.site.routes.path(kind, key, reader.language))}


_KINDS = {"case_study": _case, "organization": _organization, "facet": _facet, "term": _term}
