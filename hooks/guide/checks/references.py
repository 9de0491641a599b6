"""Every id leads to a record, every term to its vocabulary, every `source` to a source of the same file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..findings import MOST, Finding
from ..library import Library
from ..naming import nearest
from ..records import KINDS, walk
from ..records.fields import Bilingual, Reference, TermOf
from ..records.values import says_unknown
from ..yaml_source import Mapping


def of_record(library: Library, kind: str, name: str, values: list[walk.Value], texts: list[tuple[tuple, Bilingual]]) -> Iterator[Finding]:
    return islice(_named(library, kind, name, [value for value in values if value[1] and isinstance(value[2], str)]), MOST)


def findings(library: Library) -> Iterator[Finding]:
    for name, case in library.each("case_study"):
        yield from _sources(library, name, case)
        yield from _relations(library, name, case)
    yield from _in_refused_records(library)


def _in_refused_records(library: Library) -> Iterator[Finding]:
    """A record with another error shows its wrong names too, so that one run tells everything."""
    for kind, name, document in library.refused():
        if not isinstance(document.root, Mapping):
            continue
        texts = walk.typed(KINDS[kind].model, document.root.plain_data())
        texts = [text for text in texts if text[2] and (isinstance(text[0][-1], int) or not says_unknown(text[2]))]
        yield from islice(_named(library, kind, name, texts), MOST)
        if kind == "case_study":
            yield from _typed_sources(library, name, document.root.plain_data())


def _typed_sources(library: Library, name: str, data: dict) -> Iterator[Finding]:
    """The sources that results name, in a case that was refused for something else."""
    sources, results = (data.get(field) for field in ("sources", "results"))
    if not (isinstance(sources, list) and isinstance(results, list) and all(isinstance(item, dict) for item in (*sources, *results))):
        return
    known = [source["id"] for source in sources if isinstance(source.get("id"), str)]
    for index, result in enumerate(results):
        if isinstance(found := result.get("source"), str) and found.strip() and found not in known:
            yield _no_such_source(library, name, index, found, known)


def _named(library: Library, kind: str, name: str, texts: list[tuple[tuple, tuple, str]]) -> Iterator[Finding]:
    """What is wrong with the names of terms and records in one file."""
    seen: set[tuple] = set()
    for location, marks, value in texts:
        for mark in marks:
            if isinstance(mark, Reference) and (mark.kind, value) not in library.documents:
                yield _unknown_record(library, kind, name, location, mark.kind, value)
            elif isinstance(mark, TermOf) and value not in library.terms.get(mark.facet, {}) and not _is_refused(library, mark.facet):
                yield _unknown_term(library, kind, name, location, mark.facet, value)
        if marks and isinstance(location[-1], int):
            if (location[:-1], value) in seen:
                yield library.finding(kind, name, location, "listed-twice", found=value)
            seen.add((location[:-1], value))


def _unknown_record(library: Library, kind: str, name: str, location: tuple, wanted: str, value: str) -> Finding:
    """`Town of Springfield` and `town.yml` both mean the record whose file is called `town.yml`."""
    by_name = {}
    for key, record in library.records[wanted].items():
        named = [getattr(record, field, None) for field in ("title", "name", "acronym")]
        by_name |= {str(word).casefold(): key for text in named if text for word in (text.en, text.fr) if word}
    known = [known for found_kind, known in library.documents if found_kind == wanted]
    meant = by_name.get(value.casefold()) or nearest(value.removesuffix(".yml"), known)
    return library.finding(kind, name, location, f"no-such-{wanted.replace('_', '-')}", found=value[:100], suggest=meant)


def _is_refused(library: Library, facet: str) -> bool:
    """Whether a vocabulary has errors of its own: its terms are then not known, and no record is to blame."""
    return ("vocabulary", facet) in library.documents and facet not in library.terms


def _unknown_term(library: Library, kind: str, name: str, location: tuple, facet: str, value: str) -> Finding:
    """`ON` and `Ontario` both mean CA-ON: labels and last letters count as near."""
    if says_unknown(value) and isinstance(location[-1], int):
        return library.finding(kind, name, location[:-1], "unknown-word", found=value, suggest="unknown")
    terms = library.terms.get(facet, {})
    by_label = {str(word): term.id for term in terms.values()
                for word in (term.id, term.label.en, term.label.fr, term.id.partition("-")[2]) if word}
    meant = next((by_label[word] for word in by_label if word.casefold() == value.casefold()), "")
    is_code = re.fullmatch(r"([A-Za-z]{2}-)?[A-Za-z]{2}", value)  # CA-QC and CA-ON are near, and not the same at all
    meant = meant or (by_label.get(nearest(value, list(by_label)), "") if not is_code else "")
    code = "jurisdiction-code" if facet == "jurisdiction" else "no-such-term"
    return library.finding(kind, name, location, code, found=value[:100], facet=facet, suggest=meant, choices=list(terms))


def _sources(library: Library, name: str, case) -> Iterator[Finding]:
    known = [source.id for source in case.sources]
    for index, source in enumerate(case.sources):
        if source.id in known[:index]:
            yield library.finding("case_study", name, ("sources", index, "id"), "source-twice", found=source.id)
    for index, result in enumerate(case.results or ()):
        if result.source not in known:
            yield _no_such_source(library, name, index, result.source, known)


def _no_such_source(library: Library, name: str, index: int, found: str, known: list[str]) -> Finding:
    return library.finding("case_study", name, ("results", index, "source"), "no-such-source", found=found[:100], suggest=nearest(found, known), choices=known)


def _relations(library: Library, name: str, case) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, relation in enumerate(case.related):
        location = ("related", index, "case")
        if relation.case == name:
            yield library.finding("case_study", name, location, "related-to-itself")
        elif relation.case in seen:
            yield library.finding("case_study", name, location, "related-twice", found=relation.case)
        seen.add(relation.case)
    if case.replicates == name:
        yield library.finding("case_study", name, ("replicates",), "related-to-itself")
    organizations = [partner.organization for partner in case.partners]
    for index, organization in enumerate(organizations):
        if organization in organizations[:index]:
            yield library.finding("case_study", name, ("partners", index, "organization"), "partner-twice", found=organization)
