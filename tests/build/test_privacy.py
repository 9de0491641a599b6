"""The page of privacy says what the scripts do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.outputs.assets import FOLDER

from .parsed import text_of

PAGES = {"en": ("en/privacy/", "tab"), "fr": ("fr/confidentialite/", "onglet")}
USE = re.compile(r"\b(local|session)Storage\.(?:get|set|remove)Item\(([^,)]+)")
OTHER = re.compile(r"document\.cookie|cookieStore|indexedDB|caches\.|serviceWorker|sendBeacon|localStorage\[|sessionStorage\[")


@pytest.fixture(scope="module")
def scripts() -> dict[str, str]:
    """Every script of ours, by its name."""
    return {path.name: path.read_text("utf-8") for path in FOLDER.rglob("*.js")}


def stored(scripts: dict[str, str]) -> dict[str, set[str]]:
    """The names under which scripts keep something, with the storage of each."""
    found: dict[str, set[str]] = {}
    for name, text in scripts.items():
        if name == "stored.js":  # it removes what the others keep, whatever it is called
            continue
        constants = dict(re.findall(r'const (\w+) = "([^"]+)";', text))
        for kind, argument in USE.findall(text):
            key = argument.strip('"') if argument.startswith('"') else constants.get(argument, f"{name}: {argument}")
            found.setdefault(key, set()).add(kind)
    return found


@pytest.mark.parametrize("language", PAGES)
def test_the_table_names_everything_that_is_kept_and_for_how_long(pages, scripts, language):
    """A script that keeps something new adds its row in both languages; a row whose script is gone is taken out."""
    path, until = PAGES[language]
    rows = [[text_of(cell) for cell in row] for row in pages[path].all("tr") if any(cell.tag == "td" for cell in row)]
    named = {cells[0]: cells[-1] for cells in rows}

    assert named.keys() == stored(scripts).keys()
    assert {name for name, how_long in named.items() if until in how_long} == {name for name, kinds in stored(scripts).items() if kinds == {"session"}}
    assert all(name.startswith("guide-") for name in named), "the button removes what begins so"


def test_no_script_keeps_anything_otherwise(scripts):
    """No cookie, no database, no worker that stays; and each use of the storage is one that the test above reads."""
    assert len(scripts) > 10
    assert {name: found for name, text in scripts.items() if (found := OTHER.findall(text))} == {}
    uses = {name: len(re.findall(r"\b(?:local|session)Storage\b", text)) for name, text in scripts.items() if name != "stored.js"}
    assert uses == {name: len(USE.findall(text)) for name, text in scripts.items() if name != "stored.js"}


def test_the_footer_of_every_page_leads_to_it(pages):
    """In the language of the page."""
    for page in pages.values():
        leads = [link for footer in page.all("footer") for link in footer.iter("a") if "privacy" in link.get("href", "") or "confidentialite" in link.get("href", "")]
        assert leads or page.path in {path for path, _ in PAGES.values()}, page.path
