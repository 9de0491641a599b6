"""A Guide that holds the shared corpus, for run.py's --subject-dir: the same facets and labels as the peers' sites have."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "hooks")]

from bench.peers import convert  # noqa: E402
from guide.languages import LANGUAGES  # noqa: E402
from tests.project import MINIMAL, new_project  # noqa: E402

# The facets of the corpus, with their names. The first three have pages at the peers too.
TITLES = {"jurisdiction": ("Jurisdictions", "Administrations"), "channel": ("Channels", "Modes de prestation"), "arrangement": ("Models", "Modèles"),
          "order-of-government": ("Orders of government", "Ordres de gouvernement"), "service": ("Services", "Services"), "status": ("Status", "État")}


def corpus(harness: Path) -> ModuleType:
    """The generator of the corpus, from the folder in which it stands beside run.py."""
    spec = importlib.util.spec_from_file_location("make_corpus", harness / "make_corpus.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def project(maker: ModuleType, size: int, folder: Path) -> Path:
    """Write the corpus and a Guide made from it into a folder, with a package of its own: what it keeps is deleted with the folder's .cache."""
    gone = {"guide_data/case_studies/counter.yml": None, "guide_data/organizations/town.yml": None}
    pages = {f"docs/about.{language}.md": re.sub(r"\[[^\]]*\]\(case:counter\)", "…", MINIMAL[f"docs/about.{language}.md"]) for language in LANGUAGES}
    new_project(folder, {**gone, **pages, **{f"guide_data/vocabulary/{facet}.yml": text for facet, text in vocabularies(maker)}})
    maker.WRITERS["yaml"](list(maker.records(size)), folder)
    convert.converted(folder)
    for part in ("hooks", "bench/peers"):
        shutil.copytree(ROOT / part, folder / part)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace(f"{ROOT.as_posix()}/hooks/", "hooks/"), "utf-8")
    return folder


def vocabularies(maker: ModuleType) -> Iterator[tuple[str, str]]:
    """The facets of the corpus; what our model asks for beyond them keeps the one term of the minimal project."""
    terms = {"jurisdiction": [(convert.jurisdiction(code), english, french) for code, english, french, _ in maker.JURISDICTIONS],
             "channel": maker.CHANNELS, "arrangement": maker.MODELS, "order-of-government": [(key, *labels) for key, labels in maker.ORDERS.items()],
             "service": [(convert.slugified(english), english, french) for english, french in maker.SERVICES], "status": [("ended", "Ended", "Terminé")]}
    for facet, titles in TITLES.items():
        yield facet, convert.written({
            "title": _both(*titles), "slug": {"en": f"{facet}s", "fr": f"fr-{facet}s"},
            "definition": _both(f"What the corpus calls {titles[0]}.", f"Ce que le corpus appelle {titles[1]}."), "order": "listed",
            "terms": [{"id": key, "label": _both(english, french), "slug": {language: key.lower() for language in LANGUAGES},
                       "definition": _both(f"What {english} means.", f"Ce que {french} signifie.")} for key, english, french in terms[facet]]})


def _both(english: str, french: str) -> dict[str, str] | str:
    """A text in both languages; once where it is the same in both."""
    return english if english == french else {"en": english, "fr": french}
