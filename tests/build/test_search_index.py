"""The search index: what is in its files, once they are unpacked, and what is not."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.project import Project, pages_of

from .parsed import stands_alone, told
from .test_drafts import APPROVED, MARK, NAME, NOT_PUBLISHED, RECORD
from .trees import differences, tree

LANGUAGES = ("en", "fr")
SIGNATURE = b"pagefind_dcd"
KITS = ("en/member-kits/", "fr/trousses-des-membres/")
# What Pagefind writes, by the end of its name; anything else is not ours to ship.
SHIPPED = {"names.json", "cases.json", "pagefind.js", "pagefind-worker.js", "pagefind-entry.json"}
PACKED = {".pf_fragment", ".pf_index", ".pf_meta"}
# The stem of the mark, by which the index of either language knows it.
STEM = MARK[:5].encode()


def unpacked(site: Path) -> dict[str, bytes]:
    """The search files of a site as Pagefind reads them."""
    found = {}
    for path in sorted(path for language in LANGUAGES for path in (site / language / "search").rglob("*") if path.is_file()):
        content = path.read_bytes()
        if content.startswith(b"\x1f\x8b"):
            content = gzip.decompress(content)
            assert content.startswith(SIGNATURE), path
        found[path.relative_to(site).as_posix()] = content
    return found


def pages_of(site: Path, language: str) -> dict[str, dict]:
    """What the index of a language shows of each page, by path."""
    shown = [json.loads(content.removeprefix(SIGNATURE)) for name, content in unpacked(site).items()
             if name.startswith(language) and name.endswith(".pf_fragment")]
    return {page["url"].strip("/") + "/": page for page in shown}


def built_from(guide: Project, **environment: str) -> Path:
    done = guide.build("--strict", **environment)
    assert done.returncode == 0, done.stdout
    return guide.root / "site"


# --- what is in it ---------------------------------------------------------------------------------------------

@pytest.mark.parametrize("consent", NOT_PUBLISHED.values(), ids=NOT_PUBLISHED)
def test_a_draft_leaves_no_byte_in_any_search_file(project, consent):
    """Without a complete approval, nothing of a record is in the index, the passages or the names, packed or not."""
    files = unpacked(built_from(project({NAME: RECORD + consent})))

    assert len(files) > 10
    assert [name for name, content in files.items() if STEM in content.lower()] == []


def test_a_published_case_is_in_the_index_of_both_languages(project):
    """The same record, approved, is found: so the test above would see a draft."""
    files = unpacked(built_from(project({NAME: APPROVED})))

    holding = {name for name, content in files.items() if STEM in content.lower()}

    for language in LANGUAGES:
        assert {Path(name).suffix for name in holding if name.startswith(language)} >= {".pf_fragment", ".pf_index"}, holding


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
    meta = pages_of(site, "fr")["fr/etudes-de-cas/perle/"]["meta"]

    assert (meta["title"], meta["kind"], meta["key"]) == ("PerLE", "Étude de cas", "bizpal")
    assert "Gouvernement du Yukon" in meta["facts"] and "Numérique" in meta["facts"]
    assert "Permis et licences d’entreprise" in meta["text"] and "d'entreprise" not in meta["text"]


# --- how it is shipped -----------------------------------------------------------------------------------------

def test_two_builds_give_the_same_index(project):
    """Neither the clock nor the order of a set changes a byte."""
    guide = project()
    one, other = (tree(built_from(guide, PYTHONHASHSEED=seed)) for seed in ("1", "2"))

    assert any(name.endswith(".pf_index") for name in one)
    assert not differences(one, other), told(differences(one, other))


def test_only_what_the_search_dialog_loads_is_shipped(site):
    """Pagefind's own interface, stylesheets and highlighter stay away; its program comes for the page's language."""
    for language in LANGUAGES:
        files = [path for path in (site / language / "search").rglob("*") if path.is_file()]
        others = [path.name for path in files if path.suffix not in PACKED and path.name not in SHIPPED]
        assert others == [f"wasm.{language}.pagefind"]
        assert sum(path.stat().st_size for path in files) < 3_000_000


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
