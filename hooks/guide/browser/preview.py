"""The page of one record as the site would hold it, made by the site's own views and templates."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

from ..frame import divided, fill
from ..handwritten import Handwritten
from ..languages import LANGUAGES
from ..library import Library
from ..pages import case_study, exchange
from ..records.values import day
from ..render import parts
from ..routes import depth
from ..site import Settings, Site
from ..templating import environment
from ..translations import Translations

PAGES = {"case_study": case_study.page, "exchange_report": exchange.page}


class Preview:
    """Makes pages with what the site told of itself in preview.json: its settings, its pages written by hand, its frames."""

    def __init__(self, folder: str, translations: Translations) -> None:
        self.translations = translations
        told = json.loads(Path(folder, "preview.json").read_text("utf-8"))
        self.settings = Settings(**{name: tuple(value) if isinstance(value, list) else value for name, value in told["settings"].items()})
        self.assets: dict[str, str] = told["assets"]
        self.handwritten = {key: {page["language"]: _handwritten(page) for page in pages} for key, pages in told["handwritten"].items()}
        self.frames: dict[str, str] = told["frames"]
        first = self._site(Library())
        self.templates = {language: environment(first, language) for language in LANGUAGES}

    def of(self, library: Library, kind: str, name: str, language: str) -> dict[str, Any]:
        """The page as HTML and its address, in whatever state the record is: a draft says that it is one."""
        if kind not in PAGES:
            return {"findings": []}
        shown = library.published()
        shown.records[kind] = {key: record for key, record in library.records[kind].items() if record.is_published or key == name}
        site = self._site(shown)
        for code, templates in self.templates.items():
            site.keep(templates, environment, code)
        page = PAGES[kind](site, language, name)
        return {"html": fill(divided(self.frames[f"{language}/{depth(page.path)}"]), parts(page, site)), "path": page.path}

    def _site(self, library: Library) -> Site:
        return Site(root=Path(), settings=self.settings, library=library, handwritten=self.handwritten, translations=self.translations, **self.assets)


def _handwritten(page: dict[str, Any]) -> Handwritten:
    known = {field.name for field in fields(Handwritten)}
    return Handwritten(**{name: value for name, value in page.items() if name in known} | {"modified": day(page["modified"]), "also_called": tuple(page["also_called"])})
