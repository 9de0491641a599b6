"""Every id leads to a record, every term to its vocabulary, every `source` to a source of the same file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Finding
from ..library import Library
from ..records import KINDS, walk
from ..records.fields import Reference, TermOf
from ..records.values import SLUG_PATTERN, nearest
from ..yaml_source import Mapping


def findings(library: Library) -> Iterator[Finding]:
    for kind, name, record in library.everything():
        for location, marks, value in walk.values(record):
            if isinstance(value, str):
                yield from _missing(library, kind, name, location, marks, value)
    for name, case in library.case_studies.items():
        yield from _sources(library, name, case)
        yield from _relations(library, name, case)
    yield from _in_refused_records(library)


def _in_refused_records(library: Library) -> Iterator[Finding]:
    """A record with another error shows its wrong names too, so that one run tells everything."""
    for (kind, name), document in library.documents.items():
        if name in library.records[kind] or not isinstance(document.root, Mapping):
            continue
        for location, marks, value in walk.typed(KINDS[kind].model, document.root.plain_data()):
            if value not in ("", "unknown"):
                yield from _missing(library, kind, name, location, marks, value)


def _missing(library: Library, kind: str, name: str, location: tuple, marks: tuple, value: str) -> Iterator[Finding]:
    for mark in marks:
        if isinstance(mark, Reference) and (mark.kind, value) not in library.documents and re.fullmatch(SLUG_PATTERN, value):
            known = [known for found_kind, known in library.documents if found_kind == mark.kind]
            yield library.finding(kind, name, location, f"no-such-{mark.kind.replace('_', '-')}", found=value,
                                  suggest=nearest(value, known))
        elif isinstance(mark, TermOf) and value not in library.terms.get(mark.facet, {}) and not _is_refused(library, mark.facet):
            yield _unknown_term(library, kind, name, location, mark.facet, value)


def _is_refused(library: Library, facet: str) -> bool:
    """Whether a vocabulary has errors of its own: its terms are then not known, and no record is to blame."""
    return ("vocabulary", facet) in library.documents and facet not in library.terms


def _unknown_term(library: Library, kind: str, name: str, location: tuple, facet: str, value: str) -> Finding:
    """`ON` and `Ontario` both mean CA-ON: labels and last letters count as near."""
    terms = library.terms.get(facet, {})
    by_label = {str(word): term.id for term in terms.values()
                for word in (term.id, term.label.en, term.label.fr, term.id.partition("-")[2]) if word}
    meant = next((by_label[word] for word in by_label if word.casefold() == value.casefold()), "")
    meant = meant or by_label.get(nearest(value, list(by_label)), "")
    code = "jurisdiction-code" if facet == "jurisdiction" else "no-such-term"
    return library.finding(kind, name, location, code, found=value, facet=facet, suggest=meant, choices=list(terms))


def _sources(library: Library, name: str, case) -> Iterator[Finding]:
    known = [source.id for source in case.sources]
    for index, source in enumerate(case.sources):
        if source.id in known[:index]:
            yield library.finding("case_study", name, ("sources", index, "id"), "source-twice", found=source.id)
    for index, result in enumerate(case.results or ()):
        if result.source not in known:
            yield library.finding("case_study", name, ("results", index, "source"), "no-such-source",
                                  found=result.source, suggest=nearest(result.source, known), choices=known)


def _relations(library: Library, name: str, case) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, relation in enumerate(case.related):
        location = ("related", index, "case")
        if relation.case == name:
            yield library.finding("case_study", name, location, "related-to-itself")
        elif relation.case in seen:
            yield library.finding("case_study", name, location, "related-twice", found=relation.case)
        seen.add(relation.case)
    organizations = [partner.organization for partner in case.partners]
    for index, organization in enumerate(organizations):
        if organization in organizations[:index]:
            yield library.finding("case_study", name, ("partners", index, "organization"), "partner-twice", found=organization)
