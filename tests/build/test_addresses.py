"""Addresses that last, as they are built: permanent addresses, redirects, tombstones, and what happens without them."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from guide.commands.addresses import FILE
from tests.ledgers import KIOSK, KIOSK_FILE, RENAMED, WITHDRAWN, with_ledger, withdrawing
from tests.project import ROOT, Project, new_project

from .parsed import LANGUAGES, SITE_URL, Parsed, fetched, internal, text_of, told
from .traces import traces, unpacked
from .trees import tree

OLD = {"en": "en/case-studies/shared-counter/", "fr": "fr/etudes-de-cas/comptoir-partage/"}
NEW = {"en": "en/case-studies/one-counter/", "fr": "fr/etudes-de-cas/un-comptoir/"}
CARDS = {language: f"{language}/embed/c/kiosk/" for language in ("en", "fr")}
GONE = ("c/kiosk/", *(f"{start}{end}" for start, ends in (("en/case-studies/old-kiosk/", ("", "compare/", "replication-kit/")),
                                                          ("fr/etudes-de-cas/ancienne-guerite/", ("", "comparer/", "trousse-de-reproduction/"))) for end in ends))


def parsed(site: Path, path: str) -> Parsed:
    return Parsed(path, (site / path / "index.html").read_bytes())


# --- permanent addresses of the real Guide -------------------------------------------------------------------

@pytest.fixture(scope="module")
def permanent(site) -> dict[str, Parsed]:
    """Every page at a permanent address, by its path."""
    found = (file.parent.relative_to(site).as_posix() + "/" for letter in "cot" for file in sorted((site / letter).rglob("index.html")))
    return {path: parsed(site, path) for path in found}


def test_every_case_organization_and_term_has_a_permanent_address(permanent, site):
    """One for each record, by its id: no language, no title."""
    records = {f"{letter}/{file.stem}/" for letter, folder in (("c", "case_studies"), ("o", "organizations")) for file in (ROOT / "guide_data" / folder).glob("*.yml")}
    terms = {f"t/{file.stem}/{term}/" for file in (ROOT / "guide_data/vocabulary").glob("*.yml")
             for term in re.findall(r"^  - id: (\S+)$", file.read_text("utf-8"), re.MULTILINE)}

    assert len(terms) > 50 and set(permanent) == records | terms


def test_a_page_at_a_permanent_address_offers_both_languages(permanent, pages):
    """Each half has its language, its title as the page itself has it, and the link to that page."""
    wrong = []
    for path, page in permanent.items():
        halves = {half.get("lang"): half for half in page.all("section")}
        targets = {language: [internal(page, link.get("href"))[0] for link in half.iter("a")] for language, half in halves.items()}
        if list(halves) != list(LANGUAGES) or any(len(found) != 1 or not found[0].startswith(f"{language}/") for language, found in targets.items()):
            wrong.append(f"{path}: {targets}")
            continue
        for language, (target,) in targets.items():
            title = next(element for element in pages[target].main if element.tag == "h1")
            if not text_of(title).startswith(text_of(halves[language].find("h1"))):
                wrong.append(f"{path}: {text_of(title)!r} is called {text_of(halves[language].find('h1'))!r}")
        if page.alternates != {language: SITE_URL + target for language, (target,) in targets.items()}:
            wrong.append(f"{path}: {page.alternates}")

    assert not wrong, told(wrong)


def test_the_script_knows_the_same_pages_as_the_links(permanent):
    """What it reads from the page is where the links lead."""
    wrong = [path for path, page in permanent.items()
             if [page.tree.get(f"data-{language}") for language in LANGUAGES] != [link.get("href") for link in page.all("a")]]

    assert not wrong, told(wrong)


def test_a_permanent_address_is_in_no_list_for_machines(permanent, site):
    """Search engines have the page itself, in each language."""
    sitemap = (site / "sitemap.xml").read_text("utf-8")

    assert not [path for path in permanent if SITE_URL + path in sitemap]
    assert all([meta.get("content") for meta in page.all("meta", name="robots")] == ["noindex"] and not page.canonical for page in permanent.values())


def test_pages_at_permanent_addresses_are_as_sound_as_all_others(permanent, site):
    """Nothing to correct in their HTML, no script in the page, nothing from elsewhere, no broken link, no id twice."""
    wrong = []
    for path, page in permanent.items():
        wrong += [f"{path}: {error}" for error in page.errors]
        wrong += [f"{path}: {link}" for link in fetched(page) if not link or not (site / (internal(page, link) or ("?",))[0]).is_file()]
        wrong += [f"{path}: {link}" for link in page.links if (to := internal(page, link)) and to[0].endswith("/") and not (site / to[0] / "index.html").is_file()]
        wrong += [f"{path}: a script in the page" for script in page.all("script") if text_of(script)]
        wrong += [f"{path}: ids {page.ids}"] if len(set(page.ids)) < len(page.ids) else []

    assert not wrong, told(wrong)


def test_every_page_of_these_kinds_prints_its_permanent_address(permanent, pages):
    """Once, at its end, as a link whose words are the address; both languages print the same one; no other page prints one."""
    printed: dict[str, list[str]] = {}
    wrong = []
    for path, page in pages.items():
        for link in (link for footer in page.all("footer", _class="guide-page-end") for link in footer.iter("a") if "/c/" in text_of(link) or re.search(r"/[ot]/", text_of(link))):
            target = internal(page, link.get("href"))[0]
            printed.setdefault(target, []).append(path)
            if text_of(link) != SITE_URL + target:
                wrong.append(f"{path}: {text_of(link)} leads to {target}")
    wrong += [f"{path}: printed on {printed.get(path)}" for path, page in permanent.items()
              if sorted(printed.get(path, ())) != sorted(internal(page, link.get("href"))[0] for link in page.all("a"))]

    assert not wrong and set(printed) == set(permanent), told(wrong)


# --- a slug is changed, a record is withdrawn ----------------------------------------------------------------

@pytest.fixture(scope="module")
def changed(tmp_path_factory) -> Project:
    """A Guide after its first publication: one case renamed, one withdrawn in favour of the other. Read only."""
    guide = with_ledger(new_project(tmp_path_factory.mktemp("changed") / "guide", {KIOSK_FILE: KIOSK}))
    guide.write({**RENAMED, KIOSK_FILE: None, FILE: withdrawing(guide, WITHDRAWN + "      replaced_by: counter\n")})
    done = guide.build("--strict")
    assert done.returncode == 0, done.stdout
    return guide


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_old_address_leads_to_the_new_one_without_a_script(changed, language):
    """At once, with the new address as canonical, and with a link in the language of the page."""
    page = parsed(changed.root / "site", OLD[language])
    refresh = next(meta.get("content") for meta in page.all("meta") if meta.get("http-equiv") == "refresh")
    link, = page.all("a")

    assert page.errors == [] and page.lang == language and [half.get("lang") for half in page.all("section")] == [language]
    assert urljoin(SITE_URL + OLD[language], refresh.removeprefix("0; url=")) == page.canonical == SITE_URL + NEW[language]
    assert internal(page, link.get("href"))[0] == internal(page, page.tree.get("data-to"))[0] == NEW[language]
    assert text_of(link) == SITE_URL + NEW[language]
    assert {"en": "This page has moved", "fr": "Cette page a changé d’adresse"}[language] == text_of(page.all("h1")[0])
    assert parsed(changed.root / "site", NEW[language]).canonical == SITE_URL + NEW[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sites_that_ask_at_an_old_address_get_the_card_and_the_data(changed, language):
    """What belongs to the page is where it was, too; and the page that leads on names the answers, for those who follow no such page."""
    site, old, new = changed.root / "site", OLD[language], NEW[language]
    named = {link.get("type"): link.get("href") for link in parsed(site, old).all("link") if "oembed" in (link.get("type") or "")}

    assert named == {"application/json+oembed": f"{SITE_URL}{new}oembed.json", "text/xml+oembed": f"{SITE_URL}{new}oembed.xml"}
    assert [link.get("type") for link in parsed(site, old + ("compare/" if language == "en" else "comparer/")).all("link") if "oembed" in (link.get("type") or "")] == []
    for path in ("oembed.json", "oembed.xml"):
        assert (site / old / path).read_bytes() == (site / new / path).read_bytes()
    assert (site / f"{old[:-1]}.json").read_bytes() == (site / f"{new[:-1]}.json").read_bytes()


def test_the_pages_of_a_renamed_case_move_with_it(changed):
    """Its comparison has an old address too."""
    for language, part in zip(LANGUAGES, ("compare/", "comparer/")):
        assert parsed(changed.root / "site", OLD[language] + part).canonical == SITE_URL + NEW[language] + part


def test_a_permanent_address_leads_to_the_new_slug(changed):
    """It stays where it was."""
    page = parsed(changed.root / "site", "c/counter/")

    assert [internal(page, link.get("href"))[0] for link in page.all("a")] == [NEW["en"], NEW["fr"]]


@pytest.mark.parametrize("path", GONE)
def test_every_address_of_what_was_withdrawn_says_so(changed, path):
    """In both languages: date, reason, and what takes its place, whatever language the address was in."""
    page = parsed(changed.root / "site", path)
    halves = {half.get("lang"): half for half in page.all("section")}

    assert page.errors == [] and list(halves) == list(LANGUAGES)
    assert "This page was withdrawn Withdrawn on January 15, 2027. Reason: The <partners> asked for it." in text_of(halves["en"])
    assert "Cette page a été retirée Retirée le 15 janvier 2027. Motif : Les <partenaires> l’ont demandé." in text_of(halves["fr"])
    assert {language: internal(page, half.find(".//a").get("href"))[0] for language, half in halves.items()} == NEW
    assert text_of(halves["fr"].find(".//a")) == "Un comptoir pour deux gouvernements"
    assert [meta.get("content") for meta in page.all("meta", name="robots")] == ["noindex"]
    assert all(internal(page, link)[0] and (changed.root / "site" / internal(page, link)[0]).exists() for link in page.links)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_that_others_have_put_into_their_site_says_so_too(changed, language):
    """In its own language; its links do not open inside of it."""
    card = parsed(changed.root / "site", CARDS[language])

    assert card.errors == [] and card.lang == language and [half.get("lang") for half in card.all("section")] == [language]
    assert {"en": "This page was withdrawn Withdrawn on January", "fr": "Cette page a été retirée Retirée le 15"}[language] in card.text
    assert [base.attrib for base in card.all("base")] == [{"target": "_blank"}]
    assert internal(card, card.all("a")[0].get("href"))[0] == NEW[language]


def test_nothing_else_of_what_was_withdrawn_is_left(changed):
    """No word and no figure of it, in any file, compressed ones included. Its addresses are named by the feeds of all cases, to say so."""
    site = changed.root / "site"
    files = {file.relative_to(site).as_posix(): unpacked(file.read_bytes()).lower() for file in site.rglob("*") if file.is_file()}
    feeds = {f"{path}feed.{form}" for path in ("en/case-studies/", "fr/etudes-de-cas/") for form in ("xml", "json")}

    def holding(*words: bytes) -> set[str]:
        return {name for name, content in files.items() if any(word in content for word in words)}

    assert len(KIOSK.split("Zanzibar")) > 12
    assert holding(b"zanzibar", b"7654321", "guérite".encode(), rb"gu\u00e9rite") == set()
    assert holding(b"kiosk", b"guerite") == feeds
    assert sorted(name.removesuffix("index.html") for name in files if "kiosk" in name or "guerite" in name) == sorted((*GONE, *CARDS.values()))


def test_what_loses_its_approval_is_gone_with_the_next_build(project):
    """Into the same folder, with the ledger as it was: its addresses say that it is not published for now, and nothing else is left."""
    guide = with_ledger(project({KIOSK_FILE: KIOSK}))
    assert guide.build("--strict").returncode == 0 and traces(guide.root / "site", "zanzibar")
    done = guide.write({KIOSK_FILE: KIOSK.replace("public-sources\nreviewed", "pending\nreviewed")}).build("--strict")
    assert done.returncode == 0, done.stdout

    assert not (found := traces(guide.root / "site", "zanzibar", done.stdout)), told(found)
    for path in (*GONE, *CARDS.values()):
        page = parsed(guide.root / "site", path)
        assert page.errors == [] and [meta.get("content") for meta in page.all("meta", name="robots")] == ["noindex"]
        assert path.startswith("fr/embed") or "This page is not published at present It was published before. The approval that it needs is not recorded" in page.text
        assert path.startswith("en/embed") or "Cette page n’est pas publiée en ce moment Elle l’a déjà été. L’approbation qu’il lui faut n’est pas consignée" in page.text


def test_a_page_of_the_past_is_in_no_list(changed):
    """Neither in the sitemap nor in the search."""
    site = changed.root / "site"
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    names = "".join((site / language / "search/names.json").read_text("utf-8") for language in LANGUAGES)

    assert not [path for path in (*GONE, *OLD.values()) if path in sitemap or path in names]


# --- an address would vanish ---------------------------------------------------------------------------------

@pytest.mark.parametrize(("language", "said"), [
    ("en", "guide_data/addresses.yml:{line}:5: error: addresses[{index}].key: Bring case_study kiosk back (in guide_data/case_studies/kiosk.yml), or add withdrawn"),
    ("fr", "guide_data/addresses.yml:{line}:5: erreur: addresses[{index}].key: Rétablissez case_study kiosk (dans guide_data/case_studies/kiosk.yml), ou ajoutez"),
])
def test_a_build_stops_when_an_address_would_vanish(project, language, said):
    """With file, line and what to do; the site that was there stays byte for byte."""
    guide = with_ledger(project({KIOSK_FILE: KIOSK})).write({KIOSK_FILE: None, "site/index.html": "the site of before"})
    before = (guide.root / FILE).read_text("utf-8").split("key: kiosk")[0]
    old = tree(guide.root / "site")

    done = guide.build(GUIDE_LANG=language)

    assert done.returncode != 0 and "Traceback" not in done.stdout
    assert said.format(line=before.count("\n") + 1, index=before.count("- kind:") - 1) in done.stdout
    assert tree(guide.root / "site") == old
