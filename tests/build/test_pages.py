"""What holds for every page of the real site, in both languages."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urljoin
from xml.etree import ElementTree

from .parsed import HEADINGS, LANGUAGES, SITE_URL, Parsed, fetched, internal, text_of, told

XHTML = "{http://www.w3.org/1999/xhtml}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_both_languages_have_the_same_number_of_pages(pages):
    """There are pages at all, and as many in English as in French."""
    counted = Counter(path[:2] for path in pages)

    assert counted["en"] == counted["fr"] > 20, counted


def test_every_page_is_its_own_canonical_address(pages):
    """The canonical address of a page is absolute and its own."""
    wrong = [f"{path}: canonical is {page.canonical!r}" for path, page in pages.items() if page.canonical != SITE_URL + path]

    assert not wrong, told(wrong)


def test_every_page_and_its_pair_name_each_other(pages):
    """The hreflang links are absolute, reciprocal, with x-default, and pair every English page with one French page."""
    wrong = []
    for path, page in pages.items():
        alternates = page.alternates
        if set(alternates) != {*LANGUAGES, "x-default"} or alternates["x-default"] != SITE_URL:
            wrong.append(f"{path}: has the alternates {alternates}")
            continue
        if alternates[path[:2]] != SITE_URL + path:
            wrong.append(f"{path}: does not name itself, but {alternates[path[:2]]}")
        other = pages.get(alternates["fr" if path[:2] == "en" else "en"].removeprefix(SITE_URL))
        if other is None or other.path[:2] == path[:2] or other.alternates != alternates:
            wrong.append(f"{path}: its pair is {other and other.path}, whose alternates are {other and other.alternates}")

    assert not wrong, told(wrong)


def test_the_toggle_of_every_page_leads_to_its_pair(pages):
    """The link to the other language, in the header and in the footer, is the address in hreflang."""
    wrong = []
    for path, page in pages.items():
        other = "fr" if path[:2] == "en" else "en"
        toggles = [link for link in page.all("a", hreflang=other) if link.get("translate") == "no"]
        targets = {urljoin(SITE_URL + path, link.get("href", "")) for link in toggles}
        if len(toggles) != 2 or targets != {page.alternates[other]} or any(link.get("lang") != other for link in toggles):
            wrong.append(f"{path}: {len(toggles)} toggles lead to {targets}, the pair is {page.alternates[other]}")

    assert not wrong, told(wrong)


def test_every_page_says_its_language(pages):
    """`<html lang>` is the language of the folder that the page is in."""
    wrong = [f"{path}: lang is {page.lang!r}" for path, page in pages.items() if page.lang != path[:2]]

    assert not wrong, told(wrong)


def test_every_page_is_valid_enough_to_be_parsed_without_an_error(pages, special):
    """The HTML parser of the standard has nothing to correct."""
    wrong = [f"{path}: {error}" for path, page in {**pages, **special}.items() for error in page.errors]

    assert not wrong, told(wrong)


def test_every_page_has_one_main_title_one_main_part_and_headings_in_order(pages):
    """One h1, which starts the main part, one main, and no level of heading skipped; other headings are in dialogs."""
    wrong = []
    for path, page in pages.items():
        levels = [HEADINGS[element.tag] for element in page.main if element.tag in HEADINGS]
        dialogs = [element for dialog in page.all("dialog") for element in dialog.iter()]
        outside = [element for element in page.elements if element.tag in HEADINGS and element not in page.main and element not in dialogs]
        wrong += [f"{path}: {text_of(heading)!r} stands outside of main" for heading in outside]
        if levels.count(1) != 1 or levels[:1] != [1] or len(page.all("main")) != 1:
            wrong.append(f"{path}: {levels.count(1)} h1, {len(page.all('main'))} main, first heading h{levels[0] if levels else '?'}")
        wrong += [f"{path}: h{level} after h{before}" for before, level in zip(levels, levels[1:]) if level > before + 1]
        wrong += [f"{path}: an empty {element.tag}" for element in page.elements if element.tag in HEADINGS and not text_of(element)]

    assert not wrong, told(wrong)


def test_ids_are_unique_on_every_page(pages, special):
    """No id stands twice on a page, and none is empty."""
    wrong = [f"{path}: id {name!r} stands {times} times" for path, page in {**pages, **special}.items()
             for name, times in Counter(page.ids).items() if times > 1 or not name]

    assert not wrong, told(wrong)


def test_the_ids_of_a_page_are_the_same_in_both_languages(pages):
    """A link to a section keeps its meaning when the language is changed."""
    wrong = []
    for path, page in pages.items():
        if path[:2] == "en":
            other = pages[page.alternates["fr"].removeprefix(SITE_URL)]
            if different := sorted(set(page.ids) ^ set(other.ids)):
                wrong.append(f"{path} and {other.path} differ in the ids {different}")

    assert not wrong, told(wrong)


def test_every_internal_link_and_anchor_leads_somewhere(pages, special, site):
    """Each address on each page that stays within the site is a file of it, and each anchor an id of that page."""
    wrong = []
    for name, page in {**pages, **special}.items():
        for link in page.links:
            target = internal(page, link)
            if target is None:
                continue
            path, anchor = target
            if not (site / path / "index.html" if path.endswith("/") or not path else site / path).is_file():
                wrong.append(f"{name}: {link} leads to no file")
            elif anchor and anchor not in (pages.get(path) or (page if path == page.path else special["index.html"])).ids:
                wrong.append(f"{name}: {link} leads to no id of {path}")

    assert not wrong, told(wrong)


def test_every_reference_between_elements_has_its_element(pages, special):
    """What a label, an aria-labelledby or an aria-controls names is on the page."""
    wrong = []
    for path, page in {**pages, **special}.items():
        for element in page.elements:
            for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"):
                wrong += [f"{path}: {name}={key}" for key in (element.get(name) or "").split() if key not in page.ids]

    assert not wrong, told(wrong)


def test_no_page_fetches_anything_from_elsewhere(pages, special, site):
    """Stylesheets, scripts, images and icons come from the site itself."""
    addresses = [(path, page, link) for path, page in {**pages, **special}.items() for link in fetched(page)]
    wrong = [f"{path}: {link}" for path, page, link in addresses if not link or internal(page, link) is None]
    for file in site.rglob("*.css"):
        text = file.read_text("utf-8")
        wrong += [f"{file.name}: {mark}" for mark in ("@import", "url(http", "url('http", 'url("http', "url(//") if mark in text]

    assert len(addresses) > 4 * len(pages) and not wrong, told(wrong)


def test_no_page_has_an_inline_script_or_an_event_handler(pages, special):
    """Scripts are files; no attribute and no address runs anything."""
    wrong = []
    for path, page in {**pages, **special}.items():
        for element in page.elements:
            is_data = element.get("type") == "application/ld+json"  # not run by any browser; tests/build/test_linked_data.py reads it
            if element.tag.endswith("script") and not is_data and ("".join(element.itertext()).strip() or not element.get("src")):
                wrong.append(f"{path}: an inline script")
            wrong += [f"{path}: {name}={value!r} on {element.tag}" for name, value in element.attrib.items()
                      if name.startswith("on") or value.strip().lower().startswith(("javascript:", "vbscript:", "data:text"))]

    assert not wrong, told(wrong)


def test_every_page_says_when_it_was_modified(pages):
    """An ISO date after its label, in a time element that machines read."""
    labels = {"en": "Date modified:", "fr": "Date de modification\u00a0:"}
    wrong = []
    for path, page in pages.items():
        times = page.all("time")
        shown = "".join(passage.text for passage in page.passages)
        if len(times) != 1 or times[0].get("datetime") != text_of(times[0]) or labels[path[:2]] not in shown:
            wrong.append(f"{path}: {[text_of(time) for time in times]}")

    assert not wrong, told(wrong)


def test_every_page_but_home_shows_where_it_stands(pages):
    """The breadcrumb starts at the home page of the language and does not hold the page itself."""
    wrong = []
    for path, page in pages.items():
        crumbs = [link for place in page.all("nav", _class="guide-breadcrumb") for link in place.iter("a")]
        targets = [urljoin(SITE_URL + path, link.get("href", "")).removeprefix(SITE_URL) for link in crumbs]
        expected_first = [] if path.count("/") == 1 else [f"{path[:2]}/"]
        if targets[:1] != expected_first or path in targets:
            wrong.append(f"{path}: breadcrumb {targets}")

    assert not wrong, told(wrong)


def test_the_contents_list_every_section_of_a_long_page(pages):
    """The list of sections has each second-level heading with an id, in the order of the page, with its words."""
    wrong, seen = [], 0
    for path, page in pages.items():
        for contents in page.all("details", _class="guide-contents"):
            seen += 1
            listed = [(link.get("href", "")[1:], text_of(link)) for link in contents.iter("a")]
            shown = [(heading.get("id"), text_of(heading)) for heading in page.main
                     if heading.tag == "h2" and heading.get("id") != "at-a-glance"]
            if listed != shown:
                wrong.append(f"{path}: listed {listed}, on the page {shown}")

    assert seen and not wrong, told(wrong)


def test_the_sitemap_lists_every_page_once_with_its_alternates(pages, site):
    """The sitemap parses; its addresses, dates and alternates are those of the pages."""
    tree = ElementTree.parse(site / "sitemap.xml").getroot()
    listed = Counter(entry.findtext(f"{SITEMAP}loc") for entry in tree)
    wrong = [f"{address} stands {times} times" for address, times in listed.items() if times > 1]
    wrong += [f"only one of sitemap and site has {address}" for address in set(listed) ^ {SITE_URL + path for path in pages}]
    for entry in tree:
        page = pages.get((entry.findtext(f"{SITEMAP}loc") or "").removeprefix(SITE_URL))
        alternates = {link.get("hreflang"): link.get("href") for link in entry.iter(f"{XHTML}link")}
        if page and (alternates != page.alternates or entry.findtext(f"{SITEMAP}lastmod") != page.all("time")[0].get("datetime")):
            wrong.append(f"{page.path}: {alternates}, {entry.findtext(f'{SITEMAP}lastmod')}")

    assert not wrong, told(wrong)


def test_the_front_door_and_the_page_for_errors_are_in_both_languages(special):
    """Each half says its language and leads to the home page of that language; one main holds both."""
    for name, page in special.items():
        halves = {half.get("lang"): half for half in page.all("section")}
        assert list(halves) == list(LANGUAGES), f"{name}: {list(halves)}"
        assert len(page.all("main")) == 1 and page.lang in LANGUAGES, name
        for language, half in halves.items():
            assert _homes(page, half) == [f"{language}/"], f"{name}: {language} leads to {_homes(page, half)}"
            assert text_of(half.find("h1")) and text_of(half.find("p")), f"{name}: {language} says nothing"
        assert text_of(halves["en"]) != text_of(halves["fr"]), name


def _homes(page: Parsed, half) -> list[str]:
    return [internal(page, link.get("href", ""))[0] for link in half.iter("a")]


def test_the_front_door_names_both_languages_to_machines(special):
    """The page at the root is the x-default of the site and points at both home pages."""
    front = special["index.html"]

    assert front.canonical == SITE_URL
    assert front.alternates == {"en": f"{SITE_URL}en/", "fr": f"{SITE_URL}fr/", "x-default": SITE_URL}


def test_the_page_for_errors_has_links_that_work_at_any_address(special):
    """Its links start at the root of the site, since it is shown at any depth; search engines leave it out."""
    lost = special["404.html"]

    wrong = [link for link in lost.links if not link.startswith("/")]
    assert not wrong, told(wrong)
    assert [meta.get("content") for meta in lost.all("meta", name="robots")] == ["noindex"]
