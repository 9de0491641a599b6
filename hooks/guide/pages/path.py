"""The partnership path: our own steps from idea to review, each resting on public guidance and on named cases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..records.path_step import Guidance, PathStep
from ..site import Site
from .lists import page_link
from .page import Link, Page, Planned, Section
from .reader import Phrase, Reader
from .told import case_link


class Item(NamedTuple):
    """A thing to tick off. `key` is the same in both languages, so a tick holds in both."""

    key: str
    text: Phrase


class ShownGuidance(NamedTuple):
    href: str
    title: Phrase
    language: str
    note: str
    says: Phrase


class Example(NamedTuple):
    """A case that shows the step, with the reason."""

    case: Link
    reason: Phrase


class Step(NamedTuple):
    id: str
    heading: str
    summary: Phrase
    items: list[Item]
    guidance: list[ShownGuidance]
    examples: list[Example]


class View(NamedTuple):
    title: str
    lead: str
    steps: list[Step]
    more: list[Link]


def plan(site: Site, language: str) -> Iterator[Planned]:
    yield Planned.of(site, language, "page", "path", _page)


def _page(site: Site, language: str) -> Page:
    path = site.routes.path("page", "path", language)
    reader = Reader(site, language, path)
    records = site.library.path_steps
    view = View(reader.words("nav.path"), reader.words("path.lead"),
                [_step(reader, number, name, step) for number, (name, step) in enumerate(records.items(), 1)], _more(reader))
    return Page("page", "path", language, path, view.title, view.lead, "pages/path.html", view,
                tuple(Section(step.id, step.heading) for step in view.steps), (page_link(reader, "home"), page_link(reader, "learn")),
                modified=max((step.modified for step in records.values()), default=site.modified()), borrows=reader.borrows, section_key="learn")


def _step(reader: Reader, number: int, name: str, step: PathStep) -> Step:
    cases = reader.site.library.case_studies
    return Step(
        id=name, heading=f"{number}. {reader.plain(step.title)}", summary=reader.text(step.summary),
        items=[Item(f"{name}--{check.id}", reader.text(check.text)) for check in step.checklist],
        guidance=[_guidance(reader, source) for source in step.guidance],
        examples=[Example(case_link(reader, relation.case), reader.text(relation.reason)) for relation in step.cases if relation.case in cases],
    )


def _more(reader: Reader) -> list[Link]:
    """The pages that help with the choices on the path."""
    types = [Link(reader.link("facet", "arrangement"), reader.words("learn.arrangements"))] if reader.site.routes.has("facet", "arrangement") else []
    return [*types, page_link(reader, "kits"), page_link(reader, "lessons")]


def _guidance(reader: Reader, source: Guidance) -> ShownGuidance:
    note = f"{reader.words(f'case.source-in.{source.language}')} · {reader.dated('case.source-seen', source.seen_on)}"
    return ShownGuidance(source.url, reader.document(source), source.language, note, reader.text(source.says))
