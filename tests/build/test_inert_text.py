"""Whatever a contributor writes is shown as text: nothing runs, nothing is included, nothing is evaluated."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from tests.project import CASE, FACETS, MINIMAL, new_project

from .parsed import Parsed, bare, parsed_site, told

# Short enough for every field; each holds several attempts at once.
HOSTILE = {
    "the end of the title and Jinja": "</title><script>alert(1)</script>{{ 7*7 }}",
    "an image with a handler, Jinja and a snippet": '"><img src=x onerror=alert(1)>{% raw %}--8<-- "x"',
    "escaped markup and format strings": "&lt;script&gt;1&lt;/b&gt;&#60;b&#62;{0}{t} %s !ENV X",
    "a mark of the frame and the end of the page": "<!--guide:main--></main><a href=//evil.ca>x</a>",
    "attributes and a shell": "' onclick='alert(1) <svg onload=alert(1)> ${X} $(id)",
}
# Where a contributor's text goes: the part of the minimal library that each payload replaces, in both languages.
FIELDS = {
    "guide_data/case_studies/counter.yml": (
        "A counter for two governments", "Un comptoir pour deux gouvernements", "Two governments share a counter.", "Deux gouvernements partagent un comptoir.",
        "Lends the counter", "Prête le comptoir", "People went from door to door.", "Les gens allaient de porte en porte.", "One counter was opened.",
        "Un comptoir a été ouvert.", "The counter served people.", "Le comptoir a servi des gens.", "people", "personnes", "Annual report",
        "First publication.", "Première publication."),
    "guide_data/organizations/town.yml": ("Town of Springfield", "Ville de Springfield"),
    "guide_data/bodies/council.yml": ("Council of Counters", "Conseil des comptoirs", "A council for tests.", "Un conseil pour les essais."),
    "guide_data/vocabulary/channel.yml": ("channel in English", "channel en français", "In person", "En personne", "A facet for tests.",
                                          "Une facette pour les essais."),
    "guide_data/vocabulary/jurisdiction.yml": ("Nova Scotia", "Nouvelle-Écosse"),
}


def library(payload: str) -> dict[str, str]:
    """The minimal library, with two cases, in which every text ends with the payload."""
    files = {}
    for name, texts in FIELDS.items():
        content = MINIMAL[name]
        for text in texts:
            content = re.sub(rf": {re.escape(text)}$", lambda _, text=text: ": " + json.dumps(f"{text} {payload}".strip(), ensure_ascii=False),
                             content, flags=re.MULTILINE)
            assert json.dumps(f"{text} {payload}".strip(), ensure_ascii=False) in content, f"{name} has no text {text!r}"
        files[name] = content
    second = files["guide_data/case_studies/counter.yml"].replace("shared-counter", "second").replace("comptoir-partage", "second")
    return {**files, "guide_data/case_studies/second.yml": second}


def leads(element) -> str:
    """Where an element leads. An address that opens an e-mail holds a text: that text is looked at here, and left out."""
    href = element.get("href") or ""
    if href.startswith("mailto:?"):
        assert re.fullmatch(r"mailto:\?subject=[\w.~%-]*&body=[\w.~%-]*", href, re.ASCII), href
        return "mailto:?"
    return href


def shape(pages: dict[str, Parsed]) -> dict[str, Counter]:
    """The elements of each page with the names of their attributes, and where links and fetched files lead."""
    return {path: Counter(f"{element.tag} {sorted(element.attrib)} {element.get('src') or ''} {leads(element)}"
                          for element in page.elements) for path, page in pages.items()}


@pytest.fixture(scope="module")
def clean(tmp_path_factory) -> dict[str, Counter]:
    """What the pages are made of when all texts are harmless."""
    guide = new_project(tmp_path_factory.mktemp("clean") / "guide", library(""))
    done = guide.build("--strict")
    assert done.returncode == 0, done.stdout
    return shape(parsed_site(guide.root / "site"))


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_shown_and_does_nothing(project, clean, payload):
    """In every text of every record, markup and template code appear as typed and make no element, link or file."""
    guide = project(library(payload))
    done = guide.build("--strict")
    assert done.returncode == 0, done.stdout
    pages = parsed_site(guide.root / "site")

    grown = [f"{path}: has {sorted(counted - clean[path])}, lacks {sorted(clean[path] - counted)}"
             for path, counted in shape(pages).items() if counted != clean[path]]
    assert pages.keys() == clean.keys() and not grown, told(grown)
    for path, times in (("en/case-studies/shared-counter/", 9), ("fr/etudes-de-cas/comptoir-partage/", 9), ("en/glossary/", 2), ("fr/glossaire/", 2),
                        ("en/organizations/town-of-springfield/", 2), ("en/channels/in-person/", 2), ("en/", 2)):
        shown = bare("".join(passage.text for passage in pages[path].passages))
        assert shown.count(bare(payload)) >= times, f"{path} shows the text {shown.count(bare(payload))} times, not {times}"


REFUSED = {
    "javascript": "[x](javascript:alert(1))",
    "javascript in capitals with a blank": "[x](<JavaScript :alert(1)>)",
    "javascript in entities": "[x](&#106;avascript:alert(1))",
    "javascript behind a tab": "[x](java&#9;script:alert(1))",
    "data": "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "vbscript": "[x](vbscript:msgbox)",
    "a file": "[x](file:///etc/passwd)",
    "an address without a scheme": "[x](//evil.example.ca/)",
    "a relative address": "[x](../../admin)",
    "a user name": "[x](https://canada.ca@evil.example.ca/)",
}


@pytest.mark.parametrize("link", REFUSED.values(), ids=REFUSED)
def test_a_link_that_is_not_a_plain_web_address_is_refused(project, link):
    """In prose, only links to https or http addresses pass the check; anything else is told with its field."""
    text = CASE.replace("en: People went from door to door.", "en: " + json.dumps(f"People {link} went."))
    found = project({"guide_data/case_studies/counter.yml": text}).findings()

    assert [place for code, place, *_ in found if code.startswith("address-")] == ["problem.en"], found


def test_prose_has_paragraphs_lists_emphasis_and_links_and_nothing_more(project):
    """The small Markdown of contributors makes these elements; headings, images, tables, code and HTML stay text."""
    prose = "A *word* and **another**, a [page](https://www.example.ca/).\n\n- one\n- two\n\n# no heading\n\n![no image](https://www.example.ca/x.png)" \
            "\n\n| no | table |\n|---|---|\n\n    no code\n\n<b>no html</b> `no code`\n\n[no]: https://www.example.ca/reference" \
            '\n\n--8<-- "mkdocs.yml"\n'
    text = CASE.replace("en: People went from door to door.", "en: " + json.dumps(prose)).replace("fr: Les gens allaient", 'fr: "*Les* gens allaient').replace(
        "porte en porte.", 'porte en porte."')
    guide = project({"guide_data/case_studies/counter.yml": text})
    done = guide.build("--strict")
    assert done.returncode == 0, done.stdout

    page = parsed_site(guide.root / "site")["en/case-studies/shared-counter/"]
    ids = [element.get("id") for element in page.main]
    section = page.main[ids.index("problem") + 1:ids.index("approach")]
    assert {element.tag for element in section} == {"p", "em", "strong", "a", "ul", "li"}, [element.tag for element in section]
    # An image is a link at most, so nothing is fetched.
    assert [element.get("href") for element in section if element.tag == "a"] == ["https://www.example.ca/", "https://www.example.ca/x.png"]
    for words in ("# no heading", "!no image", "| no | table |", "<b>no html</b>", "`no code`", "[no]: https://", '--8<-- "mkdocs.yml"'):
        assert words in page.text, f"{words!r} is not shown: {page.text}"


def test_every_facet_is_part_of_the_hostile_library():
    """The list of fields above follows the library: each of its files is a file of the minimal library."""
    assert FIELDS.keys() <= MINIMAL.keys() and len(FACETS) == 10
