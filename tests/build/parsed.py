"""A built page as a browser reads it: parsed once by html5lib, and shared by all tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib

SITE_URL = "https://guide.example/"
LANGUAGES = ("en", "fr")
HEADINGS = {f"h{level}": level for level in range(1, 7)}
# What a browser fetches by itself, without a click.
FETCHED = {"script": ("src",), "img": ("src", "srcset"), "source": ("src", "srcset"), "iframe": ("src",), "object": ("data",),
           "embed": ("src",), "video": ("src", "poster"), "audio": ("src",), "track": ("src",), "use": ("href",), "image": ("href",)}


@dataclass(frozen=True)
class Passage:
    """A text between two tags (or in an attribute that is read out), with its language and the elements around it."""

    text: str
    lang: str
    inside: tuple[str, ...]
    is_cited: bool = False  # the words of a link to elsewhere: the title of a document as it stands

    @property
    def is_code(self) -> bool:
        return bool({"code", "pre", "kbd", "samp"} & set(self.inside))


class Parsed:
    """One page of the built site. `path` is its address below the site: `en/about/`."""

    def __init__(self, path: str, content: bytes) -> None:
        self.path = path
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.tree: Element = parser.parse(content, transport_encoding="utf-8")
        self.errors = [f"line {place[0]}: {code}" for place, code, _ in parser.errors]
        self.elements = _elements(self.tree)
        # What a reader reads: the main part, without the header, the search and the footer around it.
        self.main = [element for main in self.elements if main.tag == "main" for element in _elements(main)]

    @property
    def lang(self) -> str:
        return self.tree.get("lang", "")

    @cached_property
    def ids(self) -> list[str]:
        return [element.get("id", "") for element in self.elements if element.get("id") is not None]

    @cached_property
    def passages(self) -> list[Passage]:
        return list(_passages(self.tree, "", ()))

    @cached_property
    def links(self) -> list[str]:
        """Every address on the page that leads or loads something, as written."""
        return [value for element in self.elements for name in ("href", "src") if (value := element.get(name)) is not None]

    @property
    def canonical(self) -> str:
        return next((link.get("href", "") for link in self.all("link", rel="canonical")), "")

    @property
    def alternates(self) -> dict[str, str]:
        """The address of each language, by hreflang."""
        return {link.get("hreflang", ""): link.get("href", "") for link in self.all("link", rel="alternate") if link.get("hreflang")}

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Elements by tag and attributes; `_class` asks for one class among others."""
        wanted = attributes.pop("_class", None)
        return [element for element in self.elements
                if element.tag == tag and all(element.get(name) == value for name, value in attributes.items())
                and (wanted is None or wanted in element.get("class", "").split())]

    def by_id(self, name: str) -> Element:
        return next(element for element in self.elements if element.get("id") == name)

    def headings(self, tag: str) -> list[str | None]:
        """The ids of the headings of a level in the main part, in order."""
        return [element.get("id") for element in self.main if element.tag == tag]

    @cached_property
    def text(self) -> str:
        """Everything that readers see, with single spaces."""
        return words("".join(passage.text for passage in self.passages))


def _elements(element: Element) -> list[Element]:
    return [found for found in element.iter() if isinstance(found.tag, str)]


def _passages(element: Element, lang: str, inside: tuple[str, ...], is_cited: bool = False) -> Iterator[Passage]:
    if not isinstance(element.tag, str) or element.tag in ("script", "style"):
        return
    lang, inside = element.get("lang", lang), (*inside, element.tag)
    is_cited = is_cited or (element.tag == "a" and element.get("href", "").startswith("http"))
    if element.text:
        yield Passage(element.text, lang, inside, is_cited)
    for name in ("aria-label", "title", "alt", "placeholder", "data-dark"):
        if element.get(name):
            yield Passage(element.get(name, ""), lang, inside)
    if element.tag == "meta" and element.get("name") == "description":
        yield Passage(element.get("content", ""), lang, inside)
    for child in element:
        yield from _passages(child, lang, inside, is_cited)
        if child.tail:
            yield Passage(child.tail, lang, inside, is_cited)


def parsed_site(site: Path, languages: tuple[str, ...] = LANGUAGES) -> dict[str, Parsed]:
    """Every page below en/ and fr/ by its path. Cards for other sites and addresses of the past are no pages."""
    found = {}
    for language in languages:
        for file in sorted((site / language).rglob("index.html")):
            path = file.relative_to(site).as_posix().removesuffix("index.html")
            if path.startswith(f"{language}/embed/") or stands_alone(file):
                continue
            found[path] = Parsed(path, file.read_bytes())
    return found


def stands_alone(file: Path) -> bool:
    """Whether a page has no header and no navigation: it leads on to another page, or says that one was withdrawn."""
    return b'<body class="guide-special">' in file.read_bytes()


def words(text: str) -> str:
    """A text with single spaces."""
    return re.sub(r"\s+", " ", text).strip()


def bare(text: str) -> str:
    """A text without what typography changes: spaces, apostrophes and quotation marks."""
    return re.sub(r"[\s'’\"«»“”]+", "", text)


def text_of(element: Element) -> str:
    return words("".join(element.itertext()))


def fetched(page: Parsed) -> Iterator[str]:
    """The addresses that a browser fetches for a page by itself."""
    for element in page.elements:
        tag = element.tag.rpartition("}")[2]
        if tag == "link" and not {"canonical", "alternate"} & set(element.get("rel", "").split()):
            yield element.get("href", "")
        for name in FETCHED.get(tag, ()):
            for key in (name, "{http://www.w3.org/1999/xlink}href") if name == "href" else (name,):
                if element.get(key) is not None:
                    yield element.get(key, "")


def internal(page: Parsed, link: str) -> tuple[str, str] | None:
    """The path and the anchor to which a link of a page leads; None when it leaves the site."""
    parts = urlsplit(urljoin(SITE_URL + page.path, link))
    if f"{parts.scheme}://{parts.netloc}/" != SITE_URL:
        return None
    return parts.path.removeprefix("/"), parts.fragment


def told(wrong: list[str]) -> str:
    """What is wrong, for the message of a failing test: enough to see, not more."""
    more = f"\n… and {len(wrong) - 25} more" if len(wrong) > 25 else ""
    return "\n" + "\n".join(wrong[:25]) + more
