"""A form in the browser for a kind of record, made from the fields of its model: nothing here knows any kind.

The form writes the record's YAML and sends nothing. Without scripts the page shows the template, made from the same fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from .. import formatting
from ..languages import LANGUAGES, OWN_NAMES
from ..records import KINDS, Kind
from ..records.shape import Asked, asked, rules
from ..site import Site
from .filing import HOMES
from .lists import ordered_terms, page_link
from .page import Page, Section
from .reader import Phrase, Reader
from .record_template import template

# What the file is called after, by the paths of fields.
NAMED_AFTER = {"exchange_report": ("administration", "month"), "engagement_report": ("member.organization", "member.jurisdiction", "period.ended")}
# From this length on, a text gets more than one line.
SHORT = 200


@dataclass(frozen=True)
class Option:
    value: str
    text: Phrase


@dataclass(frozen=True)
class Field:
    """A field as the template draws it. `control` is line, lines, select, checks, yes, group or list."""

    id: str
    name: str
    label: str
    help: Markup
    note: str
    control: str
    is_required: bool
    is_prose: bool
    allows_unknown: bool
    languages: list[tuple[str, str]]
    options: list[Option]
    parts: list["Field"]
    limit: int
    most: int
    pattern: str
    example: str
    exactly_one: str
    at_least_one: str


@dataclass(frozen=True)
class Form:
    """A whole form. `name_from` are the paths of the fields that its file is named after."""

    kind: str
    folder: str
    name_from: str
    at_least_one: str
    fields: list[Field]
    template: str


@dataclass(frozen=True)
class View:
    title: str
    lead: str
    form: Form


def pages(site: Site, language: str) -> Iterator[Page]:
    for kind, home in HOMES.items():
        reader = Reader(site, language, site.routes.path("page", f"{home}-form", language))
        view = View(reader.words(f"nav.{home}-form"), reader.words("form.lead"), form(reader, KINDS[kind]))
        yield Page("page", f"{home}-form", language, reader.path, view.title, view.lead, "pages/form.html", view,
                   (Section("form", reader.words("form.title")), Section("template", reader.words("form.template"))),
                   tuple(page_link(reader, key) for key in ("home", "engagement", home)), modified=site.modified(), section_key="engagement")


def form(reader: Reader, kind: Kind) -> Form:
    """The form of a kind of record."""
    fields = [_field(reader, field, "form") for field in asked(kind.model)]
    return Form(kind.name, f"guide_data/{kind.folder}", " ".join(NAMED_AFTER[kind.name]), _labels(rules(kind.model)["at_least_one"], fields),
                fields, template(reader, kind))


def _field(reader: Reader, field: Asked, above: str, depth: int = 0, either: bool = False) -> Field:
    """A field, below another one. The id of what stands in a list holds a mark, which the script replaces by a number."""
    name = f"{above}-{field.name}"
    is_list = field.is_list and field.control not in ("choice", "term")
    inner = f"{name}-N{depth}" if is_list else name
    parts = [_field(reader, part, inner, depth + is_list, part.name in field.exactly_one) for part in field.parts]
    found = Field(
        id=inner, name=field.name, label=reader.set(field.label[reader.language]), help=_help(reader, field), note=_note(reader, field, either),
        control=_control(field),
        is_required=field.is_required, is_prose=field.is_prose, allows_unknown=field.allows_unknown and not is_list, options=_options(reader, field), parts=parts,
        languages=[(code, reader.words(f"form.in.{code}")) for code in LANGUAGES] if field.is_bilingual else [], limit=field.limit, most=field.most,
        pattern=field.pattern, example=field.example, exactly_one=_labels(field.exactly_one, parts), at_least_one=_labels(field.at_least_one, parts),
    )
    return _list_of(found, name, field) if is_list else found


def _list_of(item: Field, name: str, field: Asked) -> Field:
    return Field(name, item.name, item.label, item.help, item.note, "list", item.is_required, False, field.allows_unknown, [], [], [item], 0, field.most, "", "", "", "")


def _note(reader: Reader, field: Asked, either: bool) -> str:
    """What is said beside the name of a field that is not required by itself."""
    return "" if field.is_required else reader.words("form.either" if either else "form.optional")


def _control(field: Asked) -> str:
    if field.control in ("choice", "term"):
        return "checks" if field.is_list else "select"
    if field.control in ("group", "yes"):
        return field.control
    return "select" if field.control == "reference" else "lines" if field.is_prose or field.limit > SHORT else "line"


def _labels(names: tuple[str, ...], fields: list[Field]) -> str:
    """Fields that stand in for one another, by their labels."""
    return ", ".join(field.label for field in fields if field.name in names)


def _help(reader: Reader, field: Asked) -> Markup:
    """The help of a field, in which a choice is called what its option is called."""
    labels = {option.value: Markup("<strong>{}</strong>").format(option.text) for option in _options(reader, field)}
    text = escape(reader.set(field.help[reader.language]))
    return Markup(re.sub(r"`([^`]+)`", lambda found: labels.get(found[1]) or Markup('<code translate="no">{}</code>').format(found[1]), text))


def _options(reader: Reader, field: Asked) -> list[Option]:
    """What can be chosen: words of the model, terms of a vocabulary, or records by their names."""
    if field.control == "term":
        return [Option(term, reader.label(field.of, term)) for term in ordered_terms(reader, field.of)]
    if field.control == "reference":
        records = reader.site.library.records[field.of]
        named = [Option(name, reader.text(getattr(record, "title", None) or record.name)) for name, record in records.items()]
        return sorted(named, key=lambda option: formatting.alphabetical(str(option.text)))
    return [Option(choice, Phrase(_choice(reader, field, choice))) for choice in field.choices]


def _choice(reader: Reader, field: Asked, choice: str) -> str:
    """The words for a choice of the model; a language or a year says itself."""
    if choice in OWN_NAMES:
        return OWN_NAMES[choice]
    return choice if choice.isdigit() else reader.words(f"choice.{field.owner}.{field.name}.{choice}")
