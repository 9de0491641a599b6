"""Where every page is."""

from __future__ import annotations

import pytest

from guide.library import load
from guide.routes import Routes, depth, relative, routes_of
from guide.strings import all_strings


@pytest.mark.parametrize(("path", "start", "link"), [
    ("en/about/", "en/about/", "./"),
    ("fr/a-propos/", "en/about/", "../../fr/a-propos/"),
    ("en/", "en/case-studies/bizpal/", "../../"),
    ("en/case-studies/bizpal/", "en/", "case-studies/bizpal/"),
    ("en/", "", "en/"),
    ("", "en/about/", "../../"),
    ("", "", "./"),
    ("assets/guide.css", "en/about/", "../../assets/guide.css"),
    ("assets/guide.css", "", "assets/guide.css"),
])
def test_a_link_leads_from_one_page_to_another(path, start, link):
    """Links are relative, so that the site works below any address."""
    assert relative(path, start) == link


@pytest.mark.parametrize(("path", "folders"), [("", 0), ("en/", 1), ("en/case-studies/bizpal/", 3)])
def test_a_page_knows_how_deep_it_lies(path, folders):
    """Each folder of a path counts."""
    assert depth(path) == folders


@pytest.mark.parametrize("site_url", ["https://guide.example", "https://guide.example/"])
def test_a_full_address_has_one_slash_behind_the_site(site_url):
    """The address of the site may end with a slash or without one."""
    assert Routes(site_url).absolute("en/") == "https://guide.example/en/"


def test_every_page_has_a_path_in_each_language(project):
    """Records, facets, terms, lists and hand-written pages each have their words and slugs in the address."""
    library, _ = load(project().root)

    routes = routes_of(library, all_strings(), "https://guide.example/", {"about": {"en": "about", "fr": "a-propos"}})

    assert routes.paths["page", "home"] == {"en": "en/", "fr": "fr/"}
    assert routes.paths["page", "cases"] == {"en": "en/case-studies/", "fr": "fr/etudes-de-cas/"}
    assert routes.paths["page", "about"] == {"en": "en/about/", "fr": "fr/a-propos/"}
    assert routes.paths["case_study", "counter"] == {"en": "en/case-studies/shared-counter/", "fr": "fr/etudes-de-cas/comptoir-partage/"}
    assert routes.paths["organization", "town"] == {"en": "en/organizations/town-of-springfield/", "fr": "fr/organisations/ville-de-springfield/"}
    assert routes.paths["facet", "channel"] == {"en": "en/channels/", "fr": "fr/fr-channels/"}
    assert routes.paths["term", "jurisdiction/CA-NS"] == {"en": "en/jurisdictions/ca-ns/", "fr": "fr/fr-jurisdictions/ca-ns-fr/"}
    assert list(routes.clashes()) == []


def test_a_page_in_one_language_has_a_path_in_that_one_only(project):
    """A hand-written page without its pair has no address where it does not exist."""
    library, _ = load(project().root)

    routes = routes_of(library, all_strings(), "", {"about": {"fr": "a-propos"}})

    assert routes.has("page", "about")
    assert routes.path("page", "about", "fr") == "fr/a-propos/"
    with pytest.raises(KeyError):
        routes.path("page", "about", "en")


def test_a_page_that_does_not_exist_has_no_path():
    """Asking for it is an error, never an empty address."""
    routes = Routes("")

    assert not routes.has("page", "about")
    with pytest.raises(KeyError):
        routes.path("page", "about", "en")


def test_two_pages_at_one_address_are_told_with_both_names():
    """The page that was there first is named before the second one."""
    routes = Routes("")
    routes.add("page", "cases", {"en": "en/a/", "fr": "fr/a/"})
    routes.add("page", "about", {"en": "en/b/", "fr": "fr/a/"})

    assert list(routes.clashes()) == [("fr/a/", ("page", "cases"), ("page", "about"))]
