"""Python for the browser: where Pyodide and the compiled part of pydantic are, if this machine has fetched them.

`guide browser` fetches them (package-lock.json, requirements/browser.txt). Without them the site is built all the same,
and its form says that it does not check.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

FOLDER = "assets/checker/"
PYODIDE = Path("node_modules", "pyodide")
WHEELS = Path(".cache", "checker")
# What a browser loads of Pyodide; the rest is for Node, for types and for packages that we do not use.
LOADED = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")


@dataclass(frozen=True)
class Runtime:
    """What was fetched: the folder of the npm package, its version, and the wheel."""

    pyodide: Path
    version: str
    wheel: Path

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The files of Python itself, by name."""
        yield from ((name, (self.pyodide / name).read_bytes()) for name in LOADED)


def find(root: Path) -> Runtime | None:
    """The runtime below root, or None where it was not fetched, not whole, or for another pydantic than this machine's."""
    folder, version = root / PYODIDE, metadata.version("pydantic-core")
    wheel = next(iter(sorted((root / WHEELS).glob(f"pydantic_core-{version}-*wasm32.whl"))), None)
    if wheel is None or not all((folder / name).is_file() for name in (*LOADED, "package.json", "pyodide-lock.json")):
        return None
    return Runtime(folder, json.loads((folder / "package.json").read_text("utf-8"))["version"], wheel)


def folder_of(root: Path) -> str:
    """The folder of the checker in the site; "" where there is none."""
    return FOLDER if find(root) else ""


def named(name: str, content: bytes) -> str:
    """The path of a file under a name that holds a hash of its content: it can be kept for ever.

    >>> named("known.json", b"{}")
    'assets/checker/known.44136fa355.json'
    """
    stem, _, ending = name.rpartition(".")
    return f"{FOLDER}{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{ending}"
