"""The table of a case study's fields on the pages about contributing: what each takes, read off the model, so that it says what the checker says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from ..records import KINDS
from ..records.case_study import CaseStudy
from ..records.shape import Asked, asked
from .page import Link
from .reader import Reader


class Row(NamedTuple):
    """A field. `above` names the fields that it is a part of; `notes` say what it takes."""

    id: str
    above: str
    name: str
    label: str
    help: Markup
    is_required: bool
    notes: list[Markup | str]


class FieldTable(NamedTuple):
    """The rows of each field of the record with its parts, and links to the first of them."""

    links: list[Link]
    groups: list[list[Row]]


def field_table(reader: Reader) -> FieldTable:
    groups = [list(_rows(reader, field, ())) for field in asked(CaseStudy)]
    return FieldTable([Link(f"#{group[0].id}", group[0].name) for group in groups], groups)


def _rows(reader: Reader, field: Asked, above: tuple[str, ...]) -> Iterator[Row]:
    names = (*above, field.name)
    label = field.label.get(reader.language) or ""
    yield Row("field-" + "-".join(names).replace("_", "-"), " › ".join(above), field.name, reader.set(label), _marked(reader, field.help[reader.language]),
              field.is_required, list(_notes(reader, field)))
    for part in field.parts:
        yield from _rows(reader, part, names)


def _marked(reader: Reader, text: str) -> Markup:
    """A help, in which what has to be typed is marked as such."""
    return Markup(re.sub(r"`([^`]+)`", r'<code translate="no">\1</code>', str(escape(reader.set(text)))))


def _notes(reader: Reader, field: Asked) -> Iterator[Markup | str]:
    """What the field takes: how many, in which form, from where, and how much."""
    if field.is_list:
        yield reader.words("fields.list-of-at-most", n=field.most) if field.most else reader.words("fields.list")
    if field.is_bilingual:
        yield reader.words("fields.bilingual")
    if field.is_prose:
        yield reader.words("fields.prose")
    if field.limit:
        yield reader.words("fields.limit", n=field.limit)
    if field.choices:
        yield reader.around("fields.choices", choices=_listed(field.choices))
    if field.of:
        yield reader.around("fields.id", place=_place(reader, field))
    if field.control == "yes":
        yield reader.around("fields.choices", choices=_listed(("true",)))
    if sample := field.sample.get(reader.language):
        yield reader.around("fields.example", example=reader.set(sample))
    elif field.example:
        yield reader.around("fields.example", example=_code(field.example))
    if field.allows_unknown:
        yield reader.around("fields.unknown", word=_code("unknown"))


def _place(reader: Reader, field: Asked) -> Markup:
    """Where the ids come from: the page of a facet or of the organizations, and the file or folder."""
    is_term = field.control == "term"
    source = _code(f"guide_data/vocabulary/{field.of}.yml" if is_term else f"guide_data/{KINDS[field.of].folder}/")
    page = ("facet", field.of) if is_term else ("page", {"organization": "organizations", "case_study": "cases"}.get(field.of, ""))
    if not reader.site.routes.has(*page):
        return source
    return Markup('<a href="{}">{}</a> ({})').format(reader.link(*page), reader.facet(field.of) if is_term else reader.words(f"nav.{page[1]}"), source)


def _listed(words: tuple[str, ...]) -> Markup:
    return Markup(", ").join(_code(word) for word in words)


def _code(text: str) -> Markup:
    return Markup('<code translate="no">{}</code>').format(text)
