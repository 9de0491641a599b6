"""Cards in iframes of another site, and the panel that offers them."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import html5lib
import pytest
from markdown_it import MarkdownIt

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


def opened(page, path: str = "/en/case-studies/bizpal/", title: str = ""):
    """The panel of a page, opened, with its card loaded. With a title, the page is called that."""
    page.goto(path)
    if title:
        page.evaluate("(title) => { document.querySelector('.guide-link-panel__titled a').textContent = title; }", title)
    page.locator(".guide-link-panel > summary").click()
    page.wait_for_function("() => document.querySelector('#link-card')?.value")
    return page


def test_a_link_is_copied_with_its_title(visitor):
    """As HTML for Outlook and Word, as text for everything else."""
    page = opened(visitor(permissions=["clipboard-read", "clipboard-write"]))
    page.locator("label[for='link-in-both']").click()
    page.locator("[data-copies='link-rich']").click()
    page.wait_for_function("() => document.querySelector('.guide-link-panel .guide-copy__told:not(:empty)')")
    html, text = page.evaluate("""async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(['text/html', 'text/plain'].map(async (type) => (await item.getType(type)).text()));
    }""")

    assert html.count("<a ") == 2 and 'hreflang="fr"' in html
    assert text.count("https://guide.example/") == 2 and "BizPaL" in text
    assert page.locator("#link-html").input_value().count("<a ") == 2
    assert page.locator("#link-markdown").input_value().count("](https://guide.example/") == 2
    assert not page.locator("#link-frame").is_visible() and not page.locator("#link-card").is_visible()


def test_a_copyable_text_is_copied_whole(visitor):
    """The code of the iframe arrives as it stands in its field."""
    page = opened(visitor(permissions=["clipboard-read", "clipboard-write"]))
    page.locator("[data-copies='link-frame']").click()
    page.wait_for_function("() => document.querySelector('.guide-link-panel .guide-copy__told:not(:empty)')")

    assert page.evaluate("() => navigator.clipboard.readText()") == page.locator("#link-frame").input_value()


TRICKY = 'A [b](c) *d* & <e> "f" | _g_ `h` \\ ~i~ !j'


def test_whatever_stands_in_a_title_is_only_text(visitor):
    """In HTML, in Markdown, in the iframe and in the e-mail."""
    page = opened(visitor(), title=TRICKY)
    said = {name: page.locator(f"#link-{name}").input_value() for name in ("html", "markdown", "frame")}
    mail = parse_qs(urlsplit(page.locator(".guide-link-panel__mail a").get_attribute("href")).query)

    for html in (said["html"], MarkdownIt("commonmark").render(said["markdown"])):
        links = [found for found in html5lib.parse(html, namespaceHTMLElements=False).iter() if found.tag == "a"]
        assert [("".join(link.itertext()), link.get("href")) for link in links] == [(TRICKY, "https://guide.example/en/case-studies/bizpal/")]
    assert next(html5lib.parse(said["frame"], namespaceHTMLElements=False).iter("iframe")).get("title") == TRICKY
    assert mail["subject"] == [TRICKY] and mail["body"][0].splitlines() == [TRICKY, "https://guide.example/en/case-studies/bizpal/"]


@pytest.mark.parametrize("path", ["/en/case-studies/bizpal/", "/fr/administrations/nouvelle-ecosse/", "/en/organizations/service-canada/"])
def test_the_card_is_the_one_that_others_are_given(visitor, site, path):
    """The iframe has what oEmbed answers; the pasted card has the title, the facts and the name of the Guide, and no class or script."""
    page = opened(visitor(), path)
    frames = [next(html5lib.parse(html, namespaceHTMLElements=False).iter("iframe")).attrib
              for html in (page.locator("#link-frame").input_value(), json.loads((site / path[1:] / "oembed.json").read_text("utf-8"))["html"])]
    assert frames[0] == frames[1]

    pasted = html5lib.parse(page.locator("#link-card").input_value(), namespaceHTMLElements=False)
    links = [(link.get("href"), "".join(link.itertext())) for link in pasted.iter("a")]
    assert links == [(page.locator("link[rel=canonical]").get_attribute("href"), page.locator("h1").inner_text())]
    assert not [found for found in pasted.iter() if found.get("class") or found.tag in ("script", "style")]
    words = "".join(pasted.itertext())
    assert page.locator(".guide-footer strong").inner_text() in words
    assert page.locator(".guide-lead").first.inner_text() in words


def test_without_a_connection_the_panel_says_so(visitor):
    """Only the card needs one; the next opening of a language tries again."""
    page = visitor()
    page.route("**/embed/**", lambda route: route.abort())
    assert "takes a connection" in opened(page).locator("#link-card").input_value()
    assert page.locator("#link-html").input_value().startswith("<a ")


def test_without_scripts_the_panel_offers_what_leads_to_the_page(visitor):
    """The permanent address, both titled links, an e-mail; and where the rest is explained."""
    page = visitor(320, java_script_enabled=False)
    page.goto("/en/case-studies/bizpal/")
    page.locator(".guide-link-panel > summary").click()

    panel = page.locator(".guide-link-panel")
    assert "https://guide.example/c/bizpal/" in panel.inner_text() and "write them by hand" in panel.inner_text()
    assert [link.get_attribute("hreflang") for link in panel.locator(".guide-link-panel__titled a").all()] == ["en", "fr"]
    assert panel.locator("a[href^=mailto]").is_visible() and panel.locator("a[href*=use-the-guide]").is_visible()
    assert panel.locator("button:visible").count() == 0
    assert page.evaluate(TOO_WIDE) == []
