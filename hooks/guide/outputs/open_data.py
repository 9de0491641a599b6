"""All files of the open data, made together: each text once, because the description of a table needs its bytes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from .. import open_data
from ..languages import LANGUAGES
from ..pages.citation import citation
from ..pages.data_files import DataFile, descriptions, distributions, in_each_language
from ..pages.reader import Reader
from ..site import Site
from . import api, api_schema, datapackage, dcat, spreadsheet, tables
from .workbook import workbook


def files(site: Site) -> Iterator[tuple[str, str | bytes]]:
    """Path and content of each file."""
    yield from api.files(site)
    yield from api_schema.files(site)
    yield open_data.INDEX, index(site)
    csv: dict[str, str] = {}
    for language in LANGUAGES:
        reader = Reader(site, language, f"{language}/")
        sheets = {table: (tables.header(reader, table), list(tables.rows(reader, table))) for table in open_data.TABLES}
        csv |= {site.routes.files[table][language]: spreadsheet.table(header, ([str(cell) for cell in row] for row in rows))
                for table, (header, rows) in sheets.items()}
        yield site.routes.files["workbook"][language], _workbook(reader, sheets)
    yield from csv.items()
    yield open_data.PACKAGE, datapackage.package(site, csv)
    yield open_data.CATALOGUE, dcat.record(site)
    yield from citations(site)


def citations(site: Site) -> Iterator[tuple[str, str]]:
    """The citation of each case in each language, in each form that reference managers read."""
    for name in site.library.case_studies:
        for language in LANGUAGES:
            path = site.routes.path("case_study", name, language)
            found = citation(Reader(site, language, path), name)
            for form, text in zip(open_data.CITATIONS, (found.bibtex, found.ris, found.csl), strict=True):
                yield open_data.citation(path, form), text


def index(site: Site) -> str:
    """What there is, for a program that comes for the first time."""
    modified = site.modified()
    found: dict[str, Any] = {
        "title": in_each_language(site, "site.name"), "description": in_each_language(site, "data.description"),
        **({"modified": str(modified)} if modified else {}), "catalogue": site.routes.absolute(open_data.CATALOGUE), "datapackage": site.routes.absolute(open_data.PACKAGE),
        "case_url": site.routes.absolute(open_data.document("cases/{id}")), "case_schema": site.routes.absolute(open_data.schema("case")),
        "files": [_listed(site, file) for file in (*descriptions(site)[:1], *distributions(site))],
    }
    return f"{api.opening(site, 'index')},{api.text(found)[1:]}\n"


def _listed(site: Site, file: DataFile) -> dict[str, Any]:
    found: dict[str, Any] = {"name": file.name, "title": file.title, "url": site.routes.absolute(file.path), "media_type": file.media_type}
    if file.language:
        found["language"] = file.language
    if file.schema:
        found["schema"] = site.routes.absolute(file.schema)
    if file.records is not None:
        found["records"] = file.records
    return found


def _workbook(reader: Reader, sheets: dict[str, tuple]) -> bytes:
    modified = reader.site.modified()
    # Where there is no case, there is no date: 1980 is the oldest that the format knows.
    date = datetime(modified.year, modified.month, modified.day) if modified else datetime(1980, 1, 1)
    named = {reader.t(f"data.sheet.{table}"): sheet for table, sheet in sheets.items()}
    return workbook(reader.t("site.name"), named, date)
