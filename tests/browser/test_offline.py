"""The Guide as a folder: unpacked from its archive and opened by a double click, without a server."""

from __future__ import annotations

import os
import re
from html import unescape
from pathlib import Path

import pytest

from guide.outputs.offline import files
from tests.build.parsed import told

HOME = {"en": "en/index.html", "fr": "fr/index.html"}
FINDER = {"en": "en/case-studies/index.html", "fr": "fr/etudes-de-cas/index.html"}
COMPARE = {"en": "en/compare/index.html", "fr": "fr/comparer/index.html"}
OTHER = {"en": "fr", "fr": "en"}


@pytest.fixture(scope="module")
def folder(site, tmp_path_factory) -> Path:
    """The files of the archive of the real site."""
    made = tmp_path_factory.mktemp("offline")
    for path, content in files(site):
        (made / path).parent.mkdir(parents=True, exist_ok=True)
        (made / path).write_bytes(content)
    return made


@pytest.fixture
def reader(browser, folder):
    """A reader of the folder. Whatever fails, is complained about or leaves the folder is noted in `wrong`."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    page, wrong = context.new_page(), []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    context.on("requestfailed", lambda request: "ABORTED" in request.failure or wrong.append(f"{request.url}: {request.failure}"))
    context.on("request", lambda request: None if request.url.startswith(("data:", folder.as_uri())) else wrong.append(request.url))
    page.wrong = wrong
    page.open = lambda path: page.goto(f"{folder.as_uri()}/{path}")
    yield page
    context.close()


def test_every_link_within_the_folder_leads_to_a_file_of_it(folder):
    """From every page: where it leads, and what it loads."""
    wrong, links = [], 0
    for file in folder.rglob("*.html"):
        for tag in re.findall(r"<[a-zA-Z][^>]*>", file.read_text("utf-8")):
            for link in re.findall(r'\s(?:href|src)="(?![a-z]+:|#)([^"?#]*)', tag):
                links += 1
                if link and not Path(os.path.normpath(file.parent / unescape(link))).is_file():
                    wrong.append(f"{file.relative_to(folder)}: {link}")

    assert links > 10_000 and not wrong, told(wrong)


@pytest.mark.parametrize("language", HOME)
def test_the_finder_filters_and_finds_words(reader, language):
    """By facets and by words, with the address as on the web; the toggle keeps all of it."""
    reader.open(FINDER[language])
    assert reader.locator(".guide-offline").is_visible()
    cards = reader.locator(".guide-finder .guide-card")
    every = cards.count()
    reader.locator("#guide-finder-query").fill("permits" if language == "en" else "permis")
    reader.wait_for_function("(every) => { const n = document.querySelectorAll('.guide-finder .guide-card').length; return n && n < every; }", arg=every)
    assert "bizpal" in [card.get_attribute("data-key") for card in cards.all()]
    reader.locator("[data-facet=order-of-government] input").first.evaluate("(box) => box.click()")
    asked = reader.evaluate("location.search")
    assert asked.startswith("?q=perm") and "order-of-government=" in asked

    reader.locator("[data-keeps-section]").click()
    reader.wait_for_url(f"**/{OTHER[language]}/**")
    assert reader.evaluate("location.search") == asked and reader.locator("html").get_attribute("lang") == OTHER[language]
    assert reader.wrong == []


@pytest.mark.parametrize("language", HOME)
def test_the_search_finds_cases_in_both_languages(reader, language):
    """The dialog lists pages of the folder, tells how many the other language has, and leads there."""
    reader.open(HOME[language])
    reader.locator(".guide-search__open").click()
    reader.locator(".guide-search__input").fill("BizPaL" if language == "en" else "l'équipement des écoles")
    first = reader.locator(".guide-search__results a").first
    first.wait_for()
    if language == "en":
        reader.locator(".guide-search__other a").wait_for()
        assert "/index.html?q=BizPaL" in reader.locator(".guide-search__other a").get_attribute("href")
    first.click()
    reader.wait_for_url(f"**/{language}/**/index.html")
    assert reader.locator("main h1").inner_text() and reader.wrong == []


def test_cases_are_compared(reader):
    """The columns come from the folder, and their links lead within it."""
    reader.open(COMPARE["en"])
    keys = [option.get_attribute("value") for option in reader.locator("#guide-compare-1 option").all()][1:3]
    for place, key in enumerate(keys, 1):
        reader.locator(f"#guide-compare-{place}").select_option(key)
    reader.locator(".guide-compare button").click()
    reader.locator(".guide-comparison thead th[data-case]").nth(1).wait_for()
    reader.locator(".guide-comparison thead a").first.click()
    reader.wait_for_url("**/case-studies/**/index.html")
    assert reader.wrong == []


def test_the_way_in_and_permanent_addresses_lead_on(reader):
    """The front door by a link, a permanent address by itself, in the language of the browser."""
    reader.open("index.html")
    reader.locator("a.guide-button[hreflang=fr]").click()
    reader.wait_for_url("**/fr/index.html")
    reader.open("c/bizpal/index.html")
    reader.wait_for_url("**/en/case-studies/bizpal/index.html")
    assert reader.wrong == []


def test_the_panel_gives_the_card(reader):
    """Also from a folder: its text comes from there, its addresses are those of the Guide."""
    reader.open("en/case-studies/bizpal/index.html")
    reader.locator(".guide-link-panel > summary").click()
    reader.wait_for_function("() => document.querySelector('#link-card')?.value")

    assert 'href="https://guide.example/en/case-studies/bizpal/"' in reader.locator("#link-card").input_value()
    assert 'src="https://guide.example/en/embed/c/bizpal/"' in reader.locator("#link-frame").input_value()
    assert reader.wrong == []


def test_the_form_opens_a_published_case_and_says_that_it_does_not_check(reader):
    """The record comes from the folder; only the checker cannot be started, which the form says."""
    reader.open("en/contribute/form/index.html?case=bizpal")
    reader.wait_for_function("() => document.querySelector('#form-file').value.startsWith('bizpal')")
    told = reader.locator("[data-checker]")
    reader.locator("#form-title-en").press("End")
    reader.wait_for_function("() => document.querySelector('[data-checker]').innerText.includes('simple rules')")
    assert told.is_visible()
    assert not [one for one in reader.wrong if "checker" not in one.lower() and "ERR_FAILED" not in one], reader.wrong
