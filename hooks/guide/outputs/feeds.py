"""Feeds: what is new and what changed, for everyone who follows all cases, a term or an organization.

An entry is the newest change of a case. It is written once per language and format, and every feed that tells of the
case takes it over as it stands. Its id is that of the change: a case that changes again is a new entry to a program.
That a case was withdrawn is told among all cases only: its record is gone, and with it whose case it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from .. import formatting, machine_paths
from ..pages.feeds import title
from ..pages.lists import name_of
from ..pages.reader import Phrase, Reader
from ..records.case_study import CaseStudy
from ..records.ledger import Entry as Withdrawn
from ..records.values import PartialDate
from ..site import Site
from . import atom, json_feed

MOST_ENTRIES = 50
WRITERS = {"atom": atom, "json": json_feed}


@dataclass(frozen=True)
class Entry:
    """One piece of news, finished for readers. `summary_language` is set when it is not the feed's."""

    about: str
    id: str
    on: PartialDate
    kind: str
    kind_name: str
    title: str
    url: str
    summary: str
    summary_language: str
    content: Markup


@dataclass(frozen=True)
class Feed:
    """What a feed says of itself. `addresses` has its own, by format."""

    id: str
    language: str
    title: str
    page: str
    addresses: dict[str, str]
    author: str
    home: str
    updated: PartialDate


def files(site: Site, language: str) -> Iterator[tuple[str, str]]:
    """Path and text of every feed in a language."""
    news = {entry.about: entry for entry in entries(site, language)}
    rank = {name: place for place, name in enumerate(news)}
    written = {code: {name: writer.entry(entry) for name, entry in news.items()} for code, writer in WRITERS.items()}
    for (kind, key), names in site.followed.items():
        newest = sorted(news if kind == "page" else names, key=rank.__getitem__)[:MOST_ENTRIES]
        reader = Reader(site, language, site.routes.path(kind, key, language))
        feed = _feed(reader, kind, key, news[newest[0]].on)
        for code, path in machine_paths.feed(reader.path).items():
            yield path, WRITERS[code].feed(feed, [written[code][name] for name in newest])


def entries(site: Site, language: str) -> list[Entry]:
    """The news about all published and withdrawn cases, the newest first; what is of one day in the order of its titles."""
    told = site.followed.get(("page", "cases"), ())
    found = [_entry(Reader(site, language, site.routes.path("case_study", name, language)), name) for name in told]
    found += [_withdrawal(site, language, gone) for gone in site.ledger.entries if gone.kind == "case_study" and gone.withdrawn]
    found.sort(key=lambda entry: formatting.alphabetical(entry.title))
    return sorted(found, key=lambda entry: entry.on, reverse=True)


def _entry(reader: Reader, name: str) -> Entry:
    case, routes = reader.site.library.case_studies[name], reader.site.routes
    kind = "new" if len(case.changes) == 1 else "changed"
    kind_name = reader.words(f"feeds.{kind}")
    summary, content = _said(reader, case)
    languages = {phrase.lang for phrase in summary}
    return Entry(
        about=name, id=f"{routes.absolute(machine_paths.permanent('case_study', name))}#{reader.language}-{_change(case)}", on=case.changes[0].on,
        kind=kind, kind_name=kind_name, title=reader.words("feeds.entry", kind=kind_name, title=reader.text(case.title)), url=routes.absolute(reader.path),
        summary=" ".join(str(phrase) for phrase in summary), summary_language=languages.pop() if len(languages) == 1 else "",
        content=_paragraphs(content),
    )


def _said(reader: Reader, case: CaseStudy) -> tuple[list[Phrase], list[Phrase | Markup]]:
    """The summary of an entry, and the paragraphs of its content: of a change, what and why come before the case."""
    about, change = reader.text(case.summary), case.changes[0]
    if len(case.changes) == 1:
        return [about], [about]
    what, why = reader.text(change.what), [reader.text(change.why)] if change.why else []
    return [what, *why], [reader.around("feeds.what", what=what), *(reader.around("feeds.why", why=reason) for reason in why), about]


def _withdrawal(site: Site, language: str, gone: Withdrawn) -> Entry:
    """That a case was withdrawn, and why. Nothing is left of it but its address, by which the entry is called."""
    path = getattr(gone, language)[0]
    reader, routes = Reader(site, language, path), site.routes
    reason, kind_name = reader.text(gone.withdrawn.reason), reader.words("feeds.withdrawn")
    content, instead = [reader.around("feeds.why", why=reason)], site.ledger.replacement(gone, routes.paths)
    if instead:
        link = Markup('<a href="{}">{}</a>').format(routes.absolute(routes.path(*instead, language)), name_of(reader, *instead))
        content.append(Markup("{} {}").format(reader.words("withdrawn.replaced"), link))
    return Entry(
        about=gone.key, id=f"{routes.absolute(machine_paths.permanent('case_study', gone.key))}#{language}-{gone.withdrawn.on}-withdrawn", on=gone.withdrawn.on,
        kind="withdrawn", kind_name=kind_name, title=reader.words("feeds.entry", kind=kind_name, title=path.split("/")[-2]), url=routes.absolute(path),
        summary=str(reason), summary_language=reason.lang, content=_paragraphs(content),
    )


def _paragraphs(content: list[Phrase | Markup]) -> Markup:
    return Markup().join(Markup("<p>{}</p>").format(paragraph) for paragraph in content)


def _change(case: CaseStudy) -> str:
    """The name of the newest change among those of the case: its date, and its number from the second one of a day on."""
    date = case.changes[0].on
    number = sum(change.on == date for change in case.changes)
    return str(date) if number == 1 else f"{date}-{number}"


def _feed(reader: Reader, kind: str, key: str, updated: PartialDate) -> Feed:
    """A feed is named by the permanent address of its page, so that a new slug does not make it another one."""
    routes = reader.site.routes
    lasting = "" if kind == "page" else machine_paths.permanent(kind, key)
    return Feed(
        id=f"{routes.absolute(lasting)}#{reader.language}-feed", language=reader.language,
        title=f"{title(reader, kind, key)} – {reader.words('site.short-name')}", page=routes.absolute(reader.path),
        addresses={code: routes.absolute(path) for code, path in machine_paths.feed(reader.path).items()},
        author=reader.words("site.name"), home=routes.absolute(routes.path("page", "home", reader.language)), updated=updated,
    )
