"""Without scripts everything is there: a reader who follows links alone reaches every page and every file."""

from __future__ import annotations

import re

from .parsed import internal, told

DOWNLOADS = re.compile(r"\.(csv|xlsx|pptx|json|jsonld|bib|ris|xml)$")
# What only programs ask for; the heads of pages name them.
FOR_PROGRAMS = re.compile(r"/oembed\.(json|xml)$|/search/|\.schema\.json$|^sitemap\.xml$|^api/|^datapackage\.json$|/embed/|^assets/checker/")


def test_links_alone_lead_to_every_page_and_every_download(pages, site):
    """From the home page of either language, by links in the pages as they are delivered; feeds by the links in the heads."""
    reached, waiting, files = set(), ["en/", "fr/"], set()
    while waiting:
        path = waiting.pop()
        if path in reached:
            continue
        reached.add(path)
        for link in pages[path].links:
            target = internal(pages[path], link)
            if target and target[0] in pages:
                waiting.append(target[0])
            elif target:
                files.add(target[0])
    assert not (missing := sorted(set(pages) - reached)), told(missing)

    there = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file() and DOWNLOADS.search(file.name)}
    missing = sorted(name for name in there - files if not FOR_PROGRAMS.search(name))
    assert len(there) > 200 and not missing, told(missing)
