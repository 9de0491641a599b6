"""The notice on the page of a draft, which only the preview shows."""

from __future__ import annotations

import html

import pytest

from guide.languages import LANGUAGES
from guide.render import parts
from guide.strings import strings
from guide.typography import typeset
from tests.project import APPROVAL

from .samples import case

CONSENTS = {"missing": "", "pending": "consent:\n  basis: pending\n", "one-language": APPROVAL.replace("    - fr\n", "")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("consent", CONSENTS)
def test_a_draft_says_on_its_page_that_it_is_not_published_and_why(project, language, consent):
    """In the language of the page; a published case says nothing of the sort."""
    t = strings(language)
    notice = f"<strong>{t('notice.draft.title')}</strong> {typeset(t('notice.draft.text'), language)}"
    for files, is_draft in ((case(("consent:\n  basis: public-sources\n", CONSENTS[consent])), True), ({}, False)):
        build = project(files).prepare(with_drafts=True)
        page = next(planned.make() for planned in build.generated(language) if planned.kind == "case_study")

        assert page.is_draft is is_draft
        assert (notice in html.unescape(parts(page, build.site)["main"])) is is_draft
