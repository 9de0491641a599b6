"""The kinds of field that records are made of: what each accepts, and what it means.

Every value arrives as a text (see yaml_source). A kind of field raises PydanticCustomError with a code of ours;
the sentence for it stands in locales under `check.<code>`. `help` in both languages is given with each field.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Generic, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError, core_schema

from ..languages import LANGUAGES
from . import reporting, values
from .declare import declared
from .record import Record
from .values import Markdown, PartialDate, Unknown, UNKNOWN

Language = Literal["en", "fr"]
T = TypeVar("T")


class Choice(Record):
    """Named fields of which some stand in for one another."""

    exactly_one: ClassVar[tuple[str, ...]] = ()
    at_least_one: ClassVar[tuple[str, ...]] = ()

    @model_validator(mode="after")
    def _enough(self) -> "Choice":
        if self.exactly_one and len(self._filled(self.exactly_one)) != 1:
            raise _wrong("exactly-one", choices=list(self.exactly_one))
        if self.at_least_one and not self._filled(self.at_least_one):
            raise _wrong("at-least-one", choices=list(self.at_least_one))
        return self

    def _filled(self, names: tuple[str, ...]) -> list[str]:
        return [name for name in names if getattr(self, name) is not None]


def _wrong(code: str, **context: Any) -> PydanticCustomError:
    return PydanticCustomError(code, code, context or None)


def _parsed(parse: Callable[[str], T]) -> Callable[[Any], T]:
    """Run a parser of `values`, and turn its Refused into an error that pydantic places."""

    def validate(value: Any) -> T:
        if not isinstance(value, str):
            raise _wrong("text-expected")
        if not value.strip():
            raise _wrong("empty")
        try:
            return parse(value)
        except values.Refused as refused:
            raise _wrong(refused.code, **refused.params) from None

    return validate


def _text_schema(kind: str | list[str] = "string", **more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, **more})


# --- single values -------------------------------------------------------------------------------------------

Line = Annotated[str, BeforeValidator(_parsed(values.line)), _text_schema(minLength=1)]
Prose = Annotated[Markdown, BeforeValidator(_parsed(values.prose)), _text_schema(minLength=1)]
Slug = Annotated[str, BeforeValidator(_parsed(values.slug)), _text_schema(pattern=values.SLUG_PATTERN, maxLength=80)]
# The `id` of a source of the same file. Anything is taken here: the checks know the sources and name the nearest.
SourceId = Annotated[str, BeforeValidator(_parsed(values.line)), _text_schema(pattern=values.SLUG_PATTERN, maxLength=80)]
TermId = Annotated[str, BeforeValidator(_parsed(values.new_term_id)), _text_schema(minLength=1)]
Day = Annotated[PartialDate, BeforeValidator(_parsed(values.day)), _text_schema(pattern=r"^\d{4}-\d\d-\d\d$", examples=["2026-11-22"])]
Month = Annotated[PartialDate, BeforeValidator(_parsed(reporting.month)), _text_schema(pattern=r"^\d{4}-\d\d$", examples=["2026-11"])]
Moment = Annotated[
    PartialDate | Unknown, BeforeValidator(_parsed(values.moment)),
    _text_schema(["string", "integer"], pattern=r"^(unknown|\d{4}(-\d\d(-\d\d)?)?)$", examples=["2026-11"]),
]
Year = Annotated[int | Unknown, BeforeValidator(_parsed(values.year)), _text_schema(["string", "integer"], pattern=r"^(unknown|\d{4})$")]
Figure = Annotated[Decimal, BeforeValidator(_parsed(values.number)), _text_schema(["number", "string"])]
Count = Annotated[int, BeforeValidator(_parsed(reporting.count)), _text_schema(["integer", "string"], pattern=r"^\d{1,12}$", examples=["350"])]
Yes = Annotated[bool, BeforeValidator(_parsed(values.yes)), _text_schema(["boolean", "string"], enum=[True, "true"])]
SecureAddress = Annotated[str, BeforeValidator(_parsed(values.secure_address)), _text_schema(pattern="^https://")]
SourceAddress = Annotated[str, BeforeValidator(_parsed(values.address)), _text_schema(pattern="^https?://")]
Mailbox = Annotated[str, BeforeValidator(_parsed(values.mailbox)), _text_schema(pattern="@")]


def one_of(*choices: str) -> Any:
    """A text from a short list that belongs to the model itself (not to a vocabulary), letter for letter: a word of it
    can decide whether a record is published, so a blank in quotes is one letter too many."""

    def check(value: Any) -> str:
        if value == "":
            raise _wrong("empty")
        if not isinstance(value, str) or value not in choices:
            raise _wrong("not-in-list", choices=list(choices))
        return value

    return Annotated[str, BeforeValidator(check), _text_schema(enum=list(choices))]


# --- references ----------------------------------------------------------------------------------------------

class Reference:
    """Marks a text as the id of a record of another kind. The library checks that it exists."""

    def __init__(self, kind: str) -> None:
        self.kind = kind


class TermOf:
    """Marks a text as the id of a term of a vocabulary. The library checks that it exists."""

    def __init__(self, facet: str) -> None:
        self.facet = facet


def reference_to(kind: str) -> Any:
    return Annotated[str, BeforeValidator(_parsed(values.line)), Reference(kind), _text_schema(format=f"{kind}-id")]


def term_of(facet: str) -> Any:
    return Annotated[str, BeforeValidator(_parsed(values.term_id)), TermOf(facet), _text_schema(format=f"{facet}-term")]


# --- both languages ------------------------------------------------------------------------------------------

class Bilingual(Record, Generic[T]):
    """A text in both languages. A plain text means: the same in both (a proper name, a quoted title).

    `translated` names the language whose wording is ours where the other one is official.
    """

    en: T | None = declared("The text in English.", "Le texte en anglais.", None)
    fr: T | None = declared("The text in French.", "Le texte en français.", None)
    translated: Language | None = declared("The language whose wording is ours, where the other one is official.", "La langue dont la formulation est la nôtre, quand l'autre est officielle.", None)

    @model_validator(mode="before")
    @classmethod
    def _plain_text_for_both(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {**dict.fromkeys(LANGUAGES, value), "translated": None}
        if isinstance(value, list):
            raise _wrong("bilingual-expected")
        return value

    @model_validator(mode="after")
    def _at_least_one(self) -> "Bilingual[T]":
        if self.en is None and self.fr is None:
            raise _wrong("no-language")
        if self.translated and getattr(self, self.translated) is None:
            raise _wrong("translated-missing", language=self.translated)
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: Any) -> Any:
        schema = handler.resolve_ref_schema(handler(core_schema))
        return {"anyOf": [{"type": "string", "minLength": 1}, schema]}

    @property
    def is_one_text(self) -> bool:
        """Whether one text was typed for both languages. Only then is it set that neither is a translation."""
        return self.translated is None and "translated" in self.model_fields_set

    def within(self, language: str) -> tuple[T, str]:
        """The text for a reader of this language, and the language it is really in."""
        text = getattr(self, language)
        if text is not None:
            return text, language
        fallback = next(known for known in LANGUAGES if getattr(self, known) is not None)
        return getattr(self, fallback), fallback


class _AtMost:
    """The longest text a field takes, in characters, for each language."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def __call__(self, text: Bilingual) -> Bilingual:
        for language in LANGUAGES:
            length = len(getattr(text, language) or "")
            if length > self.limit:
                raise _wrong("too-long", at=language, length=length, limit=self.limit)
        return text


def at_most(limit: int) -> AfterValidator:
    return AfterValidator(_AtMost(limit))


class Text(Bilingual[Line]):
    """A short text in both languages; a plain text means: the same in both."""


class Passage(Bilingual[Prose]):
    """Paragraphs in both languages."""


class Addresses(Bilingual[SecureAddress]):
    """A page in both languages; one address alone serves both."""


class Slugs(Bilingual[Slug]):
    """The part of an address, in both languages."""


# --- what is not known ---------------------------------------------------------------------------------------

class _OrUnknown:
    """Lets the word `unknown` pass before the field's own rules (a union would confuse the places of errors)."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return core_schema.no_info_wrap_validator_function(self._validate, handler(source))

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> Any:
        return {"anyOf": [{"const": "unknown"}, handler(schema)]}

    @staticmethod
    def _validate(value: Any, proceed: Callable[[Any], Any]) -> Any:
        if not isinstance(value, str) or not values.says_unknown(value):
            return proceed(value)
        if value.strip() != "unknown":
            raise _wrong("unknown-word", found=value.strip(), suggest="unknown")
        return UNKNOWN


def or_unknown(kind: Any) -> Any:
    """The field, or the word `unknown`, which has its own sentence on the page."""
    return Annotated[kind, _OrUnknown()]
