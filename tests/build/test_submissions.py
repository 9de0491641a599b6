"""What members submit: with a recorded approval it is on the site, in every place; without one, in none."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest

from guide.strings import strings
from tests.project import APPROVAL, ENGAGEMENT_REPORT, EXCHANGE_REPORT, Project, new_project

from .parsed import Parsed, bare, parsed_site, text_of, told
from .test_drafts import MARK, traces
from .trees import tree

EXCHANGE, ENGAGEMENT = "guide_data/exchange_reports/town-2026-10.yml", "guide_data/engagement_reports/town-2026-09.yml"
# Another government as a whole, without numbers, in a later period; and what a spreadsheet would run.
FORMULA = '=HYPERLINK("https://evil.example.ca/")'
PROVINCE = f"""\
member:
  jurisdiction: CA-NS
period:
  started: 2026-10
  ended: 2026-10
actions:
  - kind: mobilized
    what:
      en: '{FORMULA}'
      fr: '{FORMULA} (fr)'
    audience: {{en: "+1 group, \\"quoted\\"", fr: "-1 groupe"}}
    reached: unknown
    date: unknown
partnerships:
  - kind: started
    what: {{en: "@ counter", fr: "@ comptoir"}}
{APPROVAL}"""
PAGES = {"en": {"list": "en/information-exchange/", "report": "en/exchange-reports/town-of-springfield-2026-10/", "partners": "en/find-a-partner/",
                "back": "en/reporting-back/", "summary": "en/reporting-back/summary/", "csv": "en/reporting-back/engagement-reports.csv"},
         "fr": {"list": "fr/echange-d-information/", "report": "fr/rapports-d-echange/ville-de-springfield-2026-10/", "partners": "fr/trouver-un-partenaire/",
                "back": "fr/rendre-compte/", "summary": "fr/rendre-compte/sommaire/", "csv": "fr/rendre-compte/rapports-de-mobilisation.csv"}}
LANGUAGES = pytest.mark.parametrize("language", PAGES)


@pytest.fixture(scope="module")
def approved(tmp_path_factory) -> Project:
    """A small Guide with an approved exchange report and two engagement reports. Tests that change it work on copies."""
    guide = new_project(tmp_path_factory.mktemp("submissions") / "guide", {
        EXCHANGE: EXCHANGE_REPORT, ENGAGEMENT: ENGAGEMENT_REPORT, "guide_data/engagement_reports/ns-2026-10.yml": PROVINCE})
    done = guide.build("--strict")
    assert done.returncode == 0, done.stdout
    return guide


@pytest.fixture(scope="module")
def shown(approved) -> dict[str, Parsed]:
    """Its pages."""
    return parsed_site(approved.root / "site")


def rows(site: Path, language: str) -> list[list[str]]:
    """The table of a language, header included, as a program reads it."""
    text = (site / PAGES[language]["csv"]).read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


# --- exchange reports ----------------------------------------------------------------------------------------

@LANGUAGES
def test_an_approved_exchange_report_has_a_page_with_its_sections(shown, language):
    """The sections of its form in order, each with its points; who approved, by function, and when."""
    page = shown[PAGES[language]["report"]]

    assert page.headings("h2") == ["achievements", "priorities", "exchange", "issues-and-needs"]
    points = {"en": ("The counter has opened.", "Open a second counter.", "The plan of the counter.", "Help with the queue."),
              "fr": ("Le comptoir est ouvert.", "Ouvrir un deuxième comptoir.", "Le plan du comptoir.", "De l'aide avec la file d'attente.")}[language]
    assert [point for point in points if bare(point) not in bare(page.text)] == []
    assert {"en": "Director of service", "fr": "Direction du service"}[language] in page.text


@LANGUAGES
def test_offers_and_requests_are_listed_for_those_who_look_for_a_partner(shown, language):
    """Each with the administration, the month and the way to the report; the sentence that there is none is gone."""
    page = shown[PAGES[language]["partners"]]

    items = [text_of(item) for place in page.all("ul", _class="guide-listed") for item in place.iter("li")]
    expected = {"en": ["The plan of the counter. Town of Springfield, October 2026", "Help with the queue. Town of Springfield, October 2026"],
                "fr": ["Le plan du comptoir. Ville de Springfield, octobre 2026", "De l’aide avec la file d’attente. Ville de Springfield, octobre 2026"]}
    assert items == expected[language]
    assert bare(strings(language)("partners.needs-none")) not in bare(page.text)
    assert bare(strings(language)("exchange.none")) not in bare(shown[PAGES[language]["list"]].text)


@LANGUAGES
def test_the_page_on_information_exchange_shows_both_versions_of_the_form(pages, language):
    """Six rows with what each version has; the real Guide has no published report and says so."""
    page = pages[PAGES[language]["list"]]
    yes, no = {"en": ("Yes", "No"), "fr": ("Oui", "Non")}[language]

    table = [[text_of(cell) for cell in row if cell.tag == "td"][:2] for row in page.all("tr")][1:]
    assert table == [[yes, yes], [yes, yes], [yes, yes], [no, yes], [yes, yes], [yes, no]]


def test_the_report_of_2016_that_waits_for_approval_is_nowhere_on_the_site(site, built):
    """The record shows how the gate works: it is in the data, and no sentence of it is in any page or file."""
    record = (built / "guide_data/exchange_reports/msdo-2016-09.yml").read_text("utf-8")
    sentences = [line.partition(": ")[2].strip().encode() for line in record.splitlines() if line.lstrip(" -").startswith(("en:", "fr:"))]

    assert "basis: pending" in record and len(sentences) > 20
    found = [f"{path}: {sentence!r}" for path in site.rglob("*") if path.is_file() for sentence in sentences if sentence in path.read_bytes()]
    assert not found and not list(site.rglob("*2016-09*")), told(found)


# --- engagement reports --------------------------------------------------------------------------------------

@LANGUAGES
def test_the_totals_are_those_of_the_reports(shown, language):
    """By member and by period, and all together: counted here by hand."""
    page = shown[PAGES[language]["back"]]
    unknown = {"en": "unknown: 1", "fr": "inconnu : 1"}[language]
    both = {"en": "40 unknown: 2", "fr": "40 inconnu : 2"}[language]
    town, province = ["0", "1", "1", f"40 {unknown}", "0", "1", "0"], ["1", "0", "0", f"– {unknown}", "1", "0", "0"]
    total = ["1", "1", "1", both, "1", "1", "0"]
    heads = {"en": ["Nova Scotia", "Town of Springfield"], "fr": ["Nouvelle-Écosse", "Ville de Springfield"]}[language]

    tables = [[(text_of(row[0]), [text_of(cell) for cell in row[1:]]) for row in list(table.iter("tr"))[1:]] for table in page.all("table")]
    assert [cells for _, cells in tables[0]] == [province, town, total] and [head for head, _ in tables[0]][:2] == heads
    assert [cells for _, cells in tables[1]] == [province, town, total]
    assert [head for head, _ in tables[1]][:2] == {"en": ["October 2026", "April 2026 – September 2026"], "fr": ["octobre 2026", "avril 2026 – septembre 2026"]}[language]


@LANGUAGES
def test_each_report_is_told_as_it_was_filed(shown, language):
    """Actions with audience and number or its absence, partnerships with their case, and what is asked."""
    page = shown[PAGES[language]["back"]]
    said = {"en": ("The Guide was shown at a meeting.", "Counter staff; 40 people reached", "All staff; number of people reached not known", "Name a contact for shared counters."),
            "fr": ("Le Guide a été présenté à une réunion.", "Personnel du comptoir; 40 personnes jointes", "Tout le personnel; nombre de personnes jointes inconnu",
                   "Désigner un point de contact pour les comptoirs partagés.")}[language]

    assert [sentence for sentence in said if bare(sentence) not in bare(page.text)] == []
    assert [text_of(link) for link in page.all("a") if link.get("href", "").endswith({"en": "shared-counter/", "fr": "comptoir-partage/"}[language])]


@LANGUAGES
def test_the_summary_says_what_it_rests_on(shown, language):
    """How many reports of how many members, for which months, with the same totals and requests."""
    page = shown[PAGES[language]["summary"]]

    assert bare({"en": "From 2 reports of 2 members, April 2026 to October 2026.", "fr": "Selon 2 rapports de 2 membres, période : avril 2026 – octobre 2026."}[language]) in bare(page.text)
    assert [text_of(number) for number in page.all("dd")][:3] == ["1", "1", "1"]
    assert bare({"en": "Name a contact for shared counters.", "fr": "Désigner un point de contact pour les comptoirs partagés."}[language]) in bare(page.text)


@LANGUAGES
def test_the_table_has_one_row_for_each_action_partnership_and_request(approved, language):
    """RFC 4180 with a byte order mark; one width; texts as typed, except that no cell can start a formula."""
    raw = (approved.root / "site" / PAGES[language]["csv"]).read_bytes()
    table = rows(approved.root / "site", language)

    assert raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n") and b"\n" not in raw.replace(b"\r\n", b"")
    assert len(table) == 1 + 2 + 4 and {len(row) for row in table} == {13}
    assert [row[0] for row in table[1:]] == ["ns-2026-10"] * 2 + ["town-2026-09"] * 4
    assert table[1][7:] == {"en": ["'" + FORMULA, "en", "'+1 group, \"quoted\"", "unknown", "not known", ""],
                            "fr": [f"'{FORMULA} (fr)", "fr", "'-1 groupe", "inconnu", "inconnue", ""]}[language]
    assert table[2][7].startswith("'@") and [row[12] for row in table].count("counter") == 1
    assert [cell for row in table for cell in row if cell[:1] in tuple("=+-@\t\r\n|%")] == []
    assert [row[10] for row in table[3:5]] == ["40", {"en": "unknown", "fr": "inconnu"}[language]]


@LANGUAGES
def test_with_no_report_the_pages_say_so_and_the_table_has_its_header(pages, site, language):
    """The real Guide has no report yet: no figure is shown, and how to file one is."""
    back, summary = pages[PAGES[language]["back"]], pages[PAGES[language]["summary"]]

    assert bare(strings(language)("reporting.none")) in bare(back.text) and bare(strings(language)("council.none")) in bare(summary.text)
    assert not back.all("table") and not summary.all("dd")[1:] and bare(strings(language)("filing.title")) in bare(back.text)
    assert [len(row) for row in rows(site, language)] == [13]


def test_a_case_that_is_a_draft_is_not_named_by_a_report(approved, tmp_path):
    """A published report may rest on a case that waits for its own approval; nothing of that case is shown."""
    guide = Project(Path(shutil.copytree(approved.root, tmp_path / "guide")))
    case = (guide.root / "guide_data/case_studies/counter.yml").read_text("utf-8")
    hidden = case.replace("shared-counter", "hidden").replace("comptoir-partage", "cachee").replace("A counter for two", f"{MARK} for two").replace("basis: public-sources", "basis: pending")
    guide.write({"guide_data/case_studies/hidden-case.yml": hidden, ENGAGEMENT: ENGAGEMENT_REPORT.replace("case: counter", "case: hidden-case")})
    done = guide.build("--strict")

    assert done.returncode == 0, done.stdout
    assert not (found := traces(guide.root / "site", done.stdout)), told(found)
    assert "hidden-case" not in (guide.root / "site" / PAGES["en"]["csv"]).read_text("utf-8")


# --- the gate ------------------------------------------------------------------------------------------------

TOKENS = {
    f"guide_data/exchange_reports/{MARK}.yml": f"""\
# {MARK} in a comment
administration: town
form: "2019"
month: 1911-11
achievements: [{{en: {MARK} achievement, fr: {MARK} réalisation}}]
priorities: [{{en: {MARK} priority, fr: {MARK} priorité}}]
exchange: [{{en: {MARK} offer, fr: {MARK} offre}}]
issues_and_needs: [{{en: {MARK} need, fr: {MARK} besoin}}]
""",
    f"guide_data/exchange_reports/{MARK}-2016.yml": f"""\
administration: town
form: "2016"
month: 1911-10
meeting_topics: [{{en: {MARK} topic, fr: {MARK} sujet}}]
""",
    f"guide_data/engagement_reports/{MARK}.yml": f"""\
# {MARK} in a comment
member: {{organization: town}}
period: {{started: 1911-10, ended: 1911-11}}
actions:
  - kind: presented
    what: {{en: {MARK} action, fr: {MARK} geste}}
    audience: {{en: {MARK} audience, fr: {MARK} public}}
    reached: 987654321987
    date: 1911-11-11
partnerships:
  - kind: scaled
    what: {{en: {MARK} partnership, fr: {MARK} partenariat}}
    case: counter
asked_of_council: [{{en: {MARK} request, fr: {MARK} demande}}]
""",
}
COMPLETE = APPROVAL.replace("Director of service", f"{MARK} function").replace("Direction du service", f"{MARK} fonction").replace("2026-11-22", "1911-12-01")
NOT_PUBLISHED = {"no consent": "", "pending": "consent:\n  basis: pending\n", "approved in one language": COMPLETE.replace("    - fr\n", "")}


def with_consent(consent: str) -> dict[str, str]:
    return {name: text + consent for name, text in TOKENS.items()}


@pytest.fixture(scope="module")
def before(tmp_path_factory) -> dict[str, str]:
    """The site of the minimal Guide, which never heard of a report."""
    guide = new_project(tmp_path_factory.mktemp("before") / "guide")
    assert guide.build("--strict").returncode == 0
    return tree(guide.root / "site")


@pytest.fixture(scope="module")
def marked(tmp_path_factory) -> Project:
    """A Guide with the same reports, approved completely."""
    guide = new_project(tmp_path_factory.mktemp("marked") / "guide", with_consent(COMPLETE))
    done = guide.build("--strict")
    assert done.returncode == 0, done.stdout
    return guide


def test_the_marks_are_found_where_approved_reports_are_published(marked):
    """So the tests below would see a draft: pages of both languages, search, sitemap and table hold the marks."""
    places = {trace.split(":")[0] for trace in traces(marked.root / "site")}

    assert {PAGES["en"]["partners"] + "index.html", PAGES["fr"]["back"] + "index.html", PAGES["fr"]["summary"] + "index.html", PAGES["en"]["csv"],
            "sitemap.xml", "fr/rapports-d-echange/ville-de-springfield-1911-10/index.html"} <= places
    assert any(place.startswith("fr/search/") for place in places)


@pytest.mark.parametrize("consent", NOT_PUBLISHED.values(), ids=NOT_PUBLISHED)
def test_a_report_that_is_not_approved_leaves_no_byte_behind(marked, tmp_path, before, consent):
    """Withdrawn or never approved: after the next build, also into the same folder, the site is as if it had never been."""
    guide = Project(Path(shutil.copytree(marked.root, tmp_path / "guide")))
    done = guide.write(with_consent(consent)).build("--strict")

    assert done.returncode == 0, done.stdout
    said = done.stdout.replace(f"{MARK}.yml", "").replace(f"{MARK}-2016.yml", "")  # a warning names the file that lacks its consent
    assert not (found := traces(guide.root / "site", said)), told(found)
    assert tree(guide.root / "site") == before


@pytest.mark.parametrize("basis", ["public-sources", "council-documents"])
def test_no_basis_of_a_case_publishes_a_report(marked, tmp_path, basis):
    """The build stops, and the site that stood there stays."""
    guide = Project(Path(shutil.copytree(marked.root, tmp_path / "guide")))
    there = tree(guide.root / "site")
    done = guide.write(with_consent(f"consent:\n  basis: {basis}\n")).build("--strict")

    assert done.returncode != 0 and done.stdout.count("its own approval only") == len(TOKENS)
    assert tree(guide.root / "site") == there
