"""Each page speaks one language; what is in the other one says so."""

from __future__ import annotations

import re

import pytest

from guide.library import load
from guide.prose import plain
from guide.records import walk
from guide.records.fields import Addresses, Slugs
from guide.records.values import Markdown
from guide.strings import strings
from tests.project import CASE, MINIMAL, new_project

from .parsed import LANGUAGES, bare, parsed_site, told, words

OTHER = {"en": "fr", "fr": "en"}
ADDRESS = re.compile(r"https?://\S+|[\w.+-]+@[\w-]+\.[\w.]+")
# Words of commands, of the checker and of tables to download stand on no page.
NOT_ON_PAGES = ("check.", "code.", "column.", "csv.", "command.", "summary.", "route.")


def in_one_language_only(root) -> dict[str, set[str]]:
    """The texts of the records that exist in one language and not, letter for letter, in the other."""
    found: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for _, _, record in load(root)[0].everything():
        for _, text in walk.texts(record):
            for language in LANGUAGES if not isinstance(text, (Slugs, Addresses)) else ():
                value = getattr(text, language) or ""
                blocks = re.split(r"\n\s*\n", value) if isinstance(value, Markdown) else [value]
                found[language].update(bare(plain(block) if isinstance(value, Markdown) else block) for block in blocks)
    return {language: {text for text in found[language] - found[OTHER[language]] if len(text) > 3} for language in LANGUAGES}


def mislabelled(pages, only) -> list[str]:
    """Texts of the other language that stand on a page as if they were in the page's own."""
    return [f"{path}: {passage.text.strip()[:90]!r} is in {OTHER[path[:2]]}, its lang is {passage.lang}"
            for path, page in pages.items() for passage in page.passages
            if bare(passage.text) in only[OTHER[path[:2]]] and passage.lang != OTHER[path[:2]] and "head" not in passage.inside]


def test_every_text_in_the_other_language_says_so(pages, built):
    """Titles of sources, names and texts that exist in the other language only carry its lang."""
    only = in_one_language_only(built)

    marked = sum(1 for path, page in pages.items() for passage in page.passages if passage.lang == OTHER[path[:2]])
    wrong = mislabelled(pages, only)
    assert marked > 500 and not wrong, told(wrong)


def test_no_page_shows_interface_words_of_the_other_language(pages):
    """No label of the English interface stands on a French page, and the other way round. The name of a field is in no language."""
    texts = {language: {word for key, text in strings(language).texts.items() if not key.startswith(NOT_ON_PAGES)
                        for word in (text.values() if isinstance(text, dict) else (text,))} for language in LANGUAGES}
    foreign = {language: {bare(word) for word in texts[OTHER[language]]} - {bare(word) for word in texts[language]} for language in LANGUAGES}
    wrong = [f"{path}: {passage.text.strip()!r}" for path, page in pages.items() for passage in page.passages
             if passage.lang == path[:2] and not passage.is_code and bare(passage.text) in foreign[path[:2]]]

    assert {"Suggestacorrection", "Readnext", "Datemodified:", "Onthispage"} <= foreign["fr"]
    assert not wrong, told(wrong)


FRENCH = {
    # Between letters of French; in Kátł'odeeche it is a letter of another language, in O'Leary and Hudson's Hope of a name; in mi'kmaq a letter too.
    "a straight apostrophe": re.compile(r"[a-zà-ÿœæ](?<!\bO)'(?!s\b|kmaq)[a-zà-ÿœæ«]", re.IGNORECASE),
    "no nonbreaking space before a colon": re.compile(r"[^\u00a0\u202f\d]:(?=\s|$)"),
    "an ordinary space inside guillemets": re.compile(r"«[^\u00a0\u202f]|[^\u00a0\u202f]»"),
    "a space before a semicolon, a question mark or an exclamation mark": re.compile(r"[ \u00a0\u202f][;!?](?=\s|$)"),
    "an ordinary space between the digits of a number or before its sign": re.compile(r"\d (?=\d{3}(?!\d))|\d (?=[%$])"),
    "straight quotation marks": re.compile(r'"'),
}


@pytest.mark.parametrize("fault", FRENCH)
def test_french_texts_follow_french_typography(pages, fault):
    """In French text outside code, addresses and cited titles, spaces, apostrophes and quotation marks are French."""
    wrong = [f"{path}: {words(passage.text)[:120]!r}" for path, page in pages.items() for passage in page.passages
             if passage.lang == "fr" and not passage.is_code and not passage.is_cited and FRENCH[fault].search(ADDRESS.sub("", passage.text))]

    assert not wrong, told(wrong)


# --- a small Guide that lacks half of its translations ---------------------------------------------------------

def without(language: str, text: str) -> str:
    """A record without its texts in a language. Addresses (slugs) stay: every page needs one in each language."""
    kept, in_slug = [], False
    for line in text.splitlines():
        if not line.strip().startswith(("en:", "fr:")):
            in_slug = line.strip() == "slug:"
        if in_slug or not line.strip().startswith(f"{language}:"):
            kept.append(line)
    return "\n".join(kept) + "\n"


@pytest.fixture(scope="module", params=LANGUAGES)
def half(request, tmp_path_factory):
    """A Guide whose records have no text in one language; its pages, and the language that is missing."""
    files = {name: without(request.param, text) for name, text in MINIMAL.items() if name.startswith("guide_data/")}
    files["guide_data/case_studies/second.yml"] = without(request.param, CASE.replace("shared-counter", "second").replace(
        "comptoir-partage", "deuxieme") + "related:\n  - case: counter\n    reason:\n      en: For comparison.\n      fr: Pour comparer.\n")
    guide = new_project(tmp_path_factory.mktemp("half") / "guide", files)
    done = guide.build("--strict")
    assert done.returncode == 0, done.stdout
    return guide, parsed_site(guide.root / "site"), request.param


def test_a_missing_translation_is_shown_in_the_other_language_and_says_so(half):
    """Every text that is borrowed from the other language carries its lang, on every page."""
    guide, pages, missing = half
    only = in_one_language_only(guide.root)

    wrong = mislabelled(pages, only)
    assert only[OTHER[missing]] and not only[missing]
    assert not wrong, told(wrong)


def test_a_page_with_a_borrowed_text_has_a_notice_in_its_own_language(half):
    """The notice stands on the page that borrows and not on its pair, and is in the page's language."""
    _, pages, missing = half
    case = {"en": "en/case-studies/shared-counter/", "fr": "fr/etudes-de-cas/comptoir-partage/"}
    borrowing, complete = pages[case[missing]], pages[case[OTHER[missing]]]

    notices = borrowing.all("div", _class="guide-notice--borrowed")
    assert len(notices) == 1 and not complete.all("div", _class="guide-notice--borrowed")
    assert bare(strings(missing)("notice.borrowed.text")) in bare("".join(notices[0].itertext()))
    assert notices[0].get("lang") is None and borrowing.lang == missing


def test_a_complete_page_has_no_notice(pages):
    """No page of the real Guide that lacks nothing says that it borrows: notices stand only where text is borrowed."""
    wrong = [path for path, page in pages.items() if page.all("div", _class="guide-notice--borrowed")
             and not any(passage.lang == OTHER[path[:2]] and "main" in passage.inside for passage in page.passages)]

    assert not wrong, told(wrong)
