"""Key messages: what they may say, and how the page shows them."""

from __future__ import annotations

import pytest

from guide.checks.key_messages import numbers
from guide.pages import key_messages

from .samples import NBSP, another_case, key_message

from tests.project import pages_of

DRAFT = ("consent:\n  basis: public-sources\n", "")


@pytest.mark.parametrize(("text", "found"), [
    ("15,000 calls, 1 600 appels, 2.55 and 2,55 millions", {"15000", "1600", "2.55"}),
    (f"1{NBSP}800{NBSP}000 $ en 2016", {"1800000", "2016"}),
    ("Class 5, 5.", {"5"}),
    ("none at all", set()),
])
def test_a_number_is_the_same_in_both_languages(text, found):
    """Separators are those of the language; the number is the same."""
    assert numbers(text) == found


@pytest.mark.parametrize(("change", "place"), [
    (("served 1,200 people", "served 1,300 people"), "medium.en"),
    (("a servi 1 200 personnes", "a servi 12 00 personnes"), "medium.fr"),
    (("Two governments, one", "After 3 years, one"), "short.en"),
    (("to one counter.\n", "to one of 9 counters.\n"), "long.en"),
    (("en: 1,200 people in 2020.", "en: 1,200 people in 2021."), "evidence[0].shows.en"),
])
def test_a_number_that_no_named_case_holds_is_told(project, change, place):
    """What members repeat can be looked up in the case beside it."""
    found = project(key_message(change)).findings()

    assert {(code, at) for code, at, *_ in found} == {("number-without-evidence", place)}


def test_the_numbers_of_a_case_are_its_texts_figures_and_dates(project):
    """2019 is the start of the sample case, 1200 its figure, 2020 the year of both."""
    assert project(key_message(("Now they go to one counter.", "In 2019 they went to one counter; 1200 of them by 2020."))).findings() == []


def test_a_message_is_shown_in_three_lengths_with_its_evidence(site_of):
    """Each form says how long it is in the language of the page; the evidence leads to the case."""
    [page] = pages_of(key_messages, site_of(key_message()), "fr")

    [audience] = page.view.audiences
    [message] = audience.messages
    assert (page.path, audience.id) == ("fr/messages-cles/", "executives")
    assert [form.id for form in message.forms] == ["one-short", "one-medium", "one-long"]
    assert str(message.forms[1].body) == f"En 2020, un comptoir partagé a servi 1{NBSP}200 personnes."
    assert message.forms[1].length == f"{len(str(message.forms[1].body))} caractères"
    assert [(item.case.href, str(item.shows)) for item in message.evidence] == [("../etudes-de-cas/comptoir-partage/", f"1{NBSP}200 personnes en 2020.")]


def test_a_draft_is_no_evidence_on_a_public_page(site_of):
    """A case that is not published is named nowhere, not even under a message."""
    more = "  - case: second\n    shows:\n      en: It served people too.\n      fr: Il a servi des gens aussi.\n"
    files = {**key_message(("      fr: 1 200 personnes en 2020.\n", "      fr: 1 200 personnes en 2020.\n" + more)), **another_case("second", DRAFT)}

    [page] = pages_of(key_messages, site_of(files), "en")

    assert [str(item.case.text) for item in page.view.audiences[0].messages[0].evidence] == ["A counter for two governments"]


def test_without_messages_no_audience_is_shown(site_of):
    """The page then says that none has been written."""
    [page] = pages_of(key_messages, site_of(), "en")

    assert (page.view.audiences, page.sections) == ([], ())
