"""From pages to HTML: our own templates, which escape everything and refuse undefined names.

What a contributor wrote reaches a page only through here, never through MkDocs' templates, which do not escape.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from . import frame, machine_paths
from .languages import LANGUAGES, OWN_NAMES, other
from .outputs import assets, policy
from .pages import case_form, whole
from .pages.data_links import data_link
from .pages.embed import Card, answers
from .pages.feedback import problem_links
from .pages.feeds import feed_links
from .pages.link_panel import panel
from .pages.linked_data import linked_data
from .pages.page import Link, Page, Standing
from .pages.reader import Reader, beside
from .routes import relative
from .site import Site
from .templating import environment

# Stands for the way to the other language in what is otherwise the same on many pages.
_TOGGLE = "guide:toggle"


def parts(page: Page, site: Site) -> dict[str, Markup]:
    """The parts of a page, finished, for its frame."""
    near = (page.language, beside(page.path), page.section_key)
    context = site.once(_common, *near) | _own(page, site)
    around = site.once(_around, *near)
    made = {part: Markup(text.replace(_TOGGLE, escape(context["toggle"]))) for part, text in around.items()}
    return made | _rendered(site, page.language, ("head", "main"), context)


def _around(site: Site, language: str, *near: str) -> dict[str, str]:
    """Header, footer and links to stylesheet and script, which differ between near pages only in the way to the other language."""
    made = _rendered(site, language, ("styles", "header", "footer"), site.once(_common, language, *near) | {"toggle": _TOGGLE})
    return {part: str(text) for part, text in made.items()}


def _rendered(site: Site, language: str, names: tuple[str, ...], context: dict[str, object]) -> dict[str, Markup]:
    templates = site.once(environment, language)
    return {name: Markup(templates.get_template(f"layout/{name}.html").render(context)) for name in names}


def alone(page: Standing, site: Site) -> str:
    """A page that stands alone, at its own address."""
    return standalone(page.template, site, relative("", page.path), page.languages, view=page.view, onward=relative(site.onward, page.path))


def standalone(template: str, site: Site, base: str, languages: tuple[str, ...] = LANGUAGES, **more: object) -> str:
    """A page of its own without a frame, as a rule in both languages: the front door and the page for errors."""
    homes = {language: base + site.routes.path("page", "home", language) for language in LANGUAGES}
    return site.once(environment).get_template(template).render(
        strings={language: Reader(site, language, "").words for language in LANGUAGES}, homes=homes, own_names=OWN_NAMES,
        languages=languages, policy=_policy(site), stylesheet=base + site.stylesheet, mark=base + "assets/mark.svg", **more,
    )


def trouble(site: Site, reports: dict[str, str]) -> str:
    """What the preview shows of a Guide with errors, in both languages: served at any address, as the page for errors is."""
    return standalone("special/trouble.html", site, urlsplit(site.settings.site_url).path.rstrip("/") + "/", reports=reports)


def embedded(card: Card, site: Site) -> str:
    """The card of a page, for an iframe on another site."""
    language, style = card.told.language, site.once(_style, "embed")
    return site.once(environment, language).get_template("special/embed.html").render(
        policy=policy.alone(style), style=style, card=card, told=card.told, t=site.once(_words)[language], home=site.routes.absolute(site.routes.path("page", "home", language)))


def whole_guide(chapters: list[whole.Chapter], site: Site, language: str) -> str:
    """The whole Guide in one file."""
    style, home = site.once(_style, "whole"), site.routes.absolute(site.routes.path("page", "home", language))
    return site.once(environment, language).get_template("special/whole.html").render(
        policy=policy.alone(style), style=style, parts=whole.parts(site, language, chapters), language=language, home=home, t=site.once(_words)[language],
        modified=str(site.modified() or ""))


def _style(site: Site, name: str) -> Markup:
    return policy.style(name)


def _early(site: Site) -> str:
    return assets.early().path


def _policy(site: Site) -> Markup:
    """What pages may load and run. The preview serves pages to their author alone, and follows changes with a script of its own."""
    return policy.page(is_preview=site.settings.with_drafts)


def _common(site: Site, language: str, path: str, section: str) -> dict[str, object]:
    """What templates may use on every page, the same on all pages of one depth in one section."""
    reader, routes = Reader(site, language, path), site.routes
    return {
        "t": reader.words, "link": reader.link, "language": language, "other_language": other(language), "other_name": OWN_NAMES[other(language)],
        "home": reader.link("page", "home"), "root": routes.absolute(""), "policy": _policy(site),
        "stylesheet": relative(site.stylesheet, path), "script": relative(site.script, path), "early": relative(site.once(_early), path), "checker": relative(site.checker, path) if site.checker else "", "search": _search(reader),
        "navigation": [Link(reader.link("page", key), reader.words(f"nav.{key}"), key == section) for key in site.settings.navigation],
        "has_contribute": routes.has("page", "contribute"), "has_help": routes.has("page", "use-the-guide"), "has_about": routes.has("page", "about"),
        "has_data": routes.has("page", "data"), "has_privacy": routes.has("page", "privacy"),
        "has_accessibility": routes.has("page", "accessibility"),
    }


def _own(page: Page, site: Site) -> dict[str, object]:
    """What differs from page to page."""
    reader, routes, language = Reader(site, page.language, page.path), site.routes, other(page.language)
    paths = routes.paths[page.kind, page.key]
    return {
        "page": page, "view": page.view, "data": data_link(page), "linked_data": linked_data(page, site), "link": reader.link, "modified": str(page.modified or ""),
        "toggle": relative(paths.get(language, routes.path("page", "home", language)), page.path),
        "canonical": routes.absolute(page.path), "alternates": {code: routes.absolute(path) for code, path in paths.items()},
        "correction": _correction(page, site, reader), "problems": problem_links(reader, routes.absolute(page.path)), "form": _form(page, reader), "feeds": feed_links(reader, page.kind, page.key), "panel": panel(page, site),
        "picture": routes.absolute(machine_paths.picture(page.kind, page.key, page.language)), "oembed": answers(site, page.kind, page.path),
        "permanent": _permanent(page, site),
    }


def _words(site: Site) -> dict[str, Callable[..., str]]:
    """The words of each language, for what stands on a page in the other one."""
    return {language: Reader(site, language, "").words for language in LANGUAGES}


def _search(reader: Reader) -> dict[str, str]:
    """What the search dialog needs: where the indexes, the finder and the way to contribute are."""
    site, path, language = reader.site, reader.path, other(reader.language)
    return {
        "index": relative(f"{reader.language}/search/", path), "root": relative("", path), "finder": reader.link("page", "cases"),
        "other_finder": relative(site.routes.path("page", "cases", language), path),
        "contribute": reader.link("page", "contribute") if site.routes.has("page", "contribute") else reader.link("page", "home"),
    }


def _permanent(page: Page, site: Site) -> Link | None:
    """The permanent address of a page that has one."""
    if page.kind not in machine_paths.LETTERS:
        return None
    path = machine_paths.permanent(page.kind, page.key)
    return Link(relative(path, page.path), site.routes.absolute(path))


def _form(page: Page, reader: Reader) -> str:
    """The form in which the record of a page can be corrected, filled in with it."""
    known = page.kind == case_form.KIND and reader.site.routes.has("page", case_form.PAGE)
    return f"{reader.link('page', case_form.PAGE)}?case={page.key}" if known else ""


def _correction(page: Page, site: Site, reader: Reader) -> str:
    """Where a reader suggests a correction: the file of the page in the repository, or how to contribute."""
    if site.settings.edit_url and page.source:
        return site.settings.edit_url + page.source
    return reader.link("page", "contribute") if site.routes.has("page", "contribute") else ""
