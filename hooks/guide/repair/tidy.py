"""What nobody sees in a text: a byte order mark, line ends, blanks at the ends of lines, characters without width."""

from __future__ import annotations

import re

from .draft import Change, Draft, is_untouched

# Characters that take no place and mean nothing. Marks of direction and control characters may hide something, and are
# left to a person.
_NOTHING = re.compile("[\u200b\u2060\ufeff]")
# Of a change that is about the file as a whole.
WHOLE = 0


def tidy(draft: Draft) -> None:
    """Make the lines end where their text ends, and the text with a single newline."""
    changes: list[Change] = []
    text = "\n".join(draft.lines)
    if text.startswith("\ufeff"):
        text = text[1:]
        changes.append(Change(WHOLE, (), (), "file-start"))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        changes.append(Change(WHOLE, (), (), "line-ends"))
    lines = text.split("\n")
    numbers = list(range(1, len(lines) + 1))
    for index, line in enumerate(lines):
        if _NOTHING.search(line) and not is_untouched(lines, index):
            lines[index] = _NOTHING.sub("", line)
            changes.append(Change(numbers[index], (line,), (lines[index],), "hidden-character"))
    draft.take(lines, numbers, changes)
    _ends(draft)


def _ends(draft: Draft) -> None:
    """Blanks at the ends of lines, and lines at the end of the text, unless somebody would read them."""
    lines = [line.rstrip(" \t") for line in draft.lines]
    trimmed = sum(line != old for line, old in zip(lines, draft.lines))
    while len(lines) > 2 and not lines[-1] and not lines[-2]:
        lines.pop()
    is_open = bool(lines[-1])
    if is_open:
        lines.append("")
    if lines == draft.lines:
        return
    said = _said(draft.lines, draft)
    if said != _said(lines, draft):
        return
    changes = [Change(WHOLE, (), (), "blanks-behind")] if trimmed else []
    changes += [Change(WHOLE, (), (), "last-line")] if is_open or len(lines) < len(draft.lines) else []
    draft.take(lines, [*draft.numbers, len(draft.numbers)][: len(lines)], changes)


def _said(lines: list[str], draft: Draft) -> object:
    """What a text says, without regard to the blanks that the site does not show either."""
    root = draft.read(lines).root
    return re.sub(r"\s+", " ", repr(root.plain_data() if root else None).replace("\\n", " ").replace("\\t", " ")) if root else None
