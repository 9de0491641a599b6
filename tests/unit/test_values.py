"""What a typed text means, and what it is refused for."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.records import values
from guide.records.values import UNKNOWN, PartialDate, Refused

from .samples import properties


@pytest.mark.parametrize(("parse", "typed", "meaning"), [
    (values.line, "  one\n  two\t\n", "one two"),
    (values.line, "a\u00a0: b", "a\u00a0: b"),
    (values.prose, "\nOne.\n\n- [two](https://example.ca)\n", "One.\n\n- [two](https://example.ca)"),
    (values.slug, "a-1-b", "a-1-b"),
    (values.slug, "a" * 80, "a" * 80),
    (values.identifier, "service-ontario-2", "service-ontario-2"),
    (values.identifier, "a" * 80, "a" * 80),
    (values.term_id, " CA-ON ", "CA-ON"),
    (values.yes, "true", True),
    (values.year, "1867", 1867),
    (values.year, "unknown", UNKNOWN),
    (values.moment, "2005", PartialDate(2005)),
    (values.moment, "2005-12", PartialDate(2005, 12)),
    (values.moment, "2004-02-29", PartialDate(2004, 2, 29)),
    (values.moment, "unknown", UNKNOWN),
    (values.day, "2026-11-22", PartialDate(2026, 11, 22)),
    (values.day, "2026-01-01", PartialDate(2026, 1, 1)),
    (values.day, "2026-12-31", PartialDate(2026, 12, 31)),
    (values.number, "1200", Decimal(1200)),
    (values.number, "-0.5", Decimal("-0.5")),
    (values.address, "http://example.ca", "http://example.ca"),
    (values.address, "https://a.b-c.ca/L'été?x=1#y", "https://a.b-c.ca/L'été?x=1#y"),
    (values.secure_address, "https://example.ca/", "https://example.ca/"),
    (values.mailbox, "Service.Desk+1@mail.example.ca", "Service.Desk+1@mail.example.ca"),
])
def test_a_text_means_what_its_field_says(parse, typed, meaning):
    """A good text becomes a value of its kind."""
    assert parse(typed) == meaning


@pytest.mark.parametrize(("parse", "typed", "code", "suggested"), [
    (values.line, " \n\t", "empty", None),
    (values.prose, "", "empty", None),
    (values.prose, "[a](javascript:alert(1))", "address-scheme", None),
    (values.prose, "[a](/local)", "address-scheme", None),
    (values.prose, "[a](http://example.ca)", "address-not-secure", None),
    (values.prose, "[a](mailto:a@example.ca)", "address-scheme", None),
    (values.slug, "Été 2020!", "slug-form", "ete-2020"),
    (values.slug, "a--b", "slug-form", "a-b"),
    (values.slug, "a-1\n", "slug-form", "a-1"),
    (values.slug, "a" * 79 + "-bc", "slug-form", "a" * 79),
    (values.slug, "?", "slug-form", ""),
    (values.identifier, "Town.yml", "file-name", "town"),
    (values.identifier, "../town", "file-name", "town"),
    (values.yes, "yes", "true-expected", "true"),
    (values.yes, "True", "true-expected", "true"),
    (values.year, "20", "year-form", None),
    (values.year, "2100", "year-form", None),
    (values.year, "vers 2005", "year-form", "2005"),
    (values.moment, "2005-1", "date-form", None),
    (values.moment, "2005-00-01", "no-such-month", None),
    (values.moment, "2005-13", "no-such-month", None),
    (values.moment, "2005-00", "no-such-month", None),
    (values.moment, "2005-12-00", "no-such-day", None),
    (values.moment, "2005/13/1", "date-form", None),
    (values.moment, "2005/1/2", "date-form", "2005-01-02"),
    (values.moment, "12/11/2005", "date-form", None),
    (values.moment, "2005-02-30", "no-such-day", "2005-02-28"),
    (values.moment, "1752-01-01", "date-form", None),
    (values.day, "2026-11", "day-form", None),
    (values.day, "unknown", "day-form", None),
    (values.day, "2026.11.2", "day-form", "2026-11-02"),
    (values.day, "2026-11-31", "no-such-day", "2026-11-30"),
    (values.day, "2026-11-00", "no-such-day", None),
    (values.day, "0000-00-00", "day-form", None),
    (values.number, "1 200", "number-form", "1200"),
    (values.number, "1\u202f234\u00a0567,89", "number-form", "1234567.89"),
    (values.number, "1,200", "number-form", "1200"),
    (values.number, "1,5", "number-form", "1.5"),
    (values.number, "1e5", "number-form", None),
    (values.number, "about 5", "number-form", None),
    (values.number, "1" * 16, "number-form", None),
    (values.number, "NaN", "number-form", None),
    (values.year, "200٠", "year-form", None),
    (values.number, "١٢", "number-form", None),
    (values.address, "ftp://example.ca", "address-scheme", None),
    (values.address, "//example.ca", "address-scheme", None),
    (values.address, "www.example.ca", "address-scheme", None),
    (values.address, "https://example.ca/a b", "address-form", None),
    (values.address, "https://example.ca/<b>", "address-form", None),
    (values.address, "https://example.ca/\u00a0", "address-form", None),
    (values.address, "https://example.ca:port/", "address-form", None),
    (values.address, "https://example.ca/" + "a" * 2000, "address-form", None),
    (values.address, "https://me:secret@example.ca/", "address-user", None),
    (values.address, "https://@example.ca/", "address-user", None),
    (values.address, "https://localhost/", "address-host", None),
    (values.address, "https://intranet/", "address-host", None),
    (values.address, "https://192.168.0.1/", "address-host", None),
    (values.address, "https://[::1]/", "address-host", None),
    (values.address, "https://files.gov.internal/", "address-host", None),
    (values.address, "https://xn--exmple-cua.ca/", "address-host", None),
    (values.address, "https:///path", "address-host", None),
    *((values.address, f"https://{host}/", "address-host", None) for host in (
        "127.1", "2130706433", "0x7f000001", "0x7f.1", "017700000001", "[::ffff:127.0.0.1]", "localhost.", "a.localhost", "a.localdomain", "x.intranet", "x.private", "x.home.arpa",
        "1.0.0.10.in-addr.arpa", "127.0.0.1.nip.io", "10-0-0-1.sslip.io", "lvh.me", "www.example.ca:443", "www.example.ca:", "www.example.ca:0", "www.example.ca.", "www..example.ca",
        "www.ex\u0430mple.ca", "www.\uff43anada.ca", "www.canada\u3002ca", "www.canada.xn--p1ai", "www_x.example.ca", "-a.example.ca", "%77ww.example.ca", "ca", "www.example.123")),
    *((values.address, f"https://www.example.ca/{path}", "address-form", None) for path in ("%00", "%0d%0aSet-Cookie:x", "%1B[31m", "%7F")),
    (values.secure_address, "http://example.ca/a", "address-not-secure", "https://example.ca/a"),
    (values.secure_address, "gopher://example.ca", "address-scheme", None),
    (values.mailbox, "not an address", "mailbox-form", None),
    (values.mailbox, "a@localhost", "mailbox-form", None),
    (values.mailbox, "a@example.ca?subject=x", "mailbox-form", None),
    (values.mailbox, "Desk <a@example.ca>", "mailbox-form", None),
])
def test_a_text_is_refused_with_the_value_that_was_meant(parse, typed, code, suggested):
    """Each refusal has its code, and a suggestion where one can be known."""
    with pytest.raises(Refused) as refused:
        parse(typed)

    assert (refused.value.code, refused.value.params.get("suggest")) == (code, suggested)


@properties
@given(st.text(max_size=30) | st.text("0123456789-/., ", max_size=12) | st.from_regex(r"[12]\d{3}[-/.]\d\d?[-/.]\d\d?", fullmatch=True))
@pytest.mark.parametrize("parse", [values.slug, values.identifier, values.year, values.moment, values.day, values.number, values.secure_address])
def test_a_suggestion_is_always_accepted(parse, typed):
    """Whoever pastes what was suggested is not refused again."""
    try:
        parse(typed)
    except Refused as refused:
        if suggested := refused.params.get("suggest"):
            parse(str(suggested))


@pytest.mark.parametrize(("date", "text"), [((2005,), "2005"), ((2005, 2), "2005-02"), ((2005, 2, 3), "2005-02-03")])
def test_a_date_is_written_as_short_as_it_was_given(date, text):
    """A year stays a year."""
    assert str(PartialDate(*date)) == text


def test_dates_are_in_order():
    """The earlier date is the smaller one, and a year stands before its months."""
    dates = [PartialDate(2005), PartialDate(2005, 1), PartialDate(2005, 1, 2), PartialDate(2005, 2), PartialDate(2006)]

    assert sorted(reversed(dates)) == dates


def test_unknown_is_said_as_such_and_counts_as_nothing():
    """The value for unknown is false, so that `if value` asks whether it is known."""
    assert (repr(UNKNOWN), bool(UNKNOWN)) == ("unknown", False)
