"""What people paste into other sites to link to a page: a link in HTML and Markdown, an e-mail, an iframe. Pure functions."""

from __future__ import annotations

import re
from urllib.parse import quote

from markupsafe import Markup, escape

from .embed import WIDTH, Told

# Characters to which Markdown (CommonMark, and the dialects of wikis) gives a meaning inside the text of a link.
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~&!])")
BETWEEN = " / "


def link(told: Told) -> Markup:
    """A link that says in which language its words are and the page behind it is."""
    return Markup('<a href="{0}" lang="{1}" hreflang="{2}">{3}</a>').format(told.address, told.title.lang or told.language, told.language, told.title.text)


def links(*pages: Told) -> Markup:
    """The links to the languages of a page, beside one another."""
    return Markup(BETWEEN).join(map(link, pages))


def markdown(*pages: Told) -> str:
    """The same in Markdown, which knows no language."""
    return BETWEEN.join(f"[{markdown_text(str(page.title))}]({page.address})" for page in pages)


def markdown_text(text: str) -> str:
    r"""A text that Markdown shows as it is.

    >>> markdown_text("A [b] *c*")
    'A \\[b\\] \\*c\\*'
    """
    return _MARKDOWN.sub(r"\\\1", text)


def mail(*pages: Told) -> str:
    """An address that opens an e-mail with the titles as its subject (RFC 6068: lines end with CR and LF)."""
    subject = BETWEEN.join(str(page.title) for page in pages)
    body = "\r\n\r\n".join(f"{page.title}\r\n{page.address}" for page in pages)
    return f"mailto:?subject={quote(subject, safe='')}&body={quote(body, safe='')}"


def frame(told: Told) -> Markup:
    """An iframe with the card. The card needs no rights; opening the page in a new tab is all that it is given."""
    return Markup('<iframe src="{0}" title="{1}" lang="{2}" width="{3}" height="{4}" loading="lazy" style="border:0;width:100%;max-width:{3}px" '
                  'sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>').format(told.frame, escape(str(told.title)), told.language, WIDTH, told.height)
