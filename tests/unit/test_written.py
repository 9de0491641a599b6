"""Pages written by hand, once their Markdown is HTML."""

from __future__ import annotations

import pytest

from guide.pages import written
from guide.pages.page import Section
from guide.pages.reader import Reader

from .samples import NBSP


@pytest.mark.parametrize(("name", "address"), [
    ("case:counter", "etudes-de-cas/comptoir-partage/"),
    ("case:counter#results", "etudes-de-cas/comptoir-partage/#results"),
    ("organization:town", "organisations/ville-de-springfield/"),
    ("facet:channel", "fr-channels/"),
    ("term:channel/digital", "fr-channels/digital-fr/"),
    ("page:glossary", "glossaire/"),
    ("page:about", "a-propos/"),
])
def test_the_name_of_a_page_becomes_its_address(reader_of, name, address):
    """Pages are linked by name, in the language of the page."""
    assert written.with_links(f'<a class="x" href="{name}">y</a>', reader_of("fr")) == f'<a class="x" href="{address}">y</a>'


@pytest.mark.parametrize("link", ["https://example.ca/case:x", "#purpose", "mailto:desk@example.ca", "../case:counter/"])
def test_other_links_stay_as_they_are(reader_of, link):
    """Only the names of pages are looked up."""
    assert written.with_links(f'<a href="{link}">y</a>', reader_of("en")) == f'<a href="{link}">y</a>'


@pytest.mark.parametrize("name", ["case:countr", "term:channel/fax", "page:contribute", "organization:counter"])
def test_a_page_that_does_not_exist_is_named(reader_of, name):
    """A link that would lead nowhere is an error, with its name."""
    with pytest.raises(written.UnknownName, match=name):
        written.with_links(f'<a href="{name}">y</a>', reader_of("en"))


def test_a_case_that_is_not_published_keeps_the_words_that_led_to_it(site_of):
    """So its consent can be taken back although a page names it; in the preview the link is there."""
    from .samples import another_case

    files, html = another_case("hidden", ("basis: public-sources", "basis: pending")), '<p>See <a href="case:hidden#results">the <em>other</em></a> and <a href="case:counter">this</a>.</p>'
    shown, preview = (written.with_links(html, Reader(site_of(files, with_drafts=drafts), "en", "en/")) for drafts in (False, True))

    assert shown == '<p>See the <em>other</em> and <a href="case-studies/shared-counter/">this</a>.</p>'
    assert '<a href="case-studies/case-hidden/#results">' in preview


@pytest.mark.parametrize(("html", "shown"), [
    ("<p>L'accord : 5 %</p>", "<p>L’accord~: 5~%</p>"),
    ("<p>&quot;un&quot; &amp; &lt;b&gt;</p>", "<p>«~un~» &amp; &lt;b&gt;</p>"),
    ("<p>d'<em>un</em> : <a href=\"l'x : y\">deux</a></p>", "<p>d’<em>un</em>~: <a href=\"l'x : y\">deux</a></p>"),
    ("<code>a : b</code> : <pre>c : <b>d : e</b></pre> : f", "<code>a : b</code>~: <pre>c : <b>d : e</b></pre>~: f"),
    ("<img alt=\"L'image : 5 %\" title=\"l'x : y\">", "<img alt=\"L’image~: 5~%\" title=\"l'x : y\">"),
    ("<pre><code>a : b</code></pre> : c", "<pre><code>a : b</code></pre>~: c"),
])
def test_typography_is_set_between_tags_and_not_in_code(html, shown):
    """Attributes, entities and code keep what was typed (~ stands for a nonbreaking space)."""
    assert written.with_typography(html, "fr") == shown.replace("~", NBSP)


def test_an_english_page_stays_as_it_was_written():
    """Quotation marks come back as the entity that they were."""
    assert written.with_typography("<p>&quot;It's&quot; : 5 %</p>", "en") == "<p>&quot;It's&quot; : 5 %</p>"


def test_a_page_is_made_from_its_front_matter_and_its_html(site_of):
    """Title, address, date and file come from the hand-written page, and its HTML is the view."""
    site = site_of()

    page = written.page(site, site.handwritten["about"]["fr"], '<h1 id="a-propos">À propos</h1><p>« a »</p>', [Section("purpose", "But")])

    assert (page.kind, page.key, page.language, page.path) == ("page", "about", "fr", "fr/a-propos/")
    assert (page.title, page.source, str(page.modified)) == ("À propos", "docs/about.fr.md", "2026-11-22")
    assert page.view == [written.Piece(f"<h1>À propos</h1><p>«{NBSP}a{NBSP}»</p>")]
    assert page.sections == (Section("purpose", "But"),)
    assert [link.href for link in page.breadcrumb] == ["../"]
    assert page.section_key == "about"


@pytest.mark.parametrize(("key", "hub", "address"), [("engagement-strategy", "engagement", "../mobilisation/"), ("urban-indigenous-partnerships", "learn", "../apprendre/")])
def test_a_page_stands_below_its_hub(site_of, key, hub, address):
    """The header marks the hub, and the breadcrumb leads to it."""
    matter = "---\ntitle: {0}\nslug: {1}\ndescription: {0}.\nmodified: 2026-11-22\n---\n\n# {0}\n"
    site = site_of({f"docs/{key}.en.md": matter.format("Strategy", "strategy"), f"docs/{key}.fr.md": matter.format("Stratégie", "strategie")})

    page = written.page(site, site.handwritten[key]["fr"], "<p>a</p>", [])

    assert page.section_key == hub
    assert [link.href for link in page.breadcrumb] == ["../", address]


def test_a_block_gives_its_place_to_what_is_made_from_the_data(reader_of):
    """A paragraph that is only a link to a block becomes the block; what stands around it stays."""
    before, block, after = written.pieces('<p>a</p>\n<p><a href="block:timeline">Timeline</a></p>\n<p>b</p>', reader_of("en"))

    assert ("a" in before.html, "b" in after.html) == (True, True)
    assert block.timeline is not None and not block.html


def test_a_block_that_does_not_exist_is_named(reader_of):
    """A misspelt block stops the build with its name."""
    with pytest.raises(written.UnknownName, match="block:timelin"):
        written.pieces('<p><a href="block:timelin">Timeline</a></p>', reader_of("en"))
