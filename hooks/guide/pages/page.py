"""What a page is, before it is rendered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

from markupsafe import Markup, escape

from ..languages import LANGUAGES
from ..records.values import PartialDate
from ..site import Site
from .reader import Phrase


@dataclass(frozen=True)
class Link:
    """A link to a page of the Guide or elsewhere, with what the reader sees."""

    href: str
    text: Phrase | str
    current: bool = False

    @cached_property
    def html(self) -> Markup:
        """The link for a template; without an address it is only its words. Many pages show the same one."""
        text = escape(self.text)
        return Markup(f'<a href="{escape(self.href)}">{text}</a>' if self.href else f"<span>{text}</span>")


class Section(NamedTuple):
    """A heading of a page, for its table of contents. The id is the same in both languages."""

    id: str
    title: Phrase | str


class Page(NamedTuple):
    """One page in one language. `view` holds all that its template uses, finished for readers."""

    kind: str
    key: str
    language: str
    path: str
    title: str
    description: str
    template: str
    view: object
    sections: tuple[Section, ...] = ()
    breadcrumb: tuple[Link, ...] = ()
    modified: PartialDate | None = None
    source: str = ""
    borrows: bool = False
    is_draft: bool = False
    section_key: str = ""
    # A page that only repeats what others say is left out of the search.
    is_searched: bool = True


class Planned(NamedTuple):
    """A page that is not made yet: which one, where it will be, and what makes it. The preview makes those that are looked at."""

    kind: str
    key: str
    language: str
    path: str
    make: Callable[[], Page]

    @classmethod
    def of(cls, site: Site, language: str, kind: str, key: str, make: Callable[..., Page], *more: object) -> "Planned":
        """A page that make(site, language, *more) makes."""
        return cls(kind, key, language, site.routes.path(kind, key, language), partial(make, site, language, *more))


class Standing(NamedTuple):
    """A page that stands alone: in no list, no search, no sitemap, and as a rule in both languages at once."""

    path: str
    template: str
    view: object
    languages: tuple[str, ...] = LANGUAGES
