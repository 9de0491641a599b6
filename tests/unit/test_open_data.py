"""The open data of small Guides: what it says, what it leaves out, and what its schemas refuse."""

from __future__ import annotations

import copy
import csv
import io
import json
import zipfile
from datetime import datetime
from decimal import Decimal

import jsonschema
import openpyxl
import pytest

from guide import open_data
from guide.outputs import api, api_schema, datapackage, dcat, spreadsheet, tables
from guide.outputs.open_data import files
from guide.outputs.workbook import workbook
from guide.pages.citation import citation
from guide.pages.linked_data import embedded
from guide.pages.reader import Reader
from guide.records.plain import figure, plain
from guide.records.values import UNKNOWN, PartialDate
from guide.site import Site
from tests.project import FACETS, MINIMAL

from .samples import COUNTER, another_case, case, edited, organization

CHANNELS = "guide_data/vocabulary/channel.yml"


def everything(site: Site) -> dict[str, str | bytes]:
    """Every file of the open data by its path."""
    return dict(files(site))


def document(site: Site, name: str) -> dict:
    return json.loads(everything(site)[open_data.document(name)])


def table(site: Site, name: str, language: str = "en") -> list[dict[str, str]]:
    """A CSV file as a program reads it."""
    text = everything(site)[site.routes.files[name][language]]
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


# --- values --------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(("value", "expected"), [
    (UNKNOWN, "unknown"), (PartialDate(2005), "2005"), (PartialDate(2005, 12, 24), "2005-12-24"), (True, True), (2020, 2020), ((), []), (["a"], ["a"]),
])
def test_a_value_is_published_as_it_was_written(value, expected):
    """`unknown` stays the word, a date is as long as it is known, an empty list is there."""
    assert plain(value) == expected and type(plain(value)) is type(expected)


@pytest.mark.parametrize("text", ["0", "-5", "1200", "1.5", "-0.000001", "15.50", "123456789012345", "99999999.999999", "12345678901234.5", "123456789012345.123456"])
def test_no_figure_loses_a_digit(text):
    """A number is exactly the one that was typed, after JSON too; one that programs would round is a text."""
    published = json.loads(json.dumps(figure(Decimal(text))))

    assert Decimal(str(published)) == Decimal(text)


# --- documents -----------------------------------------------------------------------------------------------

def test_a_case_is_published_with_its_fields_and_addresses(site_of):
    """Fields as in the file; what is left out is left out; addresses are full and in both languages."""
    record = document(site_of(), "cases/counter")["case"]

    assert record["title"] == {"en": "A counter for two governments", "fr": "Un comptoir pour deux gouvernements"}
    assert record["url"] == {"en": "https://guide.example/en/case-studies/shared-counter/", "fr": "https://guide.example/fr/etudes-de-cas/comptoir-partage/"}
    assert record["permanent_url"] == "https://guide.example/c/counter/"
    assert record["themes"] == record["playbook_model"] == record["contact"] == "unknown"
    assert record["results"][0] | {} == {"statement": {"en": "The counter served people.", "fr": "Le comptoir a servi des gens."}, "figure": 1200,
                                         "unit": {"en": "people", "fr": "personnes"}, "year": 2020, "source": "report"}
    assert record["jurisdictions"] == ["CA-NS"] and record["related"] == [] and "ended" not in record and "lessons" not in record


def test_the_record_of_a_page_stands_at_its_address(site_of):
    """In both languages, and the same as in the document of all."""
    site = site_of()
    made = everything(site)

    one = made["api/v1/cases/counter.json"]
    assert made["en/case-studies/shared-counter.json"] == made["fr/etudes-de-cas/comptoir-partage.json"] == one
    assert json.loads(made["api/v1/cases.json"])["cases"] == [json.loads(one)["case"]]
    for name, path in (("organization", "en/organizations/town-of-springfield.json"), ("vocabulary", "fr/fr-channels.json"), ("term", "en/channels/digital.json")):
        assert set(json.loads(made[path])) == {"$schema", "version", name}


def test_what_is_not_published_is_in_no_file(site_of):
    """Neither a draft nor its id: not in relations, terms, organizations or statements."""
    draft = another_case("annex", ("  basis: public-sources", "  basis: pending"))
    points = {COUNTER: MINIMAL[COUNTER] + "related:\n  - case: annex\n    reason: {en: Why, fr: Pourquoi}\nreplicates: annex\n"}
    statements = "    when_it_fits:\n      - text: {en: One, fr: Un}\n        cases: [annex, counter]\n      - text: {en: Only the draft, fr: Seulement l'ébauche}\n        cases: [annex]\n"
    channels = {CHANNELS: MINIMAL[CHANNELS].replace("  - id: digital", statements + "  - id: digital")}

    for with_drafts in (False, True):
        made = everything(site_of({**draft, **points, **channels}, with_drafts=with_drafts))
        found = {path for path, content in made.items() if b"annex" in (content if isinstance(content, bytes) else content.encode()) or "annex" in path}
        assert bool(found) is with_drafts, found

    said = json.loads(everything(site_of({**draft, **points, **channels}))["en/channels/in-person.json"])["term"]
    assert said["when_it_fits"] == [{"text": {"en": "One", "fr": "Un"}, "cases": ["counter"]}]


BREAKS = {
    "a field that does not exist": lambda record: record.update(colour="red"),
    "a missing title": lambda record: record.pop("title"),
    "a text that is no object": lambda record: record.update(title="A counter"),
    "a text without any language": lambda record: record.update(title={}),
    "an empty text": lambda record: record.update(title={"en": ""}),
    "a third language": lambda record: record["title"].update(es="Un mostrador"),
    "a term that does not exist": lambda record: record.update(channels=["pigeon"]),
    "null for unknown": lambda record: record.update(themes=None),
    "a year as text": lambda record: record["results"][0].update(year="2020"),
    "a year in words": lambda record: record["results"][0].update(year="soon"),
    "a month that is no date": lambda record: record.update(started="June"),
    "a lead in words": lambda record: record["partners"][0].update(lead="true"),
    "a partner without the answer whether it leads": lambda record: record["partners"][0].pop("lead"),
    "no related cases at all": lambda record: record.pop("related"),
    "an address in one language": lambda record: record["url"].pop("fr"),
    "an id with capitals": lambda record: record.update(id="Counter"),
}


@pytest.mark.parametrize("break_it", BREAKS.values(), ids=BREAKS)
def test_the_schema_refuses(site_of, break_it):
    """A schema that accepts everything validates nothing."""
    site = site_of()
    schema = json.loads(dict(api_schema.files(site))["api/v1/case.schema.json"])
    good = {"$schema": "x", "version": open_data.VERSION, "case": api.case(site, "counter")}
    bad = copy.deepcopy(good)
    break_it(bad["case"])
    validator = jsonschema.Draft202012Validator(schema)

    assert list(validator.iter_errors(good)) == []
    assert list(validator.iter_errors(bad)) != []


def test_every_field_of_a_schema_is_explained_in_both_languages(site_of):
    """Whoever reads a schema needs no other document."""
    silent = []

    def look(part: object, place: str) -> None:
        if isinstance(part, dict):
            for name, field in part.get("properties", {}).items() if isinstance(part.get("properties"), dict) else ():
                if "\n\n" not in field.get("description", "") and name not in ("$schema", "version", *open_data.DOCUMENTS, *open_data.DOCUMENTS.values(), "term", *"en fr".split()):
                    silent.append(f"{place}: {name}")
            for name, value in part.items():
                look(value, f"{place}/{name}")
        for index, value in enumerate(part if isinstance(part, list) else ()):
            look(value, f"{place}/{index}")

    for path, text in api_schema.files(site_of()):
        if "index" not in path:
            look(json.loads(text), path)
    assert silent == []


# --- tables --------------------------------------------------------------------------------------------------

def test_a_table_speaks_the_language_of_its_reader(site_of):
    """Headers, terms, yes and unknown."""
    site = site_of()
    english, french = table(site, "cases")[0], table(site, "cases", "fr")[0]

    assert (english["Title"], french["Titre"]) == ("A counter for two governments", "Un comptoir pour deux gouvernements")
    assert (english["Channels"], french["Modes de prestation"]) == ("In person", "En personne")
    assert (english["Themes"], french["Thèmes"]) == ("unknown", "inconnu")
    assert (table(site, "partners")[0]["Leads"], table(site, "partners", "fr")[0]["Responsable"]) == ("yes", "oui")
    assert english["Ended"] == english["Lessons"] == ""


def test_a_text_in_the_other_language_only_is_said_to_be_so(site_of):
    """It stands in its cell, and the last column names the column."""
    files_of = case(("title:\n  en: A counter for two governments\n  fr: Un comptoir pour deux gouvernements", "title:\n  fr: Comptoir"))
    english, french = table(site_of(files_of), "cases")[0], table(site_of(files_of), "cases", "fr")[0]

    assert (english["Title"], english["Columns in French only"]) == ("Comptoir", "Title")
    assert (french["Titre"], french["Colonnes en anglais seulement"]) == ("Comptoir", "")


def test_lists_are_joined_by_a_semicolon(site_of):
    """Partners by their names in the order of the record."""
    more = edited(MINIMAL[COUNTER], ("    lead: true\n", "    lead: true\n  - organization: office\n"))
    site = site_of({COUNTER: more, **organization("office")})

    assert table(site, "cases")[0]["Partners"] == "Town of Springfield; Agency office"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "%x", "|x", " =1", "\u00a0=1", "＝1"])
def test_a_cell_that_a_spreadsheet_would_run_begins_with_an_apostrophe(cell):
    """What stands behind it is the text itself."""
    assert spreadsheet.safe(cell) == f"'{cell}"
    assert spreadsheet.safe("1-1=0 @ +") == "1-1=0 @ +"


def test_every_header_of_a_table_is_its_own(site_of):
    """No two columns of a table have one name, in neither language."""
    for language in ("en", "fr"):
        for name in open_data.TABLES:
            header = tables.header(Reader(site_of(), language, f"{language}/"), name)
            assert len(set(header)) == len(header) == len(tables.COLUMNS[name]), (language, name)


def test_a_negative_figure_is_a_number_for_those_who_check_the_table(site_of, tmp_path):
    """It stands behind an apostrophe, and its type says that such a mark may be there."""
    import frictionless

    site = site_of(case(("    figure: 1200", "    figure: -12.5")))
    for path, content in everything(site).items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    package = frictionless.Package(str(tmp_path / open_data.PACKAGE))

    assert table(site, "results")[0]["Figure"] == "'-12.5"
    assert package.get_resource("results-en").read_rows()[0]["Figure"] == Decimal("-12.5")
    assert frictionless.validate(str(tmp_path / open_data.PACKAGE)).valid


def test_the_data_package_sees_a_change_of_a_table(site_of):
    """Its sum is that of the bytes which are published."""
    site = site_of()
    made = {path: text for path, text in everything(site).items() if path.endswith(".csv")}
    path = site.routes.files["cases"]["en"]

    sums = [next(resource["hash"] for resource in json.loads(datapackage.package(site, tables_of))["resources"] if resource["path"] == path)
            for tables_of in (made, {**made, path: made[path] + "x"})]

    assert sums[0] != sums[1]


# --- the spreadsheet -----------------------------------------------------------------------------------------

def test_a_spreadsheet_holds_texts_and_numbers_and_nothing_that_runs():
    """A text that looks like a formula, a link or a number stays a text, whole."""
    row = ["=1+1", "https://www.example.ca/", "007", "é\u202f– ᓄᓇᕗᑦ 👩🏽‍💻", 2020, Decimal("-1.5"), Decimal("123456789012345.123456"), "", "<b>&"]
    made = workbook("Title", {"Sheet": ([f"h{number}" for number in range(len(row))], [row])}, datetime(2026, 11, 22))
    book = openpyxl.load_workbook(io.BytesIO(made))
    cells = list(book["Sheet"][2])

    assert [cell.value for cell in cells] == ["=1+1", "https://www.example.ca/", "007", "é\u202f– ᓄᓇᕗᑦ 👩🏽‍💻", 2020, -1.5, "123456789012345.123456", None, "<b>&"]
    assert {cell.data_type for cell in cells} == {"s", "n"} and not any(cell.hyperlink for cell in cells)
    assert cells[0].quotePrefix and not cells[8].quotePrefix and book["Sheet"].freeze_panes == "B2"
    assert not [name for name in zipfile.ZipFile(io.BytesIO(made)).namelist() if any(part in name for part in ("vba", "macro", "activeX", "external", "connections"))]


def test_the_same_tables_make_the_same_bytes():
    """No clock: the file's own dates are those of the data."""
    made = [workbook("T", {"S": (["a"], [["b"]])}, datetime(2026, 11, 22)) for _ in range(2)]
    core = zipfile.ZipFile(io.BytesIO(made[0])).read("docProps/core.xml").decode()

    assert made[0] == made[1]
    assert core.count("2026-11-22T00:00:00Z") == 2
    assert {info.date_time for info in zipfile.ZipFile(io.BytesIO(made[0])).infolist()} == {(1980, 1, 1, 0, 0, 0)}


# --- catalogue, JSON-LD, citations ----------------------------------------------------------------------------

def test_nobody_is_named_as_publisher_and_no_licence_is_given(site_of):
    """Neither is decided, so neither is published."""
    site = site_of()
    made = everything(site)

    for path in (open_data.CATALOGUE, open_data.PACKAGE, open_data.INDEX):
        assert not any(word in str(made[path]).lower() for word in ("licen", "publisher", "contactpoint")), path
    assert json.loads(dcat.record(site))["dct:title"][1]["@language"] == "fr"


@pytest.mark.parametrize("payload", ["</script><script>alert(1)</script>", "<!--", "]]>", "&lt;", "a\u2028b", "</SCRIPT\t>"])
def test_nothing_ends_a_data_block(payload):
    """The block holds no sign that means something to HTML or to a script, and says the same."""
    made = embedded({"name": payload})

    assert not set(made) & set("<>&\u2028\u2029")
    assert json.loads(made) == {"name": payload}


def test_a_citation_names_the_guide_the_date_and_the_permanent_address(site_of):
    """In the reader's language; no person."""
    site = site_of()

    assert citation(Reader(site, "en", "en/"), "counter").text == (
        "Service Delivery Partnerships Guide. “A counter for two governments.” Modified November\u00a022,\u00a02026. https://guide.example/c/counter/")
    assert citation(Reader(site, "fr", "fr/"), "counter").text == (
        "Guide des partenariats en matière de prestation de services. «\u00a0Un comptoir pour deux gouvernements\u00a0». Modifié le 22\u00a0novembre\u00a02026. https://guide.example/c/counter/")


def test_an_empty_guide_has_its_files_too(site_of):
    """No case, no date: the tables have their headers."""
    site = site_of({COUNTER: None, **{f"docs/about.{language}.md": MINIMAL[f"docs/about.{language}.md"].replace("(case:counter)", "(page:cases)") for language in ("en", "fr")}})
    made = everything(site)

    assert json.loads(made["api/v1/cases.json"])["cases"] == []
    assert "modified" not in json.loads(made[open_data.INDEX]) and "updated" not in json.loads(made[open_data.PACKAGE])
    assert table(site, "cases") == [] and len(json.loads(made["api/v1/vocabularies.json"])["vocabularies"]) == len(FACETS)
