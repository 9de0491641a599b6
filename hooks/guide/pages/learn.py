"""The hub of what can be learned: one sentence and a live count for each page that leads on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..site import Site
from .lists import page_link
from .page import Link, Page, Planned
from .reader import Phrase, Reader

URBAN = "urban-indigenous-partnerships"


class Lead(NamedTuple):
    """A page that the hub leads to."""

    id: str
    link: Link
    text: str
    count: str


class View(NamedTuple):
    title: str
    lead: str
    leads: list[Lead]


def plan(site: Site, language: str) -> Iterator[Planned]:
    yield Planned.of(site, language, "page", "learn", _page)


def _page(site: Site, language: str) -> Page:
    path = site.routes.path("page", "learn", language)
    reader = Reader(site, language, path)
    view = View(reader.words("nav.learn"), reader.words("learn.lead"), _leads(reader))
    return Page("page", "learn", language, path, view.title, view.lead, "pages/learn.html", view, (), (page_link(reader, "home"),),
                modified=site.modified(), borrows=reader.borrows, section_key="learn")


def _leads(reader: Reader) -> list[Lead]:
    """The pages in the order in which one learns: kinds, steps, what to take over, what it taught; then the words."""
    site = reader.site
    library = site.library
    cases = library.case_studies.values()
    found = [
        _facet(reader, "arrangement", "arrangements"), _facet(reader, "playbook-model", "models"),
        _to_page(reader, "path", n=len(library.path_steps)), _to_page(reader, "kits", n=sum(case.can_be_replicated for case in cases)),
        _to_page(reader, "lessons", n=sum(len(lesson.points) for lesson in library.lessons.values())),
        _to_page(reader, URBAN, "urban"), _facet(reader, "theme", "themes"),
        _to_page(reader, "compare", n=len(library.case_studies)), _to_page(reader, "glossary", n=len(library.bodies)), _to_page(reader, "data"), _to_page(reader, "state"),
    ]
    return [lead for lead in found if lead]


def _facet(reader: Reader, facet: str, name: str) -> Lead | None:
    if facet not in reader.site.library.vocabularies:
        return None
    return _lead(reader, name, reader.link("facet", facet), reader.words(f"learn.{name}"), n=len(reader.site.library.terms[facet]))


def _to_page(reader: Reader, key: str, name: str = "", n: int | None = None) -> Lead | None:
    if not reader.site.routes.has("page", key):
        return None
    title = reader.words(f"learn.{name}") if name else reader.words(f"nav.{key}")
    return _lead(reader, name or key, reader.link("page", key), title, n)


def _lead(reader: Reader, name: str, href: str, title: Phrase | str, n: int | None = None) -> Lead:
    return Lead(name, Link(href, title), reader.words(f"learn.{name}.text"), reader.words(f"learn.{name}.count", n=n) if n is not None else "")
