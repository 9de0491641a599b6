"""Any bytes may arrive: reading them never raises, always ends, and what is wrong has a sentence in both languages."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.checks import checked
from guide.findings import MOST, Finding
from guide.prose import html
from guide.records import KINDS
from guide.records.validate import validated
from guide.reports import github, text
from guide.strings import all_strings
from guide.yaml_source import read_bytes
from tests.project import CASE, Project, new_project, run

COUNTER = "guide_data/case_studies/counter.yml"
SECONDS = 10
# The same examples on every machine, so that a test does not fail on one day only.
properties = settings(deadline=None, derandomize=True, max_examples=300)
few = settings(properties, max_examples=100)

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\ufeff]")
STRUCTURE = st.text(st.sampled_from("abe: -\n\n  #[]{},&*!|>'\"%@`?~<\\\t\r\u00a0\ufeff0"), max_size=120)
PIECES = st.sampled_from([
    "", " ", "  ", "\n", "\n  ", ":", ": ", " #", "#", "- ", "\t", "'", '"', "[", "]", "{", "}", "&a ", "*a", "!!int ", "|", ">-", "? ", "<<: ", "---\n", "\\",
    "\u00a0", "\u202e", "\x00", "\ufeff", "é", "\U0001f600", "unknown", "null", "~", "0", "2024-13-45", "https://", "{found}", "%s", "title:\n", "en: ", "  - id: a\n",
])


@st.composite
def mutants(draw) -> str:
    """The minimal case with a few passages cut out, doubled or replaced."""
    case = CASE
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(case)))
        end = min(start + draw(st.sampled_from([0, 0, 1, 2, 5, 30])), len(case))
        kept = draw(st.sampled_from(["", case[start:end], case[start:end] * 2]))
        case = case[:start] + draw(PIECES) + kept + case[end:]
    return case


def said(findings: list[Finding]) -> list[str]:
    """Every finding in words: in both languages, one line each, without control characters."""
    lines = [text.line(finding, t) for t in all_strings().values() for finding in findings]
    assert [line for line in lines if CONTROL.search(line) or line.rstrip().endswith(": ")] == []
    return lines


def read(raw: bytes, kinds: tuple[str, ...] = tuple(KINDS)) -> list[Finding]:
    """What is wrong with some bytes, as a record of each kind."""
    document = read_bytes(raw, "sample.yml")
    problems = [finding for kind in kinds for finding in validated(document, KINDS[kind].model)[1]]
    return document.findings + problems


@properties
@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode) | STRUCTURE.map(str.encode) | st.text(max_size=50).map(lambda text: text.encode("utf-16")))
def test_arbitrary_bytes_are_read_without_a_traceback(raw):
    """Whatever is wrong becomes findings, each with its place in the file and its sentence in both languages."""
    findings = read(raw)

    assert findings, "no such bytes are a record"
    said(findings)
    last = len(re.split(rb"\r\n|\r|\n", raw)) + raw.count(b"\x00")
    assert [finding for finding in findings if not (1 <= finding.line <= max(last, 1) and finding.column >= 1)] == []


@few
@given(STRUCTURE | st.text(max_size=100))
def test_arbitrary_text_in_every_kind_of_text_is_read_without_a_traceback(value):
    """In quotes, plain, folded or kept: any text can stand where a text stands."""
    for typed in (value, f"'{value}'", f'"{value}"', ">-\n    " + value, "|\n    " + value.replace("\n", "\n    ")):
        said(read(CASE.replace("en: A counter for two governments", f"en: {typed}").encode("utf-8", errors="surrogatepass"), ("case_study",)))


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """One minimal Guide for all mutants: each test writes its own case."""
    return new_project(tmp_path_factory.mktemp("limits") / "guide")


@few
@given(mutants())
def test_a_mutant_of_a_good_case_is_good_or_told(guide, case):
    """The whole check ends, with a record or with an error about this file, and with sentences in both languages."""
    guide.write({COUNTER: case.encode("utf-8", errors="surrogatepass")})

    library, findings = checked(guide.root)

    said(findings)
    assert "counter" in library.case_studies or [f for f in findings if f.path == COUNTER and f.severity == "error"]
    assert github.report(findings, 1, all_strings()["en"]).count("\n") == len(findings)


def one_line(content: str) -> str:
    """The minimal case with a title of about 199 kB in one line."""
    return CASE.replace("A counter for two governments", (content * (199_000 // len(content)))[:195_000])


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"{name}: &{name} [{','.join(['*' + above] * 9)}]\n" for above, name in zip("abcdefghijk", "bcdefghijkl"))
HARD = {
    "20,000 nested brackets": "title: " + "[" * 20_000 + "]" * 20_000 + "\n",
    "99,000 nested brackets in a good case": CASE.replace("themes: unknown", "themes: " + "[" * 99_000),
    "20,000 nested braces": "title: " + "{a: " * 20_000 + "\n",
    "a lone surrogate before brackets": 'title: "\\ud800"\nslug: ' + "[" * 150_000 + "\n",
    "10,000 nested dashes": "- " * 10_000 + "a\n",
    "600 levels of indentation": "".join(" " * depth + "a:\n" for depth in range(600)),
    "an alias bomb": BOMB,
    "an alias bomb of merge keys": "a: &a {x: 1}\n" + "b:\n" + "  <<: *a\n" * 15_000,
    "60,000 aliases": "a: &a x\nb: [" + "*a," * 60_000 + "]\n",
    "a number of 5,000 digits": CASE.replace("figure: 1200", "figure: " + "9" * 5_000),
    "a year of 5,000 digits": CASE.replace("year: 2020", "year: " + "2" * 5_000),
    "5,000 lines": CASE + "# and so on\n" * 5_000,
    "5,000 lines of text": CASE.replace("en: People went", "en: |\n    One: #2\n" + "    - and so on\n" * 5_000 + "    People went"),
    "5,000 colons in texts": CASE + "".join(f"key{number}: one: two\n" for number in range(5_000)),
    "5,000 quotes that are not closed": CASE + "".join(f"key{number}: 'one'two\n" for number in range(5_000)),
    "9,000 unknown fields": CASE + "".join(f"key{number}: one\n" for number in range(9_000)),
    "30,000 wrong terms": CASE.replace("  - permits\n", "  - prmit\n" * 16_000),
    "13,000 different wrong terms": CASE.replace("  - permits\n", "".join(f"  - prmits{number}\n" for number in range(11_000))),
    "30,000 wrong terms in brackets": CASE.replace("services:\n  - permits\n", "services: [" + "x," * 90_000 + "]\n"),
    "wrong partners": CASE.replace("partners:\n", "partners:\n" + "  - organization: twn\n" * 8_000),
    "the same field again and again": CASE + "started: 2019\n" * 12_000,
    "lines that start with tabs": CASE + "\t#\n" * 60_000,
    "lines that start with nonbreaking spaces": CASE + "\u00a0a\n" * 40_000,
    "an invisible character in every line": CASE + "#\u200b\n" * 38_000,
    "invisible characters only": "\u200b" * 66_000,
    "isolates that are not closed": CASE + "#" + "\u2067" * 60_000 + "\n",
    "comments behind texts": CASE + "".join(f"key{number}: one #2\n" for number in range(9_000)),
    "documents": "---\na: 1\n" * 20_000,
    "line ends only": "\n" * 199_000,
    "kept line ends at the end of a text": CASE + "note: >+\n  a\n" + "\n" * 190_000,
    "bytes that are no text": "\x00\xff" * 50_000,
    "question marks": CASE.replace("People went from door to door.", '"' + "?" * 4_900 + 'a"'),
    "dots": CASE.replace("People went from door to door.", '"' + ". " * 2_400 + 'a"'),
    "a link in a link in a link": CASE.replace("People went from door to door.", '"' + "[a](" * 1_200 + '"'),
    "images that are not closed": CASE.replace("People went from door to door.", '"' + "![" * 2_400 + '"'),
    "emphasis that is not closed": CASE.replace("People went from door to door.", '"' + "*a **b " * 700 + '"'),
    "a long address": CASE.replace("https://www.example.ca/report", "https://" + "a." * 90_000 + "ca"),
    **{f"199 kB of {name} in one line": one_line(content) for name, content in {
        "letters": "a", "words": "word ", "spaces": "a" + " " * 199_000, "brackets": "[", "double quotes": '"', "apostrophes": "'", "quoted": "'\"", "hashes": " #",
        "colons": ": ", "dashes": "- ", "question marks": "? ", "ampersands": "&a ", "asterisks": "*a ", "exclamation marks": "!a ", "backslashes": "\\", "at signs": "@",
        "commas": "x,", "links": "[a](b)", "punctuation": "?!.-",
    }.items()},
}


def worked() -> float:
    """The seconds that processors have worked for our commands: on a busy machine the clock goes on while they wait."""
    times = os.times()
    return times.children_user + times.children_system


@pytest.mark.parametrize("content", HARD.values(), ids=HARD)
def test_the_check_of_a_hard_file_ends_soon_and_without_a_traceback(project, content):
    """`guide check` says what is wrong within seconds, whatever the file holds."""
    assert len(content.encode("latin-1" if "\xff" in content else "utf-8")) <= 200_000
    guide = project({COUNTER: content.encode("latin-1") if "\xff" in content else content})

    started = worked()
    done = run("-c", "from guide.cli import run; run()", "check", "--lang", "fr", cwd=guide.root)

    assert worked() - started < SECONDS
    assert done.returncode in (0, 1) and "Traceback" not in done.stdout
    assert done.stdout.count("\n") <= 4 * MOST and len(done.stdout) < 5_000_000
    assert done.returncode == (1 if " erreur: " in done.stdout else 0)


def test_only_what_is_too_large_is_not_read():
    """The limit is a clear one: a byte more, and the file is refused unread."""
    good = CASE.encode() + b"#" * (200_000 - len(CASE.encode()) - 1) + b"\n"

    assert read_bytes(good, "sample.yml").findings == []
    assert [finding.code for finding in read_bytes(good + b"\n", "sample.yml").findings] == ["file-too-large"]


def test_twelve_levels_are_read_and_thirteen_are_not():
    """A case needs six."""
    assert read_bytes(b"[" * 12 + b"]" * 12, "sample.yml").findings == []
    assert [(f.code, f.column) for f in read_bytes(b"[" * 13 + b"]" * 13, "sample.yml").findings] == [("too-deep", 13)]


TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "br"}
MARKS = st.text(st.sampled_from("ab <>&\"'*_[]()!#`~-+=|\\\n:/.1)\u00a0"), max_size=80)
HTML = st.lists(st.sampled_from([
    "<script>", "</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<!--", "-->", "<![CDATA[", "&#60;script&#62;", "&lt;b&gt;", "[a](https://example.ca)",
    "[a](javascript:alert(1))", "![a](https://example.ca/x.png)", "<https://example.ca>", "`code`", "```\n", "# ", "> ", "- ", "1. ", "| a | b |\n|---|---|\n", "**", "\n\n",
    "[a]: https://example.ca\n", "\\<", "<a href=", '" onmouseover="alert(1)',
]), max_size=12).map("".join)


@pytest.mark.parametrize("language", ["en", "fr"])
@properties
@given(st.text(max_size=120) | MARKS | HTML)
def test_prose_makes_only_the_tags_that_it_may(language, typed):
    """Paragraphs, lists, emphasis and links: whatever else is typed shows as typed."""
    made = html5lib.parseFragment(html(typed, language), namespaceHTMLElements=False)
    elements = [element for element in made.iter() if element is not made]

    assert {element.tag for element in elements} - TAGS == set()
    assert {(element.tag, name) for element in elements for name in element.attrib} - {("a", "href"), ("a", "title"), ("ol", "start")} == set()


@pytest.mark.parametrize("typed", ["[" * 5_000, "![" * 2_500, "[a](" * 1_250, "*" * 5_000, "*a **b " * 700, "- " * 2_500, "\\" * 5_000, "> " * 2_500, "1. " * 1_600,
                                   "".join(" " * depth + "- a\n" for depth in range(95))], ids=lambda typed: typed[:6])
def test_the_longest_prose_is_made_soon(typed):
    """5,000 characters take no more than seconds, however they are nested."""
    started = time.monotonic()

    html(typed, "fr")

    assert time.monotonic() - started < SECONDS / 2
