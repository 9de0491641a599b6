"""The template of a kind of record, as YAML with comments, for those who write it in an editor. Made from its fields.

It is to be copied, so nothing in it is typeset. `template` has every field open, for the page that shows it; `started` is
a file to begin with: what may be left out stands behind a `#`, so that checking the file tells only what is still to do.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..languages import LANGUAGES
from ..records import KINDS, Kind
from ..records.shape import Asked, asked
from ..strings import Strings
from .reader import Reader

# What a new record says by itself: nobody has approved it yet.
PRESET = {("consent", "basis"): "pending"}


def template(reader: Reader, kind: Kind) -> str:
    """Every field once, with its help, in the reader's language."""
    lines = [*_head(reader.t, kind, "form.template.start")]
    for field in asked(kind.model):
        lines += _lines(reader.t, field, "", ())
    return "\n".join(lines) + "\n"


def started(t: Strings, kind: Kind) -> str:
    """A new file: as the template, but what may be left out is commented out, and it is not published."""
    lines = [*_head(t, kind, "new.start")]
    for field in asked(kind.model):
        lines += _optional_behind_sign(t, field, "", ())
    return "\n".join(lines) + "\n"


def _head(t: Strings, kind: Kind, start: str) -> Iterator[str]:
    yield f"# yaml-language-server: $schema=../schema/{kind.name}.schema.json"
    yield f"# {t(start)}"


def _lines(t: Strings, field: Asked, indent: str, above: tuple[str, ...], lines=None) -> Iterator[str]:
    """A field with its help. `lines` makes the lines of the fields below it (default: this function)."""
    yield f"{indent}# {_told(t, field)}"
    preset = PRESET.get((*above, field.name)) if lines else None
    yield f"{indent}{field.name}:{f' {preset}' if preset else ''}"
    inner = f"{indent}  "
    if not field.is_list:
        yield from _within(t, field, inner, above, lines or _lines)
        return
    below = list(_within(t, field, inner + "  ", above, lines or _lines)) or [""]
    # The dash stands before the first line that is no comment.
    first = next(index for index, line in enumerate(below) if not line.lstrip().startswith("#"))
    below[first] = f"{inner}- {below[first].strip()}".rstrip()
    yield from below


def _optional_behind_sign(t: Strings, field: Asked, indent: str, above: tuple[str, ...]) -> Iterator[str]:
    """A field that may be left out behind `#`, with all below it; the sign is deleted by whoever fills it in."""
    help_text, *rest = _lines(t, field, indent, above, _optional_behind_sign)
    yield help_text
    is_needed = field.is_required or any(place[: len(above) + 1] == (*above, field.name) for place in PRESET)
    yield from rest if is_needed else (f"{indent}#{line[len(indent):]}" for line in rest)


def _within(t: Strings, field: Asked, indent: str, above: tuple[str, ...], lines) -> Iterator[str]:
    """What stands below the name of a field: both languages, or its parts."""
    if field.is_bilingual:
        yield from (f"{indent}{language}:" for language in LANGUAGES)
    for part in field.parts:
        yield from lines(t, part, indent, (*above, field.name))


def _told(t: Strings, field: Asked) -> str:
    """The help of a field, whether it is required, and what it takes."""
    notes = [t("form.required" if field.is_required else "form.optional")]
    if field.choices:
        notes.append(t("form.template.choices", choices=", ".join(field.choices)))
    if field.of:
        folder = f"guide_data/vocabulary/{field.of}.yml" if field.control == "term" else f"guide_data/{KINDS[field.of].folder}"
        notes.append(t("form.template.id", folder=folder))
    if field.example:
        notes.append(t("form.template.example", example=field.example))
    if field.allows_unknown:
        notes.append(t("form.template.unknown"))
    return f"{field.help[t.language]} [{t('form.template.between').join(notes)}]"
