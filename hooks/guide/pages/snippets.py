"""What people paste into other sites to link to a page: a link, an e-mail, an iframe. Pure functions.

In the language that a reader chooses, and in Markdown, a script makes them in the page (templates/components/link_panel.js).
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup, escape

from .embed import WIDTH, Told
from .reader import Phrase

BETWEEN = " / "


class Named(NamedTuple):
    """A page in one language, as far as a link needs to know it."""

    language: str
    title: Phrase
    address: str


def link(page: Named | Told) -> Markup:
    """A link that says in which language its words are and the page behind it is."""
    return Markup(f'<a href="{escape(page.address)}" lang="{page.title.lang or page.language}" hreflang="{page.language}">{escape(page.title.text)}</a>')


def links(*pages: Named | Told) -> Markup:
    """The links to the languages of a page, beside one another."""
    return Markup(BETWEEN).join(map(link, pages))


def mail(*pages: Named | Told) -> str:
    """An address that opens an e-mail with the titles as its subject (RFC 6068: lines end with CR and LF)."""
    titles = [quote(str(page.title), safe="") for page in pages]
    body = "%0D%0A%0D%0A".join(f"{title}%0D%0A{quote(page.address, safe='')}" for title, page in zip(titles, pages, strict=True))
    return f"mailto:?subject={quote(BETWEEN, safe='').join(titles)}&body={body}"


def frame(told: Told) -> Markup:
    """An iframe with the card. The card needs no rights; opening the page in a new tab is all that it is given."""
    return Markup('<iframe src="{0}" title="{1}" lang="{2}" width="{3}" height="{4}" loading="lazy" style="border:0;width:100%;max-width:{3}px" '
                  'sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>').format(told.frame, escape(str(told.title)), told.language, WIDTH, told.height)
