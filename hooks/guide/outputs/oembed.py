"""oEmbed as files (https://oembed.com, 2.3.4.4): a site that asks for a page's card finds the answer already made."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .. import machine_paths
from ..languages import LANGUAGES
from ..pages import embed, snippets
from ..pages.reader import Reader
from ..site import Site
from .xml_text import escape

# Seconds for which an answer may be kept: a card stays right for longer, since its iframe follows the Guide by itself.
CACHE_AGE = 86400


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Path and content of the answers about every page that has a card."""
    for language in LANGUAGES:
        name = Reader(site, language, "").words("site.name")
        for kind, key in embed.kinds(site):
            answer = _answer(site, language, kind, key, name)
            paths = machine_paths.oembed(site.routes.path(kind, key, language))
            yield paths["json"], json.dumps(answer, ensure_ascii=False) + "\n"
            yield paths["xml"], as_xml(answer)


def _answer(site: Site, language: str, kind: str, key: str, name: str) -> dict[str, str | int]:
    told = embed.told(site, language, kind, key)
    absolute = site.routes.absolute
    answer = {
        "version": "1.0", "type": "rich", "title": str(told.title), "provider_name": name, "provider_url": absolute(site.routes.path("page", "home", language)),
        "html": str(snippets.frame(told)), "width": embed.WIDTH, "height": told.height, "cache_age": CACHE_AGE,
    }
    if kind == "case_study":
        answer |= {"thumbnail_url": absolute(machine_paths.picture(kind, key, language)), "thumbnail_width": embed.PICTURE[0], "thumbnail_height": embed.PICTURE[1]}
    return answer


def as_xml(answer: dict[str, str | int]) -> str:
    """An answer in XML.

    >>> as_xml({"title": "A & B"}).splitlines()[1]
    '<oembed><title>A &amp; B</title></oembed>'
    """
    inside = "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in answer.items())
    return f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>{inside}</oembed>\n'
