"""A record as plain values for JSON: the fields and their names as in its file, nothing rounded, nothing made up.

A field that the record leaves out stays out; `unknown` stays the word; a text is an object of its languages. A list
that may be left out is there, and empty.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from .fields import Record
from .values import PartialDate, Unknown

# Digits that every program reads back as they were written: https://www.rfc-editor.org/rfc/rfc8259#section-6
EXACT_DIGITS = 15


def plain(value: Any) -> Any:
    """A value of a record.

    >>> plain(PartialDate(2005, 12)), plain(Decimal("15.50")), plain(())
    ('2005-12', 15.5, [])
    """
    if isinstance(value, Record):
        return {name: plain(part) for name in type(value).model_fields if (part := getattr(value, name)) is not None}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, Decimal):
        return figure(value)
    if isinstance(value, (PartialDate, Unknown)):
        return str(value)
    return value if isinstance(value, (bool, int)) else str(value)


def figure(number: Decimal) -> int | float | str:
    """A number; one with more digits than programs keep is given as a text of digits.

    >>> figure(Decimal("1200")), figure(Decimal("123456789012345.123456"))
    (1200, '123456789012345.123456')
    """
    if len(number.as_tuple().digits) > EXACT_DIGITS:
        return str(number)
    return int(number) if number == number.to_integral_value() else float(number)
