"""All records, read once: what is published, and what does not belong in the folders."""

from __future__ import annotations

import pytest

from guide.library import load
from tests.project import CASE, ORGANIZATION

from .samples import COUNTER, TOWN, another_case, case

CONSENT = "consent:\n  basis: public-sources\n"
APPROVED = ("consent:\n  basis: author-approval\n  administration: town\n  role: Director\n  approved_on: 2026-11-22\n"
            "  languages:\n    - en\n    - fr\n  parts:\n    - whole\n")


@pytest.mark.parametrize(("consent", "published"), [
    (CONSENT, True), (APPROVED, True), (APPROVED.replace("    - fr\n", ""), False), ("consent:\n  basis: pending\n", False), ("", False),
])
def test_a_public_build_sees_only_what_may_be_published(project, consent, published):
    """A draft is in the library that was read, and not in the one that is published."""
    library, _ = load(project(case((CONSENT, consent))).root)

    assert list(library.case_studies) == ["counter"]
    assert list(library.published().case_studies) == (["counter"] if published else [])


@pytest.mark.parametrize(("place", "published"), [("url: https://www.example.ca/report", False), ("held_by: council", True)])
def test_the_basis_of_council_documents_counts_only_with_such_a_document(project, place, published):
    """Nobody passes the gate by naming a basis that the sources do not bear out."""
    files = case((CONSENT, "consent:\n  basis: council-documents\n"), ("url: https://www.example.ca/report", place))

    assert (list(load(project(files).root)[0].published().case_studies) == ["counter"]) is published


def test_the_preview_shows_drafts_and_a_build_does_not(project):
    """The same files give a site with or without the drafts."""
    guide = project(case((CONSENT, "")))

    assert list(guide.prepare(with_drafts=True).site.library.case_studies) == ["counter"]
    assert list(guide.prepare().site.library.case_studies) == []


def test_publishing_takes_nothing_but_drafts_away(project):
    """Organizations, bodies and vocabularies stay, and the first library stays as it was."""
    library, _ = load(project({**case((CONSENT, "")), **another_case("second")}).root)

    public = library.published()

    assert list(public.case_studies) == ["second"]
    assert (list(public.organizations), list(public.bodies)) == (["town"], ["council"])
    assert public.terms == library.terms
    assert list(library.case_studies) == ["counter", "second"]


@pytest.mark.parametrize(("name", "code", "better"), [
    ("case_studies/Étude no 1.yml", "file-name", "etude-no-1.yml"),
    ("case_studies/_draft.yml", "file-name", "draft.yml"),
    (f"case_studies/{'a' * 81}.yml", "file-name", f"{'a' * 80}.yml"),
    ("case_studies/???.yml", "file-name", "my-case.yml"),
    ("case_studies/counter.yaml", "stray-file", "counter.yml"),
    ("case_studies/notes.txt", "stray-file", "notes.yml"),
    ("organizations/con.yml", "reserved-name", "con.yml"),
    ("organizations/index.yml", "reserved-name", "index.yml"),
    ("organizations/com1.yml", "reserved-name", "com1.yml"),
    ("organizations/lpt9.yml", "reserved-name", "lpt9.yml"),
])
def test_a_file_that_can_be_no_record_is_told(project, name, code, better):
    """Its name is told, with a better one; it is not read."""
    build = project({f"guide_data/{name}": CASE}).prepare()

    assert [(f.code, f.path, f.line, f.column, f.params["better"]) for f in build.findings] == [(code, f"guide_data/{name}", 1, 1, better)]


@pytest.mark.parametrize(("name", "path", "code"), [
    ("case_studies/more/counter.yml", "case_studies/more", "stray-folder"),
    ("case-studies/counter.yml", "case-studies", "stray-folder"),
    ("counter.yml", "counter.yml", "stray-file"),
    ("counter.yaml", "counter.yaml", "stray-file"),
])
def test_a_record_where_nothing_reads_it_is_told(project, name, path, code):
    """A record in a folder of its own, in a misspelt one or beside the folders would be lost in silence."""
    build = project({f"guide_data/{name}": CASE}).prepare()

    assert [(f.code, f.path, f.line, f.column) for f in build.findings] == [(code, f"guide_data/{path}", 1, 1)]


@pytest.mark.parametrize("name", ["README.md", "schema/body.schema.json", ".hidden/x.yml"])
def test_what_is_no_record_may_stand_beside_the_folders(project, name):
    """The schema, a note for people and hidden folders are left alone."""
    assert project({f"guide_data/{name}": "{}"}).findings() == []


def test_a_link_to_another_place_is_not_followed(project, tmp_path):
    """A link is told and its target is not read."""
    guide = project()
    (tmp_path / "secret.yml").write_text(ORGANIZATION)
    (guide.root / "guide_data/organizations/linked.yml").symlink_to(tmp_path / "secret.yml")

    build = guide.prepare()

    assert [(f.code, f.path) for f in build.findings] == [("link-refused", "guide_data/organizations/linked.yml")]
    assert list(build.site.library.organizations) == ["town"]


def test_a_folder_that_is_not_there_holds_nothing(project):
    """A Guide without a folder of some kind is a Guide without such records."""
    guide = project({"guide_data/bodies/council.yml": None})
    (guide.root / "guide_data/bodies").rmdir()

    library, findings = load(guide.root)

    assert (library.bodies, findings) == ({}, [])


def test_a_record_with_an_error_keeps_its_place_but_is_no_record(project):
    """Other records may name it without a second finding."""
    build = project({TOWN: ORGANIZATION.replace("kind: organization", "kind: club")}).prepare()

    assert [(f.code, f.place) for f in build.findings] == [("not-in-list", "kind")]
    assert ("organization", "town") in build.site.library.documents
    assert build.site.library.organizations == {}


def test_records_are_read_in_the_order_of_their_names(project):
    """The order does not depend on the file system."""
    library, _ = load(project({**another_case("zebra"), **another_case("alpha")}).root)

    assert list(library.case_studies) == ["alpha", "counter", "zebra"]


def test_the_terms_of_a_facet_are_found_by_their_ids(project):
    """A term is reached by facet and id, in the order of the file."""
    library, _ = load(project().root)

    assert list(library.terms["channel"]) == ["in-person", "digital"]
    assert library.terms["channel"]["digital"].label.fr == "Numérique"


def test_everything_is_told_with_kind_and_id(project):
    """A check meets each record once."""
    library, _ = load(project().root)

    met = [(kind, name) for kind, name, _ in library.everything()]

    assert met[-3:] == [("organization", "town"), ("body", "council"), ("case_study", "counter")]
    assert len(met) == len(set(met)) == 13


def test_a_finding_about_a_record_names_its_file(project):
    """A check says kind, id and place; the library knows the file and the line."""
    library, _ = load(project().root)

    found = library.finding("case_study", "counter", ("started",), "no-consent", "warning")

    assert (found.path, found.line, found.place, found.severity) == (COUNTER, 28, "started", "warning")
