"""What several processes take, each of them another one."""

from __future__ import annotations

import multiprocessing
import os

import pytest

from guide.turns import MOST, Processors, Turns


def test_each_number_is_taken_by_one_process():
    """All of them are, whoever is quicker; one takes the first ones, the others the last."""
    turns, fork = Turns(MOST), multiprocessing.get_context("fork")
    pipes = [fork.Pipe(duplex=False) for _ in range(3)]
    helpers = [fork.Process(target=lambda to: to.send(list(turns.from_the_last())), args=(theirs,)) for _, theirs in pipes]
    for helper in helpers:
        helper.start()
    first = list(turns.from_the_first())
    last = [ours.recv() for ours, _ in pipes]
    for helper in helpers:
        helper.join()

    assert first == list(range(len(first)))
    assert all(taken == sorted(taken, reverse=True) for taken in last)
    assert sorted(first + sum(last, [])) == list(range(MOST))


@pytest.mark.parametrize("count", [0, 1, 2])
def test_processors_are_taken_and_given_back(count):
    """There are never more than there were."""
    processors = Processors(count)
    for _ in range(3):
        assert [processors.take() for _ in range(count + 1)] == [True] * count + [False]
        for _ in range(count):
            processors.give_back()


def test_who_uses_a_processor_that_is_not_free_owes_it():
    """The next one that is given back pays for it, and is not free."""
    processors = Processors(1)
    processors.use()
    processors.use()
    processors.give_back()

    assert not processors.take()
    processors.give_back()
    assert processors.take()


def test_nothing_stays_open():
    """A preview makes new ones with each build."""
    before = os.listdir("/dev/fd")
    for _ in range(3):
        Turns(9), Processors(2)

    assert os.listdir("/dev/fd") == before
