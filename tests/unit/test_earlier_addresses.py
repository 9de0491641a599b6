"""What belongs to a page is where the page was before, too: feeds, data, slides. Nobody who follows one is told that it was moved."""

from __future__ import annotations

import json

import pytest

from guide.build import Build, prepare
from guide.files import earlier
from guide.site import Settings
from tests.feeds import read_atom
from tests.ledgers import RENAMED, with_ledger
from tests.project import ORGANIZATION, bare_frames, vocabulary

from .samples import TOWN, edited

JURISDICTION = "guide_data/vocabulary/jurisdiction.yml"
# Old and new addresses of what was renamed: a case with its comparison, an organization, and a jurisdiction with its presentation.
MOVED = {
    "en/case-studies/shared-counter/": "en/case-studies/one-counter/", "fr/etudes-de-cas/comptoir-partage/": "fr/etudes-de-cas/un-comptoir/",
    "en/organizations/town-of-springfield/": "en/organizations/village-of-springfield/", "fr/organisations/ville-de-springfield/": "fr/organisations/village-de-springfield/",
    "en/jurisdictions/ca-ns/": "en/jurisdictions/nova/", "fr/fr-jurisdictions/ca-ns-fr/": "fr/fr-jurisdictions/nouvelle/",
}


@pytest.fixture
def renamed(project) -> Build:
    """A Guide in which a case, an organization and a jurisdiction were renamed after they had been published."""
    guide = with_ledger(project())
    guide.write({
        **RENAMED, TOWN: edited(ORGANIZATION, ("town-of-springfield", "village-of-springfield"), ("ville-de-springfield", "village-de-springfield")),
        JURISDICTION: edited(vocabulary("jurisdiction"), ("en: ca-ns\n", "en: nova\n"), ("fr: ca-ns-fr\n", "fr: nouvelle\n")),
    })
    build = prepare(guide.root, Settings("https://guide.example/"))
    assert not build.problems()
    build.frames = bare_frames()
    return build


@pytest.fixture
def written(renamed) -> dict[str, str | bytes]:
    """All files of this Guide."""
    found: dict[str, str | bytes] = {}
    for language in ("en", "fr"):
        renamed.write_language(language, found.__setitem__)
    renamed.write_common(found.__setitem__)
    return found


def test_every_file_of_a_renamed_page_is_at_both_addresses(written):
    """Byte for byte, with the new addresses inside; only the page itself is a redirect at the old one."""
    for old, new in MOVED.items():
        belonging = {path.removeprefix(new.rstrip("/")) for path in written if path.startswith((new.rstrip("/") + ".", new)) and not path.endswith(".html")}
        beside = {rest for rest in belonging if "/" not in rest[1:]}

        assert len(beside) >= 3, (new, belonging)
        assert [rest for rest in sorted(beside) if written.get(old.rstrip("/") + rest) != written[new.rstrip("/") + rest]] == []
        assert written[f"{old}index.html"] != written[f"{new}index.html"]


def test_slides_of_a_renamed_jurisdiction_stay_too(written):
    """Their page has an address of its own in the ledger."""
    decks = {path: content for path, content in written.items() if path.endswith(".pptx")}
    moved = [path for path in decks if "ca-ns" in path]

    assert len(moved) == 2
    assert all(decks[path] == decks[path.replace("ca-ns-fr", "nouvelle").replace("ca-ns", "nova")] for path in moved)


def test_who_follows_the_old_feed_reads_the_news_and_learns_the_new_address(written):
    """As programs that follow feeds expect it: in the feed itself."""
    atom, feed = (written[f"en/organizations/town-of-springfield/feed.{form}"] for form in ("xml", "json"))
    told = read_atom(atom)

    assert len(told.entries) == 1
    assert [link.href for link in told.feed.links if link.rel == "self"] == ["https://guide.example/en/organizations/village-of-springfield/feed.xml"]
    assert json.loads(feed)["feed_url"] == "https://guide.example/en/organizations/village-of-springfield/feed.json"


def test_the_preview_shows_the_same(renamed, written):
    """A file is made when it is asked for by an earlier address, too."""
    asked = [path for old in MOVED for path in written if path.startswith(old.rstrip("/"))]

    assert len(asked) > 20
    assert [path for path in asked if renamed.file(path) != written[path]] == []


def test_what_has_no_page_and_what_was_never_renamed_is_where_it_was(renamed, site_of):
    """And a page has none of these files at the addresses of its neighbours."""
    assert [earlier(renamed.site, path) for path in ("robots.txt", "en/search/index.json", "en/case-studies/feed.xml", "assets/guide.css", "en/jurisdictions/feed.xml")] == [[]] * 5
    assert earlier(renamed.site, "en/jurisdictions/nova/more/feed.xml") == []
    assert earlier(renamed.site, "en/case-studies/one-counter.json") == ["en/case-studies/shared-counter.json"]
    assert earlier(renamed.site, "en/case-studies/one-counter/index.html") == []
    assert earlier(site_of(), "en/case-studies/shared-counter.json") == []
