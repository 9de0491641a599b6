"""The files besides the pages: what is made from the data alone, and what is made from the finished pages of a language.

Adding one is a line here. A build makes all of them; the preview finds by its path the one that makes what is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from . import ledger
from .languages import LANGUAGES
from .outputs import assets, checker, engagement_reports, matrix, pdf, policy, search_index, sitemap
from .outputs.search_documents import document
from .pages import embed, moved, permanent, whole, withdrawn
from .pages.page import Page
from .pages.slides import Deck, decks
from .render import alone, embedded, standalone, whole_guide
from .site import Site

if TYPE_CHECKING:
    from .outputs.pictures import Picture

File = tuple[str, str | bytes]
# Pages that stand alone, outside the languages or at an address of the past.
STANDING = (moved, withdrawn, permanent)


@dataclass
class Gathered:
    """What pages of a language leave for the files that tell of all of them."""

    language: str
    index: search_index.Index = field(init=False)
    chapters: list[whole.Chapter] = field(default_factory=list)
    decks: list[Deck] = field(default_factory=list)
    listed: list[sitemap.Listed] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.index = search_index.Index(self.language)

    def note(self, page: Page, main: str, site: Site) -> None:
        """Take note of a page, whose main part is finished."""
        self.listed.append(sitemap.Listed(page.kind, page.key, page.path, page.modified))
        self.decks += decks([page])
        if page.is_searched:
            self.index.add(document(page, main, site))
        if whole.takes(page):
            self.chapters.append(whole.chapter(page, main))

    def extend(self, later: Gathered) -> None:
        """Take in what was gathered of the pages after these."""
        self.index.extend(later.index)
        self.chapters += later.chapters
        self.decks += later.decks
        self.listed += later.listed


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


def _whole(gathered: Gathered, site: Site) -> Iterator[File]:
    files, guide = site.routes.files, whole_guide(gathered.chapters, site, gathered.language)
    if site.settings.with_pdf:
        yield files["whole-pdf"][gathered.language], pdf.Pdf(guide).content()
    yield files["whole"][gathered.language], guide


def earlier(site: Site, path: str) -> list[str]:
    """Where else a file stands that belongs to a page: by the addresses that the page had before, where the page itself is a redirect.
    What belongs to a page lies in its folder, or beside it under the same name: feeds, slides, its record as data."""
    before = site.once(_before)
    return [f"{old}{rest}" for page, rest in _belonging(path) for old in before.get(page, ())] if before else []


def now(site: Site, path: str) -> str:
    """The file of which there is one at an earlier address of its page, too; any other as it is."""
    return next((f"{page}{rest}" for found, rest in _belonging(path) for page, before in site.once(_before).items() if found in before), path)


def _before(site: Site) -> dict[str, list[str]]:
    """The addresses that pages had before, by the ones that they have now, all without the last stroke."""
    return {path.rstrip("/"): [old.rstrip("/") for old in before] for path, before in ledger.earlier(site.ledger, site.routes.paths).items()}


def _belonging(path: str) -> Iterator[tuple[str, str]]:
    """The pages to which a file may belong, without the last stroke, and the rest of its path."""
    folder, _, name = path.rpartition("/")
    stem, _, ending = name.partition(".")
    if name != "index.html":
        yield folder, f"/{name}"
        yield f"{folder}/{stem}", f".{ending}"


def _late(name: str, *arguments: object) -> Iterator[Any]:
    """The files of an output that is loaded when it is asked for: it takes a library for which no page should wait."""
    yield from import_module(f".outputs.{name}", __package__).files(*arguments)


def _output(paths: str, files: Callable[..., Iterator[File]]) -> Output:
    return Output(re.compile(paths), files)


def pictures(site: Site) -> list[Picture]:
    """All pictures, not yet drawn: drawing takes longest, where it was not done before."""
    return list(_late("pictures", site))


PICTURES = _output(r"\w\w/pictures/.*", lambda site: ((picture.path, picture.content()) for picture in pictures(site)))
CHECKER = _output(r"assets/checker/.*", checker.files)
# What is made from the finished pages of a language.
OF_LANGUAGE = (_output(r".*\.pptx", lambda gathered, site: _late("powerpoint", gathered.decks, site)), _output(r"\w\w/[\w-]+\.(html|pdf)", _whole), _output(r"\w\w/search/.*", lambda gathered, _: gathered.index.files()))
# What is made from the data alone.
COMMON = (
    _output(r"(index|404)\.html|robots\.txt|_headers|assets/[\w.-]+\.(css|js)", _at_the_root), _output(r".*/oembed\.(json|xml)", lambda site: _late("oembed", site)),
    _output(r"\w\w/embed/.*", _cards), _output(r".*/feed\.(xml|json)", _feeds),
    _output(r".*/index\.html", _standing), _output(r"(?!\w\w/search/|assets/).*\.(json|jsonld|csv|xlsx|bib|ris)", _data),
)
