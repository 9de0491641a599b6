"""From nodes to a record, or to findings that say where."""

from __future__ import annotations

import pytest

from guide.records.case_study import CaseStudy
from guide.records.validate import finding_at, validated
from guide.yaml_source import read_bytes
from tests.project import CASE

from .samples import edited


def problems(*changes: tuple[str, str]) -> list[tuple]:
    """Code, place, line, column and line to paste of what is wrong with the changed sample."""
    document = read_bytes(edited(CASE, *changes).encode(), "sample.yml")
    return [(f.code, f.place, f.line, f.column, f.paste) for f in document.findings + validated(document, CaseStudy)[1]]


@pytest.mark.parametrize(("old", "new", "found"), [
    ("started: 2019", "startd: 2019", [("unknown-field", "startd", 28, 1, "started: 2019")]),
    ("started: 2019", "started: 2019\nweather: 'fine: very'", [("unknown-field", "weather", 29, 1, "")]),
    ("evidence: moderate", "evidense: 'mod: erate'",
     [("unknown-field", "evidense", 46, 1, 'evidence: "mod: erate"')]),
    ("started: 2019\n", "", [("missing", "started", 1, 1, "started: unknown")]),
    ("    lead: true", "    led:\n      - true", [("unknown-field", "partners[0].led", 15, 5, "lead:")]),
    ("channels:\n  - in-person", "channels: in-person", [("list-expected", "channels", 16, 1, "- in-person")]),
    ("channels:\n  - in-person", "channels:", [("empty", "channels", 16, 1, "")]),
    ("channels:\n  - in-person", "channels: []", [("list-empty", "channels", 16, 1, "")]),
    ("status:\n  term: operating\n  as_of: 2020", "status: operating", [("mapping-expected", "status", 25, 1, "")]),
    ("status:\n  term: operating\n  as_of: 2020", "status:", [("empty", "status", 25, 1, "")]),
    ("started: 2019", "started:", [("empty", "started", 28, 1, "")]),
    ("started: 2019", "started: 2019/1/2", [("date-form", "started", 28, 1, "started: 2019-01-02")]),
    ("  - permits", "  - permits:\n      en: a", [("text-expected", "services[0]", 21, 5, "")]),
    ("    language: en", "    language: Fr", [("not-in-list", "sources[0].language", 52, 5, "language: fr")]),
    ("against: public-sources", "against: public-sorces", [("not-in-list", "reviewed.against", 62, 3, "against: public-sources")]),
    ("      - approach", "      - aproach", [("not-in-list", "sources[0].supports[1]", 56, 9, "- approach")]),
    ("People went from door to door.", "p" * 5001, [("too-long", "problem.en", 30, 3, "")]),
])
def test_each_problem_has_its_code_its_place_and_the_line_to_paste(old, new, found):
    """pydantic's errors become codes of ours, at the line and column of the field."""
    assert problems((old, new)) == found


def test_a_list_that_is_too_long_says_by_how_much():
    """The limit and the length are told."""
    item = "  - in-person\n"
    document = read_bytes(edited(CASE, ("partners:\n", "partners:\n" + "  - organization: town\n" * 40)).encode(), "sample.yml")

    _, found = validated(document, CaseStudy)

    assert [(f.code, f.place, dict(f.params)) for f in found] == [("list-too-long", "partners", {"limit": 40, "length": 41})], item


@pytest.mark.parametrize(("text", "code"), [("- a list\n", "fields-expected"), ("a text\n", "fields-expected")])
def test_a_file_that_holds_no_fields_is_told_as_such(text, code):
    """A record is a group of fields."""
    record, found = validated(read_bytes(text.encode(), "sample.yml"), CaseStudy)

    assert (record, [(f.code, f.line) for f in found]) == (None, [(code, 1)])


def test_a_file_that_could_not_be_read_is_not_told_twice():
    """The reader has said what is wrong; validation adds nothing."""
    document = read_bytes(b"", "sample.yml")

    assert [f.code for f in document.findings] == ["empty-file"]
    assert validated(document, CaseStudy) == (None, [])


@pytest.mark.parametrize(("location", "line", "place", "paste"), [
    (("status", "term"), 26, "status.term", "term: planned"),
    (("channels", 0), 17, "channels[0]", "- planned"),
    (("status", "missing"), 25, "status.missing", "missing: planned"),
])
def test_a_check_finds_the_place_of_a_field(location, line, place, paste):
    """A finding about a record names line and place, and makes the line to paste from what is suggested."""
    document = read_bytes(CASE.encode(), "sample.yml")

    found = finding_at(document, location, "no-such-term", "warning", suggest="planned")

    assert (found.line, found.place, found.paste, found.severity) == (line, place, paste, "warning")


def test_without_a_suggestion_there_is_nothing_to_paste():
    """An empty suggestion makes no line."""
    assert finding_at(read_bytes(CASE.encode(), "sample.yml"), ("title",), "empty", suggest="").paste == ""
