"""Any text at all, in every field of a case: the pages about it have the same elements as for a harmless one, and every file is read strictly."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections import Counter
from itertools import count
from xml.etree import ElementTree

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.checks import placeholders
from guide.outputs import feeds, oembed
from guide.outputs.open_data import files
from guide.outputs.search_documents import document
from guide.pages import case_study, comparison, embed, kit
from guide.pages.citation import citation
from guide.pages.reader import Reader
from guide.render import embedded, parts
from guide.site import Site
from guide.yaml_source.characters import is_plain
from tests.build.test_inert_text import leads
from tests.project import Project, new_project, pages_of

from .payloads import CASES, PAYLOADS

LANGUAGES = ("en", "fr")
# What contributors' prose may make of asterisks and low lines.
EMPHASIS = ("em", "strong")
# The same examples on every machine, so that a test does not fail on one day only.
few = settings(deadline=None, derandomize=True, max_examples=6)
COUNTER, SECOND = (f"guide_data/case_studies/{name}.yml" for name in CASES)
SIGNS = st.text(st.sampled_from("ab <>&\"'`/\\=;:{}[]()%$#!-_|~^*+@,.?\u00a0\u202f«»’é\u1403\u05d0\U0001f600"), min_size=1, max_size=40)
WORDS = st.lists(st.sampled_from([*(word for payload in PAYLOADS for word in payload.split()), "<!--", "-->", "]]>", "</script>", "{{", "}}", "{%", "&lt;", "a"]), min_size=1, max_size=5).map(" ".join)
# Letters and signs as anybody may write them; what a file may not hold is refused, and tested elsewhere. (Hypothesis takes words from
# the modules that are loaded, `FIXME` from the check that refuses it among them.)
TEXTS = (st.text(min_size=1, max_size=40) | SIGNS | WORDS).filter(
    lambda text: is_plain(text) and "\n" not in text and text.strip(" \t") == text and len(text) <= 60 and not placeholders._WORDS.search(text))
# One for each field of the case, so that few builds try many.
MANY = st.lists(TEXTS, min_size=24, max_size=24)


def with_texts(texts: list[str]) -> str:
    """The longest case, with one of the texts after another at the end of each of its own: both languages have the same."""
    fields = count()

    def text() -> str:
        return texts[next(fields) // 2 % len(texts)]

    return re.sub(r"\b(en|fr): (?!shared-counter|comptoir-partage)([^\n{}]+?)(?=\n|,|\}|$)",
                  lambda found: f"{found[1]}: {json.dumps(f'{found[2].strip()} {text()}', ensure_ascii=False)}", CASES["counter"])


@pytest.fixture(scope="module")
def guide(tmp_path_factory) -> Project:
    """One Guide for all texts: each of them is written into its case."""
    return new_project(tmp_path_factory.mktemp("any") / "guide", {SECOND: CASES["second"]})


def site_with(guide: Project, texts: list[str]) -> Site:
    build = guide.write({COUNTER: with_texts(texts)}).prepare()
    assert build.problems() == [], build.problems()[:2]
    return build.site


def shapes(site: Site) -> dict[str, Counter]:
    """The elements of the pages about the case, with the names of their attributes and where they lead."""
    made = {f"{page.kind} {page.language}": parts(page, site)["main"] for language in LANGUAGES for kind in (case_study, comparison, kit)
            for page in pages_of(kind, site, language) if page.key == "counter"}
    made |= {f"card {language}": embedded(card, site) for language in LANGUAGES for card in embed.cards(site, language) if card.path.endswith("c/counter/")}
    return {name: Counter(f"{element.tag} {sorted(element.attrib)} {element.get('src') or ''} {leads(element)}"
                          for element in html5lib.parseFragment(str(html), namespaceHTMLElements=False).iter() if isinstance(element.tag, str) and element.tag not in EMPHASIS) for name, html in made.items()}


@pytest.fixture(scope="module")
def harmless(guide) -> dict[str, Counter]:
    found = shapes(site_with(guide, ["word"]))
    assert len(found) == 8
    return found


@few
@given(MANY)
def test_no_text_makes_an_element_or_a_link(guide, harmless, texts):
    """The case, its comparison, its kit and its card, in both languages."""
    assert shapes(site_with(guide, texts)) == harmless


@few
@given(MANY)
def test_every_text_is_whole_in_what_programs_read(guide, texts):
    """JSON and search have it letter for letter; feeds, cards, tables and citations stay well formed around it."""
    site, exact = site_with(guide, texts), unicodedata.normalize("NFC", texts[0])
    title = f"A counter for two governments {exact}"
    made = dict(files(site))

    assert json.loads(made["api/v1/cases/counter.json"])["case"]["title"]["en"] == title
    assert title in {row["Title"].removeprefix("'") for row in csv.DictReader(io.StringIO(str(made["en/data/cases.csv"]).removeprefix("\ufeff"), newline=""), strict=True)}
    for path, content in (*feeds.files(site, "en"), *oembed.files(site)):
        json.loads(content) if path.endswith(".json") else ElementTree.fromstring(content)
    assert [item["title"] for item in json.loads(citation(Reader(site, "en", "en/"), "counter").csl)] == [title]
    page = next(page for page in pages_of(case_study, site, "en") if page.key == "counter")
    assert document(page, parts(page, site)["main"], site) and page.title
