"""Every template and every state, in both languages, at three widths and in both displays, by a checker that nobody here wrote.

What was seen is kept in hooks/guide/accessibility.json, from which the Guide's accessibility statement is written.
"""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from guide.build import prepare
from guide.pages import withdrawn
from guide.render import alone
from guide.site import Settings
from tests.build.parsed import told
from tests.ledgers import FILE, KIOSK, KIOSK_FILE, with_ledger, withdrawing
from tests.project import ROOT

from .axe import BY_DISPLAY, BY_WIDTH, VERSION, violations
from .conftest import served
from .states import BILINGUAL, SMALL_ONLY, STATES

LANGUAGES = ("en", "fr")
WIDTHS = (320, 768, 1280)
DISPLAYS = ("light", "dark")
KEPT = ROOT / "hooks" / "guide" / "accessibility.json"
UNFOLD = "() => document.querySelectorAll('details').forEach((part) => { part.open = true; })"
# Where a page is looked at. All rules are run first; after that those whose answer can differ. The languages share the
# corners: each template is seen in every width and in both displays at the smallest and at the largest.
ROUNDS = {
    "en": ((320, "light", ()), (768, "dark", BY_WIDTH), (1280, "dark", (*BY_WIDTH, *BY_DISPLAY))),
    "fr": ((320, "dark", ()), (768, "light", BY_WIDTH), (1280, "light", (*BY_WIDTH, *BY_DISPLAY))),
}


@pytest.fixture(scope="module")
def page(browser, address):
    """A reader who has no motion, so that nothing is measured on its way."""
    context = browser.new_context(base_url=address, reduced_motion="reduce", permissions=["clipboard-read", "clipboard-write"], bypass_csp=True, locale="iu-CA")
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


def _seen(page, where: str, language: str) -> list[str]:
    """What is wrong with the page as it stands, in all its rounds."""
    wrong = []
    for width, display, rules in ROUNDS[language]:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=display)
        wrong += [f"{where} ({width} px, {display}): {found}" for found in violations(page, *rules)]
    return wrong


@pytest.fixture(scope="module")
def templates(built, sample) -> dict[str, list[str]]:
    """The pages that are looked at, by the kind they are of."""
    site, found = prepare(built, Settings("https://guide.example/")).site, {}
    names = {paths["en"]: "written" if key in site.handwritten else key if kind == "page" else kind for (kind, key), paths in site.routes.paths.items()}
    for pair in sample.pairs:
        found.setdefault(names[pair["en"]], []).extend(pair[language] for language in LANGUAGES)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_a_barrier_that_a_checker_can_find(page, templates, language):
    """Everything on the page is unfolded: contents, links, citations, lists."""
    wrong, paths = [], [path for paths in templates.values() for path in paths if path.startswith(language)]
    for path in paths:
        page.goto("/" + path)
        page.evaluate(UNFOLD)
        wrong += _seen(page, path, language)

    assert len(paths) > 20 and not wrong, told(wrong)


@pytest.mark.parametrize("state", STATES)
def test_no_state_has_a_barrier_that_a_checker_can_find(page, state):
    """What opens, answers or is shown alone is looked at while it is so."""
    wrong = []
    for language in LANGUAGES[:1] if state in BILINGUAL else LANGUAGES:
        for width, display, _ in ROUNDS[language][::2]:
            if width > 320 and state in SMALL_ONLY:
                continue
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=display)
            STATES[state](page, language)
            wrong += [f"{state}, {language} ({width} px, {display}): {found}" for found in violations(page)]

    assert not wrong, told(wrong)


def test_no_tombstone_has_a_barrier_that_a_checker_can_find(page, project, site):
    """What stands at the address of a page that was withdrawn, and at that of its card."""
    guide = with_ledger(project({KIOSK_FILE: KIOSK}))
    guide.write({FILE: withdrawing(guide)})
    (guide.root / KIOSK_FILE).unlink()
    made, folder, wrong = guide.prepare().site, guide.root / "tombs", []
    for tomb in withdrawn.pages(made):
        target = folder / tomb.path / "index.html"
        target.parent.mkdir(parents=True)
        target.write_text(alone(tomb, made), "utf-8")
    (folder / "assets").symlink_to(site / "assets")
    tombs = sorted(path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html"))
    with served(folder) as other:
        for path in (tombs[0], tombs[-1]):
            page.goto(f"{other}/{path}/")
            wrong += _seen(page, path, "en")

    assert len(tombs) > 3 and not wrong, told(wrong)


def test_the_kept_results_are_those_of_these_tests(templates):
    """The statement tells of what is tested now. After a change: `make accessibility`, which renews what is kept."""
    seen = {"axe": VERSION, "templates": sorted(templates), "states": sorted([*STATES, "withdrawn"]), "languages": list(LANGUAGES), "widths": list(WIDTHS),
            "displays": list(DISPLAYS), "violations": 0}
    kept = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    if os.environ.get("GUIDE_RENEWS_ACCESSIBILITY"):
        KEPT.write_text(json.dumps({"date": date.today().isoformat(), **seen}, indent=2, ensure_ascii=False) + "\n", "utf-8")
        return

    assert {key: value for key, value in kept.items() if key != "date"} == seen, "the kept results are old: make accessibility"
    assert date.fromisoformat(kept["date"])
