"""The archive that opens from a folder."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from guide.outputs.offline import NAME, pack, with_files

SITE = {
    "index.html": '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'"><a href="en/">English</a>',
    "404.html": "not found", "_headers": "/*", "robots.txt": "", "sitemap.xml": "", ".git/config": "hidden",
    "en/index.html": '<a href="./">home</a>', "en/feed.xml": "<feed/>", "en/a/oembed.json": "{}", "en/a/index.html": '<p>a/</p><script src="../../x.js"></script>',
    "en/a/compare/index.html": 'x<table class="guide-comparison"><tr><td><a href="../">a</a></td></tr></table>y',
    "en/search/names.json": '[{"path": "é </script>"}]', "en/search/pages.0123abcd.json": '[["en/a/"]]',
}


@pytest.fixture
def site(tmp_path) -> Path:
    for path, text in SITE.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(text, "utf-8")
    return tmp_path / "site"


def texts(archive: Path) -> dict[str, str]:
    with zipfile.ZipFile(archive) as opened:
        return {name.removeprefix(f"{NAME}/"): opened.read(name).decode() for name in opened.namelist()}


def test_the_archive_holds_the_pages_and_what_scripts_read(site, tmp_path):
    """No file for hosts or robots; a twin for each text that scripts read."""
    count = pack(site, tmp_path / "dist/site.zip")
    found = texts(tmp_path / "dist/site.zip")

    assert count == len(found) and sorted(found) == sorted([
        "index.html", "en/index.html", "en/feed.xml", "en/a/index.html", "en/a/compare/index.html", "en/a/compare/index.html.js", "en/search/names.json",
        "en/search/names.json.js", "en/search/pages.0123abcd.json", "en/search/pages.0123abcd.json.js"])
    kept = {name: json.loads(text.removeprefix("guideOffline.keep(").removesuffix(");\n")) for name, text in found.items() if name.endswith(".js")}
    assert kept["en/search/names.json.js"] == SITE["en/search/names.json"]
    assert kept["en/a/compare/index.html.js"] == '<table class="guide-comparison"><tr><td><a href="../index.html">a</a></td></tr></table>'


def test_the_same_site_gives_the_same_bytes(site, tmp_path):
    """No clock, and no order of the disk."""
    pack(site, tmp_path / "a.zip")
    (site / "en/feed.xml").touch()
    pack(site, tmp_path / "b.zip")

    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


@pytest.mark.parametrize(("before", "after"), [
    ('<a href="../x/?q=a/#b/">', '<a href="../x/index.html?q=a/#b/">'),
    ('<a href="mailto:a@b.ca?body=c/">', '<a href="mailto:a@b.ca?body=c/">'),
    ('<a href="?q=a/">a</a> <p title="x/">href="y/"</p>', '<a href="?q=a/">a</a> <p title="x/">href="y/"</p>'),
    ('<dialog data-index="../search/" data-finder="../cases/">', '<dialog data-index="../search/" data-finder="../cases/index.html">'),
    ('<meta http-equiv="refresh" content="0; url=../../en/a/">', '<meta http-equiv="refresh" content="0; url=../../en/a/index.html">'),
    ("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">",
     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' file:\">"),
])
def test_links_name_files_and_nothing_else_changes(before, after):
    """What stands in a text stays as it is, even if it looks like a link."""
    assert with_files(before) == after
