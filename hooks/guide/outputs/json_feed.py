"""JSON Feed 1.1, the format of feeds for programs that read no XML (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .atom import moment

if TYPE_CHECKING:
    from .feeds import Entry, Feed


def feed(about: Feed, entries: list[str]) -> str:
    """A feed with its items, which `entry` has written: they are put in as they stand, not written again for each feed."""
    head = _json({
        "version": "https://jsonfeed.org/version/1.1", "title": about.title, "home_page_url": about.page, "feed_url": about.addresses["json"],
        "language": about.language, "authors": [{"name": about.author, "url": about.home}],
    })
    items = ",\n".join(entries)
    return f'{head[:-1]}, "items": [\n{items}\n]}}\n'


def entry(news: Entry) -> str:
    """An item, for any feed."""
    return _json({"id": news.id, "url": news.url, "title": news.title, "summary": news.summary, "content_html": str(news.content),
                  "date_published": moment(news.on), "tags": [news.kind_name]})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
