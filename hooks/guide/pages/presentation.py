"""The presentation: slides about the whole Guide, and the same with the cases of one jurisdiction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..site import Site
from .deck import deck
from .deck_numbers import Place, names_of, places
from .lists import page_link
from .page import Link, Page, Planned, Section
from .partners import PLACES
from .reader import Reader
from .slides import Deck


class View(NamedTuple):
    title: str
    lead: str
    deck: Deck
    kit: Link | None
    variants: list[Place]


def plan(site: Site, language: str) -> Iterator[Planned]:
    yield Planned.of(site, language, "page", "presentation", _page)
    for kind, term in site.routes.paths:
        if kind == "presentation":
            yield Planned.of(site, language, "presentation", term, _page, term)


def _page(site: Site, language: str, term: str = "") -> Page:
    kind, key = ("presentation", term) if term else ("page", "presentation")
    reader = Reader(site, language, site.routes.path(kind, key, language))
    label = reader.label(PLACES, term) if term else ""
    made = deck(reader, term)
    title = reader.words("deck.title", place=label) if term else reader.words("nav.presentation")
    lead = reader.words("deck.lead.place", place=label) if term else reader.words("deck.lead")
    kit = Link(reader.link("member_kit", term), reader.words("member-kit.title", place=label)) if term else page_link(reader, "member-kits")
    view = View(title, lead, made, kit, [] if term else places(reader, "presentation"))
    sections = [Section(slide.id, slide.title) for slide in made.slides]
    sections += [Section("by-jurisdiction", reader.words("deck.variants"))] if view.variants else []
    crumbs = [page_link(reader, "home"), page_link(reader, "engagement")] + ([page_link(reader, "presentation")] if term else [])
    return Page(kind, key, language, reader.path, title, lead, "pages/presentation.html", view, tuple(sections), tuple(crumbs),
                modified=site.modified(names_of(site, term)), borrows=reader.borrows, section_key="engagement", is_searched=not term)
