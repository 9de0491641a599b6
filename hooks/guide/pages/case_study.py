"""The page of one case study."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from ..records.case_study import CaseStudy
from ..records.values import UNKNOWN, PartialDate
from ..site import Site
from . import citation
from .glance import Fact, facts
from .lists import Card, card, organization_link, page_link
from .page import Link, Page, Planned, Section
from .reader import Phrase, Reader
from .related import neighbours, relations
from .sections import Shown, ShownResult, part_name, replication, result, section

TEMPLATE = "pages/case_study.html"


class ShownPartner(NamedTuple):
    name: Link
    role: Phrase | None
    is_lead: bool
    order: Phrase


class ShownSource(NamedTuple):
    id: str
    href: str
    title: Phrase
    language: str
    in_language: str
    seen: str
    supports: str
    kept: Markup | str = ""


class ShownContact(NamedTuple):
    organization: Link
    page: str
    mailbox: str
    verified: str


class ShownChange(NamedTuple):
    when: str
    what: Phrase
    why: Phrase | str


class View(NamedTuple):
    """All that the template of a case study uses."""

    id: str
    title: Phrase
    title_note: str
    summary: Phrase
    facts: list[Fact]
    story: list[Shown]
    results: list[ShownResult]
    results_gap: str
    learning: list[Shown]
    replication: list[Shown]
    replicates: Card | None
    replicated_by: list[Card]
    kit: Link | None
    partners: list[ShownPartner]
    contact: ShownContact | None
    sources: list[ShownSource]
    changed: str
    checked: str
    check_again: str
    changes: list[ShownChange]
    credit: list[Link]
    older: str
    basis: Markup | str
    citation: citation.ShownCitation
    related: list[Card]
    comparison: Link | None
    to_compare: Link


def plan(site: Site, language: str) -> Iterator[Planned]:
    for name in site.library.case_studies:
        yield Planned.of(site, language, "case_study", name, page, name)


def page(site: Site, language: str, name: str) -> Page:
    case, path = site.library.case_studies[name], site.routes.path("case_study", name, language)
    reader = Reader(site, language, path)
    view = _view(reader, name, case)
    return Page(
        kind="case_study", key=name, language=language, path=path, title=reader.plain(case.title),
        description=reader.plain(case.summary), template=TEMPLATE, view=view, sections=_sections(reader, view),
        breadcrumb=(page_link(reader, "home"), page_link(reader, "cases")), modified=case.changes[0].on,
        source=site.library.documents["case_study", name].path, borrows=reader.borrows,
        is_draft=not case.is_published, section_key="cases",
    )


def _view(reader: Reader, name: str, case: CaseStudy) -> View:
    site = reader.site
    return View(
        id=name,
        title=reader.text(case.title),
        title_note=reader.words("case.title-translated") if case.title.translated == reader.language else "",
        summary=reader.text(case.summary),
        facts=facts(reader, case),
        story=[section(reader, case, "problem"), section(reader, case, "approach")],
        results=[result(reader, case, found) for found in case.results or ()],
        results_gap=reader.words("unknown.results") if case.results is UNKNOWN else "",
        learning=[shown for field in ("success_factors", "challenges", "what_did_not_work", "lessons")
                  if (shown := section(reader, case, field))],
        replication=replication(reader, case),
        replicates=card(reader, case.replicates) if case.replicates in site.library.case_studies else None,
        replicated_by=[card(reader, other) for other in site.replicated_by.get(name, ())],
        kit=Link(reader.link("kit", name), reader.words("kit.open")) if case.can_be_replicated else None,
        partners=[shown_partner(reader, partner) for partner in case.partners],
        contact=shown_contact(reader, case),
        sources=[shown_source(reader, source) for source in case.sources],
        changed=reader.moment(case.changes[0].on),
        checked=reader.dated(f"case.checked.{case.reviewed.against}", case.reviewed.on),
        check_again=reader.dated("case.check-again", case.review_by) if case.review_by else "",
        changes=[ShownChange(reader.moment(change.on), reader.text(change.what), reader.text(change.why) if change.why else "")
                 for change in case.changes],
        credit=[organization_link(reader, organization) for organization in case.credit], older=_older(reader, name, case),
        basis=_basis(reader, case), citation=citation.shown(reader, name),
        related=relations(reader, name, case),
        comparison=Link(reader.link("comparison", name), reader.words("case.compare")) if neighbours(site, name) else None,
        to_compare=Link(f"{reader.link('page', 'compare')}?cases={name}", reader.words("case.add-to-comparison")),
    )


def shown_partner(reader: Reader, partner) -> ShownPartner:
    organization = reader.site.library.organizations[partner.organization]
    return ShownPartner(
        name=organization_link(reader, partner.organization), role=reader.text(partner.role) if partner.role else None,
        is_lead=partner.lead, order=reader.label("order-of-government", organization.order_of_government),
    )


def shown_contact(reader: Reader, case: CaseStudy) -> ShownContact | None:
    if not case.contact:
        return None
    seen = reader.dated("case.contact-verified", case.contact.verified) if isinstance(
        case.contact.verified, PartialDate) else reader.words("unknown.contact-verified")
    return ShownContact(organization_link(reader, case.contact.organization), case.contact.page or "", case.contact.mailbox or "", seen)


def shown_source(reader: Reader, source) -> ShownSource:
    supports = reader.enumeration([reader.words(f"supports.{field}") for field in source.supports])
    return ShownSource(
        id=f"source-{source.id}", href=source.url or "", title=reader.document(source),
        language=source.language, in_language=reader.words(f"case.source-in.{source.language}"),
        seen=reader.dated("case.source-seen", source.seen_on),
        supports=reader.words("case.source-supports", fields=supports),
        kept=_kept(reader, source.held_by) if source.held_by else "",
    )


def _kept(reader: Reader, body: str) -> Markup:
    """Who keeps a document that is not public, with the way to its entry in the glossary."""
    return reader.around("case.source-held-by", body=reader.text(reader.site.library.bodies[body].name))


def _older(reader: Reader, name: str, case: CaseStudy) -> str:
    """The parts whose text in the reader's language is older than in the other one; "" where there are none."""
    places = [location[0] for location, language in reader.site.translations.older("case_study", name, case) if language == reader.language]
    parts = [part_name(reader, place) for place in dict.fromkeys(places)]
    return reader.words("notice.older.text", parts=reader.enumeration(parts)) if parts else ""


def _basis(reader: Reader, case: CaseStudy) -> Markup | str:
    if case.consent is None or case.consent.basis == "pending":
        return reader.words("case.basis.pending")
    if case.consent.basis in ("public-sources", "council-documents"):
        return reader.words(f"case.basis.{case.consent.basis}")
    organization = reader.site.library.organizations[case.consent.administration]
    return reader.around("case.basis.author-approval", administration=reader.text(organization.name),
                        role=reader.text(case.consent.role), date=reader.moment(case.consent.approved_on))


def _sections(reader: Reader, view: View) -> tuple[Section, ...]:
    """The table of contents: every second-level heading that the template will show."""
    shown = [Section(part.id, part.title) for part in view.story]
    shown.append(Section("results", reader.words("case.results")))
    shown += [Section(part.id, part.title) for part in view.learning]
    if view.replication or view.replicates or view.replicated_by:
        shown.append(Section("replication", reader.words("case.replication")))
    shown += [Section(key, reader.words(f"case.{key}")) for key in ("partners", "contact", "sources", "dates")]
    if view.related:
        shown.append(Section("related", reader.words("case.related")))
    return tuple(shown)
