"""How heavy a case page is, and whether it moves while it is loaded. `make bench` measures the times (bench/pages.py)."""

from __future__ import annotations

import gzip

import pytest

from tests.build.parsed import told

from .first_visit import first_visit, served_compressed

FOLDERS = ("en/case-studies", "fr/etudes-de-cas")
MOST_BYTES, MOST_REQUESTS = 9000, 8


def test_every_case_page_is_light(site):
    """Compressed as hosts do it, each page of a case stays below nine thousand bytes, in both languages."""
    weights = {path: len(gzip.compress(path.read_bytes(), 6)) for folder in FOLDERS for path in (site / folder).glob("*/index.html")}
    heavy = [f"{path.relative_to(site)}: {weight}" for path, weight in weights.items() if weight >= MOST_BYTES]

    assert len(weights) > 100 and not heavy, told(heavy)


@pytest.mark.parametrize(("language", "width"), [("en", 360), ("fr", 1280)])
def test_a_case_page_asks_for_little_and_does_not_move(browser, site, sample, language, width):
    """The longest case, with an empty cache over a slow line."""
    with served_compressed(site) as address:
        page, visit = first_visit(browser, f"{address}/{sample.longest_case[language]}", width)
        page.context.close()

    assert 3 < len(visit.requests) <= MOST_REQUESTS, visit.requests
    assert visit.moved == 0, visit.movers


@pytest.mark.parametrize(("path", "width"), [("en/compare/", 360), ("en/contribute/form/", 1280), ("fr/parcours-de-partenariat/", 360), ("fr/presentation/", 1280), ("en/case-studies/", 1280), ("fr/messages-cles/", 1280), ("en/case-studies/*/replication-kit/", 360)])
def test_what_waits_for_its_script_has_its_room(browser, site, path, width):
    """Forms, choices and buttons that only a script makes work appear where their room was kept: nothing below them moves over a slow line."""
    with served_compressed(site) as address:
        page, visit = first_visit(browser, f"{address}/{min(site.glob(path)).relative_to(site).as_posix()}/", width)
        assert page.locator("form.guide-form, form.guide-compare, .guide-checklist-tools, [data-starts-show], .guide-finder__facet label, [data-copies], .guide-print").first.is_visible()
        page.context.close()

    assert visit.moved == 0, visit.movers
