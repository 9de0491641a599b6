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


# A line that can be part of a paragraph alone, and what most texts are: such paragraphs, and lists with one dash to a point, between
# single empty lines. Their parts need not be parsed to be known, and what holds no mark need not be parsed at all.
_LINE = r"(?![-+\s]|\*(?!\S)|\d+[.)])[^\x00\r\n]+(?<!\s)"
_PARAGRAPH, _LIST = rf"{_LINE}(?:\n{_LINE})*", rf"- {_LINE}(?:\n(?:- |  ){_LINE})*(?!\n\n-)"
_SIMPLE = re.compile(rf"(?:{_PARAGRAPH}|{_LIST})(?:\n\n(?:{_PARAGRAPH}|{_LIST}))*")
_MARKED = re.compile(r"[\\*_\[\]]")
# Emphasis and links of the usual kind, with no mark in them: such stars stand beside a letter or figure within, and beside none without,
# so that they cannot be meant otherwise.
_WITHIN = r"([^\W_](?:[^\\*_\[\]]*[^\W_])?)"
_ADDRESS = r"https://(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,40}(?:/[A-Za-z0-9._/-]*)?"
_SPAN = re.compile(rf"(?<![\w*])(\*\*?){_WITHIN}\1(?![\w*])|\[([^\\*_\[\]\n]*)\]\(({_ADDRESS})\)")
# A link in which every sign means itself, as in nearly all, with an address that a browser takes as it stands.
_SIMPLE_LINK = re.compile(rf"\[[^\[\]\n]*\]\(({_ADDRESS})\)")


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
    if _SIMPLE.fullmatch(text):
        return Markup("".join(_block(block, language) for block in text.split("\n\n")))
    return Markup(_rendered(_parser().parse(text), language))


def _block(text: str, language: str) -> str:
    if not text.startswith("- "):
        return f"<p>{_line(text, language)}</p>\n"
    points = text.removeprefix("- ").replace("\n  ", "\n").split("\n- ")
    return "<ul>\n" + "".join(f"<li>{_line(point, language)}</li>\n" for point in points) + "</ul>\n"


def _line(text: str, language: str) -> str:
    """The text of a paragraph or of a point. One with other marks than emphasis and links of the usual kind is parsed."""
    if not _MARKED.search(text):
        return _unmarked(text, language)
    made, between, at = [], [], 0
    for span in _SPAN.finditer(text):
        between.append(text[at:span.start()])
        stars, within, label, address = span.groups()
        element, told, attribute = ("a", label, f' href="{address}"') if address else ("strong" if stars == "**" else "em", within, "")
        made += [_unmarked(between[-1], language), f"<{element}{attribute}>{_unmarked(told, language)}</{element}>"]
        at = span.end()
    between.append(text[at:])
    if _MARKED.search("".join(between)):
        return _rendered(_parser().parseInline(text), language)
    return "".join([*made, _unmarked(between[-1], language)])


def _unmarked(text: str, language: str) -> str:
    """As markdown-it escapes, which leaves apostrophes as they are."""
    return typeset(text, language).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _rendered(tokens: list[Token], language: str) -> str:
    for token in _inline(tokens):
        if token.type == "text":
            token.content = typeset(token.content, language)
    return _parser().renderer.render(tokens, _parser().options, {})


def plain(text: str) -> str:
    """A text without its marks, for descriptions and lists."""
    if _SIMPLE.fullmatch(text) and not _MARKED.search(text):
        return " ".join(line.removeprefix("- ").removeprefix("  ") for line in text.split("\n") if line)
    return _words(_parser().parse(text))


def _words(tokens: list[Token]) -> str:
    return " ".join("".join(token.content if token.type in ("text", "text_special") else " " if "break" in token.type else ""
                            for token in block.children or [])
                    for block in tokens if block.type == "inline")


def _inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or []]
