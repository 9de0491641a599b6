"""What a case study is: rules between the fields of one part of a record."""

from __future__ import annotations

import pytest

from guide.records.case_study import CaseStudy
from tests.project import CASE

from .samples import edited, record

FIGURE = "    figure: 1200\n    unit:\n      en: people\n      fr: personnes\n"
APPROVAL = "  administration: town\n  role: Director\n  approved_on: 2026-11-22\n  languages:\n    - en\n    - fr\n  parts:\n    - whole\n"
BASIS = "  basis: public-sources\n"
URL = "    url: https://www.example.ca/report\n"


@pytest.mark.parametrize(("old", "new", "problem"), [
    (FIGURE, "    figure: 1200\n", ("figure-without-unit", "results[0]")),
    (FIGURE, "    unit: people\n", ("unit-without-figure", "results[0]")),
    (FIGURE, "    qualifier: about\n", ("unit-without-figure", "results[0]")),
    (FIGURE, FIGURE + "    qualifier: roughly\n", ("not-in-list", "results[0].qualifier")),
    ("contact: unknown", "contact:\n  organization: town\n  verified: unknown", ("contact-empty", "contact")),
    (BASIS, "  basis: author-approval\n", ("approval-incomplete", "consent")),
    (BASIS, "  basis: author-approval\n" + APPROVAL.replace("  role: Director\n", ""), ("approval-incomplete", "consent")),
    (BASIS, BASIS + "  role: Director\n", ("approval-not-asked", "consent")),
    (BASIS, "  basis: pending\n" + APPROVAL, ("approval-not-asked", "consent")),
    (BASIS, "  basis: approved\n", ("not-in-list", "consent.basis")),
    ("started: 2019\n", "", ("missing", "started")),
    (URL, "", ("source-place", "sources[0]")),
    (URL, URL + "    held_by: council\n", ("source-place", "sources[0]")),
    ("      - problem\n", "      - weather\n", ("not-in-list", "sources[0].supports[0]")),
])
def test_a_part_that_contradicts_itself_is_refused(old, new, problem):
    """Each rule has its code, and the place of the part that it is about."""
    assert record("case_study", edited(CASE, (old, new))) == (None, [problem])


@pytest.mark.parametrize(("old", "new"), [
    (FIGURE, ""),
    (FIGURE, FIGURE + "    qualifier: more-than\n"),
    ("contact: unknown", "contact:\n  organization: town\n  mailbox: desk@example.ca\n  verified: 2020"),
    ("contact: unknown", "contact:\n  organization: town\n  page: https://example.ca\n  verified: unknown"),
    (BASIS, "  basis: author-approval\n" + APPROVAL),
    ("consent:\n" + BASIS, ""),
    (URL, "    held_by: council\n"),
    ("started: 2019\n", "started: unknown\nended: 2020-05\n"),
])
def test_a_part_that_is_complete_is_accepted(old, new):
    """The forms that the sample does not have are good too."""
    found, problems = record("case_study", edited(CASE, (old, new)))

    assert problems == []
    assert isinstance(found, CaseStudy)


@pytest.mark.parametrize(("consent", "published"), [
    ("consent:\n" + BASIS, True),
    ("consent:\n  basis: author-approval\n" + APPROVAL, True),
    ("consent:\n  basis: author-approval\n" + APPROVAL.replace("    - fr\n", ""), False),
    ("consent:\n  basis: author-approval\n" + APPROVAL.replace("    - en\n", ""), False),
    ("consent:\n  basis: pending\n", False),
    ("", False),
])
def test_only_the_exact_approved_forms_are_published(consent, published):
    """A case without consent, with a pending one, or with one for one language only stays a draft."""
    found, problems = record("case_study", edited(CASE, ("consent:\n" + BASIS, consent)))

    assert problems == []
    assert found.is_published is published
