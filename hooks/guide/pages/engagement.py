"""The hub of the engagement pages: the strategy, the tools for members, and how to report back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..site import Site
from .lists import page_link
from .page import Link, Page, Planned
from .reader import Reader

# In the order in which a member needs them; a page that this build does not have is left out.
GROUPS = (
    ("why", ("engagement-strategy", "mandate-and-work-plan")),
    ("tools", ("key-messages", "presentation", "member-kits", "use-the-guide")),
    ("back", ("reporting-back", "information-exchange")),
)
PAGES = {name for _, names in GROUPS for name in names}


class Item(NamedTuple):
    link: Link
    text: str


class Group(NamedTuple):
    id: str
    title: str
    items: list[Item]


class View(NamedTuple):
    title: str
    lead: str
    groups: list[Group]


def plan(site: Site, language: str) -> Iterator[Planned]:
    yield Planned.of(site, language, "page", "engagement", _page)


def _page(site: Site, language: str) -> Page:
    path = site.routes.path("page", "engagement", language)
    reader = Reader(site, language, path)
    view = View(reader.words("nav.engagement"), reader.words("engagement.lead"), [group for key, names in GROUPS if (group := _group(reader, key, names)).items])
    return Page("page", "engagement", language, path, view.title, view.lead, "pages/engagement.html", view,
                breadcrumb=(page_link(reader, "home"),), modified=site.modified(), section_key="engagement")


def _group(reader: Reader, key: str, names: tuple[str, ...]) -> Group:
    there = [name for name in names if reader.site.routes.has("page", name)]
    return Group(key, reader.words(f"engagement.{key}"), [Item(_link(reader, name), reader.words(f"engagement.{name}")) for name in there])


def _link(reader: Reader, name: str) -> Link:
    """A page written by hand has its own title; the others have theirs among the words."""
    written = reader.site.handwritten.get(name)
    return Link(reader.link("page", name), written[reader.language].title if written else reader.words(f"nav.{name}"))
