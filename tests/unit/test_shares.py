"""Work that is shared out to processors gives what one processor gives, whatever becomes of them."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from pathlib import PurePath

import pytest

from guide import checks, crew, library, shares, turns
from guide.findings import Finding
from guide.library import Library
from guide.records.values import UNKNOWN
from guide.shares import shared
from tests.hostile.corpus import bad_files, place_of
from tests.project import ROOT


@pytest.fixture
def processors(monkeypatch) -> Callable[[int], None]:
    """Sets how many processors there are, for two things and more, each of which may be a share of its own."""

    def of(number: int) -> None:
        monkeypatch.setattr(crew, "_processors", lambda: number)
        monkeypatch.setattr(crew, "_forks", lambda: number > 1)

    monkeypatch.setattr(shares, "MANY", 2)
    monkeypatch.setattr(shares, "LEFT", 0)
    monkeypatch.setattr(checks, "MANY", 2)
    monkeypatch.setattr(shares, "_is_alone", lambda: True)
    return of


def slowly(thing: object) -> object:
    """The thing itself, after so long a time that nobody makes all things before others begin."""
    time.sleep(0.03)
    return thing


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("count", [2, 3, 10, 11])
def test_each_thing_is_made_once_and_in_its_place(processors, number, count, tmp_path):
    """By several processes, if there are several processors."""
    processors(number)
    made = shared(lambda thing: ((tmp_path / str(thing)).mkdir(), slowly(thing) ** 2, os.getpid()), range(count))

    assert [square for _, square, _ in made] == [thing * thing for thing in range(count)]
    assert min(number, 2) <= len({process for *_, process in made}) <= number


def test_few_things_and_what_runs_beside_threads_are_made_in_one_process(processors, monkeypatch):
    """A process begins more slowly than few things are made, and it may find the locks of other threads taken."""
    processors(2)
    for things, is_alone in ((range(1), True), (range(9), False)):
        monkeypatch.setattr(shares, "_is_alone", lambda: is_alone)
        assert {shared(lambda thing: os.getpid(), things)[-1]} == {os.getpid()}


@pytest.mark.parametrize("end", [lambda: os._exit(9), lambda: 1 / 0, lambda: open], ids=["killed", "an error", "what cannot be handed over"])
def test_a_share_that_is_not_handed_over_is_made_again_and_told(processors, caplog, end):
    """Nothing is lost."""
    processors(2)
    here = os.getpid()

    with caplog.at_level(logging.WARNING, "guide"):
        assert shared(lambda thing: slowly(thing) if os.getpid() == here else end() and (lambda: thing), range(5)) == [0, 1, 2, 3, 4]
    assert {record.message.split(".")[0] for record in caplog.records} == {"Some of the work is done once more"}


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("wrong", [0, 3], ids=["here", "in another process"])
def test_an_error_is_told_as_it_would_be_by_one_process(processors, number, wrong):
    """It is raised here, wherever it happened."""
    processors(number)

    with pytest.raises(ZeroDivisionError):
        shared(lambda thing: 1 // (slowly(thing) - wrong), range(4))


def test_nobody_is_begun_for_little(processors, monkeypatch):
    """What is left must be worth the beginning, for each of those who help."""
    processors(2)
    monkeypatch.setattr(shares, "LEFT", 4)

    assert {shared(lambda thing: slowly(os.getpid()), range(4))[-1]} == {os.getpid()}
    assert len(set(shared(lambda thing: slowly(os.getpid()), range(5)))) == 2


class _Sorted(list):
    """Takes in what comes later, and says when something did not."""

    def extend(self, later: list[int]) -> None:
        assert not self or not later or self[-1] < later[0]
        super().extend(later)


def test_helpers_come_when_processors_are_free(processors):
    """They take the last things; what they made is taken in after the first ones, in its order."""
    processors(2)
    ours, seen = turns.Processors(0), []

    def work(thing: int, made: _Sorted) -> None:
        made.append(slowly(thing))
        seen.append(thing)
        if seen == [0, 1, 2, 3]:
            ours.give_back()

    assert shares.helped(work, range(20), _Sorted, 2, ours) == list(range(20))
    assert seen[:4] == [0, 1, 2, 3] and 5 < len(seen) < 20
    assert seen == list(range(len(seen)))


def _everything(found: Library, findings: list[Finding]) -> tuple:
    """All that a library holds, and what was found in it."""
    documents = {key: (one.path, one.root, one.findings, one.corrected, one.has_marks) for key, one in found.documents.items()}
    return {kind: list(records.items()) for kind, records in found.records.items()}, documents, findings, list(checks.found(found))


def test_the_real_guide_is_the_same_by_one_process_and_by_two(processors):
    """Records, texts with their places, and findings, in one order."""
    read = []
    for number in (1, 2):
        processors(number)
        read.append(_everything(*library.load(ROOT)))

    assert len(read[0][1]) > 250
    assert read[0] == read[1]


def test_bad_files_are_found_the_same_by_one_process_and_by_two(processors, project):
    """All of the corpus beside one another, whatever cannot be read in them."""
    files = {str(PurePath(place_of(path)).with_name(path.name.replace("_", "-"))): path.read_bytes() for path in bad_files() if path.suffix == ".yml"}
    root, read = project(files).root, []
    for number in (1, 2):
        processors(number)
        read.append(_everything(*library.load(root)))

    assert len(read[0][2]) > 200 and len(read[0][3]) > 100
    assert read[0] == read[1]


def test_what_nobody_knows_is_one_thing_in_every_process(processors):
    """Pages ask whether a value is that one."""
    processors(2)
    values = [value for case in library.load(ROOT)[0].case_studies.values() for value in dict(case).values()]

    assert sum(value is UNKNOWN for value in values) > 100
    assert not any(type(value) is type(UNKNOWN) and value is not UNKNOWN for value in values)
