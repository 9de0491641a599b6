"""The list of partner organizations, and the page of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from ..languages import OWN_NAMES, other
from ..records.case_study import CaseStudy
from ..records.values import UNKNOWN, PartialDate
from ..site import Site
from ..typography import typeset
from .lists import Card, card, ordered_terms, organization_link, page_link, term_link
from .page import Link, Page, Planned, Section
from .reader import Phrase, Reader


class Listed(NamedTuple):
    link: Link
    acronym: str
    count: str


class Group(NamedTuple):
    id: str
    title: Phrase
    organizations: list[Listed]


class ListView(NamedTuple):
    title: str
    lead: str
    groups: list[Group]


class Named(NamedTuple):
    """An organization's name in the other language."""

    language: str
    in_language: str
    name: str
    note: str


class Cited(NamedTuple):
    href: str
    title: Phrase
    seen: str


class Met(NamedTuple):
    """An organization that it works with: in how many cases, in what arrangements."""

    link: Link
    times: str
    arrangements: Markup


class ContactPage(NamedTuple):
    """Where it can be asked about some of its cases, and when that was seen to work."""

    page: str
    mailbox: str
    cases: list[Link]
    verified: str


class View(NamedTuple):
    title: Phrase
    acronym: str
    title_note: str
    description: Phrase | None
    group: str
    order_label: Phrase
    order: Link
    jurisdiction_label: Phrase
    jurisdiction: Link
    other_name: Named | None
    page: str
    cards: list[Card]
    count: str
    partners: list[Met]
    contacts: list[ContactPage]
    sources: list[Cited]


def plan(site: Site, language: str) -> Iterator[Planned]:
    yield Planned.of(site, language, "page", "organizations", _list)
    for name in site.library.organizations:
        yield Planned.of(site, language, "organization", name, _organization, name)


def _list(site: Site, language: str) -> Page:
    path = site.routes.path("page", "organizations", language)
    reader = Reader(site, language, path)
    groups = [_group(reader, term) for term in ordered_terms(reader, "order-of-government")] if site.library.organizations else []
    view = ListView(reader.words("nav.organizations"), reader.words("organizations.lead"), [group for group in groups if group.organizations])
    return Page("page", "organizations", language, path, view.title, view.lead, "pages/organizations.html", view,
                tuple(Section(group.id, group.title) for group in view.groups), (page_link(reader, "home"),),
                modified=site.modified(), borrows=reader.borrows, section_key="organizations")


def _group(reader: Reader, term: str) -> Group:
    site = reader.site
    listed = [Listed(organization_link(reader, name), _acronym(reader, record), reader.words("count.cases", n=len(site.cases_by_organization[name])))
              for name, record in site.library.organizations.items() if record.order_of_government == term]
    return Group(term, reader.label("order-of-government", term), sorted(listed, key=lambda item: reader.alphabetical(item.link.text)))


def _organization(site: Site, language: str, name: str) -> Page:
    reader = Reader(site, language, site.routes.path("organization", name, language))
    record, names = site.library.organizations[name], site.cases_by_organization[name]
    view = View(
        title=reader.text(record.name), acronym=_acronym(reader, record),
        title_note=reader.words("organization.name-translated") if record.name.translated == language else "",
        description=reader.text(record.description) if record.description else None,
        group=reader.words("organization.group") if record.kind == "group" else "",
        order_label=reader.facet("order-of-government"), jurisdiction_label=reader.facet("jurisdiction"),
        order=term_link(reader, "order-of-government", record.order_of_government),
        jurisdiction=term_link(reader, "jurisdiction", record.jurisdiction),
        other_name=_other_name(reader, record), page=record.page.within(language)[0] if record.page else "",
        cards=_cards(reader, name, names), count=reader.words("count.cases", n=len(names)), partners=_works_with(reader, name, names),
        contacts=_contacts(reader, name),
        sources=[Cited(source.url, reader.document(source), reader.dated("case.source-seen", source.seen_on))
                 for source in record.sources],
    )
    sections = [Section("cases", reader.words("nav.cases"))]
    sections += [Section("works-with", reader.words("organization.works-with"))] if view.partners else []
    sections += [Section("contacts", reader.words("organization.contacts"))] if view.contacts else []
    sections += [Section("sources", reader.words("case.sources"))] if view.sources else []
    return Page("organization", name, language, reader.path, str(view.title), _description(reader, view), "pages/organization.html",
                view, tuple(sections), (page_link(reader, "home"), page_link(reader, "organizations")),
                modified=site.modified(names), source=site.library.documents["organization", name].path, borrows=reader.borrows, section_key="organizations")


def _description(reader: Reader, view: View) -> str:
    return str(view.description) if view.description else reader.words("organization.described", name=view.title, count=view.count)


def _acronym(reader: Reader, record) -> str:
    """The acronym in the reader's language; one that exists in the other language only is shown with the other name."""
    return str(getattr(record.acronym, reader.language) or "") if record.acronym else ""


def _other_name(reader: Reader, record) -> Named | None:
    language = other(reader.language)
    name = getattr(record.name, language)
    if name is None or name == getattr(record.name, reader.language):
        return None
    acronym = getattr(record.acronym, language) if record.acronym else None
    note = reader.words("organization.name-translated") if record.name.translated == language else ""
    return Named(language, OWN_NAMES[language], typeset(f"{name} ({acronym})" if acronym else str(name), language), note)


def _cards(reader: Reader, organization: str, names: list[str]) -> list[Card]:
    """The cases of an organization, each with what it does there."""
    shown = []
    for name in names:
        partner = next(p for p in reader.site.library.case_studies[name].partners if p.organization == organization)
        shown.append(card(reader, name, reader.text(partner.role) if partner.role else ""))
    return sorted(shown, key=lambda item: reader.alphabetical(item.title))


def _works_with(reader: Reader, organization: str, names: list[str]) -> list[Met]:
    """The organizations it meets in its cases, the most frequent first."""
    met: dict[str, list[CaseStudy]] = {}
    for case in map(reader.site.library.case_studies.__getitem__, names):
        for partner in case.partners:
            if partner.organization != organization:
                met.setdefault(partner.organization, []).append(case)
    links = [(organization_link(reader, name), cases) for name, cases in met.items()]
    links.sort(key=lambda item: (-len(item[1]), reader.alphabetical(item[0].text)))
    return [Met(link, reader.words("organization.in-cases", n=len(cases)), _arrangements(reader, cases)) for link, cases in links]


def _arrangements(reader: Reader, cases: list[CaseStudy]) -> Markup:
    """The arrangements of some cases, in the order of their vocabulary; what is not known is said."""
    terms = {case.arrangement for case in cases}
    known = [reader.label("arrangement", term) for term in ordered_terms(reader, "arrangement") if term in terms]
    return reader.listed([*known, *([Phrase(reader.words("organization.arrangement-unknown"))] if UNKNOWN in terms else [])])


def _contacts(reader: Reader, organization: str) -> list[ContactPage]:
    """The pages and mailboxes that cases give as its contact, each once with the last date on which it was seen."""
    found: dict[tuple[str, str], list[str]] = {}
    cases = reader.site.library.case_studies
    for name in reader.site.cases_by_contact.get(organization, ()):
        found.setdefault((cases[name].contact.page or "", cases[name].contact.mailbox or ""), []).append(name)
    shown = []
    for (page, mailbox), names in found.items():
        links = [Link(reader.link("case_study", name), reader.text(cases[name].title)) for name in names]
        dates = [cases[name].contact.verified for name in names if isinstance(cases[name].contact.verified, PartialDate)]
        seen = reader.dated("case.contact-verified", max(dates)) if dates else reader.words("unknown.contact-verified")
        shown.append(ContactPage(page, mailbox, sorted(links, key=lambda link: reader.alphabetical(link.text)), seen))
    return sorted(shown, key=lambda contact: reader.alphabetical(contact.cases[0].text))
