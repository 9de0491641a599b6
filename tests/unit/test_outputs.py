"""What the site holds besides pages: the sitemap, robots.txt, the stylesheet and the script."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree

import pytest

from guide.outputs import assets, sitemap
from guide.pages.page import Page
from guide.records.values import PartialDate
from guide.routes import Routes

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture
def routes() -> Routes:
    """Addresses of two pages, one of them in one language only."""
    routes = Routes("https://guide.example/x/")
    routes.add("page", "home", {"en": "en/", "fr": "fr/"})
    routes.add("page", "about", {"en": "en/a&b/"})
    return routes


def page(key: str, language: str, path: str, modified: PartialDate | None = None) -> Page:
    """A page of which only what the sitemap tells matters."""
    return Page("page", key, language, path, "Title", "Description", "pages/home.html", None, modified=modified)


def test_the_sitemap_lists_each_page_with_its_alternates(routes):
    """Every page names itself, its other language and the front door; the order is that of the addresses."""
    pages = [page("home", "fr", "fr/"), page("home", "en", "en/", PartialDate(2026, 11))]

    urls = ElementTree.fromstring(sitemap.sitemap(pages, routes)).findall("s:url", NAMES)

    assert [url.findtext("s:loc", None, NAMES) for url in urls] == ["https://guide.example/x/en/", "https://guide.example/x/fr/"]
    assert [url.findtext("s:lastmod", None, NAMES) for url in urls] == ["2026-11", None]
    for url in urls:
        assert {link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)} == {
            "en": "https://guide.example/x/en/", "fr": "https://guide.example/x/fr/", "x-default": "https://guide.example/x/"}


def test_a_page_in_one_language_has_no_alternate_in_the_other(routes):
    """An address is escaped, and nothing is listed that does not exist."""
    found = ElementTree.fromstring(sitemap.sitemap([page("about", "en", "en/a&b/")], routes)).find("s:url", NAMES)

    assert found.findtext("s:loc", None, NAMES) == "https://guide.example/x/en/a&b/"
    assert [link.get("hreflang") for link in found.findall("x:link", NAMES)] == ["en", "x-default"]


def test_robots_may_read_everything_and_find_the_sitemap(routes):
    """Nothing is kept from search engines."""
    assert sitemap.robots(routes) == "User-agent: *\nAllow: /\nSitemap: https://guide.example/x/sitemap.xml\n"


@pytest.fixture
def templates(tmp_path, monkeypatch):
    """A small folder of templates in the place of the real one."""
    for name, text in (("layout/b.css", "b"), ("layout/a.css", "a\n\n"), ("components/z.css", "z"), ("pages/c.css", "c"),
                       ("components/z.js", "zz"), ("components/z.html", "<p>")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(assets, "FOLDER", tmp_path)
    return tmp_path


def test_the_stylesheet_joins_the_blocks_of_all_components(templates):
    """Layout first, then components, then pages, each by name; without what only their authors read."""
    (templates / "pages/c.css").write_text("c {\n  /* why */\n  color: red;\n}\n")
    (templates / "components/z.js").write_text("// why\nconst zz = `a  // b`;\n")

    assert assets.stylesheet().text == "a b z c{color:red}"
    assert assets.script().text.endswith("};const zz=`a  // b`;")


def test_the_script_carries_the_words_that_it_says(templates):
    """In both languages and with their typography; a word that does not exist stops the build."""
    (templates / "components/z.js").write_text('guideWord("copy.done"); guideWord("search.count", 2)')
    words = json.loads(assets.script().text.partition("guideWords=")[2].partition(";guideWord(")[0])
    assert words["en"] == {"language": "English", "copy.done": "Copied.", "search.count": {"one": "{n} result", "other": "{n} results"}}
    assert set(words["fr"]) == set(words["en"])

    (templates / "components/z.js").write_text('guideWord("copy.no-such-word")')
    with pytest.raises(KeyError):
        assets.script()


def test_the_name_of_an_asset_changes_with_its_content(templates):
    """A browser never mixes an old stylesheet with a new page."""
    before = assets.stylesheet().path
    script = assets.script().path

    (templates / "pages/c.css").write_text("d")

    assert before.startswith("assets/guide.") and before.endswith(".css")
    assert assets.stylesheet().path != before
    assert assets.script().path == script
