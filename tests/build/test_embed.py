"""What other sites find and paste, in the built Guide."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import html5lib
import pytest

from .parsed import SITE_URL, told

PANEL = "guide-link-panel"


def discovered(page: bytes) -> dict[str, str]:
    """oEmbed links as WordPress finds them: the first 150 kB, <link> tags before the end of the head, by type."""
    head = re.split(r"</head>|<body", page[:153600].decode("utf-8", "ignore"), maxsplit=1)[0]
    links = [dict(re.findall(r'([\w-]+)="([^"]*)"', tag)) for tag in re.findall(r"<link([^<>]+)/?>", head)]
    return {link["type"]: link["href"] for link in links if link.get("href") and "oembed" in link.get("type", "")}


def target(site, address: str):
    """The built file behind a whole address."""
    assert address.startswith(SITE_URL), address
    path = site / urlsplit(address).path.lstrip("/")
    return path / "index.html" if address.endswith("/") else path


def test_sites_that_ask_find_the_answers_in_the_head(pages, site):
    """Both formats, early in the file, and the card behind them is there."""
    found = [page for page in pages.values() if page.all("details", _class=PANEL)]
    assert len(found) > 50
    for page in found:
        raw = (site / page.path / "index.html").read_bytes()
        answers = discovered(raw)
        assert set(answers) == {"application/json+oembed", "text/xml+oembed"}, page.path
        assert answers == discovered(raw[:6000]), page.path
        assert all(target(site, address).exists() for address in answers.values()), page.path


def test_what_the_panel_is_made_of_leads_somewhere(pages, site):
    """Its titled links are whole addresses of built files, and so is the card behind each (permanent addresses have their own tests)."""
    wrong = []
    for page in pages.values():
        for area in page.all("p", _class=f"{PANEL}__titled"):
            path = page.all("a", id="link-permanent")[0].text.removeprefix(SITE_URL).lstrip("/")
            linked = [link.get("href") for link in area.iter("a")]
            assert len(linked) == 2 and page.canonical == linked[0], page.path
            addresses = [*linked, *(f"{SITE_URL.rstrip('/')}/{language}/embed/{path}" for language in ("en", "fr"))]
            wrong += [f"{page.path} {address}" for address in addresses if not target(site, address).exists()]
    assert wrong == [], told(wrong)


def test_every_page_says_how_a_link_to_it_is_shown(pages, site):
    """OpenGraph with both languages and a picture that is there."""
    for page in pages.values():
        said = {meta.get("property"): meta.get("content") for meta in page.all("meta") if meta.get("property")}
        assert said["og:url"] == page.canonical
        assert said["og:locale"] == f"{page.lang}_CA"
        assert said["og:title"] and said["og:description"] and said["og:image:alt"]
        assert target(site, said["og:image"]).read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_recipes_are_on_the_hub_and_in_the_panel(pages, language):
    """Whoever copies finds out how to paste."""
    recipes = {"en": "use-the-guide-in-your-site/", "fr": "utiliser-le-guide-dans-votre-site/"}[language]
    hub = {"en": "en/engagement/", "fr": "fr/mobilisation/"}[language]
    case = {"en": "en/case-studies/bizpal/", "fr": "fr/etudes-de-cas/perle/"}[language]
    for path in (hub, case):
        assert any(link.endswith(recipes) for link in pages[path].links), path
