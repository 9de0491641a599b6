"""The texts of a member's kit that are ready to send: an article and an e-mail, with the numbers and cases of the build.

Addresses in them are whole, since they are read elsewhere. They are made by a reader of either language, so that a kit
offers both.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup, escape

from .deck_cases import failures, nearest_first
from .deck_numbers import counted, names_of, number_and_noun, origin
from .partners import PLACES
from .reader import Phrase, Reader
from .slides import phrase

# What common mail programs and browsers take in a link that opens a message.
LONGEST_ADDRESS = 1800
IN_ARTICLE, IN_MAIL = 3, 5


class Told(NamedTuple):
    """A case in a text: its name, what it is, where it is."""

    title: Phrase
    summary: Phrase
    address: str


class Article(NamedTuple):
    """An article for an intranet. `before` stands above the list of cases, `after` below it; `failure` is told in its case's words."""

    title: str
    before: list[str]
    cases: list[Told]
    failure: Markup | str
    after: list[tuple[str, str]]


class Mail(NamedTuple):
    """An e-mail, line by line, and the address that opens it in the reader's own program."""

    subject: str
    lines: list[Markup]
    href: str


def address(reader: Reader, kind: str, key: str) -> str:
    """The whole address of a page."""
    return reader.site.routes.absolute(reader.site.routes.path(kind, key, reader.language))


def entrance(reader: Reader) -> str:
    """Where a text about adding a case leads: to how to contribute, or to the home page."""
    return address(reader, "page", "contribute" if reader.site.routes.has("page", "contribute") else "home")


def _numbers(reader: Reader) -> dict[str, str]:
    """The numbers of the whole Guide, each with its noun."""
    return {key: number_and_noun(reader, key, n) for key, n in counted(reader)}


def article(reader: Reader, term: str) -> Article:
    """An article about the Guide with up to three cases of the jurisdiction; without any, an invitation to add the first one."""
    site, place = reader.site, reader.label(PLACES, term)
    names, cases = nearest_first(site, names_of(site, term)), site.library.case_studies
    own = reader.words("member-kit.article.cases", n=len(names), origin=origin(reader, term)) if names else reader.words("member-kit.article.none", origin=origin(reader, term))
    told = failures(site, names)[:1]
    listed = [(reader.words("member-kit.article.all"), address(reader, "term", f"{PLACES}/{term}"))] if names else []
    return Article(
        title=reader.words("member-kit.article.title", place=place), before=[reader.words("member-kit.article.what", **_numbers(reader)), own],
        cases=[Told(phrase(reader, cases[name].title), phrase(reader, cases[name].summary), address(reader, "case_study", name)) for name in names[:IN_ARTICLE]],
        failure=next((reader.around("member-kit.article.failure", title=phrase(reader, cases[name].title), what=phrase(reader, cases[name].what_did_not_work[0]))
                      for name in told), ""),
        after=[*listed, (reader.words("member-kit.article.invite" if names else "member-kit.article.invite-first"), entrance(reader))],
    )


def mail(reader: Reader, term: str) -> Mail:
    """An e-mail about the Guide, with as many cases of the jurisdiction as its address has room for."""
    subject = reader.words("member-kit.mail.subject", place=reader.label(PLACES, term))
    names = nearest_first(reader.site, names_of(reader.site, term))[:IN_MAIL]
    for room in range(len(names), -1, -1):
        lines = _lines(reader, term, names[:room])
        href = mail_address(subject, lines)
        if len(href) < LONGEST_ADDRESS:
            break
    return Mail(subject, lines, href)


def _lines(reader: Reader, term: str, names: list[str]) -> list[Markup]:
    """The message. Texts of records in it keep their language."""
    site, cases = reader.site, reader.site.library.case_studies
    n = len(names_of(site, term))
    own = reader.words("member-kit.mail.cases" if names else "member-kit.mail.counted", n=n, origin=origin(reader, term)) if n else reader.words("member-kit.mail.none", origin=origin(reader, term))
    return [escape(line) for line in (
        reader.words("member-kit.mail.hello"), reader.words("member-kit.mail.what", **_numbers(reader)), own,
        *(reader.around("member-kit.mail.case", title=phrase(reader, cases[name].title), address=address(reader, "case_study", name)) for name in names),
        reader.words("member-kit.mail.ask" if n else "member-kit.mail.ask-first", address=entrance(reader)),
        reader.words("member-kit.mail.guide", address=site.routes.absolute("")),
    )]


def mail_address(subject: str, lines: list[Markup]) -> str:
    """An address that opens a message without a receiver, as RFC 6068 writes it: lines end in %0D%0A.

    >>> mail_address("Été", [Markup("a &amp; b")])
    'mailto:?subject=%C3%89t%C3%A9&body=a%20%26%20b'
    """
    body = "\r\n\r\n".join(line.striptags() for line in lines)
    return f"mailto:?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
