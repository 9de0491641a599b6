"""The text under repair: its lines, what is found in it, and the rule by which a proposal is accepted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..checks import about
from ..findings import Finding, count
from ..folders import DATA
from ..library import Library
from ..records import KINDS
from ..records.validate import validated
from ..yaml_source import Document, Mapping, read_bytes
from .reasons import reason_of
# A large file with many errors takes a while to be read: what is left is for the next run.
MOST_TRIES = 60
# Only a person approves: nothing below this field is written for anybody.
UNTOUCHED = "consent"


@dataclass(frozen=True)
class Change:
    """One change. `line` counts from 1 in the text as it came (0: the file as a whole); `reason` is a key of locales."""

    line: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Repaired:
    """A text and its changes, in the order of its lines. Without changes it is the text that came."""

    text: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """Lines that would take the place of others: `start` and `end` count from 0, the end not included."""

    start: int
    end: int
    lines: tuple[str, ...]
    code: str


class Draft:
    """A text with its lines. `numbers` says on which line of the original each of them stood."""

    def __init__(self, kind: str, name: str, library: Library, text: str) -> None:
        self.kind, self.name, self.library = kind, name, library
        self.original = text
        self.changes: list[Change] = []
        self.tries = 0
        self.lines = text.split("\n")
        self.numbers = list(range(1, len(self.lines) + 1))

    def take(self, lines: list[str], numbers: list[int], changes: Iterable[Change]) -> None:
        """Take other lines. What was found in the ones before is forgotten."""
        self.lines, self.numbers = lines, numbers
        self.changes += changes
        self.__dict__.pop("document", None)
        self.__dict__.pop("findings", None)

    @cached_property
    def document(self) -> Document:
        return self.read(self.lines)

    @cached_property
    def findings(self) -> list[Finding]:
        return about(self.library, self.kind, self.name, self.document)

    def repaired(self) -> Repaired:
        """What came of it. A text is given back with its own bytes where nothing was changed."""
        changes = tuple(sorted(self.changes, key=lambda change: change.line))
        return Repaired("\n".join(self.lines) if changes else self.original, changes)

    def accept(self, proposals: Iterable[Proposal]) -> bool:
        """Make those changes that leave fewer findings than there were: all together if that does it, or else one by one."""
        apart = [proposal for proposal in _apart(proposals) if not is_untouched(self.lines, proposal.start)]
        if len(apart) > 1 and self._try(apart, len(apart)):
            return True
        return any([self._try([proposal], 1) for proposal in reversed(apart)])  # from below, so that the places stay true

    def _try(self, proposals: list[Proposal], gain: int) -> bool:
        self.tries += 1
        if self.tries > MOST_TRIES:
            return False
        changed, numbers = list(self.lines), list(self.numbers)
        for proposal in reversed(proposals):
            changed[proposal.start: proposal.end] = proposal.lines
            first = numbers[min(proposal.start, len(numbers) - 1)]
            kept = numbers[proposal.start: proposal.end]
            numbers[proposal.start: proposal.end] = [kept[index] if index < len(kept) else (kept or [first])[-1] for index in range(len(proposal.lines))]
        document = self.read(changed)
        found = about(self.library, self.kind, self.name, document)
        if _consent(document) != _consent(self.document) or not self._is_better(document, found, gain):
            return False
        self.changes += [Change(self.numbers[proposal.start], tuple(self.lines[proposal.start: proposal.end]), proposal.lines, reason_of(proposal.code))
                         for proposal in proposals]
        self.lines, self.numbers, self.document, self.findings = changed, numbers, document, found
        return True

    def _is_better(self, document: Document, found: list[Finding], gain: int) -> bool:
        """Fewer findings by as much as was proposed, and never more errors.

        Some checks need a record without errors of its own. What they tell once the last of these is gone was not made by
        a repair, and is no reason to refuse it.
        """
        if self._is_refused(self.document) and not self._is_refused(document):
            known = {finding.code for finding in self.findings}
            found = [finding for finding in found if finding.code in known]
        return count(found, "error") <= count(self.findings, "error") and len(found) <= len(self.findings) - gain

    def _is_refused(self, document: Document) -> bool:
        return validated(document, KINDS[self.kind].model)[0] is None

    def read(self, lines: list[str]) -> Document:
        return read_bytes("\n".join(lines).encode("utf-8", errors="surrogatepass"), f"{DATA}/{KINDS[self.kind].folder}/{self.name}.yml")


def is_untouched(lines: list[str], number: int) -> bool:
    """Whether a line belongs to the consent, or is its first one: it or a line that it stands below begins with that word."""
    indent = None
    for line in reversed(lines[: number + 1]):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        own = len(line) - len(line.lstrip())
        if indent is not None and own >= indent:
            continue
        indent = own
        if text.lstrip("'\"- ").casefold().startswith(UNTOUCHED):
            return True
        if indent == 0:
            break
    return False


def _consent(document: Document) -> object:
    """What a text says about its consent."""
    node = document.root.values.get(UNTOUCHED) if isinstance(document.root, Mapping) else None
    return node.plain_data() if node else None


def _apart(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Proposals from top to bottom; of two about the same lines, the first one."""
    kept: list[Proposal] = []
    for proposal in proposals:
        if all(proposal.end <= other.start or proposal.start >= other.end for other in kept):
            kept.append(proposal)
    return sorted(kept, key=lambda proposal: proposal.start)


def location_of(place: str) -> tuple[str | int, ...]:
    """A field as its finding names it, as steps.

    >>> location_of("results[0].unit.fr")
    ('results', 0, 'unit', 'fr')
    """
    return tuple(int(index) if index else name for index, name in re.findall(r"\[(\d+)\]|([^.\[\]]+)", place))
