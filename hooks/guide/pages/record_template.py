"""The template of a kind of record, as YAML with comments, for those who write it in an editor. Made from its fields.

It is to be copied, so nothing in it is typeset.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..languages import LANGUAGES
from ..records import KINDS, Kind
from ..records.shape import Asked, asked
from .reader import Reader


def template(reader: Reader, kind: Kind) -> str:
    """Every field once, with its help, in the reader's language."""
    lines = [f"# yaml-language-server: $schema=../schema/{kind.name}.schema.json", f"# {reader.t('form.template.start')}"]
    for field in asked(kind.model):
        lines += _lines(reader, field, "")
    return "\n".join(lines) + "\n"


def _lines(reader: Reader, field: Asked, indent: str) -> Iterator[str]:
    yield f"{indent}# {_told(reader, field)}"
    yield f"{indent}{field.name}:"
    inner = f"{indent}  "
    if not field.is_list:
        yield from _within(reader, field, inner)
        return
    below = list(_within(reader, field, inner + "  ")) or [""]
    # The dash stands before the first line that is no comment.
    first = next(index for index, line in enumerate(below) if not line.lstrip().startswith("#"))
    below[first] = f"{inner}- {below[first].strip()}".rstrip()
    yield from below


def _within(reader: Reader, field: Asked, indent: str) -> Iterator[str]:
    """What stands below the name of a field: both languages, or its parts."""
    if field.is_bilingual:
        yield from (f"{indent}{language}:" for language in LANGUAGES)
    for part in field.parts:
        yield from _lines(reader, part, indent)


def _told(reader: Reader, field: Asked) -> str:
    """The help of a field, whether it is required, and what it takes."""
    notes = [reader.t("form.required" if field.is_required else "form.optional")]
    if field.choices:
        notes.append(reader.t("form.template.choices", choices=", ".join(field.choices)))
    if field.of:
        folder = f"guide_data/vocabulary/{field.of}.yml" if field.control == "term" else f"guide_data/{KINDS[field.of].folder}"
        notes.append(reader.t("form.template.id", folder=folder))
    if field.example:
        notes.append(reader.t("form.template.example", example=field.example))
    if field.allows_unknown:
        notes.append(reader.t("form.template.unknown"))
    return f"{field.help[reader.language]} [{'; '.join(notes)}]"
