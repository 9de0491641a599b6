"""The hub of the engagement pages."""

from __future__ import annotations

from guide.pages import engagement

from tests.project import pages_of

MATTER = "---\ntitle: {0}\nslug: {1}\ndescription: {0}.\nmodified: 2026-11-22\n---\n\n# {0}\n"


def test_the_hub_leads_to_the_pages_that_there_are(site_of):
    """A page written by hand has its own title there; a group without pages does not appear."""
    files = {"docs/engagement-strategy.en.md": MATTER.format("The strategy", "strategy"), "docs/engagement-strategy.fr.md": MATTER.format("La stratégie", "strategie")}

    [bare] = pages_of(engagement, site_of(), "fr")
    [page] = pages_of(engagement, site_of(files), "fr")

    assert "why" not in [group.id for group in bare.view.groups]
    [item] = page.view.groups[0].items
    assert (page.path, page.view.groups[0].id, item.link.text, item.link.href) == ("fr/mobilisation/", "why", "La stratégie", "../strategie/")


def test_every_page_of_the_hub_is_named_once():
    """No page stands in two groups."""
    names = [name for _, names in engagement.GROUPS for name in names]

    assert len(names) == len(set(names))
