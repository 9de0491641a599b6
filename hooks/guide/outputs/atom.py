"""Atom, the format of feeds of RFC 4287 (https://www.rfc-editor.org/rfc/rfc4287)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..records.values import PartialDate
from .xml_text import escape, quoted

if TYPE_CHECKING:
    from .feeds import Entry, Feed


def feed(about: Feed, entries: list[str]) -> str:
    """A feed with its entries, which `entry` has written."""
    return "\n".join([
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoted(about.language)}>',
        f"  <id>{escape(about.id)}</id>",
        f"  <title>{escape(about.title)}</title>",
        f"  <updated>{moment(about.updated)}</updated>",
        f"  <author><name>{escape(about.author)}</name><uri>{escape(about.home)}</uri></author>",
        f'  <link rel="self" type="application/atom+xml" href={quoted(about.addresses["atom"])}/>',
        f'  <link rel="alternate" type="text/html" hreflang={quoted(about.language)} href={quoted(about.page)}/>',
        *entries, "</feed>", "",
    ])


def entry(news: Entry) -> str:
    """An entry, for any feed. Its content is HTML, escaped as the format asks."""
    language = f" xml:lang={quoted(news.summary_language)}" if news.summary_language else ""
    return "\n".join([
        "  <entry>",
        f"    <id>{escape(news.id)}</id>",
        f"    <title>{escape(news.title)}</title>",
        f"    <published>{moment(news.on)}</published>",
        f"    <updated>{moment(news.on)}</updated>",
        f'    <link rel="alternate" type="text/html" href={quoted(news.url)}/>',
        f"    <category term={quoted(news.kind)} label={quoted(news.kind_name)}/>",
        f"    <summary{language}>{escape(news.summary)}</summary>",
        f'    <content type="html">{escape(str(news.content))}</content>',
        "  </entry>",
    ])


def moment(day: PartialDate) -> str:
    """The moment that stands for a day: its first second, in UTC.

    >>> moment(PartialDate(2026, 11, 22))
    '2026-11-22T00:00:00Z'
    """
    return f"{day}T00:00:00Z"
