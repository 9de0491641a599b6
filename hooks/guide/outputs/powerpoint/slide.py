"""One slide of a deck: which part goes where. Shapes stand in the order in which they are read out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...pages.page import Link
from ...pages.reader import Phrase
from ...pages.slides import Figure, Point, Slide
from .shapes import POINTS, Place, number_box, placeholder, table, text_box, tile_map
from .places import BODY_PLACE, COVER, TITLE_PLACE, CONTENT, TITLE_ONLY, tag
from .text import LINK, MUTED, SIZES, SMALL_SIZES, TITLE_SIZES, Paragraph, Run, fitted, height

LEFT, TOP, WIDTH, HEIGHT = BODY_PLACE
BOTTOM, SOURCES_TOP, GAP = TOP + HEIGHT, 6.4, 0.2
CARD_GAP, MAP_WIDTH, MAP_TOP = 0.35, 6.6, 0.1
FIGURE_SCALE, LEAD_SHARE = 1.9, 0.5
CARD_SIZES, TABLE_SIZES = (26, 24, 20, 18, 16, 15, 14, 13, 12, 11), (20, 18, 16, 15, 14, 13, 12)
_TITLE, _COVER_TITLE, _COVER_TEXT, _BODY = 'type="title"', 'type="ctrTitle"', 'type="subTitle" idx="1"', 'idx="1"'


class Sheet:
    """A slide under way. `relate` gives the id of an address among the slide's relationships, `words` are its fixed words."""

    def __init__(self, language: str, relate: Callable[[str], str], words: dict[str, str]) -> None:
        self.language, self.relate, self.words = language, relate, words
        self.shapes: list[str] = []
        self.used = 1  # the numbers of shapes: 1 is the slide itself

    def next_id(self, more: int = 0) -> int:
        """The number of the next shape; a group takes `more` numbers for what is in it."""
        self.used += 1 + more
        return self.used - more

    def run(self, phrase: Phrase | str, **more) -> Run:
        language = tag(phrase.lang) if isinstance(phrase, Phrase) and phrase.lang else self.language
        return Run(str(getattr(phrase, "text", phrase)), language, **more)

    def hold(self, kind: str, name: str, paragraphs: Sequence[Paragraph], size: float, place: Place | None = None) -> None:
        """A text in a place of the layout."""
        number = self.next_id()
        self.shapes.append(placeholder(number, f"{name} {number}", kind, paragraphs, size, self.relate, place))

    def body(self, paragraphs: Sequence[Paragraph], place: Place = BODY_PLACE, sizes: Sequence[int] = SIZES) -> None:
        size = fitted(paragraphs, (place[2] - 0.2) * POINTS, (place[3] - 0.1) * POINTS, sizes)
        self.hold(_BODY, "Text", paragraphs, size, None if place == BODY_PLACE else place)

    def box(self, name: str, place: Place, paragraphs: Sequence[Paragraph], size: float) -> None:
        self.shapes.append(text_box(self.next_id(), name, place, paragraphs, size, self.relate))


def layout_of(slide: Slide) -> int:
    """Which of the three layouts a slide has."""
    return COVER if slide.kind == "cover" else CONTENT if slide.lead or slide.points else TITLE_ONLY


def drawn(slide: Slide, number: int, sheet: Sheet) -> list[str]:
    """The shapes of a slide."""
    if slide.kind == "cover":
        _cover(sheet, slide)
    else:
        _title(sheet, slide.title)
        _content(sheet, slide)
        sheet.shapes.append(number_box(sheet.next_id(), sheet.words["number"], sheet.language, number))
    return sheet.shapes


def spoken(slide: Slide, sheet: Sheet) -> list[str]:
    """The shapes of the notes of a slide: its picture, and what the speaker says."""
    picture = '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    sheet.shapes, sheet.used = [picture], 2
    sheet.hold('type="body" sz="quarter" idx="3"', "Notes", [Paragraph((sheet.run(note),)) for note in slide.notes], 12)
    return sheet.shapes


def _title(sheet: Sheet, title: Phrase) -> None:
    paragraphs = [Paragraph((sheet.run(title, bold=True),))]
    sheet.hold(_TITLE, "Title", paragraphs, fitted(paragraphs, (TITLE_PLACE[2] - 0.2) * POINTS, TITLE_PLACE[3] * POINTS, TITLE_SIZES))


def _cover(sheet: Sheet, slide: Slide) -> None:
    """White on the dark ground of its layout."""
    sheet.hold(_COVER_TITLE, "Title", [Paragraph((sheet.run(slide.title, bold=True, colour="bg1"),))], 40 if len(str(slide.title)) < 50 else 34)
    lines = [slide.lead, *(point.text for point in slide.points)]
    sheet.hold(_COVER_TEXT, "Text", [Paragraph((sheet.run(line, colour="bg1"),)) for line in lines if line], 22)


def _content(sheet: Sheet, slide: Slide) -> None:
    lead = [Paragraph((sheet.run(slide.lead),))] if slide.lead else []
    points = [_point(sheet, point) for point in slide.points]
    if slide.map:
        _with_map(sheet, slide, lead + points)
    elif slide.figures:
        _with_figures(sheet, slide, lead)
    elif lead or points:
        sheet.body(lead + points)
    if slide.table:
        _table(sheet, slide)
    if slide.sources:
        text = [_links(sheet, slide.sources)]
        sheet.box(sheet.words["more"], (LEFT, SOURCES_TOP, WIDTH, 0.45), text, fitted(text, WIDTH * POINTS, 0.45 * POINTS, SMALL_SIZES))


def _point(sheet: Sheet, point: Point) -> Paragraph:
    """A line with its label in front; the address is on the label, or on the text."""
    runs = []
    if point.label:
        runs.append(sheet.run(point.label, bold=True, href=point.href))
    if point.label and point.text:
        runs.append(sheet.run(f"{sheet.words['colon']} "))
    if point.text:
        runs.append(sheet.run(point.text, href="" if point.label else point.href))
    return Paragraph(tuple(runs), bullet=True)


def _links(sheet: Sheet, links: Sequence[Link]) -> Paragraph:
    runs = [sheet.run(f"{sheet.words['more']} ", colour=MUTED)]
    for at, link in enumerate(links):
        runs += [sheet.run(" · ", colour=MUTED)] if at else []
        runs.append(sheet.run(link.text, href=link.href, colour=LINK))
    return Paragraph(tuple(runs))


def _with_map(sheet: Sheet, slide: Slide, paragraphs: Sequence[Paragraph]) -> None:
    """The text on the right, read first; the map on the left."""
    sheet.body(paragraphs, (LEFT + MAP_WIDTH + 0.4, TOP, WIDTH - MAP_WIDTH - 0.4, HEIGHT))
    sheet.shapes.append(tile_map(sheet.next_id(len(slide.map.tiles)), str(slide.title), (LEFT, TOP + MAP_TOP, MAP_WIDTH, 0), slide.map, sheet.language))


def _with_figures(sheet: Sheet, slide: Slide, lead: Sequence[Paragraph]) -> None:
    """The lead and the facts above, as one text; the figures below, side by side."""
    facts = [run for at, point in enumerate(slide.points) for run in (*([sheet.run(" · ")] if at else []), *_point(sheet, point).runs)]
    texts, top = [*lead, *([Paragraph(tuple(facts))] if facts else [])], TOP
    if texts:
        size = fitted(texts, (WIDTH - 0.2) * POINTS, HEIGHT * LEAD_SHARE * POINTS, SIZES[3:])
        used = height(texts, size, (WIDTH - 0.2) * POINTS) / POINTS + GAP
        sheet.body(texts, (LEFT, TOP, WIDTH, used), (size,))
        top += used + GAP
    width = (WIDTH - CARD_GAP * (len(slide.figures) - 1)) / len(slide.figures)
    texts = [_card(sheet, figure) for figure in slide.figures]
    size = min(fitted(text, width * POINTS, (BOTTOM - top) * POINTS, CARD_SIZES) for text in texts)
    for at, (figure, text) in enumerate(zip(slide.figures, texts, strict=True)):
        sheet.box(str(figure.unit), (LEFT + at * (width + CARD_GAP), top, width, BOTTOM - top), text, size)


def _card(sheet: Sheet, figure: Figure) -> list[Paragraph]:
    """A figure: the number, what it counts and when, what was said, and who said it."""
    year = (sheet.run(f" ({figure.year})", bold=True),) if figure.year else ()
    found = [Paragraph((sheet.run(figure.number, bold=True, scale=FIGURE_SCALE, colour="tx2"),)), Paragraph((sheet.run(figure.unit, bold=True), *year))]
    if figure.statement:
        found.append(Paragraph((sheet.run(figure.statement),)))
    if figure.source:
        found.append(Paragraph((sheet.run(f"{sheet.words['source']} ", scale=0.8, colour=MUTED), sheet.run(figure.source.text, scale=0.8, href=figure.source.href))))
    return found


def _table(sheet: Sheet, slide: Slide) -> None:
    """A table as high as its text; numbers stand to the right in a narrow column."""
    shown = slide.table
    widths = (8.0, 2.5) if shown.is_counted else (2.9, WIDTH - 2.9)
    head = [Paragraph((sheet.run(cell, bold=True, colour="bg1"),)) for cell in shown.head]
    rows = [head, *([Paragraph((sheet.run(cell, bold=at == 0),)) for at, cell in enumerate(row)] for row in shown.rows)]
    for size in TABLE_SIZES:
        heights = [max(height([cell], size, (width - 0.2) * POINTS) for cell, width in zip(row, widths, strict=True)) / POINTS + 0.1 for row in rows]
        if sum(heights) <= HEIGHT - 0.1:
            break
    place = (LEFT, TOP, sum(widths), sum(heights))
    sheet.shapes.append(table(sheet.next_id(), str(shown.caption), place, widths, rows, heights, size, sheet.relate, shown.is_counted))
