"""Tables for spreadsheets: CSV by RFC 4180 in UTF-8 with a byte order mark, in which no cell can be taken for a formula.

The mark is what makes spreadsheets read accents rightly: without it they guess another encoding.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

# A cell that starts with one of these runs as a formula in some spreadsheet, after blanks too
# (https://owasp.org/www-community/attacks/CSV_Injection); the wide forms do in East Asian editions.
_FORMULA_STARTS = frozenset("=+-@|%\t\r\n＝＋－＠")
_BLANKS = " \u00a0\u202f\u3000\ufeff"


def table(header: list[str], rows: Iterable[list[str]]) -> str:
    """A table with its header row, also where it has no other."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in (header, *rows):
        if len(row) != len(header):
            raise ValueError(f"a row of {len(row)} cells below a header of {len(header)}")
        writer.writerow([safe(cell) for cell in row])
    return "\ufeff" + text.getvalue()


def safe(cell: str) -> str:
    """A cell that is a text to every spreadsheet: an apostrophe before what would start a formula.

    >>> safe("=1+1"), safe("2026-11")
    ("'=1+1", '2026-11')
    """
    return f"'{cell}" if is_formula(cell) else cell


def is_formula(cell: str) -> bool:
    """Whether some spreadsheet would take a text for a formula."""
    return cell.lstrip(_BLANKS)[:1] in _FORMULA_STARTS
