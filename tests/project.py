"""A small Guide for a test: a dictionary of files in a temporary folder, built by the real hooks.

`MINIMAL` is the smallest library that passes every check; a test changes what it is about.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from guide import frame
from guide.build import Build, prepare
from guide.languages import LANGUAGES
from guide.outputs import runtime
from guide.pages.page import Page
from guide.site import Settings, Site

ROOT = Path(__file__).parent.parent
FACETS = ("jurisdiction", "order-of-government", "channel", "arrangement", "playbook-model", "service", "client-group",
          "theme", "status", "evidence")

CASE = """\
title:
  en: A counter for two governments
  fr: Un comptoir pour deux gouvernements
summary:
  en: Two governments share a counter.
  fr: Deux gouvernements partagent un comptoir.
slug:
  en: shared-counter
  fr: comptoir-partage
partners:
  - organization: town
    role:
      en: Lends the counter
      fr: Prête le comptoir
    lead: true
channels:
  - in-person
arrangement: co-location
playbook_model: unknown
services:
  - permits
clients:
  - everyone
themes: unknown
status:
  term: operating
  as_of: 2020
started: 2019
problem:
  en: People went from door to door.
  fr: Les gens allaient de porte en porte.
approach:
  en: One counter was opened.
  fr: Un comptoir a été ouvert.
results:
  - statement:
      en: The counter served people.
      fr: Le comptoir a servi des gens.
    figure: 1200
    unit:
      en: people
      fr: personnes
    year: 2020
    source: report
what_did_not_work: unknown
evidence: moderate
contact: unknown
sources:
  - id: report
    url: https://www.example.ca/report
    title: Annual report
    language: en
    seen_on: 2026-11-22
    supports:
      - problem
      - approach
      - results
consent:
  basis: public-sources
reviewed:
  on: 2026-11-22
  against: public-sources
changes:
  - on: 2026-11-22
    what:
      en: First publication.
      fr: Première publication.
"""

ORGANIZATION = """\
name:
  en: Town of Springfield
  fr: Ville de Springfield
slug:
  en: town-of-springfield
  fr: ville-de-springfield
kind: organization
order_of_government: municipal
jurisdiction: CA-NS
"""

BODY = """\
name:
  en: Council of Counters
  fr: Conseil des comptoirs
acronym:
  en: CC
  fr: CDC
definition:
  en: A council for tests.
  fr: Un conseil pour les essais.
"""

# Reports that members submit; the minimal library has none.
APPROVAL = """\
consent:
  basis: author-approval
  administration: town
  role:
    en: Director of service
    fr: Direction du service
  approved_on: 2026-11-22
  languages:
    - en
    - fr
  parts:
    - whole
"""
EXCHANGE_REPORT = """\
administration: town
form: "2019"
month: 2026-10
achievements:
  - en: The counter has opened.
    fr: Le comptoir est ouvert.
priorities:
  - en: Open a second counter.
    fr: Ouvrir un deuxième comptoir.
exchange:
  - en: The plan of the counter.
    fr: Le plan du comptoir.
issues_and_needs:
  - en: Help with the queue.
    fr: De l'aide avec la file d'attente.
""" + APPROVAL
ENGAGEMENT_REPORT = """\
member:
  organization: town
period:
  started: 2026-04
  ended: 2026-09
actions:
  - kind: presented
    what:
      en: The Guide was shown at a meeting.
      fr: Le Guide a été présenté à une réunion.
    audience:
      en: Counter staff
      fr: Personnel du comptoir
    reached: 40
    date: 2026-05-12
  - kind: published
    what:
      en: A link was put on the intranet.
      fr: Un lien a été ajouté dans l'intranet.
    audience:
      en: All staff
      fr: Tout le personnel
    reached: unknown
    date: 2026-06
partnerships:
  - kind: replicated
    what:
      en: A shared counter was opened with the province.
      fr: Un comptoir partagé a été ouvert avec la province.
    case: counter
asked_of_council:
  - en: Name a contact for shared counters.
    fr: Désigner un point de contact pour les comptoirs partagés.
""" + APPROVAL

_TERMS = {
    "jurisdiction": (("CA-NS", "Nova Scotia", "Nouvelle-Écosse"), ("CA-ON", "Ontario (province)", "Ontario, la province")),
    "order-of-government": (("municipal", "Municipal government", "Municipalité"),),
    "channel": (("in-person", "In person", "En personne"), ("digital", "Digital", "Numérique")),
    "arrangement": (("co-location", "Co-location", "Partage de locaux"),),
    "playbook-model": (("cross-promotion", "Cross promotion", "Promotion croisée"),),
    "service": (("permits", "Permits", "Permis"),),
    "client-group": (("everyone", "Everyone", "Grand public"),),
    "theme": (("data", "Data", "Données"),),
    "status": (("operating", "Operating", "En activité"),),
    "evidence": (("moderate", "Moderate evidence", "Preuves moyennes"),),
}


def vocabulary(facet: str) -> str:
    """A vocabulary with the terms of the minimal library."""
    lines = [f"title:\n  en: {facet} in English\n  fr: {facet} en français", f"slug:\n  en: {facet}s\n  fr: fr-{facet}s",
             "definition:\n  en: A facet for tests.\n  fr: Une facette pour les essais.", "order: listed", "terms:"]
    for term, english, french in _TERMS[facet]:
        lines.append(f"  - id: {term}\n    label:\n      en: {english}\n      fr: {french}\n    slug:\n      en: {term.lower()}\n"
                     f"      fr: {term.lower()}-fr\n    definition:\n      en: What {english} means.\n      fr: Ce que {french} signifie.")
    return "\n".join(lines) + "\n"


MINIMAL = {
    "guide_data/case_studies/counter.yml": CASE,
    "guide_data/organizations/town.yml": ORGANIZATION,
    "guide_data/bodies/council.yml": BODY,
    **{f"guide_data/vocabulary/{facet}.yml": vocabulary(facet) for facet in FACETS},
    "docs/about.en.md": "---\ntitle: About\nslug: about\ndescription: About this Guide.\nmodified: 2026-11-22\n---\n# About\n\n## Purpose {#purpose}\n\nSee [the counter](case:counter).\n",
    "docs/about.fr.md": "---\ntitle: À propos\nslug: a-propos\ndescription: À propos du Guide.\nmodified: 2026-11-22\n---\n# À propos\n\n## Raison d'être {#purpose}\n\nVoir [le comptoir](case:counter) : « ici ».\n",
    "docs/assets/mark.svg": (ROOT / "docs/assets/mark.svg").read_text("utf-8"),
}


@dataclass
class Project:
    """A Guide in a folder of its own."""

    root: Path

    def write(self, files: dict[str, str | bytes | None]) -> "Project":
        """Write files; None deletes one."""
        for name, content in files.items():
            path = self.root / name
            if content is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return self

    def prepare(self, with_drafts: bool = False) -> Build:
        """Read and check, as every command does."""
        return prepare(self.root, Settings("https://guide.example/", "https://code.example/edit/main/", ("cases", "about"), with_drafts))

    def findings(self) -> list[tuple[str, str, int, int]]:
        """Code, place, line and column of everything that was found."""
        return [(f.code, f.place, f.line, f.column) for f in self.prepare().findings]

    def build(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
        """`mkdocs build` with the real hooks, as anybody would run it."""
        return run("-m", "mkdocs", "build", *arguments, cwd=self.root, **environment)

    def page(self, path: str) -> str:
        """The HTML of a built page."""
        return (self.root / "site" / path / "index.html").read_text("utf-8")


def with_runtime(folder: Path) -> None:
    """Give a Guide the Python for the browser that was fetched for this one, if it was."""
    for place in (runtime.PYODIDE, runtime.WHEELS):
        if (ROOT / place).is_dir():
            (folder / place).parent.mkdir(parents=True, exist_ok=True)
            (folder / place).symlink_to(ROOT / place, target_is_directory=True)


def new_project(folder: Path, files: dict[str, str | bytes | None] | None = None) -> Project:
    """A minimal Guide with some files added, replaced or (None) left out."""
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = config.replace("hooks/", f"{ROOT.as_posix()}/hooks/").replace("watch: [guide_data, hooks]", "watch: [guide_data]")
    config = re.sub(r"navigation: \[.*\]", "navigation: [cases, learn, facets, organizations, partners, about]", config)
    project = Project(folder).write({"mkdocs.yml": config, **MINIMAL})
    return project.write(files or {})


def run(*arguments: str, cwd: Path, timeout: float = 300, **environment: str) -> subprocess.CompletedProcess:
    """Run a Python command and keep all that it says."""
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "GUIDE_LANG": "en", **environment}
    return subprocess.run([sys.executable, *arguments], cwd=cwd, env=settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, encoding="utf-8", timeout=timeout)


def bare_frames() -> dict[str, str]:
    """Frames of nothing but their marks, for a build without MkDocs."""
    return {f"{language}/{depth}": "".join(frame.marks().values()) for language in LANGUAGES for depth in range(1, 6)}


def pages_of(kind: ModuleType, site: Site, language: str) -> Iterator[Page]:
    """The pages of a kind in one language, made."""
    yield from (planned.make() for planned in kind.plan(site, language))
