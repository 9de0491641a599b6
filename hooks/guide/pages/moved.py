"""The page at an address of the past, when the page has another one now: it leads there, without a script too, and names the oEmbed
answers for sites that look for them where the page was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..ledger import old_addresses
from ..routes import relative
from ..site import Site
from .embed import answers
from .page import Standing

TEMPLATE = "special/moved.html"


class Moved(NamedTuple):
    """Where the page is now: its address from here and the whole one; and the whole addresses of the answers about it, by format."""

    href: str
    address: str
    oembed: dict[str, str]


def pages(site: Site) -> Iterator[Standing]:
    for old in old_addresses(site.ledger, site.routes.paths):
        if old.target:
            path = site.routes.path(*old.target, old.language)
            yield Standing(old.path, TEMPLATE, Moved(relative(path, old.path), site.routes.absolute(path), answers(site, old.target[0], path)), (old.language,))
