"""The pages about contributing in the real Guide: every field has its row, and what nobody has decided is said."""

from __future__ import annotations

import pytest

from guide.issue_form import IN_SHORT
from guide.records.case_study import CaseStudy

from .parsed import LANGUAGES, text_of

CONTRIBUTE = {"en": "en/contribute/", "fr": "fr/contribuer/"}
FIELDS = {"en": "en/case-study-fields/", "fr": "fr/champs-etude-de-cas/"}
UNDECIDED = {"en": "Who decides about proposals has not been settled yet.", "fr": "On n’a pas encore établi qui accepte ou refuse les propositions."}
NO_MAILBOX = {"en": "The maintainers have not given an e-mail address yet.", "fr": "Les responsables n’ont pas encore indiqué d’adresse de courriel."}


def test_both_languages_have_a_row_for_every_field_at_the_same_address(pages):
    """The language toggle keeps the row; each row is a header with its cell, and says whether it is required."""
    rows = {language: [row for row in pages[path].all("tr") if row.get("id", "").startswith("field-")] for language, path in FIELDS.items()}

    assert [row.get("id") for row in rows["en"]] == [row.get("id") for row in rows["fr"]]
    assert {f"field-{name.replace('_', '-')}" for name in CaseStudy.model_fields} < {row.get("id") for row in rows["en"]}
    for language, word in (("en", ("required", "optional")), ("fr", ("obligatoire", "facultatif"))):
        assert all(row.find("th").get("scope") == "row" and text_of(row.find("td/ul/li")) in word for row in rows[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nobody_has_decided_is_said(pages, language):
    """As mkdocs.yml leaves it empty, no mailbox, nobody who decides and no deadline is made up."""
    page = pages[CONTRIBUTE[language]]
    text = text_of(page.all("main")[0])

    assert UNDECIDED[language] in text
    assert NO_MAILBOX[language] in text
    assert not [link for link in page.all("a") if link.get("href", "").startswith("mailto:")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_of_the_email_can_be_marked_and_copied(pages, language):
    """It has a heading for each question, and the button knows it."""
    page = pages[CONTRIBUTE[language]]
    text = "".join(page.by_id("email-text").itertext())

    assert len(text.rstrip("\n").split("\n\n\n")) == len(IN_SHORT)
    assert [button.get("data-copies") for button in page.all("button") if button.get("data-copies")].count("email-text") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_leads_somewhere(pages, language):
    """The forms, the page about the file and the table of fields are one click away."""
    hrefs = {link.get("href", "") for link in pages[CONTRIBUTE[language]].all("a")}

    assert any(href.endswith("/issues/new?template=case-study.yml") for href in hrefs)
    assert {f"../{FIELDS[language].split('/')[1]}/", {"en": "../contribute-by-file/", "fr": "../contribuer-par-fichier/"}[language]} <= hrefs
