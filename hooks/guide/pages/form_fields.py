"""The fields of a form as its template draws them, made from what a model asks for: nothing here knows any kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from markupsafe import Markup, escape

from .. import formatting
from ..languages import LANGUAGES, OWN_NAMES
from ..records.shape import Asked, asked
from .form_sections import CHOSEN_FROM, NEWEST_FIRST, SAID_ELSEWHERE
from .lists import ordered_terms
from .reader import Phrase, Reader

# From this length on, a text gets more than one line.
SHORT = 200


class Option(NamedTuple):
    """Something to choose; `meaning` is its definition, where a vocabulary gives one."""

    value: str
    text: Phrase
    meaning: Phrase | str = ""


@dataclass(frozen=True)
class Field:
    """A field as the template draws it. `control` is line, lines, select, radios, search, checks, yes, group or list.

    `of` is the kind of record that is searched, `chosen_from` the list of this form whose entries are the choices.
    """

    id: str
    name: str
    label: str
    help: Markup
    note: str
    control: str
    is_required: bool = False
    is_prose: bool = False
    is_number: bool = False
    allows_unknown: bool = False
    asks_translated: bool = False
    languages: list[tuple[str, str]] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)
    parts: list["Field"] = field(default_factory=list)
    limit: int = 0
    most: int = 0
    pattern: str = ""
    example: str = ""
    samples: dict[str, str] = field(default_factory=dict)
    of: str = ""
    chosen_from: str = ""
    is_newest_first: bool = False
    exactly_one: str = ""
    at_least_one: str = ""


def fields(reader: Reader, model: type) -> list[Field]:
    """The fields of a model, in its order."""
    return [_field(reader, one, "form") for one in asked(model)]


def _field(reader: Reader, one: Asked, above: str, depth: int = 0, either: bool = False) -> Field:
    """A field, below another one. The id of what stands in a list holds a mark, which the script replaces by a number."""
    name = f"{above}-{one.name}"
    is_list = one.is_list and one.control not in ("choice", "term")
    inner = f"{name}-N{depth}" if is_list else name
    parts = [_field(reader, part, inner, depth + is_list, part.name in one.exactly_one) for part in one.parts]
    chosen_from = CHOSEN_FROM.get((one.owner, one.name), "")
    found = Field(
        id=inner, name=one.name, label=reader.set(one.label[reader.language]), help=_help(reader, one), note=_note(reader, one, either),
        control="select" if chosen_from else _control(one), is_required=one.is_required, is_prose=one.is_prose, is_number=one.is_number,
        allows_unknown=one.allows_unknown and not is_list, asks_translated=one.asks_translated, options=options(reader, one), parts=parts,
        languages=[(code, reader.words(f"form.in.{code}")) for code in LANGUAGES] if one.is_bilingual else [], limit=one.limit, most=one.most,
        pattern="" if chosen_from else one.pattern, example=one.sample.get(reader.language) or one.example, samples=_samples(reader, one),
        of=one.of if one.control == "reference" else "", chosen_from=chosen_from,
        exactly_one=labels(one.exactly_one, parts), at_least_one=labels(one.at_least_one, parts),
    )
    return _list_of(found, name, one) if is_list else found


def _list_of(item: Field, name: str, one: Asked) -> Field:
    """A list is drawn once, with its entries inside; what is said of the field is said there."""
    return Field(name, item.name, item.label, item.help, item.note, "list", item.is_required, allows_unknown=one.allows_unknown,
                 parts=[replace(item, samples={}) if item.control == "group" else item], most=one.most, is_newest_first=(one.name in NEWEST_FIRST))


def _note(reader: Reader, one: Asked, either: bool) -> str:
    """What is said beside the name of a field that is not required by itself."""
    return "" if one.is_required else reader.words("form.either" if either else "form.optional")


def _control(one: Asked) -> str:
    if one.control in ("choice", "term"):
        return "checks" if one.is_list else "radios" if one.control == "term" and one.is_required else "select"
    if one.control in ("group", "yes"):
        return one.control
    return "search" if one.control == "reference" else "lines" if one.is_prose or one.limit > SHORT else "line"


def _samples(reader: Reader, one: Asked) -> dict[str, str]:
    """An example for each place to type in: one for each language of a text, otherwise one in the reader's language."""
    texts = {code: text for code, text in one.sample.items() if text}
    shown = texts if one.is_bilingual else {reader.language: texts[reader.language]} if texts else {}
    return {code: reader.texts.typeset[code][reader.site.strings[code]("form.example", example=text.removesuffix("."))] for code, text in shown.items()}


def labels(names: tuple[str, ...], among: list[Field]) -> str:
    """Fields that stand in for one another, by their labels."""
    return ", ".join(one.label for one in among if one.name in names)


def _help(reader: Reader, one: Asked) -> Markup:
    """The help of a field, in which a choice is called what its option is called."""
    shown = {option.value: Markup("<strong>{}</strong>").format(option.text) for option in options(reader, one)}
    text = escape(reader.set(one.help_on_form[reader.language]))
    return Markup(re.sub(r"`([^`]+)`", lambda found: shown.get(found[1]) or Markup('<code translate="no">{}</code>').format(found[1]), text))


def options(reader: Reader, one: Asked) -> list[Option]:
    """What can be chosen: words of the model, or terms of a vocabulary with their meaning. Records are searched (`records`)."""
    if one.control == "term":
        terms = reader.site.library.terms[one.of]
        return [Option(term, reader.label(one.of, term), reader.text(terms[term].definition)) for term in ordered_terms(reader, one.of)]
    return [Option(choice, Phrase(_choice(reader, one, choice))) for choice in one.choices]


def records(reader: Reader, kind: str) -> list[Option]:
    """The records of a kind by their names, in alphabetical order. Two of the same name say their ids too."""
    named = [Option(name, reader.text(getattr(record, "title", None) or record.name)) for name, record in reader.site.library.records[kind].items()]
    known: set[str] = set()
    twice = {str(option.text) for option in named if str(option.text) in known or known.add(str(option.text))}
    told = [option._replace(text=Phrase(f"{option.text} ({option.value})")) if str(option.text) in twice else option for option in named]
    return sorted(told, key=lambda option: formatting.alphabetical(str(option.text)))


def _choice(reader: Reader, one: Asked, choice: str) -> str:
    """The words for a choice of the model; a language or a year says itself."""
    if choice in OWN_NAMES:
        return OWN_NAMES[choice]
    elsewhere = f"{SAID_ELSEWHERE.get((one.owner, one.name))}.{choice}"
    if elsewhere in reader.t.texts:
        text = reader.words(elsewhere)
        return text[:1].upper() + text[1:]
    return choice if choice.isdigit() else reader.words(f"choice.{one.owner}.{one.name}.{choice}")
