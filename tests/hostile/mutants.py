"""Mutants of the project's own records: each is one line changed as a slip or a malice would, with the line that it is about.

`python -m tests.hostile.mutants 5000 7` tries five thousand of them with the seed 7 and tells what broke a promise. A small share
runs with the tests (test_mutants.py).
"""

from __future__ import annotations

import collections
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from guide.checks import about, checked
from guide.findings import Finding
from guide.library import Library
from guide.reports import text
from guide.strings import all_strings
from guide.yaml_source import read_bytes

ROOT = Path(__file__).parent.parent.parent
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\ufeff]")
FOREIGN = re.compile(r"Traceback|NoneType|\b(?:None|ValueError|KeyError|Exception)\b|<class|object at 0x")
LINE = re.compile(r"^(?P<lead> *(?:- )*)(?P<key>[a-z_]+): (?P<value>\S.*)$")
ODD = "\x00\x01\x07\x0b\x0c\x1b\x7f\x85\u00a0\u00ad\u200b\u200c\u200d\u200e\u2028\u2029\u202e\u2066\u2067\u2069\u3000\ufeff\ufffd\uffff\U0001f600\U000e0041\t'\"`:#[]{},&*!|>%@\\?-~=<é«»’"
VALUES = (
    "", '""', "''", "~", "null", "true", "[]", "{}", "[a, b]", "{a: b}", "2024-13-45", "99:99:99", "0x1F", "1e999", ".nan", "-1", "9" * 400, "unknown", "Inconnu", "TBD", "!!int x", "!!float x",
    "!!python/object/apply:os.system [id]", "!ENV HOME", "&a x", "*a", "<<", "| x", "> x", "'a'b", '"a"b', '"\\ud800"', '"\\0"', '"\\x07"', "'unclosed", '"unclosed', "[unclosed", "{unclosed", "a: b",
    "a #b", "@x", "`x`", "%x", "? x", "- x", "x" * 6000, "../../etc/passwd", "con", "CON", "http://10.0.0.1/", "https://127.0.0.1/", "https://[::1]/", "https://2130706433/", "https://0x7f000001/",
    "https://0177.0.0.1/", "https://u:p@www.example.ca/", "https://www.example.ca:99999/", "https://www.ex\u0430mple.ca/", "https://xn--exmple-cua.ca/", "javascript:alert(1)", "//www.example.ca/",
    "https:\\\\www.example.ca\\", "&#106;avascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://localhost/", "https://intranet/", "https://www.example.ca/\u202e", "ftp://www.example.ca/",
)


@dataclass(frozen=True)
class Mutant:
    """A changed record. `line` is the one that is to blame, 0 where it is not one line."""

    kind: str
    name: str
    how: str
    raw: bytes
    line: int


def _value(line: str, chance: random.Random) -> str:
    match = LINE.match(line)
    return f"{match['lead']}{match['key']}: {chance.choice(VALUES)}" if match else line


def _renamed(line: str, chance: random.Random) -> str:
    match = re.match(r"^( *(?:- )*)([a-z_]{3,})(:.*)$", line)
    if not match or match[2] in ("unknown",):
        return line
    key, at = match[2], chance.randrange(len(match[2]))
    return match[1] + chance.choice((key[:at] + key[at + 1:], key.upper(), key[:at] + "x" + key[at:], key[:at] + "\u0435" + key[at + 1:])) + match[3]


def _odd(line: str, chance: random.Random) -> str:
    at = chance.randrange(len(line) + 1)
    return line[:at] + chance.choice(ODD) + line[at:]


def _cut(line: str, chance: random.Random) -> str:
    at = chance.randrange(len(line))
    return line[:at] + line[at + chance.choice((1, 1, 1, 2, 5)):]


def _doubled(line: str, chance: random.Random) -> str:
    return f"{line}\n{line}" if re.match(r"^ *[a-z_]+:", line) else line


def _pushed(line: str, chance: random.Random) -> str:
    return chance.choice((" ", "  ", "   ", "\t", "\u00a0")) + line


def _pulled(line: str, chance: random.Random) -> str:
    return line[chance.choice((1, 2)):] if line.startswith("  ") else line


def _quoted(line: str, chance: random.Random) -> str:
    match = LINE.match(line)
    return f"{match['lead']}{match['key']}: {chance.choice(chr(34) + chr(39))}{match['value']}" if match else line


def _joined(line: str, chance: random.Random) -> str:
    return line.replace(": ", ":", 1) if LINE.match(line) else line.replace("- ", "-", 1)


def _without_colon(line: str, chance: random.Random) -> str:
    return re.sub(r"^( *(?:- )*[a-z_]+):", r"\1", line)


def _marked(line: str, chance: random.Random) -> str:
    match = LINE.match(line)
    return f"{match['lead']}{match['key']}: {chance.choice(('&x ', '*x ', '!x ', '!!str ', '!!binary '))}{match['value']}" if match else line


HOW: tuple[Callable[[str, random.Random], str], ...] = (_value, _renamed, _odd, _cut, _doubled, _pushed, _pulled, _quoted, _joined, _without_colon, _marked)


def _bytes(raw: bytes, chance: random.Random) -> bytes:
    """A few bytes turned, cut out or put in; or the whole in another encoding."""
    if chance.random() < .1:
        return raw.decode("utf-8").encode(chance.choice(("utf-16", "utf-32", "utf-7", "cp1252", "utf-8-sig")), errors="replace")
    changed = bytearray(raw)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed))
        if chance.random() < .5:
            changed[at] ^= 1 << chance.randrange(8)
        else:
            changed[at:at + chance.randrange(3)] = bytes(chance.randrange(256) for _ in range(chance.randrange(3)))
    return bytes(changed)


def mutants(library: Library, count: int, seed: int) -> Iterator[Mutant]:
    """A number of mutants, the same for the same seed."""
    chance = random.Random(seed)
    records = [(kind, name, (ROOT / document.path).read_bytes()) for (kind, name), document in sorted(library.documents.items())]
    made = 0
    while made < count:
        kind, name, raw = chance.choice(records)
        lines, how = raw.decode("utf-8").split("\n"), chance.choice((*HOW, None))
        number = chance.randrange(len(lines) - 1)
        if how is None:
            mutant = Mutant(kind, name, "bytes", _bytes(raw, chance), 0)
        elif not lines[number].strip() or lines[number].lstrip().startswith("#"):
            continue
        else:
            new = how(lines[number], chance)
            text = "\n".join([*lines[:number], new, *lines[number + 1:]])
            mutant = Mutant(kind, name, how.__name__.strip("_"), text.encode("utf-8", errors="surrogatepass"), number + 1)
        if mutant.raw != raw:
            made += 1
            yield mutant


@dataclass(frozen=True)
class Verdict:
    """What the checker said about a mutant, and how long it took."""

    mutant: Mutant
    findings: list[Finding]
    seconds: float
    lines: list[str]

    @property
    def errors(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.severity == "error"]

    @property
    def is_exact(self) -> bool:
        """Whether an error stands on the line that was changed; a doubled line may be told at either."""
        wanted = {self.mutant.line, self.mutant.line + (self.mutant.how == "doubled")}
        return any(finding.line in wanted for finding in self.errors)

    @property
    def faults(self) -> list[str]:
        """The sentences that no contributor should read."""
        return [line for line in self.lines if CONTROL.search(line) or FOREIGN.search(line) or line.rstrip().endswith(": ")]


def verdict(library: Library, mutant: Mutant) -> Verdict:
    """Check a mutant in the place of its record, as the form in the browser and `guide check` do."""
    started = time.process_time()
    document = read_bytes(mutant.raw, library.documents[mutant.kind, mutant.name].path)
    findings = about(library, mutant.kind, mutant.name, document)
    lines = [text.line(finding, words) for words in all_strings().values() for finding in findings]
    return Verdict(mutant, findings, time.process_time() - started, lines)


def main(count: int, seed: int) -> None:
    """Try mutants and tell, by the kind of change, how many were refused, and of these how many at their own line."""
    library, _ = checked(ROOT)
    told: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
    slowest = 0.0
    for mutant in mutants(library, count, seed):
        try:
            found = verdict(library, mutant)
        except Exception as error:
            print(f"TRACEBACK {mutant.kind} {mutant.name} {mutant.how} line {mutant.line}: {type(error).__name__} {error}")
            continue
        slowest = max(slowest, found.seconds)
        told[mutant.how].update(tried=1, refused=bool(found.errors), exact=bool(found.errors) and found.is_exact)
        if found.faults or found.seconds > 2:
            print(f"FAULT {mutant.kind} {mutant.name} {mutant.how} line {mutant.line}: {found.seconds:.1f} s {found.faults[:2]}")
        if found.errors and mutant.line and not found.is_exact:
            changed = mutant.raw.decode("utf-8", errors="replace").split("\n")[mutant.line - 1]
            print(f"elsewhere {mutant.kind}/{mutant.name}:{mutant.line} {mutant.how} {changed[:80]!a}\n    {found.lines[0][:200]}")
    refused, exact = (sum(counts[what] for how, counts in told.items() if how != "bytes") for what in ("refused", "exact"))
    for how, counts in told.items():
        print(how, dict(counts))
    print(f"{exact} of {refused} refusals at the line that was changed: {100 * exact / max(refused, 1):.1f} %; the slowest took {slowest:.2f} s")


if __name__ == "__main__":
    main(*(int(argument) for argument in (sys.argv[1:] or ("1000", "1"))))
