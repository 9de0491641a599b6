"""Cards in iframes of another site, and the panel that offers them."""

from __future__ import annotations

import pytest

from .conftest import served
from .scripts import LOW_CONTRAST, TOO_WIDE

SANDBOXES = ("", "allow-scripts", "allow-popups allow-popups-to-escape-sandbox")
CARDS = ("/en/embed/c/bizpal/", "/fr/embed/t/jurisdiction/CA-NS/", "/fr/embed/o/service-canada/")


@pytest.fixture
def host(tmp_path):
    """Another site: another origin, since its port is another one."""
    with served(tmp_path) as address:
        yield tmp_path, address


@pytest.mark.parametrize("sandbox", SANDBOXES)
@pytest.mark.parametrize("path", CARDS)
def test_a_card_is_read_in_an_iframe_of_another_site(visitor, address, host, sandbox, path):
    """Also with the strictest sandbox, at 240 pixels; nothing else is asked for, no cookie is set."""
    folder, other = host
    (folder / "index.html").write_text(f'<!doctype html><title>x</title><link rel="icon" href="data:,"><iframe sandbox="{sandbox}" src="{address}{path}" width="240" height="500"></iframe>', "utf-8")
    page, asked = visitor(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{other}/index.html")
    frame = page.frames[1]
    frame.wait_for_selector("h1 a")

    assert asked == [f"{other}/index.html", f"{address}{path}"]
    assert page.context.cookies() == []
    assert frame.locator("h1").is_visible()
    if "allow-popups" in sandbox:
        with page.context.expect_page() as opened:
            frame.locator("h1 a").click()
        assert opened.value is not None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", CARDS)
def test_a_card_fits_240_pixels_and_is_readable_light_and_dark(visitor, scheme, path):
    """Nothing is cut off, and every text stands out from what lies behind it."""
    page = visitor(240, color_scheme=scheme)
    page.goto(path)

    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(LOW_CONTRAST) == []
    dark = page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(18, 24, 26)"
    assert dark == (scheme == "dark")


def test_a_link_is_copied_with_its_title(visitor):
    """As HTML for Outlook and Word, as text for everything else."""
    page = visitor(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/en/case-studies/bizpal/")
    page.locator(".guide-link-panel > summary").click()
    page.locator("label[for='link-in-both']").click()
    page.locator("[data-copies-link='link-rich-both']").click()
    page.wait_for_function("() => document.querySelector('[data-variant=both] .guide-copy__told:not(:empty)')")
    html, text = page.evaluate("""async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(['text/html', 'text/plain'].map(async (type) => (await item.getType(type)).text()));
    }""")

    assert html.count("<a ") == 2 and 'hreflang="fr"' in html
    assert text.count("https://guide.example/") == 2 and "BizPaL" in text


def test_a_copyable_text_is_copied_whole(visitor):
    """The code of the iframe arrives as it stands in its field."""
    page = visitor(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/en/case-studies/bizpal/")
    page.locator(".guide-link-panel > summary").click()
    page.locator("[data-copies='link-frame-en']").click()
    page.wait_for_function("() => document.querySelector('[data-variant=en] .guide-copy__told:not(:empty)')")

    assert page.evaluate("() => navigator.clipboard.readText()") == page.locator("#link-frame-en").input_value()


def test_without_scripts_the_panel_offers_everything(visitor):
    """The language is chosen, and the texts are marked by hand."""
    page = visitor(320, java_script_enabled=False)
    page.goto("/en/case-studies/bizpal/")
    page.locator(".guide-link-panel > summary").click()
    assert page.locator("#link-html-en").is_visible() and not page.locator("#link-html-fr").is_visible()

    page.locator("label[for='link-in-both']").click()

    assert page.locator("#link-html-both").input_value().count("<a ") == 2
    assert page.locator("#link-html-both").is_visible() and not page.locator("#link-html-en").is_visible()
    assert page.locator(".guide-link-panel button:visible").count() == 0
    assert page.evaluate(TOO_WIDE) == []
