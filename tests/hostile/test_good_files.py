"""Honest text survives: what may stand in a record is not refused, and arrives as it was typed."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from guide.library import load
from guide.prose import html
from guide.records.case_study import CaseStudy
from guide.records.validate import validated
from guide.yaml_source import read_bytes
from tests.build.parsed import Parsed
from tests.project import CASE, Project, new_project

from .good import ALL, COUNTER, SCRIPTS, case_with, quoted

LISTS = ("success_factors", "challenges", "lessons")


def record(content: bytes | str) -> CaseStudy:
    """The record of a file, which has to be without fault."""
    document = read_bytes(content if isinstance(content, bytes) else content.encode(), COUNTER)
    found, problems = validated(document, CaseStudy)
    assert document.findings + problems == []
    return found


def built(folder: Path, content: bytes | str) -> Project:
    """A minimal Guide with this case, checked without a finding and built."""
    guide = new_project(folder, {COUNTER: content})
    assert guide.prepare().findings == []
    done = guide.build("--strict")
    assert done.returncode == 0, done.stdout
    return guide


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Parsed:
    """The English page of a case that holds every good text."""
    typed = [typed for typed, _ in ALL]
    fields = {field: typed[index * 20:(index + 1) * 20] for index, field in enumerate(LISTS)}
    guide = built(tmp_path_factory.mktemp("good") / "guide", case_with(fields))
    return Parsed("en/case-studies/shared-counter/", (guide.root / "site/en/case-studies/shared-counter/index.html").read_bytes())


@pytest.mark.parametrize(("typed", "text"), ALL)
def test_a_good_text_stays_what_was_typed(typed, text):
    """ON is no switch, 012 no number, 12:30 no sum of minutes, and no script is in the way."""
    assert record(CASE.replace("en: A counter for two governments", f"en: {typed}")).title.en == unicodedata.normalize("NFC", text)


def test_the_good_texts_of_this_test_fit_into_one_case():
    """None is left out of the page that is built."""
    assert len(ALL) <= 20 * len(LISTS)


@pytest.mark.parametrize(("typed", "text"), ALL)
def test_a_good_text_stands_on_the_page(page, typed, text):
    """Readers see exactly what was typed: every sign, every joiner and every narrow space."""
    items = {"".join(item.itertext()).strip(" \n") for item in page.all("li")}

    assert unicodedata.normalize("NFC", text) in items


SAME = {
    "a byte order mark": CASE.encode("utf-8-sig"),
    "the line ends of Windows": CASE.replace("\n", "\r\n").encode(),
    "the line ends of old Macs": CASE.replace("\n", "\r").encode(),
    "a byte order mark and the line ends of Windows": CASE.replace("\n", "\r\n").encode("utf-8-sig"),
    "no last line end": CASE.rstrip("\n").encode(),
    "blanks behind lines": CASE.replace("\n", "  \n").encode(),
    "blank lines at the end": (CASE + "\n \n\n").encode(),
    "accents in two parts": unicodedata.normalize("NFD", CASE).encode(),
    "dashes above": ("---\n" + CASE).encode(),
    "dots below": (CASE + "...\n").encode(),
    "comments on lines of their own": ("# A comment\n" + CASE.replace("started:", "  # indented: [\nstarted:")).encode(),
    "quotes around every value": "\n".join(
        line if line.endswith(":") or ": " not in line else f"{line.partition(': ')[0]}: {quoted(line.partition(': ')[2])}" for line in CASE.splitlines()
    ).encode(),
    "dashes as far left as their field": CASE.replace("channels:\n  - in-person", "channels:\n- in-person").encode(),
    "deeper indentation": CASE.replace("  en: A counter", "     en: A counter").replace("  fr: Un comptoir pour", "     fr: Un comptoir pour").encode(),
    "brackets": CASE.replace("channels:\n  - in-person", "channels: [in-person]").replace("status:\n  term: operating\n  as_of: 2020", "status: {term: operating, as_of: 2020}").encode(),
}


@pytest.mark.parametrize("content", SAME.values(), ids=SAME)
def test_what_looks_the_same_is_the_same(content):
    """How a file is saved makes no difference to its record."""
    assert record(content) == record(CASE)


def test_how_a_file_is_saved_changes_no_byte_of_the_site(tmp_path):
    """A byte order mark, Windows' line ends, blanks behind lines and a missing last line end leave every page as it was."""
    saved = CASE.rstrip("\n").replace("\n", "  \r\n").encode("utf-8-sig")
    sites = [built(tmp_path / name / "guide", content).root / "site" for name, content in (("plain", CASE), ("saved", saved))]

    plain, other = ({path.relative_to(site): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()} for site in sites)

    assert sorted(plain) == sorted(other)
    assert [str(path) for path in plain if plain[path] != other[path]] == []


@pytest.mark.parametrize(("typed", "paragraphs"), [
    (">-\n    One line\n    and another.\n\n    A second paragraph.", ["One line and another.", "A second paragraph."]),
    (">\n    One.\n\n\n    Two.\n", ["One.", "Two."]),
    ("|-\n    One.\n\n    Two: with a colon # and a sign.", ["One.", "Two: with a colon # and a sign."]),
    (">-\n    One.\n\n    Two.\n\n    Three.", ["One.", "Two.", "Three."]),
])
def test_a_blank_line_separates_paragraphs(typed, paragraphs):
    """In a folded text too, as it looks."""
    problem = record(CASE.replace("en: People went from door to door.", f"en: {typed}")).problem

    assert html(problem.en, "en") == "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)


def test_a_list_in_a_text_stays_a_list():
    """Lines that start with a dash are items, within the text."""
    problem = record(CASE.replace("en: People went from door to door.", "en: |-\n    Two doors:\n\n    - the first\n    - the second: blue")).problem

    assert html(problem.en, "en") == "<p>Two doors:</p>\n<ul>\n<li>the first</li>\n<li>the second: blue</li>\n</ul>\n"


def test_one_name_for_both_languages_is_good(project):
    """A proper name may stand once, without en and fr."""
    guide = project({COUNTER: CASE.replace("title:\n  en: A counter for two governments\n  fr: Un comptoir pour deux gouvernements", "title: BizPaL")})

    assert guide.prepare().findings == []
    assert str(load(guide.root)[0].case_studies["counter"].title.within("fr")[0]) == "BizPaL"


@pytest.mark.parametrize("text", SCRIPTS)
def test_a_good_text_is_good_in_french_too(project, text):
    """No script is refused in either language, in a title or in prose."""
    case = CASE.replace("fr: Un comptoir pour deux gouvernements", f"fr: {quoted(text)}").replace("fr: Un comptoir a été ouvert.", f"fr: {quoted(text)}")

    assert project({COUNTER: case}).prepare().findings == []
