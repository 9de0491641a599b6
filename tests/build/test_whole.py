"""The whole Guide in one file, and as a PDF."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from guide.outputs import pdf
from tests.project import ROOT, new_project, run

from .parsed import Parsed, text_of, told

FILES = {"en": "en/whole-guide.html", "fr": "fr/guide-complet.html"}
each_language = pytest.mark.parametrize("language", FILES)


@pytest.fixture(scope="module")
def whole(site) -> dict[str, Parsed]:
    """The file of each language."""
    return {language: Parsed(path, (site / path).read_bytes()) for language, path in FILES.items()}


@each_language
def test_every_case_and_organization_stands_in_it_once(whole, pages, built, language):
    """And the other chapters; each with the title that its page has."""
    chapters = Counter(article.get("aria-labelledby") for article in whole[language].all("article"))
    cases = {path.stem for path in (built / "guide_data/case_studies").glob("*.yml")}
    organizations = {path.stem for path in (built / "guide_data/organizations").glob("*.yml")}

    assert {name: count for name, count in chapters.items() if count > 1} == {}
    assert {name.removeprefix("case-study-") for name in chapters if name.startswith("case-study-")} == cases
    assert {name.removeprefix("organization-") for name in chapters if name.startswith("organization-")} == organizations
    assert {"page-about", "page-glossary", "page-lessons", "page-path", "page-key-messages"} <= set(chapters)
    title = text_of(next(heading for heading in pages[{"en": "en/case-studies/bizpal/", "fr": "fr/etudes-de-cas/perle/"}[language]].all("h1")))
    assert text_of(whole[language].by_id("case-study-bizpal")) == title


@each_language
def test_its_links_lead_within_it_or_to_the_site(whole, pages, language):
    """Contents list every chapter in order; no link is relative, none leads to an id that is not there."""
    page = whole[language]
    ids = set(page.ids)
    assert len(ids) == len(page.ids), [name for name, count in Counter(page.ids).items() if count > 1]
    wrong = [link for link in page.links if not re.match(r"https://|http://|mailto:", link) and link.removeprefix("#") not in ids]
    assert not wrong, told(wrong)
    beyond = {link.removeprefix("https://guide.example/").split("#")[0].split("?")[0] for link in page.links if link.startswith("https://guide.example/")}
    missing = [path for path in beyond if path.endswith("/") and path not in pages and not re.match(r"[cot]/|$", path)]
    assert not missing, told(missing)
    contents = [link.get("href") for nav in page.all("nav") for link in nav.iter("a")]
    assert contents == [f"#{heading.get('id')}" for heading in page.elements if heading.tag in ("h2", "h3") and heading.get("id") not in ("contents", None)]
    named = {target for element in page.elements for name in ("aria-labelledby", "aria-describedby", "for") for target in element.get(name, "").split()}
    assert named <= ids, sorted(named - ids)[:10]


@each_language
def test_it_is_well_formed_and_needs_nothing_else(whole, language):
    """Headings in order, one title, its language; nothing runs, nothing is fetched, nothing is folded away."""
    page = whole[language]
    levels = [int(element.tag[1]) for element in page.elements if re.fullmatch(r"h[1-6]", str(element.tag))]

    assert page.errors == [] and page.lang == language
    assert levels.count(1) == 1 and levels[0] == 1 and all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    assert not [element.tag for element in page.elements if element.tag in ("script", "img", "button", "form", "iframe", "template")]
    assert [link.get("rel") for link in page.all("link")] == ["canonical"]
    assert all(element.get("open") is not None for element in page.all("details"))


@each_language
def test_its_lists_and_regions_are_such_as_a_pdf_can_tag(whole, language):
    """Terms stand in their list itself, what is drawn is told in a table, and no landmarks of one name repeat with every case."""
    page = whole[language]
    within = {child.tag for terms in page.all("dl") for child in terms}

    assert within == {"dt", "dd"} and not list(page.all("svg"))
    assert [element for element in page.all("section") if "guide-glance" in element.get("class", "") and element.get("aria-labelledby")] == []
    assert next(table for table in page.all("table") if "guide-timeline__table" in table.get("class", "")) is not None


@each_language
def test_the_data_page_offers_it_with_its_size(site, pages, language):
    """In both languages, in the units of the language; no mark is left on any page."""
    path = {"en": "en/data/", "fr": "fr/donnees/"}[language]
    size = f"{(site / FILES[language]).stat().st_size / 1_000_000:.1f}".removesuffix(".0")
    told_size = f"{size} MB" if language == "en" else f"{size} Mo".replace(".", ",")

    assert told_size in pages[path].text.replace("\u00a0", " ").replace("\u202f", " ")
    assert not [page.path for page in pages.values() if "guide:size" in page.text]


@pytest.fixture(scope="module")
def with_pdf(tmp_path_factory) -> Path:
    """A small Guide, built with its PDF. `make test` installs WeasyPrint; a machine without Pango (.ci/run installs it) makes no PDF."""
    if run("-c", "import weasyprint", cwd=ROOT).returncode:
        pytest.skip("WeasyPrint or Pango is not installed (make .venv/.pdf; Debian: libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)")
    small = new_project(tmp_path_factory.mktemp("pdf") / "guide")
    done = small.build("--strict", GUIDE_PDF="1")
    assert done.returncode == 0, done.stdout
    return small.root / "site"


@each_language
def test_the_pdf_is_tagged_and_says_its_language_and_title(with_pdf, language):
    """As PDF/UA-1 asks: a tree of tags, a language, a title that is shown, bookmarks, links, fonts inside."""
    from pypdf import PdfReader

    reader = PdfReader(with_pdf / FILES[language].replace(".html", ".pdf"))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root and root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] and b'pdfuaid:part="1"' in root["/Metadata"].get_data()
    assert reader.metadata.title == {"en": "Service Delivery Partnerships Guide", "fr": "Guide des partenariats en matière de prestation de services"}[language]
    tags, within = Counter(), {"/L": set(), "/Table": set()}

    def count(element, parent: str = "") -> None:
        found = element.get_object()
        if isinstance(found, list):
            for child in found:
                count(child, parent)
        elif isinstance(found, dict) and "/S" in found:
            tags[found["/S"]] += 1
            within.setdefault(parent, set()).add(found["/S"])
            if "/K" in found:
                count(found["/K"], found["/S"])

    count(root["/StructTreeRoot"]["/K"])
    assert within["/L"] == {"/LI"} and within["/Table"] <= {"/THead", "/TBody", "/TR", "/Caption"}, within
    assert {"/H1", "/H2", "/H3", "/P", "/Link", "/L", "/LI"} <= set(tags), tags
    bookmarks = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert bookmarks == [reader.metadata.title] and {"en": "A counter for two governments", "fr": "Un comptoir pour deux gouvernements"}[language] in str(reader.outline)
    fonts = {font.get_object()["/BaseFont"] for page in reader.pages for font in page["/Resources"].get("/Font", {}).values()}
    assert fonts and all("DejaVu" in str(font) for font in fonts), fonts


def test_the_same_guide_gives_the_same_pdf(with_pdf):
    """No clock, no chance: made again from the same file, it has the same bytes."""
    again = pdf.Pdf((with_pdf / FILES["en"]).read_text("utf-8")).content()

    assert again == (with_pdf / FILES["en"].replace(".html", ".pdf")).read_bytes()


def test_what_weasyprint_says_is_passed_on(monkeypatch):
    """A missing Pango is told, not swallowed."""
    monkeypatch.setattr(pdf, "__file__", "/nowhere/pdf.py")

    with pytest.raises(RuntimeError, match="WeasyPrint ended with 2: .*nowhere"):
        pdf.Pdf("<p>x</p>").content()
