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
    started = reader.words("glance.started", date=reader.moment(case.started)) if case.started else reader.words("unknown.started")
    ended = " " + reader.words("glance.ended", date=reader.moment(case.ended)) if case.ended else ""
    as_of = reader.words("glance.as-of", date=reader.moment(case.status.as_of)) if case.status.as_of else reader.words("glance.as-of-unknown")
    return [
        Fact(reader.words("glance.partners"), _answers(organization_link(reader, partner.organization) for partner in leads_first)),
        _terms(reader, case, "jurisdiction"),
        _terms(reader, case, "service"),
        _terms(reader, case, "client-group"),
        _terms(reader, case, "channel"),
        _terms(reader, case, "arrangement", reader.shared(_model_note, case.playbook_model)),
        Fact(reader.words("glance.status"), _answers([term_link(reader, "status", case.status.term)]), f"{as_of} {started}{ended}"),
        Fact(reader.words("glance.evidence"), _answers([term_link(reader, "evidence", case.evidence)]),
             reader.text(reader.site.library.terms["evidence"][case.evidence].definition)),
    ]


def _terms(reader: Reader, case: CaseStudy, facet: str, note: Markup | str = "") -> Fact:
    terms = terms_of(case, facet, reader.site.library)
    answers = [term_link(reader, facet, term) for term in terms] or [Link("", reader.words(f"unknown.{facet}"))]
    return Fact(reader.words(f"glance.{facet}"), _answers(answers), note)


def _answers(links: Iterable[Link]) -> Markup:
    """Links and words beside one another, with commas."""
    return Markup(", \n".join([link.html for link in links]) + "\n")


def _model_note(reader: Reader, model: str | Unknown) -> Markup | str:
    if model is UNKNOWN:
        return reader.words("unknown.playbook-model")
    return reader.around("glance.playbook-model", model=reader.label("playbook-model", model))
