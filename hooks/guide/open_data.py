"""What the open data consists of: the version, the documents below api/v1/, the tables, and where each file is.

Only names and paths; what stands in the files is made in outputs/, and docs/data.<language>.md explains it to readers.
"""

from __future__ import annotations

# Raised when a field is added; api/v1 becomes api/v2 when one is renamed or taken away (docs/data.<language>.md).
VERSION = "1.1"
FOLDER = "api/v1/"

# The documents that list all records, and the name of the schema of one record.
DOCUMENTS = {"cases": "case", "organizations": "organization", "vocabularies": "vocabulary"}
# The tables, each a CSV file and a sheet of the workbook, in the order in which a reader wants them.
TABLES = ("cases", "partners", "results", "sources", "organizations", "terms")

PACKAGE, CATALOGUE, INDEX, MATRIX = "datapackage.json", f"{FOLDER}dcat.jsonld", f"{FOLDER}index.json", f"{FOLDER}matrix.json"
STATE = f"{FOLDER}state.json"
MEDIA_TYPES = {
    "json": "application/json", "jsonld": "application/ld+json", "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "bib": "application/x-bibtex", "ris": "application/x-research-info-systems", "csl.json": "application/vnd.citationstyles.csl+json",
}
# The forms of a citation, by the ending of the file.
CITATIONS = ("bib", "ris", "csl.json")


def document(name: str) -> str:
    """A document of the interface for programs.

    >>> document("cases"), document("cases/bizpal")
    ('api/v1/cases.json', 'api/v1/cases/bizpal.json')
    """
    return f"{FOLDER}{name}.json"


def schema(name: str) -> str:
    """The JSON Schema of a document, beside it.

    >>> schema("cases")
    'api/v1/cases.schema.json'
    """
    return f"{FOLDER}{name}.schema.json"


def citation(path: str, form: str) -> str:
    """The citation of a page as a file for reference managers.

    >>> citation("en/case-studies/bizpal/", "ris")
    'en/case-studies/bizpal/citation.ris'
    """
    return f"{path}citation.{form}"


def media_type(path: str) -> str:
    """The media type of a file, by its ending.

    >>> media_type("en/data/cases.csv")
    'text/csv'
    """
    return MEDIA_TYPES[path.rpartition(".")[2]]
