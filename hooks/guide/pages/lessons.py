"""What all cases teach: topics with points of ours, each with its cases, and an index of everything that the cases say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..site import Site
from .learning import heard
from .lists import ordered_terms, page_link
from .page import Link, Page, Planned, Section
from .reader import Phrase, Reader
from .told import Reading, Told, readings

FIELDS = ("success_factors", "challenges", "what_did_not_work")


class Topic(NamedTuple):
    id: str
    title: Phrase
    summary: Phrase
    points: list[Reading]


class Group(NamedTuple):
    """What the cases of one arrangement say."""

    title: Phrase | str
    count: str
    cases: list[Told]


class Index(NamedTuple):
    """Everything that the cases say under one heading, by arrangement."""

    id: str
    title: str
    groups: list[Group]
    silent: str


class View(NamedTuple):
    title: str
    lead: str
    topics: list[Topic]
    indexes: list[Index]
    urban: Link | None


def plan(site: Site, language: str) -> Iterator[Planned]:
    yield Planned.of(site, language, "page", "lessons", _page)


def _page(site: Site, language: str) -> Page:
    path = site.routes.path("page", "lessons", language)
    reader = Reader(site, language, path)
    urban = "urban-indigenous-partnerships"
    view = View(
        title=reader.words("nav.lessons"), lead=reader.words("lessons.lead"), topics=_topics(reader), indexes=[_index(reader, field) for field in FIELDS],
        urban=Link(reader.link("page", urban), reader.words("learn.urban")) if site.routes.has("page", urban) else None,
    )
    sections = [Section(part.id, part.title) for part in (*view.topics, *view.indexes)]
    dates = [date for date in (site.modified(), *(lesson.modified for lesson in site.library.lessons.values())) if date]
    return Page("page", "lessons", language, path, view.title, view.lead, "pages/lessons.html", view, tuple(sections),
                (page_link(reader, "home"), page_link(reader, "learn")), modified=max(dates, default=None), borrows=reader.borrows, section_key="learn")


def _topics(reader: Reader) -> list[Topic]:
    """The topics in their order. One whose points all rest on unpublished cases is passed over."""
    topics = [Topic(f"topic-{name}", reader.text(lesson.title), reader.text(lesson.summary), readings(reader, lesson.points))
              for name, lesson in reader.site.library.lessons.items()]
    return [topic for topic in topics if topic.points]


def _index(reader: Reader, field: str) -> Index:
    """What the cases say in a field, by arrangement in the order of the vocabulary, cases of no known arrangement last."""
    cases = reader.site.library.case_studies
    whole = heard(reader, list(cases), field)
    groups = []
    for term in (*ordered_terms(reader, "arrangement"), ""):
        names = [name for name, case in cases.items() if (case.arrangement or "") == term]
        found = heard(reader, names, field).cases
        if found:
            title = reader.label("arrangement", term) if term else reader.words("kits.unknown")
            groups.append(Group(title, reader.words("count.cases", n=len(found)), found))
    return Index(whole.id, whole.title, groups, whole.silent)
