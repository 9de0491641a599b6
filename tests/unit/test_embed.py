"""What other sites show of the Guide: snippets, cards, oEmbed answers, pictures."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import html5lib
import pytest
from PIL import Image, ImageChops, ImageDraw

from guide.outputs import oembed, pictures
from guide.pages import embed, snippets
from guide.render import embedded
from guide.site import Site

TRICKY = 'A [b](c) *d* & <e> "f" | _g_ `h`'


@pytest.fixture
def site(project):
    """The minimal Guide."""
    return project().prepare().site


@pytest.fixture
def told() -> embed.Told:
    """A page whose title has every character that means something somewhere."""
    return embed.Told("case_study", "en", "Case study", embed.Phrase(TRICKY), "", (), "https://guide.example/en/x/", "https://guide.example/c/x/",
                      "https://guide.example/en/embed/c/x/")


def test_a_title_is_only_text(told):
    """Whatever stands in a title, there is one link and these are its words."""
    links = [found for found in html5lib.parse(str(snippets.link(told)), namespaceHTMLElements=False).iter() if found.tag == "a"]
    assert [("".join(link.itertext()), link.get("href")) for link in links] == [(TRICKY, told.address)]
    frame = next(html5lib.parse(str(snippets.frame(told)), namespaceHTMLElements=False).iter("iframe"))
    assert frame.get("title") == TRICKY


def test_an_email_has_title_and_address(told):
    """The address that opens it holds both, whatever the characters."""
    asked = parse_qs(urlsplit(snippets.mail(told, told)).query)
    assert asked["subject"] == [f"{TRICKY} / {TRICKY}"]
    assert asked["body"][0].count(told.address) == 2


def test_links_in_both_languages_say_each_its_own(site):
    """A screen reader changes its voice, and a reader knows where a link leads."""
    both = [embed.told(site, language, "case_study", "counter") for language in ("en", "fr")]
    links = [found for found in html5lib.parse(str(snippets.links(*both)), namespaceHTMLElements=False).iter("a")]
    assert [(link.get("lang"), link.get("hreflang"), link.text) for link in links] == [
        ("en", "en", "A counter for two governments"), ("fr", "fr", "Un comptoir pour deux gouvernements")]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_card_stands_alone(site, language):
    """No script, nothing fetched, links in a new tab, not for search engines, in its language."""
    made = {card.path: embedded(card, site) for card in embed.cards(site, language)}
    assert f"{language}/embed/c/counter/" in made
    for path, text in made.items():
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree = parser.parse(text)
        assert parser.errors == [], path
        elements = [found for found in tree.iter() if isinstance(found.tag, str)]
        assert tree.get("lang") == language
        assert {found.tag.rpartition("}")[2] for found in elements} & {"script", "img", "iframe", "object", "form"} == set()
        assert [found.get("rel") for found in elements if found.tag == "link"] == ["canonical"]
        assert all(found.get("target") == "_blank" and found.get("rel") == "noopener" for found in elements if found.tag == "a")
        assert "noindex" in [found.get("content") for found in elements if found.get("name") == "robots"]
        assert "url(" not in text and "@import" not in text


def test_a_card_of_a_place_lists_its_cases(site):
    """The list is made with the Guide, so that it follows by itself; a place without cases says none."""
    cards = {card.told.permanent.removeprefix("https://guide.example/"): card for card in embed.cards(site, "fr")}
    assert [str(listed.link.text) for listed in cards["t/jurisdiction/CA-NS/"].cases] == ["Un comptoir pour deux gouvernements"]
    assert [str(listed.link.text) for listed in cards["o/town/"].cases] == ["Un comptoir pour deux gouvernements"]
    assert cards["t/jurisdiction/CA-ON/"].lists and cards["t/jurisdiction/CA-ON/"].cases == []


def test_the_two_oembed_answers_about_a_page_agree(site):
    """Both parse, and hold what the specification asks of type rich."""
    files = dict(oembed.files(site))
    found = [path for path in files if path.endswith(".json")]
    assert len(found) * 2 == len(files) > 20
    for path in found:
        answer = json.loads(files[path])
        tree = ElementTree.fromstring(files[path.removesuffix("json") + "xml"].encode())
        assert {item.tag: item.text for item in tree} == {name: str(value) for name, value in answer.items()}
        assert (answer["version"], answer["type"]) == ("1.0", "rich")
        frame = next(html5lib.parse(answer["html"], namespaceHTMLElements=False).iter("iframe"))
        assert (frame.get("width"), frame.get("height")) == (str(answer["width"]), str(answer["height"]))
        assert frame.get("title") == answer["title"]


def drawn(site: Site) -> dict[str, bytes]:
    """All pictures by their paths."""
    return {picture.path: picture.content() for picture in pictures.files(site)}


def test_a_picture_is_the_same_each_time_and_with_or_without_the_cache(site):
    """Same texts, same bytes; a deleted cache changes none."""
    first = drawn(site)
    kept = list((site.root / ".cache" / "pictures").iterdir())
    assert len(kept) == len(set(first.values()))
    assert drawn(site) == first
    for path in kept:
        path.unlink()
    assert drawn(site) == first
    assert set(first) == {f"{language}/pictures/{name}.png" for language in ("en", "fr") for name in ("guide", "c/counter")}


def test_a_picture_is_readable_whatever_its_title():
    """1200 by 630; nothing runs out at the right; a long title is cut with a sign of it."""
    letters = pictures.font(pictures.BOLD, 42)
    for title in ("Short", "A long title of a case study " * 12, "Tłı̨chǫ shíshálh é ᐃᓄᒃ"):
        image = Image.open(BytesIO(pictures.picture("The Guide", title, "Someone · " * 60)))
        assert (image.format, image.size) == ("PNG", (1200, 630))
        right = image.convert("L").crop((1150, 0, 1200, 600))
        assert right.getextrema() == (255, 255), title
    assert pictures._fitting("word " * 80)[1][-1].endswith("…")
    lines = pictures.wrapped("one two three " * 10, letters, 500)
    assert " ".join(lines) == ("one two three " * 10)
    assert all(letters.getlength(line) <= 500 for line in lines)


@pytest.mark.parametrize(("name", "size"), [(pictures.REGULAR, 30), *((pictures.BOLD, size) for size in (64, 56, 48, 42))])
def test_a_line_written_word_by_word_is_the_line_written_whole(name, size):
    """Letters that stand nearer together than others (AV, To), accents, marks beside spaces, two spaces in a row."""
    line, letters = "AV To « L’É » Tł · fj  (W) y, —", pictures.font(name, size)
    written, whole = (Image.new("L", (1200, 100), 255) for _ in range(2))
    pictures._write(written, 10, line, letters, 60)
    ImageDraw.Draw(whole).text((pictures.MARGIN, 10), line, 60, letters)
    assert ImageChops.difference(written, whole).getbbox() is None
    assert written.getextrema()[0] == 60


@pytest.mark.parametrize("letters", "é œ ł ı̨ ǫ í á À ’ – « » ᐃ ᓄ".split())
def test_the_fonts_have_the_letters_of_the_names(letters):
    """No letter of a name is drawn as the box that stands for a missing one."""
    for name in (pictures.REGULAR, pictures.BOLD):
        missing = pictures.font(name, 40).getmask("\uffff")
        for letter in letters:
            assert bytes(pictures.font(name, 40).getmask(letter)) != bytes(missing), (letter, name)
