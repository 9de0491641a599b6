"""Everything that pages and outputs are made from: the published library, words, addresses, settings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

from .findings import Finding
from .handwritten import Handwritten
from .ledger import Ledger
from .library import Library
from .links.results import Results
from .records.case_study import CaseStudy
from .records.values import PartialDate, Refused, mailbox
from .routes import Name, Routes, routes_of
from .strings import Strings, all_strings
from .texts import Texts
from .translations import Translations
from .yaml_source.nodes import find


@dataclass(frozen=True)
class Settings:
    """What mkdocs.yml says about the site as a whole. `edit_url` ends where the path of a file begins.

    `with_pdf`: the whole Guide is made as a PDF too, which takes minutes.
    `contact_email` is the maintainers' role mailbox, `decided_by` who decides about proposals, by language, and
    `response_days` within how many days: all three are empty until somebody has decided them, and pages say so.
    """

    site_url: str
    edit_url: str = ""
    navigation: tuple[str, ...] = ()
    with_drafts: bool = False
    repository: str = ""
    contact_email: str = ""
    decided_by: Mapping[str, str] = field(default_factory=dict)
    response_days: int = 0
    with_pdf: bool = False

    @classmethod
    def read(cls, site_url: str, repository: str, guide: Mapping[str, Any], with_drafts: bool = False, with_pdf: bool = False) -> "Settings":
        """The settings from the addresses of mkdocs.yml and its `extra.guide`. What is not set there is empty."""
        repository = repository.rstrip("/")
        return cls(
            site_url=site_url, edit_url=f"{repository}/{guide.get('edit_path', '').strip('/')}/" if repository else "",
            navigation=tuple(guide.get("navigation", ())), with_drafts=with_drafts, with_pdf=with_pdf, repository=repository,
            contact_email=str(guide.get("contact_email") or ""),
            decided_by={language: str(text) for language, text in (guide.get("decided_by") or {}).items() if text},
            response_days=int(guide.get("response_days") or 0),
        )


@dataclass
class Site:
    """The whole Guide, ready to be rendered. Pages never see a draft unless the preview asked for it.

    `stylesheet` and `script` are the paths of the two files that every page loads; `onward` is the script of pages that
    only lead to another one; `form_style` and `form_script` are loaded by the pages of forms, and by no other;
    `checker` is the folder of the checker in the browser, "" where the site has none.
    """

    root: Path
    settings: Settings
    library: Library
    handwritten: dict[str, dict[str, Handwritten]] = field(default_factory=dict)
    stylesheet: str = ""
    script: str = ""
    onward: str = ""
    form_style: str = ""
    form_script: str = ""
    checker: str = ""
    ledger: Ledger = field(default_factory=Ledger)
    translations: Translations = field(default_factory=Translations)
    links: Results = field(default_factory=Results)
    _made: dict[tuple, Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, make: Callable[..., Any], *key: Any) -> Any:
        """make(site, *key), made when it is first asked for and kept as long as the site."""
        name = (make, *key)
        found = self._made.get(name, self)  # self: nothing yet
        if found is self:
            found = self._made[name] = make(self, *key)
        return found

    def keep(self, made: Any, make: Callable[..., Any], *key: Any) -> None:
        """Take what was made for another site that differs in nothing that it was made from."""
        self._made[make, *key] = made

    @cached_property
    def strings(self) -> dict[str, Strings]:
        return all_strings()

    @cached_property
    def texts(self) -> dict[str, Texts]:
        """The texts of each language, made ready once for all pages."""
        return {language: Texts(words) for language, words in self.strings.items()}

    @cached_property
    def routes(self) -> Routes:
        slugs = {key: {language: page.slug for language, page in pages.items()} for key, pages in self.handwritten.items()}
        return routes_of(self.library, self.strings, self.settings.site_url, slugs)

    @cached_property
    def cases_by_organization(self) -> dict[str, list[str]]:
        """The ids of the cases in which each organization takes part."""
        found: dict[str, list[str]] = {name: [] for name in self.library.organizations}
        for name, case in self.library.case_studies.items():
            for partner in case.partners:
                found[partner.organization].append(name)
        return found

    def modified(self, names: Iterable[str] | None = None) -> PartialDate | None:
        """The last change among some cases; of all cases, where a page lists none."""
        cases = self.library.case_studies
        return max((cases[name].changes[0].on for name in names), default=None) if names else self._last_change

    @cached_property
    def _last_change(self) -> PartialDate | None:
        return max((case.changes[0].on for case in self.library.case_studies.values()), default=None)

    @cached_property
    def cases_by_contact(self) -> dict[str, list[str]]:
        """The ids of the cases about which each organization can be asked."""
        found: dict[str, list[str]] = {}
        for name, case in self.library.case_studies.items():
            if case.contact:
                found.setdefault(case.contact.organization, []).append(name)
        return found

    @cached_property
    def replicated_by(self) -> dict[str, list[str]]:
        """The ids of the cases that took over each case."""
        found: dict[str, list[str]] = {}
        for name, case in self.library.case_studies.items():
            if case.replicates:
                found.setdefault(case.replicates, []).append(name)
        return found

    @cached_property
    def followed(self) -> dict[Name, list[str]]:
        """The pages that have feeds, with the ids of the cases that these tell of: published ones only, in the preview too."""
        pages = {("page", "cases"): list(self.library.case_studies),
                 **{("term", f"{facet}/{term}"): names for (facet, term), names in self.cases_by_term.items()},
                 **{("organization", name): names for name, names in self.cases_by_organization.items()}}
        published = {page: [name for name in names if self.library.case_studies[name].is_published] for page, names in pages.items()}
        return {page: names for page, names in published.items() if names}

    @cached_property
    def cases_by_term(self) -> dict[tuple[str, str], list[str]]:
        """The ids of the cases under each (facet, term)."""
        found: dict[tuple[str, str], list[str]] = {}
        for name, case in self.library.case_studies.items():
            for facet in self.library.vocabularies:
                for term in terms_of(case, facet, self.library):
                    found.setdefault((facet, term), []).append(name)
        return found

    @cached_property
    def places_of(self) -> dict[str, list[str]]:
        """The jurisdictions that take part in each case, in the order of their codes."""
        return {name: sorted(terms_of(case, "jurisdiction", self.library)) for name, case in self.library.case_studies.items()}

    @cached_property
    def meetings(self) -> Counter[tuple[str, str]]:
        """The number of cases in which two jurisdictions take part together."""
        return Counter(pair for places in self.places_of.values() for pair in combinations(places, 2))

    def settings_findings(self) -> list[Finding]:
        """A mailbox in mkdocs.yml that is none: every page would lead to it."""
        try:
            mailbox(self.settings.contact_email or "nobody@example.ca")
        except Refused as refused:
            lines = (self.root / "mkdocs.yml").read_text("utf-8").splitlines()
            line = next((n for n, text in enumerate(lines, 1) if text.lstrip().startswith("contact_email:")), 1)
            return [Finding("mkdocs.yml", line, 1, refused.code, "extra.guide.contact_email", params=refused.params)]
        return []

    def clash_findings(self) -> list[Finding]:
        """Two pages at one address, as findings about the file of the second one."""
        found = []
        for path, first, second in self.routes.clashes():
            kind, key = second if second[0] != "page" or second[1] in self.handwritten else first
            record = "vocabulary" if kind in ("facet", "term") else kind
            document = self.library.documents.get((record, key.partition("/")[0]))
            written = self.handwritten.get(key, {}).get(path.partition("/")[0])
            source = document.path if document else written.source if written else "docs"
            line = find(document.root, ("slug",))[0] if document else written.slug_line if written else 1
            found.append(Finding(source, line, 1, "address-twice", "slug", params={"found": path}))
        return found


# The field of a case for each facet that is its own.
FIELDS = {
    "channel": "channels", "arrangement": "arrangement", "playbook-model": "playbook_model", "service": "services",
    "client-group": "clients", "theme": "themes", "status": "status", "evidence": "evidence",
}
# The facets that a case has from its partners, by the field of an organization.
OF_PARTNERS = {"jurisdiction": "jurisdiction", "order-of-government": "order_of_government"}


def terms_of(case: CaseStudy, facet: str, library: Library) -> list[str]:
    """The terms of a facet that a case has. Jurisdiction and order of government are those of its partners."""
    if facet in FIELDS:
        value = getattr(case, FIELDS[facet])
        value = value.term if facet == "status" else value
        return [value] if isinstance(value, str) else list(value or ())
    if facet not in OF_PARTNERS:  # a vocabulary that no field uses yet
        return []
    found = {getattr(library.organizations[partner.organization], OF_PARTNERS[facet]) for partner in case.partners}
    return [term for term in library.terms[facet] if term in found]
