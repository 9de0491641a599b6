"""The accessibility statement, and the way to report a problem that every page has."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from guide.pages.accessibility import CHECKS, KEPT

from .parsed import SITE_URL, internal, text_of, told

PAGES = {"en": "en/accessibility/", "fr": "fr/accessibilite/"}
PROBLEM = {"en": "Report a problem on this page", "fr": "Signaler un problème sur cette page"}


@pytest.mark.parametrize("language", PAGES)
def test_the_statement_says_what_the_tests_have_kept(pages, language):
    """The date, the checker's version, how many kinds of page and states, and each state in words."""
    kept = json.loads(KEPT.read_text("utf-8"))
    page = pages[PAGES[language]]
    facts = {text_of(term): text_of(fact) for place in page.all("dl", _class="guide-tested") for term, fact in zip(place.iter("dt"), place.iter("dd"))}
    text, (year, _, day) = " ".join(facts.values()), kept["date"].split("-")
    listed = [sum(1 for _ in items.iter("li")) for items in page.main if items.tag == "ul"]

    assert len(facts) == 5 and year in text and str(int(day)) in text and f"axe-core {kept['axe']}" in text
    assert f"{len(kept['templates'])} " in text and f"{len(kept['states'])} " in text and len(kept["states"]) > 10
    assert all(str(width) in text for width in kept["widths"])
    assert len(CHECKS) in listed and len(kept["states"]) in listed


def test_every_page_leads_to_the_statement_and_reports_a_problem_with_its_own_address(pages):
    """The footer links the statement; the form of the repository opens with the address of the page filled in."""
    wrong = []
    for path, page in pages.items():
        footer = [internal(page, link.get("href", "")) for footer in page.all("footer", _class="guide-footer") for link in footer.iter("a")]
        links = [link.get("href", "") for link in page.all("a") if text_of(link) == PROBLEM[path[:2]]]
        asked = [parse_qs(urlsplit(link).query) for link in links]
        if (PAGES[path[:2]], "") not in footer or len(links) < 1 or asked[0] != {"template": ["problem.yml"], "page": [SITE_URL + path]}:
            wrong.append(f"{path}: {links}")

    assert not wrong, told(wrong)
