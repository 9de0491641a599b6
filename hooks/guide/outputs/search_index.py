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
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
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
# A word that counts more than this on a page says no more.
_MOST = 60
# The bits of a place that hold how much a word counts on a page.
_BITS = 24
_COUNT = (1 << _BITS) - 1
# Characters of JSON in a file, after which the next one begins.
_WORDS_FILE, _PAGES_FILE = 24_000, 12_000
# A word as it is written, with what joins its parts; the parts of one that is folded are joined otherwise.
_WORD = re.compile(r"[\w\u0300-\u036f]+(?:['’ʼ/-][\w\u0300-\u036f]+)*")
_MARKS, _JOINTS = re.compile(r"[\u0300-\u036f]"), re.compile(r"[^\w]+|_+")
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def words_of(token: str) -> tuple[str, ...]:
    """The bare words of a word as it is written: of one with hyphens its parts, and all of it at once.

    >>> words_of("l’Équipement"), words_of("co-développé"), words_of("24/7")
    (('equipement',), ('co', 'developpe', 'codeveloppe'), ('24', '7', '247'))
    """
    bare = _MARKS.sub("", normalize("NFD", folded_words(token))).lower()
    parts = [part for part in _JOINTS.split(bare) if part]
    return (*parts, "".join(parts)) if len(parts) > 1 else tuple(parts)


class Index:
    """The index of a language, page by page."""

    def __init__(self, language: str) -> None:
        self.folder, self.language = f"{language}/search/", language
        self._shown: list[str] = []
        self._counts_for: list[int | float] = []
        self._lengths: list[int] = []
        self._cases: dict[int, str] = {}
        self._named: list[dict[str, object]] = []
        # For what stands between spaces, where: the number of a page, and how much it counts there, in one number each. What words there are
        # in it is looked at once, at the end, for all pages.
        self._places: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, document: Document) -> None:
        """Take a page in."""
        here, places, weighed = len(self._shown) << _BITS, self._places, _weighed(document)
        for written, counts in weighed.items():
            places[written].append(here + counts)
        self._shown.append(_json([document.path, document.title, document.kind, document.facts, document.texts.text]))
        self._counts_for.append(IMPACTS * (1 if document.key else _BESIDE))
        self._lengths.append(sum(weighed.values()))
        if document.key:
            self._cases[here >> _BITS] = document.key
        elif document.names:
            self._named.append({"path": document.path, "title": document.title, "kind": document.kind, "names": document.names})

    def extend(self, later: Index) -> None:
        """Take in the index of the pages after these."""
        first, places = len(self._shown), self._places
        step = first << _BITS
        for written, found in later._places.items():
            places[written] += [place + step for place in found]
        self._shown += later._shown
        self._counts_for += later._counts_for
        self._lengths += later._lengths
        self._cases.update((first + number, key) for number, key in later._cases.items())
        self._named += later._named

    def files(self) -> Iterator[tuple[str, str]]:
        """Path (below the site) and text of each file."""
        groups = self._grouped()
        files = {"words": list(_bundles((_json(postings) for postings in groups.values()), _WORDS_FILE)), "pages": list(_bundles(self._shown, _PAGES_FILE))}
        for kind, bundles in files.items():
            yield from ((f"{self.folder}{kind}.{_hash(text)}.json", text) for _, text in bundles)
        yield f"{self.folder}index.json", _json({
            "documents": len(self._shown), "groups": " ".join("/".join(forms) for forms in groups), "frequencies": [len(postings) for postings in groups.values()],
            **{kind: [[first, _hash(text)] for first, text in bundles] for kind, bundles in files.items()},
        })
        yield f"{self.folder}cases.json", _json(self._cases)
        # Pages that have names, such as terms and organizations, for exact matches and suggestions. Cases are found by their titles.
        yield f"{self.folder}names.json", _json(sorted(self._named, key=lambda entry: entry["path"]))

    def _grouped(self) -> dict[tuple[str, ...], list[int]]:
        """The postings of each group of words, in the order of the groups."""
        places: defaultdict[str, list[list[int]]] = defaultdict(list)
        for written, found in self._places.items():
            for word in {word for token in _WORD.findall(written) for word in words_of(token)}:
                places[word].append(found)
        impacts = self._impacts()
        return {forms: _postings([found for word in forms for found in places[word]], impacts) for forms in _forms(places, self.language)}

    def _impacts(self) -> list[list[int]]:
        """The impact of a word that counts as much as the number of the list, on each page."""
        mean = sum(self._lengths) / (len(self._lengths) or 1)
        damping = [_SATURATION * (1 - _LENGTH + _LENGTH * length / mean) for length in self._lengths]
        return [[1 + int(most * counts / (counts + damped)) for most, damped in zip(self._counts_for, damping)] for counts in range(_MOST + 1)]


def _weighed(document: Document) -> dict[str, int]:
    """How much each word counts on a page: those of the facts stand in the text, too."""
    texts, found = document.texts, dict(document.texts.words)
    called = " ".join((*document.acronyms, *document.names))
    for text, counts in ((texts.title, WEIGHTS["title"]), (texts.more, WEIGHTS["more"] - WEIGHTS["text"]), (called, WEIGHTS["more"])):
        for written in text.split():
            found[written] = found.get(written, 0) + counts
    return found


def _forms(words: Iterable[str], language: str) -> list[tuple[str, ...]]:
    """The words in groups, each the forms of one word."""
    ordered = sorted(words)
    found: dict[tuple[str, str], list[str]] = {}
    for word, stem in zip(ordered, Stemmer.Stemmer(_STEMMERS[language]).stemWords(ordered), strict=True):
        found.setdefault((word[:_SHARED], stem), []).append(word)
    return sorted(map(tuple, found.values()))


def _postings(places: list[list[int]], impacts: list[list[int]]) -> list[int]:
    """Where any of some words stands: for each page, how far it is from the one before, times 32, and the impact.

    >>> _postings([[2, (3 << _BITS) + 1], [1]], [[0] * 4, [1] * 4, [2] * 4, [3] * 4])
    [3, 97]
    """
    numbers, before, step = [], 0, IMPACTS + 1
    for place in places[0] if len(places) == 1 else _summed(places):
        at, counts = place >> _BITS, place & _COUNT
        numbers.append((at - before) * step + impacts[counts if counts < _MOST else _MOST][at])
        before = at
    return numbers


def _summed(places: list[list[int]]) -> list[int]:
    """The places of several words as those of one, which counts on a page what all of them count there."""
    found: dict[int, int] = {}
    for place in chain.from_iterable(places):
        counts = place & _COUNT
        page = place - counts
        found[page] = found.get(page, page) + counts
    return sorted(found.values())


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


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
