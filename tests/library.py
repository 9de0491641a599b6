"""A big library in both languages, always the same: as many cases as are asked for, with texts of a usual length.

It stands on the vocabularies of the real Guide and on the minimal project (project.py). Each case's facts are kept beside
its file, so that a test can count them without the code that it tests.
"""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from guide.languages import LANGUAGES
from guide.naming import slugified

from .project import CASE, FACETS, MINIMAL, ROOT, Project, new_project

BASES = """Alder Amherst Aurore Bellevue Birch Brandon Caribou Carleton Cedar Chatham Clairmont Cobalt Cormorant Dauphin Digby Dorval Eagle
Elmira Estevan Fairview Fermont Gander Gaspard Glace Granby Hazelton Humber Inuvik Joliette Kenora Kinross Labelle Lachute Larch Lumsden
Maniwaki Marten Melfort Miramichi Moncton Nelson Nipawin Oxford Pelican Perth Pictou Renfrew Rimbey Roberval Selkirk Sorel Stephens
Sussex Tamarac Thurso Truro Unity Vernon Wabana Wetaskiwin Yarmouth""".split()
WAYS = ("{}", "Lac-{}", "Port {}", "New {}", "{} River", "Mont-{}", "{} Bay", "Saint-{}")
SERVICES = (
    ("birth registration", "d'enregistrement des naissances"), ("business permits", "de permis d'entreprise"), ("driver examinations", "d'examens de conduite"),
    ("fishing licences", "de permis de pêche"), ("housing support", "d'aide au logement"), ("newcomer orientation", "d'accueil des nouveaux arrivants"),
    ("health line", "de ligne santé"), ("student loans", "de prêts étudiants"), ("tax clinics", "de comptoirs d'impôt"), ("veterans' counters", "de comptoirs des vétérans"),
    ("property registration", "d'enregistrement foncier"), ("emergency alerts", "d'alertes d'urgence"), ("farm programs", "de programmes agricoles"),
    ("transit passes", "de titres de transport"), ("language training", "de formation linguistique"), ("employment services", "de services d'emploi"),
    ("child benefits", "de prestations pour enfants"), ("digital identity", "d'identité numérique"), ("land records", "de registres fonciers"), ("youth hubs", "de carrefours jeunesse"),
)
FORMS = (
    ("Shared counter for {service} in {place}", "Comptoir partagé {service} à {place}"), ("{place} single window for {service}", "Guichet unique {service} de {place}"),
    ("Joint {service} pilot, {place} and {other}", "Projet pilote commun {service}, {place} et {other}"), ("{service} at the {place} service centre", "Service {service} au centre de {place}"),
    ("Records exchanged for {service} in {place}", "Échange de dossiers {service} à {place}"), ("Common work on {service} in {place}", "Œuvre commune {service} à {place}"),
    ("One call for {service}: {place}", "Un seul appel pour le service {service} : {place}"), ("Mobile {service} between {place} and {other}", "Service mobile {service} entre {place} et {other}"),
)
BODIES = (
    ("Town of {}", "Ville de {}"), ("{} Regional Health Authority", "Régie régionale de la santé de {}"), ("{} Friendship Centre", "Centre d'amitié de {}"),
    ("{} Chamber of Commerce", "Chambre de commerce de {}"),
)
SENTENCES = (
    ("People had to visit {n} offices before they got an answer about {service}.", "Il fallait passer par {n} bureaux avant d'avoir une réponse du service {service}."),
    ("The partners signed an agreement in {year} and named one person for each side.", "Les partenaires ont signé une entente en {year} et nommé une personne de chaque côté."),
    ("Staff in {place} were trained for {n} weeks and answer for both governments.", "Le personnel de {place} a suivi une formation de {n} semaines et répond au nom des deux administrations."),
    ("The counter in {place} is open {n} hours a week, in English and in French.", "Le comptoir de {place} est ouvert {n} heures par semaine, en français et en anglais."),
    ("Nobody has to know which order of government is responsible for {service}.", "Nul n'a à savoir quel ordre de gouvernement est responsable du service {service}."),
    ("A committee of {n} people looks at complaints every month and reports to {other}.", "Un comité de {n} personnes étudie les plaintes chaque mois et rend compte à {other}."),
    ("Costs are shared by population, and each partner keeps its own records.", "Les coûts sont partagés selon la population, et chaque partenaire tient ses propres dossiers."),
    ("Visits to {place} fell by {n} per cent after the forms were put together.", "Les visites à {place} ont baissé de {n} pour cent une fois les formulaires réunis."),
)
ORGANIZATIONS_PER_CASE = 0.3
# What a case may leave without an answer, and what of a replication.
ANSWERS = ("channels", "arrangement", "playbook_model", "services", "clients", "themes", "started", "problem", "approach", "results", "success_factors",
           "challenges", "what_did_not_work", "lessons", "contact")
PARTS = ("agreement", "steps", "roles", "effort", "cost", "conditions", "transferable")
# Every value as it is typed; in C where there is such a reader, which takes a tenth of the time.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# What a vocabulary says about cases of the real Guide, which a big library does not have.
STATEMENTS = re.compile(r"^    (?:when_it_fits|what_it_needs):\n(?:      .*\n)+", re.MULTILINE)


@dataclass(frozen=True)
class Fact:
    """What a case is, as its file says it. `facets` has the organizations and what it does not say, too."""

    key: str
    title: dict[str, str]
    slug: dict[str, str]
    facets: dict[str, list[str]]
    started: str
    checked: str


@dataclass
class Library:
    """The files of a big library, and what the cases in them are."""

    files: dict[str, str] = field(default_factory=dict)
    cases: list[Fact] = field(default_factory=list)
    terms: dict[str, list[str]] = field(default_factory=dict)

    def project(self, folder: Path) -> Project:
        """A Guide with this library in place of the minimal one's cases and organizations."""
        gone = {"guide_data/case_studies/counter.yml": None, "guide_data/organizations/town.yml": None}
        about = {f"docs/about.{language}.md": re.sub(r"\[[^\]]*\]\(case:counter\)", "…", MINIMAL[f"docs/about.{language}.md"]) for language in LANGUAGES}
        contribute = {name.replace("about", "contribute"): re.sub("(?m)^slug: .*$", "slug: contribute", text) for name, text in about.items()}
        return new_project(folder, {**gone, **self.files, **about, **contribute})


def big_library(size: int, seed: int = 2026) -> Library:
    """A library with a number of cases."""
    chance, library = random.Random(seed), Library()
    for facet in FACETS:
        text = STATEMENTS.sub("", (ROOT / f"guide_data/vocabulary/{facet}.yml").read_text("utf-8"))
        library.files[f"guide_data/vocabulary/{facet}.yml"] = text
        library.terms[facet] = [term["id"] for term in yaml.safe_load(text)["terms"]]
    places = [way.format(base) for way in WAYS for base in BASES]
    organizations = _organizations(library, places[: max(4, int(size * ORGANIZATIONS_PER_CASE / len(BODIES)))], chance)
    titles: set[str] = set()
    for _ in range(size):
        _add_case(library, organizations, places, titles, chance)
    return library


def _both(texts: tuple[str, str], indent: str, **words: str) -> str:
    return "".join(f"{indent}{language}: {json.dumps(text, ensure_ascii=False)}\n" for language, text in zip(LANGUAGES, texts, strict=True))


def _organizations(library: Library, places: list[str], chance: random.Random) -> dict[str, tuple[str, str]]:
    """Organizations with their jurisdiction and order of government."""
    found = {}
    for place in places:
        jurisdiction = chance.choice(library.terms["jurisdiction"])
        for body in BODIES:
            names = tuple(form.format(place) for form in body)
            slugs, order = [slugified(name) for name in names], chance.choice(library.terms["order-of-government"])
            found[slugs[0]] = (jurisdiction, order)
            library.files[f"guide_data/organizations/{slugs[0]}.yml"] = (
                f"name:\n{_both(names, '  ')}slug:\n  en: {slugs[0]}\n  fr: {slugs[1]}\nkind: organization\n"
                f"order_of_government: {order}\njurisdiction: {jurisdiction}\n")
    return found


def _add_case(library: Library, organizations: dict[str, tuple[str, str]], places: list[str], titles: set[str], chance: random.Random) -> None:
    """One case more: its file and its facts."""
    while True:
        service, form = chance.choice(SERVICES), chance.choice(FORMS)
        place, other = chance.sample(places, 2)
        names = tuple(text.format(service=name, place=place, other=other) for text, name in zip(form, service, strict=True))
        names = tuple(name[0].upper() + name[1:] for name in names)
        if names[0] not in titles and names[1] not in titles:
            break
    titles.update(names)
    slugs = [slugified(name)[:70].strip("-") for name in names]
    key, number = slugs[0], len(library.cases)
    slugs = [f"{slug}-{number}" for slug in slugs]
    if any(case.key == key for case in library.cases):
        key = slugs[0]
    partners = chance.sample(sorted(organizations), chance.choice((1, 2, 2, 3, 4)))
    facets = _facets(library, organizations, partners, chance)
    started = str(chance.randint(1985, 2026)) if chance.random() < .9 else ""
    checked = f"{chance.choice((2025, 2026))}-{chance.randint(1, 10):02}-{chance.randint(1, 28):02}"
    fact = Fact(key, dict(zip(LANGUAGES, names, strict=True)), dict(zip(LANGUAGES, slugs, strict=True)), facets, started, checked)
    library.cases.append(fact)
    file = _file(fact, partners, lambda count: _prose(count, service, place, other, chance))
    library.files[f"guide_data/case_studies/{key}.yml"] = file
    facets["gap"] = _gaps(file)


def _facets(library: Library, organizations: dict[str, tuple[str, str]], partners: list[str], chance: random.Random) -> dict[str, list[str]]:
    some = {facet: sorted(chance.sample(terms, min(len(terms), chance.choice((1, 1, 2, 3)))), key=terms.index) for facet, terms in library.terms.items()}
    for facet in ("arrangement", "playbook-model", "status", "evidence"):
        some[facet] = some[facet][:1]
    for facet in ("arrangement", "playbook-model", "theme", "channel"):
        if chance.random() < .1:
            some[facet] = []
    for at, facet in enumerate(("jurisdiction", "order-of-government")):
        some[facet] = sorted({organizations[partner][at] for partner in partners})
    return {**some, "organization": partners}


def _gaps(file: str) -> list[str]:
    """The fields to which a file gives no answer, by the names that the finder has for them."""
    record = yaml.load(file, LOADER)
    inside = record.get("replication", {})
    lacking = [field.replace("_", "-") for field in ANSWERS if record.get(field, "unknown") == "unknown"]
    return [*lacking, *(part for part in PARTS if inside.get(part, "unknown") == "unknown")]


def _prose(count: int, service: tuple[str, str], place: str, other: str, chance: random.Random) -> tuple[str, str]:
    """Some sentences in both languages."""
    texts: tuple[list[str], list[str]] = ([], [])
    for pair in chance.choices(SENTENCES, k=count):
        words = {"n": chance.randint(2, 60), "year": chance.randint(1990, 2024), "place": place, "other": other}
        for made, text, name in zip(texts, pair, service, strict=True):
            made.append(text.format(service=name, **words))
    return tuple(" ".join(made) for made in texts)


def _file(fact: Fact, partners: list[str], prose) -> str:
    """The case's file: the minimal one with its own facts and longer texts."""
    def listed(values: list[str]) -> str:
        return "".join(f"\n  - {value}" for value in values) if values else " unknown"

    of = fact.facets
    own = {
        "title": "\n" + _both((fact.title["en"], fact.title["fr"]), "  ").rstrip("\n"), "summary": "\n" + _both(prose(2), "  ").rstrip("\n"),
        "slug": f"\n  en: {fact.slug['en']}\n  fr: {fact.slug['fr']}",
        "partners": "".join(f"\n  - organization: {name}\n    role:\n{_both(prose(1), '      ')}".rstrip("\n") for name in partners),
        "channels": listed(of["channel"]), "arrangement": f" {(of['arrangement'] or ['unknown'])[0]}",
        "playbook_model": f" {(of['playbook-model'] or ['unknown'])[0]}", "services": listed(of["service"]), "clients": listed(of["client-group"]),
        "themes": listed(of["theme"]), "status": f"\n  term: {of['status'][0]}\n  as_of: 2026", "started": f" {fact.started or 'unknown'}",
        "problem": "\n" + _both(prose(5), "  ").rstrip("\n"), "approach": "\n" + _both(prose(12), "  ").rstrip("\n"),
        "evidence": f" {of['evidence'][0]}", "reviewed": f"\n  on: {fact.checked}\n  against: public-sources",
    }
    parts = re.split(r"(?m)^(?=\w+:)", CASE)
    return "".join(f"{name}:{own[name]}\n" if (name := part.partition(":")[0]) in own else part for part in parts)
