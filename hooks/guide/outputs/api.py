"""api/v1/: the records as JSON for programs, each document with its JSON Schema beside it; a page's record stands at
the page's address with `.json`.

A record is written once and put into every document that holds it. What rests on cases that are not published is left
out, as on the pages.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .. import machine_paths, open_data
from ..languages import LANGUAGES
from ..records.case_study import CaseStudy
from ..records.plain import plain
from ..records.statement import Statement
from ..records.vocabulary import Term
from ..site import Site, terms_of

# The words by which records point at cases, in the order in which the documents list them.
STATEMENTS = ("when_it_fits", "what_it_needs")


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Path and text of every document but the index, which lists them."""
    cases = {name: text(case(site, name)) for name in sorted(site.library.case_studies)}
    yield from _list(site, "cases", cases)
    for name, record in cases.items():
        document = _one(site, "case", record)
        yield open_data.document(f"cases/{name}"), document
        yield from _beside_pages(site, "case_study", name, document)
    organizations = {name: text(organization(site, name)) for name in sorted(site.library.organizations)}
    yield from _list(site, "organizations", organizations)
    for name, record in organizations.items():
        yield from _beside_pages(site, "organization", name, _one(site, "organization", record))
    yield from _vocabularies(site)


def _vocabularies(site: Site) -> Iterator[tuple[str, str]]:
    found = {name: vocabulary(site, name) for name in sorted(site.library.vocabularies)}
    yield from _list(site, "vocabularies", {name: text(record) for name, record in found.items()})
    for name, record in found.items():
        yield from _beside_pages(site, "facet", name, _one(site, "vocabulary", text(record)))
        for term in record["terms"]:
            yield from _beside_pages(site, "term", f"{name}/{term['id']}", _one(site, "term", text(term)))


def case(site: Site, name: str) -> dict[str, Any]:
    """A case as it is published, with its addresses and with what it has from its partners."""
    record: CaseStudy = site.library.case_studies[name]
    found = plain(record)
    found["related"] = [relation for relation in found["related"] if relation["case"] in site.library.case_studies]
    if record.replicates not in site.library.case_studies:
        found.pop("replicates", None)
    return {"id": name, **addresses(site, "case_study", name), **found,
            "jurisdictions": terms_of(record, "jurisdiction", site.library),
            "orders_of_government": terms_of(record, "order-of-government", site.library)}


def organization(site: Site, name: str) -> dict[str, Any]:
    """An organization with its addresses and the ids of its cases."""
    return {"id": name, **addresses(site, "organization", name), **plain(site.library.organizations[name]),
            "cases": sorted(site.cases_by_organization[name])}


def vocabulary(site: Site, name: str) -> dict[str, Any]:
    """A vocabulary with its terms, each with its addresses and the ids of its cases."""
    record = site.library.vocabularies[name]
    terms = [_term(site, name, term) for term in record.terms]
    return {"id": name, **addresses(site, "facet", name), **plain(record.model_copy(update={"terms": []})), "terms": terms}


def _term(site: Site, facet: str, term: Term) -> dict[str, Any]:
    said = {name: found for name in STATEMENTS if (found := _borne_out(site, getattr(term, name) or ()))}
    record = plain(term.model_copy(update=dict.fromkeys(STATEMENTS)))
    return {"id": term.id, "facet": facet, **addresses(site, "term", f"{facet}/{term.id}"), **record, **said,
            "cases": sorted(site.cases_by_term.get((facet, term.id), ()))}


def _borne_out(site: Site, statements: list[Statement]) -> list[dict[str, Any]]:
    """Statements with those of their cases that are published; none that rests on no such case."""
    found = []
    for statement in statements:
        if cases := [name for name in statement.cases if name in site.library.case_studies]:
            found.append({**plain(statement), "cases": cases})
    return found


def addresses(site: Site, kind: str, key: str) -> dict[str, Any]:
    """The full addresses of a page in both languages, and the one that never changes."""
    paths = site.routes.paths[kind, key]
    found: dict[str, Any] = {"url": {language: site.routes.absolute(paths[language]) for language in LANGUAGES}}
    if kind in machine_paths.LETTERS:
        found["permanent_url"] = site.routes.absolute(machine_paths.permanent(kind, key))
    return found


def text(value: Any) -> str:
    """Strict JSON in one line; NaN and infinity raise ValueError."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def opening(site: Site, schema: str) -> str:
    """How every document begins: its schema and the version of the whole."""
    return text({"$schema": site.routes.absolute(open_data.schema(schema)), "version": open_data.VERSION})[:-1]


def _one(site: Site, name: str, record: str) -> str:
    return f"{opening(site, name)},{text(name)}:{record}}}\n"


def _list(site: Site, name: str, records: dict[str, str]) -> Iterator[tuple[str, str]]:
    """All records of a kind, one on a line, by id."""
    listed = ",\n".join(records.values())
    yield open_data.document(name), f"{opening(site, name)},{text(name)}:[\n{listed}\n]}}\n"


def _beside_pages(site: Site, kind: str, key: str, document: str) -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        yield machine_paths.data(site.routes.path(kind, key, language)), document
