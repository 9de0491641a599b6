"""The stylesheet and the script: the blocks that stand beside each component's template, in one file each, without comments and spaces.

The name holds a hash of the content, so a browser never mixes an old stylesheet with a new page.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from ..languages import LANGUAGES, OWN_NAMES
from ..strings import strings
from ..typography import typeset

FOLDER = Path(__file__).parent.parent / "templates"
# A component that only forms use.
OF_FORMS = "components/checker.js"
# How scripts ask for a text of the interface (templates/layout/main.js).
_ASKED = re.compile(r'\bguideWord\("([\w-]+(?:\.[\w-]+)+)"')


@dataclass(frozen=True)
class Asset:
    path: str
    text: str


def stylesheet() -> Asset:
    """Every .css below templates/: layout first, then components, then pages, by name."""
    return _small("guide", _text("css"), "css")


def script() -> Asset:
    """Every .js below templates/. Each is a block of its own and works on pages that work without it. What they say stands above them."""
    joined = _text("js")
    return _small("guide", f"const guideWords = {json.dumps(_words(joined), ensure_ascii=False, separators=(',', ':'))};\n{joined}", "js")


def _words(scripts: str) -> dict[str, dict[str, object]]:
    """The texts that scripts ask for, in each language, and the language's own name. Raises KeyError for a text that is not there."""
    keys = sorted(set(_ASKED.findall(scripts)))
    return {language: {"language": OWN_NAMES[language], **{key: _typeset(strings(language).texts[key], language) for key in keys}} for language in LANGUAGES}


def _typeset(text: str | dict[str, str], language: str) -> str | dict[str, str]:
    return {form: typeset(part, language) for form, part in text.items()} if isinstance(text, dict) else typeset(text, language)


def onward() -> Asset:
    """The script of the pages that only lead to another one: small, so that nobody waits for it."""
    return _named("onward", (FOLDER / "special" / "onward.js").read_text("utf-8"), "js")


def early() -> Asset:
    """The script that runs before anything of a page is drawn."""
    return _named("early", (FOLDER / "special" / "early.js").read_text("utf-8"), "js")


def form_style() -> Asset:
    """The stylesheet of the forms, which are the only pages that need it."""
    return _small("form", _text("css", ("form",)), "css")


def form_script() -> Asset:
    """The script of the forms: several times as large as that of all other pages, and loaded by the forms only."""
    return _small("form", _text("js", ("form",), (FOLDER / OF_FORMS,)), "js")


def _text(ending: str, folders: tuple[str, ...] = ("layout", "search", "components", "pages"), first: tuple[Path, ...] = ()) -> str:
    found = [path for folder in folders for path in sorted((FOLDER / folder).glob(f"*.{ending}")) if path != FOLDER / OF_FORMS]
    return "\n".join(path.read_text("utf-8").strip() for path in (*first, *found)) + "\n"


def _small(name: str, text: str, ending: str) -> Asset:
    """The same without what only its authors read: a quarter less to load."""
    from rcssmin import cssmin  # the preview in a form has neither library, and needs no asset that is made small
    from rjsmin import jsmin

    return _named(name, (cssmin if ending == "css" else jsmin)(text), ending)


def _named(name: str, text: str, ending: str) -> Asset:
    return Asset(f"assets/{name}.{hashlib.sha256(text.encode()).hexdigest()[:10]}.{ending}", text)
