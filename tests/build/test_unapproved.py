"""A hundred and more ways of not quite approving: whatever stands where an approval should, no byte of the record gets out.

What is refused is read alone, since it stops every build. What is read as a draft is built, all of it together, beside
published records that name the drafts.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from guide import known
from guide.checks import about, checked
from guide.records import KINDS
from guide.records.validate import validated
from guide.yaml_source import read_bytes
from tests.hostile.unapproved import VARIANTS, draft_of
from tests.project import CASE, ENGAGEMENT_REPORT, MINIMAL, Project, new_project
from tests.unit.samples import MESSAGE, MESSAGE_TEXT, edited

from .parsed import told
from .test_drafts import MARK, RECORD
from .test_submissions import TOKENS
from .traces import traces

COUNTER = "guide_data/case_studies/counter.yml"
TOWN = "guide_data/organizations/town.yml"
DRAFTS = {
    "case_study": ("case_studies", RECORD),
    "exchange_report": ("exchange_reports", next(iter(TOKENS.values()))),
    "engagement_report": ("engagement_reports", TOKENS[f"guide_data/engagement_reports/{MARK}.yml"]),
}


def one_of_many(kind: str, text: str, number: int) -> str:
    """The same record once more, with addresses or months of its own, so that many can stand side by side."""
    if kind == "case_study":
        return text.replace(f"slug: {{en: {MARK}-en, fr: {MARK}-fr}}", f"slug: {{en: {MARK}-en-{number}, fr: {MARK}-fr-{number}}}")
    return re.sub(r"(?<=month: |arted: )1911-1[01]", f"{1812 + number // 12}-{number % 12 + 1:02}", text)


@pytest.fixture(scope="module")
def variants(tmp_path_factory) -> dict[str, dict[str, list]]:
    """What becomes of each variant for each kind of record: whether it is published, whether an error stops the build, its file."""
    library, _ = checked(new_project(tmp_path_factory.mktemp("variants") / "guide").root)
    found: dict[str, dict[str, list]] = {}
    for kind, (folder, text) in DRAFTS.items():
        for number, (name, consent) in enumerate(VARIANTS.items()):
            content = draft_of(one_of_many(kind, text, number), consent)
            document = read_bytes(content, f"guide_data/{folder}/hidden.yml")
            record, _ = validated(document, KINDS[kind].model)
            is_refused = any(finding.severity == "error" for finding in about(library, kind, "hidden", document))
            found.setdefault(name, {})[kind] = [record is not None and record.is_published, is_refused, content]
    return found


def test_there_are_more_than_a_hundred_ways_not_to_approve():
    """Missing, empty, false, misspelt, look-alike, of another type, for another language, part or date."""
    assert len(VARIANTS) > 100 and len(set(VARIANTS.values())) == len(VARIANTS)


def test_only_the_exact_form_publishes(variants):
    """Of no variant does the record get into the library that pages are made from."""
    assert [f"{kind}: {name}" for name, kinds in variants.items() for kind, (is_published, is_refused, _) in kinds.items() if is_published and not is_refused] == []


def naming(draft: str) -> dict[str, str]:
    """Published records that name a draft wherever a record may name a case. What they say about it holds the mark too."""
    relation = f"  - case: {draft}\n    reason: {{en: {MARK} reason, fr: {MARK} raison}}\n"
    statement = f"  - text: {{en: {MARK} says so., fr: {MARK} le dit.}}\n    cases: [{draft}]\n"
    step = ("order: 1\ntitle: {en: Begin, fr: Commencer}\nsummary: {en: Somebody has to., fr: Il le faut bien.}\nchecklist:\n  - id: door\n    text: {en: The door is open., fr: La porte est ouverte.}\n"
            "guidance:\n  - {url: https://www.example.ca/guidance, title: On doors, language: en, seen_on: 2026-11-22, says: {en: Doors open., fr: Les portes s'ouvrent.}}\n"
            f"cases:\n{relation}modified: 2026-11-24\n")
    arrangement = MINIMAL["guide_data/vocabulary/arrangement.yml"] + "    when_it_fits:\n" + "".join(f"    {line}\n" for line in statement.splitlines())
    return {
        COUNTER: f"{CASE}related:\n{relation}replicates: {draft}\n# {MARK} in a comment\n",
        "guide_data/engagement_reports/town.yml": ENGAGEMENT_REPORT.replace("case: counter", f"case: {draft}"),
        "guide_data/vocabulary/arrangement.yml": arrangement,
        "guide_data/path_steps/begin.yml": step,
        "guide_data/lessons/doors.yml": f"order: 1\ntitle: {{en: Doors, fr: Portes}}\nsummary: {{en: About doors., fr: Au sujet des portes.}}\npoints:\n{statement}modified: 2026-11-23\n",
        MESSAGE: edited(MESSAGE_TEXT, ("long:\n", f"# {MARK} in a comment\nlong:\n")) + f"  - case: {draft}\n    shows: {{en: {MARK} shows it., fr: {MARK} le montre.}}\n",
    }


@pytest.fixture(scope="module")
def crowded(variants, tmp_path_factory) -> tuple[Project, str]:
    """A Guide with every variant that is no error, and published records that name the drafts; with what the build said."""
    drafts = {f"guide_data/{DRAFTS[kind][0]}/{MARK}-{number}.yml": content for number, kinds in enumerate(variants.values())
              for kind, (_, is_refused, content) in kinds.items() if not is_refused}
    first = next(Path(name).stem for name in drafts if "case_studies" in name)
    only_drafts = {name.replace("town", f"{MARK}-office"): text.replace("Springfield", MARK).replace("springfield", MARK) for name, text in MINIMAL.items() if name == TOWN}
    drafts = {name: content.replace(b"organization: town\n", f"organization: {MARK}-office\n".encode()) if "case_studies" in name else content for name, content in drafts.items()}
    guide = new_project(tmp_path_factory.mktemp("crowded") / "guide", {
        **drafts, **only_drafts, **naming(first),
    })
    done = guide.build("--strict")
    assert done.returncode == 0, done.stdout
    assert len(drafts) > 20
    return guide, re.sub(rf"{MARK}(-[a-z0-9]+)*\.yml", "", done.stdout)  # a warning names the file that lacks its consent


def test_no_byte_of_any_draft_is_in_the_site_nor_in_the_log(crowded):
    """Not in a page, a name, a file to download, an index or a picture; not through a record that names it."""
    guide, said = crowded

    assert not (found := traces(guide.root / "site", MARK, said)), told(found)


def test_the_checker_in_the_browser_knows_nothing_of_the_drafts(crowded):
    """What it is given to check other files with names none of them, and says nothing of them."""
    library = checked(crowded[0].root)[0]
    given = known.told(library)

    assert MARK not in json.dumps(given, ensure_ascii=False).lower() and known.library_of(given).case_studies.keys() == {"counter"}
    assert json.dumps(known.told(library.published())) == json.dumps(given)


def test_what_is_published_beside_the_drafts_is_there(crowded):
    """The case, the report and the message that name a draft are shown; only what they say about it is not."""
    guide, _ = crowded

    assert "A counter for two governments" in guide.page("en/case-studies/shared-counter") and "Share a counter" in guide.page("en/key-messages")
    assert "A shared counter was opened with the province." in guide.page("en/reporting-back") and "Il le faut bien." in guide.page("fr/parcours-de-partenariat")
