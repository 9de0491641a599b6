"""The real records: complete in both languages, each fact with its source, and French that is French."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from guide.checks import checked
from guide.languages import LANGUAGES
from guide.library import Library
from guide.records import walk
from guide.records.case_study import SUPPORTED
from guide.records.fields import Addresses, Slugs
from guide.records.values import UNKNOWN, Markdown
from tests.build.parsed import told
from tests.project import ROOT

# Words that nearly every passage of a language has, and that the other language does not have.
COMMON = {
    "en": set("the of and to in is for was were that with by from its it they their are has have not this which who be than when at an".split()),
    "fr": set("le la les des du de et est pour que dans une un qui par sur avec aux au sont leur leurs ses sa elle ils été ont ce cette en".split()),
}
LONG = 60


@pytest.fixture(scope="module")
def library() -> Library:
    """The real data, without a single finding."""
    found, findings = checked(ROOT)
    assert findings == []
    return found


def passages(library: Library):
    """Every text of every record in both languages, with its place."""
    for kind, name, record in library.everything():
        for location, text in walk.texts(record):
            if not isinstance(text, (Slugs, Addresses)):
                yield f"{kind} {name} {'.'.join(map(str, location))}", text


def test_every_case_is_complete_in_both_languages(library):
    """A reader of either language misses nothing."""
    missing = [f"{place}: {language}" for place, text in passages(library) if place.startswith("case_study") and not place.endswith("acronym")
               for language in LANGUAGES if getattr(text, language) is None]

    assert len(library.case_studies) >= 60
    assert not missing, told(missing)


def guess(text: str) -> str:
    """The language of a passage, by the common words that it has. What is quoted may be in the other one."""
    words = re.findall(r"[^\W\d_]+", re.sub(r'"[^"]*"|«[^»]*»', "", text).lower())
    scores = {language: sum(word in common for word in words) for language, common in COMMON.items()}
    return max(scores, key=scores.get) if scores["en"] != scores["fr"] else ""


@pytest.mark.parametrize("text", ["The counter was opened in 2012 for the people of the town.", "Le comptoir a été ouvert en 2012 pour les gens de la ville."])
def test_the_guess_tells_the_languages_apart(text):
    """The test below can fail."""
    assert guess(text) == ("en" if text.startswith("The") else "fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_passage_is_in_the_language_that_it_says(library, language):
    """No English stands in a French field, nor the other way round."""
    wrong, seen = [], 0
    for place, text in passages(library):
        passage = str(getattr(text, language) or "")
        if len(passage) >= LONG and text.en != text.fr and "sources" not in place:
            seen += 1
            if guess(passage) not in (language, ""):
                wrong.append(f"{place}: {passage[:100]}")

    assert seen > 1000 and not wrong, told(wrong)


def test_no_sentence_is_the_same_in_both_languages(library):
    """A sentence of French prose is not the English one left standing."""
    same = []
    for place, text in passages(library):
        if isinstance(text.en, Markdown) and text.fr is not None:
            english, french = ({part.strip() for part in re.split(r"(?<=[.!?])\s+", str(getattr(text, language))) if len(part) > 40} for language in LANGUAGES)
            same += [f"{place}: {sentence}" for sentence in english & french]

    assert not same, told(same)


def test_every_result_has_its_year_and_a_source_that_supports_results(library):
    """A figure without a date is not a fact; where the sources give none, the record says unknown."""
    wrong, figures = [], 0
    for name, case in library.case_studies.items():
        sources = {source.id: source for source in case.sources}
        for result in case.results or ():
            figures += result.figure is not None
            if "results" not in sources[result.source].supports or not (result.year is UNKNOWN or 1900 < result.year <= 2026):
                wrong.append(f"{name}: {result.statement.en}")

    assert figures > 60 and not wrong, told(wrong)


def test_every_source_is_cited_for_something_and_can_be_found(library):
    """An address has a scheme and a host; a document without one has a keeper; each supports a field of the record."""
    wrong = []
    for name, case in library.case_studies.items():
        for source in case.sources:
            address = urlsplit(source.url or "")
            if not (source.held_by in library.bodies or (address.scheme in ("http", "https") and "." in address.netloc)):
                wrong.append(f"{name}: {source.id} has no place")
            if not set(source.supports) <= set(SUPPORTED):
                wrong.append(f"{name}: {source.id} supports {source.supports}")

    assert not wrong, told(wrong)


def test_relations_between_cases_are_told_with_their_reason(library):
    """A reader of a case is led on to others, for a reason that the facts bear out."""
    alone = [name for name, case in library.case_studies.items() if not case.related]

    assert not alone, told(alone)
