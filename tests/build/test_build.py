"""A build gives the whole site or leaves the old one alone, and gives the same bytes every time."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.project import BODY, CASE, MINIMAL, ORGANIZATION, Project, new_project, run, with_runtime

from .parsed import bare, told
from .trees import differences, tree

COUNTER = "guide_data/case_studies/counter.yml"
# Three files with five errors, of their own and between records; and what is told about each in both languages.
ERRORS = {
    COUNTER: CASE.replace("started: 2019", "started: last year").replace("arrangement: co-location", "arrangement: co-lokation"),
    "guide_data/organizations/town.yml": ORGANIZATION.replace("kind: organization", "kind: company"),
    "guide_data/bodies/council.yml": BODY.replace("definition:", "meaning:"),
}
TOLD = {
    "en": ("error: started: Write a year", "error: arrangement: Choose a term", "error: kind: Choose one of", "Remove or rename the field meaning",
           "error: definition: Add this field", "5 errors", "Nothing is published"),
    "fr": ("erreur: started: Écrivez une année", "erreur: arrangement: Choisissez un terme", "erreur: kind: Choisissez", "Supprimez ou renommez le champ meaning",
           "erreur: definition: Ajoutez ce champ", "5 erreurs", "Rien n'est publié"),
}


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Project:
    """A small Guide that was built once. Tests work on copies."""
    guide = new_project(tmp_path_factory.mktemp("published") / "guide")
    done = guide.build("--strict")
    assert done.returncode == 0, done.stdout
    return guide


@pytest.fixture
def guide(published: Project, tmp_path: Path) -> Project:
    """A copy of a small Guide that was built once."""
    return Project(Path(shutil.copytree(published.root, tmp_path / "guide")))


def refused(guide: Project, *arguments: str, **environment: str) -> str:
    """Build what must not be built: the site and everything beside it stay as they were. Gives what was said."""
    site, beside = tree(guide.root / "site"), sorted(path.name for path in guide.root.iterdir())
    done = guide.build(*arguments, **environment)
    assert done.returncode != 0, f"the build went through:\n{done.stdout}"
    assert not (changed := differences(site, tree(guide.root / "site"))), f"the old site changed: {told(changed)}"
    assert sorted(path.name for path in guide.root.iterdir()) == beside, "something was left beside the site"
    return done.stdout


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("arguments", [(), ("--strict",)])
def test_errors_in_the_data_stop_the_build_with_one_whole_report(guide, language, arguments):
    """Every error of every file is told in one run, in the reader's language, without a traceback; the old site stays."""
    said = refused(guide.write(ERRORS), *arguments, GUIDE_LANG=language)

    lines = [line for line in said.splitlines() if line.startswith("guide_data/")]
    assert {line.split(":")[0] for line in lines} == set(ERRORS), said
    assert all(line.split(":")[1].isdigit() and line.split(":")[2].isdigit() for line in lines), said
    missing = [words for words in TOLD[language] if bare(words) not in bare(said)]
    assert not missing and "Traceback" not in said, f"{missing} not in\n{said}"


def test_a_build_after_the_correction_goes_through(guide):
    """A refused build leaves nothing that hinders the next one."""
    before = tree(guide.root / "site")
    refused(guide.write(ERRORS))

    done = guide.write({name: MINIMAL[name] for name in ERRORS}).build("--strict")
    assert done.returncode == 0, done.stdout
    assert not (changed := differences(before, tree(guide.root / "site"))), told(changed)


@pytest.mark.parametrize("hook", [
    "import time\n\n\ndef on_pre_build(**_):\n    time.sleep(2)\n", "from guide import crew\n\ncrew._forks = lambda: False\n",
    "from guide import build, crew, shares\n\ncrew._processors, shares.LEFT, build.SHARE = (lambda: 6), 0, 1\n",
], ids=["MkDocs starts slowly", "a system that cannot fork", "six processors that take page by page"])
def test_the_site_is_the_same_however_many_make_it(guide, hook):
    """MkDocs empties the folder before it begins. What is written beside it must not go with it, however late that is, nor what is written in one process.
    Pages that helpers made are in the search as others are, and in their places."""
    before, config = tree(guide.root / "site"), (guide.root / "mkdocs.yml").read_text("utf-8")
    guide.write({"more.py": hook, "mkdocs.yml": re.sub(r"(?m)^hooks: \[(.*)\]$", r"hooks: [\1, more.py]", config)})

    done = guide.build("--strict")
    assert done.returncode == 0 and "more.py" in (guide.root / "mkdocs.yml").read_text("utf-8"), done.stdout
    assert not (changed := differences(before, tree(guide.root / "site"))), told(changed)


def test_an_error_in_one_file_is_not_blamed_on_others(guide):
    """A vocabulary that cannot be read is told once; the cases that use its terms are not."""
    name = "guide_data/vocabulary/arrangement.yml"
    said = refused(guide.write({name: MINIMAL[name].replace("order: listed", "order: random")}))

    lines = [line for line in said.splitlines() if line.startswith("guide_data/")]
    assert len(lines) == 1 and lines[0].startswith(f"{name}:"), said


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_link_to_a_case_that_does_not_exist_stops_the_build(guide, language):
    """`case:nope` in a page of docs/, in either language, is told with its page, and the old site stays."""
    name = f"docs/about.{language}.md"
    said = refused(guide.write({name: MINIMAL[name].replace("case:counter", "case:nope")}), "--strict")

    assert "case:nope" in said and f"about.{language}.md" in said and "Traceback" not in said, said


def test_a_broken_frame_leaves_the_old_site(guide):
    """When Material's page loses a mark in the middle of a build, nothing is published and nothing is left behind."""
    theme = guide.root / "theme"
    theme.mkdir()
    frame = (Path(__file__).parents[2] / "hooks/theme/main.html").read_text("utf-8")
    (theme / "main.html").write_text(frame.replace("{{ guide_marks.footer }}", ""), "utf-8")
    config = (guide.root / "mkdocs.yml").read_text("utf-8").splitlines()
    config = ["  custom_dir: theme" if line.strip().startswith("custom_dir:") else line for line in config]
    guide.write({"mkdocs.yml": "\n".join(config)})

    said = refused(guide)
    assert "the frame has the marks ['head', 'styles', 'header', 'main']" in said, said


@pytest.mark.parametrize(("files", "sentence"), [
    ({"guide_data/organizations/second.yml": ORGANIZATION.replace("fr: Ville", "fr: Autre ville").replace("en: Town", "en: Other town")},
     "Choose another slug. guide_data/organizations/second.yml already uses town-of-springfield in this language."),
    ({f"docs/mine.{code}.md": MINIMAL[f"docs/about.{code}.md"].replace(f"slug: {old}", f"slug: {new}")
      for code, old, new in (("en", "about", "case-studies"), ("fr", "a-propos", "mienne"))},
     "Choose another slug. Two pages would have the address en/case-studies/."),
    ({"docs/about.fr.md": None}, "Add the page in the other language, docs/about.fr.md."),
    ({"docs/lonely.fr.md": MINIMAL["docs/about.fr.md"].replace("a-propos", "seule")}, "Add the page in the other language, docs/lonely.en.md."),
], ids=["two organizations with one slug", "a page on the address of a list", "a page without its French", "a page without its English"])
def test_addresses_that_clash_or_lack_their_pair_are_refused_with_a_sentence(guide, files, sentence):
    """Two pages never share an address, and no page written by hand exists in one language only."""
    said = refused(guide.write(files))

    assert sentence in said and "Traceback" not in said, said


def test_hidden_files_in_the_site_survive_a_build(guide):
    """A site folder that is itself a checkout, or marked for a host, keeps `.git` and its like; the rest is new."""
    guide.write({"site/.git/HEAD": "ref: refs/heads/gh-pages\n", "site/.nojekyll": "", "site/stale.html": "old"})
    done = guide.build("--strict")

    assert done.returncode == 0, done.stdout
    assert (guide.root / "site/.git/HEAD").read_text() == "ref: refs/heads/gh-pages\n"
    assert (guide.root / "site/.nojekyll").exists() and not (guide.root / "site/stale.html").exists()


def test_a_site_below_a_folder_of_its_host_works_there(guide):
    """With an address such as https://host.example/guide/, the page for errors and all absolute links start there."""
    done = guide.build("--strict", GUIDE_SITE_URL="https://host.example/guide/")

    assert done.returncode == 0, done.stdout
    assert 'href="/guide/en/"' in (guide.root / "site/404.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://host.example/guide/en/about/">' in guide.page("en/about")
    assert "<loc>https://host.example/guide/fr/a-propos/</loc>" in (guide.root / "site/sitemap.xml").read_text("utf-8")


def test_two_builds_give_the_same_bytes(built, tmp_path):
    """Another path, time zone, locale, hash seed and order of files on the disk: the same site, byte for byte."""
    other = tmp_path / "Un autre dossier"
    other.mkdir()
    for name in ("hooks", "guide_data", "docs"):
        _copy_backwards(built / name, other / name)
    shutil.copy(built / "mkdocs.yml", other)
    with_runtime(other)
    done = run("-m", "mkdocs", "build", "--strict", cwd=other, TZ="Pacific/Kiritimati", LC_ALL="fr_CA.UTF-8", LANG="C",
               PYTHONHASHSEED="4242", GUIDE_LANG="fr", USER="somebody")

    assert done.returncode == 0, done.stdout
    changed = differences(tree(built / "site"), tree(other / "site"))
    assert not changed, told(changed)


def _copy_backwards(source: Path, target: Path) -> None:
    """Copy so that the disk lists the files in another order."""
    target.mkdir()
    for path in sorted(source.iterdir(), reverse=True):
        if path.name != "__pycache__":
            copy: Callable = _copy_backwards if path.is_dir() else shutil.copyfile
            copy(path, target / path.name)
