"""Comparing cases that a reader chooses: the address holds them, and they survive a reload, Back and the language."""

from __future__ import annotations

import pytest

from .scripts import TOO_WIDE

PATHS = {"en": "/en/compare/", "fr": "/fr/comparer/"}
HEADERS = ".guide-comparison thead th[data-case]"
TOPICS = 16


@pytest.fixture(scope="session")
def ids(built) -> list[str]:
    """The ids of some cases, the same in both languages."""
    return [path.stem for path in sorted((built / "guide_data/case_studies").glob("*.yml"))][:4]


def columns(page, count: int) -> list[str]:
    """The cases that the table shows, once it shows so many."""
    page.wait_for_function("([what, count]) => document.querySelectorAll(what).length === count", arg=[HEADERS, count])
    return [header.get_attribute("data-case") for header in page.locator(HEADERS).all()]


def choose(page, *chosen: str) -> None:
    """Choose cases in the form and compare them."""
    for place, key in enumerate(chosen, 1):
        page.locator(f"#guide-compare-{place}").select_option(key)
    page.locator(".guide-compare button").click()


def chosen(page) -> list[str]:
    return [select.input_value() for select in page.locator(".guide-compare select").all()]


def search_of(page) -> str:
    return page.evaluate("() => location.search")


@pytest.mark.parametrize("language", PATHS)
def test_chosen_cases_stand_side_by_side_and_in_the_address(visitor, ids, language):
    """Two cases, then three; each address can be opened again and shows the same; Back goes one choice back."""
    page = visitor()
    page.goto(PATHS[language])
    choose(page, *ids[:2])
    assert columns(page, 2) == ids[:2] and search_of(page) == f"?cases={ids[0]},{ids[1]}"

    choose(page, *ids[:3])
    assert columns(page, 3) == ids[:3] and search_of(page) == "?cases=" + ",".join(ids[:3])
    page.reload()
    assert columns(page, 3) == ids[:3] and chosen(page) == ids[:3]
    page.go_back()
    assert columns(page, 2) == ids[:2] and chosen(page) == [*ids[:2], ""]
    page.go_back()
    assert columns(page, 0) == [] and chosen(page) == ["", "", ""] and search_of(page) == ""
    page.go_forward()
    assert columns(page, 2) == ids[:2]


def test_every_row_has_a_cell_of_each_case_with_links_that_work(visitor, address, ids):
    """Columns come from several pages; each of their links leads where it led on its own page."""
    page = visitor()
    page.goto(f"{PATHS['en']}?cases={','.join(ids[:3])}")
    columns(page, 3)

    rows = page.locator(".guide-comparison tbody tr").all()
    assert len(rows) == TOPICS
    for row in rows:
        assert [cell.get_attribute("data-case") for cell in row.locator("td").all()] == ids[:3], row.inner_text()[:60]
    links = {link.partition("#")[0] for link in page.locator(".guide-comparison a").evaluate_all("links => links.map((link) => link.href)")}
    wrong = [link for link in links if link.startswith(address) and page.request.get(link).status != 200]
    assert len(links) > 20 and not wrong, wrong
    assert not [link for link in links if "/compare/" in link], "a link was resolved against the wrong page"


@pytest.mark.parametrize(("language", "other"), [("en", "fr"), ("fr", "en")])
def test_the_language_toggle_keeps_the_chosen_cases(visitor, ids, language, other):
    """After a choice on the page and after opening an address, the same cases are there in the other language."""
    page = visitor()
    page.goto(PATHS[language])
    choose(page, *ids[:2])
    for expected in (other, language):
        with page.expect_navigation():
            page.locator(".guide-header__language").click()
        assert columns(page, 2) == ids[:2] and PATHS[expected] in page.url
        assert page.locator("html").get_attribute("lang") == expected and search_of(page) == f"?cases={ids[0]},{ids[1]}"


def test_the_choice_works_by_keyboard(visitor, ids):
    """Typing chooses in a list, Tab leads to the button, Enter compares, and the result is told."""
    page = visitor()
    page.goto(PATHS["en"])
    titles = [option.inner_text() for option in page.locator("#guide-compare-1 option").all()]
    page.locator("#guide-compare-1").focus()
    for steps in (1, 2):
        for _ in range(steps):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.type") == "submit"
    page.keyboard.press("Enter")

    columns(page, 2)
    assert [header.inner_text() for header in page.locator(HEADERS).all()] == titles[1:3]
    assert page.get_by_role("status").filter(has_text="2 cases, side by side.").is_visible()


@pytest.mark.parametrize(("language", "unknown", "left_out"), [
    ("en", "The Guide has no case with this name: <b>nope</b>.", "Left out: "),
    ("fr", "Le Guide n’a pas d’étude de ce nom\u00a0: <b>nope</b>.", "Laissé de côté\u00a0: "),
])
def test_what_the_address_asks_for_and_cannot_be_shown_is_told(visitor, ids, language, unknown, left_out):
    """A name that does not exist is shown as text, a fourth case is named, and a case named twice stands there once."""
    page = visitor()
    page.goto(f"{PATHS[language]}?cases={ids[0]},%3Cb%3Enope%3C%2Fb%3E,{ids[0]},,{','.join(ids[1:4])}")

    assert columns(page, 3) == ids[:3]
    status = page.locator(".guide-compare__status")
    assert unknown in status.inner_text() and left_out + page.locator(f"#guide-compare-1 option[value={ids[3]}]").text_content() in status.inner_text()
    assert status.locator("b").count() == 0


def test_one_case_alone_asks_for_another(visitor, ids):
    """What a case page adds is shown at once, with a sentence."""
    page = visitor()
    page.goto(f"{PATHS['en']}?cases={ids[0]}")

    assert columns(page, 1) == ids[:1]
    assert page.locator(".guide-compare__status").inner_text() == "One case is chosen. Choose another one to compare it with."


def test_cases_are_added_one_after_the_other(visitor, sample):
    """The link on a case leads to the cases chosen before and to this one; the finder has the same link on every card."""
    page = visitor()
    for count, pair in enumerate(sample.cases[:2], 1):
        page.goto("/" + pair["en"])
        with page.expect_navigation():
            page.locator("[data-adds-case]").click()
        assert len(columns(page, count)) == count
    page.goto("/en/case-studies/")
    links = page.locator("main .guide-card a[data-adds-case]")
    assert links.count() == len(sample.cases)
    kept = search_of_links(links)
    assert len(set(kept)) == len(kept)
    third = next(link for link in links.all() if link.get_attribute("data-adds-case") not in chosen_before(page))
    with page.expect_navigation():
        third.click()
    assert len(columns(page, 3)) == 3


def search_of_links(links) -> list[str]:
    return links.evaluate_all("links => links.map((link) => link.search)")


def chosen_before(page) -> list[str]:
    return page.evaluate("() => sessionStorage.getItem('guide-comparison').split(',')")


@pytest.mark.parametrize("language", PATHS)
def test_on_a_small_screen_cases_are_stacked_and_named(visitor, ids, language):
    """Nothing is wider than 320 px, every cell names its case, and it is still a table for those who listen."""
    page = visitor(320)
    page.goto(f"{PATHS[language]}?cases={','.join(ids[:3])}")
    columns(page, 3)

    assert not (wrong := page.evaluate(TOO_WIDE)), wrong
    cells = page.locator(".guide-comparison tbody tr").first.locator("td").all()
    tops = [cell.bounding_box()["y"] for cell in cells]
    assert tops == sorted(tops) and len(set(tops)) == 3
    titles = [header.inner_text() for header in page.locator(HEADERS).all()]
    names = [cell.evaluate("cell => getComputedStyle(cell, '::before').content") for cell in cells]
    assert all(title in name for title, name in zip(titles, names, strict=True)), names
    assert page.get_by_role("table").get_by_role("rowheader").count() == TOPICS


def test_on_paper_there_is_the_table_and_no_form(visitor, ids):
    """Three columns stay beside one another, within the sheet."""
    page = visitor(700)
    page.goto(f"{PATHS['en']}?cases={','.join(ids[:3])}")
    columns(page, 3)
    page.emulate_media(media="print")

    assert not page.locator(".guide-compare").is_visible() and not page.locator(".guide-compare__ready").is_visible()
    tops = {cell.bounding_box()["y"] for cell in page.locator(".guide-comparison tbody tr").first.locator("td").all()}
    assert len(tops) == 1 and not page.evaluate(TOO_WIDE)


@pytest.mark.parametrize("language", PATHS)
def test_without_javascript_the_ready_comparisons_are_the_way(visitor, sample, language):
    """No form that does nothing; every case has its ready comparison, which is complete and leads to the others."""
    page = visitor(java_script_enabled=False)
    page.goto(PATHS[language])
    assert not page.locator(".guide-compare").is_visible() and page.locator(".guide-compare__without").is_visible()
    assert page.locator(".guide-compare__ready a").count() == len(sample.cases)
    page.locator(".guide-compare__ready a").first.click()
    assert page.locator(HEADERS).count() == 3 and page.locator(".guide-comparison tbody tr").count() == TOPICS

    page.goto("/" + sample.cases[0][language])
    page.locator(".guide-to-compare a").first.click()
    assert page.locator(HEADERS).count() == 3


def test_a_comparison_that_cannot_be_loaded_says_so(visitor, ids):
    """Without an answer from the site, the ready comparisons stay; after the next try it is there."""
    page = visitor()
    page.goto(PATHS["en"])
    page.route("**/compare/", lambda route: route.abort())
    choose(page, *ids[:2])
    page.locator(".guide-compare__status", has_text="could not be loaded").wait_for()
    assert page.locator(".guide-compare__ready").is_visible() and page.locator(HEADERS).count() == 0

    page.unroute("**/compare/")
    page.locator(".guide-compare button").click()
    assert columns(page, 2) == ids[:2]
