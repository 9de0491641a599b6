"""The checker of the browser, run here: one file beside what is known of the published Guide (tests/browser runs it in Chromium)."""

from __future__ import annotations

import json

import pytest

from guide import checks, known
from guide.browser.answers import Answers
from guide.languages import LANGUAGES
from tests.hostile.corpus import EXPECTED, bad_files, name_of
from tests.hostile.one_file import asked_of, lines, project_of_the_corpus
from tests.project import ROOT

from .samples import case

ONE_FILE = [path for path in bad_files() if asked_of(path)]


@pytest.fixture(scope="module")
def answers(tmp_path_factory) -> Answers:
    """The checker beside the minimal Guide, with the neighbours of the corpus."""
    library = project_of_the_corpus(tmp_path_factory.mktemp("known") / "guide").prepare().site.library
    return Answers(json.dumps(known.told(library)))


@pytest.fixture(scope="module")
def real():
    """The real data."""
    return checks.checked(ROOT)[0]


@pytest.mark.parametrize("path", ONE_FILE, ids=name_of)
def test_one_file_is_told_as_guide_check_tells_it(answers, path):
    """Same verdict, same place, same sentence, in both languages, though the other files are only known."""
    kind, name = asked_of(path)
    told = [lines(json.loads(answers.check(kind, name, path.read_bytes(), language)), language) for language in LANGUAGES]

    assert "--\n".join(told) == path.with_name(path.stem + EXPECTED).read_text("utf-8")
