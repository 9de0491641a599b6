"""Repairs lose nothing and make nothing worse: the corpus of bad files, some that are broken at random, and the real data.

`<field>_<reason>.repaired.txt` beside a bad file holds what `guide check --fix` says about it, in English, a line `--`,
and in French. A file without it is left to a person.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from guide.checks import about, checked
from guide.commands.fix import repairs
from guide.findings import Finding, count
from guide.library import Library
from guide.records import KINDS
from guide.repair import Repaired, decoded, repaired
from guide.reports.repairs import told
from guide.strings import strings
from guide.yaml_source import read_bytes
from tests.project import CASE, ROOT, new_project

from .corpus import ANNEX, BAD, EARLIER, NEIGHBOUR, bad_files, name_of, place_of

REPAIRED = ".repaired.txt"
RECORDS = [path for path in bad_files() if place_of(path).startswith("guide_data/") and path.parent.name != "ledger"]
COUNTER = ("case_study", "counter")


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Library:
    """The minimal library, with the neighbours of the bad files."""
    project = new_project(tmp_path_factory.mktemp("repairs") / "guide", {ANNEX: NEIGHBOUR, **dict(EARLIER.values())})
    return checked(project.root)[0]


def record_of(path: Path) -> tuple[str, str]:
    """The kind and the id in whose place a bad file stands."""
    place = Path(place_of(path))
    return next(kind.name for kind in KINDS.values() if kind.folder == place.parent.name), place.stem


def found_in(text: str, library: Library, record: tuple[str, str] = COUNTER) -> list[Finding]:
    """What the checker says about a text."""
    kind, name = record
    return about(library, kind, name, read_bytes(text.encode("utf-8", "surrogatepass"), f"guide_data/{KINDS[kind].folder}/{name}.yml"))


@dataclass(frozen=True)
class Tried:
    """A bad file as it was and as it was meant, with what is found in both. One that is no text is left alone."""

    changes: tuple
    before: list[Finding]
    after: list[Finding]
    again: Repaired | None

    @property
    def can_be_pasted(self) -> bool:
        return any(finding.paste for finding in self.after)


@pytest.fixture(scope="module")
def tried(library) -> dict[Path, Tried]:
    """Every bad file, repaired."""
    return {path: try_out(path, library) for path in RECORDS}


def try_out(path: Path, library: Library) -> Tried:
    """Repair a bad file, and repair it again."""
    text, before = decoded(path.read_bytes())
    if text is None:
        return Tried((), [], [], None)
    record = record_of(path)
    done = repaired(*record, text, library)
    again = repaired(*record, done.text, library)
    return Tried((*before, *done.changes), found_in(text, library, record), found_in(done.text, library, record), again if again != Repaired(done.text) else None)


@pytest.mark.parametrize("path", RECORDS, ids=name_of)
def test_a_bad_file_is_repaired_in_exactly_these_lines(path, tried):
    """What is changed, and why, is what stands beside the file, in English and in French."""
    changes = {place_of(path): tried[path].changes}
    expected = path.with_name(path.stem + REPAIRED)

    lines = "\n--\n".join("\n".join(told(changes, strings(language))) for language in ("en", "fr")) + "\n"

    assert (lines if changes[place_of(path)] else "") == (expected.read_text("utf-8") if expected.exists() else "")


def test_every_description_of_a_repair_has_its_file():
    """None is left behind."""
    assert {path.name.removesuffix(REPAIRED) for path in BAD.rglob("*" + REPAIRED)} <= {path.stem for path in RECORDS}


@pytest.mark.parametrize("path", RECORDS, ids=name_of)
def test_a_repair_leaves_no_more_errors_and_nothing_to_repair(path, tried):
    """No file gets worse, and a second run changes nothing."""
    assert count(tried[path].after, "error") <= count(tried[path].before, "error")
    assert tried[path].again is None


# Lines to paste that a person has to be sure of: another word, another date, a protocol, what an approval says, a field that
# is missing, a text that would be cut off.
LEFT = {
    "arrangement_tag", "as_of_30-february", "bodies/name_missing", "consent_blank-in-quotes", "consent_look-alike", "contact_page-without-https",
    "engagement_reports/consent_public-sources", "engagement_reports/kind_emailed", "engagement_reports/reached_missing",
    "exchange_reports/consent_council-documents", "exchange_reports/consent_public-sources", "exchange_reports/form_2017",
    "exchange_reports/month_day", "figure_comma", "file_key-is-a-list", "file_typical-mistakes", "key_messages/audience_managers",
    "key_messages/evidence_missing", "lessons/points_without-cases", "organizations/page_without-https", "partners_missing",
    "partners_misspelt-id", "slug_too-long", "title_all-in-brackets", "vocabulary/terms_statement-as-text", "year_fiscal",
}


def test_what_can_be_pasted_is_repaired_unless_a_person_has_to_be_sure(tried):
    """The corpus names the others one by one."""
    assert {name_of(path) for path in RECORDS if tried[path].can_be_pasted} == LEFT


SLIPS = (
    lambda line, chance: line.replace(": ", ":", 1),
    lambda line, chance: line.replace("  ", "\t", 1),
    lambda line, chance: " " + line,
    lambda line, chance: line.replace("  ", "\u00a0\u00a0", 1),
    lambda line, chance: line[: (at := chance.randrange(len(line) + 1))] + chance.choice("xé#:\"'*&[ ") + line[at:],
    lambda line, chance: line[: (at := chance.randrange(len(line) + 1))] + line[at + 1:],
    lambda line, chance: line.title(),
    lambda line, chance: line + chance.choice(("  ", " # seen", ": more", " #2")),
    lambda line, chance: line.replace("- ", "-", 1),
    lambda line, chance: "",
)


@pytest.mark.parametrize("seed", range(100))
def test_a_file_that_is_broken_at_random_gets_no_worse(seed, library):
    """Several slips anywhere: never more errors than the checker told before, never an end to be waited for, and nothing new the second time."""
    chance = random.Random(seed)
    lines = CASE.split("\n")
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(lines))
        lines[at] = chance.choice(SLIPS)(lines[at], chance)
    text = "\n".join(lines)

    done = repaired(*COUNTER, text, library)

    before, after = found_in(text, library), found_in(done.text, library)
    known = {finding.code for finding in before}
    # Some checks need a record that can be read: what these tell then was there before.
    assert count((finding for finding in after if finding.code in known), "error") <= count(before, "error")
    assert repaired(*COUNTER, done.text, library) == Repaired(done.text)
    assert _consent(done.text) == _consent(text)


def _consent(text: str) -> str:
    """The basis of publication as it stands in a text."""
    return "".join(re.findall(r"(?m)^[ \t]*consent.*\n(?:[ \t].*\n)*", text)).replace(" ", "").replace("\t", "")


def test_the_real_data_is_left_as_it_is():
    """A file without findings is not touched, even when it is named."""
    library, findings = checked(ROOT)
    cases = [library.documents["case_study", name].path for name in library.case_studies]

    assert repairs(ROOT, library, findings, [], writes=False) == {}
    assert repairs(ROOT, library, findings, cases, writes=False) == {}
