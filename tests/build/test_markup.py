"""The HTML of every page by the checker of the standard's own makers, and what tables and landmarks need to be understood."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.project import ROOT

from .parsed import text_of, told

CHECKER = Path(ROOT, "node_modules", "vnu-jar", "build", "dist", "vnu.jar")


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """The Nu Html Checker (package-lock.json), which runs in Java."""
    java = shutil.which("java")
    if java and CHECKER.is_file():
        return [java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss2m", "-Xmx1g", "-jar", str(CHECKER)]  # much faster for a short run
    if os.environ.get("CI"):
        pytest.fail("the Nu Html Checker is missing: it needs npm and Java")
    pytest.skip("the Nu Html Checker needs npm and Java")


def test_every_page_conforms_to_the_html_standard(checker, site):
    """Elements, attributes and roles are allowed where they stand, on every page of the site, those without a frame too."""
    done = subprocess.run([*checker, "--format", "json", "--errors-only", "--exit-zero-always", "--skip-non-html", str(site)], capture_output=True, encoding="utf-8")
    found = json.loads(done.stderr)["messages"]
    wrong = [f"{message['url'].partition('/site/')[2]}: {message['message']}" for message in found]

    assert not wrong, told(wrong)


def test_the_checker_would_find_an_error(checker, tmp_path):
    """A page that is not right is told of: the test above can fail."""
    (tmp_path / "page.html").write_text('<!doctype html><html lang="en"><title>x</title><p><div></div></p>', "utf-8")
    done = subprocess.run([*checker, "--format", "json", "--errors-only", "--exit-zero-always", str(tmp_path / "page.html")], capture_output=True, encoding="utf-8")

    assert [message["type"] for message in json.loads(done.stderr)["messages"]] == ["error"]


def test_every_table_says_what_it_is_and_what_its_cells_belong_to(pages):
    """A name (its caption or the heading above it), a head over every column, and the scope of every head."""
    wrong, seen = [], 0
    for path, page in pages.items():
        for table in page.all("table"):
            seen += 1
            heads = list(table.iter("th"))
            named = text_of(table.find("caption")) if table.find("caption") is not None else table.get("aria-labelledby") or table.get("aria-label")
            first = next(table.iter("tr"), None)
            wrong += [] if named else [f"{path}: a table without a name"]
            wrong += [f"{path}: a head without its scope: {text_of(head)!r}" for head in heads if head.get("scope") not in ("col", "row", "colgroup", "rowgroup")]
            wrong += [f"{path}: a column without a head" for cell in (first if first is not None and first.find("th[@scope='col']") is not None else ()) if cell.tag == "td"]
            wrong += [] if heads else [f"{path}: a table without heads"]

    assert seen > 20 and not wrong, told(wrong)


def test_the_landmarks_of_every_page_have_names_of_their_own(pages, special):
    """Two navigations, regions or searches on a page are told apart by their names."""
    wrong = []
    for path, page in {**pages, **special}.items():
        ids = {element.get("id"): element for element in page.elements if element.get("id")}
        names = Counter()
        for element in page.elements:
            kind = element.get("role") or {"nav": "navigation", "aside": "complementary", "section": "region"}.get(element.tag, "")
            name = element.get("aria-label") or " ".join(text_of(ids[one]) for one in (element.get("aria-labelledby") or "").split())
            if kind in ("navigation", "complementary") and not name:
                wrong.append(f"{path}: a {kind} without a name")
            if kind in ("navigation", "region", "search", "complementary") and name:
                names[kind, name] += 1
        wrong += [f"{path}: {times} of {kind} are called {name!r}" for (kind, name), times in names.items() if times > 1]

    assert not wrong, told(wrong)
