"""The open data as tables in one language: columns, their types, and one row for each case, partner, result and so on.

Cells hold what was typed, in the reader's language; where a text exists in the other language only, the last column
says so. `unknown` is a word, an empty cell means that the record says nothing. Lists are joined by "; ".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from .. import machine_paths, open_data
from ..pages.reader import Reader
from ..records.case_study import CaseStudy, Replication
from ..records.fields import Bilingual
from ..records.values import Unknown
from ..site import Site, terms_of

Cell = str | int | Decimal
_REPLICATION = tuple(Replication.model_fields)
_FACETS = {"services": "service", "clients": "client-group", "channels": "channel", "themes": "theme"}
_LISTS = ("success-factors", "challenges", "what-did-not-work", "lessons")
_CASE = {"case-id": "id", "case-title": "text"}

# The columns of each table with the type of their cells (datapackage.py says what each type may hold).
COLUMNS: dict[str, dict[str, str]] = {
    "cases": {
        "case-id": "id", "title": "text", "summary": "text", "jurisdictions": "text", "jurisdiction-codes": "text", "orders-of-government": "text",
        "partners": "text", "leads": "text", **dict.fromkeys(_FACETS, "text"), "arrangement": "text", "playbook-model": "text",
        "status": "text", "status-as-of": "moment", "started": "moment", "ended": "moment", "problem": "text", "approach": "text",
        **dict.fromkeys(_LISTS, "text"), **dict.fromkeys(_REPLICATION, "text"), "evidence": "text",
        "contact-organization": "text", "contact-page": "address", "contact-mailbox": "text", "contact-verified": "moment",
        "basis": "text", "reviewed-on": "day", "reviewed-against": "text", "review-by": "day", "changed-on": "day", "related": "text", "credit": "text", "replicates": "text",
        "title-translated": "yes", "address": "address", "permanent-address": "address", "data-address": "address",
    },
    "partners": {**_CASE, "organization-id": "id", "organization-name": "text", "jurisdiction-code": "text", "order-of-government": "text",
                 "role": "text", "lead": "yes"},
    "results": {**_CASE, "statement": "text", "figure": "number", "qualifier": "text", "unit": "text", "year": "year", "source-id": "id"},
    "sources": {**_CASE, "source-id": "id", "source-title": "text", "source-address": "address", "held-by": "text", "source-language": "text",
                "seen-on": "day", "supports": "text"},
    "organizations": {"organization-id": "id", "name": "text", "acronym": "text", "kind": "text", "order-of-government": "text", "jurisdiction": "text",
                      "jurisdiction-code": "text", "description": "text", "web-page": "address", "case-ids": "text", "name-translated": "yes",
                      "address": "address", "permanent-address": "address"},
    "terms": {"facet-id": "id", "facet": "text", "term-id": "code", "label": "text", "definition": "text", "case-ids": "text",
              "address": "address", "permanent-address": "address"},
}
for _columns in COLUMNS.values():
    _columns["borrowed"] = "text"


def header(reader: Reader, table: str) -> list[str]:
    """The names of the columns, for readers."""
    return [reader.t(f"column.{column}") for column in COLUMNS[table]]


def rows(reader: Reader, table: str) -> Iterator[list[Cell]]:
    """The rows of a table, each as wide as its header."""
    for values in _ROWS[table](reader):
        borrowed: list[str] = []
        cells = {column: _cell(reader, values[column], column, borrowed) for column in COLUMNS[table] if column != "borrowed"}
        yield [*cells.values(), "; ".join(reader.t(f"column.{column}") for column in dict.fromkeys(borrowed))]


def _cell(reader: Reader, value: Any, column: str, borrowed: list[str]) -> Cell:
    """A value as it stands in a cell. Notes the column when the text is in the other language."""
    if value is None or type(value) is str:
        return value or ""
    if isinstance(value, Bilingual):
        found, language = value.within(reader.language)
        if language != reader.language:
            borrowed.append(column)
        return str(found)
    if isinstance(value, (list, tuple)):
        return "; ".join(str(_cell(reader, item, column, borrowed)) for item in value)
    if isinstance(value, bool):
        return reader.t("data.yes" if value else "data.no")
    if isinstance(value, Unknown):
        return reader.t("csv.unknown")
    if isinstance(value, (int, Decimal)):
        return value
    return str(value)


def _cases(reader: Reader) -> Iterator[dict[str, Any]]:
    site = reader.site
    for name, case in sorted(site.library.case_studies.items()):
        yield {
            "case-id": name, "title": case.title, "summary": case.summary, **_terms(site, case), **_sections(case),
            "partners": [_name(site, partner.organization) for partner in case.partners],
            "leads": [_name(site, partner.organization) for partner in case.partners if partner.lead],
            "status-as-of": case.status.as_of, "started": case.started, "ended": case.ended, **_contact(site, case), **_review(reader, case),
            "related": [relation.case for relation in case.related if relation.case in site.library.case_studies],
            "credit": [_name(site, organization) for organization in case.credit],
            "replicates": case.replicates if case.replicates in site.library.case_studies else None,
            "title-translated": case.title.translated == reader.language, **_addresses(reader, "case_study", name),
            "data-address": site.routes.absolute(open_data.document(f"cases/{name}")),
        }


def _terms(site: Site, case: CaseStudy) -> dict[str, Any]:
    """The terms of a case by their labels."""
    def one(facet: str, value: Any) -> Any:
        return value if isinstance(value, Unknown) else site.library.terms[facet][value].label

    found = {column: value if isinstance(value := getattr(case, column), Unknown) else [one(facet, term) for term in value]
             for column, facet in _FACETS.items()}
    places = terms_of(case, "jurisdiction", site.library)
    return found | {
        "jurisdictions": [one("jurisdiction", place) for place in places], "jurisdiction-codes": places,
        "orders-of-government": [one("order-of-government", order) for order in terms_of(case, "order-of-government", site.library)],
        "arrangement": one("arrangement", case.arrangement), "playbook-model": one("playbook-model", case.playbook_model),
        "status": one("status", case.status.term), "evidence": one("evidence", case.evidence),
    }


def _sections(case: CaseStudy) -> dict[str, Any]:
    """What the case tells, and what another government can take over."""
    told = {column: getattr(case, column.replace("-", "_")) for column in ("problem", "approach", *_LISTS)}
    return told | {column: getattr(case.replication, column, None) for column in _REPLICATION}


def _contact(site: Site, case: CaseStudy) -> dict[str, Any]:
    """Whom to ask; a contact that nobody knows is said in its first column."""
    contact = case.contact
    return {"contact-organization": _name(site, contact.organization) if contact else contact, "contact-page": getattr(contact, "page", None),
            "contact-mailbox": getattr(contact, "mailbox", None), "contact-verified": getattr(contact, "verified", None)}


def _review(reader: Reader, case: CaseStudy) -> dict[str, Any]:
    return {"basis": reader.t(f"code.{case.consent.basis if case.consent else 'pending'}"), "reviewed-on": case.reviewed.on,
            "reviewed-against": reader.t(f"code.{case.reviewed.against}"), "review-by": case.review_by, "changed-on": case.changes[0].on}


def _of_cases(rows_of: Callable[[Reader, CaseStudy], Iterator[dict[str, Any]]]) -> Callable[[Reader], Iterator[dict[str, Any]]]:
    """Rows about the parts of each case, with the case's id and title."""
    def found(reader: Reader) -> Iterator[dict[str, Any]]:
        for name, case in sorted(reader.site.library.case_studies.items()):
            for row in rows_of(reader, case):
                yield {"case-id": name, "case-title": case.title, **row}

    return found


def _partners(reader: Reader, case: CaseStudy) -> Iterator[dict[str, Any]]:
    for partner in case.partners:
        organization = reader.site.library.organizations[partner.organization]
        yield {"organization-id": partner.organization, "organization-name": organization.name, "jurisdiction-code": organization.jurisdiction,
               "order-of-government": _order(reader.site, organization), "role": partner.role, "lead": partner.lead}


def _results(reader: Reader, case: CaseStudy) -> Iterator[dict[str, Any]]:
    for result in case.results or ():
        yield {"statement": result.statement, "figure": result.figure, "qualifier": reader.t(f"code.{result.qualifier}") if result.qualifier else None,
               "unit": result.unit, "year": result.year, "source-id": result.source}


def _sources(reader: Reader, case: CaseStudy) -> Iterator[dict[str, Any]]:
    for source in case.sources:
        yield {"source-id": source.id, "source-title": source.title, "source-address": source.url,
               "held-by": reader.site.library.bodies[source.held_by].name if source.held_by else None, "source-language": reader.t(f"code.{source.language}"),
               "seen-on": source.seen_on, "supports": [reader.t(f"supports.{field}") for field in source.supports]}


def _organizations(reader: Reader) -> Iterator[dict[str, Any]]:
    site = reader.site
    for name, record in sorted(site.library.organizations.items()):
        yield {"organization-id": name, "name": record.name, "acronym": getattr(record.acronym, reader.language, None), "kind": reader.t(f"code.{record.kind}"),
               "order-of-government": _order(site, record), "jurisdiction": site.library.terms["jurisdiction"][record.jurisdiction].label,
               "jurisdiction-code": record.jurisdiction, "description": record.description,
               "web-page": record.page.within(reader.language)[0] if record.page else None, "case-ids": sorted(site.cases_by_organization[name]),
               "name-translated": record.name.translated == reader.language, **_addresses(reader, "organization", name)}


def _all_terms(reader: Reader) -> Iterator[dict[str, Any]]:
    site = reader.site
    for facet, vocabulary in sorted(site.library.vocabularies.items()):
        for term in vocabulary.terms:
            yield {"facet-id": facet, "facet": vocabulary.title, "term-id": term.id, "label": term.label, "definition": term.definition,
                   "case-ids": sorted(site.cases_by_term.get((facet, term.id), ())), **_addresses(reader, "term", f"{facet}/{term.id}")}


def _name(site: Site, organization: str) -> Bilingual:
    return site.library.organizations[organization].name


def _order(site: Site, organization: Any) -> Bilingual:
    return site.library.terms["order-of-government"][organization.order_of_government].label


def _addresses(reader: Reader, kind: str, key: str) -> dict[str, str]:
    routes = reader.site.routes
    return {"address": routes.absolute(routes.path(kind, key, reader.language)), "permanent-address": routes.absolute(machine_paths.permanent(kind, key))}


_ROWS: dict[str, Callable[[Reader], Iterator[dict[str, Any]]]] = {
    "cases": _cases, "partners": _of_cases(_partners), "results": _of_cases(_results), "sources": _of_cases(_sources),
    "organizations": _organizations, "terms": _all_terms,
}
