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
from itertools import groupby

# How much more a word counts in a title, and in the facts at the top of a case, than in the text.
WEIGHTS = {"title": 9, "more": 4, "text": 1}
_LETTERS = (("’", "'"), ("ʼ", "'"), ("œ", "oe"), ("Œ", "Oe"), ("æ", "ae"), ("Æ", "Ae"), ("ł", "l"), ("Ł", "L"), ("ı", "i"), ("đ", "d"),
            ("Đ", "D"), ("ø", "o"), ("Ø", "O"))
_ELISIONS = re.compile(r"(?<![^\W_])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[^\W_])", re.IGNORECASE)
_INSIDE = re.compile(r"(?<=[^\W_])'(?=[^\W_])")
# In finished pages every < and > of a text or an attribute is escaped, so that tags are found without a parser.
_TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_NAME = re.compile(r"<dt\b[^>]*>.*?</dt>", re.DOTALL)
# The mark of an element, found first: most tags have none.
_MARK = "data-search="
_MARKED = re.compile(r'<(\w+)\b[^>]*\sdata-search="?(\w+)[^>]*>')
# The beginnings of elements that part words, where no space parts them already.
_BREAK = re.compile(r"<(?<!\s<)(?:h[1-6]|[bh]r|p|li|d[td]|t[dh]|summary)\b[^>]*>")
_TAG, _COMMENT = re.compile(r"<[^>]*>"), re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True)
class Texts:
    """The texts of a page: its title, all others in their order, and those of them that are facts. `words` is what stands between the
    spaces of the text, and how often."""

    title: str
    text: str
    more: str
    words: Counter[str]


@dataclass(frozen=True)
class Document:
    """What search knows of a page. `names` match it exactly; `acronyms` find it in both languages; `key` is a case's id."""

    path: str
    language: str
    kind: str
    title: str
    texts: Texts
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


def texts(html: str) -> Texts:
    """The texts of a page. What stands on many pages is left out: what is marked `data-search="no"`, and the names (dt) of what is marked `facts`."""
    html = str(html)  # not Markup, whose slices are each made anew
    title = _TITLE.search(html)
    if title:
        html = html[:title.start()] + html[title.end():]
    words, more = [], []
    for is_fact, pieces in groupby(_marked(html, ""), lambda piece: piece[0] == "facts"):
        here = "".join([piece for _, piece in pieces])
        found = _words(_NAME.sub(" ", here) if is_fact else here)
        words += found
        more += found if is_fact else ()
    return Texts(" ".join(_words(title[1])) if title else "", " ".join(words), " ".join(more), Counter(words))


def _marked(html: str, mark: str) -> Iterator[tuple[str, str]]:
    """A page in pieces under one mark each, in order. An element that is marked `no` is left out with all that is in it."""
    at = 0
    while (found := html.find(_MARK, at)) >= 0:
        element = _MARKED.match(html, html.rfind("<", at, found))
        if not element:  # the same letters, in a text
            yield mark, html[at:found + len(_MARK)]
            at = found + len(_MARK)
            continue
        yield mark, html[at:element.start()]
        at = _end(html, element[1], element.end())
        if element[2] != "no":
            yield from _marked(html[element.end():at], element[2])
    yield mark, html[at:]


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


def _words(html: str) -> list[str]:
    if "<!--" in html:
        html = _COMMENT.sub("", html)
    return unescape(_TAG.sub("", _BREAK.sub(" ", html))).split()
