"""What several processes take, each of them another one: processors that are free, and numbers of things to be done.

It lies in pipes, from which a system lets one process read at a time. So nothing has to be locked, and a process that ends
before its time keeps nobody waiting.
"""

from __future__ import annotations

import os
import weakref
from collections.abc import Iterator

# Of so many turns, each with four bytes, all lie in a pipe at once, however small a system makes it.
MOST = 1000


class Tokens:
    """Tokens of one size, in bytes."""

    def __init__(self, size: int, tokens: bytes = b"") -> None:
        self.size, (self._out, self._in) = size, os.pipe()
        weakref.finalize(self, _close, self._out, self._in)
        os.set_blocking(self._out, False)
        self.put(tokens)

    def put(self, tokens: bytes) -> None:
        if tokens:
            os.write(self._in, tokens)

    def take(self) -> bytes:
        """One token; none (b"") where all are taken."""
        try:
            return os.read(self._out, self.size)
        except BlockingIOError:
            return b""


def _close(*pipes: int) -> None:
    for pipe in pipes:
        os.close(pipe)


class Processors:
    """The processors that no task of a build uses. Whoever begins one that cannot wait owes its processor."""

    def __init__(self, count: int) -> None:
        self._free, self._owed = Tokens(1, bytes(count)), Tokens(1)

    def take(self) -> bool:
        """Take a free one, if there is one."""
        return bool(self._free.take())

    def use(self) -> None:
        """Use one, whether one is free or not."""
        if not self.take():
            self._owed.put(b"\0")

    def give_back(self) -> None:
        if not self._owed.take():
            self._free.put(b"\0")


class Turns:
    """The numbers from 0 up to a count (at most MOST): the process whose work it is takes them from the first on, those who help it from the last.

    >>> turns = Turns(4)
    >>> first, last = turns.from_the_first(), turns.from_the_last()
    >>> next(first), next(last), list(first), list(last)
    (0, 3, [1, 2], [])
    """

    def __init__(self, count: int) -> None:
        self._left = Tokens(1, bytes(count))
        self._last = Tokens(4, b"".join(number.to_bytes(4) for number in reversed(range(count))))

    def from_the_first(self) -> Iterator[int]:
        """For one process alone."""
        number = 0
        while self._left.take():
            yield number
            number += 1

    def from_the_last(self) -> Iterator[int]:
        while self._left.take():
            yield int.from_bytes(self._last.take())
