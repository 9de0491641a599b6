"""Tasks of a build beside each other."""

from __future__ import annotations

import os
import signal
import time

import pytest

from guide import crew as module, shares
from guide.crew import Crew, TaskFailed


@pytest.fixture(params=[True, False], ids=["forked", "one after another"])
def crew(request, monkeypatch):
    """A crew on a system that can fork, and one on a system that cannot."""
    monkeypatch.setattr(module, "_forks", lambda: request.param)
    return Crew()


def test_each_task_gives_its_result_in_the_order_in_which_it_was_begun(crew, tmp_path):
    """Whichever ends first; what tasks write is there."""
    for number in range(4):
        crew.begin(lambda n: (tmp_path / str(n)).write_text(str(n)) and n * n, number)

    assert crew.finish() == [0, 1, 4, 9]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0", "1", "2", "3"]


def test_a_forked_task_leaves_what_is_in_memory_as_it_was(monkeypatch):
    """It gives back only its result."""
    monkeypatch.setattr(module, "_forks", lambda: True)
    seen, crew = [], Crew()
    crew.begin(seen.append, 1)

    assert crew.finish() == [None]
    assert seen == []


def test_a_task_that_fails_tells_why_when_all_have_ended(monkeypatch):
    """With the place where it happened, even when its process dies."""
    monkeypatch.setattr(module, "_forks", lambda: True)
    for task, said in ((lambda: 1 / 0, "ZeroDivisionError"), (lambda: os._exit(3), "without a word")):
        crew = Crew()
        crew.begin(task)
        crew.begin(lambda: 5)

        with pytest.raises(TaskFailed, match=said):
            crew.finish()
        assert crew.working == []


def test_a_build_that_is_given_up_leaves_nobody_at_work(monkeypatch):
    """Its tasks end at once."""
    monkeypatch.setattr(module, "_forks", lambda: True)
    crew = Crew()
    crew.begin(lambda: __import__("time").sleep(60))
    [(process, _)] = crew.working
    crew.stop()

    assert process.exitcode is not None
    assert crew.finish() == []


def test_helpers_of_a_task_end_with_it(monkeypatch, tmp_path):
    """Nobody goes on writing into a folder that is given up."""
    monkeypatch.setattr(module, "_forks", lambda: True)
    monkeypatch.setattr(module, "_processors", lambda: 3)
    monkeypatch.setattr(shares, "LEFT", 0)

    def work(thing: int, _: list) -> None:
        (tmp_path / f"{thing} {os.getpid()}").touch()
        time.sleep(60)

    crew = Crew()
    crew.begin(shares.helped, work, range(9), list, 1, crew.processors)
    end = time.monotonic() + 30
    while len(at_work := [int(path.name.split()[1]) for path in tmp_path.iterdir()]) < 2 and time.monotonic() < end:
        time.sleep(0.01)
    crew.stop()

    assert len(set(at_work)) == 2
    for process in at_work:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


@pytest.mark.parametrize("task", [lambda: time.sleep(0.3), lambda: time.sleep(0.3) or 1 / 0], ids=["it went well", "it failed"])
def test_a_processor_is_free_when_its_task_has_ended(monkeypatch, task):
    """Of three, one belongs to who begins tasks, until it only waits. Tasks that cannot wait are begun though none is free."""
    monkeypatch.setattr(module, "_forks", lambda: True)
    monkeypatch.setattr(module, "_processors", lambda: 3)
    crew = Crew()
    assert crew.begin_if_free(task) and crew.begin_if_free(task)
    assert not crew.begin_if_free(task)
    crew.begin(task)
    list(crew.outcomes())

    assert crew.begin_if_free(task) and crew.begin_if_free(task)
    assert not crew.begin_if_free(task)
    list(crew.outcomes())


def test_one_process_has_nobody_to_help_it(monkeypatch):
    """What waits for a free processor is not begun."""
    monkeypatch.setattr(module, "_forks", lambda: False)
    crew = Crew()

    assert not crew.begin_if_free(lambda: 1)
    assert crew.finish() == []


def test_a_person_who_stops_a_command_reads_nothing_of_its_processes(monkeypatch, capfd):
    """The command itself says that it was stopped. What is started behind a shell hears of no such thing, unless it asks to."""
    monkeypatch.setattr(module, "_forks", lambda: True)
    crew = Crew()
    crew.begin(_stopped)

    with pytest.raises(TaskFailed, match="without a word"):
        crew.finish()
    assert capfd.readouterr().err == ""


def _stopped() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.kill(os.getpid(), signal.SIGINT)
