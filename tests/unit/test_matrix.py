"""The numbers of "Find a partner" as data: counted from the records, and as the published schema says."""

from __future__ import annotations

import copy
import json

import jsonschema
import pytest

from guide.build import prepare
from guide.outputs import matrix
from guide.site import Settings, Site
from tests.project import MINIMAL, ROOT

from .samples import another_case, case

SCHEMA = json.loads(matrix.SCHEMA.read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@pytest.fixture(scope="module")
def real() -> Site:
    """The real Guide."""
    return prepare(ROOT, Settings("https://guide.example/")).site


@pytest.fixture
def data(site_of) -> dict:
    """The data of a small site."""
    return matrix.matrix(site_of(another_case("second")))


def cells(data: dict, table: str) -> dict[tuple[str, str], list[str]]:
    """The ids in a table by row and column."""
    [found] = [part for part in data["tables"] if part["id"] == table]
    return {(cell["row"], cell["column"]): cell["case_studies"] for cell in found["cells"]}


def test_the_data_is_as_its_schema_says(real):
    """And the schema is one."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)

    assert [error.message for error in VALIDATOR.iter_errors(json.loads(matrix.files(real)["api/v1/matrix.json"]))] == []


@pytest.mark.parametrize("damage", [
    lambda data: data.pop("case_studies"), lambda data: data["tables"].append({"id": "by-moon"}),
    lambda data: data["tables"][0]["cells"][0].update(count=0), lambda data: data["tables"][0]["cells"][0].update(case_studies=[]),
    lambda data: data["tables"][0]["cells"][0].pop("row"), lambda data: data["jurisdictions"][0]["name"].pop("fr"),
    lambda data: data["tables"][0]["rows"]["terms"][0].update(id="Nova Scotia"), lambda data: data["tables"][1]["cells"][0].update(count="2"),
    lambda data: data["tables"][0]["cells"][0]["case_studies"].append("counter"),
])
def test_the_schema_refuses_what_it_does_not_say(data, damage):
    """A schema that lets everything pass would say nothing."""
    damaged = copy.deepcopy(data)
    damage(damaged)

    assert VALIDATOR.is_valid(data)
    assert not VALIDATOR.is_valid(damaged)


def test_every_number_is_counted_from_the_records(real):
    """By brute force, with the ids of the cases behind it; no pair is left out."""
    data, library = matrix.matrix(real), real.library
    expected: dict[str, dict[tuple[str, str], set[str]]] = {table["id"]: {} for table in data["tables"]}
    for name, record in library.case_studies.items():
        places = {library.organizations[partner.organization].jurisdiction for partner in record.partners}
        pairs = {"with-whom": [(a, b) for a in places for b in places], "by-channel": [(a, b) for a in places for b in record.channels or ()],
                 "by-arrangement": [(a, record.arrangement) for a in places if record.arrangement],
                 "by-service": [(service, a) for a in places for service in record.services or ()]}
        for table, met in pairs.items():
            for pair in met:
                expected[table].setdefault(pair, set()).add(name)

    assert {table: {pair: set(ids) for pair, ids in cells(data, table).items()} for table in expected} == expected
    assert all(cell["count"] == len(cell["case_studies"]) and cell["case_studies"] == sorted(cell["case_studies"])
               for table in data["tables"] for cell in table["cells"])
    assert data["case_studies"] == len(library.case_studies)


def test_every_row_and_column_of_a_cell_is_listed_with_its_names(real):
    """So that a reader of the data needs nothing else."""
    for table in matrix.matrix(real)["tables"]:
        rows, columns = ({term["id"] for term in table[axis]["terms"]} for axis in ("rows", "columns"))
        assert {cell["row"] for cell in table["cells"]} <= rows
        assert {cell["column"] for cell in table["cells"]} <= columns
    assert {"id": "CA-NB", "name": {"en": "New Brunswick", "fr": "Nouveau-Brunswick"}} in matrix.matrix(real)["jurisdictions"]


def test_a_draft_is_not_counted(site_of):
    """What is not published is in no number."""
    site = site_of({**another_case("second"), **case(("consent:\n  basis: public-sources\n", ""))})
    data = matrix.matrix(site)

    assert data["case_studies"] == 1
    assert cells(data, "with-whom") == {("CA-NS", "CA-NS"): ["second"]}


def test_a_term_without_one_of_its_names_has_the_other_one(site_of):
    """Both fields are always there."""
    name = "guide_data/vocabulary/channel.yml"
    data = matrix.matrix(site_of({name: MINIMAL[name].replace("      fr: Numérique\n", "")}))

    [table] = [table for table in data["tables"] if table["id"] == "by-channel"]
    assert {"id": "digital", "name": {"en": "Digital", "fr": "Digital"}} in table["columns"]["terms"]
