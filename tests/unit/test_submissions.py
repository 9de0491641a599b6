"""What members submit: the two versions of the form, the engagement report, and the approval that alone publishes either."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guide.library import load
from guide.records import KINDS
from guide.records.exchange_report import ONLY_IN, SECTIONS, sections_of
from guide.records.reporting import count, month
from guide.records.values import PartialDate, Refused
from tests.project import APPROVAL, ENGAGEMENT_REPORT, EXCHANGE_REPORT

from .samples import edited, organization, record

REPORTS = {"exchange_report": EXCHANGE_REPORT, "engagement_report": ENGAGEMENT_REPORT}
FILES = {kind: f"guide_data/{KINDS[kind].folder}/town-2026.yml" for kind in REPORTS}
DRAFTS = ("", "consent:\n  basis: pending\n", APPROVAL.replace("    - fr\n", ""), APPROVAL.replace("    - en\n", ""),
          APPROVAL.replace("    - fr\n", "    - en\n"), APPROVAL.replace("- whole", "- achievements"), APPROVAL.replace("- whole", "- whole\n    - actions"))
NEAR_MISSES = (
    "consent: true\n", "consent: yes\n", "consent: author-approval\n", "consent: {}\n", "consent: []\n", "consent:\n", "consent: null\n", "Consent:\n  basis: pending\n",
    *(f"consent:\n  basis: {basis}\n" for basis in ("public-sources", "council-documents", "Author-Approval", "approved", "author_approval", "\"\"", "[author-approval]",
                                                     "аuthor-approval", "author-approval", "unknown", "true")),
    *(APPROVAL.replace(f"  {part}:", f"  {part}x:") for part in ("basis", "administration", "role", "approved_on", "languages")),
    *(APPROVAL.replace("2026-11-22", when) for when in ("soon", "2026", "2026-11", "2026-11-31", "unknown", "22/11/2026", "2099-11-22")),
    *(APPROVAL.replace("    - whole\n", parts) for parts in ("    - Whole\n", "    - \"whole \"\n", "    - all\n", "    whole\n", "    - true\n", "    []\n", "")),
    APPROVAL.replace("basis: author-approval", "basis: pending"), APPROVAL.replace("    - fr\n", "    - de\n"), APPROVAL.replace("    - en\n    - fr\n", "    both\n"),
)


@pytest.mark.parametrize("kind", REPORTS)
def test_a_report_with_a_complete_approval_is_published(kind, project):
    """Its own administration approved, after the last month, for both languages."""
    library, findings = load(project({FILES[kind]: REPORTS[kind]}).root)

    assert findings == []
    assert list(library.published().records[kind]) == ["town-2026"]


@pytest.mark.parametrize("kind", REPORTS)
@pytest.mark.parametrize("consent", DRAFTS)
def test_a_report_without_a_complete_approval_is_a_draft(kind, consent, project):
    """It is read and checked, and is not in the library that pages are made from."""
    build = project({FILES[kind]: edited(REPORTS[kind], (APPROVAL, consent))}).prepare()

    assert list(load(build.site.root)[0].records[kind]) == ["town-2026"]
    assert build.site.library.records[kind] == {}


@pytest.mark.parametrize("kind", REPORTS)
def test_what_is_nearly_an_approval_is_refused_and_publishes_nothing(kind, project):
    """A basis of case studies, a look-alike, a wrong type, a part that is missing or misspelt: each stops the build."""
    guide = project()
    for consent in NEAR_MISSES:
        guide.write({FILES[kind]: edited(REPORTS[kind], (APPROVAL, consent))})
        library, findings = load(guide.root)
        assert library.published().records[kind] == {}, consent
        assert [finding for finding in findings if finding.severity == "error"], consent


@pytest.mark.parametrize(("member", "approver", "code"), [
    ("  jurisdiction: CA-NS\n", "town", ""), ("  jurisdiction: CA-ON\n", "town", "approval-by-another"),
    ("  organization: town\n", "agency", "approval-by-another"), ("  organization: agency\n", "agency", ""),
])
def test_only_who_reports_can_approve(member, approver, code, project):
    """The organization itself; for a whole jurisdiction, an organization of it."""
    text = edited(ENGAGEMENT_REPORT, ("  organization: town\n", member), ("administration: town", f"administration: {approver}"))

    assert [found[0] for found in project({FILES["engagement_report"]: text, **organization("agency")}).findings()] == ([code] if code else [])


def test_each_version_of_the_form_has_its_sections():
    """The form of 2016 asks for topics of meetings, the one of 2019 for what others may adopt."""
    assert set(SECTIONS) - set(sections_of("2016")) == {"exchange"} and set(SECTIONS) - set(sections_of("2019")) == {"meeting_topics"}
    assert set(ONLY_IN.values()) == {"2016", "2019"}


@pytest.mark.parametrize(("form", "section", "good"), [("2016", "meeting_topics", True), ("2019", "exchange", True),
                                                       ("2019", "meeting_topics", False), ("2016", "exchange", False)])
def test_a_section_of_the_other_version_is_refused(form, section, good):
    """The finding stands at the section."""
    text = edited(EXCHANGE_REPORT, ('form: "2019"', f'form: "{form}"'), ("exchange:", f"{section}:"))

    assert record("exchange_report", text)[1] == ([] if good else [("section-of-other-form", section)])


@pytest.mark.parametrize("section", ["achievements", "priorities", "issues_and_needs"])
def test_one_section_is_enough(section):
    """A member need not fill in the whole form."""
    text = f"administration: town\nform: 2019\nmonth: 2026-10\n{section}:\n  - en: One point.\n"

    assert record("exchange_report", text)[1] == []


def test_no_field_takes_a_person():
    """The form asks for a contact person; a record has no place for one."""
    assert not {"contact", "contact_person", "person", "name", "author"} & set(KINDS["exchange_report"].model.model_fields)


def test_an_engagement_report_may_say_that_a_number_is_not_known():
    """How many people were reached is a whole number or unknown, and nothing else."""
    report, problems = record("engagement_report", ENGAGEMENT_REPORT)

    assert problems == []
    assert [action.reached or "unknown" for action in report.actions] == [40, "unknown"]
    assert not isinstance(report.actions[0].reached, Decimal)


@pytest.mark.parametrize("text", ["2026", "2026-11-22", "2026-00", "2026-13", "11-2026", "November 2026", "unknown", "2026-1"])
def test_what_is_no_month_is_refused(text):
    with pytest.raises(Refused):
        month(text)


def test_a_month_is_a_date_without_a_day():
    assert month("2026-11") == PartialDate(2026, 11)


@pytest.mark.parametrize("text", ["", "-1", "1.5", "1e3", "about 40", "٤٠", "9" * 13])
def test_what_is_no_whole_number_is_refused(text):
    with pytest.raises(Refused):
        count(text)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_kind_that_asks_for_consent_decides_itself_what_is_published(kind):
    """A new kind with a consent cannot forget the gate: the general answer, published, is not its own."""
    asks = "consent" in kind.model.model_fields

    assert asks == (kind.model.is_published is not KINDS["body"].model.is_published)
