"""sitemap.xml: every page with its alternates (https://www.sitemaps.org/protocol.html)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from html import escape

from ..languages import LANGUAGES
from ..records.values import PartialDate
from ..routes import Routes


@dataclass(frozen=True)
class Listed:
    """What the sitemap tells of a page."""

    kind: str
    key: str
    path: str
    modified: PartialDate | None


def sitemap(pages: Iterable[Listed], routes: Routes) -> str:
    """The sitemap. The date of a page is the one that readers see; there is none where the data has none."""
    @cache  # a page has the same ones in each language
    def alternates(*name: str) -> list[str]:
        paths = routes.paths[name]
        return [*(_alternate(code, routes.absolute(paths[code])) for code in LANGUAGES if code in paths), default]

    default = _alternate("x-default", routes.absolute(""))
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">']
    for page in sorted(pages, key=lambda page: page.path):
        lines += ["  <url>", f"    <loc>{escape(routes.absolute(page.path))}</loc>"]
        if page.modified:
            lines.append(f"    <lastmod>{page.modified}</lastmod>")
        lines += [*alternates(page.kind, page.key), "  </url>"]
    return "\n".join([*lines, "</urlset>", ""])


def _alternate(code: str, address: str) -> str:
    return f'    <xhtml:link rel="alternate" hreflang="{code}" href="{escape(address)}"/>'


def robots(routes: Routes) -> str:
    """robots.txt: everything may be read; here is the sitemap."""
    return f"User-agent: *\nAllow: /\nSitemap: {routes.absolute('sitemap.xml')}\n"
