"""One build of the Guide, from the checked data to the files of the site. Knows nothing of MkDocs.

The adapter asks three things: what stands in the way (`problems`), which pages a language has (`pages`), and what
to write besides them (`extra_files`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

from . import reading
from .findings import Finding
from .languages import LANGUAGES
from .outputs import assets, checker, engagement_reports, feeds, matrix, oembed, open_data, pdf, pictures, policy, powerpoint, runtime, search, sitemap, state_data
from .outputs.search_documents import document
from .pages import (
    case_study, cases, compare, comparison, engagement, exchange, facets, form, glossary, home, key_messages, kit, kits, learn, lessons, member_kits,
    organizations, partners, path, presentation, reporting_back, state,
)
from .pages import embed, moved, permanent, whole, withdrawn
from .pages.page import Page
from .pages.slides import Deck
from .render import alone, embedded, parts, standalone, whole_guide
from .routes import depth
from .site import Settings, Site

KINDS = (home, cases, case_study, comparison, compare, facets, organizations, partners, glossary, engagement, key_messages, kit, kits, learn, lessons, path,
         exchange, reporting_back, form, presentation, member_kits, state)
# Pages that stand alone, outside the languages or at an address of the past.
STANDING = (moved, withdrawn, permanent)


@dataclass
class Build:
    """The site of one build, and the pages made so far."""

    site: Site
    findings: list[Finding]
    files: int
    made: list[Page] = field(default_factory=list)
    documents: list[search.Document] = field(default_factory=list)
    indexes: list[search.Index] = field(default_factory=list)
    decks: list[Deck] = field(default_factory=list)
    chapters: list[whole.Chapter] = field(default_factory=list)
    whole: dict[str, str] = field(default_factory=dict)
    pdfs: dict[str, pdf.Pdf] = field(default_factory=dict)
    frames: dict[str, str] = field(default_factory=dict)

    def problems(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.severity == "error"]

    def pages(self, language: str) -> list[Page]:
        """The generated pages of a language."""
        pages = [page for kind in KINDS for page in kind.pages(self.site, language)]
        self.decks += powerpoint.decks(pages)
        self.made += [replace(page, view=None) for page in pages]  # what a view holds is not needed for longer than its page
        return pages

    def parts(self, page: Page) -> dict[str, str]:
        """The finished parts of a page, which search takes note of."""
        made = parts(page, self.site)
        if page.is_searched:
            self.documents.append(document(page, made["main"], self.site))
        if whole.takes(page):
            self.chapters.append(whole.chapter(page, made["main"]))
        return made

    def keep_frame(self, page: Page, frame: str) -> None:
        """Remember the frame of a page: in a browser, previews of its depth stand in it."""
        self.frames[f"{page.language}/{depth(page.path)}"] = frame

    def finish(self, language: str) -> None:
        """Called when the last page of a language is made: its index can begin."""
        self.indexes.append(search.Index(self.documents, language))
        self.whole[language] = whole_guide(self.chapters, self.site, language)
        if self.site.settings.with_pdf:
            self.pdfs[language] = pdf.Pdf(self.whole[language])

    def extra_files(self) -> Iterator[tuple[str, str | bytes]]:
        """Path and content of what the site holds besides pages. Called last: search and sitemap list the pages made."""
        site = self.site
        # An error page is served at any address, so its links start at the root of the site.
        base = urlsplit(site.settings.site_url).path.rstrip("/") + "/"
        for kind in STANDING:
            yield from ((f"{page.path}index.html", alone(page, site)) for page in kind.pages(site))
        yield "index.html", standalone("special/root.html", site, "", canonical=site.routes.absolute(""))
        yield "404.html", standalone("special/not_found.html", site, base)
        yield "sitemap.xml", sitemap.sitemap(self.made, site.routes)
        yield "robots.txt", sitemap.robots(site.routes)
        yield "_headers", policy.headers(site.routes)
        yield from matrix.files(site).items()
        yield from state_data.files(site)
        yield from open_data.files(site)
        for asset in (assets.stylesheet(), assets.script(), assets.early(), assets.onward(), assets.form_style(), assets.form_script()):
            yield asset.path, asset.text
        yield from powerpoint.files(self.decks, site)
        yield from oembed.files(site)
        yield from pictures.files(site)
        yield from checker.files(site, self.frames)
        for language in LANGUAGES:
            yield engagement_reports.file(site, language)
            yield from feeds.files(site, language)
            yield from ((f"{card.path}index.html", embedded(card, site)) for card in embed.cards(site, language))
            yield f"{language}/search/names.json", search.names(self.documents, language)
        for index in self.indexes:
            yield from index.files()
        yield from ((site.routes.files["whole"][language], html) for language, html in self.whole.items())
        yield from ((site.routes.files["whole-pdf"][language], made.content()) for language, made in self.pdfs.items())

    def telling_sizes(self) -> list[str]:
        """The files of the pages that tell how large a file is, which is known when all are written."""
        paths = self.site.routes.paths.get(("page", whole.OFFERED_ON), {}) if whole.OFFERED_ON in self.site.handwritten else {}
        return [f"{path}index.html" for path in paths.values()]

    def with_sizes(self, page: str, folder: Path) -> str:
        """Such a page with the sizes of files in a folder."""
        return whole.with_sizes(page, lambda path: (folder / path).stat().st_size, self.site)


def prepare(root: Path, settings: Settings) -> Build:
    """Read and check everything below root. With errors among the findings, nothing may be rendered."""
    site, findings, files = reading.read(root, settings)
    site.stylesheet, site.script, site.onward = assets.stylesheet().path, assets.script().path, assets.onward().path
    site.form_style, site.form_script, site.checker = assets.form_style().path, assets.form_script().path, runtime.folder_of(root)
    return Build(site, findings, files)
