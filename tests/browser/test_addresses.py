"""Permanent and old addresses in a browser: which language a reader comes to, what is remembered, what is kept on the way."""

from __future__ import annotations

import pytest

from tests.ledgers import RENAMED, with_ledger

from .conftest import served

START = "/c/bizpal/"
PAGES = {"en": "/en/case-studies/bizpal/", "fr": "/fr/etudes-de-cas/perle/"}
CHOICE = "() => localStorage.getItem('guide-language')"
STORED = "() => Object.keys(localStorage)"


def arrived(page, address: str, path: str) -> bool:
    """Whether a reader who goes to an address is taken to the page at a path, and nothing else."""
    page.goto(address)
    page.wait_for_url(f"**{path}")
    return True


@pytest.mark.parametrize(("locale", "language"), [("fr-CA", "fr"), ("fr", "fr"), ("en-CA", "en"), ("en-US", "en")])
def test_without_a_choice_the_browser_decides(visitor, locale, language):
    """Its first language, where that is one of the two; and nothing is stored for it."""
    page = visitor(locale=locale)

    assert arrived(page, START, PAGES[language])
    assert page.evaluate(STORED) == []


@pytest.mark.parametrize("locale", ["iu-CA", "es-ES", "fro", "crk"])
def test_any_other_browser_is_offered_both_languages(visitor, locale):
    """The page stays, its links lead on with what stands behind the address, and nothing is stored."""
    page = visitor(locale=locale)
    page.goto(f"{START}?from=intranet#sources")
    page.wait_for_load_state()

    assert page.url.endswith(f"{START}?from=intranet#sources")
    assert [link.inner_text() for link in page.locator("main a").all()] == ["English", "Français"]
    page.get_by_role("link", name="Français").click()
    page.wait_for_url(f"**{PAGES['fr']}?from=intranet#sources")
    assert page.evaluate(STORED) == []


@pytest.mark.parametrize(("locale", "start", "language"), [("en-CA", "en", "fr"), ("fr-CA", "fr", "en"), ("es-ES", "en", "fr")])
def test_the_language_that_a_reader_toggles_to_is_remembered(visitor, locale, start, language):
    """It goes before the language of the browser, for cases, organizations and terms."""
    page = visitor(locale=locale)
    page.goto(PAGES[start])
    assert page.evaluate(CHOICE) is None

    page.locator(".guide-header__language").click()
    page.wait_for_url(f"**{PAGES[language]}")

    assert page.evaluate(CHOICE) == language and page.evaluate(STORED) == ["guide-language"]
    assert arrived(page, START, PAGES[language])
    assert arrived(page, "/o/service-canada/", f"/{language}/organi*/service-canada/")
    assert arrived(page, "/t/jurisdiction/CA-ON/", f"/{language}/*/ontario/")


def test_a_reader_can_change_the_choice(visitor):
    """The last toggle counts, also the one at the end of the page."""
    page = visitor(locale="es-ES")
    page.goto(PAGES["en"])
    page.locator(".guide-header__language").click()
    page.wait_for_url(f"**{PAGES['fr']}")
    page.locator(".guide-footer a[hreflang]").click()
    page.wait_for_url(f"**{PAGES['en']}")

    assert page.evaluate(CHOICE) == "en"
    assert arrived(page, START, PAGES["en"])


@pytest.mark.parametrize("kept", ["de", "__proto__", "constructor", "to", "", "javascript:alert(1)"])
def test_a_choice_that_is_no_language_is_no_choice(visitor, kept):
    """Whatever else is stored there, the browser decides."""
    page = visitor(locale="fr-CA")
    page.goto("/")
    page.evaluate("kept => localStorage.setItem('guide-language', kept)", kept)

    assert arrived(page, START, PAGES["fr"])


def test_what_stands_behind_the_address_comes_along_and_back_leads_back(visitor):
    """A link to a section stays one, and the permanent address is not in the way of the back button."""
    page = visitor(locale="fr-CA")
    page.goto("/")
    assert arrived(page, f"{START}?q=a%20b&x=%26#sources", f"{PAGES['fr']}?q=a%20b&x=%26#sources")

    page.go_back()
    assert page.url.rstrip("/").count("/") == 2


def test_a_closed_storage_only_forgets(visitor):
    """Where a browser forbids storage, the toggle and the permanent address work."""
    page = visitor(locale="fr-CA")
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('closed', 'SecurityError'); }});")
    page.goto(PAGES["en"])
    page.locator(".guide-header__language").click()
    page.wait_for_url(f"**{PAGES['fr']}")

    assert arrived(page, START, PAGES["fr"])


@pytest.mark.parametrize("width", [320, 1280])
def test_without_scripts_both_languages_are_offered(visitor, width):
    """Whatever the browser speaks; the page fits the screen, and a keyboard reaches both links."""
    page = visitor(width, locale="fr-CA", java_script_enabled=False)
    page.goto(START)

    assert page.url.endswith(START)
    assert page.locator("section").evaluate_all("halves => halves.map(half => half.lang)") == ["en", "fr"]
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    for language, path in PAGES.items():
        page.goto(START)
        for _ in range(1 + list(PAGES).index(language)):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{path}")


def test_the_permanent_address_is_printed(visitor):
    """On paper too, and not only on the screen."""
    page = visitor()
    page.goto(PAGES["fr"])
    page.emulate_media(media="print")

    assert page.locator(".guide-page-end").inner_text().startswith("Adresse permanente\u00a0:")
    assert page.get_by_role("link", name="https://guide.example/c/bizpal/").is_visible()


def test_an_old_address_leads_to_the_new_one_with_and_without_scripts(browser, project):
    """With scripts the section comes along; without them the page is reached all the same, and the back button works."""
    guide = with_ledger(project()).write(RENAMED)
    done = guide.build("--strict")
    assert done.returncode == 0, done.stdout
    with served(guide.root / "site") as address:
        for scripts, rest in ((True, "?q=1#results"), (False, "")):
            context = browser.new_context(base_url=address, java_script_enabled=scripts)
            page = context.new_page()
            page.goto("/")
            page.goto("/fr/etudes-de-cas/comptoir-partage/?q=1#results", wait_until="commit")
            page.wait_for_url(f"**/fr/etudes-de-cas/un-comptoir/{rest}")
            page.wait_for_load_state()
            assert page.url == f"{address}/fr/etudes-de-cas/un-comptoir/{rest}"
            page.go_back()
            assert page.url == f"{address}/"
            context.close()
