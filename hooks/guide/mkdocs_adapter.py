"""The only file that knows MkDocs, Material and mkdocs-static-i18n. build_guide.py binds its functions to events.

How it fits together. static-i18n builds the site once per language, the second time from inside its on_post_build.
Everything is read and checked once, before the first page; a problem raises then, because a failure in the second
pass leaves MkDocs broken (static-i18n restores nothing). MkDocs renders the pages in docs/ and, for each language and
depth, one frame; all other pages are filled into those frames and written by us. Both passes write into a folder
beside the site, which takes the site's place only when all went well.
"""

from __future__ import annotations

import html
import logging
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import CountHandler

from . import frame
from .build import Build, prepare
from .languages import LANGUAGES, preferred
from .pages import written
from .pages.page import Page, Section
from .reports import text
from .routes import depth
from .site import Settings
from .strings import strings
from .typography import typeset

log = logging.getLogger("mkdocs.guide")


@dataclass
class State:
    """What one build remembers between events. It lives on MkDocs' config object and dies with it."""

    command: str = "build"
    build: Build | None = None
    site_dir: str = ""
    pages: dict[str, Page] = field(default_factory=dict)
    frames: dict[int, str] = field(default_factory=dict)


# What Material ships for its own script and search, which our pages do not load.
UNUSED = ("assets/javascripts/", "assets/images/favicon.png")

# What MkDocs tells only outside of a build: the command (on_startup has no config), and where a build that fails was
# writing (on_build_error has none either). Both are set anew each time.
_command = "build"
_aside_now = Path()


def startup(command: str) -> None:
    """Remember what MkDocs was asked to do: only the preview shows drafts."""
    global _command
    _command = command


@event_priority(100)
def configure(config: MkDocsConfig) -> MkDocsConfig:
    """Priority 100, before static-i18n: read and check all data, and turn the output aside."""
    if _i18n(config).building:
        return config
    state = State(_command, site_dir=config.site_dir)
    config.guide_state = state
    state.build = prepare(Path(config.config_file_path).parent, _settings(config, with_drafts=_command == "serve"))
    _report(state.build)
    _turn_aside(config)
    for template in ("404.html", "sitemap.xml"):  # ours are bilingual, and have no clock
        config.theme.static_templates.discard(template)
    return config


@event_priority(-200)
def files(files: Files, config: MkDocsConfig) -> Files:
    """Priority −200, after static-i18n (−100): give every page its address, and add the frames."""
    state, language = _state(config), _i18n(config).current_language
    routes = state.build.site.routes
    for file in files.documentation_pages():
        key, _, _ = file.src_uri.removesuffix(".md").rpartition(".")
        if routes.has("page", key):
            _move(file, routes.path("page", key, language), config)
    state.pages = {page.path: page for page in state.build.pages(language)}
    state.frames = {}
    for page in _one_per_depth(state.pages.values()):
        file = File.generated(config, f"frame-{depth(page.path)}.md", content="", inclusion=InclusionLevel.INCLUDED)
        _move(file, page.path, config)
        files.append(file)
    for file in [file for file in files if file.src_uri.startswith(UNUSED)]:
        files.remove(file)
    return files


def context(context: dict, *, page: MkDocsPage, **_: object) -> dict:
    """Give the theme the marks of the frame, and no headings: from them Material makes a second skip link."""
    context["guide_marks"] = frame.marks()
    page.guide_sections = [(anchor.id, html.unescape(anchor.title)) for top in page.toc for anchor in top.children]
    page.toc = TableOfContents([])
    return context


def post_page(output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Fill a frame that MkDocs has rendered; keep those of the generated pages for their siblings."""
    state = _state(config)
    generated = state.pages.get(page.url)
    if generated is not None:
        state.frames[depth(page.url)] = output
        state.build.keep_frame(generated, output)
        return frame.fill(output, state.build.parts(generated))
    return frame.fill(output, state.build.parts(_written(page, config)))


@event_priority(0)
def write(config: MkDocsConfig) -> None:
    """Priority 0, before static-i18n (−100) starts the next language: write the pages of this one."""
    state = _state(config)
    for path in list(state.pages):
        page, target = state.pages.pop(path), Path(config.site_dir, path, "index.html")
        if not target.exists():
            _write(target, frame.fill(state.frames[depth(path)], state.build.parts(page)))
    state.build.finish(_i18n(config).current_language)


@event_priority(-200)
def publish(config: MkDocsConfig) -> None:
    """Priority −200, after the last language: write the rest, and put the new site in the place of the old one."""
    if _i18n(config).building:
        return
    state = _state(config)
    for path, content in state.build.extra_files():
        _write(Path(config.site_dir, path), content)
    for path in state.build.telling_sizes():
        _write(Path(config.site_dir, path), state.build.with_sizes(Path(config.site_dir, path).read_text("utf-8"), Path(config.site_dir)))
    aside, config.site_dir = Path(config.site_dir), state.site_dir
    if _has_warnings(config):  # MkDocs is about to stop the build; the old site stays
        shutil.rmtree(aside)
        return
    _swap(aside, Path(state.site_dir))


def abandon(error: Exception, **_: object) -> None:
    """A build that failed leaves nothing behind."""
    log.debug("build abandoned: %s", error)
    if _aside_now.name:
        shutil.rmtree(_aside_now, ignore_errors=True)


post_build = CombinedEvent(write, publish)


def _state(config: MkDocsConfig) -> State:
    return config.guide_state


def _i18n(config: MkDocsConfig):
    return config.plugins["i18n"]


def _settings(config: MkDocsConfig, with_drafts: bool) -> Settings:
    return Settings.read(config.site_url or "", config.repo_url or "", config.extra.get("guide", {}), with_drafts, with_pdf=os.environ.get("GUIDE_PDF") == "1")


def _report(build: Build) -> None:
    """Errors stop the build with the whole report in one message; warnings are told and do not."""
    t = strings(preferred(dict(os.environ)))
    if build.problems():
        raise PluginError("\n" + text.report(build.findings, build.files, t) + "\n" + t("check.nothing-published"))
    for finding in build.findings:
        log.info(text.line(finding, t))
    if not build.site.checker:
        log.info(" / ".join(strings(language)("command.no-checker", command="guide browser") for language in LANGUAGES))


def _turn_aside(config: MkDocsConfig) -> None:
    """Build beside the site, so that taking its place is a rename on one disk."""
    global _aside_now
    _aside_now = Path(config.site_dir).with_name(f".{Path(config.site_dir).name}.new")
    shutil.rmtree(_aside_now, ignore_errors=True)
    config.site_dir = str(_aside_now)


def _move(file: File, path: str, config: MkDocsConfig) -> None:
    file.dest_uri = f"{path}index.html"
    file.url = path
    file.abs_dest_path = os.path.normpath(os.path.join(config.site_dir, file.dest_uri))


def _one_per_depth(pages) -> list[Page]:
    """The first page of each depth: MkDocs renders it, and its frame serves all the others."""
    first: dict[int, Page] = {}
    for page in pages:
        first.setdefault(depth(page.path), page)
    return list(first.values())


def _written(page: MkDocsPage, config: MkDocsConfig) -> Page:
    site = _state(config).build.site
    key, _, language = page.file.src_uri.removesuffix(".md").rpartition(".")
    sections = [Section(name, typeset(title, language)) for name, title in page.guide_sections]
    try:
        made = written.page(site, site.handwritten[key][language], page.content or "", sections)
    except written.UnknownName as unknown:
        log.warning("%s: no page is called %s", page.file.src_uri, unknown)
        made = written.page(site, site.handwritten[key][language], f"<h1>{html.escape(site.handwritten[key][language].title)}</h1>", sections)
    _state(config).build.made.append(made)
    return made


def _has_warnings(config: MkDocsConfig) -> bool:
    """Whether a strict build has met a warning. MkDocs counts them in a handler of its logger."""
    handlers = logging.getLogger("mkdocs").handlers
    return config.strict and any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))


def _write(target: Path, content: str | bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def _swap(new: Path, site: Path) -> None:
    """Put the new site in the place of the old one. Hidden files of the old one (such as .git) stay, as in MkDocs."""
    old = site.with_name(f".{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        for hidden in site.glob(".*"):
            if not (new / hidden.name).exists():
                shutil.move(hidden, new / hidden.name)
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)
