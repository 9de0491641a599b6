"""The feeds: which there are, what an entry says, and that they hold for every text."""

from __future__ import annotations

import json

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as some
from markupsafe import Markup

from guide.outputs import atom, feeds, json_feed
from guide.outputs.feeds import Entry, Feed
from guide.pages.feeds import feed_links
from guide.pages.reader import Reader
from guide.records.values import PartialDate
from guide.yaml_source.characters import refused
from tests.feeds import read_atom, read_json
from tests.project import Project

from .samples import NBSP, another_case, case, organization, properties

FIRST = "  - on: 2026-11-22\n    what:\n      en: First publication.\n      fr: Première publication.\n"
CHANGED = """\
  - on: {on}
    what:
      en: "The figures of \\"2025\\" were added."
      fr: Les chiffres de « 2025 » ont été ajoutés.
    why:
      en: A report came out.
      fr: "Un rapport a paru : le voici."
"""
LIST = {"en": "en/case-studies/", "fr": "fr/etudes-de-cas/"}
NEVER_CHANGED = {"en": ["https://guide.example/c/counter/#en-2026-11-22"], "fr": ["https://guide.example/c/counter/#fr-2026-11-22"]}


def changed(*dates: str) -> tuple[str, str]:
    """The sample case's only change, with others above it."""
    return FIRST, "".join(CHANGED.format(on=date) for date in dates) + FIRST


def files(site) -> dict[str, str]:
    """Every feed of a site by its path."""
    return {path: text for language in ("en", "fr") for path, text in feeds.files(site, language)}


def test_there_is_a_feed_for_all_cases_and_for_each_term_and_organization_that_has_some(site_of):
    """In both formats and both languages; what has no case has no feed."""
    found = files(site_of(organization("idle")))

    pages = {path.rpartition("/")[0] + "/" for path in found}
    assert set(LIST.values()) < pages
    assert {"en/jurisdictions/ca-ns/", "fr/fr-jurisdictions/ca-ns-fr/", "en/organizations/town-of-springfield/", "fr/organisations/ville-de-springfield/"} < pages
    assert not {page for page in pages if "ca-on" in page or "data" in page or "idle" in page}
    assert set(found) == {page + name for page in pages for name in ("feed.xml", "feed.json")}
    assert sum(page.startswith("en/") for page in pages) * 2 == len(pages)


@pytest.mark.parametrize(("language", "title", "summary"), [
    ("en", "New case study: A counter for two governments", "Two governments share a counter."),
    ("fr", f"Nouvelle étude de cas{NBSP}: Un comptoir pour deux gouvernements", "Deux gouvernements partagent un comptoir."),
])
def test_a_case_that_never_changed_is_news_by_itself(site_of, language, title, summary):
    """Its entry says what the case is about, in the language of the feed."""
    entry, = feeds.entries(site_of(), language)

    assert (entry.kind, entry.title, entry.summary, entry.content) == ("new", title, summary, f"<p>{summary}</p>")
    assert entry.id == NEVER_CHANGED[language][0]
    assert entry.url == f"https://guide.example/{LIST[language]}" + {"en": "shared-counter/", "fr": "comptoir-partage/"}[language]


@pytest.mark.parametrize(("language", "kind", "summary", "first"), [
    ("en", "Changed case study", 'The figures of "2025" were added. A report came out.', "<p>What changed: The figures of &#34;2025&#34; were added.</p>"),
    ("fr", "Étude de cas modifiée", f"Les chiffres de «{NBSP}2025{NBSP}» ont été ajoutés. Un rapport a paru{NBSP}: le voici.",
     f"<p>Modification{NBSP}: Les chiffres de «{NBSP}2025{NBSP}» ont été ajoutés.</p>"),
])
def test_a_changed_case_says_what_changed_and_why(site_of, language, kind, summary, first):
    """The newest change counts; what the case is about comes behind it."""
    entry, = feeds.entries(site_of(case(changed("2026-11-25", "2026-11-24"))), language)

    assert (entry.kind, entry.kind_name, entry.summary, str(entry.on)) == ("changed", kind, summary, "2026-11-25")
    assert entry.content.startswith(first) and entry.content.count("<p>") == 3
    assert entry.id.endswith(f"/c/counter/#{language}-2026-11-25")


def test_a_change_without_a_reason_gives_none(site_of):
    """Nothing is said where the record says nothing."""
    older = FIRST.replace("First publication", "Begun").replace("Première publication", "Début")
    entry, = feeds.entries(site_of(case((FIRST, FIRST + older))), "en")

    assert (entry.kind, entry.summary) == ("changed", "First publication.")
    assert "Why" not in entry.content


def test_a_second_change_of_a_day_is_an_entry_of_its_own(site_of):
    """What a program has seen keeps its id; what it has not seen has another."""
    ids = [feeds.entries(site_of(files), "en")[0].id.partition("#")[2] for files in (None, case(changed("2026-11-22")), case(changed("2026-11-22", "2026-11-22")))]

    assert ids == ["en-2026-11-22", "en-2026-11-22-2", "en-2026-11-22-3"]


def test_the_newest_comes_first_and_titles_decide_within_a_day(site_of):
    """A feed is as old as its newest entry."""
    newer = ("  - on: 2026-11-22\n    what", "  - on: 2026-11-23\n    what")
    site = site_of({**another_case("zebra"), **another_case("alpha"), **another_case("new", newer)})

    found = read_atom(files(site)["en/case-studies/feed.xml"])

    assert [entry.title.partition(": ")[2] for entry in found.entries] == ["Case new", "A counter for two governments", "Case alpha", "Case zebra"]
    assert (found.feed.updated, found.entries[1].updated) == ("2026-11-23T00:00:00Z", "2026-11-22T00:00:00Z")


def test_a_feed_has_at_most_fifty_entries(site_of):
    """The oldest are left out, in both formats."""
    older = ("  - on: 2026-11-22\n    what", "  - on: 2025-01-01\n    what")
    found = files(site_of({name: text for n in range(51) for name, text in another_case(f"n{n}", *([older] if n < 3 else [])).items()}))

    atom_ids = [entry.id for entry in read_atom(found["fr/etudes-de-cas/feed.xml"]).entries]
    json_ids = [item["id"] for item in read_json(found["fr/etudes-de-cas/feed.json"])["items"]]

    assert atom_ids == json_ids and len(atom_ids) == 50
    assert [name for name in ("n0", "n1", "n2") if f"https://guide.example/c/{name}/#fr-2025-01-01" in atom_ids] == ["n0"]


def test_a_draft_is_in_no_feed_of_the_preview_either(site_of):
    """A preview is looked at; a feed is subscribed to."""
    draft = another_case("hidden", ("consent:\n  basis: public-sources\n", ""), ("  - in-person", "  - digital"))
    site = site_of(draft, with_drafts=True)

    assert "hidden" in site.library.case_studies
    assert not [path for path, text in files(site).items() if "hidden" in text or "digital" in path]
    assert feed_links(Reader(site, "en", "en/channels/digital/"), "term", "channel/digital") == []


def test_a_guide_without_cases_has_no_feed(site_of):
    """There is no date that a feed without entries could have."""
    about = {f"docs/about.{language}.md": f"---\ntitle: {language}\nslug: about\ndescription: About.\nmodified: 2026-11-22\n---\n# {language}\n" for language in ("en", "fr")}
    site = site_of({"guide_data/case_studies/counter.yml": None, **about})

    assert files(site) == {}
    assert feed_links(Reader(site, "en", LIST["en"]), "page", "cases") == []


def test_a_text_borrowed_from_the_other_language_carries_it(site_of):
    """A program reads it out with the right voice."""
    changes = changed("2026-11-25")
    site = site_of(case((changes[0], changes[1].replace('      en: "The figures of \\"2025\\" were added."\n', "").replace("      en: A report came out.\n", ""))))

    entry, = feeds.entries(site, "en")

    assert entry.summary_language == "fr"
    assert '<span lang="fr">Les chiffres' in entry.content
    assert '<summary xml:lang="fr">Les chiffres' in files(site)["en/case-studies/feed.xml"]


def test_a_page_names_its_feeds_in_both_formats(site_of):
    """For programs by type and title, for readers by name; the addresses hold below any folder."""
    site = site_of()

    links = feed_links(Reader(site, "fr", "fr/organisations/ville-de-springfield/"), "organization", "town")

    assert [(link.href, link.type, link.name) for link in links] == [
        ("feed.xml", "application/atom+xml", "Atom"), ("feed.json", "application/feed+json", "JSON Feed")]
    assert links[0].title == f"Ville de Springfield{NBSP}: études de cas nouvelles et modifiées (Atom)"
    assert feed_links(Reader(site, "fr", "fr/"), "page", "home") == []


def test_the_id_of_a_feed_stays_when_a_slug_changes(project):
    """Programs know a feed by its id."""
    guide: Project = project()
    before = {read_atom(text).feed.id for path, text in files(guide.prepare().site).items() if path.endswith(".xml") and "organi" in path}
    town = (guide.root / "guide_data/organizations/town.yml").read_text("utf-8")
    guide.write({"guide_data/organizations/town.yml": town.replace("town-of-springfield", "springfield").replace("ville-de-springfield", "springfield-ville")})

    after = {read_atom(text).feed.id for path, text in files(guide.prepare().site).items() if path.endswith(".xml") and "organi" in path}

    assert after == before == {"https://guide.example/o/town/#en-feed", "https://guide.example/o/town/#fr-feed"}


def html_says(content: str) -> tuple[list[str], str]:
    """The elements of a piece of HTML, and its text."""
    tree = html5lib.parseFragment(content, namespaceHTMLElements=False)
    return [element.tag for element in tree.iter() if element.tag != "DOCUMENT_FRAGMENT"], "".join(tree.itertext())


LEDGER = """\
addresses:
  - kind: case_study
    key: gone
    en:
      - en/case-studies/gone-en/
    fr:
      - fr/etudes-de-cas/gone-fr/
    withdrawn:
      on: 2026-11-24
      reason:
        en: The "partners" asked for it.
        fr: "Les partenaires l'ont demandé : voilà."
"""


@pytest.mark.parametrize(("language", "kind", "reason", "word"), [
    ("en", "Withdrawn case study", 'The "partners" asked for it.', "Why"),
    ("fr", "Étude de cas retirée", f"Les partenaires l’ont demandé{NBSP}: voilà.", "Motif")])
def test_a_withdrawn_case_is_news_among_all_cases_only(site_of, language, kind, reason, word):
    """It leads to what stands at its address, says why, and is called by the address: nothing else is left of it."""
    found = files(site_of({"guide_data/addresses.yml": LEDGER}))

    entries = read_atom(found[f"{LIST[language]}feed.xml"]).entries
    gone, path = entries[0], f"{LIST[language]}gone-{language}/"
    assert (len(entries), gone.link, gone.updated) == (2, f"https://guide.example/{path}", "2026-11-24T00:00:00Z")
    assert (gone.title, gone.summary) == (f"{kind}{NBSP if language == 'fr' else ''}: gone-{language}", reason)
    assert gone.id == f"https://guide.example/c/gone/#{language}-2026-11-24-withdrawn"
    assert html_says(gone.content[0].value) == (["p"], f"{word}{NBSP if language == 'fr' else ''}: {reason}")
    assert {feed.rpartition("/")[0] + "/" for feed, text in found.items() if "gone" in text} == set(LIST.values())


def test_what_takes_the_place_of_a_withdrawn_case_is_named(site_of):
    """With its title and its whole address."""
    entry = feeds.entries(site_of({"guide_data/addresses.yml": LEDGER + "      replaced_by: counter\n"}), "en")[0]

    assert entry.kind == "withdrawn"
    assert entry.content.endswith('<p>To read in its place: <a href="https://guide.example/en/case-studies/shared-counter/">A counter for two governments</a></p>')


# Every text that a record may hold: what the reader of files refuses cannot arrive.
honest = some.text(some.characters(codec="utf-8"), min_size=1, max_size=80).map(lambda text: " ".join(text.split())).filter(lambda text: text and not list(refused(text)))


def entry_with(text: str) -> Entry:
    """An entry in which everything that a contributor writes is a text."""
    return Entry("counter", "https://guide.example/c/counter/#en-2026-11-22", PartialDate(2026, 11, 22), "new", "New case study", text,
                 "https://guide.example/en/case-studies/shared-counter/", text, "", Markup("<p>{}</p>").format(text))


def feed_with(text: str) -> Feed:
    """A feed with a text as its title."""
    return Feed("https://guide.example/#en-feed", "en", text, "https://guide.example/en/", {"atom": "https://guide.example/en/feed.xml", "json": "https://guide.example/en/feed.json"},
                "The Guide", "https://guide.example/en/", PartialDate(2026, 11, 22))


@properties
@given(honest)
def test_every_honest_text_arrives_as_it_was_written(text):
    """In both formats, as plain text and as HTML: nothing is lost, evaluated or escaped twice."""
    by_atom = read_atom(atom.feed(feed_with(text), [atom.entry(entry_with(text))]), unchanged=True)
    by_json = read_json(json_feed.feed(feed_with(text), [json_feed.entry(entry_with(text))]))

    entry, item = by_atom.entries[0], by_json["items"][0]
    assert (by_atom.feed.title, entry.title, entry.summary) == (text, text, text)
    assert (by_json["title"], item["title"], item["summary"]) == (text, text, text)
    assert html_says(entry.content[0].value) == html_says(item["content_html"]) == (["p"], text)


@pytest.mark.parametrize("text", ["]]> <![CDATA[ <script>alert(1)</script>", "</entry></feed><!-- & --> &amp; &lt;b&gt; &#60;", "\" ' \\ \\u0022 {t} {title} %s {{ 7*7 }}", "&nosuch; <!ENTITY x SYSTEM 'file:///x'>"])
def test_a_hostile_text_goes_through_the_whole_way(site_of, text):
    """From the record to what a program reads: as plain text the same, as HTML no element."""
    quoted = json.dumps(text, ensure_ascii=False)
    site = site_of(case(("en: A counter for two governments", f"en: {quoted}"), ("en: Two governments share a counter.", f"en: {quoted}")))
    found = files(site)

    entry, = read_atom(found["en/case-studies/feed.xml"], unchanged=True).entries
    item, = read_json(found["en/case-studies/feed.json"])["items"]

    assert entry.title == item["title"] == f"New case study: {text}"
    assert entry.summary == item["summary"] == text
    assert html_says(item["content_html"]) == html_says(entry.content[0].value) == (["p"], text)


@pytest.mark.parametrize("wrong", [
    {"version": "1.1"}, {"title": ""}, {"items": None}, {"feed_url": "feed.json"}, {"language": 1}, {"authors": []}, {"author": {}},
    {"items": [{"id": 1, "content_html": "x"}]}, {"items": [{"id": "a"}]}, {"items": [{"id": "a", "content_text": "x"}] * 2},
    {"items": [{"id": "a", "content_text": "x", "date_published": "2026-11-22"}]},
], ids=str)
def test_the_reader_of_json_feeds_that_the_tests_use_is_strict(wrong):
    """It refuses what the format does not allow; otherwise it would prove nothing."""
    good = json.loads(json_feed.feed(feed_with("x"), [json_feed.entry(entry_with("x"))]))
    read_json(json.dumps(good))

    with pytest.raises(AssertionError):
        read_json(json.dumps(good | wrong))


def test_the_reader_of_json_feeds_refuses_a_name_that_stands_twice():
    """Programs would each believe another one."""
    text = json_feed.feed(feed_with("x"), [json_feed.entry(entry_with("x"))])

    with pytest.raises(AssertionError):
        read_json(text.replace('{"version"', '{"title": "y", "version"', 1))
