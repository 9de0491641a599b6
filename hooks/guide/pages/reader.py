"""How a value of a record reads in one language: texts with typography and fallback, dates, figures, terms.

One Reader serves one page. It notes whether a text had to be borrowed from the other language, so that the page can
say so; the borrowed passage carries its own `lang`. What many pages show of a record is made by `shared`, once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from markupsafe import Markup, escape

from ..records.fields import Bilingual
from ..records.values import Markdown, PartialDate
from ..routes import relative
from ..site import Site
from ..strings import PLACE
from ..texts import Phrase


class Reader:
    """A reader of one language on one page."""

    def __init__(self, site: Site, language: str, path: str) -> None:
        self.site = site
        self.language = language
        self.path = path
        self.t = site.strings[language]
        self.texts = site.texts[language]
        self.borrows = False

    def shared(self, make: Callable[..., Any], *key: Any, leads_to: str = "") -> Any:
        """make(reader, *key), made once for all pages of this depth in this section: from there, every other page has the same address.

        What only leads to the pages below one page (`leads_to`: its key) is made once for all other sections together.
        """
        made, borrows = self.site.once(_made_elsewhere, self.language, self._above(leads_to) if leads_to else self.near, make, *key)
        self.borrows = self.borrows or borrows
        return made

    @cached_property
    def near(self) -> str:
        """The address from which what is shared leads on."""
        return beside(self.path)

    def _above(self, leads_to: str) -> str:
        """The address from which that leads on which only leads to the pages below one page."""
        near = self.near
        if near.count("/") < 3 or near.startswith(self.site.routes.path("page", leads_to, self.language)):
            return near
        language, _, deeper = near.split("/", 2)
        return f"{language}/-/{deeper}"

    def words(self, key: str, **params: object) -> str:
        """A text of the interface, with its typography."""
        return self.texts.typeset[self.language][self.t(key, **params)] if params else self.texts.words[key]

    def set(self, text: str) -> str:
        """A text of ours from elsewhere than locales, such as the help of a field, with its typography."""
        return self.texts.typeset[self.language][text]

    def around(self, key: str, n: int = 0, **phrases: object) -> Markup:
        """A text of the interface around passages of records, each of which keeps its own language."""
        return Markup(PLACE.sub(lambda found: escape(phrases[found[1]]), self.texts.around[key, n, tuple(phrases)]))

    def text(self, text: Bilingual) -> Phrase:
        """A text of a record."""
        value, language = text.within(self.language)
        self.borrows = self.borrows or language != self.language
        return self.texts.phrase(value, language)

    def document(self, source) -> Phrase:
        """The title of a source. A title quoted as it stands is in its document's language, whatever the page's."""
        if source.title.en == source.title.fr:
            return self.texts.phrase(source.title.en, source.language)
        return self.text(source.title)

    def facet(self, facet: str) -> Phrase:
        """The name of a facet."""
        return self.text(self.site.library.vocabularies[facet].title)

    def plain(self, text: Bilingual) -> str:
        """A text of a record without marks, for titles and descriptions."""
        value, language = text.within(self.language)
        return self.texts.plain[value, language] if isinstance(value, Markdown) else self.texts.typeset[language][value]

    def moment(self, when: object) -> str:
        """A date in words, or the word for unknown."""
        return self.texts.moments[when] if isinstance(when, PartialDate) else self.words("unknown.word")

    def dated(self, key: str, when: PartialDate) -> str:
        """A text of the interface with a date in it."""
        return self.texts.dated[key, when]

    def number(self, figure: object) -> str:
        return self.texts.numbers[str(figure)]  # 1.50 and 1.5 are equal, and not the same

    def enumeration(self, items: list[str]) -> str:
        return self.texts.enumerations[tuple(map(str, items))]

    def alphabetical(self, text: object) -> tuple[str, str]:
        """The place of a text in an alphabetical list."""
        return self.texts.alphabetical[str(text)]

    def listed(self, phrases: list[Phrase]) -> Markup:
        """Texts of records as a list in a sentence, each of which keeps its own language."""
        return Markup(self.enumeration([escape(phrase) for phrase in phrases]))

    def link(self, kind: str, key: str) -> str:
        """The address of a page, from this page."""
        return relative(self.site.routes.path(kind, key, self.language), self.path)

    def label(self, facet: str, term: str) -> Phrase:
        """The label of a term."""
        return self.text(self.site.library.terms[facet][term].label)


def beside(path: str) -> str:
    """The address of a page that does not exist, in the section of another one and as deep.

    >>> beside("en/case-studies/bizpal/compare/"), beside("en/case-studies/")
    ('en/case-studies/-/compare/', 'en/case-studies/')
    """
    folders = path.split("/")
    return "/".join((*folders[:2], "-", *folders[3:])) if len(folders) > 3 else path


def _made_elsewhere(site: Site, language: str, path: str, make: Callable[..., Any], *key: Any) -> tuple[Any, bool]:
    reader = Reader(site, language, path)
    return make(reader, *key), reader.borrows
