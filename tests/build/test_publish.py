"""`mkdocs serve` follows every change, and `mkdocs gh-deploy` publishes what `mkdocs build` makes."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.project import CASE, MINIMAL, ROOT, Project, new_project, run

from .parsed import told
from .trees import differences, tree

COUNTER = "guide_data/case_studies/counter.yml"
CASE_PAGE = "en/case-studies/shared-counter/"
DRAFT = CASE.replace("shared-counter", "draft").replace("comptoir-partage", "ebauche").replace("consent:\n  basis: public-sources\n", "")
PATIENCE = 30  # seconds; the server follows texts and styles in two


class Server:
    """`mkdocs serve` for a project, with what it has said."""

    def __init__(self, guide: Project, option: str = "--livereload") -> None:
        self.guide = guide
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"http://127.0.0.1:{free.getsockname()[1]}/"
        self.log = guide.root.parent / "serve.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", option, "--dev-addr", self.address[7:-1]], cwd=guide.root, stdout=log, stderr=log,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "GUIDE_LANG": "en", "PYTHONUNBUFFERED": "1"})

    def get(self, path: str) -> str:
        """What the server answers now; nothing when it does not."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=5) as answer:
                return answer.read().decode("utf-8")
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            return ""

    def said(self) -> str:
        return self.log.read_text("utf-8", errors="replace")

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait for something to become true. Fails with what was awaited and what the server said last."""
        limit = time.monotonic() + PATIENCE
        while not condition():
            assert self.process.poll() is None, f"the server ended before {what}:\n{self.said()[-3000:]}"
            assert time.monotonic() < limit, f"not within {PATIENCE} s: {what}\n{self.said()[-3000:]}"
            time.sleep(0.2)

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)  # as Ctrl+C does, so that MkDocs removes its temporary folder
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Server]:
    """A small Guide with hooks of its own, one draft, and a running server."""
    guide = new_project(tmp_path_factory.mktemp("serve") / "guide", {"guide_data/case_studies/draft.yml": DRAFT})
    shutil.copytree(ROOT / "hooks", guide.root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    config = (guide.root / "mkdocs.yml").read_text("utf-8").replace(f"{ROOT.as_posix()}/hooks/", "hooks/")
    guide.write({"mkdocs.yml": config.replace("watch: [guide_data]", "watch: [guide_data, hooks]")})
    running = Server(guide)
    try:
        running.until(lambda: "<html" in running.get("en/"), "the first answer")
        yield running
    finally:
        running.stop()


def test_the_server_answers_with_the_pages_of_both_languages(server):
    """Home, a case and the page for errors come from the running server, with links to itself."""
    assert 'lang="en"' in server.get("en/") and 'lang="fr"' in server.get("fr/")
    assert "A counter for two governments" in server.get(CASE_PAGE)
    assert f'<link rel="canonical" href="{server.address}{CASE_PAGE}">' in server.get(CASE_PAGE)


def test_the_preview_shows_drafts_as_such_and_leaves_the_site_alone(server):
    """A record without consent is seen in the preview with a notice and out of search engines; site/ is not written."""
    page = server.get("en/case-studies/draft/")

    assert "guide-notice--draft" in page and '<meta name="robots" content="noindex">' in page
    assert "guide-notice--draft" not in server.get(CASE_PAGE)
    assert not (server.guide.root / "site").exists()


@pytest.mark.parametrize(("name", "content", "path"), [
    (COUNTER, CASE.replace("People went from door to door.", "A new sentence in the data."), CASE_PAGE),
    ("docs/about.fr.md", MINIMAL["docs/about.fr.md"].replace("Voir", "Une nouvelle phrase du texte. Voir"), "fr/a-propos/"),
], ids=["data", "text"])
def test_the_server_sees_a_change_of(server, name, content, path):
    """A saved file is on its page within seconds, without a restart."""
    new = re.search(r"A new sentence in the data|Une nouvelle phrase du texte", content)[0]
    assert new not in server.get(path)

    server.guide.write({name: content})
    server.until(lambda: new in server.get(path), f"{new!r} on {path}")


def test_the_server_sees_a_change_of_style(server):
    """A changed stylesheet gets a new name, which the pages use at once."""
    style = server.guide.root / "hooks/guide/templates/layout/base.css"
    style.write_text(style.read_text("utf-8") + ".guide-new-rule { color: inherit; }\n", "utf-8")

    def shown() -> bool:
        sheet = re.search(r"assets/guide\.\w+\.css", server.get("en/"))
        return bool(sheet) and ".guide-new-rule" in server.get(sheet[0])

    server.until(shown, "the new rule in the stylesheet of the home page")


def test_a_saved_record_is_seen_at_the_next_look(server):
    """At once, not when the server has noticed: a text, an error in place of every page, the text again, a new case, and no case."""
    guide, other, there = server.guide, "guide_data/case_studies/other.yml", "en/case-studies/other/"
    guide.write({COUNTER: CASE.replace("Two governments share a counter.", "They share it.")})
    assert "They share it." in server.get(CASE_PAGE)

    guide.write({COUNTER: CASE.replace("organization: town", "organization: twon")})
    for path in (CASE_PAGE, "fr/"):
        assert server.get(path).count(f"{COUNTER}:11") == 2 and "livereload" in server.get(path), path

    guide.write({COUNTER: CASE, other: CASE.replace("shared-counter", "other").replace("comptoir-partage", "autre")})
    assert "Two governments share a counter." in server.get(CASE_PAGE) and "<html" in server.get(there)

    guide.write({other: None})
    assert server.get(there) == "" and there not in server.get("en/case-studies/")


def test_what_is_served_is_what_is_built(tmp_path):
    """Pages and every other kind of file, but for MkDocs' script that follows changes and the policy that lets it run."""
    guide = new_project(tmp_path / "guide")
    running = Server(guide)
    try:
        running.until(lambda: "<html" in running.get("en/"), "the first answer")
        assert guide.build("--strict", GUIDE_SITE_URL=running.address).returncode == 0
        site = guide.root / "site"
        pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
        others = ["sitemap.xml", "robots.txt", "en/case-studies/feed.xml", "api/v1/index.json", "fr/search/names.json", "fr/search/index.json"]

        assert len(pages) > 100
        assert [path for path in pages[::3] + others if as_built(running.get(path)) != as_built((site / path).read_text("utf-8"))] == []
    finally:
        running.stop()


def as_built(page: str) -> str:
    return re.sub(r"<script>(?:(?!</script>).)*livereload.*?</script>|<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", page, flags=re.DOTALL)


def test_without_following_changes_everything_is_built_first(tmp_path):
    """`mkdocs serve --no-livereload` has no event behind which a preview could stand."""
    running = Server(new_project(tmp_path / "guide"), "--no-livereload")
    try:
        running.until(lambda: "Two governments share a counter." in running.get(CASE_PAGE), "the page of the case")
        assert "Traceback" not in running.said()
    finally:
        running.stop()


@pytest.mark.parametrize(("name", "fault", "told"), [
    (COUNTER, CASE.replace("started: 2019", "started: last year"), "started: Write a year"),
    (COUNTER, "title: [\n", "counter.yml"),
    ("docs/about.en.md", MINIMAL["docs/about.en.md"].replace("case:counter", "case:nope"), "case:nope"),
    ("docs/about.fr.md", MINIMAL["docs/about.fr.md"].replace("case:counter", "case:rien"), "case:rien"),
], ids=["a wrong date", "broken YAML", "a broken link", "a broken link in French, in the middle of the build"])
def test_the_server_goes_on_after_an_error_is_corrected(server, name, fault, told):
    """An error is told and does not end the server; the next save without it is shown."""
    before = len(server.said())
    server.guide.write({name: fault})
    server.until(lambda: told in server.said()[before:], f"{told!r} in the log")

    new = f"Corrected after {len(server.said())}"
    good = {COUNTER: CASE.replace("People went from door to door.", new), "docs/about.en.md": MINIMAL["docs/about.en.md"].replace("See", new),
            "docs/about.fr.md": MINIMAL["docs/about.fr.md"].replace("Voir", new)}
    path = {COUNTER: CASE_PAGE, "docs/about.en.md": "en/about/", "docs/about.fr.md": "fr/a-propos/"}[name]
    server.guide.write({name: good[name]})
    server.until(lambda: new in server.get(path), f"the corrected text on {path}")
    assert "<html" in server.get("fr/") and "Traceback" not in server.said()[before:], server.said()[before:]


# --- gh-deploy -------------------------------------------------------------------------------------------------

GIT = {"GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "test@example.ca", "GIT_COMMITTER_NAME": "Test", "GIT_COMMITTER_EMAIL": "test@example.ca",
       "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0"}


def git(*arguments: str, cwd: Path) -> str:
    done = subprocess.run(["git", *arguments], cwd=cwd, env={**os.environ, **GIT}, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def checkout(tmp_path) -> Callable[..., Project]:
    """Makes a small Guide in a git repository whose remote is a bare repository beside it: checkout({"docs/…": "…"})."""

    def made(files: dict[str, str]) -> Project:
        guide = new_project(tmp_path / "guide", {".gitignore": "site\n", **files})
        git("init", "--quiet", "--bare", str(tmp_path / "remote.git"), cwd=tmp_path)
        for command in (["init", "--quiet", "--initial-branch=main"], ["add", "."], ["commit", "--quiet", "--message=First"],
                        ["remote", "add", "origin", (tmp_path / "remote.git").as_uri()]):
            git(*command, cwd=guide.root)
        return guide

    return made


def test_gh_deploy_publishes_the_site_that_a_build_makes(checkout, tmp_path):
    """The branch that `mkdocs gh-deploy` pushes holds the site, without drafts; a second deployment replaces it."""
    guide = checkout({"guide_data/case_studies/draft.yml": DRAFT})
    for sentence in ("People went from door to door.", "People walked far."):
        guide.write({COUNTER: CASE.replace("People went from door to door.", sentence)})
        done = run("-m", "mkdocs", "gh-deploy", "--force", cwd=guide.root, **GIT)
        assert done.returncode == 0, done.stdout
    git("clone", "--quiet", "--branch=gh-pages", (tmp_path / "remote.git").as_uri(), str(tmp_path / "deployed"), cwd=tmp_path)
    assert guide.build("--strict", "--site-dir", str(tmp_path / "expected")).returncode == 0

    changed = differences(tree(tmp_path / "expected"), tree(tmp_path / "deployed", leave_out=(".git", ".nojekyll", "CNAME")))
    assert not changed, told(changed)
    assert sentence in (tmp_path / "deployed" / CASE_PAGE / "index.html").read_text("utf-8")
    assert not (tmp_path / "deployed/en/case-studies/draft").exists()


def test_a_refused_gh_deploy_pushes_nothing(checkout, tmp_path):
    """With an error in the data nothing reaches the remote."""
    guide = checkout({COUNTER: CASE.replace("started: 2019", "started: last year")})

    done = run("-m", "mkdocs", "gh-deploy", "--force", cwd=guide.root, **GIT)
    assert done.returncode != 0 and "started: Write a year" in done.stdout and "Traceback" not in done.stdout, done.stdout
    assert git("branch", "--list", cwd=tmp_path / "remote.git") == ""
