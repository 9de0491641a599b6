"""How a field of a model is declared: what an editor, a form and a template tell about it, in both languages."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from ..languages import LANGUAGES


def declared(en: str, fr: str, default: Any = ..., label: tuple[str, str] = ("", ""), example: tuple[str, str] = ("", ""),
             asks_translated: bool = False, on_form: tuple[str, str] = ("", ""), **more: Any) -> Any:
    """A field with its sentence of help in both languages, and its name and an example on a form. Without a default it is required.

    `asks_translated`: its form asks which language is our own wording. `on_form`: help for those who see no file.
    """
    extra = {"help": {"en": en, "fr": fr}, "form-label": dict(zip(LANGUAGES, label)), "form-example": dict(zip(LANGUAGES, example)),
             "form-translated": asks_translated, "form-help": dict(zip(LANGUAGES, on_form))}
    return Field(default, description=f"{en}\n\n{fr}", json_schema_extra=extra, **more)
