"""The page "State of the Guide": what its published cases say and do not say, and what has to be looked at again.

The figures are those of `guide report` (state.py). Nothing on it is about records that are not published, and nothing
depends on the day of the build: it tells when reviews are due, not which are late.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .. import open_data
from ..languages import LANGUAGES
from ..links.results import FAILS, GONE
from ..records import KINDS
from ..records.fields import Bilingual
from ..records.validate import place_name
from ..routes import relative
from ..site import Site
from ..state import State, state
from ..translations import MISSING
from .lists import page_link
from .page import Link, Page, Planned, Section
from .reader import Phrase, Reader
from .sections import part_name
from .state_tables import Table, figures, tables

# Of a list on the page; the data has all of it.
MOST = 100


class Listed(NamedTuple):
    """Something that has to be looked at, and what about it."""

    link: Link
    notes: tuple[str, ...]


class Listing(NamedTuple):
    """A list below its table. `more` says how many did not fit."""

    title: str
    items: tuple[Listed, ...]
    more: str


class View(NamedTuple):
    title: str
    lead: str
    data: Link
    figures: list[tuple[str, Link]]
    tables: list[Table]
    listings: dict[str, Listing]


def plan(site: Site, language: str) -> Iterator[Planned]:
    yield Planned.of(site, language, "page", "state", _page)


def _page(site: Site, language: str) -> Page:
    path = site.routes.path("page", "state", language)
    reader, found = Reader(site, language, path), site.once(state)
    shown = tables(reader, found)
    view = View(
        title=reader.words("nav.state"), lead=reader.words("state.lead"),
        data=Link(relative(open_data.STATE, path), reader.words("state.data")), figures=figures(reader, found), tables=shown,
        listings={name: listing for name, items in (("languages", behind(reader, found)), ("links", failing(reader, found)))
                  if (listing := _listing(reader, name, items))},
    )
    return Page("page", "state", language, path, view.title, view.lead, "pages/state.html", view,
                tuple(Section(table.id, table.title) for table in shown), (page_link(reader, "home"),),
                modified=site.modified(), borrows=reader.borrows, section_key="about")


def _listing(reader: Reader, name: str, items: list[Listed]) -> Listing | None:
    if not items:
        return None
    more = reader.words("state.more", n=len(items) - MOST) if len(items) > MOST else ""
    return Listing(reader.words(f"state.{name}.list"), tuple(items[:MOST]), more)


def behind(reader: Reader, found: State) -> list[Listed]:
    """The records with texts that are older, or missing, in one language."""
    listed = []
    for record, texts in found.records(*LANGUAGES, *MISSING).items():
        names = [part_name(reader, location[0]) if record[0] == "case_study" else place_name(location) for location, _ in texts]
        notes = [reader.words(f"state.said.{said}", field=name) for name, (_, said) in zip(names, texts, strict=True)]
        listed.append(Listed(record_link(reader, *record), tuple(dict.fromkeys(notes))))
    return listed


def failing(reader: Reader, found: State) -> list[Listed]:
    """The addresses that count as gone, then those that failed at the last visit, each with the records that name them."""
    listed = []
    for told in (GONE, FAILS):
        for url in found.links_that(told):
            names = [str(record_link(reader, *record).text) for record in found.addresses[url]]
            listed.append(Listed(Link(url, url), (reader.words(f"state.link.{told}"), reader.enumeration(names))))
    return listed


def record_link(reader: Reader, kind: str, name: str) -> Link:
    """A record by its title or name, and its page; one without a page by its file."""
    record = reader.site.library.records[kind][name]
    called = getattr(record, "title", None) or getattr(record, "name", None)
    page = {"vocabulary": "facet"}.get(kind, kind)
    href = reader.link(page, name) if reader.site.routes.has(page, name) else ""
    return Link(href, reader.text(called) if isinstance(called, Bilingual) else Phrase(f"{KINDS[kind].folder}/{name}.yml"))
