"""The sentence of a finding, in the language of whoever reads it."""

from __future__ import annotations

import re

from ..findings import Finding
from ..strings import Strings
from ..typography import typeset

# A list longer than this is no help; the nearest term is.
_LONGEST_LIST = 16


def sentence(finding: Finding, t: Strings) -> str:
    """What to do about a finding, with the nearest allowed value and the line to paste. One line, no control characters."""
    params = {name: _shown(value) for name, value in finding.params.items()}
    if same := params.get("same"):
        params["same"] = t("check.languages-identical.name", line=same)
    text = t(f"check.{finding.code}", **params)
    if nearest := params.get("nearest"):
        text += t("check.nearest", nearest=nearest)
    text = typeset(text, t.language)
    if finding.paste:
        text += typeset(t("check.paste", line="{line}"), t.language).replace("{line}", finding.paste)
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+", " ", text)


def _shown(value: object) -> str:
    if not isinstance(value, list):
        return str(value)
    shown = ", ".join(str(item) for item in value[:_LONGEST_LIST])
    return shown + (" …" if len(value) > _LONGEST_LIST else "")
