"""The accessibility checker axe-core, run in a page as it stands: WCAG 2.2 AA, and what its makers call best practice."""

from __future__ import annotations

import re

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
VERSION = re.match(r"/\*! axe v([\d.]+)", AXE_SCRIPT)[1]
# The rules whose answer depends on the width of the window, and the one that depends on the display. All others read the markup.
BY_WIDTH = ("target-size", "scrollable-region-focusable")
BY_DISPLAY = ("color-contrast",)

_RUN = """async ({tags, rules}) => {
  const runOnly = rules.length ? {type: 'rule', values: rules} : {type: 'tag', values: tags};
  const found = await axe.run(document, {runOnly, resultTypes: ['violations'], preload: false});
  return found.violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) =>
    id + ': ' + target.join(' ') + ': ' + failureSummary.split('\\n').slice(1, 2).join('').trim()));
}"""


def violations(page: Page, *rules: str) -> list[str]:
    """What the checker finds on a page: rule, element, reason. Without rules: all of them."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(_RUN, {"tags": TAGS, "rules": rules})
