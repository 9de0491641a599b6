"""The ways to report a problem with a page, by what the maintainers have set."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guide.pages.feedback import problem_links
from guide.pages.reader import Reader

ADDRESS = "https://guide.example/fr/etudes-de-cas/perle/?q=l'eau&x=1"
FORM = "https://code.example/guide/issues/new?template=problem.yml&page=https%3A%2F%2Fguide.example%2Ffr%2Fetudes-de-cas%2Fperle%2F%3Fq%3Dl%27eau%26x%3D1"


@pytest.mark.parametrize(("repository", "mailbox", "expected"), [
    ("https://code.example/guide", "", [("Signaler un problème sur cette page", FORM)]),
    ("", "role@example.ca", [("Signaler un problème sur cette page", "mailto:role@example.ca?subject=")]),
    ("https://code.example/guide", "role@example.ca", [("Signaler un problème sur cette page", FORM), ("Le signaler par courriel", "mailto:role@example.ca?subject=")]),
    ("", "", []),
])
def test_a_problem_is_reported_where_somebody_reads_it(project, repository, mailbox, expected):
    """The form first, with the address in it; the mailbox when there is one; nothing that leads nowhere."""
    site = project().prepare().site
    site.settings = replace(site.settings, repository=repository, contact_email=mailbox)

    links = problem_links(Reader(site, "fr", "fr/"), ADDRESS)

    assert [str(link.text) for link in links] == [text for text, _ in expected]
    assert all(link.href.startswith(start) for link, (_, start) in zip(links, expected))
    assert all("page=" in link.href or link.href.endswith("&body=" + FORM.partition("page=")[2]) for link in links)
