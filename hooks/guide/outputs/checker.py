"""The checker for the browser: Python, our own package, what it needs from elsewhere, and what it knows of the published Guide.

A contributor's form starts it (components/checker.js); readers never load a byte of it. The worker has a fixed name and
names the other files, whose names hold a hash of their content. Of unpublished records nothing is in any of them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from .. import known, translations
from ..languages import LANGUAGES
from ..site import Site
from ..strings import strings
from . import packages
from .archive import archive
from .runtime import FOLDER, Runtime, find, named

HERE = Path(__file__).parent.parent
WORKER = HERE / "templates" / "special" / "checker_worker.js"
# What only building needs.
LEFT_OUT = ("build.py", "cli.py", "commands/", "crew.py", "files.py", "mkdocs_adapter.py", "mkdocs_command.py", "preview.py", "target.py", "turns.py")
# Of the files besides the pages, a page needs to know only these.
OUTPUTS = ("outputs/__init__.py", "outputs/assets.py", "outputs/policy.py", "outputs/runtime.py")
# The templates of the pages that a preview shows.
PAGES = ("case_study.html", "exchange_report.html")


def files(site: Site, frames: Mapping[str, str]) -> Iterator[tuple[str, str | bytes]]:
    """Path and content of every file of the checker. `frames` are those of the pages that a preview shows, by language and depth."""
    found = find(site.root)
    if found is None:
        return
    parts = {"core": ("pydantic_core.zip", found.wheel.read_bytes()), "check": ("check.zip", archive(_code())),
             "known": ("known.json", _json(_known(site))), "preview": ("preview.zip", archive(_for_previews(site, frames)))}
    python = dict(found.files())
    folder = f"{FOLDER}python-{found.version}.{_short(b''.join(python.values()))}/"
    yield from ((folder + name, content) for name, content in python.items())
    yield from ((named(name, content), content) for name, content in parts.values())
    yield FOLDER + "licences.txt", _licences(found)
    names = {"python": folder, **{part: named(*file) for part, file in parts.items()}}
    yield FOLDER + "worker.js", _worker(found, {part: path.removeprefix(FOLDER) for part, path in names.items()})


def _worker(found: Runtime, names: dict[str, str]) -> str:
    """The worker, with the names of the files, and with Pyodide's list of packages without any: ours come from our own archives."""
    lock = {"info": json.loads((found.pyodide / "pyodide-lock.json").read_text("utf-8"))["info"], "packages": {}}
    return WORKER.read_text("utf-8").replace("__FILES__", json.dumps(names)).replace("__LOCK__", json.dumps(lock))


def _known(site: Site) -> dict[str, Any]:
    """What is known of the published records, with what was confirmed of their translations."""
    records = known.told(site.library)
    confirmed = {key: fields for key, fields in translations.plain(site.translations).items() if key.partition("/")[2] in records.get(key.partition("/")[0], ())}
    return {"records": records, "translations": confirmed}


def _code() -> Iterator[tuple[str, bytes]]:
    """What checking needs: our own package with its words as JSON, and the packages that it uses."""
    for path in sorted(HERE.rglob("*.py")):
        name = path.relative_to(HERE).as_posix()
        if not name.startswith(LEFT_OUT) and (name in OUTPUTS or not name.startswith("outputs/")):
            yield f"guide/{name}", path.read_bytes()
    for language in LANGUAGES:
        yield f"guide/locales/{language}.json", _json(strings(language).texts)
    yield from packages.of(packages.FOR_CHECKS)


def _for_previews(site: Site, frames: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """What previews need besides: our templates, the packages that fill them, and what the site is like."""
    for folder, names in (("layout", "*.html"), ("components", "*.html"), *(("pages", name) for name in PAGES), ("special", "early.js")):
        yield from ((f"guide/templates/{folder}/{path.name}", path.read_bytes()) for path in sorted((HERE / "templates" / folder).glob(names)))
    yield from packages.of(packages.FOR_PREVIEWS)
    yield "preview.json", _json({
        "settings": asdict(site.settings) | {"with_drafts": False}, "frames": dict(sorted(frames.items())),
        "assets": {field.name: value for field in fields(site) if isinstance(value := getattr(site, field.name), str)},
        "handwritten": {key: [asdict(page) | {"modified": str(page.modified)} for page in pages.values()] for key, pages in site.handwritten.items()},
    })


def _licences(found: Runtime) -> str:
    """Whose work this is. The whole licences of the packages are in the archives."""
    told = json.loads((found.pyodide / "package.json").read_text("utf-8"))
    lines = [f"{told['name']} {told['version']} ({told['license']}): {told['homepage']}", *packages.licences()]
    return "\n".join(lines) + "\n"


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _short(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:10]
