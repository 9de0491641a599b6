"""What the page on open data shows from the Guide itself: its files, and examples with its real addresses."""

from __future__ import annotations

from typing import NamedTuple


from .. import open_data
from ..languages import other
from ..routes import relative
from .data_files import DataFile, descriptions, documents, tables
from .page import Link
from .reader import Reader

# The jurisdiction that the example looks for.
PLACE = "CA-NS"
_FORMATS = {"json": "JSON", "jsonld": "JSON-LD", "csv": "CSV", "xlsx": "Excel (XLSX)"}


class ShownFile(NamedTuple):
    link: Link
    format: str
    schema: Link | None


class Group(NamedTuple):
    """Files of one sort. `others` are the same in the other language."""

    id: str
    title: str
    files: list[ShownFile]
    others: list[Link]


class DataFiles(NamedTuple):
    groups: list[Group]
    other_language: str


class Example(NamedTuple):
    """A piece of code that runs as it stands."""

    id: str
    title: str
    code: str


def data_files(reader: Reader) -> DataFiles:
    """The files, with those of the reader's language first."""
    site, language = reader.site, other(reader.language)
    others = [Link(relative(file.path, reader.path), file.title[language]) for file in tables(site, language)]
    return DataFiles([_group(reader, "tables", tables(site, reader.language), others), _group(reader, "documents", documents(site)),
                      _group(reader, "descriptions", descriptions(site))], language)


def _group(reader: Reader, name: str, files: list[DataFile], others: list[Link] | None = None) -> Group:
    return Group(name, reader.words(f"data.group.{name}"), [_shown(reader, file) for file in files], others or [])


def _shown(reader: Reader, file: DataFile) -> ShownFile:
    title = reader.texts.typeset[reader.language][file.title[reader.language]]
    schema = Link(relative(file.schema, reader.path), reader.words("data.schema-of", file=title)) if file.schema else None
    return ShownFile(Link(relative(file.path, reader.path), title), _FORMATS[file.path.rpartition(".")[2]], schema)


def data_examples(reader: Reader) -> list[Example]:
    """Code for the tools that analysts use, with the addresses of this site."""
    address, language = reader.site.routes.absolute, reader.language
    table, cases = address(reader.site.routes.files["cases"][language]), address(open_data.document("cases"))
    status = reader.t("column.status")
    codes = {
        "curl": f"curl --fail --remote-name {table}\ncurl --fail --remote-name {cases}",
        "python": "import json\nfrom urllib.request import urlopen\n\n"
                  f'with urlopen("{cases}") as answer:\n    cases = json.load(answer)["cases"]\n\n'
                  f'for case in cases:\n    if "{PLACE}" in case["jurisdictions"]:\n        print(case["title"].get("{language}"), case["permanent_url"])',
        "r": f'cases <- read.csv("{table}",\n                  fileEncoding = "UTF-8-BOM", check.names = FALSE)\ntable(cases[["{status}"]])',
        "check": f"pip install frictionless\nfrictionless validate {address(open_data.PACKAGE)}",
    }
    return [Example(f"example-{name}", reader.words(f"data.example.{name}"), code) for name, code in codes.items()]
