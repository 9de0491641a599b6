"""Search as a reader uses it: what is found for what is typed, and the dialog around it.

The queries stand in tests/data/queries/, a file for each language.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from guide.build import prepare
from guide.outputs import search_index
from guide.outputs.search import folded
from guide.routes import Routes
from guide.site import Settings
from tests.build.parsed import told
from tests.project import ROOT

from .scripts import TOO_WIDE

LANGUAGES = ("en", "fr")
OTHER = {"en": "fr", "fr": "en"}
QUERIES = {language: yaml.safe_load((ROOT / f"tests/data/queries/{language}.yml").read_text("utf-8")) for language in LANGUAGES}
FIRST = 3
# A query in both languages that finds more pages than are listed, and one that finds nothing but has near names.
MANY = {"en": "services", "fr": "services"}
NOTHING = {"en": "pasports", "fr": "pasports"}
PASSPORTS = {"en": "Passports", "fr": "Passeports"}

# Types queries one after the other, as fast as the dialog answers, and keeps what it shows for each.
ASK = """(queries) => {
  const part = (name) => document.querySelector('.guide-search__' + name);
  const ask = async (query) => {
    part('status').textContent = '';
    part('input').value = query;
    part('input').dispatchEvent(new Event('input', {bubbles: true}));
    await new Promise((done) => new MutationObserver((_, seen) => {
      if (part('status').textContent) { seen.disconnect(); done(); }
    }).observe(part('status'), {childList: true}));
    return {status: part('status').textContent, paths: [...part('results').querySelectorAll('a')].map((link) => new URL(link.href).pathname.slice(1))};
  };
  window.answers = (async () => { const all = []; for (const query of queries) all.push(await ask(query)); return all; })();
  return true;
}"""


class Dialog:
    """The search dialog of a page."""

    def __init__(self, page) -> None:
        self.page = page
        self.window, self.input, self.status, self.opener = (page.locator(f".guide-search{part}") for part in ("", "__input", "__status", "__open"))
        self.results = page.locator(".guide-search__results a")

    def open(self) -> "Dialog":
        self.opener.click()
        return self

    def ask(self, query: str) -> str:
        """Type a query and wait for its answer."""
        self.status.evaluate("element => { element.textContent = ''; }")
        self.input.fill(query)
        self.page.wait_for_function("() => document.querySelector('.guide-search__status').textContent")
        return self.status.inner_text()

    def focused(self) -> str:
        """Where the keyboard is: the class of the element, or the number of a result."""
        return self.page.evaluate("""() => {
          const at = [...document.querySelectorAll('.guide-search__results a')].indexOf(document.activeElement);
          return at >= 0 ? 'result ' + at : document.activeElement.className || document.activeElement.tagName;
        }""")


@pytest.fixture
def dialog_of(visitor):
    """Opens a page of the Guide, and gives its dialog, closed."""

    def visit(path: str = "/en/", width: int = 1280, **settings: object) -> Dialog:
        page = visitor(width, **settings)
        page.goto(path)
        return Dialog(page)

    return visit


@pytest.fixture(scope="module")
def routes(built: Path) -> Routes:
    return prepare(built, Settings("https://guide.example/")).site.routes


# --- what is found ---------------------------------------------------------------------------------------------

@pytest.fixture(scope="module")
def answers(browser, address) -> Iterator[dict[str, list[dict]]]:
    """What the dialog shows for every query, in both languages at the same time."""
    context = browser.new_context(base_url=address)
    context.set_default_timeout(60_000)
    pages = {language: context.new_page() for language in LANGUAGES}
    for language, page in pages.items():
        page.goto(f"/{language}/")
        page.locator(".guide-search__open").click()
        page.evaluate(ASK, [query["ask"] for query in QUERIES[language]])
    yield {language: page.evaluate("() => window.answers") for language, page in pages.items()}
    context.close()


def missed(query: dict, found: list[str]) -> str:
    """What is wrong with the pages found for a query, or nothing."""
    if "first" in query:
        return "" if found[:1] == [query["first"]] else f"{query['first']} is not first"
    if query["finds"] == "nothing":
        return "" if not found else "something is found"
    wanted = [query["finds"]] if isinstance(query["finds"], str) else query["finds"]
    return ", ".join(f"{page} is not among the first {FIRST}" for page in wanted if page not in found[:FIRST])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_query_finds_what_it_asks_for(answers, routes, language):
    """All queries of a language, in the real dialog. Every miss is told, with what came instead."""
    names = {path: f"{kind}/{key}" for (kind, key), paths in routes.paths.items() for path in paths.values()}
    misses = []
    for query, answer in zip(QUERIES[language], answers[language], strict=True):
        found = [names[path] for path in answer["paths"]]
        if problem := missed(query, found):
            misses.append(f"{query['ask']!r}: {problem}; {answer['status']} {found[:5]}")

    assert not misses, told(misses)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_queries_are_many_and_ask_for_pages_that_exist(routes, language):
    """A page that is renamed in the data is renamed in the queries too."""
    wanted = [page for query in QUERIES[language] for page in [query.get("first"), *([query["finds"]] if isinstance(query.get("finds"), str) else query.get("finds", []))]
              if page and page != "nothing"]

    assert len(QUERIES[language]) >= 60
    assert [query for query in QUERIES[language] if set(query) not in ({"ask", "first"}, {"ask", "finds"})] == []
    assert [page for page in wanted if not routes.has(*page.split("/", 1))] == []
    assert len({query["ask"] for query in QUERIES[language]}) == len(QUERIES[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_results_are_pages_of_the_language_of_the_reader(answers, site, language):
    """Nobody lands in the other language, or nowhere, or twice on one page."""
    paths = [path for answer in answers[language] for path in answer["paths"]]

    assert len(paths) > 300
    assert {path for path in paths if not path.startswith(f"{language}/") or not (site / path / "index.html").is_file()} == set()
    assert [answer for answer in answers[language] if len(set(answer["paths"])) < len(answer["paths"])] == []


def test_queries_are_folded_as_the_index_is(dialog_of, site):
    """The browser and the build fold every name, every word of the queries and the hard cases alike, and see the same words in them."""
    listed = [name for language in LANGUAGES for entry in json.loads((site / language / "search/names.json").read_text("utf-8")) for name in entry["names"]]
    asked = [query["ask"] for language in LANGUAGES for query in QUERIES[language]]
    hard = ["L’œuvre", "l'Œuvre d’art", "Ægis ægis", "qu'il", "QU’IL", "jusqu'à l'an", "aujourd’hui", "main-d’œuvre", "s_l'a", "1'2", "l'1", "'", "''l'a",
            "Kátł'odeeche", "ʼn dʼart", "a\u00a0 \u202f b\n\tc ", "rock'n'roll", "d'l'a", "presqu'île", "ex-l'un", "(d'ici)", "«l'un»", ""]
    page = dialog_of().page

    pairs = zip(listed + asked + hard, page.evaluate("texts => texts.map(guideText.folded)", listed + asked + hard), strict=True)

    assert [(text, shown, folded(text)) for text, shown in pairs if shown != folded(text)] == []
    for text, words in zip(listed + asked + hard, page.evaluate("texts => texts.map(guideText.words)", listed + asked + hard), strict=True):
        assert set(words) <= {word for token in search_index._WORD.findall(text) for word in search_index.words_of(token)}, text


# --- opening and closing ---------------------------------------------------------------------------------------

@pytest.mark.parametrize("keys", ["click", "/", "Control+k", "Meta+k", "Enter"])
def test_the_dialog_opens_with_the_keyboard_in_its_field_and_gives_it_back(dialog_of, keys):
    """By the button, by / or by Ctrl+K; Escape closes, and the button has the focus again."""
    dialog = dialog_of("/fr/")
    assert not dialog.window.is_visible()
    if keys == "Enter":
        dialog.opener.focus()
    dialog.opener.click() if keys == "click" else dialog.page.keyboard.press(keys)

    assert dialog.window.is_visible() and dialog.focused() == "guide-search__input" and dialog.input.input_value() == ""
    dialog.page.keyboard.press("Escape")
    assert not dialog.window.is_visible() and dialog.focused() == "guide-search__open"


def test_the_dialog_closes_by_its_button_and_beside_it(dialog_of):
    """A click on what lies behind closes it too; one inside does not."""
    dialog = dialog_of().open()
    dialog.page.locator(".guide-search__label").click()
    assert dialog.window.is_visible()
    dialog.page.locator(".guide-search__close").click()
    assert not dialog.window.is_visible() and dialog.focused() == "guide-search__open"
    dialog.open().page.mouse.click(5, 700)
    assert not dialog.window.is_visible()


@pytest.mark.parametrize("field", ["<input id=field>", "<textarea id=field></textarea>", "<div id=field contenteditable>a</div>"])
def test_a_slash_typed_into_a_field_stays_there(dialog_of, field):
    """Who writes and/or in a field is not thrown into the search; Ctrl+K still opens it."""
    dialog = dialog_of()
    dialog.page.evaluate("html => document.querySelector('main').insertAdjacentHTML('afterbegin', html)", field)
    dialog.page.locator("#field").click()
    dialog.page.keyboard.type("and/or")

    assert not dialog.window.is_visible()
    assert "and/or" in dialog.page.locator("#field").evaluate("element => element.value ?? element.textContent")
    dialog.page.keyboard.press("Control+k")
    assert dialog.window.is_visible()


def test_a_slash_typed_into_the_search_stays_there_and_opening_again_selects_the_query(dialog_of):
    """A new query replaces the old one without a click."""
    dialog = dialog_of().open()
    dialog.page.keyboard.type("24/7")
    assert dialog.input.input_value() == "24/7"
    dialog.page.keyboard.press("Escape")
    dialog.page.keyboard.press("/")
    dialog.page.keyboard.type("Yukon")
    assert dialog.input.input_value() == "Yukon"


# --- walking through the results -------------------------------------------------------------------------------

def test_the_arrow_keys_walk_from_the_field_through_the_results_and_back(dialog_of):
    """Neither end leads out of the dialog; Enter in the field goes to the first result, on a result it follows it."""
    dialog = dialog_of().open()
    dialog.ask("Nunavut")
    count = dialog.results.count()
    seen = []
    for key in ["ArrowUp", *["ArrowDown"] * (count + 1), *["ArrowUp"] * (count + 1)]:
        dialog.page.keyboard.press(key)
        seen.append(dialog.focused())
    down = [f"result {at}" for at in range(count)]
    field = "guide-search__input"
    assert count > 3 and seen == [field, *down, down[-1], *reversed(down[:-1]), field, field]

    dialog.page.keyboard.press("Enter")
    assert dialog.focused() == "result 0"
    with dialog.page.expect_navigation():
        dialog.page.keyboard.press("Enter")
    assert dialog.page.url.endswith("/en/jurisdictions/nunavut/")


@pytest.mark.parametrize("path", ["/fr/", "/fr/etudes-de-cas/perle/", "/fr/etudes-de-cas/"])
def test_results_lead_to_their_pages_from_any_depth(dialog_of, path):
    """Addresses are told from the root of the site, wherever the reader is."""
    dialog = dialog_of(path).open()
    dialog.ask("GRC")

    assert dialog.results.first.evaluate("link => new URL(link.href).pathname") == "/fr/organisations/gendarmerie-royale-du-canada/"


# --- what is told ----------------------------------------------------------------------------------------------

@pytest.mark.parametrize(("language", "one", "some", "none"), [
    ("en", "1 result", r"\d+ results", "Nothing found."), ("fr", "1 résultat", r"\d+ résultats", "Aucun résultat."),
])
def test_the_number_of_results_is_announced(dialog_of, language, one, some, none):
    """In a status that screen readers follow; an emptied field says nothing."""
    dialog = dialog_of(f"/{language}/").open()

    assert dialog.status.get_attribute("role") == "status"
    assert dialog.ask("Tuktoyaktuk") == one and dialog.results.count() == 1
    assert re.fullmatch(some, dialog.ask("Nunavut"))
    assert dialog.ask("qwzx") == none and dialog.results.count() == 0
    dialog.input.fill("")
    dialog.page.wait_for_function("() => !document.querySelector('.guide-search__status').textContent")
    assert not any(dialog.page.locator(f".guide-search__{part}").is_visible() for part in ("none", "all", "other"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_other_language_has_is_a_link_in_its_words(dialog_of, routes, language):
    """The count is marked as that language, and leads to its list of cases with the query."""
    dialog = dialog_of(f"/{language}/").open()
    dialog.ask("Nunavut & l'Île")
    dialog.ask("Tuktoyaktuk")
    other = dialog.page.locator(".guide-search__other a")
    other.wait_for()

    assert other.inner_text() == {"en": "1 résultat en français", "fr": "1 result in English"}[language]
    assert other.get_attribute("hreflang") == OTHER[language]
    assert dialog.page.locator(".guide-search__other").get_attribute("lang") == OTHER[language]
    expected = "/" + routes.path("page", "cases", OTHER[language]) + "?q=Tuktoyaktuk"
    assert other.evaluate("link => link.href.slice(location.origin.length)") == expected
    with dialog.page.expect_navigation():
        other.click()
    assert dialog.page.locator("html").get_attribute("lang") == OTHER[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_more_results_than_are_listed_are_a_link_away(dialog_of, routes, language):
    """The link leads to the list of cases with the same query, whatever characters it has."""
    dialog = dialog_of(f"/{language}/").open()
    dialog.ask(f"{MANY[language]} & ?")
    more = dialog.page.locator(".guide-search__all a")

    assert dialog.results.count() == 8 and more.is_visible()
    expected = "/" + routes.path("page", "cases", language) + f"?q={MANY[language]}%20%26%20%3F"
    assert more.evaluate("link => link.href.slice(location.origin.length)") == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_when_nothing_is_found_near_names_and_a_way_to_contribute_are_offered(dialog_of, routes, language):
    """A misspelt word does not end the search: the names that look like it are links."""
    dialog = dialog_of(f"/{language}/").open()
    dialog.ask(NOTHING[language])
    none = dialog.page.locator(".guide-search__none")
    near = none.locator("ul a")
    near.first.wait_for()

    assert dialog.results.count() == 0 and near.count() == 5
    assert PASSPORTS[language] in near.all_inner_texts()[:2], near.all_inner_texts()
    assert near.first.evaluate("link => new URL(link.href).pathname").startswith(f"/{language}/")
    invitation = none.locator("> p a")
    assert invitation.evaluate("link => new URL(link.href).pathname") == "/" + routes.path("page", "contribute", language)
    assert not dialog.page.locator(".guide-search__all").is_visible()


@pytest.mark.parametrize(("query", "marked"), [
    ("l'itinerance", "l’itinérance"), ("mise en oeuvre", "œuvre"), ("d'accueil", "d’accueil"), ("PRETS D'ETUDES", "d’études"), ("Nouvelle-Ecosse", "Nouvelle-Écosse"),
])
def test_marked_words_keep_the_typography_of_the_page(dialog_of, query, marked):
    """Whatever a reader typed, the passage is the page's own, with curly apostrophes, accents and œ."""
    dialog = dialog_of("/fr/").open()
    dialog.ask(query)
    marks = dialog.page.locator(".guide-search mark").all_inner_texts()

    assert any(marked in mark for mark in marks), marks
    assert not [mark for mark in marks if "'" in mark or "oeuvre" in mark]


# --- hostile, slow and small -----------------------------------------------------------------------------------

def test_a_query_with_markup_stays_text(dialog_of):
    """Nothing that is typed becomes an element, an attribute or an address."""
    dialog = dialog_of().open()
    for query in ('<img src=x onerror="document.title=1">', "Nunavut <b>bold</b> <script>document.title=1</script>", 'javascript:document.title=1 "Nunavut"'):
        dialog.ask(query)
        dialog.page.wait_for_timeout(150)
        assert dialog.window.locator("img, b, script").count() == 0
        assert [link for link in dialog.window.locator("a[href]").evaluate_all("links => links.map((link) => link.protocol)") if not link.startswith("http")] == []
    assert dialog.page.title() != "1"


def test_only_the_last_query_is_answered(dialog_of):
    """Who types on while results are loading sees those of the whole word, and each result once."""
    dialog = dialog_of().open()
    for end in range(1, 8):
        dialog.input.fill("Nunavut"[:end])
        dialog.page.wait_for_timeout(30 * (end % 4))
    dialog.page.wait_for_timeout(600)
    shown, status = dialog.results.all_inner_texts(), dialog.status.inner_text()

    assert (dialog.ask("Nunavut"), dialog.results.all_inner_texts()) == (status, shown)
    assert shown[0] == "Nunavut" and len(set(shown)) == len(shown)


def test_a_search_that_cannot_be_loaded_says_so(dialog_of):
    """Without its index the dialog tells the reader, and the page stays as it is."""
    dialog = dialog_of()
    dialog.page.route("**/search/**", lambda route: route.abort())
    dialog.open()

    assert "could not be loaded" in dialog.ask("Nunavut")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 360])
def test_the_dialog_fits_a_small_screen(dialog_of, language, width):
    """With results, with nothing found and with a very long word, nothing stands out and all can be scrolled to."""
    dialog = dialog_of(f"/{language}/", width).open()
    for query in (MANY[language], NOTHING[language], "x" * 200):
        dialog.ask(query)
        box = dialog.window.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width and box["y"] >= 0 and box["y"] + box["height"] <= 800, f"{query}: {box}"
        assert not dialog.page.evaluate(TOO_WIDE), query
        assert dialog.window.evaluate("element => element.scrollWidth <= element.clientWidth"), query


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_the_header_leads_to_the_facets(dialog_of, routes, language):
    """A plain link stands where the button would be; with scripts there is only the button."""
    plain = dialog_of(f"/{language}/", java_script_enabled=False).page
    link = plain.locator(".guide-search__link")
    assert link.is_visible() and not plain.locator(".guide-search__open").is_visible() and not plain.locator(".guide-search").is_visible()
    with plain.expect_navigation():
        link.click()
    assert plain.url.endswith("/" + routes.path("page", "facets", language))

    scripted = dialog_of(f"/{language}/")
    assert scripted.opener.is_visible() and not scripted.page.locator(".guide-search__link").is_visible()
