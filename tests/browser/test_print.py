"""A case on paper, as Chromium prints it: a handout of two sheets with all that is needed and nothing that only a screen can do."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from pypdf import PdfReader

# All that a case says stands in these, at least in part: none may be lost on paper.
FACTS = ("article > h1", ".guide-lead", ".guide-glance dt", ".guide-glance a", ".guide-glance__note", ".guide-results p", ".guide-partners p", ".guide-sources p",
         ".guide-dates dd", "article > h2:not(#related)", "article > h3", "article > p:not([class])", "article > :is(ul, ol):not([class]) > li")
# How many of the longest cases are printed, beside the shortest. The number of letters tells which take most paper.
LONGEST = 3
READABLE = {"article > p:not([class])": 9.5, "article > :is(ul, ol):not([class]) > li": 9.5, ".guide-results p": 7.5, ".guide-sources p": 7}
# Words of the frame and of buttons, which mean nothing on paper.
NOT_ON_PAPER = {
    "en": ("Skip to main content", "On this page", "Copy this text", "Cite this page", "Link to this page", "Suggest a correction", "Report a problem", "Read next", "Menu", "Français"),
    "fr": ("Passer au contenu principal", "Sur cette page", "Copier ce texte", "Citer cette page", "Faire un lien vers cette page", "Proposer une correction", "Signaler un problème", "À lire ensuite", "Menu", "English"),
}
ENDS = {"en": ("Permanent address:", "Date modified:"), "fr": ("Adresse permanente :", "Date de modification :")}


def bare(text: str) -> str:
    """A text without spaces and hyphens, which lines on paper break and add, and without ligatures."""
    return re.sub(r"[\s\u00ad-]+", "", unicodedata.normalize("NFKC", text))


def longest_first(site, sample, language: str) -> list[str]:
    """The paths of all cases, by the number of letters of what is printed."""
    def letters(path: str) -> int:
        return len(re.sub(r"<[^>]+>|\s+", "", (site / path / "index.html").read_text("utf-8").partition("<h1")[2].partition('id="related"')[0]))

    return sorted((pair[language] for pair in sample.cases), key=letters, reverse=True)


@pytest.mark.parametrize("language", ("en", "fr"))
def test_a_case_is_printed_as_a_handout_of_two_sheets(visitor, site, sample, language):
    """The longest too, with every fact: partners, results, sources and their addresses, dates, and the address that lasts."""
    page, (*longest, shortest) = visitor(), longest_first(site, sample, language)
    for path in (*longest[:LONGEST], shortest):
        page.goto("/" + path)
        pdf = PdfReader(io.BytesIO(page.pdf(format="Letter")))
        text = bare(" ".join(sheet.extract_text() for sheet in pdf.pages))
        links = page.locator(".guide-sources > li p:first-child a").evaluate_all("links => links.map((link) => link.getAttribute('href'))")
        facts = sum((page.locator(f"{selector}:visible:not(.guide-kit-link)").all_inner_texts() for selector in FACTS), [])
        ends = [*ENDS[language], page.locator(".guide-page-end time").inner_text(), page.locator(".guide-page-end dl a").first.inner_text()]
        missing = [one for one in (*facts, *links, *ends) if not all(bare(line) in text for line in one.split("\n"))]

        assert len(pdf.pages) <= 2, f"{path} takes {len(pdf.pages)} sheets"
        assert not missing, f"{path} lacks on paper: {missing}"
        assert not [one for one in NOT_ON_PAPER[language] if bare(one) in text], path
        assert len(links) > 0 and len(facts) > 20 and "/c/" in text


def test_the_handout_can_be_read(visitor, sample):
    """Its text is not smaller than 9.5 pt; what is said of sources may be smaller, but not tiny."""
    page = visitor()
    page.goto("/" + sample.longest_case["fr"])
    page.emulate_media(media="print")
    for selector, least in READABLE.items():
        sizes = page.locator(selector).evaluate_all("all => all.map((one) => parseFloat(getComputedStyle(one).fontSize) * .75)")
        assert sizes and min(sizes) >= least - .01, f"{selector}: {min(sizes)} pt"


def test_what_paper_leaves_out_is_on_the_screen(visitor, sample):
    """Its words are those of the page: the test above would notice them."""
    page = visitor()
    for language, words in NOT_ON_PAPER.items():
        page.goto("/" + sample.longest_case[language])
        text = page.locator("body").evaluate("body => body.textContent")

        assert [word for word in words if word not in text] == []
