"""The list of all case studies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..site import Site
from .finder import Finder, finder
from .lists import page_link
from .page import Link, Page, Planned
from .reader import Reader


class View(NamedTuple):
    title: str
    lead: str
    count: str
    browse: Link
    finder: Finder


def plan(site: Site, language: str) -> Iterator[Planned]:
    yield Planned.of(site, language, "page", "cases", _page)


def _page(site: Site, language: str) -> Page:
    path = site.routes.path("page", "cases", language)
    reader = Reader(site, language, path)
    view = View(
        title=reader.words("nav.cases"), lead=reader.words("cases.lead"),
        count=reader.words("count.cases", n=len(site.library.case_studies)),
        browse=Link(reader.link("page", "facets"), reader.words("cases.browse")), finder=finder(reader),
    )
    return Page(
        kind="page", key="cases", language=language, path=path, title=view.title, description=reader.words("cases.lead"),
        template="pages/cases.html", view=view, breadcrumb=(page_link(reader, "home"),),
        modified=site.modified(),
        borrows=reader.borrows, section_key="cases",
    )
