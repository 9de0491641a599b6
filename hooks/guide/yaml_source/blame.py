"""Which line is to blame when reading fails, and what it was meant to be.

The parser names the place where it could not go on; the line that somebody mistyped is often a line above. So lines
are guessed, the likeliest first, and each guess is tried: the one with which the file can be read furthest is it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

import yaml

from . import traps

# The number of a line (from 0), the code of what is wrong with it, and the corrected line.
Guess = tuple[int, str, str]
MOST_GUESSES = 25
# How many lines above the place are looked at: a text may be long.
FAR, FURTHEST = 40, 1000


def culprit(error: yaml.MarkedYAMLError, lines: list[str], fails_at: Callable[[list[str]], int]) -> Guess | None:
    """The line to correct; None where no guess helps. `fails_at` gives the line at which reading some lines fails."""
    best, reached = None, fails_at(lines)
    for number, code, corrected in islice(_distinct(error, lines), MOST_GUESSES):
        tried = [*lines[:number], corrected, *lines[number + 1:]]
        if (place := fails_at(tried)) > reached:
            best, reached = (number, code, corrected), place
        if reached > len(lines):  # it reads to the end
            break
    return best


def line_above(lines: list[str], number: int) -> int:
    """The nearest line above that says something; -1 if none is near."""
    near = range(number - 1, max(number - 1 - traps.NEAR, -1), -1)
    return next((above for above in near if (said := lines[above].lstrip()) and said[0] != "#"), -1)


def _distinct(error: yaml.MarkedYAMLError, lines: list[str]) -> Iterator[Guess]:
    seen = set()
    for guess in _guesses(error, lines):
        if (guess[0], guess[2]) not in seen and guess[2] != lines[guess[0]]:
            seen.add((guess[0], guess[2]))
            yield guess


def _guesses(error: yaml.MarkedYAMLError, lines: list[str]) -> Iterator[Guess]:
    last = len(lines) - 1
    stopped = min(error.problem_mark.line, last)
    began = min(error.context_mark.line, last) if error.context_mark else stopped
    above = line_above(lines, stopped)
    near = [number for number in dict.fromkeys((stopped, above, began, line_above(lines, above))) if number >= 0]
    yield from _first_field(lines)
    for number in range(stopped, max(stopped - FURTHEST, -1), -1):
        yield from _open_quote(lines, number)
    for number in range(stopped, max(stopped - FAR, -1), -1):
        yield from _unfinished(lines, number)
        yield from _first_below(lines, number)
    for number in near:
        yield from _below_dash(lines, number)
        yield from _trapped(lines, number)
    yield from _outside(lines, stopped)
    for number in near:
        yield from _moved(lines, number)


def _first_field(lines: list[str]) -> Iterator[Guess]:
    """The first field of the file stands at the margin, as those below it do."""
    first = next((number for number, line in enumerate(lines[:FAR]) if line.strip() and not line.lstrip().startswith("#")), 0)
    if traps.indent_of(lines[first]) and any(traps.key_of(line) and not traps.indent_of(line) for line in lines[first + 1: first + FAR]):
        yield from _to(lines, first, 0)


def _trapped(lines: list[str], number: int) -> Iterator[Guess]:
    above = line_above(lines, number)
    for trap in traps.WHEN_READING_FAILS:
        if found := trap(lines[number], lines[above] if above >= 0 else ""):
            yield number, *found


def _open_quote(lines: list[str], number: int) -> Iterator[Guess]:
    """A quotation mark that was never closed leads the parser far down, to the next one."""
    line = lines[number]
    if ("'" in line or '"' in line) and (traps.key_of(line) or line.lstrip().startswith("- ")):
        if found := traps.block_mark(line, "") or traps.unbalanced_quotes(line, ""):
            yield number, *found


def _unfinished(lines: list[str], number: int) -> Iterator[Guess]:
    """A name without its colon or the space behind it, or a text too far to the left: the parser reads on for a while."""
    if traps.key_of(lines[number]) and (found := traps.missing_space(lines[number], "")):
        yield number, *found
    yield from _name_without_colon(lines, number)
    above = line_above(lines, number)
    if above >= 0 and (found := traps.text_not_indented(lines[number], lines[above])):
        yield number, *found


def _below_dash(lines: list[str], number: int) -> Iterator[Guess]:
    """An item of a list stands below the nearest item above that begins alike."""
    line, near = lines[number], reversed(lines[max(number - traps.NEAR, 0): number])
    like = (above for above in near if above.lstrip().startswith("- ") and traps.key_of(above) == traps.key_of(line))
    if line.lstrip().startswith("- ") and (above := next(like, "")):
        yield from _to(lines, number, traps.indent_of(above))


def _name_without_colon(lines: list[str], number: int) -> Iterator[Guess]:
    """`seen_on 2026-11-22`, where other lines of the file are about `seen_on:`; or `problem` alone above `en:`."""
    line, above = lines[number].rstrip(), line_above(lines, number)
    match = re.match(r"(\s*(?:- +)*)([a-z]+(?:_[a-z]+)*)( +\S.*)?$", line)
    if not match or above >= 0 and not traps.key_of(lines[above]) and traps.indent_of(line) >= traps.indent_of(lines[above]):
        return  # a line of a text
    known = {traps.key_of(other) for other in lines[max(number - traps.NEAR, 0): number + traps.NEAR]} | {"en", "fr"}
    if match[2] in known if match[3] else "- " not in match[1]:
        yield number, "missing-colon", f"{match[1]}{match[2]}:{match[3] or ''}"


def _first_below(lines: list[str], number: int) -> Iterator[Guess]:
    """What stands directly below the name of a field stands two spaces further to the right."""
    above = line_above(lines, number)
    if above < 0 or not traps.opens(lines[above]):
        return
    expected, below = len(traps.expected_indent(lines[above])), traps.indent_of(lines[min(number + 1, len(lines) - 1)])
    if not traps.BLOCK_ENDS.search(lines[above]):
        yield from _to(lines, number, expected)
    elif traps.indent_of(lines[number]) > expected == below:  # the first line of a text decides where the others stand
        yield number, "text-indentation", " " * expected + lines[number].lstrip(" ")


def _outside(lines: list[str], number: int) -> Iterator[Guess]:
    """One field stands too far to the left: the lines below it agree with those above it on another place."""
    indent, above = traps.indent_of(lines[number]), line_above(lines, number)
    while above >= 0 and traps.indent_of(lines[above]) >= indent:
        above = line_above(lines, above)
    before = line_above(lines, above) if above >= 0 else -1
    if before >= 0:
        for column in (indent, len(traps.expected_indent(lines[before], lines[above]))):
            yield from _to(lines, above, column)


def _moved(lines: list[str], number: int) -> Iterator[Guess]:
    """A line that belongs to another level: those of the lines above, the nearest first."""
    near = [line for line in lines[max(number - 30, 0): number] if traps.key_of(line)]
    columns = {column for line in near for column in (traps.indent_of(line), len(traps.expected_indent(line)))}
    for column in sorted(columns, key=lambda column: (abs(column - traps.indent_of(lines[number])), column)):
        yield from _to(lines, number, column)


def _to(lines: list[str], number: int, column: int) -> Iterator[Guess]:
    line = lines[number]
    if traps.key_of(line) or line.lstrip().startswith("- "):
        yield number, "indentation", " " * column + line.lstrip(" ")
