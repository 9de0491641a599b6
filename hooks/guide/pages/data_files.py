"""The files of the open data with what each is called: for the data page, the index, the catalogue and JSON-LD.

Each stands here once. A file for one language has that language; the others serve both.
"""

from __future__ import annotations

from typing import NamedTuple


from .. import open_data
from ..languages import LANGUAGES
from ..site import Site

# What of the published library a file lists: the number of its records is told beside it.
_COUNTED = {"cases": "case_studies", "organizations": "organizations", "vocabularies": "vocabularies"}


class DataFile(NamedTuple):
    """A file with its name among the words (`data.file.*`), its title in each language and its JSON Schema, where it has one."""

    name: str
    path: str
    title: dict[str, str]
    language: str = ""
    schema: str = ""
    records: int | None = None

    @property
    def media_type(self) -> str:
        return open_data.media_type(self.path)


def documents(site: Site) -> list[DataFile]:
    """The JSON documents, for programs."""
    found = [_file(site, name, open_data.document(name), schema=open_data.schema(name),
                   records=len(getattr(site.library, _COUNTED[name]))) for name in open_data.DOCUMENTS]
    others = {"matrix": open_data.MATRIX, "state": open_data.STATE}
    return [*found, *(_file(site, name, path, schema=open_data.schema(name)) for name, path in others.items())]


def tables(site: Site, language: str) -> list[DataFile]:
    """The workbook and the CSV files of a language."""
    return [_file(site, name, site.routes.files[name][language], language) for name in ("workbook", *open_data.TABLES)]


def descriptions(site: Site) -> list[DataFile]:
    """The files that describe the others."""
    return [_file(site, "index", open_data.INDEX, schema=open_data.schema("index")), _file(site, "datapackage", open_data.PACKAGE),
            _file(site, "dcat", open_data.CATALOGUE)]


def distributions(site: Site) -> list[DataFile]:
    """Every file in which the records can be had."""
    return [*documents(site), *(file for language in LANGUAGES for file in tables(site, language))]


def in_each_language(site: Site, key: str, **params: object) -> dict[str, str]:
    """A text of the interface as it stands, in each language."""
    return {language: site.strings[language](key, **params) for language in LANGUAGES}


def _file(site: Site, name: str, path: str, language: str = "", schema: str = "", records: int | None = None) -> DataFile:
    return DataFile(name, path, in_each_language(site, f"data.file.{name}"), language, schema, records)
