"""The files besides the pages: what is made from the data alone, and what is made from the finished pages of a language.

Adding one is a line here. A build makes all of them; the preview finds by its path the one that makes what is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from urllib.parse import urlsplit

from .languages import LANGUAGES
from .outputs import assets, checker, engagement_reports, matrix, pdf, policy, search_index, sitemap
from .outputs.search_documents import document
from .pages import embed, moved, permanent, whole, withdrawn
from .pages.page import Page
from .pages.slides import Deck, decks
from .render import alone, embedded, standalone, whole_guide
from .site import Site

File = tuple[str, str | bytes]
# Pages that stand alone, outside the languages or at an address of the past.
STANDING = (moved, withdrawn, permanent)


@dataclass
class Gathered:
    """What the pages of a language leave for the files that tell of all of them."""

    site: Site
    language: str
    index: search_index.Index = field(init=False)
    chapters: list[whole.Chapter] = field(default_factory=list)
    decks: list[Deck] = field(default_factory=list)
    listed: list[sitemap.Listed] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.index = search_index.Index(self.language)

    def note(self, page: Page, main: str) -> None:
        """Take note of a page, whose main part is finished."""
        self.listed.append(sitemap.Listed(page.kind, page.key, page.path, page.modified))
        self.decks += decks([page])
        if page.is_searched:
            self.index.add(document(page, main, self.site))
        if whole.takes(page):
            self.chapters.append(whole.chapter(page, main))

    @cached_property
    def whole(self) -> str:
        return whole_guide(self.chapters, self.site, self.language)

    @cached_property
    def pdf(self) -> pdf.Pdf:
        return pdf.Pdf(self.whole)


@dataclass(frozen=True)
class Output:
    """A kind of files besides the pages, and the paths that are theirs (of two patterns that match, the first one owns)."""

    paths: re.Pattern[str]
    files: Callable[..., Iterator[File]]


def _at_the_root(site: Site) -> Iterator[File]:
    # An error page is served at any address, so its links start at the root of the site.
    base = urlsplit(site.settings.site_url).path.rstrip("/") + "/"
    yield "index.html", standalone("special/root.html", site, "", canonical=site.routes.absolute(""))
    yield "404.html", standalone("special/not_found.html", site, base)
    yield "robots.txt", sitemap.robots(site.routes)
    yield "_headers", policy.headers(site.routes)
    for asset in (assets.stylesheet(), assets.script(), assets.early(), assets.onward(), assets.form_style(), assets.form_script()):
        yield asset.path, asset.text


def _cards(site: Site) -> Iterator[File]:
    yield from ((f"{card.path}index.html", embedded(card, site)) for language in LANGUAGES for card in embed.cards(site, language))


def _standing(site: Site) -> Iterator[File]:
    yield from ((f"{page.path}index.html", alone(page, site)) for kind in STANDING for page in kind.pages(site))


def _feeds(site: Site) -> Iterator[File]:
    for language in LANGUAGES:
        yield from _late("feeds", site, language)


def _data(site: Site) -> Iterator[File]:
    yield from matrix.files(site).items()
    yield from _late("state_data", site)
    yield from _late("open_data", site)
    yield from (engagement_reports.file(site, language) for language in LANGUAGES)


def _whole(gathered: Gathered) -> Iterator[File]:
    files = gathered.site.routes.files
    if gathered.site.settings.with_pdf:
        yield files["whole-pdf"][gathered.language], gathered.pdf.content()
    yield files["whole"][gathered.language], gathered.whole


def _late(name: str, *arguments: object) -> Iterator[File]:
    """The files of an output that is loaded when it is asked for: it takes a library for which no page should wait."""
    yield from import_module(f".outputs.{name}", __package__).files(*arguments)


def _output(paths: str, files: Callable[..., Iterator[File]]) -> Output:
    return Output(re.compile(paths), files)


# Drawing takes longest, where it was not done before.
PICTURES = _output(r"\w\w/pictures/.*", lambda site: _late("pictures", site))
CHECKER = _output(r"assets/checker/.*", checker.files)
# What is made from the finished pages of a language.
OF_LANGUAGE = (_output(r".*\.pptx", lambda gathered: _late("powerpoint", gathered.decks, gathered.site)), _output(r"\w\w/[\w-]+\.(html|pdf)", _whole), _output(r"\w\w/search/.*", lambda gathered: gathered.index.files()))
# What is made from the data alone.
COMMON = (
    _output(r"(index|404)\.html|robots\.txt|_headers|assets/[\w.-]+\.(css|js)", _at_the_root), _output(r".*/oembed\.(json|xml)", lambda site: _late("oembed", site)),
    _output(r"\w\w/embed/.*", _cards), _output(r".*/feed\.(xml|json)", _feeds),
    _output(r".*/index\.html", _standing), _output(r"(?!\w\w/search/|assets/).*\.(json|jsonld|csv|xlsx|bib|ris)", _data),
)
