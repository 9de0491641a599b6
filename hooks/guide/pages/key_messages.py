"""The key messages: for each audience what to say, in three lengths, with the cases that bear it out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .. import prose
from ..records.key_message import AUDIENCES, KeyMessage
from ..site import Site
from .lists import page_link
from .page import Link, Page, Planned, Section
from .reader import Phrase, Reader

FORMS = ("short", "medium", "long")


class Form(NamedTuple):
    """A message in one length. `length` tells how many characters are copied."""

    id: str
    label: str
    use: str
    body: Phrase
    length: str


class ShownEvidence(NamedTuple):
    case: Link
    shows: Phrase
    level: Phrase


class Message(NamedTuple):
    id: str
    title: Phrase
    forms: list[Form]
    evidence: list[ShownEvidence]
    source: str


class Audience(NamedTuple):
    id: str
    title: str
    text: str
    messages: list[Message]


class View(NamedTuple):
    title: str
    lead: str
    audiences: list[Audience]


def plan(site: Site, language: str) -> Iterator[Planned]:
    yield Planned.of(site, language, "page", "key-messages", _page)


def _page(site: Site, language: str) -> Page:
    path = site.routes.path("page", "key-messages", language)
    reader = Reader(site, language, path)
    view = View(reader.words("nav.key-messages"), reader.words("messages.lead"), audiences(reader))
    return Page("page", "key-messages", language, path, view.title, view.lead, "pages/key_messages.html", view,
                tuple(Section(audience.id, audience.title) for audience in view.audiences),
                (page_link(reader, "home"), page_link(reader, "engagement")), modified=site.modified(), borrows=reader.borrows,
                section_key="engagement")


def audiences(reader: Reader) -> list[Audience]:
    """The audiences that a message speaks to, in their own order; the messages of each in the order of their ids."""
    library = reader.site.library
    found = []
    for key in AUDIENCES:
        messages = [message_of(reader, name, message) for name, message in sorted(library.key_messages.items()) if message.audience == key]
        if messages:
            found.append(Audience(key, reader.words(f"audience.{key}"), reader.words(f"audience.{key}.text"), messages))
    return found


def message_of(reader: Reader, name: str, message: KeyMessage) -> Message:
    """A message with the evidence that this build may show: a case that is a draft is left out."""
    cases = reader.site.library.case_studies
    evidence = [ShownEvidence(Link(reader.link("case_study", item.case), reader.text(cases[item.case].title)), reader.text(item.shows),
                              reader.label("evidence", cases[item.case].evidence))
                for item in message.evidence if item.case in cases]
    return Message(name, reader.text(message.title), [_form(reader, name, message, form) for form in FORMS], evidence,
                   reader.site.library.documents["key_message", name].path)


def _form(reader: Reader, name: str, message: KeyMessage, form: str) -> Form:
    text = getattr(message, form)
    length = len(prose.plain(reader.plain(text)))
    return Form(f"{name}-{form}", reader.words(f"messages.{form}"), reader.words(f"messages.{form}.use"), reader.text(text),
                reader.words("messages.characters", n=length, number=reader.number(length)))
