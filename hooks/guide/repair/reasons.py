"""Why something was changed: the key of its sentence, in locales under `repair.<reason>`."""

from __future__ import annotations

# Several findings have one reason; the others have their own name.
_OF_FINDINGS = {
    **dict.fromkeys(("indentation", "text-indentation", "too-far-left", "too-far-right", "dash-inside"), "level"),
    **dict.fromkeys(("special-start", "colon", "comment-behind", "anchor", "alias", "tag"), "quotes"),
    **dict.fromkeys(("missing-space", "missing-colon"), "separator"),
    **dict.fromkeys(("slug-form", "term-form"), "slug"),
    **dict.fromkeys(("not-in-list", "no-such-source", "no-such-term", "jurisdiction-code", "no-such-organization", "no-such-case-study",
                     "no-such-body"), "spelling"),
    **dict.fromkeys(("date-form", "day-form", "month-form"), "date"),
    **dict.fromkeys(("number-form", "count-form"), "number"),
    **dict.fromkeys(("listed-twice", "duplicate-key"), "twice"),
    **dict.fromkeys(("list-expected", "dash-missing"), "list"),
}
# Of changes that no finding asks for.
_OF_TEXTS = ("file-start", "line-ends", "blanks-behind", "last-line", "hidden-character", "order", "encoding")
_ALONE = ("tab", "nonbreaking-indentation", "quotes", "typographic-quotes", "backslash", "block-text", "unknown-field", "unknown-word", "true-expected",
          "text-expected")
REASONS = tuple(dict.fromkeys((*_ALONE, *_OF_FINDINGS.values(), *_OF_TEXTS)))
# Changes that nobody sees: by themselves they are no reason to write a file that nobody named.
UNSEEN = {"file-start", "line-ends", "blanks-behind", "last-line"}


def reason_of(code: str) -> str:
    """The reason for a change that a finding asks for."""
    return _OF_FINDINGS.get(code, code)
