"""The members' kits: for each jurisdiction what a member of the council needs to make the Guide known at home."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .. import machine_paths
from ..languages import OWN_NAMES, other
from ..routes import relative
from ..site import Site
from .deck import excerpt, file_name, links
from .deck_numbers import Place, names_of, origin, places
from .key_messages import Audience, audiences
from .lists import found_at, page_link, term_link
from .member_kit_texts import Article, Mail, article, mail
from .page import Link, Page, Planned, Section
from .partners import PLACES
from .reader import Reader
from .slides import Slide

FORMS = ("short", "medium")


class Bundle(NamedTuple):
    """The texts of a kit in one language."""

    language: str
    in_language: str
    article: Article
    mail: Mail


class KitView(NamedTuple):
    title: str
    lead: str
    gap: Link | None
    other_kit: Link
    audiences: list[Audience]
    messages: Link | None
    bundles: list[Bundle]
    slides: tuple[Slide, ...]
    presentation: Link
    file: Link
    pages: list[Link]
    outputs: list[Link]
    report: list[str]
    report_link: Link | None


class View(NamedTuple):
    title: str
    lead: str
    asked: list[str]
    kits: list[Place]
    sources: tuple[Link, ...]


def plan(site: Site, language: str) -> Iterator[Planned]:
    yield Planned.of(site, language, "page", "member-kits", _overview)
    for kind, term in site.routes.paths:
        if kind == "member_kit":
            yield Planned.of(site, language, "member_kit", term, _kit, term)


def _overview(site: Site, language: str) -> Page:
    reader = Reader(site, language, site.routes.path("page", "member-kits", language))
    view = View(
        reader.words("nav.member-kits"), reader.words("member-kits.lead"), [reader.words(f"member-kits.step.{step}") for step in ("read", "send", "show", "report")],
        places(reader, "member_kit"),
        links(reader, "engagement-strategy", "key-messages", "presentation", "reporting-back"),
    )
    sections = (Section("steps", reader.words("member-kits.steps")), Section("kits", reader.words("member-kits.all")))
    return Page("page", "member-kits", language, reader.path, view.title, view.lead, "pages/member_kits.html", view, sections,
                (page_link(reader, "home"), page_link(reader, "engagement")), modified=site.modified(), borrows=reader.borrows,
                section_key="engagement", is_searched=False)


def _kit(site: Site, language: str, term: str) -> Page:
    reader = Reader(site, language, site.routes.path("member_kit", term, language))
    view = kit_view(reader, term)
    shown = ("texts", "slides", "messages" if view.audiences else "", "pages", "outputs" if view.outputs else "", "report")
    sections = tuple(Section(name, reader.words(f"member-kit.{name}")) for name in shown if name)
    return Page("member_kit", term, language, reader.path, view.title, view.lead, "pages/member_kit.html", view, sections,
                (page_link(reader, "home"), page_link(reader, "engagement"), page_link(reader, "member-kits")),
                modified=site.modified(names_of(site, term)), borrows=reader.borrows, section_key="engagement", is_searched=False)


def kit_view(reader: Reader, term: str) -> KitView:
    site, place = reader.site, reader.label(PLACES, term)
    n, there = len(names_of(site, term)), site.routes.has("presentation", term)
    show = ("presentation", term) if there else ("page", "presentation")
    language = other(reader.language)
    return KitView(
        title=reader.words("member-kit.title", place=place),
        lead=reader.words("member-kit.lead", n=n, origin=origin(reader, term)) if n else reader.words("member-kit.lead-none", origin=origin(reader, term)),
        gap=None if n or not site.routes.has("page", "contribute") else Link(reader.link("page", "contribute"), reader.words("member-kit.first")),
        other_kit=Link(relative(site.routes.path("member_kit", term, language), reader.path), OWN_NAMES[language]),
        audiences=_messages(reader), messages=next(iter(links(reader, "key-messages")), None),
        bundles=[_bundle(site, code, term) for code in (reader.language, language)],
        slides=excerpt(reader, term), presentation=Link(reader.link(*show), reader.words("deck.title", place=place) if there else reader.words("nav.presentation")),
        file=Link(reader.link(*show) + file_name(reader, term if there else ""), reader.words("deck.download")),
        pages=_pages(reader, term), outputs=_outputs(reader, term),
        report=[reader.words(f"member-kit.report.{part}") for part in ("actions", "audience", "partnerships", "asks")],
        report_link=next(iter(links(reader, "reporting-back")), None),
    )


def _messages(reader: Reader) -> list[Audience]:
    """The key messages in the forms that fit a note or an e-mail; the long one is an article, which the kit has already."""
    return [audience._replace(messages=[message._replace(forms=[form for form in message.forms if form.id.rpartition("-")[2] in FORMS]) for message in audience.messages])
            for audience in audiences(reader)]


def _bundle(site: Site, language: str, term: str) -> Bundle:
    reader = Reader(site, language, site.routes.path("member_kit", term, language))
    return Bundle(language, OWN_NAMES[language], article(reader, term), mail(reader, term))


def _pages(reader: Reader, term: str) -> list[Link]:
    """The pages of the Guide about a jurisdiction: its own, and the finder with the choice made."""
    return [term_link(reader, PLACES, term), Link(found_at(reader, **{PLACES: term}), reader.words("member-kit.finder")), *links(reader, "partners")]


def _outputs(reader: Reader, term: str) -> list[Link]:
    routes, key = reader.site.routes, f"{PLACES}/{term}"
    card = Link(relative(machine_paths.card("term", key, reader.language), reader.path), reader.words("member-kit.embed"))
    # A jurisdiction without a published case has no feed.
    feeds = machine_paths.feed(routes.path("term", key, reader.language)).values() if ("term", key) in reader.site.followed else ()
    return [card, *(Link(relative(path, reader.path), routes.absolute(path)) for path in feeds)]
