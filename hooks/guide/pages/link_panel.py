"""The panel "Link to this page": the permanent address, titled links in both languages, and an e-mail with them.

What can be pasted besides, in the language that a reader chooses, its script makes from these and from the page's card:
most readers never open the panel, and three times three texts were two fifths of a page.
"""

from __future__ import annotations

from typing import NamedTuple


from markupsafe import Markup

from .. import machine_paths
from ..languages import other
from ..site import Site
from . import embed, snippets
from .lists import name_of
from .page import Page
from .reader import Reader


class Panel(NamedTuple):
    """`height` is that of the card in an iframe; `links` begin with the language of the page."""

    links: Markup
    mail: str
    height: int


def panel(page: Page, site: Site) -> Panel | None:
    """The panel of a page that has a permanent address."""
    if page.kind not in machine_paths.LETTERS:
        return None
    own, foreign = (_named(site, language, page) for language in (page.language, other(page.language)))
    return Panel(snippets.links(own, foreign), snippets.mail(own, foreign), embed.HEIGHTS[page.kind])


def _named(site: Site, language: str, page: Page) -> snippets.Named:
    address = site.routes.absolute(site.routes.path(page.kind, page.key, language))
    return snippets.Named(language, name_of(Reader(site, language, ""), page.kind, page.key), address)
