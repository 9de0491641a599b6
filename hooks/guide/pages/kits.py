"""All replication kits by arrangement, how much of each is known, and which cases have been replicated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .. import formatting
from ..site import Site
from .kit import known
from .lists import ordered_terms, page_link
from .page import Link, Page, Planned, Section
from .reader import Phrase, Reader
from .told import case_link, case_links

UNKNOWN_ARRANGEMENT = "unknown"


class ShownKit(NamedTuple):
    """A kit in the list."""

    link: Link
    known: str


class Group(NamedTuple):
    """The kits of one arrangement."""

    id: str
    title: Phrase | str
    kits: list[ShownKit]


class Replicated(NamedTuple):
    """A case, and those that took it over."""

    case: Link
    by: list[Link]


class View(NamedTuple):
    title: str
    lead: str
    count: str
    groups: list[Group]
    replicated: list[Replicated]
    without: list[Link]


def plan(site: Site, language: str) -> Iterator[Planned]:
    yield Planned.of(site, language, "page", "kits", _page)


def _page(site: Site, language: str) -> Page:
    path = site.routes.path("page", "kits", language)
    reader = Reader(site, language, path)
    view = _view(reader)
    sections = [Section(group.id, group.title) for group in view.groups] + [Section("replicated", reader.words("kits.replicated"))]
    sections += [Section("without", reader.words("kits.without"))] if view.without else []
    return Page("page", "kits", language, path, view.title, view.lead, "pages/kits.html", view, tuple(sections),
                (page_link(reader, "home"), page_link(reader, "learn")), modified=site.modified(), borrows=reader.borrows, section_key="learn")


def _view(reader: Reader) -> View:
    site = reader.site
    cases = site.library.case_studies
    names = [name for name, case in cases.items() if case.can_be_replicated]
    return View(
        title=reader.words("nav.kits"), lead=reader.words("kits.lead"), count=reader.words("kits.count", n=len(names)), groups=_groups(reader, names),
        replicated=_replicated(reader), without=case_links(reader, (name for name in cases if name not in set(names))),
    )


def _groups(reader: Reader, names: Iterable[str]) -> list[Group]:
    """The kits by arrangement, in the order of the vocabulary; those of no known arrangement last."""
    cases, by_term = reader.site.library.case_studies, {}
    for name in names:
        by_term.setdefault(cases[name].arrangement or UNKNOWN_ARRANGEMENT, []).append(name)
    terms = [term for term in ordered_terms(reader, "arrangement") if term in by_term]
    groups = [Group(term, reader.label("arrangement", term), _kits(reader, by_term[term])) for term in terms]
    if UNKNOWN_ARRANGEMENT in by_term:
        groups.append(Group(UNKNOWN_ARRANGEMENT, reader.words("kits.unknown"), _kits(reader, by_term[UNKNOWN_ARRANGEMENT])))
    return groups


def _kits(reader: Reader, names: Iterable[str]) -> list[ShownKit]:
    cases = reader.site.library.case_studies
    kits = [ShownKit(Link(reader.link("kit", name), reader.text(cases[name].title)), known(reader, cases[name])) for name in names]
    return sorted(kits, key=lambda kit: formatting.alphabetical(str(kit.link.text)))


def _replicated(reader: Reader) -> list[Replicated]:
    site = reader.site
    found = [Replicated(case_link(reader, name, "#replication"), case_links(reader, by))
             for name, by in site.replicated_by.items() if name in site.library.case_studies]
    return sorted(found, key=lambda one: formatting.alphabetical(str(one.case.text)))
