"""The pages written by hand in docs/."""

from __future__ import annotations

import pytest

from guide import handwritten
from guide.records.values import PartialDate
from tests.project import MINIMAL

from .samples import edited

EN, FR = "docs/about.en.md", "docs/about.fr.md"
ENGLISH, FRENCH = MINIMAL[EN], MINIMAL[FR]


def told(project, files: dict[str, str | bytes | None]) -> list[tuple[str, str, int, int]]:
    """Code, file, line and column of what is found in the pages."""
    _, findings = handwritten.read(project(files).root)
    return [(finding.code, finding.path, finding.line, finding.column) for finding in findings]


def test_a_page_is_read_with_what_its_front_matter_says(project):
    """Each language of a page has its own title, slug, description and date."""
    pages, findings = handwritten.read(project().root)

    assert findings == []
    assert list(pages) == ["about"]
    assert pages["about"]["fr"] == handwritten.Handwritten(
        "about", "fr", "docs/about.fr.md", "À propos", "a-propos", "À propos du Guide.", PartialDate(2026, 11, 22))


@pytest.mark.parametrize("change", [
    lambda text: text.replace("\n", "\r\n").encode(), lambda text: b"\xef\xbb\xbf" + text.encode(),
    lambda text: text.replace("title: À", "title: A\u0300").encode(),
])
def test_line_ends_marks_and_composed_accents_do_not_matter(project, change):
    """A page from any editor reads as the same page."""
    pages, findings = handwritten.read(project({FR: change(FRENCH)}).root)

    assert findings == []
    assert pages["about"]["fr"].title == "À propos"


@pytest.mark.parametrize(("files", "found"), [
    ({"docs/about.md": ENGLISH}, [("page-language", "docs/about.md", 1, 1)]),
    ({"docs/about.de.md": ENGLISH}, [("page-language", "docs/about.de.md", 1, 1)]),
    ({EN: "# About\n"}, [("front-matter", EN, 1, 1)]),
    ({EN: edited(ENGLISH, ("slug: about\n", ""))}, [("missing", EN, 2, 1)]),
    ({EN: edited(ENGLISH, ("slug: about", "slug: About Us"))}, [("slug-form", EN, 3, 1)]),
    ({EN: edited(ENGLISH, ("modified: 2026-11-22", "modified: 2026-11"))}, [("day-form", EN, 5, 1)]),
    ({EN: edited(ENGLISH, ("title: About", "title: About: us"))}, [("colon", EN, 2, 1)]),
    ({FR: None}, [("page-without-pair", EN, 1, 1)]),
    ({EN: edited(ENGLISH, (" {#purpose}", ""))}, [("heading-id", EN, 9, 1)]),
    ({EN: ENGLISH + "\n### More {#more}\n"}, [("sections-differ", FR, 1, 1)]),
    ({EN: ENGLISH + "\n## B {#b}\n\n## C {#c}\n", FR: FRENCH + "\n## C {#c}\n\n## B {#b}\n"}, [("sections-differ", FR, 1, 1)]),
    ({EN: edited(ENGLISH, ("title: About", "title: Été")).encode("cp1252")}, [("not-utf8", EN, 2, 8)]),
    ({FR: FRENCH.encode("cp1252")}, [("not-utf8", FR, 2, 8)]),
    ({EN: (ENGLISH + "\nÉté\n").encode("cp1252")}, [("not-utf8", EN, 13, 1)]),
])
def test_what_is_wrong_with_a_page_is_told_at_its_line(project, files, found):
    """Front matter, headings, pairs and encoding are each checked."""
    assert told(project, files) == found


@pytest.mark.parametrize("more", [
    "\n```\n## not a heading\n```\n", "\n# A title\n", "\n## More {#more .wide}\n", "\nC## is no heading\n",
])
def test_what_is_no_section_needs_no_id(project, more):
    """Code, titles and headings with more attributes are let pass."""
    pair = {EN: ENGLISH + more, FR: FRENCH + more}

    assert told(project, pair) == []


def test_the_line_of_a_heading_is_right_below_a_block_of_code(project):
    """Long code above a heading does not move its line."""
    text = ENGLISH + "\n```yaml\n" + "some: long line of code\n" * 20 + "```\n\n## No id\n"

    assert told(project, {EN: text}) == [("heading-id", EN, text.count("\n"), 1)]


def test_a_page_may_not_take_the_place_of_one_made_from_the_data(project):
    """Every list of the site keeps its name for itself."""
    build = project().prepare()
    made = [planned.key for planned in build.generated("en") if planned.kind == "page"]

    for key in made:
        pages, findings = handwritten.read(project({f"docs/{key}.{language}.md": MINIMAL[f"docs/about.{language}.md"] for language in ("en", "fr")}).root)

        assert ("reserved-name", f"docs/{key}.en.md", 1, 1) in [(f.code, f.path, f.line, f.column) for f in findings], key
        assert list(pages) == ["about"]


def test_the_headings_that_differ_are_named(project):
    """The finding says which ids only one of the languages has."""
    _, findings = handwritten.read(project({EN: ENGLISH + "\n## More {#more}\n\n## Most {#most}\n"}).root)

    assert findings[0].params["ids"] == ["more", "most"]
