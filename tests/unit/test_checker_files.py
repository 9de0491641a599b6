"""What the site holds of the checker for the browser: whole, always the same bytes, and nothing of a draft."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

from guide import checks, known
from guide.outputs import checker, runtime
from guide.outputs.archive import archive
from guide.records import KINDS
from tests.project import CASE, ROOT, Project

from .samples import case

SECRET = "zzsecretzz"
# A draft with a word of its own wherever it can have one.
DRAFT = (CASE.replace("public-sources\nreviewed", "pending\nreviewed").replace("shared-counter", f"{SECRET}-en").replace("comptoir-partage", f"{SECRET}-fr")
         .replace("A counter for two governments", SECRET).replace("Two governments share", SECRET).replace("Lends the counter", SECRET)
         .replace("One counter was opened", SECRET).replace("Annual report", SECRET).replace("First publication", SECRET))


def fetched(project: Project, version: str = "") -> Project:
    """The same Guide as if Python for the browser had been fetched: a few bytes for each of its files."""
    told = {"name": "pyodide", "version": "1.2.3", "license": "MPL-2.0", "homepage": "https://code.example/pyodide"}
    lock = {"info": {"abi_version": "2026_0"}, "packages": {"numpy": {}}}
    wheel = f"pydantic_core-{version or metadata.version('pydantic-core')}-cp314-cp314-pyemscripten_2026_0_wasm32.whl"
    return project.write({
        **{(runtime.PYODIDE / name).as_posix(): f"the bytes of {name}" for name in runtime.LOADED},
        (runtime.PYODIDE / "package.json").as_posix(): json.dumps(told), (runtime.PYODIDE / "pyodide-lock.json").as_posix(): json.dumps(lock),
        (runtime.WHEELS / wheel).as_posix(): "the bytes of the wheel",
    })


def made(project: Project, with_drafts: bool = False) -> dict[str, bytes]:
    """The files of the checker, with those inside of archives beside them."""
    files = {path: content if isinstance(content, bytes) else content.encode()
             for path, content in checker.files(project.prepare(with_drafts).site, {"en/3": "<frame>"})}
    inner = {f"{path}/{name}": zipped.read(name) for path, content in files.items() if path.endswith(".zip") and content.startswith(b"PK")
             for zipped in [zipfile.ZipFile(io.BytesIO(content))] for name in zipped.namelist()}
    return files | inner


def test_without_the_runtime_the_site_has_no_checker(project):
    """A machine without npm builds the same site, whose form says that it does not check."""
    guide = project()

    assert list(checker.files(guide.prepare().site, {})) == []
    assert guide.prepare().site.checker == ""


def test_with_the_runtime_the_site_has_one(project):
    """The form then knows the folder."""
    assert fetched(project()).prepare().site.checker == "assets/checker/"


def test_a_wheel_for_another_version_is_none(project):
    """What the browser runs is what the site was built with."""
    assert runtime.find(fetched(project(), version="0.0.1").root) is None


def test_no_byte_of_a_draft_is_in_the_checker(project):
    """Not in what is known, not in an archive, not in a name; in the preview's own build neither."""
    guide = fetched(project({f"guide_data/case_studies/{SECRET}.yml": DRAFT}))

    for with_drafts in (False, True):
        files = made(guide, with_drafts)
        assert any(b"shared-counter" in content for content in files.values())
        assert [path for path, content in files.items() if SECRET in path or SECRET.encode() in content] == []


def test_two_builds_give_the_same_bytes(project):
    """No clock, no machine."""
    guide = fetched(project())

    assert made(guide) == made(guide)


def test_a_file_that_changes_has_another_name(project):
    """So a browser may keep each for ever, and never mixes two publications."""
    guide = fetched(project())
    before = made(guide)
    after = made(guide.write(case(("A counter for two", "A desk for two"))))
    changed = {path for path in before.keys() - after.keys() if "/" not in path.removeprefix("assets/checker/")}

    assert {path.split("/")[-1].split(".")[0] for path in changed} == {"known"}
    assert before["assets/checker/worker.js"] != after["assets/checker/worker.js"]


def test_the_worker_names_files_that_are_there(project):
    """And has Pyodide's list of packages, without any."""
    files = made(fetched(project()))
    first = files["assets/checker/worker.js"].decode().split("\n")[1]
    names = json.loads(first[first.index("{"): first.index("}") + 1])

    assert "__" not in first
    assert '"abi_version": "2026_0"' in first and "numpy" not in first
    assert {name for name in names.values() if not any(path.startswith(f"assets/checker/{name}") for path in files)} == set()


def test_archives_hold_the_licences_of_what_is_in_them(project):
    """Whoever gets our files gets the conditions of those who wrote them."""
    files = made(fetched(project()))
    licences = files["assets/checker/licences.txt"].decode()
    packages = {line.partition(": ")[2] for line in licences.splitlines() if "licences/" in line}

    assert "pyodide 1.2.3 (MPL-2.0)" in licences
    assert len(packages) == 10
    assert [folder for folder in packages if not any(folder in path for path in files)] == []


def test_the_checker_imports_nothing_that_a_browser_has_not(tmp_path):
    """The archives alone are enough, for checks and for previews: no MkDocs, no pictures, no command line."""
    site = Project(ROOT).prepare().site
    for files in (checker._code(), checker._for_previews(site, {})):
        zipfile.ZipFile(io.BytesIO(archive(files))).extractall(tmp_path)
    code = ("import sys; sys.path[:0] = [sys.argv[1]]; core = __import__('importlib.util').util.find_spec('pydantic_core').submodule_search_locations[0]; "
            "sys.path[1:] = [place for place in sys.path[1:] if 'site-packages' not in place]; sys.path.append(sys.argv[2]); "
            "import guide.browser.answers, guide.browser.preview; print(guide.__file__)")
    core = tmp_path / "compiled"
    core.mkdir()
    (core / "pydantic_core").symlink_to(Path(sys.modules["pydantic_core"].__file__).parent)
    done = subprocess.run([sys.executable, "-I", "-c", code, str(tmp_path), str(core)], capture_output=True, text=True)

    assert done.stderr == ""
    assert done.stdout.strip() == str(tmp_path / "guide" / "__init__.py")


@pytest.fixture(scope="module")
def real():
    """The real data."""
    return checks.checked(ROOT)[0]


def test_what_is_known_reads_back_as_the_published_library(real):
    """The same records, with the same names, places and partners; a case that can be replicated still can."""
    back, published = known.library_of(json.loads(json.dumps(known.told(real)))), real.published()

    assert {kind: list(back.records[kind]) for kind in known.KINDS_KNOWN} == {kind: list(published.records[kind]) for kind in known.KINDS_KNOWN}
    assert {kind: back.records[kind] for kind in ("vocabulary", "organization", "body")} == {kind: published.records[kind] for kind in ("vocabulary", "organization", "body")}
    for name, whole in published.case_studies.items():
        told = back.case_studies[name]
        assert [getattr(told, field) for field in ("title", "summary", "slug", "services", "status", "consent", "replicates")] == [
            getattr(whole, field) for field in ("title", "summary", "slug", "services", "status", "consent", "replicates")]
        assert (told.can_be_replicated, told.is_published, told.changes[0]) == (whole.can_be_replicated, True, whole.changes[0])
        assert [partner.organization for partner in told.partners] == [partner.organization for partner in whole.partners]
    assert known.path_of("case_study", "x") == f"guide_data/{KINDS['case_study'].folder}/x.yml"
