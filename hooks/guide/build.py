"""One build of the Guide, from the checked data to the files of the site. Knows nothing of MkDocs.

Nothing is made before it is asked for: `plan` tells which pages a language has, `html` makes one of them, and each Output
makes files besides. A build asks for all (`write_language`, `write_common`, `write_last`), the preview for what is looked at (`file`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property, partial
from html import escape
from pathlib import Path

from . import reading
from .files import CHECKER, COMMON, OF_LANGUAGE, PICTURES, File, Gathered, Output, earlier, now, pictures
from .findings import Finding
from .frame import divided, fill
from .languages import LANGUAGES
from .memory import Memory
from .outputs import assets, checker, runtime, sitemap
from .pages import (
    case_study, cases, compare, comparison, engagement, exchange, facets, form, glossary, home, key_messages, kit, kits, learn, lessons, member_kits,
    organizations, partners, path, presentation, reporting_back, state, written,
)
from .pages import whole
from .pages.page import Page, Planned, Section
from .render import parts
from .routes import Name, depth
from .shares import helped
from .site import Settings, Site
from .target import Write
from .turns import Processors

KINDS = (home, cases, case_study, comparison, compare, facets, organizations, partners, glossary, engagement, key_messages, kit, kits, learn, lessons, path,
         exchange, reporting_back, form, presentation, member_kits, state)
# So many pages or pictures are made at a time.
SHARE = 8


@dataclass(frozen=True)
class ByHand:
    """A page in docs/ whose Markdown has become HTML."""

    key: str
    language: str
    html: str
    sections: tuple[Section, ...]


@dataclass
class Build:
    """The site of one build. `frames` come from MkDocs, by language and depth, and so do the pages written by hand."""

    site: Site
    findings: list[Finding]
    files: int
    frames: dict[str, str] = field(default_factory=dict)
    by_hand: dict[tuple[str, str], ByHand] = field(default_factory=dict)
    unknown: dict[tuple[str, str], str] = field(default_factory=dict)
    _written: dict[tuple[str, str], Page] = field(default_factory=dict)
    _made: dict[tuple, dict[str, str | bytes] | Gathered] = field(default_factory=dict)

    def problems(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.severity == "error"]

    def generated(self, language: str) -> list[Planned]:
        """The pages of a language that are made from the data."""
        return [page for kind in KINDS for page in kind.plan(self.site, language)]

    def plan(self, language: str) -> list[Planned]:
        """All pages of a language."""
        return [*self.generated(language), *(Planned.of(self.site, language, "page", key, self._by_hand, key) for key, code in self.by_hand if code == language)]

    def take(self, page: ByHand) -> str:
        """Take a page written by hand. Gives the name in it that no page has, "" where all are known."""
        self.by_hand[page.key, page.language] = page
        self._by_hand(self.site, page.language, page.key)
        return self.unknown.get((page.key, page.language), "")

    def _by_hand(self, site: Site, language: str, key: str) -> Page:
        """A page written by hand, made once. Of one that names what there is not, only the title is shown."""
        if (key, language) not in self._written:
            told, found = site.handwritten[key][language], self.by_hand[key, language]
            try:
                made = written.page(site, told, found.html, found.sections)
            except written.UnknownName as name:
                self.unknown[key, language] = str(name)
                made = written.page(site, told, f"<h1>{escape(told.title)}</h1>", found.sections)
            self._written[key, language] = made
        return self._written[key, language]

    def html(self, page: Page, gathered: Gathered | None = None) -> str:
        """A finished page, in its frame."""
        made = parts(page, self.site)
        if gathered:
            gathered.note(page, made["main"], self.site)
        return fill(self.site.once(_divided, self.frames[f"{page.language}/{depth(page.path)}"]), made)

    def write_language(self, language: str, write: Write, processors: Processors | None = None) -> list[sitemap.Listed]:
        """Write the pages of a language and what is made from them. Gives what the sitemap tells of them."""
        def page(planned: Planned, gathered: Gathered) -> None:
            write(f"{planned.path}index.html", self.html(planned.make(), gathered))

        gathered = helped(page, self.plan(language), partial(Gathered, language), SHARE, processors)
        for output in OF_LANGUAGE:
            self._write(output.files(gathered, self.site), write)
        return gathered.listed

    def write_common(self, write: Write, processors: Processors | None = None) -> None:
        """Write what needs neither frames nor finished pages."""
        helped(lambda output, _: self._write(output.files(self.site), write), COMMON, list, 1, processors)

    def write_pictures(self, write: Write, processors: Processors | None = None) -> None:
        """Write the pictures for where links are shared."""
        helped(lambda picture, _: write(picture.path, picture.content()), pictures(self.site), list, SHARE, processors)

    def write_checker(self, write: Write) -> None:
        """Write the checker for the browser, whose previews stand in frames."""
        self._write(checker.files(self.site, self.frames), write)

    def _write(self, files: Iterable[File], write: Write) -> None:
        """Write files, those that belong to a page by its earlier addresses too: nobody hears from a feed that it was moved."""
        for path, content in files:
            for place in (path, *earlier(self.site, path)):
                write(place, content)

    def write_last(self, listed: Iterable[sitemap.Listed], folder: Path, write: Write) -> None:
        """Write what tells of all other files."""
        write("sitemap.xml", sitemap.sitemap(listed, self.site.routes))
        for path in self.telling_sizes():
            write(path, whole.with_sizes((folder / path).read_text("utf-8"), lambda file: (folder / file).stat().st_size, self.site))

    def telling_sizes(self) -> list[str]:
        """The files of the pages that tell how large a file is, which is known when all are written."""
        paths = self.site.routes.paths.get(("page", whole.OFFERED_ON), {}) if whole.OFFERED_ON in self.site.handwritten else {}
        return [f"{path}index.html" for path in paths.values()]

    # For the preview.

    def file(self, path: str) -> str | bytes | None:
        """The content of one file of the site, made now; None where our site has no such file."""
        path = now(self.site, path)
        if planned := self._planned.get(path):
            made = self.html(planned.make())
            return whole.with_sizes(made, lambda file: len(self.file(file) or b""), self.site) if path in self.telling_sizes() else made
        if path == "sitemap.xml":
            return sitemap.sitemap([one for language in LANGUAGES for one in self._gathered(language).listed], self.site.routes)
        owner = next((output for output in (*COMMON, PICTURES, CHECKER, *OF_LANGUAGE) if output.paths.fullmatch(path)), None)
        return self._files(owner, path[:2]).get(path) if owner else None

    @cached_property
    def _planned(self) -> dict[str, Planned]:
        return {f"{page.path}index.html": page for language in LANGUAGES for page in self.plan(language)}

    def _gathered(self, language: str) -> Gathered:
        if (language,) not in self._made:
            self._made[language,] = gathered = Gathered(language)
            for planned in self.plan(language):
                self.html(planned.make(), gathered)
        return self._made[language,]

    def _files(self, output: Output, language: str) -> dict[str, str | bytes]:
        """All files of an output; of one that is made for each language, those of this one."""
        key = (output, language if output in OF_LANGUAGE else "")
        if key not in self._made:
            made_from = (self._gathered(language), self.site) if output in OF_LANGUAGE else (self.site, self.frames) if output is CHECKER else (self.site,)
            self._made[key] = dict(output.files(*made_from))
        return self._made[key]


def _divided(site: Site, frame: str) -> list[str]:
    return divided(frame)


def prepare(root: Path, settings: Settings, memory: Memory | None = None, only: Collection[Name] | None = None) -> Build:
    """Read and check everything below root (see reading.read). With errors among the findings, nothing may be rendered."""
    site, findings, files = reading.read(root, settings, memory, only)
    site.stylesheet, site.script, site.onward = assets.stylesheet().path, assets.script().path, assets.onward().path
    site.form_style, site.form_script, site.checker = assets.form_style().path, assets.form_script().path, runtime.folder_of(root)
    return Build(site, findings, files)
