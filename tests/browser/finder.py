"""What the tests of the finder, and its bench, count and read: by brute force in Python, and in the page."""

from __future__ import annotations

import gzip
import random
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from playwright.sync_api import Page

from tests.library import ANSWERS, PARTS, Fact, Library

PATHS = {"en": "/en/case-studies/", "fr": "/fr/etudes-de-cas/"}
STEP = 100

# Which cases are shown, how many are said to be found, and the count beside every value.
SHOWN = """() => ({
  keys: [...document.querySelectorAll('.guide-finder .guide-card')].map((card) => card.dataset.key),
  said: document.querySelector('.guide-finder [role=status]').textContent,
  counts: Object.fromEntries([...document.querySelectorAll('[data-facet]')].map((facet) => [facet.dataset.facet,
    Object.fromEntries([...facet.querySelectorAll('li')].map((item) => [item.querySelector('input').value, Number(item.querySelector(':scope > span, label > :last-child').textContent.replace(/\\D/g, ''))]))])),
  empty: [...document.querySelectorAll('[data-facet] li.is-empty input')].map((box) => box.value),
  chosen: [...document.querySelectorAll('[data-facet] input:checked')].map((box) => box.value),
})"""

# An address as if a reader came back to it: much faster than loading the page again.
COME_BACK = "(search) => { history.pushState(null, '', search || location.pathname); dispatchEvent(new PopStateEvent('popstate')); }"

# Milliseconds from a click on a box, until what it changes has been drawn.
CLICKS = """async (times) => {
  const boxes = [...document.querySelectorAll('[data-facet] input[type=checkbox]')], taken = [];
  for (let turn = 0; turn < times; turn += 1) {
    const box = boxes[(turn * 37) % boxes.length], start = performance.now();
    box.click();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    taken.push(performance.now() - start);
    if (turn % 2) document.querySelector('.guide-finder__clear').click();
  }
  return taken;
}"""

# The same for each letter of some texts, typed one after the other.
LETTERS = """async (texts) => {
  const input = document.querySelector('#guide-finder-query'), status = document.querySelector('.guide-finder [role=status]'), taken = [];
  for (const text of texts) for (let length = 1; length <= text.length; length += 1) {
    if (text[length - 1] === ' ') continue;
    input.value = text.slice(0, length);
    const shown = new Promise((done) => new MutationObserver((_, observer) => { observer.disconnect(); done(); }).observe(status, {childList: true}));
    const start = performance.now();
    input.dispatchEvent(new Event('input', {bubbles: true}));
    await shown;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    taken.push(performance.now() - start);
  }
  return taken;
}"""


@dataclass(frozen=True)
class Selection:
    """What a reader asks for. `among`: the keys that a text finds."""

    chosen: dict[str, list[str]] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    among: frozenset[str] | None = None

    def query(self, **more: str) -> str:
        pairs = [(facet, value) for facet, values in self.chosen.items() for value in values]
        pairs = [*pairs, *(("with", value) for value in self.also), *more.items()]
        return f"?{urlencode(pairs)}" if pairs else ""

    def takes(self, case: Fact, without: str = "") -> bool:
        """Whether a case matches, one facet left out of account."""
        return ((self.among is None or case.key in self.among) and set(self.also) <= set(case.facets["jurisdiction"])
                and all(set(values) & set(case.facets[facet]) for facet, values in self.chosen.items() if facet != without))


def random_selection(library: Library, chance: random.Random) -> Selection:
    """Some values of some facets, most of them of one case, so that not everything is empty."""
    case, chosen = chance.choice(library.cases), {}
    for facet in chance.sample(sorted(case.facets), chance.choice((1, 1, 2, 2, 3, 4))):
        others = values_of(library, facet)
        values = {*case.facets[facet][:1], *chance.sample(others, min(len(others), chance.choice((0, 1, 2))))}
        if values:
            chosen[facet] = sorted(values)
    return Selection(chosen, (chance.choice(library.terms["jurisdiction"]),) if chance.random() < .2 else ())


def values_of(library: Library, facet: str) -> list[str]:
    if facet in library.terms:
        return library.terms[facet]
    if facet == "gap":
        return sorted(field.replace("_", "-") for field in (*ANSWERS, *PARTS))
    return sorted(name.rpartition("/")[2].removesuffix(".yml") for name in library.files if "/organizations/" in name)


def counts(library: Library, selection: Selection) -> dict[str, dict[str, int]]:
    """The count beside each value: the cases, if that value alone were chosen in its facet."""
    found = {}
    for facet in (*library.terms, "organization", "gap"):
        tally = Counter(value for case in library.cases if selection.takes(case, facet) for value in case.facets[facet])
        found[facet] = {value: tally[value] for value in values_of(library, facet)}
    return found


def in_title_order(cases: Iterable[Fact], language: str) -> list[Fact]:
    """Accents, ligatures and capitals do not count."""
    def plain(text: str) -> str:
        decomposed = unicodedata.normalize("NFD", text.casefold().replace("œ", "oe"))
        return "".join(letter for letter in decomposed if not unicodedata.combining(letter))

    return sorted(cases, key=lambda case: plain(case.title[language]))


def number_in(text: str) -> int:
    return int("".join(letter for letter in text if letter.isdigit()))


def first_visit(page: Page, path: str) -> dict[str, int]:
    """The bytes of each thing that a first visit fetches, as a host that compresses with gzip sends them."""
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(path)
    page.wait_for_load_state("networkidle")
    return {answer.url: len(gzip.compress(answer.body(), 6)) for answer in answers}
