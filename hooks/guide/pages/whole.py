"""The whole Guide in one file for each language: what is read, each page once, with links that lead within the file.

It is made from the finished bodies of the pages, so it says what they say. Lists of what else to read, forms and buttons
are left out; a link to a page that is not in the file leads to the site.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from html import unescape
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup, escape

from ..languages import other
from ..routes import relative
from ..site import Site
from .page import Link, Page
from .reader import Reader

# The parts in order, by the word that names them: all pages of a kind, or pages by their keys.
PARTS = (("about", "page", ("about",)), ("cases", "case_study", ()), ("learn", "page", ("path", "lessons", "urban-indigenous-partnerships")),
         ("engagement", "page", ("engagement-strategy", "mandate-and-work-plan", "key-messages")), ("organizations", "organization", ()),
         ("glossary", "page", ("glossary",)))
# Where the part of a page begins that only leads on: cards of other cases, ways to compare and to cite.
_LEADS_ON = {"case_study": ('<h2 id="related">', '<p class="guide-to-compare"', '<details class="guide-cite"'), "organization": ('<h2 id="cases">',), "page": ()}
# The body of a page stands between these.
_BEGINS = re.compile(r'<article class="guide-article[^>]*>')
_ENDS = re.compile(r'<details class="guide-link-panel"|<footer class="guide-page-end"')
# In finished pages every < and > of a text or an attribute is escaped, so that tags are found without a parser: those that may change.
_TAG = re.compile(r"<[a-zA-Z]\w*\s[^>]*>|</?h[1-4]>|<details>")
_ID = re.compile(r'id="(?<=\sid=")([^"]*)"')  # what is searched for stands first: that is found four times as fast
# The drawing of the milestones says what the table below it says, and in a PDF nobody could hear it.
_TOOLS = re.compile(r'<button\b.*?</button>|<form\b.*?</form>|<template\b.*?</template>|<div class="guide-timeline"[^>]*>.*?</svg>\s*</div>', re.DOTALL)
# Groups within a list of terms: in a PDF its terms have to stand in the list itself.
_TERMS = re.compile(r"<dl\b.*?</dl>", re.DOTALL)
_GROUP = re.compile(r"</?div\b[^>]*>")
_ATTRIBUTE = re.compile(r'(\s)(id|for|href|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"')
_HEADING = re.compile(r"^(</?h)([1-4])\b")
# Parts that every case has would be landmarks of one name, sixty times; in the file their headings name them.
_LANDMARK = re.compile(r'^(<section\b.*?) aria-labelledby="[^"]*"')
_TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
# The page that offers the files. How large a file is, is not known while pages are made: a mark stands for it.
OFFERED_ON = "data"
_SIZE = re.compile(r"guide:size:(\w\w)/([\w-]+\.\w+)")
_DOWN = 2  # the file has a title, and so has each part


class Chapter(NamedTuple):
    """A page of the Guide in the file. `body` is what stood on it, not yet changed."""

    kind: str
    key: str
    language: str
    path: str
    title: Markup
    body: str

    @property
    def anchor(self) -> str:
        return f"{self.kind.replace('_', '-')}-{self.key}"


class Part(NamedTuple):
    """A part of the file: chapters with their finished bodies."""

    id: str
    title: str
    chapters: list[tuple[Chapter, Markup]]


class Offer(NamedTuple):
    """A file that holds the whole Guide, with the mark for its size."""

    link: Link
    format: str
    size: str


class Offers(NamedTuple):
    """The files in the language of the page, and the same in the other one."""

    files: list[Offer]
    others: list[Offer]
    other_language: str


def offers(reader: Reader) -> Offers:
    """What the block `whole` shows."""
    forms = [("whole", "HTML"), *([("whole-pdf", "PDF")] if reader.site.settings.with_pdf else [])]

    def of(language: str) -> list[Offer]:
        title, files = reader.site.strings[language]("whole.title"), reader.site.routes.files
        return [Offer(Link(relative(files[name][language], reader.path), title), form, f"guide:size:{files[name][language]}") for name, form in forms]

    return Offers(of(reader.language), of(other(reader.language)), other(reader.language))


def with_sizes(page: str, size_of: Callable[[str], int], site: Site) -> str:
    """A page with the sizes of files in place of their marks, in the language of each file."""
    def told(mark: re.Match) -> str:
        reader = Reader(site, mark[1], "")
        return str(escape(reader.words("whole.size", n=reader.number(Decimal(size_of(f"{mark[1]}/{mark[2]}")).scaleb(-6).quantize(Decimal("0.1"))))))

    return _SIZE.sub(told, page)


def takes(page: Page) -> bool:
    """Whether a page is a chapter of the file."""
    return any(page.kind == kind and (not keys or page.key in keys) for _, kind, keys in PARTS)


def chapter(page: Page, main: str) -> Chapter:
    """A chapter from the finished main part of a page."""
    begins = _BEGINS.search(main).end()
    body = str(main)[begins:_ENDS.search(main, begins).start()]
    end = min((at for mark in _LEADS_ON[page.kind] if (at := body.find(mark)) >= 0), default=len(body))
    body = _TERMS.sub(lambda terms: _GROUP.sub("", terms[0]), _TOOLS.sub("", body[:end]))
    return Chapter(page.kind, page.key, page.language, page.path, Markup(_TITLE.search(body)[1]), body)


def parts(site: Site, language: str, chapters: Iterable[Chapter]) -> list[Part]:
    """The parts of the file of a language, in order; cases and organizations by the alphabet."""
    reader = Reader(site, language, "")
    mine = [one for one in chapters if one.language == language]
    lead = _leading({one.path: (one, set(_ID.findall(one.body))) for one in mine}, site)
    found = []
    for name, kind, keys in PARTS:
        inside = [one for one in mine if one.kind == kind and (not keys or one.key in keys)]
        inside.sort(key=lambda one: keys.index(one.key) if keys else reader.alphabetical(one.title.striptags()))
        found.append(Part(f"part-{name}", reader.words(f"nav.{name}"), [(one, _finished(one, lead)) for one in inside]))
    return [part for part in found if part.chapters]


def _leading(chapters: dict[str, tuple[Chapter, set[str]]], site: Site) -> Callable[[str, str], str]:
    """Where a link leads in the file: to a chapter or its section, if it is in the file, or else to the site."""
    root = site.routes.absolute("")

    def leads(path: str, link: str) -> str:
        # What leads out of a page's folder leads to the same from all pages beside it.
        return found(path[:path.rfind("/", 0, -1) + 1] + "-/" if link.startswith("../") else path, link)

    @cache
    def found(path: str, link: str) -> str:
        whole = urljoin(root + path, unescape(link))
        if not whole.startswith(root):
            return link
        place = urlsplit(whole)
        target, ids = chapters.get(whole.removeprefix(root).split("#")[0].split("?")[0], (None, set()))
        if target is None:
            return str(escape(whole))
        return f"#{target.anchor}--{place.fragment}" if place.fragment in ids else f"#{target.anchor}"

    return leads


def _finished(one: Chapter, leads: Callable[[str, str], str]) -> Markup:
    """The body with ids of its own, headings below those of the file, links that lead, and nothing folded away."""
    def attribute(found: re.Match) -> str:
        space, name, value = found.groups()
        if name == "href":
            return f'{space}href="{leads(one.path, value)}"'
        return f'{space}{name}="{" ".join(f"{one.anchor}--{part}" for part in value.split())}"'

    def tag(found: re.Match) -> str:
        text = found[0]
        if text.startswith("<section"):
            text = _LANDMARK.sub(r"\1", text)
        if '="' in text:
            text = _ATTRIBUTE.sub(attribute, text)
        if heading := _HEADING.match(text):
            own = f' id="{one.anchor}"' if text.startswith("<h1") else ""
            return f"{heading[1]}{int(heading[2]) + _DOWN}{own}{text[heading.end():]}"
        return text.replace("<details", "<details open", 1) if text.startswith("<details") else text

    return Markup(_TAG.sub(tag, one.body))
