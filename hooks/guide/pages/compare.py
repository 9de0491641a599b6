"""The page on which readers choose the cases that they compare. Without scripts it lists the ready comparisons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from ..site import Site
from .comparison import compared
from .lists import page_link
from .page import Link, Page, Planned
from .reader import Phrase, Reader

MOST = 3


class Ready(NamedTuple):
    """The ready comparison of a case, which is also where the script finds the case's column."""

    id: str
    title: Phrase
    href: str
    beside: Markup | str


class View(NamedTuple):
    title: str
    lead: str
    places: list[int]
    ready: list[Ready]


def plan(site: Site, language: str) -> Iterator[Planned]:
    yield Planned.of(site, language, "page", "compare", _page)


def _page(site: Site, language: str) -> Page:
    path = site.routes.path("page", "compare", language)
    reader = Reader(site, language, path)
    ready = sorted((_ready(reader, name) for name in site.library.case_studies), key=lambda shown: reader.alphabetical(shown.title))
    view = View(reader.words("nav.compare"), reader.words("compare.lead"), list(range(1, MOST + 1)), ready)
    return Page(
        kind="page", key="compare", language=language, path=path, title=view.title, description=view.lead,
        template="pages/compare.html", view=view, breadcrumb=(page_link(reader, "home"), page_link(reader, "cases")),
        modified=site.modified(), borrows=reader.borrows, section_key="cases",
    )


def _ready(reader: Reader, name: str) -> Ready:
    cases = reader.site.library.case_studies
    others = [reader.text(cases[other].title) for other in compared(reader.site, name)[1:]]
    beside = reader.around("compare.beside", cases=Markup("; ").join(others)) if others else reader.words("compare.alone")
    return Ready(name, reader.text(cases[name].title), reader.link("comparison", name), beside)
