"""The garbage collector rests while records are read, and works again afterwards."""

from __future__ import annotations

import gc

import pytest

from guide import collector
from tests.unit.samples import COUNTER


def test_the_collector_rests_only_meanwhile():
    """An error in between leaves it on, too."""
    with collector.at_rest():
        assert not gc.isenabled()
    assert gc.isenabled()

    with pytest.raises(KeyError), collector.at_rest():
        raise KeyError
    assert gc.isenabled()


def test_what_was_read_is_not_looked_through_until_it_is_read_again(project):
    """A preview that reads the Guide again and again keeps one library aside, not all of them."""
    first = project({}).prepare()
    frozen = gc.get_freeze_count()
    assert first.problems() == [] and frozen > 0

    for _ in range(3):
        project({COUNTER: "title: x\n"}).prepare()
    with collector.at_rest():
        gc.collect()
        assert gc.get_freeze_count() == 0
