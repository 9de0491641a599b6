"""What day it is: the only clock that decides anything here, and all it decides is that nobody approved in the future.

It is read when a record is checked and is in no output: a record is refused on one day, or the same bytes on any other.
"""

from __future__ import annotations

from datetime import datetime, timezone

from .values import PartialDate


def today() -> PartialDate:
    """The date in universal time, the same on every machine. In Canada it begins some hours before the day does."""
    now = datetime.now(timezone.utc)
    return PartialDate(now.year, now.month, now.day)
