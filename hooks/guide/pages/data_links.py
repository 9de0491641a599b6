"""Which file holds the data of a page."""

from __future__ import annotations

from .. import machine_paths, open_data
from ..routes import relative
from .page import Page

# Kinds of page that show one record, which stands at the page's address with `.json`.
OF_A_RECORD = ("case_study", "organization", "facet", "term")
# Pages that show all of something.
OF_ALL = {"cases": open_data.document("cases"), "organizations": open_data.document("organizations"), "facets": open_data.document("vocabularies"),
          "glossary": open_data.document("vocabularies"), "partners": open_data.MATRIX, "state": open_data.STATE, "data": open_data.INDEX}


def data_link(page: Page) -> str:
    """The address of the page's data, from the page; "" where there is none."""
    if page.kind in OF_A_RECORD:
        return relative(machine_paths.data(page.path), page.path)
    return relative(OF_ALL[page.key], page.path) if page.kind == "page" and page.key in OF_ALL else ""
