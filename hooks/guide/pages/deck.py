"""The decks: one for the whole Guide, one for each jurisdiction with its own cases, and the few slides of a member's kit."""

from __future__ import annotations

from collections.abc import Iterable

from ..records.key_message import AUDIENCES
from .deck_cases import EXAMPLES, case_slide, examples, failures_slide, nearest_first, others_slide
from .deck_numbers import facet_slide, meetings_slide, names_of, numbers_slide
from .lists import found_at, page_link
from .page import Link
from .partners import PLACES
from .reader import Phrase, Reader
from .slides import Deck, Point, Slide, Table, phrase, said


def deck(reader: Reader, term: str = "") -> Deck:
    """The whole deck of the Guide, or of a jurisdiction that has cases."""
    return Deck(said_title(reader, term), reader.language, reader.path, file_name(reader, term), str(reader.site.modified(names_of(reader.site, term)) or ""),
                _numbered(slides(reader, term)))


def file_name(reader: Reader, term: str = "") -> str:
    """The name of the file beside the page: it says what it is wherever it is kept."""
    place = f"-{reader.site.library.terms[PLACES][term].slug.within(reader.language)[0]}" if term else ""
    return f"{reader.words('route.presentation-file')}{place}.pptx"


def excerpt(reader: Reader, term: str) -> tuple[Slide, ...]:
    """What a member shows in a few minutes: the numbers, one case, and where to find the Guide; without a case, how to add one."""
    names = nearest_first(reader.site, names_of(reader.site, term))
    if not names:
        return _numbered([numbers_slide(reader), contribute_slide(reader), find_slide(reader)])
    return _numbered([numbers_slide(reader, term), case_slide(reader, names[0]), find_slide(reader, term)])


def said_title(reader: Reader, term: str) -> str:
    """The title of a deck: the Guide's name, with the jurisdiction where there is one."""
    name = reader.words("site.name")
    return reader.words("deck.of", name=name, place=reader.label(PLACES, term)) if term else name


def slides(reader: Reader, term: str) -> list[Slide | None]:
    """The slides in the order of telling; a slide that has nothing to say is None."""
    names = nearest_first(reader.site, names_of(reader.site, term))
    own = names[:EXAMPLES] if term else examples(reader)
    return [
        cover_slide(reader, term), purpose_slide(reader), numbers_slide(reader, term),
        facet_slide(reader, "arrangement", term), facet_slide(reader, "channel", term), meetings_slide(reader, term),
        *(case_slide(reader, name) for name in own), others_slide(reader, term, names[EXAMPLES:]) if term else None,
        failures_slide(reader, names), messages_slide(reader), asked_slide(reader), contribute_slide(reader), find_slide(reader, term),
    ]


def _numbered(found: Iterable[Slide | None]) -> tuple[Slide, ...]:
    return tuple(slide._replace(id=f"slide-{number}") for number, slide in enumerate((slide for slide in found if slide), 1))


def links(reader: Reader, *keys: str) -> tuple[Link, ...]:
    """Links to pages, those that this build has."""
    written = reader.site.handwritten
    return tuple(Link(reader.link("page", key), Phrase(written[key][reader.language].title)) if key in written and reader.language in written[key] else page_link(reader, key)
                 for key in keys if reader.site.routes.has("page", key))


def _points(reader: Reader, key: str, *parts: str) -> tuple[Point, ...]:
    return tuple(Point(said(reader, f"{key}.{part}")) for part in parts)


def cover_slide(reader: Reader, term: str) -> Slide:
    place = [Point(said(reader, "deck.place", place=reader.label(PLACES, term)))] if term else []
    modified = reader.site.modified(names_of(reader.site, term))
    date = [Point(said(reader, "deck.as-of", date=reader.moment(modified)))] if modified else []
    return Slide(kind="cover", title=said(reader, "site.name"), lead=said(reader, "deck.cover.lead"), points=(*place, *date, _address(reader)),
                 notes=(said(reader, "deck.cover.note"),))


def _address(reader: Reader) -> Point:
    """Where the Guide is, without language, so that one slide serves both."""
    address = reader.site.routes.absolute("")
    return Point(Phrase(address), href=address)


def purpose_slide(reader: Reader) -> Slide:
    """What the strategy says the Guide is for. Who approved the council's document is for the speaker, with what that covers."""
    approvals = sorted((milestone for milestone in reader.site.library.milestones.values() if milestone.kind == "approval" and milestone.date), key=lambda milestone: milestone.date)
    told = [said(reader, "deck.approval", date=reader.moment(milestone.date), title=reader.plain(milestone.title)) for milestone in approvals]
    return Slide(
        kind="purpose", title=said(reader, "deck.purpose"), points=_points(reader, "deck.purpose", "learn", "reach", "keep", "known", "faster"),
        sources=links(reader, "engagement-strategy", "mandate-and-work-plan"),
        notes=(said(reader, "deck.purpose.note"), *told, *([said(reader, "deck.approval.note")] if told else [])),
    )


def messages_slide(reader: Reader) -> Slide | None:
    """The first message for each audience, in its short form."""
    messages = sorted(reader.site.library.key_messages.items())
    chosen = [(audience, next((message for _, message in messages if message.audience == audience), None)) for audience in AUDIENCES]
    rows = tuple((said(reader, f"audience.{audience}"), phrase(reader, message.short)) for audience, message in chosen if message)
    if not rows:
        return None
    table = Table(said(reader, "deck.messages"), (said(reader, "deck.messages.audience"), said(reader, "deck.messages.message")), rows)
    return Slide(kind="messages", title=said(reader, "deck.messages"), table=table, sources=links(reader, "key-messages"), notes=(said(reader, "deck.messages.note"),))


def asked_slide(reader: Reader) -> Slide:
    points = tuple(Point(said(reader, f"deck.asked.{part}.text"), said(reader, f"deck.asked.{part}")) for part in ("mobilize", "share", "report"))
    return Slide(kind="asked", title=said(reader, "deck.asked"), points=points, sources=links(reader, "member-kits", "reporting-back", "engagement-strategy"),
                 notes=(said(reader, "deck.asked.note"),))


def contribute_slide(reader: Reader) -> Slide:
    return Slide(kind="contribute", title=said(reader, "deck.contribute"), points=_points(reader, "deck.contribute", "facts", "language", "unknown", "approval"),
                 sources=links(reader, "contribute"), notes=(said(reader, "deck.contribute.note"),))


def find_slide(reader: Reader, term: str = "") -> Slide:
    own = [Link(found_at(reader, **{PLACES: term}), said(reader, "deck.find.place", place=reader.label(PLACES, term)))] if term else []
    there = [*own, *links(reader, "cases", "partners", "key-messages")]
    return Slide(kind="find", title=said(reader, "deck.find"), lead=said(reader, "deck.find.lead"),
                 points=(_address(reader), *(Point(Phrase(str(link.text)), href=link.href) for link in there)), notes=(said(reader, "deck.find.note"),))
