"""Checks between fields and between records: each with what it finds and what it lets pass."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guide import checks, library
from guide.findings import Finding
from guide.shelf import shelf
from tests.ledgers import with_ledger
from tests.project import BODY, CASE, ORGANIZATION, vocabulary

from .samples import COUNCIL, COUNTER, TOWN, another_case, case, edited, organization

CONTACT = "contact:\n  organization: town\n  page: https://example.ca\n  verified: 2020\n"
SECOND_SOURCE = CASE[CASE.index("  - id: report"):CASE.index("consent:")]
SECOND_CHANGE = "  - on: 2026-11-23\n    what:\n      en: Second.\n      fr: Deuxième.\n"
RELATED = "related:\n  - case: second\n    reason:\n      en: It came first.\n      fr: Elle est venue avant.\n"
CHANNELS = "guide_data/vocabulary/channel.yml"


def added(text: str) -> dict[str, str]:
    """The sample case with some lines at its end."""
    return {COUNTER: CASE + text}


def told(project, files: dict[str, str]) -> list[tuple[str, str]]:
    """Code and place of what is found in a minimal Guide with these files."""
    return [(finding.code, finding.place) for finding in project(files).prepare().findings]


def one(project, files: dict[str, str]) -> Finding:
    """The only finding about these files."""
    (finding,) = project(files).prepare().findings
    return finding


@pytest.mark.parametrize(("files", "code", "place", "paste"), [
    (case(("organization: town", "organization: twon")), "no-such-organization", "partners[0].organization", "organization: town"),
    (case(("contact: unknown\n", CONTACT.replace("town", "city"))), "no-such-organization", "contact.organization", ""),
    (added("replicates: countr\n"), "no-such-case-study", "replicates", "replicates: counter"),
    (added(RELATED), "no-such-case-study", "related[0].case", ""),
    (case(("- in-person", "- inperson")), "no-such-term", "channels[0]", "- in-person"),
    (case(("- in-person", "- Numérique")), "no-such-term", "channels[0]", "- digital"),
    (case(("arrangement: co-location", "arrangement: merger")), "no-such-term", "arrangement", ""),
    (case(("term: operating", "term: Operating")), "no-such-term", "status.term", "term: operating"),
    ({TOWN: ORGANIZATION.replace("CA-NS", "ON")}, "jurisdiction-code", "jurisdiction", "jurisdiction: CA-ON"),
    ({TOWN: ORGANIZATION.replace("CA-NS", "ns")}, "jurisdiction-code", "jurisdiction", "jurisdiction: CA-NS"),
    ({TOWN: ORGANIZATION.replace("CA-NS", "Nouvelle-Ecosse")}, "jurisdiction-code", "jurisdiction", "jurisdiction: CA-NS"),
    (case(("source: report", "source: reprot")), "no-such-source", "results[0].source", "source: report"),
])
def test_a_reference_that_leads_nowhere_is_told_with_the_nearest(project, files, code, place, paste):
    """Ids, terms, labels in either language and the last letters of a code lead to what was meant."""
    finding = one(project, files)

    assert (finding.code, finding.place, finding.paste) == (code, place, paste)


def test_a_reference_to_a_record_with_an_error_is_not_told_twice(project):
    """A record that cannot be read is still there."""
    assert told(project, {TOWN: "kind: organization\n"}) == [("missing", place) for place in (
        "jurisdiction", "name", "order_of_government", "slug")]


def test_the_references_of_a_record_with_an_error_are_told_in_the_same_run(project):
    """A contributor sees the wrong term beside the missing field."""
    files = case(("started: 2019\n", ""), ("- in-person", "- inperson"), ("playbook_model: unknown", "playbook_model: no"))

    assert told(project, files) == [("missing", "started"), ("no-such-term", "channels[0]"), ("no-such-term", "playbook_model")]


def test_an_error_in_a_vocabulary_is_not_blamed_on_the_records(project):
    """Where the terms are not known, no record is told to choose one."""
    assert told(project, {CHANNELS: vocabulary("channel").replace("order: listed\n", "")}) == [("missing", "order")]


@pytest.mark.parametrize(("files", "code", "place"), [
    (case(("consent:\n  basis", SECOND_SOURCE + "consent:\n  basis")), "source-twice", "sources[1].id"),
    (added(RELATED.replace("second", "counter")), "related-to-itself", "related[0].case"),
    ({**another_case("second"), **added(RELATED + RELATED.replace("related:\n", ""))}, "related-twice", "related[1].case"),
    (case(("channels:", "  - organization: town\nchannels:")), "partner-twice", "partners[1].organization"),
])
def test_what_stands_twice_is_told_at_the_second_place(project, files, code, place):
    """A repetition inside a record is named where it has to be removed."""
    assert told(project, files) == [(code, place)]


def test_relations_to_other_cases_are_good(project):
    """A related case and a replicated one pass when they exist."""
    assert told(project, {**another_case("second"), **added(RELATED + "replicates: second\n")}) == []


@pytest.mark.parametrize(("files", "code", "place"), [
    ({"guide_data/case_studies/second.yml": edited(CASE, ("en: shared-counter", "en: other-counter"))}, "slug-twice", "slug.fr"),
    ({"guide_data/organizations/zz.yml": edited(ORGANIZATION, ("fr: ville-de-springfield", "fr: autre-ville"))}, "slug-twice", "slug.en"),
    ({CHANNELS: vocabulary("channel").replace("fr: fr-channels", "fr: fr-services")}, "slug-twice", "slug.fr"),
    ({CHANNELS: vocabulary("channel").replace("en: digital", "en: in-person")}, "slug-twice", "terms[1].slug.en"),
    ({CHANNELS: vocabulary("channel").replace("id: digital", "id: in-person")}, "term-twice", "terms[1].id"),
    ({TOWN: ORGANIZATION.replace("  fr: ville-de-springfield\n", "")}, "slug-language", "slug"),
])
def test_an_address_that_is_taken_or_missing_is_told(project, files, code, place):
    """No two pages of one language have the same address, and every page has one in both."""
    assert told(project, files) == [(code, place)]


NEW = "guide_data/case_studies/annex.yml"


def taken(guide) -> list[tuple[str, str, str]]:
    """Of what is found in a Guide: path and place of each slug that is taken, and who has it."""
    return [(finding.path, finding.place, finding.params["first"]) for finding in guide.prepare().findings if finding.code == "slug-twice"]


@pytest.mark.parametrize(("is_published", "blamed", "other"), [(False, COUNTER, NEW), (True, NEW, COUNTER)])
def test_a_published_page_keeps_its_slug_whatever_the_new_file_is_called(project, is_published, blamed, other):
    """Who adds a file is told, not who published one; as long as nothing is published, the second one."""
    guide = with_ledger(project()) if is_published else project()
    guide.write({NEW: edited(CASE, ("en: shared-counter", "en: other-counter"))})

    assert taken(guide) == [(blamed, "slug.fr", other)]


def test_a_published_page_does_not_take_the_slug_of_another(project):
    """Both are in the ledger: the one that was published with the slug keeps it."""
    guide = with_ledger(project({NEW: edited(CASE, ("en: shared-counter", "en: other-counter"), ("fr: comptoir-partage", "fr: autre-comptoir"))}))

    assert taken(guide.write({NEW: edited(CASE, ("en: shared-counter", "en: other-counter"))})) == [(NEW, "slug.fr", COUNTER)]


@pytest.mark.parametrize(("is_published", "blamed"), [(False, 1), (True, 0)])
def test_a_published_term_keeps_its_slug(project, is_published, blamed):
    """A new one may stand before it."""
    terms = vocabulary("channel")
    first = terms.index("  - id:")
    another = terms[first:terms.index("  - id:", first + 1)]
    new = terms.replace(another, another.replace("id: in-person", "id: by-hand") + another)

    guide = with_ledger(project()) if is_published else project()

    assert [place for _, place, _ in taken(guide.write({CHANNELS: new}))] == [f"terms[{blamed}].slug.en", f"terms[{blamed}].slug.fr"]


@pytest.mark.parametrize("name", ["annex", "zoo"])
def test_who_checks_one_file_hears_that_its_slug_is_taken(project, name):
    """Wherever it stands among the files: nobody asks about the others."""
    path = f"guide_data/case_studies/{name}.yml"
    root = project({path: edited(CASE, ("en: shared-counter", "en: other-counter"))}).root
    for read in (library.load(root)[0], shelf(root)):
        found = [finding for finding in checks.found(replace(read, only=("case_study", name))) if finding.code == "slug-twice" and finding.path == path]
        assert [(finding.place, finding.params["first"]) for finding in found] == [("slug.fr", COUNTER)]


def test_the_same_slug_in_two_languages_or_kinds_is_good(project):
    """Pages of different languages and kinds lie in different folders."""
    both = ("slug:\n  en: shared-counter\n  fr: comptoir-partage\n", "slug: town-of-springfield\n")

    assert told(project, case(both)) == []


@pytest.mark.parametrize(("files", "found"), [
    (case(("  fr: Deux gouvernements partagent un comptoir.\n", "")), ("language-missing", "summary", "warning")),
    (case(("      en: Lends the counter\n", "")), ("language-missing", "partners[0].role", "warning")),
    (case(("fr: personnes", "fr: People")), ("languages-identical", "results[0].unit.fr", "error")),
    ({COUNCIL: edited(BODY, ("  fr: CDC\n", ""))}, None),
    (case(("    unit:\n      en: people\n      fr: personnes\n", "    unit: kg\n")), None),
    ({TOWN: ORGANIZATION + "page:\n  en: https://example.ca/\n"}, None),
    ({TOWN: ORGANIZATION + "page:\n  en: https://example.ca/\n  fr: https://example.ca/\n"}, None),
    (case(("slug:\n  en: shared-counter\n  fr: comptoir-partage\n", "slug:\n  en: same\n  fr: same\n")), None),
])
def test_both_languages_are_there_and_differ(project, files, found):
    """A missing text is a warning and an untranslated one an error; names, acronyms and addresses may be the same."""
    findings = project(files).prepare().findings

    assert [(f.code, f.place, f.severity) for f in findings] == ([found] if found else [])


@pytest.mark.parametrize(("text", "same"), [
    ("Grand Council", "name: Grand Council"), ("One two three four five six seven eight nine", ""),
])
def test_a_name_that_is_the_same_in_both_languages_is_suggested_once(project, text, same):
    """A short text may be a name, and is then written once; a sentence is not."""
    finding = one(project, {TOWN: edited(ORGANIZATION, ("en: Town of Springfield", f"en: {text}"), ("fr: Ville de Springfield", f"fr: {text}"))})

    assert (finding.code, finding.params["same"]) == ("languages-identical", same)


@pytest.mark.parametrize("text", [
    "TBD", "Cost: TBC.", "todo", "XXXX", "Lorem ipsum dolor", "n/a", "N/A.", "s.o.", "?", "...", "--", "À déterminer", "Coût : à confirmer",
    "One counter (to be determined)", "To be completed.",
])
def test_a_word_that_only_holds_a_place_is_told(project, text):
    """It would be published as if it were a fact."""
    assert told(project, case(("One counter was opened.", f'"{text}"'))) == [("placeholder", "approach.en")]


@pytest.mark.parametrize("text", [
    "The form has to be completed online.", "Dans les années à venir, un formulaire à compléter.", "It remains to be determined by the partners.",
    "Nathan met todos.", "Yes?", "1-800-555-5555", "So it is.",
])
def test_prose_that_resembles_a_placeholder_passes(project, text):
    """Ordinary sentences are not held up."""
    assert told(project, case(("One counter was opened.", f'"{text}"'))) == []


@pytest.mark.parametrize(("files", "place"), [
    (case(("started: 2019", "started: 1900-01-01")), "started"),
    (case(("    seen_on: 2026-11-22", "    seen_on: 1970-01-01")), "sources[0].seen_on"),
])
def test_a_date_of_forms_and_spreadsheets_is_told(project, files, place):
    """A date that stands for no date is not published."""
    assert told(project, files) == [("placeholder-date", place)]


def test_the_year_of_such_a_date_is_good(project):
    """1900 may be a real year."""
    assert told(project, case(("started: 2019", "started: 1900"))) == []


KEPT = ("    url: https://www.example.ca/report\n", "    held_by: council\n")
COUNCIL_BASIS = ("consent:\n  basis: public-sources\n", "consent:\n  basis: council-documents\n")


@pytest.mark.parametrize(("section", "found"), [
    ("problem", ("no-source", "problem")), ("approach", ("no-source", "approach")), ("results", ("source-without-results", "sources[0].supports")),
])
def test_a_filled_section_without_a_source_is_told(project, section, found):
    """On the basis of public sources, every section rests on one; each result names its own."""
    assert told(project, case((f"      - {section}\n", ""))) == [found]


@pytest.mark.parametrize(("more", "found"), [
    ("replication:\n  agreement: unknown\n  cost: unknown\n", []),
    ("replication:\n  agreement: unknown\n  cost:\n    en: Much.\n    fr: Beaucoup.\n", [("no-source", "replication")]),
    ("lessons: unknown\n", []),
    ("lessons:\n  - en: Ask early.\n    fr: Demander tôt.\n", [("no-source", "lessons")]),
])
def test_what_is_unknown_needs_no_source(project, more, found):
    """A section that says nothing rests on nothing, nor does a replication of which every part is unknown."""
    assert told(project, added(more)) == found


@pytest.mark.parametrize(("changes", "found"), [
    ((KEPT, COUNCIL_BASIS), []),
    ((KEPT,), [("source-not-public", "sources[0].held_by")]),
    ((COUNCIL_BASIS,), [("no-council-document", "consent.basis")]),
    ((("    url: https://www.example.ca/report\n", "    held_by: cuoncil\n"), COUNCIL_BASIS), [("no-such-body", "sources[0].held_by")]),
    ((COUNCIL_BASIS, KEPT, ("      - problem\n", "")), [("no-source", "problem")]),
])
def test_a_document_that_is_not_public_is_told_by_the_basis(project, changes, found):
    """Whoever cites a council's paper says so as the basis, and nobody says so without one."""
    assert told(project, case(*changes)) == found


@pytest.mark.parametrize(("consent", "found"), [
    ("", [("no-consent", "warning")]), ("consent:\n  basis: pending\n", []),
])
def test_a_draft_needs_no_sources_but_says_that_it_is_one(project, consent, found):
    """A record without consent is told in a warning, which stops nothing; a pending one says so itself."""
    files = case(("consent:\n  basis: public-sources\n", consent), ("      - problem\n", ""))

    assert [(f.code, f.severity) for f in project(files).prepare().findings] == found


@pytest.mark.parametrize(("files", "found"), [
    (case(("started: 2019\n", "started: 2019\nended: 2018\n")), [("ended-before-started", "ended")]),
    (case(("started: 2019\n", "started: 2019-05\nended: 2019-04-30\n")), [("ended-before-started", "ended")]),
    (case(("started: 2019\n", "started: 2019-05\nended: 2019\n")), []),
    (case(("started: 2019\n", "started: 2019-05-03\nended: 2019-05\n")), []),
    (case(("started: 2019\n", "started: 2019-05-03\nended: 2019-05-03\n")), []),
    (case(("started: 2019\n", "started: unknown\nended: 2018\n")), []),
    (added("review_by: 2026-11-21\n"), [("review-before-check", "review_by")]),
    (added("review_by: 2027-01-01\n"), []),
    (added(SECOND_CHANGE), [("changes-order", "changes[1].on")]),
    (added(SECOND_CHANGE.replace("-23", "-22")), []),
])
def test_dates_that_cannot_both_be_true_are_told(project, files, found):
    """A month or a day that is not known contradicts nothing."""
    assert told(project, files) == found


def test_findings_of_all_checks_stand_in_reading_order(project):
    """One run names everything, from top to bottom, file by file."""
    files = {**case(("organization: town", "organization: twon"), ("source: report", "source: x")), **organization("aa", "description:\n  en: TBD\n  fr: Une agence.")}

    found = project(files).prepare().findings

    assert [(f.path.rpartition("/")[2], f.code) for f in found] == [
        ("counter.yml", "no-such-organization"), ("counter.yml", "no-such-source"), ("aa.yml", "placeholder")]
