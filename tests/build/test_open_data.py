"""The open data of the real site, read by programs that nobody here wrote."""

from __future__ import annotations

import csv
import functools
import http.server
import io
import json
import re
import shutil
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import frictionless
import jsonschema
import openpyxl
import pytest
import rdflib
import yaml
from rdflib.namespace import DCAT, DCTERMS, RDF

from guide import open_data
from guide.strings import strings
from tests.project import ROOT

from .parsed import SITE_URL, Parsed, internal, text_of, told

# rdflib warns of its own way to read JSON-LD (7.6, plugins/parsers/jsonld.py).
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

DATA_PAGES = {"en": "en/data/", "fr": "fr/donnees/"}
FOLDERS = {"en": "case-studies", "fr": "etudes-de-cas"}
WORKBOOKS = {"en": "en/data/service-delivery-partnerships.xlsx", "fr": "fr/donnees/partenariats-prestation-de-services.xlsx"}
LANGUAGES = pytest.mark.parametrize("language", DATA_PAGES)


def strict(text: str) -> Any:
    """JSON without NaN, infinity or a name that stands twice in an object."""
    def refuse(word: str) -> None:
        raise ValueError(f"{word} is not JSON")

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(dict(pairs)) == len(pairs), f"a name stands twice: {[name for name, _ in pairs]}"
        return dict(pairs)

    return json.loads(text, parse_constant=refuse, object_pairs_hook=unique)


@functools.cache
def loaded(path: Path) -> Any:
    return strict(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def cases(site) -> dict[str, dict]:
    """All cases by their ids."""
    return {case["id"]: case for case in loaded(site / "api/v1/cases.json")["cases"]}


def documents(site: Path) -> list[Path]:
    """Every JSON document that names a schema of this site, but only one of each pair of pages."""
    found = [path for folder in ("api", "en") for path in sorted((site / folder).rglob("*.json"))]
    return [path for path in found if not path.name.endswith(".schema.json") and '"$schema":' in path.read_text("utf-8")[:40]]


def has_calc() -> bool:
    """Whether LibreOffice is here with its program for spreadsheets, which is a package of its own."""
    program = shutil.which("soffice")
    return program is not None and any(Path(program).resolve().parent.glob("libsclo*"))


# --- documents -----------------------------------------------------------------------------------------------

def test_every_document_is_good_by_the_schema_that_it_names(site):
    """The schema is good itself, and every document of its kind fits it."""
    wrong, validators = [], {}
    found = documents(site)
    for path in found:
        document = loaded(path)
        address = urljoin(SITE_URL + path.relative_to(site).as_posix(), document["$schema"])
        schema = site / address.removeprefix(SITE_URL)
        if schema not in validators:
            content = loaded(schema)
            jsonschema.Draft202012Validator.check_schema(content)
            assert content.get("$id", address) == address
            validators[schema] = jsonschema.Draft202012Validator(content)
        wrong += [f"{path.relative_to(site)}: {error.json_path}: {error.message[:200]}" for error in validators[schema].iter_errors(document)]

    assert not wrong, told(wrong)
    assert len(found) > 200 and len(validators) >= 8


def same(typed: Any, published: Any) -> bool:
    """Whether a value says what a file says, read by another YAML reader that takes every scalar for a text."""
    if isinstance(typed, str) and isinstance(published, dict):
        return set(published) == {"en", "fr"} and all(same(typed, text) for text in published.values())
    if isinstance(typed, dict):
        return isinstance(published, dict) and all(name in published and same(value, published[name]) for name, value in typed.items())
    if isinstance(typed, list):
        return isinstance(published, list) and len(typed) == len(published) and all(map(same, typed, published))
    if isinstance(published, bool):
        return published is (typed == "true")
    if isinstance(published, (int, float)):
        return Decimal(str(published)) == Decimal(typed)
    return isinstance(published, str) and bare(typed) == bare(published)


def bare(text: str) -> str:
    """A text with the line ends of its file as single spaces; nonbreaking spaces are kept."""
    return re.sub(r"[ \t\n]+", " ", unicodedata.normalize("NFC", text)).strip(" ")


def test_every_document_says_what_the_file_of_its_record_says(site, cases):
    """Field by field: every field of the file is there, and none that the file and the site do not have."""
    organizations = {record["id"]: record for record in loaded(site / "api/v1/organizations.json")["organizations"]}
    vocabularies = {record["id"]: record for record in loaded(site / "api/v1/vocabularies.json")["vocabularies"]}
    added = {"id", "url", "permanent_url", "jurisdictions", "orders_of_government", "cases", "related", "credit"}
    wrong = []
    for folder, records in (("case_studies", cases), ("organizations", organizations), ("vocabulary", vocabularies)):
        for path in sorted((ROOT / "guide_data" / folder).glob("*.yml")):
            typed, record = yaml.load(path.read_text("utf-8"), yaml.BaseLoader), records[path.stem]
            wrong += [f"{path.name}: {name}" for name in typed if not same(typed[name], record.get(name))]
            wrong += [f"{path.name}: {name} is not in the file" for name in set(record) - set(typed) - added - ({"sources"} if folder == "organizations" else set())]

    assert not wrong, told(wrong)
    assert len(cases) == len(list((ROOT / "guide_data/case_studies").glob("*.yml")))


def test_the_documents_of_pages_and_of_cases_are_those_of_the_list(site, cases):
    """One record, wherever it is read; both languages have the same file."""
    for name, case in cases.items():
        paths = [site / f"{case['url'][language].removeprefix(SITE_URL).rstrip('/')}.json" for language in FOLDERS]
        texts = {path.read_bytes() for path in (*paths, site / f"api/v1/cases/{name}.json")}
        assert len(texts) == 1, name
        assert loaded(paths[0])["case"] == case, name


def test_every_address_in_the_documents_leads_to_a_page(site, cases):
    """In both languages; the permanent address has the form that all of them have."""
    for kind, name in (("c", "cases"), ("o", "organizations")):
        for record in loaded(site / f"api/v1/{name}.json")[name]:
            assert all((site / address.removeprefix(SITE_URL) / "index.html").is_file() for address in record["url"].values())
            assert record["permanent_url"] == f"{SITE_URL}{kind}/{record['id']}/"


def test_the_index_lists_files_that_are_there(site):
    """Each with the right number of records and the right kind."""
    index = loaded(site / "api/v1/index.json")
    listed = {file["url"].removeprefix(SITE_URL): file for file in index["files"]}

    assert all((site / path).is_file() for path in listed)
    assert {path.name for path in (site / "api/v1").glob("*.json") if not path.name.endswith(".schema.json")} <= {path.rpartition("/")[2] for path in listed}
    assert listed["api/v1/cases.json"]["records"] == len(loaded(site / "api/v1/cases.json")["cases"])
    assert (site / index["case_url"].removeprefix(SITE_URL).format(id="bizpal")).is_file()
    assert all((site / address.removeprefix(SITE_URL)).is_file() for address in (index["catalogue"], index["datapackage"], index["case_schema"]))


def test_pages_name_their_data_in_the_head(site, pages):
    """A page that shows a record names the record's document; the link leads to a file."""
    wrong = []
    for path, page in pages.items():
        for link in page.all("link", rel="alternate", type="application/json"):
            if not (site / internal(page, link.get("href"))[0]).is_file():
                wrong.append(f"{path}: {link.get('href')}")
    assert not wrong, told(wrong)
    assert pages["en/case-studies/bizpal/"].all("link", rel="alternate", type="application/json")[0].get("href") == "../bizpal.json"


# --- tables --------------------------------------------------------------------------------------------------

def csv_files(site: Path) -> list[Path]:
    return [path for folder in DATA_PAGES.values() for path in sorted((site / folder).glob("*.csv"))]


def test_every_table_is_good_by_its_data_package(site):
    """Widths, types, ids, keys and sums, by Frictionless."""
    report = frictionless.validate(str(site / "datapackage.json"))

    assert [f"{task.name}: {error.message}" for task in report.tasks for error in task.errors] + [str(error) for error in report.errors] == []
    assert len(report.tasks) == len(csv_files(site)) == 2 * len(open_data.TABLES)


def test_every_table_is_csv_that_a_spreadsheet_reads_rightly(site):
    """RFC 4180, one width, UTF-8 with its mark, and no cell that starts a formula."""
    for path in csv_files(site):
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert content.startswith(b"\xef\xbb\xbf") and text.endswith("\r\n"), path
        assert len({len(row) for row in rows}) == 1 and len(rows) > 50, path
        assert not [cell for row in rows for cell in row if cell.lstrip(" \u00a0\u202f")[:1] in tuple("=+-@\t\r")], path


def test_the_tables_say_what_the_documents_say(site, cases):
    """Titles, figures, years and partners, in both languages."""
    for language in DATA_PAGES:
        t = strings(language)
        folder, file = site / DATA_PAGES[language], lambda table: f"{strings(language)(f'route.file.{table}')}.csv"
        rows = {table: list(csv.DictReader(io.StringIO((folder / file(table)).read_text("utf-8-sig"), newline=""))) for table in open_data.TABLES}
        assert {row[t("column.case-id")]: row[t("column.title")] for row in rows["cases"]} == {name: case["title"].get(language) for name, case in cases.items()}
        assert [(row[t("column.case-id")], row[t("column.figure")]) for row in rows["results"]] == [
            (name, str(result.get("figure", ""))) for name, case in sorted(cases.items()) for result in (case["results"] if case["results"] != "unknown" else [])]
        assert len(rows["partners"]) == sum(len(case["partners"]) for case in cases.values())
        assert [row[t("column.status-as-of")] for row in rows["cases"]] == [
            case["status"]["as_of"].replace("unknown", t("csv.unknown")) for _, case in sorted(cases.items())]


@LANGUAGES
def test_the_spreadsheet_holds_the_tables(site, language):
    """A sheet for each table with the cells of its CSV file, headers in sight, no formula."""
    book = openpyxl.load_workbook(site / WORKBOOKS[language])
    t = strings(language)

    assert book.sheetnames == [t(f"data.sheet.{table}") for table in open_data.TABLES]
    for table in open_data.TABLES:
        sheet = book[t(f"data.sheet.{table}")]
        rows = list(csv.reader(io.StringIO((site / DATA_PAGES[language] / f"{t(f'route.file.{table}')}.csv").read_text("utf-8-sig"), newline="")))
        found = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        assert [[cell.removeprefix("'") for cell in row] for row in rows] == [[cell.removeprefix("'") for cell in row] for row in found], table
        assert sheet.freeze_panes == "B2" and not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


@pytest.mark.skipif(not has_calc(), reason="needs LibreOffice Calc")
def test_libreoffice_opens_the_spreadsheet(site, tmp_path):
    """Every sheet, with accents, as a table of its own."""
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to",
               "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", str(tmp_path), str(site / WORKBOOKS["fr"])]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180)
    found = {path.stem.rpartition("-")[2]: path.read_text("utf-8") for path in tmp_path.glob("*.csv")}

    assert set(found) == {strings("fr")(f"data.sheet.{table}") for table in open_data.TABLES}, done.stdout + done.stderr
    assert "Élargissement du service 211 à toutes les provinces" in found["Résultats"] and "#NAME?" not in "".join(found.values())


# --- catalogue and JSON-LD -----------------------------------------------------------------------------------

def test_the_catalogue_record_is_dcat_in_both_languages(site):
    """An RDF library reads titles, keywords, dates and a distribution for each file that is there."""
    graph = rdflib.Graph().parse(site / "api/v1/dcat.jsonld", format="json-ld")
    dataset = graph.value(predicate=RDF.type, object=DCAT.Dataset)

    for predicate in (DCTERMS.title, DCTERMS.description, DCAT.keyword):
        assert {text.language for text in graph.objects(dataset, predicate)} == {"en", "fr"}
    files = {str(address).removeprefix(SITE_URL) for thing in graph.objects(dataset, DCAT.distribution) for address in graph.objects(thing, DCAT.downloadURL)}
    assert {*WORKBOOKS.values(), "api/v1/cases.json", "api/v1/matrix.json"} <= files and all((site / path).is_file() for path in files)
    assert graph.value(dataset, DCTERMS.modified).datatype == rdflib.XSD.date
    assert not list(graph.objects(dataset, DCTERMS.publisher)) and not list(graph.objects(None, DCTERMS.license))


SCHEMA = rdflib.Namespace("https://schema.org/")


def graph_of(pages: list[Parsed]) -> rdflib.Graph:
    """What some pages say about themselves. schema.org's context is not fetched: every name is one of its terms."""
    graph = rdflib.Graph()
    for page in pages:
        for block in page.all("script", type="application/ld+json"):
            said = strict("".join(block.itertext()))
            assert said["@context"] == "https://schema.org"
            graph.parse(data=json.dumps({**said, "@context": {"@vocab": str(SCHEMA)}}), format="json-ld")
    return graph


def test_a_case_is_an_article_about_a_government_service(pages, cases):
    """In both languages, each the translation of the other, about the same service with its partners as providers."""
    graph = graph_of([pages[f"en/case-studies/{cases['bizpal']['slug']['en']}/"], pages[f"fr/etudes-de-cas/{cases['bizpal']['slug']['fr']}/"]])
    english, french = (rdflib.URIRef(cases["bizpal"]["url"][language]) for language in ("en", "fr"))
    service = rdflib.URIRef(f"{SITE_URL}c/bizpal/#service")

    for article, language, other in ((english, "en", french), (french, "fr", english)):
        assert (article, RDF.type, SCHEMA.Article) in graph and (article, SCHEMA.workTranslation, other) in graph
        assert str(graph.value(article, SCHEMA.inLanguage)) == language and graph.value(article, SCHEMA.about) == service
        assert str(graph.value(article, SCHEMA.headline)) == cases["bizpal"]["title"][language]
    assert (service, RDF.type, SCHEMA.GovernmentService) in graph
    assert len(set(graph.objects(service, SCHEMA.provider))) == 2 * len(cases["bizpal"]["partners"])
    assert {str(leads).startswith(SITE_URL) for leads in graph.objects(service, SCHEMA.serviceOperator)} == {True}


def test_vocabularies_terms_organizations_and_the_data_say_what_they_are(pages):
    """DefinedTermSet with its terms, GovernmentOrganization, Dataset with its files in the reader's language."""
    graph = graph_of([pages[path] for path in ("en/service-channels/", "en/service-channels/in-person/", "en/organizations/service-canada/", "fr/donnees/")])
    channels, term, data = (rdflib.URIRef(SITE_URL + path) for path in ("en/service-channels/", "en/service-channels/in-person/", "fr/donnees/"))

    assert (channels, RDF.type, SCHEMA.DefinedTermSet) in graph and (channels, SCHEMA.hasDefinedTerm, term) in graph
    assert (term, RDF.type, SCHEMA.DefinedTerm) in graph and (term, SCHEMA.inDefinedTermSet, channels) in graph
    assert (rdflib.URIRef(f"{SITE_URL}en/organizations/service-canada/"), RDF.type, SCHEMA.GovernmentOrganization) in graph
    assert (data, RDF.type, SCHEMA.Dataset) in graph and (data, SCHEMA.workTranslation, rdflib.URIRef(f"{SITE_URL}en/data/")) in graph
    downloads = {str(graph.value(file, SCHEMA.contentUrl)) for file in graph.objects(data, SCHEMA.distribution)}
    assert SITE_URL + WORKBOOKS["fr"] in downloads and SITE_URL + WORKBOOKS["en"] not in downloads
    assert not list(graph.objects(data, SCHEMA.license)) and not list(graph.objects(data, SCHEMA.publisher))


def test_every_case_term_and_organization_has_a_data_block_and_none_is_large(pages):
    """Strict JSON, in one block, of a few kilobytes."""
    sizes = {path: ["".join(block.itertext()) for block in page.all("script", type="application/ld+json")] for path, page in pages.items()}
    blocks = {path: texts[0] for path, texts in sizes.items() if texts}

    assert {len(texts) for texts in sizes.values()} == {0, 1}
    assert all(strict(text)["@id"] == SITE_URL + path for path, text in blocks.items())
    assert max(map(len, blocks.values())) < 16_000 and len(blocks) > 400


# --- citations -----------------------------------------------------------------------------------------------

@LANGUAGES
def test_reference_managers_read_the_citation_of_every_case(site, cases, language):
    """BibTeX by bibtexparser, RIS by rispy, CSL JSON: the Guide as author, the title, the date, the permanent address."""
    import bibtexparser
    import rispy

    guide = strings(language)("site.name")
    for name, case in cases.items():
        folder = site / case["url"][language].removeprefix(SITE_URL)
        library = bibtexparser.parse_string((folder / "citation.bib").read_text("utf-8"))
        fields = library.entries[0].fields_dict
        reference, = rispy.loads((folder / "citation.ris").read_text("utf-8"))
        item, = loaded(folder / "citation.csl.json")
        assert not library.failed_blocks and fields["author"].value == f"{{{guide}}}" and fields["date"].value == case["changes"][0]["on"], name
        assert fields["url"].value == reference["urls"][0] == item["URL"] == f"{SITE_URL}c/{name}/", name
        assert reference["authors"] == [guide] and item["author"] == [{"literal": guide}], name
        assert reference["title"] == item["title"] and re.sub(r"\\(.)", r"\1", fields["title"].value).strip("{}") == item["title"], name
        assert "-".join(f"{part:02}" for part in item["issued"]["date-parts"][0]) == case["changes"][0]["on"], name


@LANGUAGES
def test_the_page_of_a_case_offers_its_citation(site, pages, cases, language):
    """Folded; the sentence has the permanent address, and the links lead to files."""
    page = pages[cases["bizpal"]["url"][language].removeprefix(SITE_URL)]
    block, = page.all("details", _class="guide-cite")
    files = [internal(page, link.get("href"))[0] for link in block.iter("a")]

    assert not block.get("open") and f"{SITE_URL}c/bizpal/" in text_of(page.by_id("cite-text"))
    assert [path.partition(".")[2] for path in files] == [*open_data.CITATIONS, "json"] and all((site / path).is_file() for path in files)


def test_the_project_says_how_to_cite_it():
    """CITATION.cff 1.2.0: the fields that it must have, only fields that there are, an entity and no person, no licence."""
    cff = yaml.load((ROOT / "CITATION.cff").read_text("utf-8"), yaml.BaseLoader)

    assert cff["cff-version"] == "1.2.0" and {"message", "title", "authors"} <= set(cff)
    assert set(cff) <= {"cff-version", "message", "type", "title", "abstract", "authors", "keywords"} and cff["type"] in ("dataset", "software")
    assert [set(author) for author in cff["authors"]] == [{"name"}]
    assert all(strings(language)("site.name") in cff["title"] for language in DATA_PAGES)


# --- the page that explains it ---------------------------------------------------------------------------------

@pytest.fixture(scope="module")
def served(site) -> Iterator[str]:
    """The site on this machine."""
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *arguments: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def example(pages: dict[str, Parsed], language: str, name: str, address: str) -> str:
    """A piece of code of the page, with the site where it is served."""
    code = "".join(pages[DATA_PAGES[language]].by_id(f"example-{name}").itertext())
    assert SITE_URL in code
    return code.replace(SITE_URL, address)


@LANGUAGES
def test_the_example_in_python_runs_as_it_stands(pages, cases, served, language):
    """It prints the cases of Nova Scotia with their addresses."""
    done = subprocess.run([sys.executable, "-c", example(pages, language, "python", served)], capture_output=True, text=True, timeout=60,
                          env={"PYTHONIOENCODING": "utf-8"})

    lines = [f"{case['title'][language]} {case['permanent_url']}" for case in cases.values() if "CA-NS" in case["jurisdictions"]]
    assert done.stdout.splitlines() == lines and lines, done.stderr


@pytest.mark.skipif(shutil.which("curl") is None, reason="needs curl")
@LANGUAGES
def test_the_example_with_curl_brings_the_files(pages, site, served, language, tmp_path):
    """The table in the reader's language, and the JSON."""
    subprocess.run(["sh", "-ec", example(pages, language, "curl", served)], cwd=tmp_path, check=True, capture_output=True, timeout=60)

    brought = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    table = f"{strings(language)('route.file.cases')}.csv"
    assert brought == {table: (site / DATA_PAGES[language] / table).read_bytes(), "cases.json": (site / "api/v1/cases.json").read_bytes()}


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="needs R")
@LANGUAGES
def test_the_example_in_r_runs_as_it_stands(pages, served, language):
    """It counts the cases by their status."""
    done = subprocess.run(["Rscript", "-e", example(pages, language, "r", served)], capture_output=True, text=True, timeout=120)

    assert done.returncode == 0 and len(done.stdout.split()) > 2, done.stderr


@LANGUAGES
def test_the_page_lists_every_file_and_says_that_no_licence_is_decided(pages, site, language):
    """Links that lead to files, for both languages; the hub and the footer lead to the page."""
    page = pages[DATA_PAGES[language]]
    files = {internal(page, link)[0] for link in page.links if internal(page, link)}
    index = loaded(site / "api/v1/index.json")

    assert {file["url"].removeprefix(SITE_URL) for file in index["files"]} <= files
    assert {"en": "The licence is not decided yet.", "fr": "La licence n’est pas encore décidée"}[language] in page.text
    hub = {"en": "en/learn/", "fr": f"fr/{strings('fr')('route.learn')}/"}[language]
    assert all(DATA_PAGES[language] in {internal(other, link)[0] for link in other.links if internal(other, link)} for other in (pages[f"{language}/"], pages[hub]))
