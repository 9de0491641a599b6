"""The search index of a site: what is in its files, and what is not."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.project import Project

from .parsed import stands_alone, told
from .test_drafts import APPROVED, MARK, NAME, NOT_PUBLISHED, RECORD
from .trees import differences, tree

LANGUAGES = ("en", "fr")
KITS = ("en/member-kits/", "fr/trousses-des-membres/")
# What is in the folder of a search.
FILE = re.compile(r"(names|cases|index|(words|pages)\.[0-9a-f]{8})\.json")
# The stem of the mark, by which the index of either language knows it.
STEM = MARK[:5].encode()


def contents(site: Path) -> dict[str, bytes]:
    """The search files of a site."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for language in LANGUAGES for path in sorted((site / language / "search").rglob("*")) if path.is_file()}


def pages_of(site: Path, language: str) -> dict[str, list[str]]:
    """What the index of a language shows of each page, by path."""
    return {page[0]: page for name, content in contents(site).items() if name.startswith(f"{language}/search/pages.") for page in json.loads(content)}


def built_from(guide: Project, **environment: str) -> Path:
    done = guide.build("--strict", **environment)
    assert done.returncode == 0, done.stdout
    return guide.root / "site"


# --- what is in it ---------------------------------------------------------------------------------------------

@pytest.mark.parametrize("consent", NOT_PUBLISHED.values(), ids=NOT_PUBLISHED)
def test_a_draft_leaves_no_byte_in_any_search_file(project, consent):
    """Without a complete approval, nothing of a record is in the index, the passages or the names."""
    files = contents(built_from(project({NAME: RECORD + consent})))

    assert len(files) > 10
    assert [name for name, content in files.items() if STEM in content.lower()] == []


def test_a_published_case_is_in_the_index_of_both_languages(project):
    """The same record, approved, is found: so the test above would see a draft."""
    files = contents(built_from(project({NAME: APPROVED})))

    holding = {name for name, content in files.items() if STEM in content.lower()}

    for language in LANGUAGES:
        assert {Path(name).name.partition(".")[0] for name in holding if name.startswith(language)} >= {"index", "pages"}, holding


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_language_is_in_its_index_and_no_other(site, language):
    """Only pages that repeat what others say, to compare or to present cases, are left out."""
    there = {path.parent.relative_to(site).as_posix() + "/" for path in (site / language).rglob("index.html") if not stands_alone(path)}
    indexed = set(pages_of(site, language))
    presents = (f"{language}/presentation/", f"{language}/embed/", *KITS)
    left_out = {path for path in there - indexed if not path.startswith(presents)}

    assert indexed <= there and len(indexed) > 150
    assert {path for path in indexed if path.startswith(presents)} == {f"{language}/presentation/"}
    assert {path.rstrip("/").rpartition("/")[2] for path in left_out} <= {"compare", "comparer", "replication-kit", "trousse-de-reproduction"}, told(sorted(left_out))


def test_a_result_shows_what_a_reader_needs_to_choose(site):
    """A case has its kind, partners and channels, and its own words, typography included."""
    _, title, kind, facts, text = pages_of(site, "fr")["fr/etudes-de-cas/perle/"]

    assert (title, kind) == ("PerLE", "Étude de cas") and "bizpal" in json.loads((site / "fr/search/cases.json").read_text("utf-8")).values()
    assert "Gouvernement du Yukon" in facts and "Numérique" in facts
    assert "Permis et licences d’entreprise" in text and "d'entreprise" not in text


# --- how it is shipped -----------------------------------------------------------------------------------------

def test_two_builds_give_the_same_index(project):
    """Neither the clock nor the order of a set changes a byte."""
    guide = project()
    one, other = (tree(built_from(guide, PYTHONHASHSEED=seed)) for seed in ("1", "2"))

    assert any("/search/words." in name for name in one)
    assert not differences(one, other), told(differences(one, other))


def test_only_what_the_search_loads_is_shipped(site):
    """Each file is named by the index, and its name holds what it holds."""
    for language in LANGUAGES:
        files = {path.name: path.read_text("utf-8") for path in (site / language / "search").rglob("*") if path.is_file()}
        index = json.loads(files["index.json"])

        assert [name for name in files if not FILE.fullmatch(name)] == []
        assert {f"{kind}.{name}.json" for kind in ("words", "pages") for _, name in index[kind]} == files.keys() - {"index.json", "names.json", "cases.json"}
        assert sum(map(len, files.values())) < 3_000_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_have_terms_and_organizations_in_both_languages(site, language):
    """Each leads to a page of the language, in a fixed order."""
    entries = json.loads((site / language / "search" / "names.json").read_text("utf-8"))
    names = {entry["path"]: entry["names"] for entry in entries}
    own = {"en": ("en/organizations/canada-revenue-agency/", "en/services/passports/"),
           "fr": ("fr/organisations/agence-du-revenu-du-canada/", "fr/services/passeports/")}[language]

    assert list(names) == sorted(names) and len(names) == len(entries) > 100
    assert set(names[own[0]]) == {"Canada Revenue Agency", "Agence du revenu du Canada", "CRA", "ARC"}
    assert set(names[own[1]]) == {"Passports", "Passeports"}
    assert all(entry["title"] and entry["kind"] and entry["names"] for entry in entries)
    assert [path for path in names if not path.startswith(f"{language}/") or not (site / path / "index.html").is_file()] == []
