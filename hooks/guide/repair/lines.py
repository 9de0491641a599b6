"""Lines that YAML reads otherwise than they look: the reader knows what was meant, and the line is written that way."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding
from ..records import KINDS
from ..yaml_source import characters
from ..yaml_source.traps import indent_of, key_of, quoted
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
        if code not in REPAIRED or not characters.is_plain(draft.lines[number]) or _is_pushed_in(draft, number, line):
            left.add(number)
        if number not in left:
            meant[number] = (line, code)
    for number, (line, code) in meant.items():
        yield Proposal(number, number + 1, (line,), code)
    for finding in draft.findings:
        if finding.paste and finding.code in ("comment-behind", "anchor", "alias", "tag") and (line := _quoted(draft, finding)):
            yield Proposal(finding.line - 1, finding.line, (line,), finding.code)


def _is_pushed_in(draft: Draft, number: int, line: str) -> bool:
    """A field of the record itself, at the margin, is not what stands in the wrong place: the lines above it do."""
    old = draft.lines[number]
    return bool(indent_of(line)) and not indent_of(old) and key_of(old) in KINDS[draft.kind].model.model_fields


def _quoted(draft: Draft, finding: Finding) -> str:
    """A text in quotes, where all of it was meant as text. What stands behind `# ` may be a comment; `*name` may mean `&name`."""
    line = draft.lines[finding.line - 1]
    lost = str(finding.params.get("lost", ""))
    value = line.strip().removeprefix("- ").partition(": ")[2] or line.strip().removeprefix("- ")
    is_text = lost[1:2].strip() if finding.code == "comment-behind" else _in_quotes(value) in finding.paste
    if not is_text or finding.code == "alias" and any("&" + value[1:] in other for other in draft.lines):
        return ""
    return line[: len(line) - len(line.lstrip())] + finding.paste


def _in_quotes(text: str) -> str:
    return quoted(text.strip())
