"""Which pages stand for all, in both languages.

The tests of build/ read every page; a browser needs longer, so it opens every page that is the only one of its kind,
every third case, and of each kind the shortest, the longest and those with the longest names.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from guide.site import Site

LANGUAGES = ("en", "fr")
FEW = 6


@dataclass(frozen=True)
class Sample:
    """Paths of pages, from `en/` on, by pairs of languages.

    `templates`: one of each template, the longest; `pairs`: two of each kind, the shortest and the longest; `many`: a wide choice; `cases`: all of them.
    """

    templates: dict[str, dict[str, str]]
    pairs: list[dict[str, str]]
    many: list[dict[str, str]]
    cases: list[dict[str, str]]

    @property
    def paths(self) -> list[str]:
        return paths_of(self.pairs)

    @property
    def longest_case(self) -> dict[str, str]:
        return next(pair for pair in reversed(self.pairs) if pair in self.cases)


def paths_of(pairs: list[dict[str, str]]) -> list[str]:
    return [pair[language] for pair in pairs for language in LANGUAGES]


def sample_of(made: Site, folder: Path) -> Sample:
    """The pages by kind, with their size in the folder of the site to tell the shortest from the longest."""
    kinds: dict[str, list[dict[str, str]]] = {}
    templates: dict[str, dict[str, str]] = {}
    for (kind, key), paths in sorted(made.routes.paths.items(), key=lambda item: (folder / item[1]["en"] / "index.html").stat().st_size):
        kinds.setdefault(f"{kind} {key}" if kind == "page" else kind, []).append(paths)
        templates["written" if key in made.handwritten else key if kind == "page" else kind] = paths
    pairs, many = [], []
    for kind, found in kinds.items():
        pairs += [found[0], found[-1]] if len(found) > 1 else found
        long_names = sorted(found, key=lambda paths: len(paths["fr"]))[-FEW:]
        many += found[::3] + [found[-1], *long_names] if kind == "case_study" else [paths for paths in found if paths in (found[0], *found[-FEW:], *long_names)]
    return Sample(templates, pairs, many, kinds["case_study"])
