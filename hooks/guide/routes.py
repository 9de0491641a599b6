"""Where every page is: the only module that makes addresses.

A page has a name without language, kind and key (`case_study`, `bizpal`), and a path in each language
(`en/case-studies/bizpal/`, `fr/etudes-de-cas/perle/`). The fixed parts of addresses are words: `route.*` in locales.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .languages import LANGUAGES
from .library import Library
from .open_data import TABLES
from .strings import Strings

Name = tuple[str, str]


@dataclass
class Routes:
    """The path of every page in every language. Paths end with a slash and have no leading one."""

    site_url: str
    paths: dict[Name, dict[str, str]] = field(default_factory=dict)
    # Files to download, by name and language.
    files: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(self, kind: str, key: str, paths: dict[str, str]) -> None:
        self.paths[kind, key] = paths

    def path(self, kind: str, key: str, language: str) -> str:
        """The path of a page. Raises KeyError when there is no such page."""
        return self.paths[kind, key][language]

    def has(self, kind: str, key: str) -> bool:
        return (kind, key) in self.paths

    def absolute(self, path: str) -> str:
        """A path as a full address.

        >>> Routes("https://guide.example/x/").absolute("en/about/")
        'https://guide.example/x/en/about/'
        """
        return self.site_url.rstrip("/") + "/" + path

    def clashes(self) -> Iterator[tuple[str, Name, Name]]:
        """Paths that two pages claim."""
        owners: dict[str, Name] = {}
        for name, paths in self.paths.items():
            for path in paths.values():
                if owners.setdefault(path, name) != name:
                    yield path, owners[path], name


def relative(path: str, start: str) -> str:
    """A link from one page to another (or to a file), so that the site works below any address.

    >>> relative("fr/a-propos/", "en/about/")
    '../../fr/a-propos/'
    >>> relative("en/about/", "en/about/")
    './'
    """
    there, here = path.split("/"), start.split("/")[:-1]
    same, most = 0, min(len(there) - 1, len(here))
    while same < most and there[same] == here[same]:
        same += 1
    return "../" * (len(here) - same) + "/".join(there[same:]) or "./"


def depth(path: str) -> int:
    """How many folders deep a page lies.

    >>> depth("en/about/")
    2
    """
    return path.count("/")


def routes_of(library: Library, strings: dict[str, Strings], site_url: str, handwritten: dict[str, dict[str, str]]) -> Routes:
    """Every page of the Guide. `handwritten` gives the slugs of the pages in docs/."""
    routes = Routes(site_url)
    section = {key: {language: strings[language](f"route.{key}") for language in LANGUAGES}
               for key in ("cases", "facets", "organizations", "partners", "glossary", "compare", "engagement", "key-messages", "learn", "path", "kits", "lessons",
                           "presentation", "member-kits", "state")}
    routes.add("page", "home", {language: f"{language}/" for language in LANGUAGES})
    for key, slugs in {**section, **handwritten}.items():
        routes.add("page", key, {language: f"{language}/{slugs[language]}/" for language in slugs})
    for kind, key, parent in (("case_study", "cases", library.case_studies), ("organization", "organizations", library.organizations)):
        for name, record in parent.items():
            routes.add(kind, name, _below(section[key], record.slug))
    _add_reports(routes, library, strings)
    if "contribute" in handwritten:
        above = routes.paths["page", "contribute"]
        routes.add("page", "contribute-form", {language: f"{path}{strings[language]('route.form')}/" for language, path in above.items()})
    _add_data(routes, strings)
    for name in library.case_studies:
        paths = routes.paths["case_study", name]
        routes.add("comparison", name, {language: f"{paths[language]}{section['compare'][language]}/" for language in LANGUAGES})
        if library.case_studies[name].can_be_replicated:
            routes.add("kit", name, {language: f"{paths[language]}{strings[language]('route.kit')}/" for language in LANGUAGES})
    for facet, vocabulary in library.vocabularies.items():
        slugs = {language: vocabulary.slug.within(language)[0] for language in LANGUAGES}
        routes.add("facet", facet, {language: f"{language}/{slugs[language]}/" for language in LANGUAGES})
        for term in vocabulary.terms:
            routes.add("term", f"{facet}/{term.id}", _below(slugs, term.slug))
    _add_places(routes, library, section)
    return routes


def _add_reports(routes: Routes, library: Library, strings: dict[str, Strings]) -> None:
    """What members submit: the pages about it, a page for each exchange report, a form for each kind."""
    def word(key: str) -> dict[str, str]:
        return {language: strings[language](f"route.{key}") for language in LANGUAGES}

    for key in ("information-exchange", "reporting-back"):
        section = word(key)
        routes.add("page", key, {language: f"{language}/{section[language]}/" for language in LANGUAGES})
        routes.add("page", f"{key}-form", {language: f"{language}/{section[language]}/{word('form')[language]}/" for language in LANGUAGES})
    back = routes.paths["page", "reporting-back"]
    routes.add("page", "reporting-back-summary", {language: f"{back[language]}{word('summary')[language]}/" for language in LANGUAGES})
    routes.files["engagement-reports"] = {language: f"{back[language]}{word('engagement-reports')[language]}.csv" for language in LANGUAGES}
    for name, report in library.exchange_reports.items():
        if report.administration not in library.organizations:  # which the checks have told
            continue
        slug, month = library.organizations[report.administration].slug, str(report.month)
        routes.add("exchange_report", name, {language: f"{language}/{word('exchange-reports')[language]}/{slug.within(language)[0]}-{month}/" for language in LANGUAGES})


def _add_places(routes: Routes, library: Library, section: dict[str, dict[str, str]]) -> None:
    """A kit for every jurisdiction, and a presentation for each that has a case."""
    partners = {partner.organization for case in library.case_studies.values() for partner in case.partners}
    with_cases = {library.organizations[name].jurisdiction for name in partners if name in library.organizations}
    for name, term in library.terms.get("jurisdiction", {}).items():
        routes.add("member_kit", name, _below(section["member-kits"], term.slug))
        if name in with_cases:
            routes.add("presentation", name, _below(section["presentation"], term.slug))


def _add_data(routes: Routes, strings: dict[str, Strings]) -> None:
    """The files that exist once for each language: the whole Guide, and those of the open data."""
    routes.files["whole"] = {language: f"{language}/{words('route.whole')}.html" for language, words in strings.items()}
    routes.files["whole-pdf"] = {language: f"{language}/{words('route.whole')}.pdf" for language, words in strings.items()}
    for name, ending in (("workbook", "xlsx"), *((table, "csv") for table in TABLES)):
        routes.files[name] = {language: f"{language}/{words('route.data')}/{words(f'route.file.{name}')}.{ending}" for language, words in strings.items()}


def _below(section: dict[str, str], slug) -> dict[str, str]:
    return {language: f"{language}/{section[language]}/{slug.within(language)[0]}/" for language in LANGUAGES}
