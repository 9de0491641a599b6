"""The feeds of a page: which pages have some, what they are called, and the links to them."""

from __future__ import annotations

from typing import NamedTuple


from .. import machine_paths
from ..routes import relative
from .reader import Reader

# The formats with their own names and media types: RFC 4287, and https://www.jsonfeed.org/version/1.1/.
FORMATS = {"atom": ("Atom", "application/atom+xml"), "json": ("JSON Feed", "application/feed+json")}


class FeedLink(NamedTuple):
    """A feed as programs find it (type and title) and as readers see it (name)."""

    href: str
    type: str
    name: str
    title: str


def feed_links(reader: Reader, kind: str, key: str) -> list[FeedLink]:
    """The feeds of the reader's page, one for each format. A page without published cases has none."""
    if (kind, key) not in reader.site.followed:
        return []
    paths, called = machine_paths.feed(reader.path), title(reader, kind, key)
    return [FeedLink(relative(paths[code], reader.path), media_type, name, f"{called} ({name})") for code, (name, media_type) in FORMATS.items()]


def title(reader: Reader, kind: str, key: str) -> str:
    """What the feeds of a page are about."""
    if kind == "page":
        return reader.words("feeds.title")
    if kind == "organization":
        return reader.words("feeds.title-of", name=reader.text(reader.site.library.organizations[key].name))
    return reader.words("feeds.title-of", name=reader.label(*key.split("/")))
