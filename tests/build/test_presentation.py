"""The presentation as it was built: the page of slides, the file beside it, the members' kits."""

from __future__ import annotations

import re
import shutil
import subprocess
from urllib.parse import unquote

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from .parsed import HEADINGS, SITE_URL, internal, text_of, told, words

PAGES = {"en": "en/presentation/", "fr": "fr/presentation/"}
FILES = {"en": "partnerships-guide", "fr": "guide-des-partenariats"}
KITS = {"en": "en/member-kits/", "fr": "fr/trousses-des-membres/"}
TAGS = {"en": "en-CA", "fr": "fr-CA"}
each_language = pytest.mark.parametrize("language", PAGES)


@pytest.fixture(scope="module")
def opened(site) -> dict[str, object]:
    """Every file of slides of the real site, opened by a program that nobody here wrote, by its path."""
    return {path.relative_to(site).as_posix(): Presentation(path) for path in sorted(site.rglob("*.pptx"))}


def shapes_of(slide) -> list:
    """The shapes of a slide in the order in which they are read out, those in groups too."""
    found = []
    for shape in slide.shapes:
        found += [shape, *(shape.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP else ())]
    return found


def runs_of(slide) -> list:
    frames = [shape.text_frame for shape in shapes_of(slide) if shape.has_text_frame]
    frames += [cell.text_frame for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return [run for frame in [*frames, slide.notes_slide.notes_text_frame] for paragraph in frame.paragraphs for run in paragraph.runs]


def test_every_page_of_slides_has_its_file_in_both_languages(pages, opened):
    """One for the Guide and one for each jurisdiction that has a page, named so that it says what it is."""
    expected = {path + f"{FILES[path[:2]]}{'-' + path.split('/')[2] if path.count('/') > 2 else ''}.pptx"
                for path in pages if path.split("/")[1] == "presentation"}

    assert set(opened) == expected and len(expected) >= 20
    for path, page in pages.items():
        if path.split("/")[1] == "presentation":
            assert [link for link in page.all("a") if link.get("download") is not None and path + link.get("href", "") in opened], path


def test_the_file_holds_the_slides_of_its_page(pages, opened):
    """The same titles in the same order, as titles that a reader can jump to, and the same notes."""
    wrong = []
    for path, file in opened.items():
        page = pages[path.rpartition("/")[0] + "/"]
        sections = page.all("section", _class="guide-slide")
        shown = [text_of(next(part for part in section if part.tag in HEADINGS)) for section in sections]
        notes = [words(" ".join("".join(part.itertext()) for part in section.iter("p") if part in list(next(section.iter("details"))))) for section in sections]
        titles = [words(slide.shapes.title.text_frame.text) for slide in file.slides]
        spoken = [words(slide.notes_slide.notes_text_frame.text) for slide in file.slides]
        wrong += [f"{path}: {titles} instead of {shown}"] if titles != shown else []
        wrong += [f"{path}: notes {spoken} instead of {notes}"] if spoken != notes else []

    assert not wrong, told(wrong)


def test_titles_are_titles_and_are_read_first(opened):
    """In the outline and for a screen reader, a slide begins with its title; the number of the slide comes last."""
    wrong = []
    for path, file in opened.items():
        for number, slide in enumerate(file.slides, 1):
            first, last = list(slide.shapes)[0], list(slide.shapes)[-1]
            if not first.is_placeholder or first.placeholder_format.type not in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE):
                wrong.append(f"{path} {number}: begins with {first.name}")
            if number > 1 and last.placeholder_format.type != PP_PLACEHOLDER.SLIDE_NUMBER:
                wrong.append(f"{path} {number}: ends with {last.name}")
            ids = [shape.shape_id for shape in shapes_of(slide)]
            wrong += [f"{path} {number}: shapes share a number"] if len(set(ids)) < len(ids) else []

    assert not wrong, told(wrong)


def test_maps_and_tables_have_alternative_texts(opened):
    """Everything that is more than text says what it shows; the map with each of its numbers."""
    seen, wrong = 0, []
    for path, file in opened.items():
        for slide in file.slides:
            for shape in slide.shapes:
                if shape.shape_type in (MSO_SHAPE_TYPE.GROUP, MSO_SHAPE_TYPE.PICTURE) or shape.has_table or shape.has_chart:
                    seen += 1
                    described = shape._element.xpath(".//p:cNvPr")[0].get("descr", "")
                    wrong += [f"{path}: {shape.name}"] if not described or (shape.shape_type == MSO_SHAPE_TYPE.GROUP and not re.search(r"\d", described)) else []

    assert seen > 60 and not wrong, told(wrong)


def test_every_text_in_the_file_has_its_language(opened):
    """Canadian English or French, for speech and spelling: the file's own almost everywhere."""
    for path, file in opened.items():
        tags = [run._r.rPr.get("lang") for slide in file.slides for run in runs_of(slide)]

        assert set(tags) <= set(TAGS.values()), path
        assert tags.count(TAGS[path[:2]]) > 0.9 * len(tags), path
        assert file.core_properties.language == TAGS[path[:2]]


def test_the_file_is_wide_and_bears_no_foreign_mark(opened, site):
    """Sixteen to nine; no thumbnail, no printer, no name of a program or of another master; dates of the data."""
    for path, file in opened.items():
        parts = " ".join(str(part.partname) for part in file.part.package.iter_parts())
        properties = file.core_properties

        assert abs(file.slide_width / file.slide_height - 16 / 9) < 0.001
        assert not re.search("thumbnail|printer|app.xml|media", parts), parts
        assert [layout.name for layout in file.slide_layouts] == ["Title Slide", "Title and Content", "Title Only"]
        assert properties.author == properties.last_modified_by and properties.created == properties.modified
        assert b"Click to edit" not in (site / path).read_bytes()


def test_every_link_in_the_file_leads_to_a_page_of_the_site_or_to_a_source(opened, site):
    """Whole addresses, of pages that exist."""
    seen, wrong = 0, []
    for path, file in opened.items():
        for address in {run.hyperlink.address for slide in file.slides for run in runs_of(slide) if run.hyperlink.address}:
            seen += 1
            if not address.startswith(("https://", "http://")):
                wrong.append(f"{path}: {address}")
            elif address.startswith(SITE_URL) and not (site / address.removeprefix(SITE_URL).partition("?")[0].partition("#")[0] / "index.html").is_file():
                wrong.append(f"{path}: {address} leads nowhere")

    assert seen > 200 and not wrong, told(wrong)


@each_language
def test_slides_stand_as_sections_with_their_titles(pages, language):
    """Without a script they are read from top to bottom, each under its heading; the map says its numbers."""
    page = pages[PAGES[language]]
    sections = page.all("section", _class="guide-slide")
    maps = [element for element in page.elements if element.get("class") == "guide-slide__map"]

    assert len(sections) > 10
    assert [section.get("aria-labelledby") for section in sections] == [f"slide-{n}" for n in range(1, len(sections) + 1)]
    assert [element.get("id") for element in page.main if element.tag == "h2"][:len(sections)] == [f"slide-{n}" for n in range(1, len(sections) + 1)]
    assert len(maps) == 1 and maps[0].get("role") == "img" and re.search(r"\d", maps[0].get("aria-label", ""))


@each_language
def test_the_hub_the_terms_and_the_kits_lead_to_the_presentation(pages, language):
    """A member finds it from where they are."""
    def targets(path: str) -> set[str]:
        return {found[0] for link in pages[path].links if (found := internal(pages[path], link))}

    hub = {"en": "en/engagement/", "fr": "fr/mobilisation/"}[language]
    term = {"en": "en/jurisdictions/ontario/", "fr": "fr/administrations/ontario/"}[language]
    assert {PAGES[language], KITS[language]} <= targets(hub)
    assert {f"{PAGES[language]}ontario/", f"{KITS[language]}ontario/"} <= targets(term)
    assert {f"{PAGES[language]}ontario/", f"{PAGES[language]}ontario/{FILES[language]}-ontario.pptx", term} <= targets(f"{KITS[language]}ontario/")
    assert {path for path in pages if path.startswith(KITS[language])} - {KITS[language]} <= targets(KITS[language])


def test_a_kit_offers_each_text_in_both_languages(pages):
    """The article and the e-mail stand twice, each with its language, and the buttons copy them."""
    kits = [page for path, page in pages.items() if path.startswith(tuple(KITS.values())) and path not in KITS.values()]

    assert len(kits) == 28
    for page in kits:
        for name in ("article", "mail"):
            assert [page.by_id(f"{name}-{language}").get("lang") for language in PAGES] == list(PAGES), page.path
        copied = {button.get("data-copies") for button in page.all("button") if button.get("data-copies")}
        assert {f"{name}-{language}" for name in ("article", "mail") for language in PAGES} <= copied
        assert len([link for link in page.links if link.startswith("mailto:?subject=")]) == 2


def test_texts_of_a_kit_lead_to_pages_that_exist(pages, site):
    """An address in an article or an e-mail is written out whole, in the language of the text."""
    seen, wrong = 0, []
    for path, page in pages.items():
        for name in ("article", "mail") if path.startswith(tuple(KITS.values())) and path not in KITS.values() else ():
            for language in PAGES:
                shown = text_of(page.by_id(f"{name}-{language}"))
                for address in re.findall(r"https://guide\.example/\S*", shown):
                    seen += 1
                    below = address.removeprefix(SITE_URL)
                    if not (site / below / "index.html").is_file() or (below and not below.startswith(f"{language}/")):
                        wrong.append(f"{path}: {address}")
        for link in page.links if path.startswith(tuple(KITS.values())) else ():
            assert not link.startswith("mailto:") or (len(link) < 1800 and "https://guide.example/" in unquote(link))

    assert seen > 200 and not wrong, told(wrong)


# --- an office program -------------------------------------------------------------------------------------------

@pytest.fixture(scope="module")
def office() -> str:
    """LibreOffice, where there is one."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if not found:
        pytest.skip("LibreOffice is not installed (Debian: apt-get install libreoffice-impress)")
    return found


@each_language
def test_libreoffice_opens_the_file_and_prints_every_slide(office, opened, site, tmp_path, language):
    """As many pages as slides, wide ones."""
    name = f"{PAGES[language]}{FILES[language]}.pptx"
    done = subprocess.run([office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", tmp_path, site / name],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300)
    printed = tmp_path / f"{FILES[language]}.pdf"
    assert printed.exists(), done.stdout
    content = printed.read_bytes()

    assert len(re.findall(rb"/Type\s*/Page\b", content)) == len(opened[name].slides)
    [width, height] = map(float, re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", content).groups())
    assert abs(width / height - 16 / 9) < 0.01
