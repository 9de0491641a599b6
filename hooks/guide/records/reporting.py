"""What reports count in: months, and whole numbers of people. Pure functions beside those of values.py."""

from __future__ import annotations

import re

from .values import PartialDate, Refused, existing


def month(text: str) -> PartialDate:
    """A month, ISO 8601: 2026-11."""
    match = re.fullmatch(r"((?:1[89]|20)\d\d)-(\d\d)", text, re.ASCII)
    if not match:
        near = re.fullmatch(r"((?:1[89]|20)\d\d)[/. -](\d{1,2})(?:[/. -]\d{1,2})?", text, re.ASCII)
        is_month = near and 1 <= int(near[2]) <= 12
        raise Refused("month-form", found=text[:40], **({"suggest": f"{near[1]}-{int(near[2]):02}"} if is_month else {}))
    return existing(match[1], match[2], None)


def count(text: str) -> int:
    """A number of people or things: digits only, and nothing below zero.

    >>> count("350")
    350
    """
    if not re.fullmatch(r"\d{1,12}", text, re.ASCII):
        compact = re.sub(r"(?<=\d)[ ,\u00a0\u202f](?=\d{3}\b)", "", text)
        is_whole = re.fullmatch(r"\d{1,12}", compact, re.ASCII)
        raise Refused("count-form", found=text[:40], **({"suggest": compact} if is_whole else {}))
    return int(text)
