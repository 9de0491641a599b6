"""A preview: each file of the site is made when somebody looks at it, from the data as it was saved last.

A build makes everything and a reader looks at one page; so the preview makes that page, with the same functions and so
the same bytes. Before it answers, it looks whether the data changed. Then it reads what was saved, checks that, and
makes what is asked for. All checks of all files follow behind it (`check_behind`).
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from threading import RLock, Thread
from typing import Any

from .build import Build, prepare
from .findings import Finding
from .folders import DATA
from .languages import preferred
from .memory import Memory, stamps
from .records import KINDS
from .render import trouble
from .reports import text
from .strings import strings

log = logging.getLogger("mkdocs.guide")


class Preview:
    """The preview of a build in a folder that a server serves. Its functions may be called from several threads."""

    def __init__(self, build: Build, folder: Path, memory: Memory) -> None:
        self.lock = RLock()
        self.build, self.folder, self.memory = build, folder, memory
        self.root = build.site.root
        self.seen = stamps([self.root / DATA])
        self.problems: list[Finding] = []
        self.made: set[str] = set()
        self.told = _report(build, build.findings)

    def bring(self, path: str) -> None:
        """Have a file of the site in the folder as it is now; of a path that is none of ours, nothing."""
        with self.lock:
            self.refresh()
            if path in self.made:
                return
            content = trouble(self.build.site, self._reports()) if self.problems and path.endswith(".html") else self.build.file(path)
            if content is not None:
                target = self.folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
                self.made.add(path)

    def refresh(self) -> None:
        """Take up what was saved since. Only that is read and checked."""
        with self.lock:
            now = stamps([self.root / DATA])
            if now != self.seen:
                changed = [path for path in now.keys() | self.seen.keys() if now.get(path) != self.seen.get(path)]
                self.seen = now
                self._take(prepare(self.root, self.build.site.settings, self.memory, self._records(changed)))

    def check_behind(self) -> None:
        """Check everything while pages are looked at: what a page waits for is only what was saved."""
        Thread(target=self.check_all, daemon=True).start()

    def check_all(self) -> None:
        """Check everything, and tell what is found if that is something new. Of what is saved meanwhile, the next check tells."""
        self.refresh()
        seen = self.seen
        build = prepare(self.root, self.build.site.settings, self.memory)
        with self.lock:
            if self.seen is not seen:
                return
            self._take(build, only_problems=True)
            told = _report(build, build.findings)
            if told != self.told:
                (log.error if build.problems() else log.info)("\n%s", told)
            self.told = told

    def _take(self, build: Build, only_problems: bool = False) -> None:
        """Show another build, or what stands in its way; then the last one that was good is kept."""
        problems = build.problems()
        if problems or self.problems or not only_problems:
            self._forget()
        self.problems = problems
        if not problems and not only_problems:
            build.frames, build.by_hand = self.build.frames, self.build.by_hand
            self.build = build

    def _forget(self) -> None:
        for path in self.made:
            (self.folder / path).unlink(missing_ok=True)
        self.made.clear()

    def _records(self, changed: Collection[str]) -> list[tuple[str, str]] | None:
        """Kind and id of the records that changed; None where what others say may depend on them."""
        kinds = {str(self.root / DATA / kind.folder): kind.name for kind in KINDS.values()}
        places = [os.path.split(path) for path in changed]
        if not all(kinds.get(folder) == "case_study" and name.endswith(".yml") for folder, name in places):
            return None
        return [("case_study", name.removesuffix(".yml")) for _, name in places]

    def _reports(self) -> dict[str, str]:
        return {language: text.report(self.problems, self.build.files, words) for language, words in self.build.site.strings.items()}


def follow(server: Any, watched: Collection[Path], builder: Callable[[], None], current: Callable[[], Preview]) -> None:
    """Put a preview behind the server of `mkdocs serve` (mkdocs.livereload.LiveReloadServer), by what it offers for that.

    Its server goes on to send files, and to tell browsers that something changed. `builder` builds anew, which gives another
    current preview, and is called when one of the watched files changes.
    """
    seen, answer, mount = stamps(watched), server.serve_request, server.mount_path

    def request(environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith(mount):
            current().bring(f"{path}index.html"[len(mount):] if path.endswith("/") else path[len(mount):])
        return answer(environ, start_response)

    def changed() -> None:
        nonlocal seen
        before, seen = seen, stamps(watched)
        if seen != before:
            builder()
        current().refresh()
        current().check_behind()

    server.set_app(request)
    server.builder = changed


def _report(build: Build, findings: list[Finding]) -> str:
    return text.report(findings, build.files, strings(preferred(dict(os.environ))))
