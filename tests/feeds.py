"""Feeds as other programs read them: Atom by feedparser, which nobody here wrote; JSON Feed by the words of its format."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree

import feedparser

ATOM = "{http://www.w3.org/2005/Atom}"
DATE = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)"
# What https://www.jsonfeed.org/version/1.1/ allows and we use, by the type of its value. Its deprecated `author` is not among it.
OF_A_FEED = {"version": str, "title": str, "home_page_url": str, "feed_url": str, "language": str, "authors": list, "items": list}
OF_AN_ITEM = {"id": str, "url": str, "title": str, "summary": str, "content_html": str, "content_text": str, "date_published": str, "tags": list}


def read_atom(text: str | bytes, unchanged: bool = False) -> feedparser.FeedParserDict:
    """An Atom feed that is well formed and has what RFC 4287 asks for. `unchanged` keeps its HTML as it was sent."""
    raw = text if isinstance(text, bytes) else text.encode()
    found = feedparser.parse(raw, response_headers={"content-type": "application/atom+xml; charset=utf-8"}, sanitize_html=not unchanged)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    root = ElementTree.fromstring(raw)
    for element in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1, f"{name} stands {len(element.findall(ATOM + name))} times"
        assert re.match(r"https?://", element.findtext(f"{ATOM}id", ""))
        alternates = [(link.get("type"), link.get("hreflang")) for link in element.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert len(alternates) == len(set(alternates)) == 1
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    assert all(re.fullmatch(DATE, date.text or "") for name in ("updated", "published") for date in root.iter(ATOM + name))
    return found


def read_json(text: str) -> dict:
    """A JSON Feed that has what its format asks for, and nothing that it does not know."""
    feed = json.loads(text, object_pairs_hook=_without_repeats, parse_constant=_no_constant)
    _fields(feed, OF_A_FEED, required=("version", "title", "home_page_url", "feed_url", "language", "authors", "items"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["authors"] and all(_fields(author, {"name": str, "url": str, "avatar": str}, required=()) for author in feed["authors"])
    for item in feed["items"]:
        _fields(item, OF_AN_ITEM, required=("id",))
        assert "content_html" in item or "content_text" in item
        assert re.fullmatch(DATE, item.get("date_published", "2026-11-22T00:00:00Z"))
        assert all(isinstance(tag, str) and tag for tag in item.get("tags", ()))
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
    return feed


def _fields(found: object, known: dict[str, type], required: tuple[str, ...]) -> dict:
    assert isinstance(found, dict) and found, found
    assert not found.keys() - known.keys() and not set(required) - found.keys(), sorted(found)
    for name, value in found.items():
        assert isinstance(value, known[name]), f"{name} is {value!r}"
        assert value or name == "items", f"{name} is empty"
        assert not name.endswith("url") or re.match(r"https?://", value), f"{name} is {value!r}"
    return found


def _without_repeats(pairs: list[tuple[str, object]]) -> dict:
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)), f"a name stands twice among {names}"
    return dict(pairs)


def _no_constant(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")
