"""The decks and the kits before they are shown: which slides, in which order, and where each number comes from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from urllib.parse import parse_qs, urlsplit

import pytest

from guide.build import prepare
from guide.languages import LANGUAGES
from guide.pages import member_kits, presentation
from guide.pages.member_kits import KitView
from guide.pages.page import Page
from guide.pages.reader import Reader
from guide.pages.slides import Deck, Slide
from guide.site import Settings, Site
from guide.strings import strings
from tests.project import ROOT, pages_of

from .samples import MESSAGE, MESSAGE_TEXT, another_case, case, edited

each_language = pytest.mark.parametrize("language", LANGUAGES)
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


@pytest.fixture(scope="module")
def real() -> Site:
    """The real Guide."""
    return prepare(ROOT, Settings("https://guide.example/")).site


def decks(site: Site, language: str) -> dict[str, Deck]:
    """The decks of a language by jurisdiction; that of the whole Guide under ""."""
    return {page.key if page.kind == "presentation" else "": page.view.deck for page in pages_of(presentation, site, language)}


def kits(site: Site, language: str) -> dict[str, Page]:
    return {page.key: page for page in pages_of(member_kits, site, language) if page.kind == "member_kit"}


def slide_of(deck: Deck, kind: str) -> Slide:
    return next(slide for slide in deck.slides if slide.kind == kind)


def texts(slide: Slide) -> Iterator[str]:
    """Everything that a slide shows or says."""
    yield from (str(text) for text in (slide.title, slide.lead) if text)
    for figure in slide.figures:
        yield from (figure.number, str(figure.unit), figure.year, str(figure.statement or ""), str(figure.source.text) if figure.source else "")
    yield from (str(text) for point in slide.points for text in (point.label, point.text) if text)
    yield from (str(cell) for row in ((slide.table.head, *slide.table.rows) if slide.table else ()) for cell in row)
    yield from ((slide.map.alternative, *(tile.number for tile in slide.map.tiles)) if slide.map else ())
    yield from (str(link.text) for link in slide.sources)
    yield from map(str, slide.notes)


def numbers(text: str) -> set[str]:
    """The numbers of a text, however its language writes them. Addresses are no text."""
    text = re.sub(r"https?://\S+", "", text)
    text = re.sub(r"(?<=\d)[, \u00a0\u202f](?=\d{3}(?!\d))", "", text)
    return {found.replace(",", ".") for found in NUMBER.findall(text)}


def in_file(site: Site, name: str) -> set[str]:
    """The numbers in the file of a case, but those of the dates on which somebody looked at it."""
    text = (ROOT / site.library.documents["case_study", name].path).read_text("utf-8")
    return numbers(re.sub(r"(?m)^ *(?:- )?(?:seen_on|on|verified|review_by):.*$", "", text))


# --- counted anew, by the tests' own rules -----------------------------------------------------------------------

def places_of(site: Site, record) -> set[str]:
    return {site.library.organizations[partner.organization].jurisdiction for partner in record.partners}


def cases_of(site: Site, term: str) -> dict:
    return {name: record for name, record in site.library.case_studies.items() if not term or term in places_of(site, record)}


def counts(site: Site, term: str) -> dict[str, set[int]]:
    """What each counting slide of a deck may say, by its kind."""
    found = cases_of(site, term).values()
    partners = {partner.organization for record in found for partner in record.partners}
    places = [places_of(site, record) for record in found]
    meetings = Counter(frozenset(pair) for there in places for pair in combinations(sorted(there), 2))
    per_place = Counter(place for there in places for place in there)
    return {
        "numbers": {len(found), len(partners), len(set().union(*places)) if places else 0},
        "table": {*Counter(record.arrangement for record in found if record.arrangement).values(),
                  *Counter(channel for record in found for channel in record.channels or ()).values()},
        "meetings": {0, *per_place.values(), *meetings.values()},
    }


@each_language
def test_no_slide_holds_a_number_that_the_data_does_not(real, language):
    """Each number is counted in the build, or stands in the file of a record that the slide shows."""
    wrong, seen = [], 0
    library = real.library
    files = {name: in_file(real, name) for name in library.case_studies}
    addresses = {real.routes.path("case_study", name, language): name for name in library.case_studies}
    records = set().union(*(numbers((ROOT / document.path).read_text("utf-8")) for (kind, _), document in library.documents.items() if kind in ("milestone", "key_message")))
    for term, deck in decks(real, language).items():
        counted = {kind: {str(n) for n in found} for kind, found in counts(real, term).items()}
        for slide in deck.slides:
            shown = {addresses[path] for path in addresses for link in [*(point.href for point in slide.points), *(link.href for link in slide.sources)]
                     if link.rstrip("/").endswith(path.rstrip("/").partition("/")[2])}
            allowed = counted.get(slide.kind, set()).union(*(files[name] for name in shown))
            allowed |= records if slide.kind in ("purpose", "messages") else set()
            allowed |= numbers(deck.modified.replace("-", " ")) | {str(int(part)) for part in deck.modified.split("-")} if slide.kind == "cover" else set()
            found = set().union(*map(numbers, texts(slide)))
            seen += len(found)
            wrong += [f"{deck.title}, {slide.id}: {sorted(found - allowed)}"] if found - allowed else []

    assert seen > 300 and wrong == []


@each_language
def test_no_kit_holds_a_number_that_the_data_does_not(real, language):
    """Its numbers are those of the whole Guide and of its jurisdiction; the cases it tells are in their own words."""
    wrong = []
    whole = counts(real, "")["numbers"]
    for term, page in kits(real, language).items():
        view: KitView = page.view
        allowed = {str(n) for n in whole | {len(cases_of(real, term))}}.union(*(in_file(real, name) for name in cases_of(real, term)))
        for bundle in view.bundles:
            said = " ".join([bundle.article.title, *bundle.article.before, *(f"{case.title} {case.summary}" for case in bundle.article.cases), str(bundle.article.failure),
                             *(text for text, _ in bundle.article.after), bundle.mail.subject, *(line.striptags() for line in bundle.mail.lines), view.lead])
            wrong += [f"{page.title}: {found}"] if (found := numbers(said) - allowed) else []

    assert wrong == []


def test_the_fixed_words_of_slides_and_kits_hold_no_number():
    """What is written once for all cannot count anything."""
    for language in LANGUAGES:
        words = {key: text for key, text in strings(language).texts.items() if key.startswith(("deck.", "member-kit.", "member-kits."))}

        assert len(words) > 90
        assert [key for key, text in words.items() if re.search(r"\d", str(text))] == []


@each_language
def test_the_numbers_of_the_decks_are_those_of_the_cases(real, language):
    """Cases, organizations and jurisdictions, counted another way; and the tables row by row."""
    for term, deck in decks(real, language).items():
        reader, found = Reader(real, language, deck.path), cases_of(real, term)
        partners = {partner.organization for record in found.values() for partner in record.partners}
        places = set().union(*(places_of(real, record) for record in found.values()))
        table = next(slide.table for slide in deck.slides if slide.table and slide.table.is_counted)
        arrangements = Counter(str(reader.label("arrangement", record.arrangement)) for record in found.values() if record.arrangement)

        assert [figure.number for figure in slide_of(deck, "numbers").figures] == [reader.number(len(group)) for group in (found, partners, places)]
        assert {str(label): str(n) for label, n in table.rows} == {label: reader.number(n) for label, n in arrangements.items()}


@each_language
def test_the_map_says_in_words_what_its_tiles_show(real, language):
    """For each jurisdiction the number on its tile stands in the alternative text beside its name."""
    for term, deck in decks(real, language).items():
        slide, reader = slide_of(deck, "meetings"), Reader(real, language, deck.path)
        shown = {place: sum(place in places_of(real, record) for record in cases_of(real, term).values()) for place in real.library.terms["jurisdiction"]}
        names = {place: reader.words("deck.meetings.tile", place=reader.label("jurisdiction", place), number=n) for place, n in shown.items() if place != term}

        assert [name for name in names.values() if name not in slide.map.alternative] == []
        assert len(slide.map.tiles) == len(shown)
        assert {tile.code: tile.number for tile in slide.map.tiles if not tile.is_own} == {place.rpartition("-")[2]: str(n) for place, n in shown.items() if place != term}


def test_both_languages_have_the_same_slides(real):
    """The same kinds in the same order, with the same cases, so that #slide-3 means the same."""
    english, french = (decks(real, language) for language in LANGUAGES)

    assert list(english) == list(french)
    for term in english:
        shape = [[(slide.id, slide.kind, len(slide.points), len(slide.figures), len(slide.notes)) for slide in deck[term].slides] for deck in (english, french)]
        assert shape[0] == shape[1]
        assert [slide.id for slide in english[term].slides] == [f"slide-{n}" for n in range(1, len(english[term].slides) + 1)]


def test_the_whole_deck_tells_everything_in_its_order(real):
    """From what the Guide is for to where to find it, with examples, failures, messages and what members do."""
    kinds = [slide.kind for slide in decks(real, "en")[""].slides]
    order = ["cover", "purpose", "numbers", "table", "meetings", "case", "failures", "messages", "asked", "contribute", "find"]

    assert list(dict.fromkeys(kinds)) == order
    assert 3 <= kinds.count("case") <= 5


@each_language
def test_the_deck_of_a_jurisdiction_tells_its_own_cases(real, language):
    """Every case that it shows, lists or tells as a failure has a partner there."""
    for term, deck in decks(real, language).items():
        own = {real.routes.path("case_study", name, language) for name in cases_of(real, term)}
        others = {real.routes.path("case_study", name, language) for name in real.library.case_studies} - own
        links = [link for slide in deck.slides for link in [*(point.href for point in slide.points), *(link.href for link in slide.sources)]]

        assert [link for link in links for path in others if link.endswith("/" + path.partition("/")[2])] == []
        assert term == "" or deck.file.endswith(f"-{real.library.terms['jurisdiction'][term].slug.within(language)[0]}.pptx")


def test_only_a_jurisdiction_with_a_case_has_a_deck_and_each_has_a_kit(site_of):
    """In a Guide with one case in Nova Scotia, Ontario has a kit that says so, with the slides of the whole Guide."""
    site = site_of({MESSAGE: MESSAGE_TEXT})
    kit = kits(site, "en")["CA-ON"].view

    assert list(decks(site, "en")) == ["", "CA-NS"]
    assert list(kits(site, "en")) == ["CA-NS", "CA-ON"]
    assert kit.lead.startswith("The Guide has no case study with a partner of this jurisdiction (Ontario (province)) yet.")
    assert kit.bundles[0].article.cases == [] and kit.bundles[0].article.failure == ""
    assert [slide.kind for slide in kit.slides] == ["numbers", "contribute", "find"]
    assert kit.presentation.href == "../../presentation/" and kit.file.href == "../../presentation/partnerships-guide.pptx"
    assert [slide.kind for slide in kits(site, "en")["CA-NS"].view.slides] == ["numbers", "case", "find"]


def test_a_guide_without_cases_still_has_its_deck(site_of):
    """Nothing is counted that is not there, and no slide is empty."""
    site = site_of({"guide_data/case_studies/counter.yml": None, "docs/about.en.md": "---\ntitle: T\nslug: about\ndescription: D\nmodified: 2026-11-22\n---\n# T\n",
                    "docs/about.fr.md": "---\ntitle: T\nslug: a-propos\ndescription: D\nmodified: 2026-11-22\n---\n# T\n"})
    deck = decks(site, "fr")[""]

    assert [slide.kind for slide in deck.slides] == ["cover", "purpose", "numbers", "asked", "contribute", "find"]
    assert [figure.number for figure in slide_of(deck, "numbers").figures] == ["0", "0", "0"]
    assert deck.modified == ""


# --- cases on slides ---------------------------------------------------------------------------------------------

def test_a_failure_is_told_in_the_words_of_its_case_and_not_as_an_example(site_of):
    """Its first point stands on the slide of failures; the examples leave it out."""
    failed = another_case("failed", ("what_did_not_work: unknown", "what_did_not_work:\n  - en: The counter closed.\n    fr: Le comptoir a fermé."),
                          ("      - problem\n", "      - problem\n      - what_did_not_work\n"))
    deck = decks(site_of(failed), "en")[""]

    assert [str(point.text) for point in slide_of(deck, "failures").points] == ["The counter closed."]
    assert [str(slide.sources[0].href) for slide in deck.slides if slide.kind == "case"] == ["../case-studies/shared-counter/"]


def test_a_case_without_a_figure_shows_what_it_achieved_or_that_nobody_knows(site_of):
    """No number is put in the place of one that is missing."""
    no_figure = case(("    figure: 1200\n    unit:\n      en: people\n      fr: personnes\n", ""))
    slide = slide_of(decks(site_of(no_figure), "en")["CA-NS"], "case")
    assert slide.figures == () and str(slide.points[-1].text) == "The counter served people."

    text = next(iter(no_figure.values()))
    unknown = {next(iter(no_figure)): re.sub(r"(?s)results:\n.*?\nwhat", "results: unknown\nwhat", text)}
    slide = slide_of(decks(site_of(unknown), "en")["CA-NS"], "case")
    assert str(slide.points[-1].text) == "No result with a source is known yet. If you know one, tell us."


def test_a_figure_stands_with_its_year_its_source_and_its_sentence(real):
    """A number alone could be taken for the effect of a partnership when it is the size of the problem."""
    figures = [figure for deck in decks(real, "en").values() for slide in deck.slides if slide.kind == "case" for figure in slide.figures]

    assert len(figures) > 40
    assert all(re.fullmatch(r"\d{4}", figure.year) and figure.source.href and str(figure.statement) and str(figure.unit) for figure in figures)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_reaches_no_slide_and_no_kit(site_of, language):
    """Neither its name nor its numbers, nor the count of cases."""
    draft = another_case("draft", ("  basis: public-sources", "  basis: pending"), ("figure: 1200", "figure: 98765"))
    site = site_of(draft)
    slides = [slide for deck in decks(site, language).values() for slide in deck.slides]
    views = " ".join(repr(page.view) for page in kits(site, language).values())

    assert not any("draft" in text or "98" in text for slide in slides for text in texts(slide))
    assert "Case draft" not in views and "Étude draft" not in views and "98765" not in views
    assert {figure.number for slide in slides if slide.kind == "numbers" for figure in slide.figures} == {"1"}


# --- kits --------------------------------------------------------------------------------------------------------

@each_language
def test_an_email_opens_in_any_program_and_says_what_the_page_shows(real, language):
    """Its address is short enough, has no receiver, and holds the lines of the page."""
    for page in kits(real, language).values():
        assert {bundle.language for bundle in page.view.bundles} == set(LANGUAGES)
        for bundle in page.view.bundles:
            parts = urlsplit(bundle.mail.href)
            asked = parse_qs(parts.query, strict_parsing=True)
            assert len(bundle.mail.href) < 1800 and (parts.scheme, parts.path) == ("mailto", "")
            assert asked["subject"] == [bundle.mail.subject]
            assert asked["body"][0].split("\r\n\r\n") == [line.striptags() for line in bundle.mail.lines]


def test_an_email_leaves_out_cases_for_which_there_is_no_room(site_of):
    """With long titles fewer cases are named, and the number of all of them is still said."""
    files = {}
    for n in range(6):
        files |= another_case(f"long-{n}", (f"en: Case long-{n}", f"en: Étude {n} {'é' * 140}"))
    mail = kits(site_of(files), "en")["CA-NS"].view.bundles[0].mail

    assert len(mail.href) < 1800
    assert 0 < sum("Étude" in line for line in mail.lines) < 5
    assert any("7" in line for line in mail.lines)


@each_language
def test_every_jurisdiction_says_what_a_partner_from_there_is(real, language):
    """`from Ontario`, « de l'Ontario »: a form of its own, written in each language."""
    for name, term in real.library.terms["jurisdiction"].items():
        assert getattr(term.origin, language), name
    origins = [getattr(term.origin, language) for term in real.library.terms["jurisdiction"].values()]
    starts = ("from ",) if language == "en" else ("de ", "de l'", "du ", "des ")
    assert len(set(origins)) == 14 and all(origin.startswith(starts) for origin in origins)


def test_a_kit_shows_the_card_and_the_feeds(site_of):
    """The list of cases as a card is always offered; feeds where the jurisdiction has a case to follow, as addresses in full."""
    made = kits(site_of(), "fr")

    card, *feeds = made["CA-NS"].view.outputs
    assert card.href == "../../embed/t/jurisdiction/CA-NS/"
    assert [link.text.rpartition("/")[2] for link in feeds] == ["feed.xml", "feed.json"]
    assert all(link.text.startswith("https://guide.example/fr/") for link in feeds)
    assert [len(kit.view.outputs) for name, kit in made.items() if name != "CA-NS"] == [1] * (len(made) - 1)


def test_a_kit_offers_short_and_medium_messages_and_leads_to_the_rest(site_of):
    """The long form stands on the page of messages."""
    view = kits(site_of({MESSAGE: MESSAGE_TEXT}), "en")["CA-NS"].view

    assert [form.id for audience in view.audiences for message in audience.messages for form in message.forms] == ["one-short", "one-medium"]
    assert view.messages.href == "../../key-messages/"


def test_kits_and_variants_stay_out_of_the_search(real):
    """They repeat what cases say; only the whole presentation is found."""
    pages = [*pages_of(presentation, real, "en"), *pages_of(member_kits, real, "en")]

    assert [page.path for page in pages if page.is_searched] == ["en/presentation/"]
