"""What a page is, before it is rendered."""

from __future__ import annotations

from dataclasses import dataclass

from ..languages import LANGUAGES
from ..records.values import PartialDate
from .reader import Phrase


@dataclass(frozen=True)
class Link:
    """A link to a page of the Guide or elsewhere, with what the reader sees."""

    href: str
    text: Phrase | str
    current: bool = False


@dataclass(frozen=True)
class Section:
    """A heading of a page, for its table of contents. The id is the same in both languages."""

    id: str
    title: Phrase | str


@dataclass(frozen=True)
class Page:
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


@dataclass(frozen=True)
class Standing:
    """A page that stands alone: in no list, no search, no sitemap, and as a rule in both languages at once."""

    path: str
    template: str
    view: object
    languages: tuple[str, ...] = LANGUAGES
