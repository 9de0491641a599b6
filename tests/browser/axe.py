"""The accessibility checker axe-core, run in a page as it stands: WCAG 2.2 AA, and what its makers call best practice."""

from __future__ import annotations

import re

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
VERSION = re.match(r"/\*! axe v([\d.]+)", AXE_SCRIPT)[1]

_RUN = """async ({tags, kinds}) => {
  // What reaches the eye of a text: its colour and letters, and all that lies behind it or dims it. Of each such look one
  // element is enough, for the contrast of the others is the same; and once for each page, in whatever window it was met.
  const known = (window.guideLooks ??= new Set());
  const grounds = new Map();
  const ground = (element) => {
    if (!element) return '';
    if (!grounds.has(element)) {
      const style = getComputedStyle(element), own = [];
      if (style.backgroundColor !== 'rgba(0, 0, 0, 0)' || style.backgroundImage !== 'none') own.push(style.backgroundColor, style.backgroundImage);
      if (style.opacity !== '1' || style.filter !== 'none' || style.mixBlendMode !== 'normal') own.push(style.opacity, style.filter, style.mixBlendMode);
      if (style.position !== 'static') own.push(style.position, element.className.baseVal ?? element.className);
      grounds.set(element, ground(element.parentElement) + (own.length ? '|' + own.join() : ''));
    }
    return grounds.get(element);
  };
  const looks = () => {
    const found = new Map();
    for (const element of document.querySelectorAll('body *')) {
      const written = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()) || element.matches('input, select, textarea');
      if (!written || !element.checkVisibility({visibilityProperty: true})) continue;
      const style = getComputedStyle(element);
      const look = [style.color, style.fontSize, style.fontWeight, style.textShadow, ground(element)].join();
      if (!known.has(look)) found.set(look, element);
      known.add(look);
    }
    return [...found.values()];
  };
  // Several kinds in one run: the page is looked through once. The rule about contrast looks at what is marked for it.
  for (const element of document.querySelectorAll('[data-looked-at]')) element.removeAttribute('data-looked-at');
  const marked = kinds.includes('contrast') ? looks() && document.querySelectorAll('body, body *') : kinds.includes('looks') ? looks() : [];
  for (const element of marked) element.setAttribute('data-looked-at', '');
  const rules = [...kinds.includes('width') ? ['target-size', 'scrollable-region-focusable'] : [], ...marked.length ? ['color-contrast'] : []];
  if (!kinds.includes('markup') && !rules.length) return [];
  const options = kinds.includes('markup') ? {runOnly: {type: 'tag', values: tags}, rules: {'color-contrast': {enabled: marked.length > 0}}} : {runOnly: {type: 'rule', values: rules}};
  const found = await axe.run(document, {...options, resultTypes: ['violations'], preload: false, iframes: false});
  return found.violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) =>
    id + ': ' + target.join(' ') + ': ' + failureSummary.split('\\n').slice(1, 2).join('').trim()));
}"""


# Which elements a rule looks at can be configured; how it judges them stays the checker's own.
# A page has few colours and many elements: each is read once.
_MARKED = """() => {
  axe.configure({rules: [{id: 'color-contrast', selector: '[data-looked-at]'}]});
  const {prototype} = axe.commons.color.Color, parse = prototype.parseString, known = new Map();
  prototype.parseString = function (text) {
    if (!known.has(text)) known.set(text, parse.call(new axe.commons.color.Color(), text));
    const {r, g, b, alpha} = known.get(text);
    return Object.assign(this, {r, g, b, alpha});
  };
}"""


def violations(page: Page, *kinds: str) -> list[str]:
    """What the checker finds on a page in one run: rule, element, reason.

    A kind is "markup" for all rules but one; "contrast" for that one, which takes most of the time; "looks" for the same, of one
    element of each look that was not met before; "width" for the rules whose answer depends on the width of the window.
    """
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(_MARKED)
    return page.evaluate(_RUN, {"tags": TAGS, "kinds": kinds})
