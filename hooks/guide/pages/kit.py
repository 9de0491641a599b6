"""The replication kit of a case: what another government can take over, on one page to print, with what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..records.case_study import CaseStudy, Replication
from ..site import Site
from .case_study import ShownContact, ShownPartner, ShownSource, shown_contact, shown_partner, shown_source
from .glance import Fact, facts
from .lists import Card, card, page_link
from .page import Link, Page, Planned, Section
from .reader import Phrase, Reader
from .sections import Shown, replication, section

LEARNING = ("success_factors", "challenges", "what_did_not_work", "lessons")
# What a source has to support to be cited in a kit.
CITED = {"replication", "partners", "contact", *LEARNING}


class View(NamedTuple):
    """All that the template of a kit uses."""

    title: Phrase
    case: Link
    all: Link
    summary: Phrase
    facts: list[Fact]
    known: str
    parts: list[Shown]
    learning: list[Shown]
    partners: list[ShownPartner]
    contact: ShownContact | None
    sources: list[ShownSource]
    replicated_by: list[Card]


def plan(site: Site, language: str) -> Iterator[Planned]:
    for name, case in site.library.case_studies.items():
        if case.can_be_replicated:
            yield Planned.of(site, language, "kit", name, _page, name, case)


def _page(site: Site, language: str, name: str, case: CaseStudy) -> Page:
    path = site.routes.path("kit", name, language)
    reader = Reader(site, language, path)
    view = _view(reader, name, case)
    plain = reader.plain(case.title)
    return Page(
        kind="kit", key=name, language=language, path=path, title=reader.words("kit.title", case=plain),
        description=reader.words("kit.description", case=plain), template="pages/kit.html", view=view, sections=_sections(reader, view),
        breadcrumb=(page_link(reader, "home"), page_link(reader, "cases"), view.case), modified=case.changes[0].on,
        source=site.library.documents["case_study", name].path, borrows=reader.borrows, is_draft=not case.is_published,
        section_key="cases", is_searched=False,
    )


def _view(reader: Reader, name: str, case: CaseStudy) -> View:
    labels = _labels(reader)
    return View(
        title=reader.text(case.title), case=Link(reader.link("case_study", name), reader.text(case.title)), all=page_link(reader, "kits"),
        summary=reader.text(case.summary),
        facts=[fact for fact in facts(reader, case) if fact.label in labels], known=known(reader, case), parts=_parts(reader, case),
        learning=[shown for field in LEARNING if (shown := section(reader, case, field))],
        partners=[shown_partner(reader, partner) for partner in case.partners], contact=shown_contact(reader, case),
        sources=[shown_source(reader, source) for source in case.sources if CITED & set(source.supports)],
        replicated_by=[card(reader, other) for other in reader.site.replicated_by.get(name, ())],
    )


def known(reader: Reader, case: CaseStudy) -> str:
    """How many parts of a kit are known."""
    return reader.words("kit.known", n=len(case.replication.known), total=len(Replication.model_fields))


def _labels(reader: Reader) -> set[str]:
    return {reader.words(f"glance.{name}") for name in ("service", "channel", "arrangement", "status", "evidence")}


def _parts(reader: Reader, case: CaseStudy) -> list[Shown]:
    """Every part of a kit; one that the record leaves out is not known either."""
    given = {part.id: part for part in replication(reader, case)}
    return [given.get(f"replication-{field}") or Shown(f"replication-{field}", reader.words(f"case.replication.{field}"), gap=reader.words("unknown.replication"))
            for field in Replication.model_fields]


def _sections(reader: Reader, view: View) -> tuple[Section, ...]:
    shown = [Section(part.id, part.title) for part in (*view.parts, *view.learning)]
    shown += [Section("replicated-by", reader.words("case.replicated-by"))] if view.replicated_by else []
    return tuple(shown + [Section(key, reader.words(f"case.{key}")) for key in ("partners", "contact", "sources")])
