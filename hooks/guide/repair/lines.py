"""Lines that YAML reads otherwise than they look: the reader knows what was meant, and the line is written that way."""

from __future__ import annotations

from collections.abc import Iterator

from ..yaml_source import characters
from .draft import Draft, Proposal

# Of what the reader names, what has one correction. A dash behind a colon may begin a list or a text; of two versions
# that met in git, a person keeps one.
REPAIRED = {
    "tab", "nonbreaking-indentation", "quotes", "backslash", "special-start", "colon", "missing-space", "missing-colon",
    "indentation", "text-indentation", "block-text",
}


def proposals(draft: Draft) -> Iterator[Proposal]:
    """Each line as the reader took it."""
    meant: dict[int, tuple[str, str]] = {}
    left: set[int] = set()
    for number, code, line in draft.document.corrected:
        if code not in REPAIRED or not characters.is_plain(draft.lines[number]):
            left.add(number)
        if number not in left:
            meant[number] = (line, code)
    for number, (line, code) in meant.items():
        yield Proposal(number, number + 1, (line,), code)
    yield from _with_comment_sign(draft)


def _with_comment_sign(draft: Draft) -> Iterator[Proposal]:
    """`Bureau #3` is a text; what stands behind `# ` may be a comment, and is left to a person."""
    for finding in draft.findings:
        lost = str(finding.params.get("lost", ""))
        if finding.code == "comment-behind" and finding.paste and lost[1:2].strip():
            line = draft.lines[finding.line - 1]
            yield Proposal(finding.line - 1, finding.line, (line[: len(line) - len(line.lstrip())] + finding.paste,), finding.code)
