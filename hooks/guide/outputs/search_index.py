"""The index of a language: what its search loads, in pieces, so that nobody loads what was not asked for.

`index.json` is loaded first, and asked for anew each time. It holds all words of the language's pages, in groups: the forms of one word
(by Snowball's stemmer), sorted; in how many pages each group stands; and the names of the other files, which are made from
their content, so that a browser may keep them. `words.*.json` hold, for each group, the pages in which it stands and how
much; `pages.*.json` what a result shows. templates/search/index.js reads them.

Words are compared bare: folded (search.py), in small letters, without accents. How much a word says of a page follows BM25
(Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009), in 31 steps; how rare it is,
the browser knows from the number of its pages.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from unicodedata import normalize

import Stemmer

from .search import WEIGHTS, Document, folded_words

_STEMMERS = {"en": "english", "fr": "french"}
# How fast more of a word stops to say more, and how much a long page is held against it.
_SATURATION, _LENGTH = 3, 0.7
# What is said of a page that is no case counts less: readers come for cases, and pages that are named are offered first anyway.
_BESIDE = 0.85
# The greatest impact of a word on a page; a posting is a distance times the next number, and an impact.
IMPACTS = 31
# Letters that forms of one word share at least: "being" is no form of "be", whatever a stemmer says.
_SHARED = 3
# Characters of JSON in a file, after which the next one begins.
_WORDS_FILE, _PAGES_FILE = 24_000, 12_000
# A word as it is written, with what joins its parts; the parts of one that is folded are joined otherwise.
_WORD = re.compile(r"[\w\u0300-\u036f]+(?:['’ʼ/-][\w\u0300-\u036f]+)*")
_MARKS, _JOINTS = re.compile(r"[\u0300-\u036f]"), re.compile(r"[^\w]+|_+")


def words_of(token: str) -> tuple[str, ...]:
    """The bare words of a word as it is written: of one with hyphens its parts, and all of it at once.

    >>> words_of("l’Équipement"), words_of("co-développé"), words_of("24/7")
    (('equipement',), ('co', 'developpe', 'codeveloppe'), ('24', '7', '247'))
    """
    bare = _MARKS.sub("", normalize("NFD", folded_words(token))).lower()
    parts = [part for part in _JOINTS.split(bare) if part]
    return (*parts, "".join(parts)) if len(parts) > 1 else tuple(parts)


class _Bare(dict[str, tuple[str, ...]]):
    """The bare words of each word that was met, made once: pages have most words in common."""

    def __missing__(self, token: str) -> tuple[str, ...]:
        self[token] = found = words_of(token)
        return found


def counted(document: Document, bare: dict[str, tuple[str, ...]] | None = None) -> dict[str, int]:
    """How often each bare word stands in a document, by weight."""
    bare = _Bare() if bare is None else bare
    texts: dict[str, list[str]] = {"more": [*document.acronyms, *document.names]}
    for weight, text in document.blocks:
        texts.setdefault(weight, []).append(text)
    found: dict[str, int] = {}
    for weight, parts in texts.items():
        counts = WEIGHTS[weight]
        for token, times in Counter(_WORD.findall("\n".join(parts))).items():
            for word in bare[token]:
                found[word] = found.get(word, 0) + times * counts
    return found


def files(documents: list[Document], language: str) -> Iterator[tuple[str, str]]:
    """Path (below the site) and text of each file."""
    folder = f"{language}/search/"
    groups = _grouped(documents, language)
    words = list(_bundles((_listed(postings) for postings in groups.values()), _WORDS_FILE))
    pages = list(_bundles((json.dumps(_shown(document), ensure_ascii=False, separators=(",", ":")) for document in documents), _PAGES_FILE))
    for kind, bundles in (("words", words), ("pages", pages)):
        yield from ((f"{folder}{kind}.{_hash(text)}.json", text) for _, text in bundles)
    yield f"{folder}index.json", json.dumps({
        "documents": len(documents), "groups": " ".join("/".join(forms) for forms in groups), "frequencies": [len(postings) for postings in groups.values()],
        **{kind: [[first, _hash(text)] for first, text in bundles] for kind, bundles in (("words", words), ("pages", pages))},
    }, separators=(",", ":"))
    yield f"{folder}cases.json", json.dumps({at: document.key for at, document in enumerate(documents) if document.key}, separators=(",", ":"))


def _grouped(documents: list[Document], language: str) -> dict[tuple[str, ...], list[tuple[int, int]]]:
    """The postings of each group of words, in the order of the groups: the number of a page, and the impact there."""
    bare = _Bare()
    counts = [counted(document, bare) for document in documents]
    lengths = [sum(count.values()) for count in counts]
    mean = sum(lengths) / (len(lengths) or 1)
    counts_for = [IMPACTS * (1 if document.key else _BESIDE) for document in documents]
    damping = [_SATURATION * (1 - _LENGTH + _LENGTH * length / mean) for length in lengths]
    places: dict[str, list[tuple[int, int]]] = {}
    for at, count in enumerate(counts):
        for word, times in count.items():
            places.setdefault(word, []).append((at, times))
    return {forms: [(at, 1 + int(counts_for[at] * times / (times + damping[at]))) for at, times in _together([places[word] for word in forms])]
            for forms in _forms(places, language)}


def _forms(words: Iterable[str], language: str) -> list[tuple[str, ...]]:
    """The words in groups, each the forms of one word."""
    ordered = sorted(words)
    found: dict[tuple[str, str], list[str]] = {}
    for word, stem in zip(ordered, Stemmer.Stemmer(_STEMMERS[language]).stemWords(ordered), strict=True):
        found.setdefault((word[:_SHARED], stem), []).append(word)
    return sorted(map(tuple, found.values()))


def _together(places: list[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Where any of some words stands, in the order of the pages."""
    if len(places) == 1:
        return places[0]
    found: dict[int, int] = {}
    for at, times in (place for some in places for place in some):
        found[at] = found.get(at, 0) + times
    return sorted(found.items())


def _listed(postings: list[tuple[int, int]]) -> str:
    """Postings as a list of numbers: how far the page is from the one before, times 32, and the impact.

    >>> _listed([(0, 15), (3, 1)])
    '[15,97]'
    """
    numbers, before = [], 0
    for at, impact in postings:
        numbers.append((at - before) * (IMPACTS + 1) + impact)
        before = at
    return f"[{','.join(map(str, numbers))}]"


def _bundles(texts: Iterable[str], size: int) -> Iterator[tuple[int, str]]:
    """Texts of JSON in lists of about a size; the number of its first text with each list."""
    first, bundle, length = 0, [], 0
    for text in texts:
        bundle.append(text)
        length += len(text)
        if length >= size:
            yield first, f"[{','.join(bundle)}]"
            first, bundle, length = first + len(bundle), [], 0
    if bundle:
        yield first, f"[{','.join(bundle)}]"


def _shown(document: Document) -> list[str]:
    """What a result shows of a page: path, title, kind, facts, text."""
    return [document.path, document.title, document.kind, document.facts, " ".join(text for weight, text in document.blocks if weight != "title")]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
