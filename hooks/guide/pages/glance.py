"""The facts at the top of a case: the same questions in the same order on every page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from ..records.case_study import CaseStudy
from ..records.values import UNKNOWN, Unknown
from ..site import terms_of
from .lists import organization_link, term_link
from .page import Link
from .reader import Phrase, Reader


class Fact(NamedTuple):
    """One row at the top of the page: a question and its short answers, finished for readers."""

    label: str
    answers: Markup
    note: Phrase | Markup | str = ""


def facts(reader: Reader, case: CaseStudy) -> list[Fact]:
    """The facts at the top, in the same order on every page."""
    leads_first = sorted(case.partners, key=lambda partner: not partner.lead)
    status = case.status
    started = reader.dated("glance.started", case.started) if case.started else reader.words("unknown.started")
    ended = " " + reader.dated("glance.ended", case.ended) if case.ended else ""
    as_of = reader.dated("glance.as-of", status.as_of) if status.as_of else reader.words("glance.as-of-unknown")
    return [
        Fact(reader.words("glance.partners"), _answers(organization_link(reader, partner.organization) for partner in leads_first)),
        *(reader.shared(_terms, facet, *terms_of(case, facet, reader.site.library)) for facet in ("jurisdiction", "service", "client-group", "channel")),
        reader.shared(_arrangement, case.arrangement or "", case.playbook_model),
        Fact(reader.words("glance.status"), reader.shared(_term, "status", status.term), f"{as_of} {started}{ended}"),
        reader.shared(_evidence, case.evidence),
    ]


def _terms(reader: Reader, facet: str, *terms: str) -> Fact:
    answers = [term_link(reader, facet, term) for term in terms] or [Link("", reader.words(f"unknown.{facet}"))]
    return Fact(reader.words(f"glance.{facet}"), _answers(answers))


def _term(reader: Reader, facet: str, term: str) -> Markup:
    return _answers([term_link(reader, facet, term)])


def _answers(links: Iterable[Link]) -> Markup:
    """Links and words beside one another, with commas."""
    return Markup(", \n".join([link.html for link in links]) + "\n")


def _arrangement(reader: Reader, term: str, model: str | Unknown) -> Fact:
    if model is UNKNOWN:
        note = reader.words("unknown.playbook-model")
    else:
        note = reader.around("glance.playbook-model", model=reader.label("playbook-model", model))
    return _terms(reader, "arrangement", *filter(None, [term]))._replace(note=note)


def _evidence(reader: Reader, term: str) -> Fact:
    return Fact(reader.words("glance.evidence"), _term(reader, "evidence", term), reader.text(reader.site.library.terms["evidence"][term].definition))
