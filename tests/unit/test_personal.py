"""Personal data: a warning where a role belongs, and none where one stands."""

from __future__ import annotations

import pytest

from guide.checks import checked
from tests.project import APPROVAL, CASE, ROOT

from .samples import COUNTER, case

CONTACT = "contact:\n  organization: town\n  mailbox: {mailbox}\n  verified: 2026-11-22"


def warnings(project, files: dict) -> list[tuple[str, str]]:
    """Code and place of what is found."""
    return [(code, place) for code, place, _, _ in project(files).findings()]


@pytest.mark.parametrize(("mailbox", "code"), [
    ("counter@gmail.com", "mailbox-private"), ("service@outlook.com", "mailbox-private"), ("comptoir@videotron.ca", "mailbox-private"), ("x@yahoo.ca", "mailbox-private"),
    ("jane.doe@example.ca", "mailbox-of-a-person"), ("j_smith@example.ca", "mailbox-of-a-person"), ("jean-marc.tremblay@example.ca", "mailbox-of-a-person"),
    ("partnerships@example.ca", ""), ("service.counter@example.ca", ""), ("direction-generale@example.ca", ""), ("guichet.unique@example.ca", ""),
    ("permits+business@example.ca", ""), ("bell@bell-island.example.ca", ""), ("info@mail.gov.example.ca", ""), ("office2@example.ca", ""), ("open.government@example.ca", ""),
])
def test_a_mailbox_should_be_that_of_a_role(project, mailbox, code):
    """A private host or the name of a person is told; an office is not."""
    found = warnings(project, case(("contact: unknown", CONTACT.format(mailbox=mailbox))))

    assert found == ([(code, "contact.mailbox")] if code else [])


@pytest.mark.parametrize(("role", "codes"), [
    ("Jane Doe, Director of service", ["person-named"]), ("Director of service (Jane Doe)", ["person-named"]), ("Ms. Doe", ["person-named"]),
    ("J. Smith", ["person-named"]), ("Director of service, 902 555-0100", ["phone-number"]), ("Director, +1 (902) 555-0100", ["phone-number"]),
    ("Assistant Deputy Minister", []), ("Chief Information Officer, Town of Springfield", []), ("Mayor", []), ("Senior Lead, Digital Service", []),
    ("Clerk, Nova Scotia", []), ("Director, Elders Council", []), ("Vice President, Public Affairs", []), ("Director of service 2024-2025-0100", []),
])
def test_whoever_approves_is_named_by_the_function(project, role, codes):
    """A name of a person or a telephone number is told; titles, offices and places are not."""
    approved = CASE.replace("consent:\n  basis: public-sources\n", APPROVAL.replace("Director of service", role))

    assert warnings(project, {COUNTER: approved}) == [(code, "consent.role.en") for code in codes]


@pytest.mark.parametrize(("role", "codes"), [
    ("Mme Unetelle prête le comptoir", ["person-named"]), ("M. Untel, 902-555-0100", ["phone-number", "person-named"]),
    ("Prête le comptoir de Service Canada, Place du Portage", []), ("Au Québec, Retraite Québec", []), ("Ligne sans frais 1-800 pour tous", []),
])
def test_what_a_partner_does_names_no_person(project, role, codes):
    """It may name services and places, so only a form of address or a telephone number is told."""
    assert sorted(warnings(project, case(("Prête le comptoir", role)))) == sorted((code, "partners[0].role.fr") for code in codes)


def test_a_private_mailbox_in_a_text_is_told_too(project):
    """It would be published like one in the contact; an office's is not told."""
    assert warnings(project, case(("One counter was opened.", "Write to counter@gmail.com."))) == [("mailbox-private", "approach.en")]
    assert warnings(project, case(("One counter was opened.", "Write to counter@example.ca."))) == []


@pytest.mark.parametrize("name", ["name", "Phone", "téléphone", "contact_person"])
def test_a_contact_takes_neither_a_name_nor_a_number(project, name):
    """The field that somebody adds for it is refused, with the advice of a role mailbox."""
    contact = CONTACT.format(mailbox="partnerships@example.ca") + f"\n  {name}: x"

    assert warnings(project, case(("contact: unknown", contact))) == [("contact-person", f"contact.{name}")]


def test_the_real_cases_give_no_false_alarm():
    """Nobody is warned of the roles and contacts that are there."""
    _, findings = checked(ROOT)

    assert [finding for finding in findings if finding.code in ("mailbox-private", "mailbox-of-a-person", "phone-number", "person-named")] == []
