"""Cases to read next, each with its reason."""

from __future__ import annotations

import pytest

from guide.pages.related import MOST, relations

from tests.project import CASE

from .samples import COUNTER, NBSP, another_case, case, edited, organization

OTHER_PARTNER = ("organization: town", "organization: far")
NO_SERVICE = ("services:\n  - permits\n", "services: unknown\n")
RELATED = "related:\n  - case: {0}\n    reason:\n      en: Because of {0}.\n      fr: À cause de {0}.\n"
DRAFT = ("consent:\n  basis: public-sources\n", "")


def read_next(reader_of, language, files) -> list[tuple[str, str]]:
    """The address and the reason of what is listed on the sample case."""
    reader = reader_of(language, files)
    return [(card.href.rstrip("/").rpartition("/")[2], str(card.reason))
            for card in relations(reader, "counter", reader.site.library.case_studies["counter"])]


@pytest.mark.parametrize(("changes", "reason"), [
    ((NO_SERVICE,), "Same partner: Town of Springfield."),
    ((), "Same partner: Town of Springfield. Same service: Permits."),
    ((OTHER_PARTNER,), None),
    ((OTHER_PARTNER, NO_SERVICE), None),
])
def test_a_case_that_shares_enough_is_listed_with_what_it_shares(reader_of, changes, reason):
    """A common partner is enough, one common service alone says too little."""
    found = read_next(reader_of, "en", {**another_case("second", *changes), **organization("far")})

    assert found == ([("case-second", reason)] if reason else [])


def test_the_reason_is_in_the_reader_s_language(reader_of):
    """Names, labels and the words around them are French on a French page."""
    found = read_next(reader_of, "fr", another_case("second"))

    assert found == [("etude-second", f"Même partenaire{NBSP}: Ville de Springfield. Même service{NBSP}: Permis.")]


def test_two_partners_are_named_in_one_sentence(reader_of):
    """The plural is chosen by their number."""
    both = ("channels:", "  - organization: far\nchannels:")

    found = read_next(reader_of, "en", {**case(both), **another_case("second", both, NO_SERVICE), **organization("far")})

    assert found == [("case-second", "Same partners: Town of Springfield and Agency far.")]


def test_what_the_record_names_comes_first_and_only_once(reader_of):
    """A named case keeps its own reason, and the closest of the others follow."""
    files = {COUNTER: CASE + RELATED.format("last"), **another_case("last"), **another_case("first", NO_SERVICE), **another_case("middle")}

    found = read_next(reader_of, "en", files)

    assert found == [("case-last", "Because of last."), ("case-middle", "Same partner: Town of Springfield. Same service: Permits."),
                     ("case-first", "Same partner: Town of Springfield.")]


def test_a_draft_is_not_listed_even_when_it_is_named(reader_of):
    """Neither a relation nor a shared partner tells of a draft."""
    assert read_next(reader_of, "en", {COUNTER: CASE + RELATED.format("draft"), **another_case("draft", DRAFT)}) == []


def test_only_the_closest_are_listed(reader_of):
    """The list is short, and in the same order on every machine."""
    files = {name: text for letter in "wvutsrqp" for name, text in another_case(letter, NO_SERVICE).items()}

    found = read_next(reader_of, "en", files)

    assert [address for address, _ in found] == [f"case-{letter}" for letter in "pqrstuvw"[:MOST]]


def test_every_named_relation_is_listed(reader_of):
    """A record may name more than the site would find by itself."""
    names = "pqrstuv"
    related = "related:\n" + "".join(RELATED.format(name).replace("related:\n", "") for name in names)
    files = {COUNTER: CASE + related, **{file: text for name in (*names, "z") for file, text in another_case(name).items()}}

    found = read_next(reader_of, "en", files)

    assert [address for address, _ in found] == [f"case-{name}" for name in names]


def test_a_reason_that_is_not_shown_borrows_nothing(reader_of):
    """A page is partly in French only when something on it is."""
    near = {file: text for name in "pqrst" for file, text in another_case(name).items()}
    files = {**near, **case(("channels:", "  - organization: far\nchannels:")),
             **another_case("z", ("organization: town", "organization: far")),
             **{name: edited(text, ("  en: Agency far\n", "")) for name, text in organization("far").items()}}
    reader = reader_of("en", files)

    shown = relations(reader, "counter", reader.site.library.case_studies["counter"])

    assert len(shown) == MOST
    assert not reader.borrows
