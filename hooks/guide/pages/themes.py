"""The council's themes with the cases that serve each, and the gaps: themes, channels and orders of government without a case."""

from __future__ import annotations

from typing import NamedTuple


from markupsafe import Markup

from ..site import terms_of
from .lists import ordered_terms, term_link
from .page import Link, Section
from .reader import Phrase, Reader
from .told import case_links

# Where a theme may have no case yet.
ACROSS = ("channel", "order-of-government")


class Theme(NamedTuple):
    """A theme, its cases, and sentences about where it has none."""

    id: str
    link: Link
    definition: Phrase
    count: str
    cases: list[Link]
    gaps: list[Markup]


class Themes(NamedTuple):
    themes: list[Theme]
    without: list[Link]
    unknown: str
    ask: Link | None
    sections: tuple[Section, ...]


def themes(reader: Reader) -> Themes:
    """Every theme in the order of the vocabulary."""
    site = reader.site
    shown = [_theme(reader, name) for name in ordered_terms(reader, "theme")]
    sections = [Section("gaps", reader.words("themes.gaps")), *(Section(theme.id, theme.link.text) for theme in shown)]
    unknown = sum(not case.themes for case in site.library.case_studies.values())
    return Themes(
        shown, [theme.link for theme in shown if not theme.cases], reader.words("themes.unknown", n=unknown) if unknown else "",
        Link(reader.link("page", "contribute"), reader.words("term.know-one")) if site.routes.has("page", "contribute") else None,
        tuple(sections),
    )


def _theme(reader: Reader, name: str) -> Theme:
    site = reader.site
    names = site.cases_by_term.get(("theme", name), [])
    gaps = [gap for facet in ACROSS if (gap := _gap(reader, facet, names))] if names else []
    return Theme(name, term_link(reader, "theme", name), reader.text(site.library.terms["theme"][name].definition),
                 reader.words("count.cases", n=len(names)), case_links(reader, names), gaps)


def _gap(reader: Reader, facet: str, names: list[str]) -> Markup | None:
    """The terms of a facet that none of some cases has, in a sentence."""
    library = reader.site.library
    met = {term for name in names for term in terms_of(library.case_studies[name], facet, library)}
    left = [reader.label(facet, term) for term in ordered_terms(reader, facet) if term not in met]
    return reader.around(f"themes.without.{facet}", names=reader.listed(left)) if left else None
