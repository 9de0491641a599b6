"""What the ledger of addresses is: every address ever published, by page, and which pages were withdrawn and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from ..languages import LANGUAGES
from .fields import Day, Line, Record, Text, _parsed, _text_schema, _wrong, at_most, declared, one_of
from .values import MAX_NAME, SLUG_PATTERN, TERM_PATTERN, Refused

# The kinds of page that others link to, in the order of the ledger.
PAGE_KINDS = ("page", "facet", "term", "organization", "case_study", "comparison", "kit", "exchange_report", "member_kit", "presentation")
# Pages that are only another view of a case or a jurisdiction. Where they are gone, its own page answers for them.
VIEWS = {"comparison": ("case_study", ""), "kit": ("case_study", ""), "member_kit": ("term", "jurisdiction/"), "presentation": ("term", "jurisdiction/")}
PATH_PATTERN = r"^(en|fr)/([a-z0-9]+(-[a-z0-9]+)*/)*$"
_PATH = re.compile(PATH_PATTERN)
MAX_PATH = 400


def page_path(text: str) -> str:
    """An address below the site, from its language on: `en/about/`. Nothing else can be said with it.

    >>> page_path("https://guide.example/en/about")
    Traceback (most recent call last):
    guide.records.values.Refused: ledger-path
    """
    if not _PATH.fullmatch(text) or len(text) > MAX_PATH:
        meant = re.sub(r"^(https?://[^/]*)?/*", "", text).rstrip("/") + "/"
        raise Refused("ledger-path", found=text[:100], suggest=meant if _PATH.fullmatch(meant) and len(meant) <= MAX_PATH else "")
    return text


PagePath = Annotated[str, BeforeValidator(_parsed(page_path)), _text_schema(pattern=PATH_PATTERN, maxLength=MAX_PATH)]


class Withdrawal(Record):
    """That a page was withdrawn. Its addresses then say so, and nothing else of it is published."""

    on: Day = declared("The date of the withdrawal.", "La date du retrait.")
    reason: Annotated[Text, at_most(600)] = declared("Why it was withdrawn, in both languages.", "Pourquoi elle a été retirée, dans les deux langues.")
    replaced_by: Line | None = declared("The key of the page of the same kind that takes its place, if there is one.", "La clé de la page de même nature qui la remplace, s'il y en a une.", None)

    @model_validator(mode="after")
    def _reason_in_both_languages(self) -> "Withdrawal":
        if None in (self.reason.en, self.reason.fr) or self.reason.en == self.reason.fr:
            raise _wrong("ledger-reason", at="reason")
        return self


class Entry(Record):
    """All addresses that a page has and had."""

    kind: one_of(*PAGE_KINDS) = declared("The kind of page.", "La nature de la page.")
    key: Line = declared("The page's own name: the id of its record; facet and term with a slash between them; the file in docs/ without its language.", "Le nom propre de la page : l'identifiant de sa fiche ; la facette et le terme, séparés par une barre oblique ; le fichier de docs/ sans sa langue.")
    en: Annotated[list[PagePath], Field(min_length=1)] = declared("Its addresses in English, the newest first.", "Ses adresses en anglais, de la plus récente à la plus ancienne.")
    fr: Annotated[list[PagePath], Field(min_length=1)] = declared("Its addresses in French, the newest first.", "Ses adresses en français, de la plus récente à la plus ancienne.")
    withdrawn: Withdrawal | None = declared("To be written by hand when its record was deleted: date, reason, replacement.", "À écrire à la main quand sa fiche a été supprimée : date, motif, remplacement.", None)

    @property
    def name(self) -> tuple[str, str]:
        """Kind and key, as routes.py names pages."""
        return self.kind, self.key

    def paths(self) -> Iterator[tuple[str, int, str]]:
        """Each address with its language and its place in the list of that language."""
        for language in LANGUAGES:
            for index, path in enumerate(getattr(self, language)):
                yield language, index, path

    @model_validator(mode="after")
    def _named_and_placed(self) -> "Entry":
        if not _key_pattern(self.kind).fullmatch(self.key) or len(self.key) > 2 * MAX_NAME:
            raise _wrong("ledger-key", at="key", found=self.key[:100])
        for language, _, path in self.paths():
            if not path.startswith(f"{language}/"):
                raise _wrong("ledger-language", at=language, found=path, language=path[:2])
        if self.withdrawn and self.kind in VIEWS:
            raise _wrong("ledger-follows", at="withdrawn")
        return self


@cache
def _key_pattern(kind: str) -> re.Pattern[str]:
    """What the key of a page of this kind looks like: a part of its permanent address."""
    slug = SLUG_PATTERN.strip("^$")
    term = TERM_PATTERN.strip("^$")
    return re.compile(f"{slug}/{term}" if kind == "term" else term if VIEWS.get(kind, ("",))[0] == "term" else slug)


def viewed(name: tuple[str, str]) -> tuple[str, str] | None:
    """The page of which a page is only another view.

    >>> viewed(("kit", "bizpal")), viewed(("presentation", "CA-ON")), viewed(("page", "about"))
    (('case_study', 'bizpal'), ('term', 'jurisdiction/CA-ON'), None)
    """
    kind, start = VIEWS.get(name[0], ("", ""))
    return (kind, start + name[1]) if kind else None


class Ledger(Record):
    """The file guide_data/addresses.yml."""

    addresses: list[Entry] = declared("Every page that was ever published.", "Toute page qui a déjà été publiée.")


def entry(name: tuple[str, str], paths: dict[str, Any], before: Entry | None = None) -> Entry:
    """The entry of a living page: where it is now, and behind that all that was there before."""
    known = {language: [path for path in getattr(before, language, ()) if path != paths[language]] for language in LANGUAGES}
    return Entry.model_construct(kind=name[0], key=name[1], withdrawn=None, **{language: [paths[language], *known[language]] for language in LANGUAGES})
