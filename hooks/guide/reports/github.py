"""Findings as annotations on the lines of a pull request, each in both languages: nobody chose one there.

Format: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
GitHub shows ten errors and ten warnings of one step on the lines; the log of the step has them all.
"""

from __future__ import annotations

from ..findings import Finding
from ..languages import other
from ..strings import Strings, all_strings
from . import text
from .repairs import Repairs, as_data
from .sentence import sentence, visible

# A line end inside a message, as workflow commands have it.
_NEXT_LINE = "%0A"


def report(findings: list[Finding], files: int, t: Strings, repairs: Repairs | None = None) -> str:
    """One workflow command for each repair and each finding, the sentence in the language of `t` first; then the totals as an ordinary line."""
    both = [t, all_strings()[other(t.language)]]
    return "\n".join([*_notices(repairs or {}, both), *(_command(finding, both) for finding in findings),
                      " / ".join(text.totals(findings, files, words) for words in both)])


def _notices(repairs: Repairs, both: list[Strings]) -> list[str]:
    """What was repaired."""
    told = zip(*(as_data(repairs, words) for words in both))
    return [f"::notice file={_property(here['path'])},line={here['line'] or 1}::" + _NEXT_LINE.join(_data(found["sentence"]) for found in (here, there))
            for here, there in told]


def _command(finding: Finding, both: list[Strings]) -> str:
    place = f"file={_property(finding.path)},line={finding.line},col={finding.column}"
    title = finding.place or " / ".join(words("check.file") for words in both)
    return f"::{finding.severity} {place},title={_property(title)}::" + _NEXT_LINE.join(_data(sentence(finding, words)) for words in both)


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
