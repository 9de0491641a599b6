"""Pages in their states, in both languages and both displays, small and large, by a checker that nobody here wrote."""

from __future__ import annotations

import pytest

from guide.outputs import runtime
from guide.pages import withdrawn
from guide.render import alone
from tests.build.parsed import told
from tests.ledgers import FILE, KIOSK, KIOSK_FILE, with_ledger, withdrawing
from tests.project import ROOT

from .conftest import served
from .rounds import LANGUAGES, WIDTHS, barriers, reader, start, turn
from .states import BILINGUAL, NEEDS_CHECKER, SMALL_ONLY, STATES


@pytest.fixture(scope="module")
def page(browser, address):
    made = reader(browser, address)
    yield made
    made.context.close()


@pytest.mark.parametrize("state", STATES)
def test_no_state_has_a_barrier_that_a_checker_can_find(page, state):
    """What opens, answers or is shown alone is looked at while it is so, in every width and both displays."""
    if state in NEEDS_CHECKER and runtime.find(ROOT) is None:
        pytest.skip("Python for the browser was not fetched (guide browser)")
    for language in LANGUAGES[:1] if state in BILINGUAL else LANGUAGES:
        widths = WIDTHS[:1] if state in SMALL_ONLY else WIDTHS
        start(page, language) if widths == WIDTHS else turn(page, widths[0], "light")
        shown = STATES[state](page, language)
        wrong = barriers(page, f"{state}, {language}", language, widths)

        assert shown.is_visible(), f"{state}, {language}: it is no longer so"
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
            wrong += barriers(page, path, "en")

    assert len(tombs) > 3 and not wrong, told(wrong)
