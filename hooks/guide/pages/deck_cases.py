"""The slides that tell of cases: examples with their figures, and what did not work. Which cases is decided here, by rule."""

from __future__ import annotations

from collections.abc import Iterable

from ..records.case_study import CaseStudy, Result
from ..records.values import UNKNOWN, PartialDate
from ..site import Site
from .lists import found_at, ordered_terms
from .page import Link
from .partners import PLACES
from .reader import Phrase, Reader
from .sections import result
from .slides import Figure, Point, Slide, phrase, said

EXAMPLES, FAILURES, FIGURES, LISTED, LESSONS, FEW = 5, 3, 3, 9, 2, 3
# A partnership that another one had to replace, or that ended, teaches more about failure than one that goes on.
OVER, OPERATING = ("replaced", "ended"), "operating"


def examples(reader: Reader) -> list[str]:
    """One case for each kind of arrangement: of those that operate, the best documented with figures. Those told as failures have a slide of their own."""
    site, told = reader.site, set(failures(reader.site, reader.site.library.case_studies))
    found = []
    for term in ordered_terms(reader, "arrangement"):
        names = [name for name in site.cases_by_term.get(("arrangement", term), ()) if name not in told and site.library.case_studies[name].status.term == OPERATING and figures_of(site, name)]
        found += best_first(site, names)[:1]
    return found[:EXAMPLES]


def best_first(site: Site, names: Iterable[str]) -> list[str]:
    """Cases by their level of evidence, then by how many figures they have; the same in both languages."""
    levels = list(site.library.terms["evidence"])
    cases = site.library.case_studies
    return sorted(names, key=lambda name: (levels.index(cases[name].evidence), -min(len(figures_of(site, name)), FIGURES), name))


def nearest_first(site: Site, names: Iterable[str]) -> list[str]:
    """Cases of a jurisdiction: those of a few governments before those of the whole country, and those that operate first."""
    cases = site.library.case_studies
    return sorted(best_first(site, names), key=lambda name: (len(site.places_of[name]) > FEW, cases[name].status.term != OPERATING))


def figures_of(site: Site, name: str) -> list[Result]:
    """The results of a case that have a number and a year."""
    return [found for found in site.library.case_studies[name].results or () if found.figure is not None and found.year]


def failures(site: Site, names: Iterable[str]) -> list[str]:
    """The cases that say most about what did not work; first those that came to an end because of it."""
    cases = site.library.case_studies
    told = [name for name in names if cases[name].what_did_not_work]
    return sorted(told, key=lambda name: (cases[name].status.term not in OVER, -len(cases[name].what_did_not_work), name))[:FAILURES]


def case_slide(reader: Reader, name: str) -> Slide:
    """A case with up to three figures; one without any shows what it achieved, or that nobody knows."""
    case, site = reader.site.library.case_studies[name], reader.site
    numbers = figures_of(site, name)[:FIGURES]
    points = [_fact(reader, "arrangement", [case.arrangement] if case.arrangement else []), _fact(reader, "channel", case.channels or []), _status(reader, case)]
    if not numbers:
        points.append(Point(_outcome(reader, case), said(reader, "case.results")))
    return Slide(
        kind="case", title=phrase(reader, case.title), lead=phrase(reader, case.summary), points=tuple(points),
        figures=tuple(_figure(reader, name, case, found) for found in numbers),
        sources=(Link(reader.link("case_study", name), Phrase(reader.words("deck.case"))),),
        notes=(*_lessons(reader, case), said(reader, "deck.case.note", level=reader.label("evidence", case.evidence))),
    )


def _fact(reader: Reader, facet: str, terms: list[str]) -> Point:
    """What a case is, by its terms."""
    labels = [reader.label(facet, term) for term in terms]
    foreign = next((label.lang for label in labels if label.lang), "")
    text = reader.enumeration([str(label) for label in labels]) if labels else reader.words(f"unknown.{facet}")
    return Point(Phrase(text, foreign), said(reader, f"glance.{facet}"))


def _status(reader: Reader, case: CaseStudy) -> Point:
    """Where the partnership stood, and when that was true."""
    label = reader.label("status", case.status.term)
    when = case.status.as_of
    text = reader.words("deck.status", status=label, date=reader.moment(when)) if isinstance(when, PartialDate) else str(label)
    return Point(Phrase(text, label.lang), said(reader, "glance.status"))


def _outcome(reader: Reader, case: CaseStudy) -> Phrase:
    return phrase(reader, case.results[0].statement) if case.results else said(reader, "unknown.results")


def _figure(reader: Reader, name: str, case: CaseStudy, found: Result) -> Figure:
    """A result as a number. Its source leads to the document where it is public, otherwise to its entry on the case's page."""
    shown = result(reader, case, found, reader.link("case_study", name))
    url = next(source.url for source in case.sources if source.id == found.source)
    return Figure(shown.figure, phrase(reader, found.unit), shown.year, phrase(reader, found.statement), Link(url or shown.source.href, shown.source.text))


def _lessons(reader: Reader, case: CaseStudy) -> list[Phrase]:
    lessons = case.lessons if case.lessons is not UNKNOWN and case.lessons else ()
    return [phrase(reader, lesson) for lesson in lessons[:LESSONS]]


def failures_slide(reader: Reader, names: Iterable[str]) -> Slide | None:
    """What did not work, case by case, in the words of the cases; their lessons are for the speaker."""
    cases, told = reader.site.library.case_studies, failures(reader.site, names)
    if not told:
        return None
    points = [Point(phrase(reader, cases[name].what_did_not_work[0]), phrase(reader, cases[name].title), reader.link("case_study", name)) for name in told]
    return Slide(
        kind="failures", title=said(reader, "case.what-did-not-work"), lead=said(reader, "deck.failures.lead"), points=tuple(points),
        notes=(said(reader, "deck.failures.note"), *(lesson for name in told for lesson in _lessons(reader, cases[name]))),
    )


def others_slide(reader: Reader, term: str, names: list[str]) -> Slide | None:
    """The cases of a jurisdiction that have no slide of their own; a long list goes on in the finder."""
    if not names:
        return None
    cases = reader.site.library.case_studies
    points = [Point(None, phrase(reader, cases[name].title), reader.link("case_study", name)) for name in names[:LISTED]]
    all_of_them = Link(found_at(reader, **{PLACES: term}), Phrase(reader.words("deck.all-cases")))
    return Slide(kind="others", title=said(reader, "deck.others"), points=tuple(points), sources=(all_of_them,), notes=(said(reader, "deck.others.note"),))
