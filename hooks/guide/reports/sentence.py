"""The sentence of a finding, in the language of whoever reads it."""

from __future__ import annotations

import re

from ..findings import Finding
from ..strings import Strings
from ..typography import typeset

# A list longer than this is no help; the nearest term is.
_LONGEST_LIST = 20
_LONGEST_TEXT = 200


def sentence(finding: Finding, t: Strings) -> str:
    """What to do about a finding, with the nearest allowed value and the line to paste. One line, no control characters."""
    params = {name: _shown(value) for name, value in finding.params.items()}
    if same := params.get("same"):
        params["same"] = _said(t, "check.languages-identical.name", {"line": same})
    text = _said(t, f"check.{finding.code}", params)
    if nearest := params.get("nearest"):
        text += _said(t, "check.nearest", {"nearest": nearest})
    if finding.paste:
        text += _said(t, "check.paste", {"line": finding.paste})
    return visible(text)


def visible(text: str) -> str:
    """A text without what would break a line or hide in it: control characters, line ends, marks of direction, broken bytes."""
    return re.sub("[\x00-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]+", " ", text)


def _said(t: Strings, key: str, params: dict[str, str]) -> str:
    """Our words with their typography; what a file says stays as it was typed. Marks hold its place meanwhile."""
    marks = {name: chr(0xE000 + index) for index, name in enumerate(params) if name != "n"}
    typed = {mark: params[name] for name, mark in marks.items()}
    text = typeset(t(key, **{**params, **marks}), t.language)
    return re.sub("[\ue000-\uf8ff]", lambda found: typed.get(found[0], found[0]), text).replace(", ….", ", …")


def _shown(value: object) -> str:
    if not isinstance(value, list):
        return str(value) if len(str(value)) <= _LONGEST_TEXT else str(value)[:_LONGEST_TEXT] + "…"
    shown = ", ".join(str(item) for item in value[:_LONGEST_LIST])
    return shown + (", …" if len(value) > _LONGEST_LIST else "")
