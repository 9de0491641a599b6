"""The file for PowerPoint from decks made for the test: texts that are as long as a record may be, odd characters, no clock."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.util import Pt

from guide.outputs.powerpoint import files, package, presentation, template
from guide.outputs.powerpoint.text import TITLE_SIZES, Paragraph, Run, fitted
from guide.pages import presentation as presentation_pages
from guide.pages.page import Link
from guide.pages.reader import Phrase
from guide.pages.slides import Deck, Figure, Point, Slide, Table, decks
from tests.project import bare_frames, pages_of

from .samples import case


def deck_of(*slides: Slide, modified: str = "2026-11-22") -> Deck:
    return Deck("A deck", "en", "en/presentation/", "deck.pptx", modified, slides)


def opened(deck: Deck, site):
    return Presentation(BytesIO(presentation(deck, site)))


def sentence(letters: int) -> Phrase:
    """A text of a length, in words of five letters."""
    return Phrase(("Words " * (letters // 6 + 1))[:letters])


def test_a_case_as_long_as_a_record_may_be_fits_its_slide(site_of):
    """Title, summary, three statements and three sources at their limits: nothing is smaller than 9 points or leaves the slide."""
    figures = tuple(Figure("more than 1,000,000", sentence(80), "2020", sentence(600), Link("https://example.ca/", sentence(300))) for _ in range(3))
    slide = Slide("case", sentence(160), sentence(320), figures, points=(Point(sentence(60), sentence(20)),) * 3, sources=(Link("../", sentence(30)),), notes=(sentence(600),))
    made = opened(deck_of(slide), site_of())
    shapes = [shape for shape in made.slides[0].shapes if shape.has_text_frame and not shape.is_placeholder]

    assert all(shape.left >= 0 and shape.left + shape.width <= made.slide_width and shape.top + shape.height <= made.slide_height for shape in shapes)
    assert min(run.font.size.pt for shape in shapes for paragraph in shape.text_frame.paragraphs for run in paragraph.runs) >= 9
    assert made.slides[0].shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt >= min(TITLE_SIZES)


def test_three_failures_as_long_as_they_may_be_fit_their_slide(site_of):
    """600 letters each, with a title of 160, at 14 points or more."""
    slide = Slide("failures", sentence(20), sentence(80), points=tuple(Point(sentence(600), sentence(160), "../x/") for _ in range(3)))
    body = opened(deck_of(slide), site_of()).slides[0].placeholders[1]
    sizes = {run.font.size.pt for paragraph in body.text_frame.paragraphs for run in paragraph.runs}

    assert len(sizes) == 1 and sizes.pop() >= 14


def test_a_table_of_all_that_there_may_be_stays_above_the_foot(site_of):
    """Five messages of 160 letters; a dozen kinds of arrangement."""
    rows = tuple((sentence(30), sentence(160)) for _ in range(5))
    counted = tuple((sentence(60), Phrase("12")) for _ in range(10))
    slides = [Slide("messages", sentence(20), table=Table(sentence(20), (sentence(8), sentence(8)), rows)),
              Slide("table", sentence(20), table=Table(sentence(20), (sentence(8), sentence(8)), counted, is_counted=True))]
    made = opened(deck_of(*slides), site_of())

    for slide in made.slides:
        [frame] = [shape for shape in slide.shapes if shape.has_table]
        assert frame.top + frame.height <= made.slide_height - Pt(80)
        assert frame.table.first_row


def test_odd_characters_stay_text(site_of):
    """What a contributor typed cannot end an element or an attribute."""
    odd = 'A <b> & "quotes" \' ]]> Kátł’odeeche'
    slide = Slide("case", Phrase(odd), Phrase(odd), (Figure("1", Phrase(odd), "2020", Phrase(odd), Link('https://example.ca/?a="b"&c=<d>', Phrase(odd))),), notes=(Phrase(odd),))
    made = opened(deck_of(slide), site_of()).slides[0]

    assert made.shapes.title.text_frame.text == odd and made.notes_slide.notes_text_frame.text == odd
    assert [run.hyperlink.address for shape in made.shapes if shape.has_text_frame for paragraph in shape.text_frame.paragraphs for run in paragraph.runs if run.hyperlink.address] \
        == ['https://example.ca/?a="b"&c=<d>']


def test_a_passage_in_the_other_language_says_so(site_of):
    """A screen reader and a spelling checker change their language with the text."""
    made = opened(deck_of(Slide("contribute", Phrase("English"), points=(Point(Phrase("Français", "fr")),))), site_of()).slides[0]
    tags = {run.text: run._r.rPr.get("lang") for shape in made.shapes for paragraph in shape.text_frame.paragraphs for run in paragraph.runs}

    assert (tags["English"], tags["Français"]) == ("en-CA", "fr-CA")


def test_addresses_are_whole(site_of):
    """The file is read elsewhere."""
    made = opened(deck_of(Slide("contribute", Phrase("T"), points=(Point(Phrase("A"), href="../case-studies/x/?a=b"),))), site_of()).slides[0]

    assert made.placeholders[1].text_frame.paragraphs[0].runs[0].hyperlink.address == "https://guide.example/en/case-studies/x/?a=b"


def test_no_clock_reaches_the_file(site_of, monkeypatch):
    """The same deck gives the same bytes at any hour; its dates are those of the data, or of no day at all."""
    site = site_of(case())
    first = presentation(deck_of(Slide("contribute", Phrase("T"))), site)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    again = presentation(deck_of(Slide("contribute", Phrase("T"))), site)
    properties = Presentation(BytesIO(again)).core_properties

    assert first == again
    assert {member.date_time for member in zipfile.ZipFile(BytesIO(again)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert (str(properties.created), str(properties.modified)) == ("2026-11-22 00:00:00",) * 2
    assert str(Presentation(BytesIO(presentation(deck_of(Slide("contribute", Phrase("T")), modified=""), site))).core_properties.modified) == "1980-01-01 00:00:00"


def test_a_file_is_whole(site_of):
    """Each part stands once, something leads to it, and its type is told; a slide is listed once; an address that comes twice is one relation."""
    slide = Slide("contribute", Phrase("T"), points=(Point(Phrase("A"), href="../x/"), Point(Phrase("B"), href="../x/")), notes=(Phrase("Said"),))
    only = Slide("table", Phrase("T"), table=Table(Phrase("T"), (Phrase("A"), Phrase("B")), ()), notes=(Phrase("Said"),))
    packed = presentation(deck_of(Slide("cover", Phrase("T")), slide, only), site_of())
    names, made = zipfile.ZipFile(BytesIO(packed)).namelist(), Presentation(BytesIO(packed))
    led_to = {part.partname.membername: part.content_type for part in made.part.package.iter_parts()}

    assert sorted(name for name in names if not name.endswith(".rels")) == sorted(["[Content_Types].xml", *led_to])
    assert [name for name, kind in led_to.items() if kind == CT.PML_SLIDE] == [f"ppt/slides/slide{number}.xml" for number in (1, 2, 3)]
    assert [name for name, kind in led_to.items() if kind == CT.PML_NOTES_SLIDE] == [f"ppt/notesSlides/notesSlide{number}.xml" for number in (2, 3)]
    assert [slide.slide_layout.name for slide in made.slides] == ["Title Slide", "Title and Content", "Title Only"]
    assert [slide.slide_id for slide in made.slides] == [256, 257, 258] and len(made.part._element.findall("{*}sldIdLst")) == 1
    assert [relation.target_ref for relation in made.slides[1].part.rels.values() if relation.is_external] == ["https://guide.example/en/x/"]
    assert made.slides[2].notes_slide.notes_text_frame.text == "Said" and made.slides[2].notes_slide.part.related_part("rId2") is made.slides[2].part


def test_no_mark_of_the_empty_presentation_is_left(site_of):
    """The Guide's name, its language and the deck's own title and day stand in their place, whatever characters they have."""
    deck = Deck('A <b> & "c"', "fr", "fr/presentation/", "deck.pptx", "2026-11", (Slide("cover", Phrase("T")),))
    with zipfile.ZipFile(BytesIO(presentation(deck, site_of()))) as file:
        marked = [name for name in file.namelist() for mark in (package.LANGUAGE, package.AUTHOR, package.TITLE, package.DAY) if mark.encode() in file.read(name)]
    told = opened(deck, site_of()).core_properties

    assert marked == []
    assert opened(deck._replace(title="Since 1980-01-01 {author}"), site_of()).core_properties.title == "Since 1980-01-01 {author}"
    assert (told.title, told.author, told.language, str(told.created)) == ('A <b> & "c"', "Guide des partenariats en matière de prestation de services", "fr-CA", "2026-11-01 00:00:00")


def test_the_empty_presentation_is_as_it_is_made():
    """After a change of its places, colours or letters, or of the library that makes it: guide schema."""
    kept, made = (zipfile.ZipFile(BytesIO(content)) for content in (package.EMPTY.read_bytes(), template.empty_presentation()))

    assert {name: kept.read(name) for name in kept.namelist()} == {name: made.read(name) for name in made.namelist()}


def test_a_file_stands_beside_each_page_of_slides(site_of):
    """One for the Guide and one for each jurisdiction with a case; kits and other pages have none."""
    site = site_of()
    made = dict(files(decks(pages_of(presentation_pages, site, "fr")), site))

    assert list(made) == ["fr/presentation/guide-des-partenariats.pptx", "fr/presentation/ca-ns-fr/guide-des-partenariats-ca-ns-fr.pptx"]
    assert Presentation(BytesIO(made["fr/presentation/guide-des-partenariats.pptx"])).core_properties.language == "fr-CA"


def test_a_build_writes_the_files_of_both_languages_when_its_pages_are_done(project):
    """The views of pages end with them; the decks are kept until the files are written."""
    build, files = project().prepare(), []
    build.frames = bare_frames()
    for language in ("en", "fr"):
        build.write_language(language, lambda path, content: files.append(path))
    written = [path for path in files if path.endswith(".pptx")]

    assert written == ["en/presentation/partnerships-guide.pptx", "en/presentation/ca-ns/partnerships-guide-ca-ns.pptx",
                       "fr/presentation/guide-des-partenariats.pptx", "fr/presentation/ca-ns-fr/guide-des-partenariats-ca-ns-fr.pptx"]


def test_a_larger_text_gets_a_smaller_size():
    """Down to the smallest, never below."""
    sizes = [fitted([Paragraph((Run("word " * n, "en"),))], 300, 200, (20, 16, 12)) for n in (5, 60, 100, 1000)]

    assert sizes == sorted(sizes, reverse=True) and (sizes[0], sizes[-1]) == (20, 12)
