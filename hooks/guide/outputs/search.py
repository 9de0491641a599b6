"""The search index: one Pagefind index per language, made from the finished pages (https://pagefind.app).

Pagefind gets a small document for each page, folded as queries are folded (templates/components/search.js): no
elided article, no apostrophe inside a word, œ as oe. The page's own words travel beside it for showing passages.
Pagefind's program is run once per language over a folder. Its Python service waits a tenth of a second for each answer
(pagefind 1.5.2, service/__init__.py), which would be half a minute for the pages of today.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from pathlib import Path

# How much more a word counts in a title, and in the facts at the top of a case, than in the text.
WEIGHTS = {"title": 9, "more": 4, "text": 1}
_BLOCKS = {"h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "td", "th", "summary"}
_LETTERS = str.maketrans({"’": "'", "ʼ": "'", "œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D",
                         "ø": "o", "Ø": "O"})
_ELISIONS = re.compile(r"(?<![^\W_])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[^\W_])", re.IGNORECASE)
_INSIDE = re.compile(r"(?<=[^\W_])'(?=[^\W_])")
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
    return re.sub(r"\s+", " ", _INSIDE.sub("", _ELISIONS.sub("", text.translate(_LETTERS)))).strip()


def blocks(html: str) -> list[tuple[str, str]]:
    """The texts of a page with their weight's name, without what stands on many pages (`data-search="no"`)."""
    reader = _Blocks()
    reader.feed(str(html))  # not Markup, whose slices are each made anew
    reader.close()
    return [(weight, text) for weight, parts in reader.found if (text := re.sub(r"\s+", " ", "".join(parts)).strip())]


def files(documents: list[Document], language: str) -> Iterator[tuple[str, bytes]]:
    """Path (below the site) and bytes of the index of a language."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "pages"), Path(folder, "index")
        for document in documents:
            if document.language == language:
                page = source / document.path / "index.html"
                page.parent.mkdir(parents=True, exist_ok=True)
                page.write_text(_html(document), "utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", str(source), "--output-path", str(target), "--quiet"]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode:
            raise RuntimeError(f"Pagefind ended with {done.returncode}: {done.stdout.strip()[-500:]}")
        for path in sorted(target.rglob("*")):
            if path.is_file() and not _NOT_USED.search(path.name):
                yield f"{language}/search/{path.relative_to(target).as_posix()}", path.read_bytes()
        yield f"{language}/search/cases.json", _cases(target / "fragment").encode("utf-8")


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
    words = [f'<p data-pagefind-weight="{WEIGHTS[weight]}">{escape(folded(text))}</p>' for weight, text in document.blocks]
    words.append(f'<p data-pagefind-weight="{WEIGHTS["more"]}">{escape(folded(" ".join((*document.acronyms, *document.names))))}</p>')
    shown = {"title": document.title, "kind": document.kind, "facts": document.facts, "key": document.key,
             "text": " ".join(text for weight, text in document.blocks if weight != "title")}
    metas = "".join(f'<i data-pagefind-meta="{key}">{escape(text)}</i>' for key, text in shown.items() if text)
    return (f'<html lang="{document.language}"><body>{metas}<main data-pagefind-body>{"".join(words)}</main></body></html>')


class _Blocks(HTMLParser):
    """Collects the text of blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[str]]] = []
        self.stack: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in ("br", "hr", "img", "input", "path", "wbr"):
            self.handle_data(" " if tag in ("br", "hr") else "")
            return
        weight = dict(attributes).get("data-search") or (self.stack[-1][1] if self.stack else "text")
        self.stack.append((tag, weight))
        if tag in _BLOCKS:
            self.found.append(("title" if tag == "h1" else weight, []))

    def handle_endtag(self, tag: str) -> None:
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.found and self.stack and self.stack[-1][1] != "no":
            self.found[-1][1].append(data)
