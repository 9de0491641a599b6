"""What search knows of each page: its texts by weight, the names that match it exactly, acronyms in both languages."""

from __future__ import annotations

import re
from collections import Counter

from ..languages import LANGUAGES
from ..pages.page import Page
from ..pages.reader import Reader
from ..records.fields import Bilingual
from ..site import Site
from .search import Document, Texts, texts

# A page that names an organization more often is not more about it.
MOST_OF_AN_ACRONYM = 5
_WORD = re.compile(r"[\w/-]+")


def document(page: Page, main: str, site: Site) -> Document:
    """A finished page as search sees it. `main` is its HTML between header and footer."""
    reader = Reader(site, page.language, page.path)
    found = texts(main)
    return Document(
        path=page.path, language=page.language, kind=_kind(reader, page), title=page.title, texts=found, facts=_facts(reader, page),
        names=_names(site, page), acronyms=_acronyms(site, found), key=_key(page),
    )


def _key(page: Page) -> str:
    return page.key if page.kind == "case_study" else ""


def _kind(reader: Reader, page: Page) -> str:
    """What a result is, in a word: for a term, the question that it answers."""
    if page.kind == "term":
        return str(reader.facet(page.key.partition("/")[0]))
    return reader.words(f"kind.{page.kind}")


def _names(site: Site, page: Page) -> tuple[str, ...]:
    """What a page is called, or what is explained on it, in both languages, with acronyms."""
    library = site.library
    if page.kind == "case_study":
        return _both(library.case_studies[page.key].title)
    if page.kind == "organization":
        record = library.organizations[page.key]
        return _both(record.name) + (_both(record.acronym) if record.acronym else ())
    if page.kind == "term":
        facet, _, term = page.key.partition("/")
        return _both(library.terms[facet][term].label)
    if page.kind == "facet":
        return _both(library.vocabularies[page.key].title)
    bodies = library.bodies.values() if page.key == "glossary" else ()
    called = [words(f"nav.{page.key}") for words in site.strings.values() if f"nav.{page.key}" in words]
    explained = [name for body in bodies for names in (body.name, body.acronym) if names for name in _both(names)]
    written = site.handwritten.get(page.key, {}).get(page.language)
    return tuple(dict.fromkeys([page.title, *called, *(written.also_called if written else ()), *explained]))


def _facts(reader: Reader, page: Page) -> str:
    """Partners and channels of a case."""
    if page.kind != "case_study":
        return ""
    case = reader.site.library.case_studies[page.key]
    partners = ", ".join(reader.plain(reader.site.library.organizations[partner.organization].name) for partner in case.partners)
    channels = ", ".join(str(reader.label("channel", channel)) for channel in case.channels or ())
    return " · ".join(part for part in (partners, channels) if part)


def _acronyms(site: Site, texts: Texts) -> tuple[str, ...]:
    """The acronyms, in both languages, of the organizations and bodies that a page names, each as often as it is named."""
    known, telling, words = site.once(_by_word), site.once(_Telling), texts.words
    times: Counter[str] = Counter()
    for written, count in (*((written, words[written]) for written in telling.among(words)), *((written, 1) for written in texts.title.split())):
        for word in telling[written]:
            times[word] += count
    text, found = "", []
    for _, acronyms, names in sorted({called for word in times for called in known[word]}):
        text = text or f"{texts.title} {texts.text}"
        found += acronyms * min(sum(times[acronym] for acronym in acronyms) + sum(text.count(name) for name in names), MOST_OF_AN_ACRONYM)
    return tuple(found)


class _Telling(dict[str, tuple[str, ...]]):
    """What stands between two spaces, with the words in it that show that a record with an acronym may be named. Looked at once: pages have most in common."""

    def __init__(self, site: Site) -> None:
        self.known, self.seen, self.telling = site.once(_by_word), set(), set()

    def __missing__(self, written: str) -> tuple[str, ...]:
        self[written] = found = tuple(word for word in _WORD.findall(written) if word in self.known)
        if found:
            self.telling.add(written)
        return found

    def among(self, words: Counter[str]) -> set[str]:
        """Those of some words that tell something."""
        there = set(words)
        for written in there.difference(self.seen):
            self[written]
        self.seen |= there
        return there & self.telling


def _by_word(site: Site) -> dict[str, list[tuple[int, tuple[str, ...], tuple[str, ...]]]]:
    """Acronyms and names of each record that has an acronym, under the words by which a text shows that it may name it.

    A text is not compared with every organization: these words are the acronyms, and the longest word of each name.
    """
    found: dict[str, list] = {}
    for place, record in enumerate((*site.library.organizations.values(), *site.library.bodies.values())):
        if record.acronym:
            called = (place, _both(record.acronym), _both(record.name))
            for word in {*called[1], *(max(_WORD.findall(name), key=len, default="") for name in called[2])}:
                found.setdefault(word, []).append(called)
    return found


def _both(text: Bilingual) -> tuple[str, ...]:
    """A text in each language that has it, once where they are the same."""
    return tuple(dict.fromkeys(str(getattr(text, language)) for language in LANGUAGES if getattr(text, language) is not None))
