"""A case on paper, as Chromium prints it: a handout of about two sheets with all that is needed and nothing that only a screen can do."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from pypdf import PdfReader

PAPER = {"format": "Letter", "margin": {side: "1.5cm" for side in ("top", "right", "bottom", "left")}}
# Words of the frame and of buttons, which mean nothing on paper.
NOT_ON_PAPER = {
    "en": ("Skip to main content", "On this page", "Copy this text", "Cite this page", "Link to this page", "Suggest a correction", "Report a problem", "Read next", "Menu", "Français"),
    "fr": ("Passer au contenu principal", "Sur cette page", "Copier ce texte", "Citer cette page", "Faire un lien vers cette page", "Proposer une correction", "Signaler un problème", "À lire ensuite", "Menu", "English"),
}
ENDS = {"en": ("Permanent address:", "Date modified:"), "fr": ("Adresse permanente :", "Date de modification :")}


def bare(text: str) -> str:
    """A text without spaces and hyphens, which lines on paper break and add, and without ligatures."""
    return re.sub(r"[\s\u00ad-]+", "", unicodedata.normalize("NFKC", text))


def printed(page, path: str) -> tuple[int, str]:
    """How many sheets a page takes, and the text on them."""
    page.goto("/" + path)
    reader = PdfReader(io.BytesIO(page.pdf(**PAPER)))
    return len(reader.pages), bare(" ".join(sheet.extract_text() for sheet in reader.pages))


@pytest.mark.parametrize("language", ("en", "fr"))
def test_a_case_is_printed_as_a_handout(visitor, sample, language):
    """The shortest on two sheets, the longest on three; with partners, sources and their addresses, dates, and the address that lasts."""
    page, sheets = visitor(), []
    for pair in [pair for pair in sample.pairs if pair in sample.cases]:
        count, text = printed(page, pair[language])
        sheets.append(count)
        needed = [page.locator(selector).all_inner_texts() for selector in ("article > h1", ".guide-partners p:first-child a", ".guide-sources > li p:first-child a", "article > h2:not(#related)")]
        links = page.locator(".guide-sources > li p:first-child a").evaluate_all("links => links.map((link) => link.getAttribute('href'))")
        ends = [*ENDS[language], page.locator(".guide-page-end time").inner_text(), page.locator(".guide-page-end dl a").first.inner_text()]
        missing = [one for one in (*sum(needed, []), *links, *ends) if bare(one) not in text]

        assert not missing, f"{pair[language]} lacks on paper: {missing}"
        assert not [one for one in NOT_ON_PAPER[language] if bare(one) in text], pair[language]
        assert len(links) > 0 and f"/c/" in text
    assert sheets[0] <= 2 and max(sheets) <= 3, sheets


def test_what_paper_leaves_out_is_on_the_screen(visitor, sample):
    """Its words are those of the page: the test above would notice them."""
    page = visitor()
    for language, words in NOT_ON_PAPER.items():
        page.goto("/" + sample.longest_case[language])
        text = page.locator("body").evaluate("body => body.textContent")

        assert [word for word in words if word not in text] == []
