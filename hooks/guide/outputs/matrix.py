"""api/v1/matrix.json: the numbers of "Find a partner" as data, with the ids of the cases, in one file for both languages.

matrix.schema.json, which lies beside this module and is published beside the data, says what each field means.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..languages import LANGUAGES
from ..pages.meetings import DATA, PLACES, TABLES, meetings, shown_rows
from ..records.fields import Bilingual
from ..site import Site

SCHEMA = Path(__file__).with_name("matrix.schema.json")


def files(site: Site) -> dict[str, str]:
    """Path and content of the data and of its schema."""
    return {DATA: json.dumps(matrix(site), ensure_ascii=False, indent=1) + "\n", DATA.replace("matrix", "matrix.schema"): SCHEMA.read_text("utf-8")}


def matrix(site: Site) -> dict[str, Any]:
    """The data. Terms stand in the order of their vocabulary."""
    return {
        "$schema": SCHEMA.name,
        "case_studies": len(site.library.case_studies),
        "jurisdictions": [{"id": term.id, "name": _both(term.label)} for term in site.library.vocabularies[PLACES].terms],
        "tables": [_table(site, table) for table in TABLES],
    }


def _table(site: Site, table: str) -> dict[str, Any]:
    down, across = TABLES[table]
    terms = site.library.terms
    rows, columns, found = shown_rows(site, table, list(terms[down])), list(terms[across]), site.once(meetings)[table]
    return {
        "id": table,
        "rows": {"facet": down, "terms": [{"id": row, "name": _both(terms[down][row].label)} for row in rows]},
        "columns": {"facet": across, "terms": [{"id": column, "name": _both(terms[across][column].label)} for column in columns]},
        "cells": [{"row": row, "column": column, "count": len(found[row, column]), "case_studies": sorted(found[row, column])}
                  for row in rows for column in columns if (row, column) in found],
    }


def _both(text: Bilingual) -> dict[str, str]:
    """A text in both languages; where one is missing, the other one as it is shown to readers."""
    return {language: str(text.within(language)[0]) for language in LANGUAGES}
