"""The feeds of the real site, as feed readers find and read them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import feedparser
import pytest

from guide.checks import checked
from guide.library import Library
from guide.site import terms_of
from tests.feeds import read_atom, read_json
from tests.project import ROOT

from .parsed import SITE_URL, Parsed, text_of, told

TYPES = {"application/atom+xml": "feed.xml", "application/feed+json": "feed.json"}
MOST = 50


@pytest.fixture(scope="module")
def library() -> Library:
    """The published data."""
    return checked(ROOT)[0].published()


@pytest.fixture(scope="module")
def feeds(site: Path) -> dict[str, feedparser.FeedParserDict]:
    """Every Atom feed, read by a program that nobody here wrote, under the path of its page."""
    return {path.parent.relative_to(site).as_posix() + "/": read_atom(path.read_bytes()) for path in sorted(site.rglob("feed.xml"))}


def expected(library: Library, language: str) -> dict[str, set[str]]:
    """The pages that have cases, with the addresses of these, from the records alone."""
    folders = {"en": ("en/case-studies/", "en/organizations/"), "fr": ("fr/etudes-de-cas/", "fr/organisations/")}[language]
    found: dict[str, set[str]] = {}
    for case in library.case_studies.values():
        pages = [folders[0], *(f"{folders[1]}{getattr(library.organizations[partner.organization].slug, language)}/" for partner in case.partners)]
        for facet, vocabulary in library.vocabularies.items():
            pages += [f"{language}/{getattr(vocabulary.slug, language)}/{getattr(library.terms[facet][term].slug, language)}/" for term in terms_of(case, facet, library)]
        for page in pages:
            found.setdefault(page, set()).add(f"{SITE_URL}{folders[0]}{getattr(case.slug, language)}/")
    return found


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_feed_has_the_cases_of_its_page(feeds, library, language):
    """All cases, and those of every term and organization that has some: no feed is missing, none is too much, and each is in its language."""
    pages, wrong = expected(library, language), []
    for page, cases in pages.items():
        links = {entry.link for entry in feeds[page].entries} if page in feeds else set()
        if not links <= cases or len(links) != min(len(cases), MOST) or feeds[page].feed.language != language:
            wrong.append(f"{page}: has {len(links)} entries, not {len(cases)}")

    assert {page for page in feeds if page.startswith(language)} == set(pages)
    assert not wrong, told(wrong)


def test_entries_come_newest_first_and_a_feed_is_as_old_as_its_newest(feeds):
    """Dates are those of the records, so a feed without news does not change."""
    for page, feed in feeds.items():
        dates = [entry.updated for entry in feed.entries]
        assert dates == sorted(dates, reverse=True) and feed.feed.updated == dates[0], page


def test_an_entry_is_the_same_in_every_feed(feeds):
    """A program that follows several feeds shows the news once; the two languages are two pieces of news."""
    seen: dict[str, dict] = {}
    wrong = [f"{page}: {entry.id}" for page, feed in feeds.items() for entry in feed.entries if seen.setdefault(entry.id, entry) != entry]

    assert not wrong, told(wrong)
    assert {entry["link"] for entry in seen.values()} and len({entry["link"] for entry in seen.values()}) == len(seen)


def test_both_formats_say_the_same(site, feeds):
    """Who reads JSON misses nothing and gets nothing else."""
    for page, feed in feeds.items():
        other = read_json((site / page / "feed.json").read_text("utf-8"))

        assert (other["title"], other["language"], other["feed_url"], other["home_page_url"]) == (
            feed.feed.title, feed.feed.language, f"{SITE_URL}{page}feed.json", feed.feed.link)
        assert [(item["id"], item["title"], item["url"], item["summary"], item["date_published"]) for item in other["items"]] == [
            (entry.id, entry.title, entry.link, entry.summary, entry.published) for entry in feed.entries]
    assert len(list(site.rglob("feed.json"))) == len(feeds)


def test_every_link_of_a_feed_leads_to_a_page(feeds, pages):
    """The page that the feed is about, and those of its entries; a feed knows its own address."""
    for page, feed in feeds.items():
        assert feed.feed.link == SITE_URL + page and page in pages
        assert [link.href for link in feed.feed.links if link.rel == "self"] == [f"{SITE_URL}{page}feed.xml"]
        assert not {entry.link.removeprefix(SITE_URL) for entry in feed.entries} - set(pages)


def announced(page: Parsed) -> dict[str, str]:
    """The feeds that the head of a page names, by type, as full addresses."""
    return {link.get("type", ""): urljoin(SITE_URL + page.path, link.get("href", "")) for link in page.all("link", rel="alternate") if link.get("type") in TYPES}


def test_a_page_announces_its_feeds_to_programs_and_to_readers(pages, feeds):
    """In its head, with a title, and in a line at its end; a page without feeds announces none."""
    wrong = []
    for path, page in pages.items():
        own = {media_type: f"{SITE_URL}{path}{name}" for media_type, name in TYPES.items()} if path in feeds else {}
        lines = page.all("p", _class="guide-follow")
        shown = [urljoin(SITE_URL + path, link.get("href", "")) for line in lines for link in line.iter("a")]
        titles = [link.get("title") for link in page.all("link", rel="alternate") if link.get("type") in TYPES]
        if announced(page) != own or shown != list(own.values()) or not all(titles) or len(titles) != len(own):
            wrong.append(f"{path}: announces {announced(page)} and shows {shown}")

    assert not wrong, told(wrong)


@pytest.mark.parametrize(("path", "title"), [
    ("en/jurisdictions/ontario/", "Ontario: new and changed case studies"), ("fr/etudes-de-cas/", "Études de cas nouvelles et modifiées")])
def test_a_feed_is_called_after_its_page(pages, feeds, path, title):
    """In a list of many feeds, the first words tell them apart."""
    page = pages[path]

    assert feeds[path].feed.title.startswith(f"{title} – ")
    assert [link.get("title") for link in page.all("link", rel="alternate") if link.get("type") in TYPES] == [f"{title} (Atom)", f"{title} (JSON Feed)"]
    assert text_of(page.all("p", _class="guide-follow")[0]).endswith(": Atom, JSON Feed")
