"""The command `guide test`: all tests at once, or those of accessibility, whose results are renewed only when they pass."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from guide import cli
from guide.commands import test as command
from tests.project import ROOT

RENEWS = "GUIDE_RENEWS_ACCESSIBILITY"


class Runs(list):
    """What is run, as the arguments of pytest, and whether the results are renewed by it. `status` is how it ends."""

    status = 0

    def __call__(self, arguments, env, **_more):
        self.append((arguments[3:], RENEWS in env))
        return SimpleNamespace(returncode=self.status)


@pytest.fixture
def runs(monkeypatch) -> Runs:
    found = Runs()
    monkeypatch.setattr(command.subprocess, "run", found)
    monkeypatch.setattr(command, "find_browser", lambda: "chromium")
    monkeypatch.chdir(ROOT)
    return found


def test_all_tests_run_and_renew_nothing(runs):
    """Without more said, every core is used; what is said goes to pytest as it stands."""
    assert cli.main(["test"]) == 0 and cli.main(["test", "-k", "print"]) == 0

    assert runs[0][0][0].startswith("--numprocesses=") and runs[1][0] == ["-k", "print"]
    assert not any(renews for _, renews in runs)


def test_the_results_of_accessibility_are_renewed_after_its_tests(runs):
    """Two runs: the tests, each file of which exists, then the one that writes."""
    assert cli.main(["test", "--accessibility"]) == 0

    assert [renews for _, renews in runs] == [False, True]
    assert runs[1][0] == [command.KEPT] and (ROOT / command.KEPT).is_file()
    assert all((ROOT / name).is_file() for name in command.ACCESSIBILITY) and set(command.ACCESSIBILITY) <= set(runs[0][0])


def test_nothing_is_renewed_when_a_test_fails(runs):
    """The statement keeps what it says, and the command ends with the status of the tests."""
    runs.status = 1

    assert cli.main(["test", "--accessibility"]) == 1
    assert [renews for _, renews in runs] == [False]
