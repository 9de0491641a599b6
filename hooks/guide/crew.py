"""Several processors for one build: tasks that write files of their own run beside each other, each in a forked process.

A forked process knows all that was read and needs nothing handed over; it gives back what its task gives. Where a system
cannot fork safely, or has one processor, the same tasks run one after another. A task that is long lets others help it as
soon as a processor is free (shares.py).
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from .turns import Processors

# No more are asked: what one process does alone then takes most of the time, and each takes memory.
MOST_PROCESSORS = 8


class TaskFailed(RuntimeError):
    """A task raised: this is its report."""


class Crew:
    """The tasks of one build, or the helpers of one of them, which share its `processors`."""

    def __init__(self, processors: Processors | None = None) -> None:
        self.context = multiprocessing.get_context("fork") if _forks() else None
        self.processors = processors or (Processors(_processors() - 1) if self.context else None)  # one is at work already: who begins tasks
        self.working: list[tuple[BaseProcess, Connection]] = []
        self.results: dict[int, Any] = {}
        self.begun = 0

    def begin(self, task: Callable[..., Any], *arguments: Any) -> None:
        """Begin a task."""
        self.begun += 1
        if self.context is None:
            self.results[self.begun] = task(*arguments)
            return
        self.processors.use()
        self._fork(task, arguments)

    def begin_if_free(self, task: Callable[..., Any], *arguments: Any) -> bool:
        """Begin a task if a processor is free for it. Gives whether one was."""
        if self.context is None or not self.processors.take():
            return False
        self.begun += 1
        self._fork(task, arguments)
        return True

    def _fork(self, task: Callable[..., Any], arguments: tuple) -> None:
        ours, theirs = self.context.Pipe(duplex=False)
        gc.freeze()  # what is there already is nobody's garbage: looking at it would copy its memory
        process = self.context.Process(target=_work, args=(theirs, self.processors, task, arguments), daemon=False)
        process.start()
        theirs.close()
        self.working.append((process, ours))

    def finish(self) -> list[Any]:
        """What the tasks gave, in the order in which they were begun. Raises TaskFailed."""
        if self.processors:
            self.processors.give_back()  # who waits needs none
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
    return sys.platform == "linux" and _processors() > 1


def _processors() -> int:
    """How many processors a build uses: those on which it may run, up to MOST_PROCESSORS."""
    return min(len(os.sched_getaffinity(0)), MOST_PROCESSORS)


def _work(theirs: Connection, processors: Processors, task: Callable[..., Any], arguments: tuple) -> None:
    gc.set_threshold(5000)  # hardly anything that a task makes is garbage: looking less often takes half the time
    signal.signal(signal.SIGTERM, _ended)
    try:
        theirs.send((True, task(*arguments)))
    except Exception:
        theirs.send((False, traceback.format_exc()))
    except KeyboardInterrupt:  # whoever began the task was stopped too, and tells it
        pass
    finally:
        processors.give_back()


def _ended(*_: object) -> None:
    raise SystemExit  # so that a task ends its helpers before it ends
