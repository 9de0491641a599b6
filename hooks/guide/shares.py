"""Work on many things, shared out to all processors: forked processes make shares of it and hand them over.

What is made of a thing depends on nothing but that thing and what was known before, so that the result is the same with one
processor, or where a system cannot fork safely (crew.py). Shares are small and taken one by one: no processor waits for a slower one.
"""

from __future__ import annotations

import logging
import pickle
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from .turns import Processors, Turns

# Of fewer things, beginning a share takes longer than it saves.
MANY = 150
# So many shares are to be left for each helper that is begun.
LEFT = 4
T, R = TypeVar("T"), TypeVar("R")

log = logging.getLogger("guide")


class Extended(Protocol):
    """What is made of things, share by share: a list, or anything else that takes in what was made of the things after its own."""

    def extend(self, later: Any, /) -> None: ...


E = TypeVar("E", bound=Extended)


def shared(make: Callable[[T], R], things: Sequence[T], many: int | None = None) -> list[R]:
    """make(thing) for each thing, in shares if there are `many` (default: MANY)."""
    many = many or MANY
    if len(things) < many:
        return [make(thing) for thing in things]
    from .crew import Crew  # what takes few things, as a command on one file, need not wait for it

    return helped(lambda thing, made: made.append(make(thing)), things, list, max(1, many // 16), Crew().processors)


def helped(work: Callable[[T, E], object], things: Sequence[T], nothing: Callable[[], E], size: int, processors: Processors | None) -> E:
    """What work(thing, into) puts into what starts as `nothing()`, for each thing in their order. Those of the processors that are free
    help with shares of a size; without processors (None), nobody does.

    A share that a process did not hand over is made here: nothing is lost, and what is wrong with a thing is told as it would
    be without sharing.
    """
    if processors is None or not _is_alone():
        return _done(work, things, nothing())
    from .crew import Crew
    from .turns import MOST, Turns

    made, size = nothing(), max(size, -(-len(things) // MOST))
    shares = [things[first:first + size] for first in range(0, len(things), size)]
    crew, turns, number = Crew(processors), Turns(len(shares)), -1
    try:
        for number in turns.from_the_first():
            while len(shares) - number > LEFT * (crew.begun + 1) and crew.begin_if_free(_help, work, shares, nothing, turns):
                pass
            _done(work, shares[number], made)
        handed = {}
        for went_well, found in crew.outcomes():
            if went_well:
                handed.update(found)
            else:
                log.warning("Some of the work is done once more. %s", found)
        for late in range(number + 1, len(shares)):
            made.extend(pickle.loads(handed[late]) if late in handed else _done(work, shares[late], nothing()))
    finally:
        crew.stop()
    return made


def _is_alone() -> bool:
    """Whether no other thread runs, whose locks a fork could find taken for ever."""
    return threading.active_count() == 1


def _help(work: Callable[[T, E], object], shares: list[Sequence[T]], nothing: Callable[[], E], turns: Turns) -> dict[int, bytes]:
    # Packed one by one: while this one packs, others take the next turns.
    return {number: pickle.dumps(_done(work, shares[number], nothing()), pickle.HIGHEST_PROTOCOL) for number in turns.from_the_last()}


def _done(work: Callable[[T, E], object], things: Sequence[T], made: E) -> E:
    for thing in things:
        work(thing, made)
    return made
