"""Names stay in their place: what is no record and no page is refused where it stands, and nothing is read or published through a link."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

SECRET = "guide_data/case_studies/counter.yml"


def link(name: str, target: str) -> Callable[[Path], None]:
    """A link to something else in the project, or anywhere."""
    return lambda root: (root / name).symlink_to(target if target.startswith("/") else root / target)


def file(name: str, content: str = "a text that nobody approved\n") -> Callable[[Path], None]:
    def make(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, "utf-8")

    return make


def replaced_by_link(name: str) -> Callable[[Path], None]:
    """A folder moved away, with a link in its place."""
    def make(root: Path) -> None:
        (root / name).rename(root / "elsewhere")
        (root / name).symlink_to(root / "elsewhere")

    return make


STRAYS = {
    # MkDocs would publish each of these as it is, or follow it.
    "docs/assets/leak.svg": (link("docs/assets/leak.svg", SECRET), "link-refused"),
    "docs/assets/none.svg": (link("docs/assets/none.svg", "/nowhere/at/all"), "link-refused"),
    "docs/leak": (link("docs/leak", "guide_data"), "link-refused"),
    "docs/leak.en.md": (link("docs/leak.en.md", SECRET), "link-refused"),
    **{f"docs/{name}": (file(f"docs/{name}"), "docs-stray") for name in (
        "about.en.md~", "about.fr.md.bak", "about.en.md.orig", "#about.en.md#", "about.en.md.swp", "notes.txt", "counter.yml", "stray.html", "Stray.MD", "stray.markdown", "no-ending",
        "assets/leak.yml", "assets/about.en.md", "assets/page.html", "assets/icons/mark.svg.orig", "decisions/leak.yml")},
    "docs/sub": (file("docs/sub/about.en.md"), "docs-stray"),
    # Nothing would read these, and somebody believes that they are records.
    **{f"guide_data/{name}": (file(f"guide_data/{name}"), "stray-file") for name in ("notes.txt", "counter.yml~", "counter.YML", "counter.yaml", "lessons", "addresses.yml.orig")},
    "guide_data/drafts": (file("guide_data/drafts/counter.yml"), "stray-folder"),
    "guide_data/case_studies": (replaced_by_link("guide_data/case_studies"), "link-refused"),
    "guide_data/schema": (link("guide_data/schema", "docs"), "link-refused"),
    "guide_data": (replaced_by_link("guide_data"), "link-refused"),
    "docs": (replaced_by_link("docs"), "link-refused"),
    **{f"guide_data/case_studies/{name}": (file(f"guide_data/case_studies/{name}"), code) for name, code in {
        "counter.yml~": "stray-file", ".counter.yml.swp": "stray-file", "counter.yml.orig": "stray-file", "#counter.yml#": "stray-file", "counter.YML": "stray-file", "counter.yaml": "stray-file",
        "Counter.yml": "file-name", "nul.yml": "reserved-name", "com1.yml": "reserved-name", "counter..yml": "file-name", "-counter.yml": "file-name", "c--d.yml": "file-name",
        "\u0441ounter.yml": "file-name", "count\u200der.yml": "file-name", "a\nb.yml": "file-name", "a\x1b[31m.yml": "file-name", "..yml": "file-name"}.items()},
}


@pytest.mark.parametrize("name", STRAYS)
def test_what_does_not_belong_is_refused_where_it_stands(project, name):
    """One error about it, and none about anything else but what it takes away."""
    make, code = STRAYS[name]
    guide = project()
    make(guide.root)

    errors = [(finding.path, finding.code) for finding in guide.prepare().problems()]

    assert (name, code) in errors
    assert code not in ("stray-file", "docs-stray", "file-name", "reserved-name") or errors == [(name, code)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
@pytest.mark.parametrize("name", ["docs/about.fr.md", "docs/assets/more.svg", "guide_data/case_studies/other.yml"])
def test_nobody_waits_for_what_is_no_file(project, name):
    """A pipe is refused unread, wherever it stands."""
    guide = project({name: None} if name == "docs/about.fr.md" else {})
    os.mkfifo(guide.root / name)

    assert [finding.code for finding in guide.prepare().problems() if finding.path == name] in (["docs-stray"], ["not-a-file"])


def test_a_page_that_is_a_folder_is_refused(project):
    """Nothing is read from it."""
    guide = project()
    (guide.root / "docs/help.en.md").mkdir()

    assert [(finding.path, finding.code) for finding in guide.prepare().problems()] == [("docs/help.en.md", "docs-stray")]
