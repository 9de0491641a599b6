"""The home page of each language: what the Guide is for, its figures, three doors, the newest cases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..site import Site
from .lists import Card, card, ordered_terms, term_link
from .page import Link, Page, Planned
from .reader import Reader

NEWEST = 6


class Door(NamedTuple):
    """The way in for one group of users."""

    id: str
    title: str
    text: str
    links: list[Link]


class Figure(NamedTuple):
    """A number of the Guide itself, counted at build."""

    number: str
    label: str
    href: str


class View(NamedTuple):
    title: str
    lead: str
    cases: Link
    figures: list[Figure]
    doors: list[Door]
    arrangements: list[tuple[Link, str]]
    newest: list[Card]


def plan(site: Site, language: str) -> Iterator[Planned]:
    yield Planned.of(site, language, "page", "home", _page)


def _page(site: Site, language: str) -> Page:
    path = site.routes.path("page", "home", language)
    reader = Reader(site, language, path)
    view = _view(reader)
    return Page(
        kind="page", key="home", language=language, path=path, title=reader.words("site.name"),
        description=reader.words("site.description"), template="pages/home.html", view=view,
        modified=site.modified(),
        borrows=reader.borrows, section_key="home",
    )


def _view(reader: Reader) -> View:
    return View(
        title=reader.words("site.name"), lead=reader.words("home.lead"),
        cases=Link(reader.link("page", "cases"), reader.words("home.see-all")),
        figures=_figures(reader), doors=[_door(reader, key) for key in ("reader", "contributor", "member")],
        arrangements=_arrangements(reader), newest=[card(reader, name) for name in _newest(reader.site)],
    )


def _figures(reader: Reader) -> list[Figure]:
    """Only what takes part in a published case counts: an organization without a case is not yet a partner."""
    site = reader.site
    partners = [name for name, cases in site.cases_by_organization.items() if cases]
    places = {site.library.organizations[name].jurisdiction for name in partners}
    counted = (("case_studies", len(site.library.case_studies), reader.link("page", "cases")),
               ("organizations", len(partners), reader.link("page", "organizations")),
               ("jurisdictions", len(places), reader.link("facet", "jurisdiction")))
    return [Figure(reader.number(n), reader.words(f"count.{key}", n=n), href) for key, n, href in counted]


def _door(reader: Reader, key: str) -> Door:
    links = {
        "reader": [("page", "cases"), ("page", "learn"), ("page", "facets"), ("page", "organizations")],
        "contributor": [("page", "contribute"), ("page", "about")],
        "member": [("page", "engagement"), ("page", "member-kits"), ("page", "reporting-back"), ("page", "information-exchange"), ("page", "glossary")],
    }[key]
    return Door(f"door-{key}", reader.words(f"home.door.{key}"), reader.words(f"home.door.{key}.text"),
                [Link(reader.link(*name), reader.words(f"home.link.{name[1]}")) for name in links if reader.site.routes.has(*name)])


def _arrangements(reader: Reader) -> list[tuple[Link, str]]:
    counted = reader.site.cases_by_term
    return [(term_link(reader, "arrangement", term), reader.words("count.cases", n=len(counted.get(("arrangement", term), ()))))
            for term in ordered_terms(reader, "arrangement")] if "arrangement" in reader.site.library.terms else []


def _newest(site: Site) -> list[str]:
    """The cases published last; those of one day in the order of their start, the latest first."""
    def when(name: str) -> tuple:
        case = site.library.case_studies[name]
        return str(case.changes[-1].on), str(case.started or ""), name

    return sorted(site.library.case_studies, key=when, reverse=True)[:NEWEST]
