"""The ready comparisons of the real site: one for each case and language, as tables that can be read out."""

from __future__ import annotations

import pytest

from .parsed import LANGUAGES, SITE_URL, Parsed, internal, text_of, told

ENDS = {"en": "compare/", "fr": "comparer/"}
FOLDER = {"en": "en/case-studies/", "fr": "fr/etudes-de-cas/"}


@pytest.fixture(scope="module")
def compared(pages) -> list[tuple[Parsed, Parsed]]:
    """Each case with its comparison, in both languages."""
    cases = [page for path, page in pages.items() if path.startswith(tuple(FOLDER.values())) and path.count("/") == 3]
    return [(page, pages[page.path + ENDS[page.lang]]) for page in cases]


def leads(page: Parsed, element) -> list[str]:
    """Where the links of a part of a page lead, within the site."""
    return [target[0] for link in element.iter("a") if (target := internal(page, link.get("href", "")))]


def test_every_case_has_its_comparison_and_its_pair(compared, pages):
    """The case links to it, and the comparison in the other language is that of the same case."""
    wrong = []
    for case, page in compared:
        links = [path for place in case.all("p", _class="guide-to-compare") for path in leads(case, place)]
        if links != [page.path, f"{page.lang}/{ENDS[page.lang]}"]:
            wrong.append(f"{case.path} leads to {links}")
        for code in LANGUAGES:
            if page.alternates[code] != case.alternates[code] + ENDS[code] or page.alternates[code].removeprefix(SITE_URL) not in pages:
                wrong.append(f"{page.path}: {page.alternates}")

    assert len(compared) >= 32 and not wrong, told(wrong)


def test_every_table_has_headers_for_columns_and_rows(compared):
    """The first column is the case itself; headers lead to the cases; every row is as wide as the table, and no cell is empty."""
    wrong, topics = [], {}
    for case, page in compared:
        (table,) = page.all("table")
        header, *rows = list(table.iter("tr"))
        names = [cell.get("data-case") for cell in header][1:]
        if any(cell.tag != "th" or cell.get("scope") != "col" or not text_of(cell) for cell in header) or leads(page, header)[0] != case.path:
            wrong.append(f"{page.path}: the header leads to {leads(page, header)}")
        if len(leads(page, header)) != len(names) or not 2 <= len(names) <= 3 or not text_of(next(table.iter("caption"))):
            wrong.append(f"{page.path}: {names}")
        for row in rows:
            first, *cells = list(row)
            if (first.tag, first.get("scope")) != ("th", "row") or [cell.get("data-case") for cell in cells] != names:
                wrong.append(f"{page.path}: {text_of(first)}")
            wrong += [f"{page.path}: nothing on {text_of(first)}" for cell in cells if not text_of(cell) or not cell.get("data-name")]
        topics.setdefault(page.lang, set()).add(tuple(text_of(next(iter(row))) for row in rows))

    assert not wrong, told(wrong)
    assert [len(found) for found in topics.values()] == [1, 1], "the script needs the same rows on every page"


def test_the_page_for_choosing_offers_every_case_by_the_same_id(compared, pages):
    """Each choice leads to the ready comparison of its case, and ids are those of the other language."""
    ids = []
    for language in LANGUAGES:
        page = pages[f"{language}/{ENDS[language]}"]
        selects = [[(option.get("value"), option.get("data-source")) for option in select.iter("option") if option.get("value")]
                   for select in page.all("form", _class="guide-compare")[0].iter("select")]
        assert len(selects) == 3 and selects[0] == selects[1] == selects[2]
        sources = {key: internal(page, source)[0] for key, source in selects[0]}
        assert set(sources.values()) == {comparison.path for _, comparison in compared if comparison.lang == language}
        for key, path in sources.items():
            assert next(pages[path].tree.iter("table")).find(f".//thead//th[@data-case='{key}']/a").get("href") == "../", path
        assert set(leads(page, page.all("section", _class="guide-compare__ready")[0])) == set(sources.values())
        ids.append(set(sources))

    assert ids[0] == ids[1]
