"""The page of a case study: it shows what the record holds, in order, and says honestly what nobody knows."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
import yaml

from guide.strings import strings
from tests.project import CASE, new_project

from .parsed import LANGUAGES, Parsed, bare, internal, parsed_site, text_of, told

FACTS = ("partners", "jurisdiction", "service", "client-group", "channel", "arrangement", "status", "evidence")
FOLDER = {"en": "en/case-studies", "fr": "fr/etudes-de-cas"}
LEARNING = ("success_factors", "challenges", "what_did_not_work", "lessons")
REPLICATION = ("agreement", "steps", "roles", "effort", "cost", "conditions", "transferable")
NEVER_EMPTY = ("partners", "contact", "sources", "dates")


@pytest.fixture(scope="module")
def records(built) -> dict[str, dict]:
    """Every published record of the real Guide as plain YAML: read here by another reader than the Guide's own."""
    found = {path.stem: yaml.load(path.read_bytes(), yaml.BaseLoader) for path in sorted((built / "guide_data/case_studies").glob("*.yml"))}
    return {name: record for name, record in found.items() if record.get("consent", {}).get("basis") in ("public-sources", "council-documents")}


@pytest.fixture(scope="module")
def cases(records, pages) -> list[tuple[str, str, dict, Parsed]]:
    """Each case in each language: its id, the language, its record and its page."""
    return [(name, language, record, pages[f"{FOLDER[language]}/{record['slug'][language]}/"])
            for name, record in records.items() for language in LANGUAGES]


def within(value: object, language: str) -> str:
    """A text of a record in a language; a plain text serves both."""
    return value if isinstance(value, str) else value.get(language) or next(iter(value.values()))


def expected_sections(record: dict) -> list[str]:
    """The sections that a record asks for, in their order."""
    learning = [field.replace("_", "-") for field in LEARNING if field in record]
    replication = ["replication"] if "replication" in record or "replicates" in record else []
    return ["at-a-glance", "problem", "approach", "results", *learning, *replication, *NEVER_EMPTY]


def test_the_facts_stand_in_the_same_order_on_every_case(cases):
    """Eight questions, in one order, each with at least one answer."""
    wrong = []
    for _, language, _, page in cases:
        expected = [bare(strings(language)(f"glance.{fact}")) for fact in FACTS]
        facts = next(part for part in page.all("section") if part.get("aria-labelledby") == "at-a-glance")
        asked = [text_of(term) for term in facts.iter("dt")]
        if [bare(question) for question in asked] != expected or not all(text_of(answer) for answer in facts.iter("dd")):
            wrong.append(f"{page.path}: {asked}")

    assert cases and not wrong, told(wrong)


def test_a_case_has_a_section_for_each_thing_that_its_record_holds_and_for_nothing_else(cases, records):
    """Sections follow the record: none is missing, none is empty, none is there without a field."""
    replicated = {record["replicates"] for record in records.values() if "replicates" in record}
    wrong = []
    for name, _, record, page in cases:
        shown = [section for section in page.headings("h2") if section != "related"]
        expected = expected_sections({**record, "replicates": "this"} if name in replicated else record)
        if shown != expected:
            wrong.append(f"{page.path}: shows {shown}, its record asks for {expected}")
        parts = [name.removeprefix("replication-") for name in page.headings("h3") if name]
        if parts != [part for part in REPLICATION if part in record.get("replication", {})]:
            wrong.append(f"{page.path}: replication shows {parts}")

    assert not wrong, told(wrong)


def test_every_text_of_a_record_is_on_its_page_in_both_languages(cases):
    """Title, summary, roles, story, results, lessons, replication and changes all arrive on the page."""
    wrong = []
    for _, language, record, page in cases:
        shown = bare(page.text)
        texts = [within(record[field], language) for field in ("title", "summary", "problem", "approach")]
        texts += [within(partner["role"], language) for partner in record["partners"] if "role" in partner]
        texts += [within(change["what"], language) for change in record["changes"]]
        texts += [within(result["statement"], language) for result in record["results"] if record["results"] != "unknown"]
        for field in LEARNING:
            texts += [within(point, language) for point in record.get(field, "unknown") if record[field] != "unknown"] if field in record else []
        texts += [within(part, language) for part in record.get("replication", {}).values()]
        for block in (block for text in texts if text != "unknown" for block in re.split(r"\n\s*\n", text)):
            if bare(re.sub(r"^(\d+\.|[-*]) |[*_\\]|\]\([^)]*\)|\[", "", block, flags=re.MULTILINE)) not in shown:
                wrong.append(f"{page.path}: lacks {block[:90]!r}")

    assert not wrong, told(wrong)


def figure(number: str, language: str) -> str:
    """A figure as readers of a language write it, worked out without the Guide's own formatter."""
    english = f"{Decimal(number):,}"
    return english if language == "en" else english.replace(",", "\u00a0").replace(".", ",")


def test_every_result_has_its_figure_in_the_language_its_year_and_its_source(cases, records):
    """Figures have the separators of the language; the year stands beside, and the source is one click away."""
    wrong, seen = [], 0
    for _, language, record, page in cases:
        results = record["results"] if record["results"] != "unknown" else []
        for result, item in zip(results, next((part for part in page.all("ul", _class="guide-results")), ()), strict=True):
            seen += "figure" in result
            strong = [part.text for part in item.iter("strong")]
            if "figure" in result and figure(result["figure"], language) not in (strong[0] or "" if strong else ""):
                wrong.append(f"{page.path}: {result['figure']} is shown as {strong}")
            year = result["year"] if result["year"] != "unknown" else strings(language)("unknown.year")
            link = next(link for link in item.iter("a") if (link.get("href") or "").startswith("#source-"))
            if year not in text_of(item) or link.get("href") != f"#source-{result['source']}" or not text_of(link):
                wrong.append(f"{page.path}: year {year} or source {result['source']} is missing at {text_of(item)[:80]!r}")
    assert seen > 20 and not wrong, told(wrong)


def test_every_source_is_listed_with_its_address_and_its_language(cases):
    """What a case rests on can be opened unless a council keeps it, and its language is said before the click."""
    wrong = []
    for _, language, record, page in cases:
        for source in record["sources"]:
            item = page.by_id(f"source-{source['id']}")
            link = next(item.iter("a"), {})
            said = strings(language)(f"case.source-in.{source['language']}")
            told_language = link.get("hreflang") == source["language"] or "url" not in source
            if link.get("href") != source.get("url") or not told_language or said not in text_of(item):
                wrong.append(f"{page.path}: source {source['id']} is shown as {text_of(item)[:100]!r}")

    assert not wrong, told(wrong)


def test_every_related_case_has_its_reason(cases, records, pages):
    """What to read next leads to the page in the same language, and says why in that language."""
    wrong, seen = [], 0
    for _, language, record, page in cases:
        cards = {internal(page, next(card.iter("a")).get("href", ""))[0]: text_of(card) for card in page.all("li", _class="guide-card")}
        for relation in record.get("related", ()):
            seen += 1
            path = f"{FOLDER[language]}/{records[relation['case']]['slug'][language]}/"
            if bare(within(relation["reason"], language)) not in bare(cards.get(path, "")):
                wrong.append(f"{page.path}: no reason for {path}, but {cards.get(path)!r}")

    assert seen and not wrong, told(wrong)


def test_a_correction_is_suggested_in_the_form_or_in_the_file_of_the_record(cases):
    """The link at the end of a case opens the form with its record; beside it, the name of its file leads to the repository."""
    wrong = []
    for name, language, _, page in cases:
        file = f"guide_data/case_studies/{name}.yml"
        address = f"https://code.example/service-delivery-partnerships-guide/edit/main/{file}"
        links = [link.get("href") for link in page.all("a") if text_of(link) == strings(language)("page-end.correct")]
        form = f"../../{'contribute/form' if language == 'en' else 'contribuer/formulaire'}/?case={name}"
        files = [text_of(link) for link in page.all("a") if link.get("href") == address]
        if links != [form] or files != [file]:
            wrong.append(f"{page.path}: {links} {files}")

    assert not wrong, told(wrong)


# --- a small Guide with gaps -----------------------------------------------------------------------------------

GAPS = ("problem", "approach", "success_factors", "challenges", "lessons")


def with_gaps() -> dict[str, str]:
    """A case of which almost nothing is known, and one with everything."""
    nothing = CASE.replace("channels:\n  - in-person\n", "channels: unknown\n").replace("services:\n  - permits\n", "services: unknown\n")
    nothing = nothing.replace("clients:\n  - everyone\n", "clients: unknown\n").replace("arrangement: co-location", "arrangement: unknown")
    nothing = re.sub(r"(?ms)^(problem|approach):\n.*?(?=^\w)", r"\1: unknown\n", nothing)
    nothing = re.sub(r"(?ms)^results:\n.*?(?=^what)", "results: unknown\nsuccess_factors: unknown\nchallenges: unknown\nlessons: unknown\n", nothing)
    nothing = nothing.replace("  as_of: 2020", "  as_of: unknown").replace("started: 2019", "started: unknown") + "replication:\n  cost: unknown\n"
    return {"guide_data/case_studies/gaps.yml": nothing.replace("shared-counter", "gaps").replace("comptoir-partage", "lacunes")}


def approved() -> str:
    """The minimal case, approved by its author, with figures, a contact and a page of its own."""
    text = CASE.replace("  basis: public-sources", "  basis: author-approval\n  administration: town\n  role:\n    en: Director of counters\n"
                        "    fr: Direction des comptoirs\n  approved_on: 2026-11-01\n  languages:\n    - en\n    - fr\n  parts:\n    - whole")
    text = text.replace("figure: 1200", "figure: 1234567.5\n    qualifier: more-than").replace("contact: unknown", "contact:\n  organization: town\n"
                        "  page: https://www.example.ca/ask\n  mailbox: counters@example.ca\n  verified: 2026-10-01")
    return text.replace("shared-counter", "approved").replace("comptoir-partage", "approuve") + \
        "related:\n  - case: counter\n    reason:\n      en: It shares the counter.\n      fr: Elle partage le comptoir.\n"


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> dict[str, Parsed]:
    """The pages of a small Guide with a case full of gaps and one that an administration approved."""
    guide = new_project(tmp_path_factory.mktemp("gaps") / "guide", {**with_gaps(), "guide_data/case_studies/approved.yml": approved()})
    done = guide.build("--strict")
    assert done.returncode == 0, done.stdout
    return parsed_site(guide.root / "site")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nobody_knows_has_a_sentence_of_its_own(small, language):
    """Each `unknown` of a record is told in words, at its place, and never as an empty section."""
    page, t = small[{"en": "en/case-studies/gaps/", "fr": "fr/etudes-de-cas/lacunes/"}[language]], strings(language)
    gaps = [bare(text_of(part)) for part in page.all("p", _class="guide-gap")]
    expected = [*GAPS[:2], "results", *GAPS[2:4], "what-did-not-work", GAPS[4], "replication", "contact"]

    assert gaps == [bare(t(f"unknown.{key.replace('_', '-')}")) for key in expected], page.path
    facts = bare(text_of(next(part for part in page.all("section") if part.get("aria-labelledby") == "at-a-glance")))
    for key in ("service", "client-group", "channel", "arrangement", "playbook-model", "started"):
        assert bare(t(f"unknown.{key}")) in facts, f"{page.path}: nothing is said about {key}"
    assert bare(t("glance.as-of-unknown")) in facts, page.path


def test_fields_that_a_record_leaves_out_leave_no_trace(small):
    """A record without challenges, lessons or replication has no such heading and no gap sentence for them."""
    for path in ("en/case-studies/shared-counter/", "fr/etudes-de-cas/comptoir-partage/"):
        page = small[path]
        assert not {"challenges", "lessons", "success-factors", "replication"} & set(page.ids), path
        assert page.headings("h2")[:4] == ["at-a-glance", "problem", "approach", "results"], path


@pytest.mark.parametrize(("language", "number", "unit"), [("en", "more than 1,234,567.5", "people"), ("fr", "plus de 1\u00a0234\u00a0567,5", "personnes")])
def test_a_figure_is_written_as_its_readers_write_it(small, language, number, unit):
    """Separators, the qualifier and the unit are those of the language."""
    page = small[{"en": "en/case-studies/approved/", "fr": "fr/etudes-de-cas/approuve/"}[language]]
    shown = page.all("p", _class="guide-results__figure")[0]

    assert shown.find("strong").text == number and text_of(shown).endswith(unit), page.path


@pytest.mark.parametrize(("language", "approval"), [
    ("en", {"administration": "Town of Springfield", "role": "Director of counters", "date": "November 1, 2026"}),
    ("fr", {"administration": "Ville de Springfield", "role": "Direction des comptoirs", "date": "1er novembre 2026"}),
])
def test_an_approved_case_says_who_approved_it(small, language, approval):
    """Administration, function and date of the approval stand on the page, and the way to ask."""
    page = small[{"en": "en/case-studies/approved/", "fr": "fr/etudes-de-cas/approuve/"}[language]]

    assert bare(strings(language)("case.basis.author-approval", **approval)) in bare(page.text), page.path
    assert [link.get("href") for link in page.all("a") if re.match("mailto:[^?]", link.get("href", ""))] == ["mailto:counters@example.ca"]
    assert "https://www.example.ca/ask" in page.links
