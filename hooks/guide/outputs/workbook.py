"""The open data as one spreadsheet for each language: a sheet for each table, headers that stay in sight, no active part.

Every cell is a text or a number. A text that would be a formula if somebody edited its cell carries Excel's own mark
for a text (quotePrefix). The same tables give the same bytes: the file's dates come from the data.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime, timezone
from decimal import Decimal

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from ..records.plain import figure
from .spreadsheet import is_formula

Cell = str | int | Decimal
# What Excel takes: https://support.microsoft.com/office/excel-specifications-and-limits
LONGEST_CELL, LONGEST_NAME = 32_767, 31
_WIDTHS = ((12, 14), (40, 28), (100_000, 60))


def workbook(title: str, sheets: dict[str, tuple[list[str], Sequence[list[Cell]]]], modified: datetime) -> bytes:
    """A file for spreadsheets from sheets by their names, each a header and rows."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"title": title, "created": modified.replace(tzinfo=timezone.utc)})
        header_format = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        text_format = book.add_format({"quote_prefix": True})
        for name, (header, rows) in sheets.items():
            sheet = book.add_worksheet(name[:LONGEST_NAME])
            sheet.freeze_panes(1, 1)
            sheet.write_row(0, 0, header, header_format)
            for number, row in enumerate(rows, 1):
                for column, cell in enumerate(row):
                    if cell != "":
                        _write(sheet, number, column, cell, text_format)
            for column, cells in enumerate(zip(header, *rows, strict=True)):
                width = max(map(len, map(str, cells)))
                sheet.set_column(column, column, next(shown for most, shown in _WIDTHS if width <= most))
    return file.getvalue()


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, text_format: object) -> None:
    value = figure(cell) if isinstance(cell, Decimal) else cell
    if isinstance(value, str):
        sheet.write_string(row, column, value[:LONGEST_CELL], text_format if is_formula(value) else None)
    else:
        sheet.write_number(row, column, value)
