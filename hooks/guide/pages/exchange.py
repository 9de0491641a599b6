"""Information exchange: what the council's form asks, the rule that governs it, the published reports and each one's page.

What reports offer and ask for is listed on "Find a partner" as well (partners.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from ..records.exchange_report import FORMS, ExchangeReport, sections_of
from ..records.shape import Asked, asked
from ..site import Site
from .filing import Filing, basis, filing
from .lists import organization_link, page_link
from .page import Link, Page, Planned, Section
from .reader import Phrase, Reader
from .sections import Shown

# The sections that tell others what they can have from an administration, and what it needs.
OFFERS, NEEDS = "exchange", "issues_and_needs"


class Listed(NamedTuple):
    """A report, or one of its points, in a list."""

    text: Phrase | Markup
    administration: Phrase
    month: str
    href: str
    is_draft: bool


class Row(NamedTuple):
    """A section of the form: whether each version has it, and what it asks."""

    title: str
    versions: list[str]
    text: str


class ListView(NamedTuple):
    title: str
    lead: str
    versions: list[str]
    rows: list[Row]
    reports: list[Listed]
    filing: Filing


class View(NamedTuple):
    title: Markup
    lead: str
    administration: Link
    month: str
    form: str
    parts: list[Shown]
    basis: Markup | str


def plan(site: Site, language: str) -> Iterator[Planned]:
    yield Planned.of(site, language, "page", "information-exchange", _list)
    for name in site.library.exchange_reports:
        yield Planned.of(site, language, "exchange_report", name, page, name)


def points(reader: Reader, section: str) -> list[Listed]:
    """Every point of a section of all reports, the latest report first."""
    return [_listed(reader, name, reader.text(point)) for name in latest(reader.site)
            for point in getattr(reader.site.library.exchange_reports[name], section) or ()]


def latest(site: Site) -> list[str]:
    """The ids of the reports, the latest first; those of one month by their id."""
    reports = site.library.exchange_reports
    return sorted(sorted(reports), key=lambda name: str(reports[name].month), reverse=True)


def _listed(reader: Reader, name: str, text: Phrase | Markup) -> Listed:
    report = reader.site.library.exchange_reports[name]
    return Listed(text, _administration(reader, report), reader.moment(report.month), reader.link("exchange_report", name), not report.is_published)


def _administration(reader: Reader, report: ExchangeReport) -> Phrase:
    return reader.text(reader.site.library.organizations[report.administration].name)


def _title(reader: Reader, report: ExchangeReport) -> Markup:
    return Markup("{}, {}").format(_administration(reader, report), reader.moment(report.month))


# --- the list ------------------------------------------------------------------------------------------------

def _list(site: Site, language: str) -> Page:
    path = site.routes.path("page", "information-exchange", language)
    reader = Reader(site, language, path)
    view = ListView(
        title=reader.words("nav.information-exchange"), lead=reader.words("exchange.lead"),
        versions=[reader.words("exchange.version", form=form) for form in FORMS], rows=_rows(reader),
        reports=[_listed(reader, name, _title(reader, site.library.exchange_reports[name])) for name in latest(site)],
        filing=filing(reader, "exchange_report"),
    )
    sections = [Section(key, reader.words(f"exchange.{key}")) for key in ("form", "rule", "reports")]
    return Page("page", "information-exchange", language, path, view.title, view.lead, "pages/information_exchange.html", view,
                (*sections, Section("file", reader.words("filing.title"))), (page_link(reader, "home"), page_link(reader, "engagement")),
                modified=site.modified(), borrows=reader.borrows, section_key="engagement")


def _rows(reader: Reader) -> list[Row]:
    """The form, section by section, in the words of the record's own fields."""
    fields = {field.name: field for field in asked(ExchangeReport)}
    who = Row(reader.words("exchange.who"), [reader.words("exchange.yes") for _ in FORMS], reader.words("exchange.who.text"))
    return [who, *(_row(reader, fields[section]) for section in fields if any(section in sections_of(form) for form in FORMS))]


def _row(reader: Reader, field: Asked) -> Row:
    versions = [reader.words("exchange.yes" if field.name in sections_of(form) else "exchange.no") for form in FORMS]
    return Row(reader.set(field.label[reader.language]), versions, reader.set(field.help[reader.language]))


# --- a report ------------------------------------------------------------------------------------------------

def page(site: Site, language: str, name: str) -> Page:
    report, path = site.library.exchange_reports[name], site.routes.path("exchange_report", name, language)
    reader = Reader(site, language, path)
    administration = reader.plain(site.library.organizations[report.administration].name)
    view = View(
        title=_title(reader, report), lead=reader.words("exchange.of", administration=administration, month=reader.moment(report.month)),
        administration=organization_link(reader, report.administration), month=reader.moment(report.month),
        form=reader.words("exchange.version", form=report.form), parts=list(_parts(reader, report)), basis=basis(reader, report.consent),
    )
    return Page("exchange_report", name, language, path, f"{administration}, {view.month}", view.lead, "pages/exchange_report.html", view,
                tuple(Section(part.id, part.title) for part in view.parts), tuple(page_link(reader, key) for key in ("home", "engagement", "information-exchange")),
                modified=report.consent.approved_on if report.consent else None, source=site.library.documents["exchange_report", name].path,
                borrows=reader.borrows, is_draft=not report.is_published, section_key="engagement")


def _parts(reader: Reader, report: ExchangeReport) -> Iterator[Shown]:
    """The sections that the administration filled in, as they were submitted."""
    for field in asked(ExchangeReport):
        if field.name in sections_of(report.form) and (found := getattr(report, field.name)):
            yield Shown(field.name.replace("_", "-"), reader.set(field.label[reader.language]), points=tuple(reader.text(point) for point in found))
