"""The only file that knows MkDocs, Material and mkdocs-static-i18n. build_guide.py binds its functions to events.

How it fits together. static-i18n builds the site once per language, the second time from inside its on_post_build.
Everything is read and checked once, before the first page; a problem raises then, because a failure in the second
pass leaves MkDocs broken (static-i18n restores nothing). MkDocs turns the Markdown in docs/ into HTML and renders, for
each language and depth, one frame; after its last pass all pages are filled into these frames and written by us, on all
processors. A build writes into a folder beside the site, which takes the site's place only when all went well. A preview
makes no page before it is looked at.
"""

from __future__ import annotations

import html
import logging
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import CountHandler

from . import frame
from .build import Build, ByHand, prepare
from .crew import Crew
from .folders import DATA
from .languages import LANGUAGES, preferred
from .memory import Memory
from .mkdocs_theme import FrameTheme
from .pages.page import Planned, Section
from .preview import Preview, follow
from .reports import text
from .routes import depth
from .site import Settings
from .strings import strings
from .target import beside, swap, writer
from .typography import typeset

log = logging.getLogger("mkdocs.guide")


@dataclass
class State:
    """What one build remembers between events. It lives on MkDocs' config object and dies with it."""

    is_preview: bool = False
    memory: Memory = field(default_factory=Memory)
    build: Build | None = None
    site_dir: str = ""
    frames: dict[str, str] = field(default_factory=dict)  # the key of a frame by the address of the page that MkDocs renders for it
    crew: Crew = field(default_factory=Crew)


# For events without a config: the command (on_startup), where a build that fails was writing and who was at work (on_build_error).
_command = "build"
_aside_now = Path()
_crew_now = Crew()
# The preview that is being served, which MkDocs' server outlives when it builds anew; and what was built last.
_preview: Preview | None = None
built: Build | None = None


def startup(command: str) -> None:
    """Remember what MkDocs was asked to do: only the preview shows drafts."""
    global _command
    _command = command


@event_priority(100)
def configure(config: MkDocsConfig) -> MkDocsConfig:
    """Priority 100, before static-i18n: read and check all data, and turn the output aside."""
    global _crew_now
    if _i18n(config).building:
        return config
    state = State(_is_followed(), site_dir=config.site_dir)
    config.guide_state, config.theme = state, FrameTheme.of(config.theme)
    if not state.is_preview:  # what needs no data is begun while they are read
        _crew_now = state.crew
        state.crew.begin(config.theme.compile)
    state.build = prepare(Path(config.config_file_path).parent, _settings(config, with_drafts=_command == "serve"), state.memory)
    _report(state.build)
    _turn_aside(config)
    for template in ("404.html", "sitemap.xml"):  # ours are bilingual, and have no clock
        config.theme.static_templates.discard(template)
    return config


@event_priority(-200)
def files(files: Files, config: MkDocsConfig) -> Files:
    """Priority −200, after static-i18n (−100): give every page its address, and add the frames. MkDocs has emptied the folder by now."""
    state, language = _state(config), _i18n(config).current_language
    if not state.is_preview and not state.frames:  # the first language
        state.crew.begin(state.build.write_common, writer(config.site_dir), state.crew.processors)
    routes = state.build.site.routes
    for file in files.documentation_pages():
        key, _, _ = file.src_uri.removesuffix(".md").rpartition(".")
        if routes.has("page", key):
            _move(file, routes.path("page", key, language), config)
    for page in _one_per_depth(state.build.generated(language)):
        file = File.generated(config, f"frame-{depth(page.path)}.md", content="", inclusion=InclusionLevel.INCLUDED)
        _move(file, page.path, config)
        files.append(file)
        state.frames[page.path] = f"{language}/{depth(page.path)}"
    return files


def context(context: dict, *, page: MkDocsPage, **_: object) -> dict:
    """Give the theme the marks of the frame, and no headings: from them Material makes a second skip link."""
    context["guide_marks"] = frame.marks()
    page.guide_sections = [(anchor.id, html.unescape(anchor.title)) for top in page.toc for anchor in top.children]
    page.toc = TableOfContents([])
    return context


def post_page(output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Keep the frames that MkDocs has rendered, and the content of the pages written by hand. Both are written again when they are filled."""
    state = _state(config)
    if page.url in state.frames:
        state.build.frames[state.frames[page.url]] = output
        return output
    key, _, language = page.file.src_uri.removesuffix(".md").rpartition(".")
    sections = tuple(Section(name, typeset(title, language)) for name, title in page.guide_sections)
    if unknown := state.build.take(ByHand(key, language, page.content or "", sections)):
        log.warning("%s: no page is called %s", page.file.src_uri, unknown)
    return output


@event_priority(-200)
def publish(config: MkDocsConfig) -> None:
    """Priority −200, after the last language: write all pages, and put the new site in the place of the old one."""
    if _i18n(config).building:
        return
    state = _state(config)
    if not state.is_preview:
        _finish(state, config)
    aside, config.site_dir = Path(config.site_dir), state.site_dir
    if state.is_preview:
        _show(state, aside)
    if _has_warnings(config):  # MkDocs is about to stop the build; the old site stays
        shutil.rmtree(aside)
        return
    swap(aside, Path(state.site_dir))
    global built
    built = state.build


def serve(server: Any, config: MkDocsConfig, builder: Callable[[], None]) -> Any:
    """Let the server of `mkdocs serve` ask the preview for each file. MkDocs builds anew only when something changes that is no data."""
    watched = [Path(place) for place in (config.docs_dir, config.config_file_path, *config.theme.dirs, *config.watch) if Path(place).name != DATA]
    follow(server, watched, builder, lambda: _preview)
    return server


def abandon(error: Exception, **_: object) -> None:
    """A build that failed leaves nothing behind."""
    log.debug("build abandoned: %s", error)
    _crew_now.stop()
    if _aside_now.name:
        shutil.rmtree(_aside_now, ignore_errors=True)


def _state(config: MkDocsConfig) -> State:
    return config.guide_state


def _i18n(config: MkDocsConfig):
    return config.plugins["i18n"]


def _settings(config: MkDocsConfig, with_drafts: bool) -> Settings:
    return Settings.read(config.site_url or "", config.repo_url or "", config.extra.get("guide", {}), with_drafts, with_pdf=os.environ.get("GUIDE_PDF") == "1")


def _show(state: State, folder: Path) -> None:
    """Take a build into the preview. What MkDocs wrote of the pages goes: they are made when they are looked at."""
    global _preview
    site = state.build.site
    for path in [*state.frames, *(site.routes.path("page", *key) for key in state.build.by_hand)]:
        (folder / path / "index.html").unlink()
    _preview = Preview(state.build, Path(state.site_dir), state.memory)


def _finish(state: State, config: MkDocsConfig) -> None:
    """Write everything else."""
    write = writer(config.site_dir)
    for language in LANGUAGES:
        state.crew.begin(state.build.write_language, language, write, state.crew.processors)
    state.crew.begin(state.build.write_checker, write)
    state.crew.begin(state.build.write_pictures, write, state.crew.processors)
    listed = [page for pages in state.crew.finish() for page in pages or ()]
    state.build.write_last(listed, Path(config.site_dir), write)


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
    _aside_now = beside(config.site_dir)
    shutil.rmtree(_aside_now, ignore_errors=True)
    config.site_dir = str(_aside_now)


def _move(file: File, path: str, config: MkDocsConfig) -> None:
    file.dest_uri = f"{path}index.html"
    file.url = path
    file.abs_dest_path = os.path.normpath(os.path.join(config.site_dir, file.dest_uri))


def _is_followed() -> bool:
    """Whether MkDocs serves and follows changes. Without following them, its server shows what was built."""
    context = click.get_current_context(silent=True)
    return _command == "serve" and bool(context and context.params.get("livereload"))


def _one_per_depth(pages: Iterable[Planned]) -> list[Planned]:
    """The first page of each depth: MkDocs renders its frame, which serves all the others."""
    first: dict[int, Planned] = {}
    for page in pages:
        first.setdefault(depth(page.path), page)
    return list(first.values())


def _has_warnings(config: MkDocsConfig) -> bool:
    """Whether a strict build has met a warning. MkDocs counts them in a handler of its logger."""
    handlers = logging.getLogger("mkdocs").handlers
    return config.strict and any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
