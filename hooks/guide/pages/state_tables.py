"""The figures of the state of the Guide as tables for readers: the same on the page and in `guide report`.

A number leads to the finder with the choice that gives the same cases, where the finder can make it.
"""

from __future__ import annotations

from typing import NamedTuple


from ..languages import LANGUAGES
from ..links.results import GONE, NOT_YET, STATES
from ..records.values import PartialDate
from ..state import CONTACT, FIELDS, RESULTS, State, only
from ..translations import CONFIRMED, MISSING, NEW
from .lists import found_at, ordered_terms, term_link
from .page import Link
from .reader import Phrase, Reader

# The facet of the finder that asks for what a case does not say (pages/finder.py).
GAP, PLACE = "gap", "jurisdiction"
# Kinds of record with a row of their own; the others share one.
KINDS = {"case_study": "nav.cases", "organization": "nav.organizations", "vocabulary": "state.kind.vocabulary"}


class Cell(NamedTuple):
    """A number, with the cases that it counts, where there is a page for them."""

    text: str
    href: str = ""


class Row(NamedTuple):
    head: Phrase | str
    cells: tuple[Cell, ...]
    href: str = ""


class Table(NamedTuple):
    """A table under its heading. `text` says how to read it."""

    id: str
    title: str
    text: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def tables(reader: Reader, state: State) -> list[Table]:
    """All of them, in the order of the page."""
    return [fields(reader, state), places(reader, state), languages(reader, state), reviews(reader, state), links(reader, state)]


def counted(reader: Reader, n: int, **chosen: str) -> Cell:
    """A number; a link only where it counts something."""
    return Cell(reader.number(n), found_at(reader, **chosen) if n and chosen else "")


def of(reader: Reader, n: int, possible: int) -> str:
    """A number out of those that there could be."""
    return reader.words("state.of", n=reader.number(n), all=reader.number(possible))


def fields(reader: Reader, state: State) -> Table:
    """What is most often not said comes first."""
    rows = []
    for field in sorted(FIELDS, key=lambda field: -len(state.lacking(field))):
        unknown, gaps = sum(field in case.unknown for case in state.cases), len(state.lacking(field))
        rows.append(Row(reader.words(f"state.field.{field}"), (
            counted(reader, len(state.cases) - gaps), counted(reader, gaps, **{GAP: field}), counted(reader, unknown), counted(reader, gaps - unknown))))
    return _table(reader, "fields", ("field", "filled", "gaps", "unknown", "left-out"), rows)


def places(reader: Reader, state: State) -> Table:
    """A case counts in every jurisdiction that takes part. What nobody has visited is not told to answer."""
    rows = []
    for place in ordered_terms(reader, PLACE):
        part, link = only(state, place), term_link(reader, PLACE, place)
        lacking = [counted(reader, len(part.lacking(field)), **{PLACE: place, GAP: field}) for field in (RESULTS, CONTACT)]
        gone = [counted(reader, part.link_states[GONE])] if state.links.checked_on else []
        rows.append(Row(link.text, (counted(reader, len(part.cases), **{PLACE: place}), Cell(of(reader, *part.answers)), *lacking,
                                    counted(reader, part.behind), *gone), link.href))
    columns = ("jurisdiction", "cases", "filled", "results", "contact", "behind", *(("gone",) if state.links.checked_on else ()))
    return _table(reader, "places", columns, rows)


def languages(reader: Reader, state: State) -> Table:
    """How the two languages stand to one another, by kind of record."""
    rows = []
    for kind in (*KINDS, ""):
        said = [said for (of_kind, _), texts in state.texts.items() if (of_kind if of_kind in KINDS else "") == kind for _, said in texts]
        counts = [len(said), *(said.count(one) for one in (CONFIRMED, NEW, *LANGUAGES)), sum(one in MISSING for one in said)]
        rows.append(Row(reader.words(KINDS.get(kind, "state.kind.other")), tuple(counted(reader, n) for n in counts)))
    return _table(reader, "languages", ("kind", "texts", "confirmed", "new", "older-en", "older-fr", "one"), rows)


def reviews(reader: Reader, state: State) -> Table:
    """The months in which cases are to be checked again."""
    def head(month: str) -> str:
        return reader.moment(PartialDate(*map(int, month.split("-")))) if month else reader.words("state.no-date")

    rows = [Row(head(month), (counted(reader, len(names)),)) for month, names in state.due.items()]
    return _table(reader, "reviews", ("month", "cases"), rows)


def links(reader: Reader, state: State) -> Table:
    """What the addresses answered when they were last visited."""
    checked = state.links.checked_on
    when = reader.words("state.links.checked", date=reader.moment(PartialDate(checked.year, checked.month, checked.day))) if checked else reader.words("state.links.never")
    rows = [Row(reader.words(f"state.link.{told}"), (counted(reader, state.link_states[told]),)) for told in STATES if checked or told == NOT_YET]
    table = _table(reader, "links", ("answer", "addresses"), rows)
    return Table(table.id, table.title, f"{when} {table.text}", table.columns, table.rows)


def _table(reader: Reader, name: str, columns: tuple[str, ...], rows: list[Row]) -> Table:
    return Table(name, reader.words(f"state.{name}"), reader.words(f"state.{name}.text"),
                 tuple(reader.words(f"state.column.{column}") for column in columns), tuple(rows))


def figures(reader: Reader, state: State) -> list[tuple[str, Link]]:
    """What matters most, each number with what it counts."""
    due = next((month for month in state.due if month), "")
    found = {
        "cases": (reader.number(len(state.cases)), reader.link("page", "cases")), "answers": (of(reader, *state.answers), "#fields"),
        "results": (reader.number(len(state.lacking(RESULTS))), found_at(reader, **{GAP: RESULTS})),
        "contact": (reader.number(len(state.lacking(CONTACT))), found_at(reader, **{GAP: CONTACT})),
        "behind": (reader.number(state.behind), "#languages"),
        "due": (reader.moment(PartialDate(*map(int, due.split("-")))) if due else reader.words("state.no-date"), "#reviews"),
        "gone": (reader.number(state.link_states[GONE]) if state.links.checked_on else reader.words("state.links.unchecked"), "#links"),
    }
    return [(reader.words(f"state.figure.{name}"), Link(href, number)) for name, (number, href) in found.items()]
