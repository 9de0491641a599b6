"""The stylesheet and the script: the blocks that stand beside each component's template, in one file each.

The name holds a hash of the content, so a browser never mixes an old stylesheet with a new page.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "templates"


@dataclass(frozen=True)
class Asset:
    path: str
    text: str


def stylesheet() -> Asset:
    """Every .css below templates/: layout first, then components, then pages, by name."""
    return _joined("css")


def script() -> Asset:
    """Every .js below templates/. Each is a block of its own and works on pages that work without it."""
    return _joined("js")


def onward() -> Asset:
    """The script of the pages that only lead to another one: small, so that nobody waits for it."""
    return _named("onward", (FOLDER / "special" / "onward.js").read_text("utf-8"), "js")


def _joined(ending: str) -> Asset:
    files = [path for folder in ("layout", "components", "pages") for path in sorted((FOLDER / folder).glob(f"*.{ending}"))]
    text = "\n".join(path.read_text("utf-8").strip() for path in files) + "\n"
    return _named("guide", text, ending)


def _named(name: str, text: str, ending: str) -> Asset:
    return Asset(f"assets/{name}.{hashlib.sha256(text.encode()).hexdigest()[:10]}.{ending}", text)
