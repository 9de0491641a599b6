"""No two pages of one language have the same address, and none has that of a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..findings import Finding
from ..languages import LANGUAGES
from ..library import Library

# Files that stand beside the data of the pages below them: en/case-studies/feed.json.
_FILES = ("feed", "oembed")


def findings(library: Library) -> Iterator[Finding]:
    for kind in ("case_study", "organization", "vocabulary"):
        if library.only is None or library.only[0] == kind:
            page = "facet" if kind == "vocabulary" else kind
            yield from _repeated(library, [((page, name), (kind, name), ("slug",), slug) for name, slug in library.slugs(kind)])
    for facet, vocabulary in library.each("vocabulary"):
        terms = [(("term", f"{facet}/{term.id}"), ("vocabulary", facet), ("terms", index, "slug"), term.slug) for index, term in enumerate(vocabulary.terms)]
        yield from _repeated(library, terms)
        yield from _terms_twice(library, facet)


def _repeated(library: Library, slugs: list) -> Iterator[Finding]:
    """Slugs that are taken, each with its page, its record and its place. One belongs to the page that was published with it, then to a record
    that is not the one to be checked (nobody asks about what has been there for long), then to the first one."""
    for language in LANGUAGES:
        claims: defaultdict[str, list[tuple]] = defaultdict(list)
        for number, (page, record, _, slug) in enumerate(slugs):
            text = getattr(slug, language)
            claims[text].append(((page, language, text) not in library.published_slugs, record == library.only, number, record))
        owners = {text: min(claim)[2:] for text, claim in claims.items()}
        for number, (_, (kind, name), location, slug) in enumerate(slugs):
            text = getattr(slug, language)
            if text is None:
                yield library.finding(kind, name, location, "slug-language", language=language)
            elif text in _FILES:
                yield library.finding(kind, name, (*location, language), "slug-reserved", found=text)
            elif (owner := owners[text])[0] != number:
                yield library.finding(kind, name, (*location, language), "slug-twice", found=text, first=library.documents[owner[1]].path)


def _terms_twice(library: Library, facet: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, term in enumerate(library.vocabularies[facet].terms):
        if term.id in seen:
            yield library.finding("vocabulary", facet, ("terms", index, "id"), "term-twice", found=term.id)
        seen.add(term.id)
