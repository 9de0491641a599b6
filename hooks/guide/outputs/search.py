"""What search knows of a page: its texts by weight, folded as queries are folded, and its names.

Folded (templates/search/texts.js does the same): no elided article, no apostrophe inside a word, œ as oe. The page's own words
travel beside the index, for showing passages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

# How much more a word counts in a title, and in the facts at the top of a case, than in the text.
WEIGHTS = {"title": 9, "more": 4, "text": 1}
_LETTERS = (("’", "'"), ("ʼ", "'"), ("œ", "oe"), ("Œ", "Oe"), ("æ", "ae"), ("Æ", "Ae"), ("ł", "l"), ("Ł", "L"), ("ı", "i"), ("đ", "d"),
            ("Đ", "D"), ("ø", "o"), ("Ø", "O"))
_ELISIONS = re.compile(r"(?<![^\W_])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[^\W_])", re.IGNORECASE)
_INSIDE = re.compile(r"(?<=[^\W_])'(?=[^\W_])")
# In finished pages every < and > of a text or an attribute is escaped, so that tags are found without a parser.
_BLOCK = re.compile(r"<(h[1-4]|p|li|dt|dd|td|th|summary)\b[^>]*>")
# The mark of an element, found first: most tags have none.
_MARK = "data-search="
_MARKED = re.compile(r'<(\w+)\b[^>]*\sdata-search="?(\w+)[^>]*>')
_LINE_END, _TAG = re.compile(r"<[bh]r\b[^>]*>"), re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


@dataclass(frozen=True)
class Document:
    """What search knows of a page. `blocks` are its texts with their weight's name; `tokens` what stands between their spaces, by weight, and
    how often; `names` match it exactly; `acronyms` find it in both languages; `key` is a case's id."""

    path: str
    language: str
    kind: str
    title: str
    blocks: list[tuple[str, str]]
    tokens: dict[str, Counter[str]]
    facts: str = ""
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    key: str = ""


def folded(text: str) -> str:
    """A text as it is indexed; texts.js folds queries in the same way.

    >>> folded("L’œuvre de l'État, the driver’s licence")
    'oeuvre de État, the drivers licence'
    """
    return " ".join(folded_words(text).split())


def folded_words(text: str) -> str:
    """A text folded, with its spaces and lines as they are."""
    for letter, plain in _LETTERS:
        text = text.replace(letter, plain)
    return _INSIDE.sub("", _ELISIONS.sub("", text)) if "'" in text else text


def tokens(blocks: list[tuple[str, str]]) -> dict[str, Counter[str]]:
    """What stands between the spaces of some texts, by the name of their weight; and how often."""
    texts: dict[str, list[str]] = {}
    for weight, text in blocks:
        texts.setdefault(weight, []).append(text)
    return {weight: Counter("\n".join(parts).split()) for weight, parts in texts.items()}


def blocks(html: str) -> list[tuple[str, str]]:
    """The texts of a page with their weight's name. What stands on many pages is left out: what is marked `data-search="no"`, and the names
    (dt) of what is marked `facts`, whose values count more."""
    found: list[tuple[str, list[str]]] = []
    for weight, piece in _weighted(str(html), "text"):  # not Markup, whose slices are each made anew
        behind, *starts = _BLOCK.split(piece)
        if found:
            found[-1][1].append(behind)
        found += [(_weight(weight, name), [text]) for name, text in zip(starts[::2], starts[1::2], strict=True)]
    return [(weight, text) for weight, parts in found if weight != "no" and (text := _plain("".join(parts)))]


def _weight(mark: str, name: str) -> str:
    """The weight of a block, by the mark that it stands under and its own name."""
    if name == "h1":
        return "title"
    return ("no" if name == "dt" else "more") if mark == "facts" else mark


def _weighted(html: str, weight: str) -> Iterator[tuple[str, str]]:
    """A page in pieces of one weight each, in order. An element that is marked has its own, or is left out with all that is in it."""
    at = 0
    while (found := html.find(_MARK, at)) >= 0:
        mark = _MARKED.match(html, html.rfind("<", at, found))
        if not mark:  # the same letters, in a text
            yield weight, html[at:found + len(_MARK)]
            at = found + len(_MARK)
            continue
        yield weight, html[at:mark.start()]
        at = _end(html, mark[1], mark.end())
        if mark[2] != "no":
            yield mark[2], mark[0]
            yield from _weighted(html[mark.end():at], mark[2])
    yield weight, html[at:]


def _end(html: str, name: str, start: int) -> int:
    """Where the element ends whose content starts here."""
    end = html.find(f"</{name}", start)
    if end >= 0 and html.find(f"<{name}", start, end) < 0:
        return end
    depth = 1
    for tag in re.compile(rf"<(/?){name}\b").finditer(html, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.start()
    return len(html)


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", _LINE_END.sub(" ", html)) if "<" in html else html).split())
