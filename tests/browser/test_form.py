"""The form that writes a record: what is filled in is what the checker reads, and nothing is sent anywhere."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from guide.checks import checked
from guide.records import KINDS
from guide.records.shape import Asked, asked
from guide.records.values import UNKNOWN

from .scripts import LOW_CONTRAST, TOO_WIDE

FORMS = {
    "engagement_report": {"en": "/en/reporting-back/form/", "fr": "/fr/rendre-compte/formulaire/"},
    "exchange_report": {"en": "/en/information-exchange/form/", "fr": "/fr/echange-d-information/formulaire/"},
}
# What people type and YAML reads otherwise, or not at all.
TYPED = (
    "A plain sentence.", "Objectif : un seul guichet", "- a dash first", "# a number sign", "text #3 keeps its end", "*starred* & more", "'L'équipement'", '"Quoted" start',
    "ends with a colon:", "C:\\dossier\\n", "yes", "NO", "012", "12:30", "2024-13-45", "{{ page.title }} ${HOME} %s", "<b>not bold</b>", "@ sign and `ticks`", ">- block", "| bar",
    "[x](y)", "? mark", "! tag", "% sign", "ᓄᓇᕗᑦ et l’été : « ici »", "1\u202f200\u202f$ et 5\u00a0%", "👩🏽‍💻 at the counter", "key: value: more", "--- dashes", "... dots",
    "A long sentence that goes on and on: with a colon, a # sign, - dashes, 'quotes' and \"more quotes\", so that it has to be folded into a block of several lines.",
    "Une phrase longue : elle contient\u00a0: des espaces insécables, un dièse #1 et des deux-points, afin d'être écrite en bloc sur plusieurs lignes dans le fichier.",
    "   spaces   around   and\tinside   ", "two\nlines become one",
)


def single(text: str) -> str:
    """A text of one paragraph as a record keeps it."""
    return re.sub(r"[ \t\n]+", " ", text).strip()


def field(page, *names: str):
    """A field by the names of the fields around it; a number is an item of a list."""
    form = found = page.locator("form.guide-form")
    for name in names:
        items = found.locator(":scope > .guide-form__items > [data-control]")
        above = ":scope >" if found is not form else ":is(.guide-form__fields, .guide-form__part) >"
        found = items.nth(int(name)) if name.isdigit() else found.locator(f"{above} [data-name={name}]")
    return found


def fill(page, *names: str, en: str = "", fr: str = "") -> None:
    """Type a text in one or both languages."""
    for language, text in (("en", en), ("fr", fr)):
        if text:
            field(page, *names).locator(f"[data-language={language}]").fill(text)


def choose(page, *names: str, value: str) -> None:
    """Choose by a value; a record is searched, and its id is taken as well as its name."""
    found = field(page, *names)
    if found.get_attribute("data-control") == "search":
        found.locator("input").fill(value)
    elif found.get_attribute("data-control") == "radios":
        found.locator(f"[value={value}]").check()
    else:
        found.locator("select").select_option(value)


def put(page, *names: str, value: str) -> None:
    field(page, *names).locator("input[type=text]").fill(value)


def add(page, *names: str) -> None:
    field(page, *names).locator(":scope > .guide-form__add").click()


def write(page) -> str:
    """Press the button; gives the YAML."""
    page.locator(".guide-form__submit button").click()
    assert page.locator(".guide-form__result").is_visible(), page.locator(".guide-form__errors").inner_text()
    return page.locator("#form-result").input_value()


def told(page) -> list[str]:
    """What the form says is wrong."""
    page.locator(".guide-form__submit button").click()
    return page.locator(".guide-form__errors li").all_inner_texts()


@pytest.fixture(scope="module")
def record_of(built: Path, tmp_path_factory):
    """Puts a YAML text among the real records and reads it: gives the record, without an error of the checker."""
    root = tmp_path_factory.mktemp("records")
    shutil.copytree(built / "guide_data", root / "guide_data")

    def read(kind: str, text: str):
        path = root / "guide_data" / KINDS[kind].folder / "from-the-form.yml"
        path.parent.mkdir(exist_ok=True)  # no report has been filed yet, and git keeps no empty folder
        path.write_text(text, "utf-8")
        library, findings = checked(root)
        about = [f"{finding.line} {finding.code} {finding.place}" for finding in findings if finding.path.endswith("from-the-form.yml") and finding.severity == "error"]
        path.unlink()
        assert about == [], f"{about}\n{text}"
        return library.records[kind]["from-the-form"]

    return read


@pytest.fixture
def opened(visitor):
    """A form, opened by a reader; with what the page asks of the network from then on."""

    def arrive(kind: str, language: str = "en", **settings):
        page = visitor(**settings)
        page.goto(FORMS[kind][language])
        page.wait_for_selector("form.guide-form:not([hidden])")
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        return page

    return arrive


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_whole_engagement_report_passes_the_checker(opened, record_of, language):
    """Every field of the model, filled in, gives a record with just these values, and no request leaves the page."""
    page = opened("engagement_report", language)
    choose(page, "member", "organization", value="service-canada")
    put(page, "period", "started", value="2026-04")
    put(page, "period", "ended", value="2026-09")
    for number, (kind, reached) in enumerate((("mobilized", "1200"), ("presented", ""))):
        add(page, "actions")
        choose(page, "actions", str(number), "kind", value=kind)
        fill(page, "actions", str(number), "what", en=f"Action {number}: done", fr=f"Action {number} : faite")
        fill(page, "actions", str(number), "audience", en="Managers", fr="Gestionnaires")
        put(page, "actions", str(number), "date", value="2026-05-12")
        if reached:
            put(page, "actions", str(number), "reached", value=reached)
        else:
            field(page, "actions", str(number), "reached").locator("[data-unknown]").check()
    add(page, "partnerships")
    choose(page, "partnerships", "0", "kind", value="replicated")
    fill(page, "partnerships", "0", "what", en="A shared counter.", fr="Un comptoir partagé.")
    choose(page, "partnerships", "0", "case", value="bizpal")
    add(page, "asked_of_council")
    fill(page, "asked_of_council", "0", en="Name a contact.", fr="Désigner un point de contact.")
    choose(page, "consent", "basis", value="author-approval")
    choose(page, "consent", "administration", value="service-canada")
    fill(page, "consent", "role", en="Director", fr="Direction")
    put(page, "consent", "approved_on", value="2026-11-22")
    for code in ("en", "fr"):
        field(page, "consent", "languages").locator(f"[value={code}]").check()
    field(page, "consent", "parts").locator("[value=whole]").check()

    record = record_of("engagement_report", write(page))

    assert (record.member.organization, record.member.jurisdiction, str(record.period.started)) == ("service-canada", None, "2026-04")
    assert [(action.kind, action.what.en, action.what.fr, str(action.date)) for action in record.actions] == [
        ("mobilized", "Action 0: done", "Action 0 : faite", "2026-05-12"), ("presented", "Action 1: done", "Action 1 : faite", "2026-05-12")]
    assert [action.reached for action in record.actions] == [1200, UNKNOWN]
    assert (record.partnerships[0].case, record.asked_of_council[0].fr) == ("bizpal", "Désigner un point de contact.")
    assert record.is_published
    assert page.asked == []


def test_what_people_type_is_what_the_record_says(opened, record_of):
    """Colons, quotes, marks, long lines and other scripts: each text arrives letter for letter, in either language."""
    page = opened("exchange_report")
    choose(page, "administration", value="service-canada")
    choose(page, "form", value="2019")
    put(page, "month", value="2026-10")
    half = len(TYPED) // 2
    for section, texts in (("achievements", TYPED[:half]), ("priorities", TYPED[half:])):
        for number, text in enumerate(texts):
            add(page, section)
            fill(page, section, str(number), en=text, fr=f"{text} (fr)")

    record = record_of("exchange_report", write(page))

    assert [point.en for point in (*record.achievements, *record.priorities)] == [single(text) for text in TYPED]
    assert [point.fr for point in (*record.achievements, *record.priorities)] == [single(f"{text} (fr)") for text in TYPED]


def test_what_is_left_empty_is_left_out_and_one_language_is_enough(opened, record_of):
    """Neither an empty optional field, nor an empty entry of a list, nor the other language stands in the record."""
    page = opened("exchange_report", "fr")
    choose(page, "administration", value="service-canada")
    choose(page, "form", value="2016")
    put(page, "month", value="2016-09")
    add(page, "achievements")
    add(page, "achievements")
    add(page, "priorities")
    fill(page, "achievements", "1", fr="Un comptoir est ouvert.")

    text = write(page)

    assert text.splitlines()[1:] == ["administration: service-canada", 'form: "2016"', "month: 2016-09", "achievements:", "  - fr: Un comptoir est ouvert."]
    assert not record_of("exchange_report", text).is_published


@pytest.mark.parametrize(("language", "sentences"), [
    ("en", ["Fill in at least one of these fields: Actions, Partnerships, Asked of the Council.", "Fill in one of these fields, and only one: Organization, Jurisdiction.",
            "First month: fill in this field.", "Last month: fill in this field."]),
    ("fr", ["Remplissez au moins un de ces champs\u00a0: Actions, Partenariats, Demandes au Conseil.", "Remplissez un de ces champs, et un seul\u00a0: Organisation, Administration.",
            "Premier mois\u00a0: remplissez ce champ.", "Dernier mois\u00a0: remplissez ce champ."]),
])
def test_what_is_missing_is_named_and_announced(opened, language, sentences):
    """Every fault at once, each a link to its field; the list is an alert and gets the focus; the record is not written."""
    page = opened("engagement_report", language)

    assert told(page) == sentences
    assert page.evaluate("() => document.activeElement.className") == "guide-form__errors"
    assert page.locator(".guide-form__errors").get_attribute("role") == "alert" and not page.locator(".guide-form__result").is_visible()
    page.locator(".guide-form__errors li a").nth(2).press("Enter")
    active = page.evaluate("() => ({id: document.activeElement.id, invalid: document.activeElement.ariaInvalid, about: document.activeElement.getAttribute('aria-describedby')})")
    assert (active["id"], active["invalid"]) == ("form-period-started", "true")
    assert sentences[2] in "".join(page.locator(f"#{key}").inner_text() for key in active["about"].split())


def test_what_is_wrong_is_told_and_goes_away(opened):
    """A form that is not kept, a text that is too long, a part of an optional group that is missing; then none of it."""
    page = opened("engagement_report")
    choose(page, "member", "jurisdiction", value="CA-ON")
    put(page, "period", "started", value="April 2026")
    put(page, "period", "ended", value="2026-09")
    add(page, "asked_of_council")
    fill(page, "asked_of_council", "0", en="x" * 601, fr="👍" * 600)
    add(page, "actions")
    field(page, "actions", "0", "reached").locator("[data-unknown]").check()

    assert told(page) == [
        "First month: write it as in this example, 2026-11.", "Kind of action: fill in this field.", "What was done: fill in at least one language.",
        "Audience: fill in at least one language.", "Date: fill in this field.", "Asked of the Council: at most 600 characters; there are 601.",
    ]
    put(page, "period", "started", value="2026-04")
    fill(page, "asked_of_council", "0", en="x" * 600)
    field(page, "actions", "0").locator(":scope > .guide-form__remove").click()
    assert told(page) == [] and page.locator("[aria-invalid]").count() == 0
    assert page.locator(".guide-form__result").is_visible()


def test_the_record_can_be_downloaded_and_copied(opened):
    """The file is called after the member and the month; what is copied is the record, for an e-mail with a sentence."""
    page = opened("exchange_report")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    choose(page, "administration", value="service-canada")
    choose(page, "form", value="2019")
    put(page, "month", value="2026-10")
    add(page, "issues_and_needs")
    fill(page, "issues_and_needs", "0", en="Help.", fr="De l'aide.")
    text = write(page)

    with page.expect_download() as download:
        page.locator("[data-way=download]").click()
    assert download.value.suggested_filename == "service-canada-2026-10.yml"
    assert Path(download.value.path()).read_text("utf-8") == text
    page.locator("[data-way=copy]").click()
    page.get_by_text("Copied.").wait_for()
    assert page.evaluate("() => navigator.clipboard.readText()") == text
    page.locator("[data-way=email]").click()
    page.wait_for_function("() => navigator.clipboard.readText().then((text) => text.startsWith('Form for an exchange report'))")
    mail = page.evaluate("() => navigator.clipboard.readText()")
    assert mail.endswith("\n\n" + text) and "guide_data/exchange_reports/service-canada-2026-10.yml" in mail
    assert "Nothing has been sent." in page.locator(".guide-form__result").inner_text()


def test_a_changed_form_hides_the_record_that_it_no_longer_says(opened):
    """What was written before is not offered for download after a change."""
    page = opened("exchange_report")
    choose(page, "administration", value="service-canada")
    choose(page, "form", value="2019")
    put(page, "month", value="2026-10")
    add(page, "priorities")
    fill(page, "priorities", "0", en="One.")
    write(page)

    put(page, "month", value="2026-11")

    assert not page.locator(".guide-form__result").is_visible()
    assert "month: 2026-11" in write(page)


def test_the_form_works_by_keyboard(opened, record_of):
    """Tab, typing, Space and Enter are enough; a new entry gets the focus, and a removed one gives it back."""
    page = opened("exchange_report")
    page.locator("#form-administration").focus()
    page.keyboard.type("Service Canada")
    page.keyboard.press("Tab")
    page.keyboard.type("2016")
    page.keyboard.press("Tab")
    page.keyboard.type("2016-09")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.dataset.language") == "en"
    page.keyboard.type("One point.")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.className") == "guide-form__remove"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert field(page, "achievements").locator(":scope > .guide-form__items > *").count() == 2
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "form-achievements-add"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.type") == "submit":
            break
    page.keyboard.press("Enter")

    assert page.evaluate("() => document.activeElement.tagName") == "H3"
    record = record_of("exchange_report", page.locator("#form-result").input_value())
    assert (record.administration, [point.en for point in record.achievements]) == ("service-canada", ["One point."])


@pytest.mark.parametrize("kind", FORMS)
def test_every_input_has_a_name_and_its_help(opened, kind):
    """Also in entries that were added: a label, and a description that exists on the page."""
    page = opened(kind)
    for list_ in page.locator("[data-control=list] > .guide-form__add").all():
        list_.click()
        list_.click()
    wrong = page.evaluate("""() => {
      const ids = [...document.querySelectorAll('form.guide-form [id]')].map((one) => one.id);
      const inputs = [...document.querySelectorAll('form.guide-form :is(input, textarea, select)')];
      return [...ids.filter((id, at) => ids.indexOf(id) !== at || /N\\d/.test(id)),
        ...inputs.filter((input) => !input.labels.length || !input.labels[0].textContent.trim()).map((input) => `${input.id}: no label`),
        ...inputs.flatMap((input) => (input.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id && !document.getElementById(id)))];
    }""")

    assert page.locator("form.guide-form :is(input, textarea, select)").count() > 20
    assert wrong == []


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_form_fits_a_small_screen_in_either_display(opened, kind, scheme):
    """At 320 px nothing stands out; texts have enough contrast, in messages of faults too."""
    page = opened(kind, "fr", width=320, color_scheme=scheme)
    for list_ in page.locator("[data-control=list] > .guide-form__add").all():
        list_.click()
    assert told(page)

    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(LOW_CONTRAST) == []


@pytest.mark.parametrize("kind", FORMS)
def test_the_page_without_scripts_shows_the_template(visitor, kind):
    """Every field of the model is in it; the form, which could not work, is not shown."""
    def names(fields: tuple[Asked, ...]) -> list[str]:
        return [name for field in fields for name in (field.name, *names(field.parts))]

    page = visitor(java_script_enabled=False)
    page.goto(FORMS[kind]["fr"])
    text = page.locator(".guide-template").inner_text()

    assert not page.locator("form.guide-form").is_visible() and page.get_by_text("Le formulaire a besoin de JavaScript.").is_visible()
    assert [line.strip(" -").rstrip(":") for line in text.splitlines() if re.match(r"^[ -]*[a-z_]+:$", line) and line.strip(" -") not in ("en:", "fr:")] == names(asked(KINDS[kind].model))
