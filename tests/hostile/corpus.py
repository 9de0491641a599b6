"""The corpus of bad files in tests/data/bad: one fault a file, with the exact lines that `guide check` says about it.

`<field>_<reason>.yml` is the minimal good record with one thing changed; records of another kind, and pages written
by hand, stand in a folder of their own. `<field>_<reason>.expected.txt` beside it holds the English lines, a line
`--`, and the French lines.
"""

from __future__ import annotations

from pathlib import Path

from guide.findings import Finding
from guide.reports import text
from guide.strings import strings
from tests.project import CASE, ENGAGEMENT_REPORT, EXCHANGE_REPORT, new_project

BAD = Path(__file__).parent.parent / "data" / "bad"
EXPECTED = ".expected.txt"
# Whose place a bad file takes in the minimal Guide, by its folder. A page takes that of its own language.
PLACES = {
    "": "guide_data/case_studies/counter.yml",
    "organizations": "guide_data/organizations/town.yml",
    "vocabulary": "guide_data/vocabulary/channel.yml",
    "bodies": "guide_data/bodies/council.yml",
    "milestones": "guide_data/milestones/first.yml",
    "key_messages": "guide_data/key_messages/one.yml",
    "lessons": "guide_data/lessons/doors.yml",
    "path_steps": "guide_data/path_steps/begin.yml",
    "exchange_reports": "guide_data/exchange_reports/town-2026-10.yml",
    "engagement_reports": "guide_data/engagement_reports/town-2026-09.yml",
    "ledger": "guide_data/addresses.yml",
    "docs": "docs/about.{language}.md",
}
# A second case, for faults that need a neighbour.
ANNEX = "guide_data/case_studies/annex.yml"
NEIGHBOUR = (CASE.replace("A counter for two governments", "An annex of the counter")
             .replace("Un comptoir pour deux gouvernements", "Une annexe du comptoir")
             .replace("shared-counter", "annex").replace("comptoir-partage", "annexe"))

# An earlier report of the same member, and a case that waits for its consent, for the same reason.
EARLIER = {
    "ledger": ("guide_data/case_studies/waiting.yml", NEIGHBOUR.replace("annex", "waiting").replace("annexe", "attente").replace("An annex of", "What waits for")
               .replace("Une annexe", "Une attente").replace("basis: public-sources", "basis: pending")),
    "exchange_reports": ("guide_data/exchange_reports/earlier.yml", EXCHANGE_REPORT.replace("month: 2026-10", "month: 2026-04")),
    "engagement_reports": ("guide_data/engagement_reports/earlier.yml", ENGAGEMENT_REPORT.replace("2026-04", "2025-10").replace("2026-09", "2026-03")),
}


def bad_files() -> list[Path]:
    """Every bad file, in the order of its name."""
    return sorted(path for path in BAD.rglob("*.*") if path.suffix in (".yml", ".md"))


def expectations() -> list[Path]:
    """Every file with expected lines."""
    return sorted(BAD.rglob("*" + EXPECTED))


def name_of(path: Path) -> str:
    """`organizations/kind_ministry`: a bad file or its expectation, without what comes behind the name."""
    return path.relative_to(BAD).as_posix().removesuffix(EXPECTED).removesuffix(".yml").removesuffix(".md")


def place_of(path: Path) -> str:
    """The path of a bad file in the temporary project."""
    folder = path.parent.relative_to(BAD).as_posix()
    return PLACES["" if folder == "." else folder].format(language=path.stem.rpartition(".")[2])


def files_with(path: Path) -> dict[str, bytes | str]:
    """What to change in the minimal Guide to meet a bad file."""
    earlier = [EARLIER[path.parent.name]] if path.parent.name in EARLIER else []
    return {ANNEX: NEIGHBOUR, **dict(earlier), place_of(path): path.read_bytes()}


def lines_about(findings: list[Finding]) -> str:
    """Findings as they are read: in English, a line `--`, and in French."""
    english, french = ([text.line(finding, strings(language)) for finding in findings] for language in ("en", "fr"))
    return "\n".join([*english, "--", *french]) + "\n"


def findings_of(path: Path, folder: Path) -> list[Finding]:
    """Everything that is found in a minimal Guide with one bad file, made in a folder."""
    return new_project(folder, files_with(path)).prepare().findings
