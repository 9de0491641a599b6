"""How a value of a record reads in one language: texts with typography and fallback, dates, figures, terms.

One Reader serves one page. It notes whether a text had to be borrowed from the other language, so that the page can
say so; the borrowed passage carries its own `lang`.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from .. import formatting, prose
from ..records.fields import Bilingual
from ..records.values import Markdown, PartialDate
from ..routes import relative
from ..site import Site
from ..typography import typeset


@dataclass(frozen=True)
class Phrase:
    """A text as it is shown. `lang` is set when it is not in the page's language."""

    text: str | Markup
    lang: str = ""

    def __str__(self) -> str:
        return str(self.text)

    def __html__(self) -> Markup:
        """The text for a template; a passage in another language is wrapped, so that it is read out rightly."""
        if not self.lang:
            return escape(self.text)
        element = "div" if isinstance(self.text, Markup) else "span"
        return Markup('<{0} lang="{1}">{2}</{0}>').format(element, self.lang, self.text)


class Reader:
    """A reader of one language on one page."""

    def __init__(self, site: Site, language: str, path: str) -> None:
        self.site = site
        self.language = language
        self.path = path
        self.t = site.strings[language]
        self.borrows = False

    def words(self, key: str, **params: object) -> str:
        """A text of the interface, with its typography."""
        return typeset(self.t(key, **params), self.language)

    def set(self, text: str) -> str:
        """A text of ours from elsewhere than locales, such as the help of a field, with its typography."""
        return typeset(text, self.language)

    def around(self, key: str, n: int = 0, **phrases: object) -> Markup:
        """A text of the interface around passages of records, each of which keeps its own language."""
        text = self.words(key, n=n, **{name: f"{{{name}}}" for name in phrases})
        return escape(text).format(**phrases)

    def text(self, text: Bilingual) -> Phrase:
        """A text of a record."""
        value, language = text.within(self.language)
        foreign = "" if language == self.language else language
        self.borrows = self.borrows or bool(foreign)
        shown = prose.html(value, language) if isinstance(value, Markdown) else typeset(value, language)
        return Phrase(shown, foreign)

    def document(self, source) -> Phrase:
        """The title of a source. A title quoted as it stands is in its document's language, whatever the page's."""
        if source.title.en == source.title.fr:
            foreign = "" if source.language == self.language else source.language
            return Phrase(typeset(source.title.en, source.language), foreign)
        return self.text(source.title)

    def facet(self, facet: str) -> Phrase:
        """The name of a facet."""
        return self.text(self.site.library.vocabularies[facet].title)

    def plain(self, text: Bilingual) -> str:
        """A text of a record without marks, for titles and descriptions."""
        value, language = text.within(self.language)
        return typeset(prose.plain(value) if isinstance(value, Markdown) else value, language)

    def moment(self, when: object) -> str:
        """A date in words, or the word for unknown."""
        return formatting.moment(when, self.language) if isinstance(when, PartialDate) else self.words("unknown.word")

    def number(self, figure: object) -> str:
        return formatting.number(figure, self.language)

    def enumeration(self, items: list[str]) -> str:
        return formatting.enumeration(items, self.language)

    def listed(self, phrases: list[Phrase]) -> Markup:
        """Texts of records as a list in a sentence, each of which keeps its own language."""
        return Markup(self.enumeration([escape(phrase) for phrase in phrases]))

    def link(self, kind: str, key: str) -> str:
        """The address of a page, from this page."""
        return relative(self.site.routes.path(kind, key, self.language), self.path)

    def label(self, facet: str, term: str) -> Phrase:
        """The label of a term."""
        return self.text(self.site.library.terms[facet][term].label)
