"""Which cases two terms have in common: the numbers of "Find a partner", for its page and for its data (outputs/matrix.py)."""

from __future__ import annotations

from ..site import Site, terms_of

PLACES = "jurisdiction"
# The tables by the id of their section, with the facet of the rows and of the columns. Services are too many for columns.
TABLES = {"with-whom": (PLACES, PLACES), "by-channel": (PLACES, "channel"), "by-arrangement": (PLACES, "arrangement"), "by-service": ("service", PLACES)}
# Where the same numbers are as data.
DATA = "api/v1/matrix.json"

Meetings = dict[tuple[str, str], list[str]]


def meetings(site: Site) -> dict[str, Meetings]:
    """For each table, the ids of the cases by (row, column); a pair without cases is not there.

    A jurisdiction meets itself in every case in which it takes part. Ask by `site.once(meetings)`.
    """
    found: dict[str, Meetings] = {table: {} for table in TABLES}
    for name, case in site.library.case_studies.items():
        for table, (down, across) in TABLES.items():
            for row in terms_of(case, down, site.library):
                for column in terms_of(case, across, site.library):
                    found[table].setdefault((row, column), []).append(name)
    return found


def shown_rows(site: Site, table: str, terms: list[str]) -> list[str]:
    """The rows that a table has of these terms, in their order. A service without a case would be an empty row."""
    with_case = {row for row, _ in site.once(meetings)[table]}
    return [term for term in terms if TABLES[table][0] == PLACES or term in with_case]
