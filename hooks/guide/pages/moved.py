"""The page at an address of the past, when the page has another one now: it leads there, without a script too."""

from __future__ import annotations

from collections.abc import Iterator

from ..ledger import old_addresses
from ..routes import relative
from ..site import Site
from .page import Link, Standing

TEMPLATE = "special/moved.html"


def pages(site: Site) -> Iterator[Standing]:
    for old in old_addresses(site.ledger, site.routes.paths):
        if old.target:
            path = site.routes.path(*old.target, old.language)
            yield Standing(old.path, TEMPLATE, Link(relative(path, old.path), site.routes.absolute(path)), (old.language,))
