"""Contributors' prose: a small Markdown of paragraphs, lists, emphasis and links.

Raw HTML, images, headings, tables, code blocks and references are switched off, so they show as typed. What a
contributor writes never meets the site's own Markdown (docs/decisions/0005-contributor-text.md).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from .typography import typeset

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


# A line in which nothing can mean more than itself, as most are: it need not be parsed to know.
_UNMARKED = re.compile(r"(?![-+]|\d+[.)])[^\\*_\[\]\x00\r\n]+")
# A link in which every sign means itself, as in nearly all, with an address that a browser takes as it stands.
_SIMPLE_LINK = re.compile(r"\[[^\[\]\n]*\]\((https://(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,40}(?:/[A-Za-z0-9._/-]*)?)\)")


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # most records have no link, and checking one of them need not wait for it

    parser = MarkdownIt("zero", {"html": False, "linkify": False, "maxNesting": 20})
    parser.enable(["list", "emphasis", "link", "newline", "escape"])
    # Every scheme is parsed as a link, so that the checker sees it and refuses it by name.
    parser.validateLink = lambda url: True
    return parser


def link_targets(text: str) -> list[str]:
    """The addresses that a text links to, as the reader's browser would follow them."""
    simple = _SIMPLE_LINK.findall(text) if "](" in text and "\\" not in text else []
    if len(simple) == text.count("]("):  # no link, or none of which one has to parse the text to know it
        return simple
    return [str(token.attrs["href"]) for token in _inline(_parser().parse(text)) if token.type == "link_open"]


def html(text: str, language: str) -> Markup:
    """A text as HTML, with the typography of its language. Its links were checked when it was read.

    >>> html("Un *guichet* : deux <b>services</b>", "fr")
    Markup('<p>Un <em>guichet</em>\\xa0: deux &lt;b&gt;services&lt;/b&gt;</p>\\n')
    """
    if _UNMARKED.fullmatch(text) and text.strip() == text:
        return Markup(f"<p>{_escaped(typeset(text, language))}</p>\n")
    return _parsed(text, language)


def _escaped(text: str) -> str:
    """As markdown-it escapes, which leaves apostrophes as they are."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _parsed(text: str, language: str) -> Markup:
    parser = _parser()
    tokens = parser.parse(text)
    for token in _inline(tokens):
        if token.type == "text":
            token.content = typeset(token.content, language)
    return Markup(parser.renderer.render(tokens, parser.options, {}))


def plain(text: str) -> str:
    """A text without its marks, for descriptions and lists."""
    return " ".join("".join(token.content if token.type in ("text", "text_special") else " " if "break" in token.type else ""
                            for token in block.children or [])
                    for block in _parser().parse(text) if block.type == "inline")


def _inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or []]
