"""Work on many things, shared out to all processors: forked processes make a share each and hand it over.

What is made of a thing depends on nothing but that thing and what was known before, so that the result is the same with one
processor, or where a system cannot fork safely (crew.py).
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

# Of fewer things, beginning a share takes longer than it saves.
MANY = 150
T, R = TypeVar("T"), TypeVar("R")

log = logging.getLogger("guide")


def shared(make: Callable[[T], R], things: Sequence[T], many: int | None = None) -> list[R]:
    """make(thing) for each thing, in shares if there are `many` (default: MANY).

    A share that a process did not hand over is made here: nothing is lost, and what is wrong with a thing is told as it would
    be without sharing.
    """
    many = many or MANY
    if len(things) < many or not _is_alone():
        return _made(make, things)
    from .crew import Crew  # what takes few things, as a command on one file, need not wait for it

    crew, count = Crew(), min(os.cpu_count() or 1, 2 * len(things) // many)
    shares = [things[first::count] for first in range(count)]  # neighbours are alike, and so are then the shares
    try:
        for share in shares[1:]:
            crew.begin(_made, make, share)
        made = [_made(make, shares[0])]
        for share, (went_well, found) in zip(shares[1:], crew.outcomes(), strict=True):
            if not went_well:
                log.warning("A share of the work is done once more. %s", found)
            made.append(found if went_well else _made(make, share))
    finally:
        crew.stop()
    return [made[place % count][place // count] for place in range(len(things))]


def _is_alone() -> bool:
    """Whether no other thread runs, whose locks a fork could find taken for ever."""
    return threading.active_count() == 1


def _made(make: Callable[[T], R], things: Sequence[T]) -> list[R]:
    return [make(thing) for thing in things]
