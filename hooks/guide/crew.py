"""Several processors for one build: tasks that write files of their own run beside each other, each in a forked process.

A forked process knows all that was read and needs nothing handed over; it gives back what its task gives. Where a system
cannot fork safely, or has one processor, the same tasks run one after another.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any


class TaskFailed(RuntimeError):
    """A task raised: this is its report."""


class Crew:
    """The tasks of one build."""

    def __init__(self) -> None:
        self.context = multiprocessing.get_context("fork") if _forks() else None
        self.working: list[tuple[BaseProcess, Connection]] = []
        self.results: dict[int, Any] = {}
        self.begun = 0

    def begin(self, task: Callable[..., Any], *arguments: Any) -> None:
        """Begin a task."""
        self.begun += 1
        if self.context is None:
            self.results[self.begun] = task(*arguments)
            return
        ours, theirs = self.context.Pipe(duplex=False)
        gc.freeze()  # what is there already is nobody's garbage: looking at it would copy its memory
        process = self.context.Process(target=_work, args=(theirs, task, arguments), daemon=False)
        process.start()
        theirs.close()
        self.working.append((process, ours))

    def finish(self) -> list[Any]:
        """What the tasks gave, in the order in which they were begun. Raises TaskFailed."""
        outcomes = list(self.outcomes())
        if failed := next((report for went_well, report in outcomes if not went_well), None):
            raise TaskFailed(failed)
        return [found for _, found in outcomes]

    def outcomes(self) -> Iterator[tuple[bool, Any]]:
        """Of each task, whether it went well, and what it gave or its report. What is not forked has raised when it began."""
        yield from ((True, self.results[number]) for number in sorted(self.results))
        while self.working:
            process, ours = self.working[0]
            try:
                outcome = ours.recv()
            except EOFError:
                outcome = False, "a process of the build ended without a word"
            process.join()
            del self.working[0]
            yield outcome

    def stop(self) -> None:
        """End what is still at work: the build was given up."""
        for process, _ in self.working:
            process.terminate()
            process.join()
        self.working = []


def _forks() -> bool:
    """macOS has fork, but its libraries do not survive it (https://docs.python.org/3.11/library/multiprocessing.html)."""
    return sys.platform == "linux" and (os.cpu_count() or 1) > 1


def _work(theirs: Connection, task: Callable[..., Any], arguments: tuple) -> None:
    gc.set_threshold(5000)  # hardly anything that a task makes is garbage: looking less often takes half the time
    try:
        theirs.send((True, task(*arguments)))
    except Exception:
        theirs.send((False, traceback.format_exc()))
    except KeyboardInterrupt:  # whoever began the task was stopped too, and tells it
        pass
