"""Walking through the fields of a record."""

from __future__ import annotations

import pytest

from guide.records import walk
from guide.records.case_study import CaseStudy
from guide.records.fields import Reference, TermOf
from tests.project import CASE

from .samples import edited, record


def test_every_reference_and_term_of_a_case_is_met():
    """A check that asks for marks meets each id of a record, in lists and in parts too."""
    contact = "contact:\n  organization: town\n  page: https://example.ca\n  verified: 2020"
    case, _ = record("case_study", edited(CASE, ("contact: unknown", contact)) + "replicates: other\n")

    met = [(location, getattr(mark, "kind", None) or mark.facet, value) for location, marks, value in walk.values(case)
           for mark in marks if isinstance(mark, (Reference, TermOf)) and value is not None]

    assert met == [
        (("partners", 0, "organization"), "organization", "town"), (("channels", 0), "channel", "in-person"),
        (("arrangement",), "arrangement", "co-location"), (("playbook_model",), "playbook-model", case.playbook_model),
        (("services", 0), "service", "permits"), (("clients", 0), "client-group", "everyone"),
        (("status", "term"), "status", "operating"), (("evidence",), "evidence", "moderate"),
        (("contact", "organization"), "organization", "town"), (("replicates",), "case_study", "other"),
    ]


def test_every_text_of_a_case_is_met_once():
    """Each text in both languages comes with its place, and is not walked into."""
    case, _ = record("case_study", CASE)

    assert [location for location, _ in walk.texts(case)] == [
        ("title",), ("summary",), ("slug",), ("partners", 0, "role"), ("problem",), ("approach",), ("results", 0, "statement"),
        ("results", 0, "unit"), ("sources", 0, "title"), ("changes", 0, "what"),
    ]


def test_the_texts_of_a_refused_record_are_met_as_they_were_typed():
    """References can be checked in a record that has another error, whatever its parts really are."""
    data = {"partners": [{"organization": "town"}, "none"], "channels": ["digital"], "status": {"term": "open"}, "weather": "fine", "title": ["a"]}

    met = [(location, value) for location, _, value in walk.typed(CaseStudy, data)]
    marks = {location: marks for location, marks, _ in walk.typed(CaseStudy, data)}

    assert met == [(("partners", 0, "organization"), "town"), (("partners", 1), "none"), (("channels", 0), "digital"), (("status", "term"), "open")]
    assert any(isinstance(mark, TermOf) for mark in marks["channels", 0])


@pytest.mark.parametrize(("location", "some"), [
    ((), {"title", "partners", "replicates"}), (("partners", 3), {"organization", "role", "lead"}), (("contact",), {"page", "mailbox"}),
    (("title",), {"en", "fr", "translated"}), (("replication", "steps"), {"en", "fr"}), (("results", 0, "unit"), {"en", "fr"}),
])
def test_the_fields_at_a_place_are_known(location, some):
    """Lists, parts that may be left out, and parts that may be unknown are seen through."""
    assert some <= set(walk.fields_at(CaseStudy, location))


@pytest.mark.parametrize("location", [("channels", 0), ("arrangement",), ("nothing",), ("nothing", "more"), ("title", "en", "more")])
def test_a_place_without_fields_has_none(location):
    """A text has no fields, nor has a field that does not exist."""
    assert walk.fields_at(CaseStudy, location) == []
