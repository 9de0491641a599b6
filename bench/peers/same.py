"""Converts what changed (convert.py), then builds as `mkdocs build` does, with only the kinds of page that the peers of the shared
harness build: home, the list of all cases, a page for each term of three facets, a page for each case; search; both languages.

The real hooks, and the real templates of these pages. What only we have (comparisons, kits, organizations, cards,
pictures, data, feeds, slides, permanent addresses, the whole Guide, the checker) is left out here, beside the product,
which has no such option. The page of a case still links to what is left out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent.parent / "hooks")]

import convert  # noqa: E402
from mkdocs.__main__ import cli  # noqa: E402

from guide import build, mkdocs_theme, templating  # noqa: E402
from guide.outputs import checker  # noqa: E402
from guide.pages import case_study, cases, facets, home, whole  # noqa: E402
from guide.pages.page import Planned  # noqa: E402
from guide.site import Site  # noqa: E402

FACETS = ("jurisdiction", "channel", "arrangement")


def terms(site: Site, language: str) -> Iterator[Planned]:
    """The page of each term that has one at the peers."""
    return (page for page in facets.plan(site, language) if page.kind == "term" and page.key.startswith(FACETS))


build.KINDS = (home, cases, case_study, SimpleNamespace(plan=terms))
# What the pages load, and the search.
build.COMMON = tuple(output for output in build.COMMON if output.paths.fullmatch("assets/guide.css"))
build.OF_LANGUAGE = tuple(output for output in build.OF_LANGUAGE if output.paths.fullmatch("en/search/index.json"))
checker.files = lambda *arguments: ()
build.pictures = lambda site: ()
whole.takes = lambda page: False
TEMPLATES = ("written", "term", "home", "cases", "case_study")
mkdocs_theme.compile_all = partial(templating.compile_all, [name for name in templating.of_pages() if "pages/" not in name or Path(name).stem in TEMPLATES])

if __name__ == "__main__":
    convert.converted(Path.cwd())
    sys.exit(cli(["build", "--strict", "--quiet"]))
