"""The search index: one Pagefind index per language, made from the finished pages (https://pagefind.app).

Pagefind gets a small document for each page, folded as queries are folded (templates/components/search.js): no
elided article, no apostrophe inside a word, œ as oe. The page's own words travel beside it for showing passages.
Pagefind's program is run once per language over a folder. Its Python service waits a tenth of a second for each answer
(pagefind 1.5.2, service/__init__.py), which would be half a minute for the pages of today.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path

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
MEMORY, ENOUGH = "/dev/shm", 500_000_000
# Pagefind ships interfaces of its own, and a stemmer for languages that it does not know; ours is a component.
_NOT_USED = re.compile(r"-ui\.|-highlight\.|\.css$|wasm\.unknown")


@dataclass(frozen=True)
class Document:
    """What search knows of a page. `names` match it exactly; `acronyms` find it in both languages; `key` is a case's id."""

    path: str
    language: str
    kind: str
    title: str
    blocks: list[tuple[str, str]]
    facts: str = ""
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    key: str = ""


def folded(text: str) -> str:
    """A text as it is indexed; search.js folds queries in the same way.

    >>> folded("L’œuvre de l'État, the driver’s licence")
    'oeuvre de État, the drivers licence'
    """
    return " ".join(_folded_words(text).split())


def _folded_words(text: str) -> str:
    for letter, plain in _LETTERS:
        text = text.replace(letter, plain)
    return _INSIDE.sub("", _ELISIONS.sub("", text)) if "'" in text else text


def blocks(html: str) -> list[tuple[str, str]]:
    """The texts of a page with their weight's name, without what stands on many pages (`data-search="no"`)."""
    found: list[tuple[str, list[str]]] = []
    for weight, piece in _weighted(str(html), "text"):  # not Markup, whose slices are each made anew
        behind, *starts = _BLOCK.split(piece)
        if found:
            found[-1][1].append(behind)
        found += [("title" if name == "h1" else weight, [text]) for name, text in zip(starts[::2], starts[1::2], strict=True)]
    return [(weight, text) for weight, parts in found if (text := _plain("".join(parts)))]


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
    depth = 1
    for tag in re.compile(rf"<(/?){name}\b").finditer(html, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.start()
    return len(html)


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", _LINE_END.sub(" ", html))).split())


class Index:
    """The index of a language. Pagefind begins at once, and works while the pages of the next language are made."""

    def __init__(self, documents: list[Document], language: str) -> None:
        self.language = language
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True, dir=_in_memory())
        source, self.target = Path(self.folder.name, "pages"), Path(self.folder.name, "index")
        for document in documents:
            if document.language == language:
                page = source / document.path / "index.html"
                page.parent.mkdir(parents=True, exist_ok=True)
                page.write_text(_html(document), "utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", str(source), "--output-path", str(self.target), "--quiet"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Path (below the site) and bytes of each file, once Pagefind is done. Raises RuntimeError when it failed."""
        with self.folder:
            said, _ = self.process.communicate()
            if self.process.returncode:
                raise RuntimeError(f"Pagefind ended with {self.process.returncode}: {said.strip()[-500:]}")
            for path in sorted(self.target.rglob("*")):
                if path.is_file() and not _NOT_USED.search(path.name):
                    yield f"{self.language}/search/{path.relative_to(self.target).as_posix()}", path.read_bytes()
            yield f"{self.language}/search/cases.json", _cases(self.target / "fragment").encode("utf-8")


def _in_memory() -> str | None:
    """A folder in memory, where a system has one; None means the system's own for such files.

    Thousands of small files come and go there. And Pagefind numbers pages in the order in which a folder lists them, which on
    a disk depends on the disk: from memory, the same Guide gives the same index on every machine.
    """
    try:
        return MEMORY if shutil.disk_usage(MEMORY).free > ENOUGH and os.access(MEMORY, os.W_OK) else None
    except OSError:
        return None


def names(documents: list[Document], language: str) -> str:
    """The pages of a language that have names, such as terms and organizations, for exact matches and suggestions. JSON."""
    listed = [{"path": document.path, "title": document.title, "kind": document.kind, "names": list(document.names)}
              for document in documents if document.language == language and document.names and not document.key]
    return json.dumps(sorted(listed, key=lambda entry: entry["path"]), ensure_ascii=False, separators=(",", ":"))


def _cases(fragments: Path) -> str:
    """Which case each result is, by its id, so that the finder need not load a result to know. JSON."""
    found = {}
    for path in sorted(fragments.glob("*.pf_fragment")):
        if key := json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))["meta"].get("key"):
            found[path.stem] = key
    return json.dumps(found, separators=(",", ":"))


def _html(document: Document) -> str:
    """A page for Pagefind: its words with their weights, and what a result shows."""
    texts = escape(_folded_words("\n".join(text for _, text in document.blocks))).split("\n")  # each is one line
    words = [f'<p data-pagefind-weight="{WEIGHTS[weight]}">{text}</p>' for (weight, _), text in zip(document.blocks, texts)]
    words.append(f'<p data-pagefind-weight="{WEIGHTS["more"]}">{escape(folded(" ".join((*document.acronyms, *document.names))))}</p>')
    shown = {"title": document.title, "kind": document.kind, "facts": document.facts, "key": document.key,
             "text": " ".join(text for weight, text in document.blocks if weight != "title")}
    metas = "".join(f'<i data-pagefind-meta="{key}">{escape(text)}</i>' for key, text in shown.items() if text)
    return (f'<html lang="{document.language}"><body>{metas}<main data-pagefind-body>{"".join(words)}</main></body></html>')
