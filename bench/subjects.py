"""What is measured, and on what: a Guide in a folder of its own, of the real cases or of generated ones."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from guide import templating
from guide.outputs import runtime
from tests.library import big_library
from tests.project import ROOT, new_project, with_runtime

from .measure import Cost, cost, until

BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
GUIDE = [sys.executable, "-c", "from guide.cli import run; run()"]
_FIRST_TEXT = re.compile(r'(?m)^problem:\n  en: (?:[>|][+-]?\n +)?"?')


@dataclass
class Subject:
    """A Guide to be measured. `case` is the file that is edited, `page` where its English page is."""

    name: str
    root: Path
    case: Path
    page: str
    text: str

    def clear(self) -> None:
        """Delete what a build has made or kept, here and beside the package (compiled templates), but not what was fetched for the browser."""
        shutil.rmtree(self.root / "site", ignore_errors=True)
        for kept in chain((self.root / ".cache").glob("*"), templating.KEPT.glob("*")):
            if kept.name != runtime.WHEELS.name:
                shutil.rmtree(kept) if kept.is_dir() else kept.unlink()

    def edit(self, sentence: str) -> None:
        """Put a sentence before a text of the case, as an editor saves it."""
        self.case.write_text(_FIRST_TEXT.sub(lambda start: f"{start[0]}{sentence} ", self.text, count=1), "utf-8")

    def counted(self) -> tuple[int, int]:
        """Pages and files of the site that was built last."""
        files = [path for path in (self.root / "site").rglob("*") if path.is_file()]
        return sum(path.name == "index.html" for path in files), len(files)


def subject(size: int, folder: Path) -> Subject:
    """A Guide of generated cases; of the real ones, if their number is 0."""
    if size:
        library = big_library(size)
        made, first = library.project(folder).root, library.cases[0]
        key, slug = first.key, first.slug["en"]
        name = f"{size:,} cases"
    else:
        made = new_project(folder, {}).root
        for part in ("docs", "guide_data"):
            shutil.rmtree(made / part)
            shutil.copytree(ROOT / part, made / part)
        config = re.sub(r"(?m)^( *navigation:).*$", re.search(r"(?m)^ *navigation:.*$", (ROOT / "mkdocs.yml").read_text("utf-8"))[0], (made / "mkdocs.yml").read_text("utf-8"))
        (made / "mkdocs.yml").write_text(config, "utf-8")
        key = slug = "bizpal"
        name = "the Guide"
    with_runtime(made)
    (made / "hooks").mkdir(exist_ok=True)  # a preview follows it
    case = made / f"guide_data/case_studies/{key}.yml"
    return Subject(name, made, case, f"en/case-studies/{slug}/", case.read_text("utf-8"))


def _cold(subject: Subject, turn: int) -> Cost:
    subject.clear()
    return cost(BUILD, subject.root)


def _rebuilt(subject: Subject, turn: int) -> Cost:
    subject.edit(f"Edited in round {turn}.")
    return cost(BUILD, subject.root)


def _one_checked(subject: Subject, turn: int) -> Cost:
    return cost([*GUIDE, "check", str(subject.case)], subject.root)


def _all_checked(subject: Subject, turn: int) -> Cost:
    return cost([*GUIDE, "check"], subject.root)


def _previewed(subject: Subject, turn: int) -> Cost:
    """A preview is started, and one edit is made when its page has been served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with (subject.root / "preview.log").open("wb") as log:
        server = subprocess.Popen([*GUIDE, "preview", "--address", address], cwd=subject.root, start_new_session=True,
                                  env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, stdout=log, stderr=log)
    try:
        subject.edit(f"Before round {turn}.")
        until(lambda: f"Before round {turn}." in _page(address, subject.page, server))
        subject.edit(f"Saved in round {turn}.")
        return Cost(until(lambda: f"Saved in round {turn}." in _page(address, subject.page, server)), 0)
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait()


def _page(address: str, path: str, server: subprocess.Popen) -> str:
    """What is served at a path now, "" while nothing is."""
    if server.poll() is not None:
        sys.exit("the preview ended")
    try:
        with urllib.request.urlopen(f"http://{address}/{path}", timeout=60) as answer:
            return answer.read().decode("utf-8")
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


@dataclass(frozen=True)
class Measure:
    """One thing that is measured, the words for it, and the most seconds that it may take, by the number of cases."""

    says: str
    run: Callable[[Subject, int], Cost]
    goals: dict[int, float]


ALL = {
    "build": Measure("build from nothing", _cold, {0: 3}),
    "rebuild": Measure("build after an edit", _rebuilt, {2000: 1}),
    "check": Measure("check of one file", _one_checked, {0: .3, 500: .3, 2000: .3}),
    "check-all": Measure("check of all files", _all_checked, {2000: 2}),
    "preview": Measure("preview: from save to page", _previewed, {2000: .5}),
}
# After these, the pages and files of the site are counted.
COUNTED = ("build", "rebuild")
