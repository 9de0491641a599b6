"""The checker in a real browser, as a contributor's form uses it: Python in a worker, below the strictest policy of a page.

Each of the two Guides (the real one, and the minimal one of the corpus) is visited once, and asked about everything there.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from guide.languages import LANGUAGES
from guide.outputs import checker, policy, runtime
from tests.hostile.corpus import EXPECTED, bad_files, name_of
from tests.hostile.one_file import asked_of, lines, project_of_the_corpus
from tests.project import ROOT, with_runtime

from .conftest import served

CLIENT = ROOT / "hooks" / "guide" / "templates" / "components" / "checker.js"
# The page of a form: nothing inline, nothing from elsewhere, nothing evaluated.
POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'"
FORM = f"""<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">
<script src="client.js"></script></head><body><p data-checker="../assets/checker/" data-loading="Un instant" data-ready="Prêt" data-failed="Hélas"></p></body></html>"""
START = """async () => {
  window.states = [];
  try { window.checker = await guideChecker.start("../assets/checker/", (...state) => states.push(state)); } catch (error) { return [states, error.message]; }
  return [states, ""];
}"""
ASK = """async (questions) => {
  const answers = [];
  for (const [sort, { raw, ...question }] of questions) {
    const text = raw === undefined ? question.text : Uint8Array.from(atob(raw), (sign) => sign.charCodeAt(0)).buffer;
    answers.push(await checker[sort]({ ...question, text }));
  }
  return answers;
}"""


class Visit:
    """A page on which the checker is ready."""

    def __init__(self, page: Page, states: list) -> None:
        self.page, self.states = page, states

    def ask(self, questions: list[tuple[str, dict]]) -> list[dict]:
        """The answers to many questions, asked one after another."""
        return self.page.evaluate(ASK, questions)


def form_page(page: Page, address: str) -> Page:
    """A page with the client of the checker, and nothing else, beside the site."""
    page.set_default_timeout(120_000)
    page.route("**/form/", lambda route: route.fulfill(body=FORM, content_type="text/html; charset=utf-8"))
    page.route("**/form/client.js", lambda route: route.fulfill(body=CLIENT.read_text("utf-8"), content_type="text/javascript"))
    page.route("**/assets/checker/worker.js", with_the_header_of_hosts)
    page.goto(f"{address}/form/")
    return page


def with_the_header_of_hosts(route: Route) -> None:
    """The worker as a host sends it that reads `_headers`: with a policy of its own."""
    answer = route.fetch()
    route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": str(policy._written(policy._WORKER))})


@pytest.fixture(scope="module")
def visit(browser: Browser) -> Iterator[Callable[[str], Visit]]:
    """Starts the checker of the site at an address."""
    if runtime.find(ROOT) is None:
        if os.environ.get("CI"):
            pytest.fail("Python for the browser was not fetched; continuous integration needs it (guide browser)")
        pytest.skip("Python for the browser was not fetched (guide browser)")
    with ExitStack() as closing:

        def start(address: str) -> Visit:
            context = browser.new_context()
            closing.callback(context.close)
            page = form_page(context.new_page(), address)
            states, reason = page.evaluate(START)
            assert reason == ""
            return Visit(page, states)

        yield start


@pytest.fixture(scope="module")
def real(visit, address) -> Visit:
    """The checker of the real Guide."""
    return visit(address)


@pytest.fixture(scope="module")
def corpus(visit, tmp_path_factory) -> Iterator[Visit]:
    """The checker of the minimal Guide, with the neighbours of the corpus."""
    project = project_of_the_corpus(tmp_path_factory.mktemp("corpus") / "guide")
    with_runtime(project.root)
    for path, content in checker.files(project.prepare().site, {}):
        project.write({f"site/{path}": content})
    with served(project.root / "site") as address:
        yield visit(address)


def question(kind: str, name: str, raw: bytes, language: str) -> dict:
    return {"kind": kind, "name": name, "raw": base64.b64encode(raw).decode(), "language": language}


def test_every_bad_file_is_told_in_the_browser_as_guide_check_tells_it(corpus):
    """One corpus, two checkers: same verdict, same line and column, same sentence, in both languages."""
    paths = [path for path in bad_files() if asked_of(path)]
    answers = corpus.ask([("check", question(*asked_of(path), path.read_bytes(), language)) for path in paths for language in LANGUAGES])
    told = {name_of(path): lines(answers[2 * at], "en") + "--\n" + lines(answers[2 * at + 1], "fr") for at, path in enumerate(paths)}

    assert len(told) > 150
    assert told == {name_of(path): path.with_name(path.name.removesuffix(".yml") + EXPECTED).read_text("utf-8") for path in paths}


def test_every_published_case_is_good_in_the_browser_and_its_preview_is_its_page(real, built):
    """Each case is checked; a page in each language is the built one, byte for byte: related cases, head and frame too."""
    paths = sorted((built / "guide_data" / "case_studies").glob("*.yml"))
    checks = real.ask([("check", question("case_study", path.stem, path.read_bytes(), "en")) for path in paths])
    pages = real.ask([("preview", question("case_study", path.stem, path.read_bytes(), language)) for path in paths[::6] for language in LANGUAGES])

    assert [path.stem for path, answer in zip(paths, checks) if any(found["severity"] == "error" for found in answer["findings"])] == []
    assert len(pages) >= 20
    assert [page["path"] for page in pages if page["html"] != (built / "site" / page["path"] / "index.html").read_text("utf-8")] == []


def test_a_new_case_is_checked_and_shown_as_a_draft(real, built):
    """A record without consent has its page in the preview, with the banner of a draft; a name of the Guide is known."""
    text = (built / "guide_data" / "case_studies" / "bizpal.yml").read_text("utf-8")
    new = text.replace("en: bizpal\n", "en: nouveau\n").replace("fr: perle\n", "fr: nouvelle\n").replace("basis: public-sources", "basis: pending")
    [check, read, page] = real.ask([(sort, {"kind": "case_study", "name": "nouveau.yml", "text": new, "language": "fr"}) for sort in ("check", "read", "preview")])

    assert [found["code"] for found in check["findings"]] == []
    assert read["record"]["consent"] == {"basis": "pending"}
    assert page["path"].startswith("fr/etudes-de-cas/")
    assert "Ébauche" in page["html"]


def test_states_are_told_with_their_sentences(real):
    """The form says what happens, in the words of its page."""
    assert real.states == [["loading", "Un instant"], ["ready", "Prêt"]]
    assert real.page.locator("[data-checker]").text_content() == "Prêt"


def test_a_question_that_waits_gives_way_to_the_next_of_its_sort(real):
    """While somebody types, only the last text is checked."""
    answers = real.page.evaluate("""() => Promise.all([..."abc"].map((text) => checker.check({ kind: "case_study", name: "x", text })))""")

    assert [answer is None for answer in answers] == [False, True, False]


def test_a_question_that_cannot_be_asked_is_refused_and_the_checker_goes_on(real):
    """An unknown kind is an error of the form, not of the contributor."""
    refused = real.page.evaluate("""() => checker.check({ kind: "key_message", name: "x", text: "" }).then(() => "", (error) => error.message)""")
    [after] = real.ask([("check", {"kind": "case_study", "name": "x", "text": "", "language": "fr"})])

    assert "key_message" in refused
    assert [found["code"] for found in after["findings"]] == ["empty-file"]


@pytest.mark.parametrize("missing", ["worker.js", "check.*.zip"])
def test_a_checker_that_cannot_start_says_so(browser, address, visit, missing):
    """A missing file, an old browser, a closed network: the form hears it and keeps its own rules."""
    context = browser.new_context()
    page = form_page(context.new_page(), address)
    page.route(f"**/assets/checker/{missing}", lambda route: route.fulfill(status=404, body=""))
    states, reason = page.evaluate(START)
    context.close()

    assert [state for state, _ in states] == ["loading", "failed"]
    assert states[-1][1] == "Hélas"
    assert reason
