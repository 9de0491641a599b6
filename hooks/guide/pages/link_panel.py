"""The panel "Link to this page": everything that can be copied, in the language of the page, in the other one, and in both."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from .. import machine_paths
from ..languages import LANGUAGES, OWN_NAMES, other
from ..site import Site
from . import embed, snippets
from .embed import Told
from .page import Link, Page
from .reader import Reader


@dataclass(frozen=True)
class Variant:
    """What is copied for one language or for both. The card that is pasted is long, so a page offers the one in its own language."""

    id: str
    name: str
    language: str
    link: Markup
    markdown: str
    mail: str
    frame: Markup | str = ""
    card: Told | None = None


@dataclass(frozen=True)
class Panel:
    permanent: str
    variants: tuple[Variant, ...]
    help: Link | None


def panel(page: Page, site: Site) -> Panel | None:
    """The panel of a page that has a permanent address."""
    if page.kind not in machine_paths.LETTERS:
        return None
    reader = Reader(site, page.language, page.path)
    by_language = {language: embed.told(site, language, page.kind, page.key) for language in LANGUAGES}
    own, foreign = by_language[page.language], by_language[other(page.language)]
    both = Variant("both", reader.words("link-panel.both"), "", snippets.links(own, foreign), snippets.markdown(own, foreign), snippets.mail(own, foreign))
    guide = Link(reader.link("page", "use-the-guide"), reader.words("link-panel.help")) if site.routes.has("page", "use-the-guide") else None
    return Panel(own.permanent, (_variant(own), replace(_variant(foreign), card=None), both), guide)


def _variant(told: Told) -> Variant:
    return Variant(told.language, OWN_NAMES[told.language], told.language, snippets.link(told), snippets.markdown(told), snippets.mail(told), snippets.frame(told), told)
