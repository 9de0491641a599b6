"""Findings stand in the order in which a person reads."""

from __future__ import annotations

from guide.findings import Finding, count, in_reading_order


def test_findings_are_sorted_by_file_line_and_column():
    """The file comes first, then the line as a number, then the column."""
    places = [("b.yml", 1, 1), ("a.yml", 10, 1), ("a.yml", 2, 5), ("a.yml", 2, 1)]

    found = in_reading_order(Finding(*place, "empty") for place in places)

    assert [(f.path, f.line, f.column) for f in found] == [("a.yml", 2, 1), ("a.yml", 2, 5), ("a.yml", 10, 1), ("b.yml", 1, 1)]


def test_an_exact_repetition_is_dropped():
    """The same finding is told once."""
    finding = Finding("a.yml", 1, 1, "empty", params={"found": "x"})

    assert in_reading_order([finding, Finding("a.yml", 1, 1, "empty", params={"found": "x"})]) == [finding]


def test_two_findings_at_one_place_are_both_told():
    """Two addresses of one file that clash are two findings, though place and code are equal."""
    found = in_reading_order(Finding("a.yml", 1, 1, "address-twice", params={"found": path}) for path in ("fr/a/", "en/a/"))

    assert [finding.params["found"] for finding in found] == ["en/a/", "fr/a/"]


def test_findings_are_counted_by_their_severity():
    """A warning is not an error."""
    findings = [Finding("a.yml", 1, 1, "no-consent", severity="warning"), Finding("a.yml", 1, 1, "empty"), Finding("a.yml", 2, 1, "empty")]

    assert (count(findings, "error"), count(findings, "warning")) == (2, 1)
