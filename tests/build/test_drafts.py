"""What an administration has not approved reaches no published byte, and what is withdrawn is gone."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.project import CASE, Project, new_project

from .parsed import told
from .traces import traces as everywhere
from .traces import unpacked
from .trees import tree

MARK = "quokka"
NAME = "guide_data/case_studies/hidden.yml"
# A record in which every text, address and name of our own choosing holds the mark.
RECORD = f"""\
# {MARK} in a comment
title: {{en: {MARK} title, fr: {MARK} titre}}
summary: {{en: {MARK} summary, fr: {MARK} résumé}}
slug: {{en: {MARK}-en, fr: {MARK}-fr}}
partners:
  - organization: town
    role: {{en: {MARK} role, fr: {MARK} rôle}}
channels: [digital]
arrangement: co-location
playbook_model: cross-promotion
services: [permits]
clients: [everyone]
themes: [data]
status: {{term: operating, as_of: 1911-11-11}}
started: 1911
ended: 1912
problem: {{en: {MARK} problem, fr: {MARK} problème}}
approach: {{en: "{MARK} [approach](https://{MARK}.example.ca/)", fr: {MARK} approche}}
results:
  - statement: {{en: {MARK} statement, fr: {MARK} énoncé}}
    figure: 987654321987
    unit: {{en: {MARK} unit, fr: {MARK} unité}}
    year: 1911
    source: {MARK}-source
success_factors: [{{en: {MARK} factor, fr: {MARK} facteur}}]
challenges: [{{en: {MARK} challenge, fr: {MARK} défi}}]
what_did_not_work: [{{en: {MARK} failure, fr: {MARK} échec}}]
lessons: [{{en: {MARK} lesson, fr: {MARK} leçon}}]
replication:
  agreement: {{en: {MARK} agreement, fr: {MARK} accord}}
  steps: {{en: {MARK} steps, fr: {MARK} étapes}}
  roles: {{en: {MARK} roles, fr: {MARK} rôles}}
  effort: {{en: {MARK} effort, fr: {MARK} efforts}}
  cost: {{en: {MARK} cost, fr: {MARK} coût}}
  conditions: {{en: {MARK} conditions, fr: {MARK} exigences}}
  transferable: {{en: {MARK} parts, fr: {MARK} éléments}}
evidence: moderate
contact: {{organization: town, page: "https://{MARK}.example.ca/ask", mailbox: {MARK}@example.ca, verified: 1911-11-11}}
sources:
  - id: {MARK}-source
    url: https://{MARK}.example.ca/
    title: {{en: {MARK} source, fr: {MARK} en français}}
    language: en
    seen_on: 1911-11-11
    supports: [problem, approach, results, success_factors, challenges, what_did_not_work, lessons, replication]
reviewed: {{on: 1911-11-11, against: owner}}
review_by: 1911-11-12
changes:
  - on: 1911-11-11
    what: {{en: {MARK} change, fr: {MARK} changement}}
    why: {{en: {MARK} reason, fr: {MARK} raison}}
related:
  - case: counter
    reason: {{en: {MARK} relation, fr: {MARK} lien}}
replicates: counter
"""
APPROVAL = "consent:\n  basis: author-approval\n  administration: town\n  role: {{en: {0} role, fr: {0} fonction}}\n  approved_on: 1911-11-11\n  languages: [{1}]\n  parts: [whole]\n"
NOT_PUBLISHED = {
    "no consent": "",
    "consent pending": "consent:\n  basis: pending\n",
    "approved in one language only": APPROVAL.format(MARK, "fr"),
}
APPROVED = RECORD + APPROVAL.format(MARK, "en, fr")


def traces(site: Path, said: str = "") -> list[str]:
    """Where the mark is, in file names, bytes or the log; or a figure or a date of the draft."""
    found = everywhere(site, MARK, said)
    places = {path.relative_to(site).as_posix(): unpacked(path.read_bytes()) for path in site.rglob("*") if path.is_file()}
    return found + [f"{name}: a figure or a date of the draft" for name, content in places.items()
                    if re.search(rb"987[^0-9a-z]*654[^0-9a-z]*321[^0-9a-z]*987|1911", content) and not name.endswith((".map", ".css", ".svg", ".png", ".pptx", ".xlsx"))]


@pytest.fixture(scope="module")
def before(tmp_path_factory) -> dict[str, str]:
    """The site of the minimal Guide, which never heard of the draft."""
    guide = new_project(tmp_path_factory.mktemp("before") / "guide")
    assert guide.build("--strict").returncode == 0
    return tree(guide.root / "site")


@pytest.mark.parametrize("consent", NOT_PUBLISHED.values(), ids=NOT_PUBLISHED)
def test_a_draft_leaves_no_byte_in_the_site_nor_in_the_log(project, before, consent):
    """Without a complete approval, the site is the one that was built without the record, byte for byte."""
    guide = project({NAME: RECORD + consent})
    done = guide.build("--strict")

    assert done.returncode == 0, done.stdout
    assert not (found := traces(guide.root / "site", done.stdout)), told(found)
    assert tree(guide.root / "site") == before


@pytest.fixture(scope="module")
def approved(tmp_path_factory) -> Project:
    """A Guide that was built with the same record and a complete approval. Tests work on copies."""
    guide = new_project(tmp_path_factory.mktemp("approved") / "guide", {NAME: APPROVED})
    done = guide.build("--strict")
    assert done.returncode == 0, done.stdout
    return guide


def test_an_approved_record_is_published(approved):
    """With a complete approval the record is on the site in both languages: the search for its marks finds them."""
    assert f"{MARK} title" in approved.page(f"en/case-studies/{MARK}-en") and f"{MARK} résumé" in approved.page(f"fr/etudes-de-cas/{MARK}-fr")
    places = {trace.split(":")[0] for trace in traces(approved.root / "site")}
    assert {"sitemap.xml", "en/index.html", "en/case-studies/shared-counter/index.html", "fr/organisations/ville-de-springfield/index.html"} <= places
    assert {"en/case-studies/feed.xml", "fr/etudes-de-cas/feed.json", "fr/organisations/ville-de-springfield/feed.xml", "en/channels/digital/feed.json"} <= places
    assert b"in a comment" not in b"".join(path.read_bytes() for path in (approved.root / "site").rglob("*.html"))


@pytest.mark.parametrize("withdrawal", [{NAME: RECORD + NOT_PUBLISHED["consent pending"]}, {NAME: RECORD}, {NAME: None}],
                         ids=["consent pending again", "consent deleted", "file deleted"])
def test_a_withdrawn_record_is_gone_with_the_next_build(approved, tmp_path, before, withdrawal):
    """Built again into the same folder, the site holds no byte of what it held before."""
    guide = Project(Path(shutil.copytree(approved.root, tmp_path / "guide")))
    done = guide.write(withdrawal).build("--strict")

    assert done.returncode == 0, done.stdout
    assert not (found := traces(guide.root / "site", done.stdout)), told(found)
    assert tree(guide.root / "site") == before
    assert not [path.name for path in guide.root.iterdir() if path.name.startswith(".site")]


@pytest.mark.parametrize("languages", ["en", "fr", "en, en", "fr, fr"])
def test_an_approval_for_one_language_is_none(project, languages):
    """A record is published in both languages or not at all."""
    build = project({NAME: RECORD + APPROVAL.format("a", languages)}).prepare()

    assert not build.problems() and list(build.site.library.case_studies) == ["counter"]


@pytest.mark.parametrize("consent", [
    "consent: true\n", "consent: public-sources\n", "consent:\n  basis: Public-Sources\n", "consent:\n  basis: approved\n",
    "consent:\n  basis: publıc-sources\n", "consent: {}\n", "consent:\n  basis: [public-sources]\n", "consent:\n  basis: author-approval\n",
    APPROVAL.format("a", "en, fr").replace("1911-11-11", "soon"), APPROVAL.format("a", "en, fr, de"),
], ids=str)
def test_a_misspelt_approval_publishes_nothing(project, consent):
    """Only the exact approved form publishes; anything near it is refused, or keeps the record a draft."""
    guide: Project = project({NAME: CASE.replace("consent:\n  basis: public-sources\n", consent)
                              .replace("shared-counter", "second").replace("comptoir-partage", "second")})
    build = guide.prepare()

    assert "hidden" not in build.site.library.case_studies
    assert build.problems(), f"{consent!r} is neither refused nor understood"
