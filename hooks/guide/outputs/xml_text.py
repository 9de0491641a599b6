"""Texts in XML. The standard library's xml.sax.saxutils loads a client for the web, which takes longer than escaping all that we have."""

from __future__ import annotations

import html


def escape(text: str) -> str:
    """A text between tags.

    >>> escape('A & B: "<"')
    'A &amp; B: "&lt;"'
    """
    return html.escape(text, quote=False)


def quoted(text: str) -> str:
    """A text as the value of an attribute, in its quotation marks. Breaks of lines stay such.

    >>> quoted('"A" & B')
    '"&quot;A&quot; &amp; B"'
    """
    return '"' + escape(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;") + '"'
