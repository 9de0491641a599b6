"""Which line is to blame when reading fails, and what it was meant to be.

The parser names the place where it could not go on; the line that somebody mistyped is often a line above. First come
the guesses that are rarely wrong, then the traps of the lines near the place, then guesses from the lines around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from . import traps

# The number of a line (from 0), the code of what is wrong with it, and the corrected line.
Guess = tuple[int, str, str]


def culprit(error: yaml.MarkedYAMLError, lines: list[str]) -> Guess | None:
    """The line to correct; None where nothing is known."""
    return next((guess for guess in _guesses(error, lines) if guess[2] != lines[guess[0]]), None)


def line_above(lines: list[str], number: int) -> int:
    """The nearest line above that says something; -1 if none is near."""
    near = range(number - 1, max(number - 1 - traps.NEAR, -1), -1)
    return next((above for above in near if (said := lines[above].lstrip()) and said[0] != "#"), -1)


def _guesses(error: yaml.MarkedYAMLError, lines: list[str]) -> Iterator[Guess]:
    last = len(lines) - 1
    stopped = min(error.problem_mark.line, last)
    began = min(error.context_mark.line, last) if error.context_mark else stopped
    yield from _outside(lines, stopped)
    near = [began, stopped, stopped - 1] if stopped - began > 1 else [stopped, began, stopped - 1]
    for number in dict.fromkeys(number for number in near if number >= 0):
        yield from _trapped(lines, number)
    yield from _name_without_colon(lines, stopped)
    yield from _dash_not_below_dash(lines, stopped)
    if error.context_mark and "expected <block end>" in str(error.problem) and traps.key_of(lines[stopped]):
        yield stopped, "indentation", " " * error.context_mark.column + lines[stopped].lstrip(" ")
    yield from _open_quote(lines, stopped)


def _trapped(lines: list[str], number: int) -> Iterator[Guess]:
    above = line_above(lines, number)
    for trap in traps.WHEN_READING_FAILS:
        if found := trap(lines[number], lines[above] if above >= 0 else ""):
            yield number, *found


def _outside(lines: list[str], number: int) -> Iterator[Guess]:
    """One field stands too far to the left: the lines below it and above it agree on another place."""
    indent, above = traps.indent_of(lines[number]), line_above(lines, number)
    while above >= 0 and traps.indent_of(lines[above]) >= indent:
        above = line_above(lines, above)
    before = line_above(lines, above) if above >= 0 else -1
    if before >= 0 and traps.key_of(lines[above]) and traps.key_of(lines[number]) and len(traps.expected_indent(lines[before])) == indent:
        if "- " not in lines[above][:indent]:
            yield above, "indentation", " " * indent + lines[above].lstrip(" ")


def _name_without_colon(lines: list[str], number: int) -> Iterator[Guess]:
    """`seen_on 2026-11-22`, where other lines of the file are about `seen_on:`; or `problem` alone above `en:`."""
    for suspect in (number, line_above(lines, number)):
        match = re.match(r"(\s*(?:- +)*)([a-z_]+)( +\S.*)?$", lines[suspect].rstrip()) if suspect >= 0 else None
        named = match and any(traps.key_of(line) == match[2] for line in lines[max(suspect - traps.NEAR, 0): suspect + traps.NEAR])
        if match and (named or not match[3] and "_" in match[2]):
            yield suspect, "missing-colon", f"{match[1]}{match[2]}:{match[3] or ''}"


def _dash_not_below_dash(lines: list[str], number: int) -> Iterator[Guess]:
    """An item of a list stands below the nearest item above that begins alike."""
    line = lines[number]
    near = reversed(lines[max(number - traps.NEAR, 0): number])
    like = (above for above in near if above.lstrip().startswith("- ") and traps.key_of(above) == traps.key_of(line))
    if line.lstrip().startswith("- ") and (above := next(like, "")):
        yield number, "indentation", " " * traps.indent_of(above) + line.lstrip(" ")


def _open_quote(lines: list[str], number: int) -> Iterator[Guess]:
    """A quotation mark that was never closed may lead the parser far down, to the next one."""
    for above in range(number, max(number - traps.NEAR, -1), -1):
        if (traps.key_of(lines[above]) or lines[above].lstrip().startswith("- ")) and (found := traps.unbalanced_quotes(lines[above], "")):
            yield above, *found
