"""The index of a language: its words in groups, where they stand and how much they say, and how it is cut into files."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.outputs import search_index
from guide.outputs.search import Document, Texts
from guide.outputs.search_index import IMPACTS, Index, words_of

WORDS = ("counter counters counting permit permits health healthy office offices a is co-location rural élèves élève œuvre Tłı̨chǫ 24/7 don't").split()


def document(at: int, text: str, facts_too: str = "", **more: object) -> Document:
    return Document(f"en/{at}/", "en", "Page", f"Title {at}", Texts(f"Title {at}", text, facts_too, Counter(text.split())), **more)


def files(documents: list[Document], language: str = "en") -> dict[str, str]:
    index = Index(language)
    for one in documents:
        index.add(one)
    return dict(index.files())


def made(documents: list[Document], language: str = "en") -> dict[str, object]:
    """The files of an index, read as JSON, by their names without the hash."""
    found = defaultdict(list)
    for path, text in files(documents, language).items():
        found[re.sub(r"\.[0-9a-f]{8}\.", ".", path.removeprefix(f"{language}/search/"))].append(json.loads(text))
    return {name: contents if name in ("words.json", "pages.json") else contents[0] for name, contents in found.items()}


def postings(index: dict[str, object]) -> dict[str, dict[int, int]]:
    """For each word, the pages in which its group stands, with the impact: as the browser reads them."""
    groups, lists = index["index.json"]["groups"].split(), [numbers for file in index["words.json"] for numbers in file]
    found = {}
    for forms, numbers in zip(groups, lists, strict=True):
        at, here = 0, {}
        for number in numbers:
            at += number // (IMPACTS + 1)
            here[at] = number % (IMPACTS + 1)
        found |= dict.fromkeys(forms.split("/"), here)
    return found


@pytest.mark.parametrize("first", [0, 1, 2, 4])
def test_an_index_that_takes_in_a_later_one_is_that_of_all_pages(first):
    """File by file: pages keep their numbers in words, cases and texts."""
    documents = [document(0, "Housing and permits", names=("Housing",)), document(1, "Permits for boats", "boats", key="boats"), document(2, "A boat"), document(3, "housing", key="house")]
    index, later = Index("en"), Index("en")
    for one in documents[:first]:
        index.add(one)
    for one in documents[first:]:
        later.add(one)
    index.extend(later)

    assert dict(index.files()) == files(documents)


@pytest.mark.parametrize(("token", "expected"), [
    ("Passports", ["passports"]), ("Tlįchǫ", ["tlicho"]), ("co-location", ["co", "location", "colocation"]), ("24/7", ["24", "7", "247"]),
    ("CA_ON", ["ca", "on", "caon"]), ("_", []), ("-", []), ("éÉ", ["ee"]), ("ᐃᓄᒃ", ["ᐃᓄᒃ"]),
])
def test_a_word_is_bare_and_known_by_its_parts_and_as_a_whole(token, expected):
    """No accents, no capitals; what is joined by a hyphen or a stroke is found either way."""
    assert list(words_of(token)) == expected


def test_words_count_by_where_they_stand():
    """A title counts more than the names of a page and its facts, and these more than its text."""
    found = postings(made([document(1, "permits far"), document(2, "far", names=("permits",)), document(3, "permits far", "permits")]))

    assert found["permits"][0] < found["permits"][1] == found["permits"][2] < found["title"][0]


def test_the_forms_of_a_word_are_one_group_in_each_language():
    """By the language's own rules; words that begin otherwise stay apart whatever the stemmer says."""
    english = made([document(1, "permit permits permitted be being")])["index.json"]["groups"].split()
    french = made([document(1, "élève élèves logement logements")], "fr")["index.json"]["groups"].split()

    assert "permit/permits/permitted" in english and "be" in english and "being" in english
    assert "eleve/eleves" in french and "logement/logements" in french


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=12), min_size=1, max_size=20))
def test_every_word_leads_to_the_pages_that_have_it_and_to_no_other(texts):
    """Whatever the pages hold, and however the index is cut: the same as looking through all pages."""
    documents = [document(at, " ".join(text)) for at, text in enumerate(texts)]
    index = made(documents)
    found, groups = postings(index), [group.split("/") for group in index["index.json"]["groups"].split()]
    has = [{word for token in search_index._WORD.findall(f"{one.texts.title} {one.texts.text}") for word in words_of(token)} for one in documents]

    assert sorted(found) == sorted(set().union(*has))
    for forms, frequency in zip(groups, index["index.json"]["frequencies"], strict=True):
        there = {at for at, words in enumerate(has) if words & set(forms)}
        assert set(found[forms[0]]) == there and frequency == len(there)
        assert all(1 <= impact <= IMPACTS for impact in found[forms[0]].values())


def test_more_of_a_word_says_more_and_in_a_shorter_page_still_more(monkeypatch):
    """The impact rises with the number of a word, falls with the length of a page, and is greater for a case."""
    pad = " ".join(["office"] * 40)
    texts = ["permit", "permit permit", f"permit {pad}", f"permit permit permit {pad}"]
    here = postings(made([*(document(at, text) for at, text in enumerate(texts)), document(4, "permit", key="a-case")]))["permit"]

    assert here[1] > here[0] > here[2] < here[3] and here[4] > here[0]


def test_the_index_is_cut_into_files_whose_numbers_are_told(monkeypatch):
    """The first group or page of each file is in the list, with the hash in its name; nothing is lost between them."""
    monkeypatch.setattr(search_index, "_WORDS_FILE", 40)
    monkeypatch.setattr(search_index, "_PAGES_FILE", 200)
    documents = [document(at, " ".join(WORDS[at:])) for at in range(len(WORDS))]
    made_files = files(documents)
    index = json.loads(made_files["en/search/index.json"])

    for kind, count in (("words", len(index["frequencies"])), ("pages", len(documents))):
        parts = [json.loads(made_files[f"en/search/{kind}.{name}.json"]) for _, name in index[kind]]
        assert len(parts) > 2 and sum(map(len, parts)) == count
        assert [first for first, _ in index[kind]] == [sum(map(len, parts[:at])) for at in range(len(parts))]
    assert index["documents"] == len(documents)
    shown = [page for _, name in index["pages"] for page in json.loads(made_files[f"en/search/pages.{name}.json"])]
    assert shown[3] == ["en/3/", "Title 3", "Page", "", " ".join(WORDS[3:])]


def test_a_file_that_changes_has_another_name():
    """So that a browser may keep what it has; only index.json is asked for anew."""
    before, after = (set(files([document(1, text)])) for text in ("a permit", "two permits"))

    assert before & after == {"en/search/index.json", "en/search/cases.json", "en/search/names.json"}


def test_the_pages_of_cases_are_told_by_their_number():
    """The finder knows which case a result is without loading it."""
    assert made([document(0, "a"), document(1, "b", key="counter")])["cases.json"] == {"1": "counter"}


def test_a_language_without_pages_has_an_index():
    """An empty Guide has a search that finds nothing."""
    assert made([])["index.json"] == {"documents": 0, "groups": "", "frequencies": [], "words": [], "pages": []}


def test_the_list_of_names_is_without_cases_and_in_order():
    """Cases are found by their titles; the list is for what a reader names exactly."""
    documents = [document(2, "", names=("B", "Bé")), document(1, "", names=("A",)), document(3, ""), document(4, "", names=("D",), key="d")]

    assert made(documents)["names.json"] == [{"path": f"en/{at}/", "title": f"Title {at}", "kind": "Page", "names": names} for at, names in ((1, ["A"]), (2, ["B", "Bé"]))]
