"""JSON Schema for editors, derived from the models."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from guide import schema
from guide.library import Library
from guide.records import KINDS


@pytest.fixture
def made(site_of) -> dict[str, dict]:
    """The schema of each kind for a minimal library."""
    return {name.removesuffix(".schema.json"): json.loads(text) for name, text in schema.schemas(site_of().library).items()}


def parts(schema: Any) -> Iterator[dict]:
    """Every part of a schema."""
    if isinstance(schema, dict):
        yield schema
    for value in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts(value)


def test_each_kind_of_record_has_a_schema_that_is_one(made):
    """The files are valid JSON Schema of the draft that they name."""
    assert list(made) == [*KINDS, "addresses"]
    for found in made.values():
        assert found["$schema"] == schema.DRAFT
        jsonschema.Draft202012Validator.check_schema(found)


def test_an_editor_knows_the_terms_of_the_vocabularies(made):
    """A field for a term lists the terms in the order of the vocabulary; a field for an id takes any text."""
    fields = made["case_study"]["properties"]

    assert {"type": "string", "enum": ["in-person", "digital"]} in list(parts(fields["channels"]))
    assert made["organization"]["properties"]["jurisdiction"]["enum"] == ["CA-NS", "CA-ON"]
    assert not any("enum" in part for part in parts(fields["replicates"]))


def test_an_editor_shows_help_in_both_languages(made):
    """The help of a field stands in its description, English first."""
    assert made["body"]["properties"]["note"]["description"] == "A remark about the name.\n\nUne remarque sur le nom."


def test_nothing_of_python_is_left_in_a_schema(made):
    """No titles made from names, no defaults, no formats of ours, and no null, which YAML files do not have here."""
    for found in made.values():
        for part in parts(found):
            assert not {"help", "default", "format"} & set(part)
            assert not isinstance(part.get("title"), str)
            assert part.get("type") != "null"


@pytest.mark.parametrize(("field", "value", "good"), [
    ("started", 2005, True), ("started", "2005-12", True), ("started", "unknown", True), ("started", "soon", False),
    ("channels", "unknown", True), ("channels", ["digital"], True), ("channels", [], False), ("channels", ["fax"], False),
    ("problem", "One text for both.", True), ("problem", {"en": "a", "fr": "b"}, True), ("problem", {"en": "a", "de": "b"}, False),
    ("slug", {"en": "Not A Slug"}, False), ("weather", "fine", False), ("contact", {"organization": "town", "verified": 2020}, True),
])
def test_an_editor_accepts_what_the_models_mean(made, field, value, good):
    """The schema draws the line where a contributor can see it, and leaves the rest to guide check."""
    problems = [error for error in jsonschema.Draft202012Validator(made["case_study"]).iter_errors({field: value})
                if error.validator != "required"]

    assert (not problems) is good


def test_a_required_field_is_required_in_the_editor_too(made):
    """What has no default has to be there."""
    required = set(made["organization"]["required"])

    assert required == {"name", "slug", "kind", "order_of_government", "jurisdiction"}


def test_a_library_without_vocabularies_still_has_schemas():
    """The command works before there is any data."""
    assert list(schema.schemas(Library())) == [f"{kind}.schema.json" for kind in (*KINDS, "addresses")]
