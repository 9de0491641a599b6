"""A form in the browser for a kind of record, made from the fields of its model: nothing here knows any kind.

The form writes the record's YAML and sends nothing. Without scripts the page shows the template, made from the same fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..records import KINDS, Kind
from ..records.shape import asked, rules
from ..routes import relative
from ..site import Site
from . import case_form
from .case_form import CaseForm
from .filing import HOMES, REPORTS
from .form_fields import Field, Option, fields, labels, records
from .form_sections import FOLDED, SECTIONS
from .lists import page_link
from .page import Page, Planned, Section
from .reader import Reader
from .record_template import template

# What the file is called after, by the paths of fields.
NAMED_AFTER = {"exchange_report": ("administration", "month"), "engagement_report": ("member.organization", "member.jurisdiction", "period.ended"),
               "case_study": ("title",)}


class Part(NamedTuple):
    """A section of a long form: the id of its heading, its title, and its fields. A folded one opens when it is asked for."""

    id: str
    title: str
    fields: list[Field]
    is_folded: bool


class Form(NamedTuple):
    """A whole form. `name_from` are the paths of the fields that its file is named after, `order` the fields in the order of the file.

    `records` are those that can be searched, by kind.
    """

    kind: str
    folder: str
    name_from: str
    order: str
    at_least_one: str
    fields: list[Field]
    sections: list[Part]
    records: dict[str, list[Option]]
    template: str


class View(NamedTuple):
    """`tools` are what only the form of a case study has; `style` and `script` are loaded by forms only."""

    title: str
    lead: str
    form: Form
    tools: CaseForm | None
    style: str
    script: str


def plan(site: Site, language: str) -> Iterator[Planned]:
    for kind, home in HOMES.items():
        if site.routes.has("page", f"{home}-form"):
            yield Planned.of(site, language, "page", f"{home}-form", _page, kind, home)


def _page(site: Site, language: str, kind: str, home: str) -> Page:
    reader = Reader(site, language, site.routes.path("page", f"{home}-form", language))
    is_report = kind in REPORTS
    view = View(
        title=reader.words(f"nav.{home}-form"), lead=reader.words("form.lead" if is_report else "case-form.lead"), form=form(reader, KINDS[kind]),
        tools=None if is_report else case_form.tools(reader), style=relative(site.form_style, reader.path), script=relative(site.form_script, reader.path),
    )
    above = ("home", "engagement", home) if is_report else ("home", home)
    return Page("page", f"{home}-form", language, reader.path, view.title, view.lead, "pages/form.html", view,
                (Section("form", reader.words("form.title")), Section("template", reader.words("form.template"))),
                tuple(page_link(reader, key) for key in above), modified=site.modified(), section_key=above[1])


def form(reader: Reader, kind: Kind) -> Form:
    """The form of a kind of record."""
    found = fields(reader, kind.model)
    return Form(kind.name, f"guide_data/{kind.folder}", " ".join(NAMED_AFTER[kind.name]), " ".join(one.name for one in asked(kind.model)),
                labels(rules(kind.model)["at_least_one"], found), found, _sections(reader, kind.name, found),
                {of: records(reader, of) for of in sorted(_searched(found))}, template(reader, kind))


def _sections(reader: Reader, kind: str, found: list[Field]) -> list[Part]:
    """The fields by sections, where the form is long."""
    by_name = {one.name: one for one in found}
    return [Part(f"form-part-{key}", reader.words(f"case-form.part.{key}"), [by_name[name] for name in names], key in FOLDED)
            for key, names in SECTIONS.get(kind, {}).items()]


def _searched(among: list[Field]) -> set[str]:
    """The kinds of record that some field refers to."""
    return {of for one in among for of in ({one.of} if one.of else set()) | _searched(one.parts)}
