"""The form of a case study as a new contributor uses it: by labels and keyboard, beside the real checker in the browser."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from guide.build import prepare
from guide.frame import divided, fill
from guide.outputs import runtime
from guide.pages import case_study
from guide.render import parts
from guide.routes import depth
from guide.site import Settings
from tests.project import ROOT, run

from .case_form import PATIENCE, group, opened, ready, written

needs_checker = pytest.mark.skipif(runtime.find(ROOT) is None, reason="Python for the browser was not fetched (guide browser)")
NAME = "un-comptoir-d-essai"
ENTRY = "élément 1"


def fill_in(page: Page) -> None:
    """A whole case, in French, as somebody would type it who has only the labels of the form."""
    def text(field: str, value: str, place=page) -> None:
        group(place, field).get_by_label("En français", exact=True).fill(value)

    def pick(field: str, *labels: str, place=page) -> None:
        for label in labels:
            group(place, field).get_by_label(label, exact=True).check()

    text("Nom du partenariat", "Un comptoir d'essai")
    group(page, "Nom du partenariat").get_by_label("En anglais", exact=True).fill("A test counter")
    text("Résumé", "Deux administrations partagent un comptoir : une seule visite suffit.")
    partner = group(page, f"Partenaires, {ENTRY}")
    partner.get_by_label("Organisation", exact=True).fill("Service Canada")
    partner.get_by_label("Dirige le partenariat").check()
    text("Rôle", "Prête le comptoir", partner)
    page.get_by_role("button", name=re.compile("Ajouter un élément.*Partenaires")).press("Enter")
    page.keyboard.type("ServiceOntario")  # a new entry has the focus
    pick("Modes de prestation", "En personne")
    pick("Type d’entente", "Partage de locaux")
    pick("Modèle du Guide des partenariats", "Inconnu")
    pick("Services", "Passeports")
    pick("Clientèle", "Grand public")
    pick("Thèmes", "Inconnu")
    pick("Où il en est", "En activité")
    page.get_by_label("En date de").fill("2024")
    page.get_by_label("Début").fill("2020-05")
    source = group(page, f"Sources, {ENTRY}")
    text("Titre", "Rapport annuel : le comptoir", source)
    source.get_by_label("Adresse (facultatif)").fill("https://www.canada.ca/fr.html")
    source.get_by_label("Langue du document").select_option("Français")
    source.get_by_label("Vue le").fill("2026-11-22")
    for label in group(source, "Ce qu’elle appuie").locator("label").all():
        label.click()
    text("Le problème", "Les gens allaient d'un bureau à l'autre.")
    text("Ce qui a été fait", "Un comptoir a ouvert.\n\nIl sert aussi le samedi :\n- le matin ;\n- l'après-midi.")
    result = group(page, f"Résultats, {ENTRY}")
    text("Énoncé", "Le comptoir a servi 1 200 personnes.", result)
    result.get_by_label("Nombre (facultatif)").fill("1200")
    result.get_by_label("Précision (facultatif)").select_option("Plus de")
    text("Unité", "personnes", result)
    result.get_by_label("Année").fill("2021")
    result.get_by_label("Source du résultat").select_option(index=1)
    pick("Ce qui n’a pas fonctionné", "Inconnu")
    pick("Niveau de preuve", "Moyen")
    group(page, "Contact").get_by_label("Inconnu").last.check()
    page.get_by_label("Fondement", exact=True).select_option("Sources publiques")
    page.get_by_label("Date de la vérification").fill("2026-11-22")
    page.get_by_label("Comparée à").select_option("Sources publiques")
    change = group(page, f"Modifications, {ENTRY}")
    change.get_by_label("Date de la modification").fill("2026-11-22")
    text("Ce qui a changé", "Première publication.", change)


@pytest.fixture(scope="module")
def page_of(built: Path, tmp_path_factory):
    """What the Guide makes of a file that reached its folder: `guide check` accepts it, and this is its page."""
    root = tmp_path_factory.mktemp("contributed")
    for name in ("guide_data", "docs"):
        shutil.copytree(built / name, root / name)
    (archive,) = (built / "site" / "assets" / "checker").glob("preview.*.zip")
    told = json.loads(ZipFile(archive).read("preview.json"))
    settings = Settings(**{name: tuple(value) if isinstance(value, list) else value for name, value in told["settings"].items()})

    def make(name: str, text: str, language: str) -> str:
        (root / "guide_data" / "case_studies" / f"{name}.yml").write_text(text, "utf-8")
        shutil.copy(built / "mkdocs.yml", root)
        checked = run("-c", "from guide.cli import run; run()", "check", f"guide_data/case_studies/{name}.yml", cwd=root, PYTHONPATH=str(ROOT / "hooks"))
        assert checked.returncode == 0, checked.stdout
        site = prepare(root, settings).site
        page = case_study.page(site, language, name)
        return fill(divided(told["frames"][f"{language}/{depth(page.path)}"]), parts(page, site))

    return make


@needs_checker
def test_with_the_form_alone_in_french_a_case_becomes_a_file_and_its_page_is_the_preview(visitor, page_of):
    """From the empty form to what the Guide would publish; what is missing is told on the way, by the checker's sentences."""
    page = ready(opened(visitor(), "fr"))
    page.locator("#form-title-fr").fill("Un essai")
    page.locator("#form-title-fr").press("Tab")
    page.locator(".guide-form__submit button").click()
    missing = page.locator(".guide-form__errors li", has_text="Partenaires")
    expect(missing).to_contain_text("Ajoutez ce champ.", timeout=PATIENCE)
    assert page.evaluate("() => document.activeElement.className") == "guide-form__errors"

    fill_in(page)
    expect(page.locator("[data-part=form-part-partners]")).to_have_text("1 conseil", timeout=PATIENCE)  # the role is in French only
    expect(page.locator("[data-part=form-part-service]")).to_have_text("rien à corriger", timeout=PATIENCE)
    text = written(page)

    assert page.locator("#form-result").get_attribute("data-file") == f"{NAME}.yml"
    assert "  - organization: service-canada\n" in text and "    lead: true\n  - organization: serviceontario\n" in text
    assert "    figure: 1200\n    qualifier: more-than\n" in text and "    source: rapport-annuel-le-comptoir\n" in text
    for language, button in (("fr", "Afficher la page française"), ("en", "Afficher la page anglaise")):
        page.get_by_role("button", name=button).click()
        expect(page.get_by_role("button", name=button)).to_have_attribute("aria-pressed", "true", timeout=PATIENCE)
        frame = page.locator(".guide-form__frame iframe")
        assert frame.get_attribute("sandbox") == "" and frame.get_attribute("title")
        assert frame.get_attribute("srcdoc") == with_whole_addresses(page_of(NAME, text, language), page.url, language)
    expect(page.frame_locator(".guide-form__frame iframe").get_by_role("heading", level=1)).to_have_text("A test counter")
    # The ways out: GitHub opens with the file filled in, and the message has the headings of the form.
    address = page.get_by_role("link", name="Ouvrir GitHub avec ce fichier").get_attribute("href")
    assert urlsplit(address).path.endswith("/new/main/guide_data/case_studies")
    assert parse_qs(urlsplit(address).query) == {"filename": [f"{NAME}.yml"], "value": [text]}
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".guide-form__out [data-way=email]").click()
    page.get_by_text("Copié.").wait_for()
    mail = page.evaluate("() => navigator.clipboard.readText()")
    assert mail.startswith("Étude de cas pour le Guide\u00a0: ") and mail.endswith("\n\n" + text) and "\nPARTENAIRES\n" in mail


def with_whole_addresses(html: str, form: str, language: str) -> str:
    """A page as it is shown elsewhere: its links start where it would stand."""
    place = urljoin(form, f"../../../{'fr/etudes-de-cas/un-comptoir-d-essai' if language == 'fr' else 'en/case-studies/a-test-counter'}/")
    return re.sub(r' (href|src)="(?![a-z]+:|#|/)([^"]*)"', lambda found: f' {found[1]}="{urljoin(place, found[2])}"', html)


ROUND = """async ([kind, files]) => {
  const form = document.querySelector("form.guide-form"), told = document.querySelector(".guide-form__told"), answers = [];
  for (const [name, text] of files) {
    const data = new DataTransfer();
    data.items.add(new File([text], name));
    told.replaceChildren();
    form.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    const wait = () => !told.textContent || told.children.length === 1 && told.textContent.startsWith(JSON.parse(form.dataset.words).reading);
    for (let tries = 0; wait() && tries < 3000; tries += 1) await new Promise((done) => setTimeout(done, 20));
    form.querySelector("[data-way=anyway]").click();
    answers.push([name, document.querySelector("#form-result").value, told.innerText]);
  }
  return answers;
}"""


@needs_checker
def test_a_file_comes_back_byte_for_byte_and_what_is_repaired_is_told(visitor, built):
    """Read by the checker, shown in the form, written again: the same file. A broken one is repaired, and says what was."""
    page = ready(opened(visitor()))
    files = {path.name: path.read_text("utf-8") for path in sorted((built / "guide_data" / "case_studies").glob("*.yml"))[::12]}
    broken = (built / "guide_data" / "case_studies" / "bizpal.yml").read_text("utf-8").replace("services:\n  - business-permits\n", "servces:\n  - business-permits\n").replace(
        "channels:\n  - digital\n", "channels: phone\n# a remark of mine\nfavourite_colour: green\n")
    answers = page.evaluate(ROUND, ["case_study", [*files.items(), ["mine.yml", broken]]])

    assert [name for name, text, _ in answers[:-1] if text != files[name]] == []
    assert len(answers) > 5 and answers[0][2].startswith(f"You are correcting {answers[0][0]}.")
    name, text, told = answers[-1]
    assert "services:\n  - business-permits\n" in text
    for part in ("mine.yml is open", "servces: ", "favourite_colour: green", "phone", "# a remark of mine"):
        assert part in told, part


def without_checker(page: Page) -> Page:
    """A reader whose browser cannot start it."""
    page.route("**/assets/checker/**", lambda route: route.abort())
    return page


def test_a_published_case_opens_filled_in_also_without_the_checker(visitor, built):
    """From its page, by "Suggest a correction"; what is written is its file, and GitHub opens this file."""
    page = without_checker(visitor())
    page.goto("/en/case-studies/bizpal/")
    page.get_by_role("link", name="Suggest a correction").click()
    page.get_by_text("You are correcting bizpal.yml.").wait_for()

    assert page.locator("#form-file").input_value() == "bizpal" and page.locator("#form-file").get_attribute("readonly") is not None
    assert written(page) == (built / "guide_data" / "case_studies" / "bizpal.yml").read_text("utf-8")
    assert page.get_by_role("link", name="Open the published file on GitHub").get_attribute("href").endswith("/edit/main/guide_data/case_studies/bizpal.yml")
    assert not page.get_by_role("link", name="Open GitHub with this file").is_visible()
    page.get_by_role("button", name="Add an entry: Changes").click()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", page.evaluate("() => document.activeElement.value"))
    page.locator("[data-name=changes] [data-name=what] [data-language=en]").first.fill("A date was corrected.")
    assert "\nchanges:\n  - on: 20" in written(page) and "      en: A date was corrected.\n  - on: 2026-11-22\n" in written(page)


EVERY = """async (names) => {
  const form = document.querySelector("form.guide-form"), told = document.querySelector(".guide-form__told"), answers = {};
  window.confirm = () => true;
  for (const name of names) {
    told.replaceChildren();
    document.querySelector("#form-load-case").value = name;
    form.querySelector("[data-way=load]").click();
    while (!told.textContent) await new Promise((done) => setTimeout(done, 5));
    form.querySelector("[data-way=anyway]").click();
    answers[name] = document.querySelector("#form-result").value;
  }
  return answers;
}"""


def test_every_published_case_comes_back_byte_for_byte(visitor, built):
    """Opened in the form and written again, each is its file: what the form writes and what the Guide holds is in one style."""
    page = opened(without_checker(visitor()))
    files = {path.stem: path.read_text("utf-8") for path in sorted((built / "guide_data" / "case_studies").glob("*.yml"))}

    answers = page.evaluate(EVERY, list(files))

    assert [name for name, text in files.items() if answers[name] != text] == []
    assert len(answers) > 50


def test_a_long_text_has_another_way_to_github(visitor):
    """An address that would be cut is not offered: the text is copied, and the empty file opened."""
    page = without_checker(visitor())
    opened(page)
    page.locator("#form-title-en").fill("A long case")
    page.locator("#form-problem-en").fill("word " * 900)
    page.locator("#form-approach-en").fill("é" * 700)
    page.locator(".guide-form__submit button").click()
    page.get_by_role("button", name="Write the record as it is").click()

    assert not page.get_by_role("link", name="Open GitHub with this file").is_visible()
    empty = page.get_by_role("link", name="Open the empty file on GitHub").get_attribute("href")
    assert parse_qs(urlsplit(empty).query) == {"filename": ["a-long-case.yml"]} and len(empty) < 300
    assert "No address of the maintainers is set" in page.locator(".guide-form__out").inner_text()


def test_a_draft_is_kept_only_when_asked_for_and_deleted_on_demand(visitor):
    """Nothing is stored before the box is ticked; then the draft is back, in the other language too, until it is deleted."""
    page = without_checker(visitor())
    opened(page)
    kept = "() => Object.keys(localStorage).filter((name) => name === 'guide-draft')"
    page.locator("#form-title-fr").fill("Un brouillon")
    page.locator("#form-challenges-add").click()
    page.locator("[data-name=challenges] [data-language=fr]").fill("Une difficulté")
    page.wait_for_timeout(600)
    assert page.evaluate(kept) == []
    page.get_by_label("Keep a draft in this browser").check()
    page.get_by_text("Draft kept in this browser").wait_for()
    assert page.evaluate(kept) == ["guide-draft"]

    opened(page, "fr")
    page.get_by_text("Votre ébauche est de retour.").wait_for()
    assert page.locator("#form-title-fr").input_value() == "Un brouillon" and page.locator("#form-file").input_value() == "un-brouillon"
    assert page.locator("[data-name=challenges] [data-language=fr]").input_value() == "Une difficulté"
    page.get_by_role("button", name="Supprimer l’ébauche").click()
    page.wait_for_timeout(600)
    assert page.evaluate(kept) == [] and not page.get_by_label("Garder une ébauche").is_checked()


def test_the_form_takes_up_what_an_empty_cell_knows(visitor):
    """From the lines on Contribute to the form: the choices are made, and the partners that are missing are named."""
    page = without_checker(visitor())
    page.goto("/fr/contribuer/?jurisdiction=CA-YT&with=CA-PE&channel=digital&service=passports&arrangement=co-location")
    page.get_by_role("link", name="Continuer dans le formulaire").click()
    page.wait_for_selector("form.guide-form:not([hidden])")

    checked = page.evaluate("() => [...document.querySelectorAll('.guide-form__check input:checked')].map((box) => box.value)")
    assert checked == ["digital", "co-location", "passports"]
    assert "CA-YT, CA-PE" in page.locator(".guide-form__told").inner_text()


def test_without_the_checker_the_simple_rules_hold_and_the_page_says_so(visitor):
    """A name that is taken, a name that is no name, a partner that is in no list; nothing is told before the field is left."""
    page = without_checker(visitor())
    opened(page)
    page.locator("#form-title-en").fill("A case")
    page.locator("#form-file").fill("bizpal")
    assert page.locator("#form-file-error").inner_text() == ""
    page.locator("#form-file").press("Tab")
    expect(page.locator("#form-file-error")).to_contain_text("A published case is already called so.")
    page.locator("#form-file").fill("Été 2020")
    expect(page.locator("#form-file-error")).to_contain_text("Write small letters")
    organization = group(page, "Partners, entry 1").get_by_label("Organization", exact=True)
    organization.fill("Town of Nowhere")
    organization.press("Tab")
    expect(group(page, "Partners, entry 1").locator(".guide-form__error").nth(1)).to_contain_text("choose one from the list")

    assert page.locator("#form-file").get_attribute("aria-invalid") == "true"
    expect(page.locator("[data-checker]")).to_contain_text("could not be started")
    page.get_by_role("button", name="Show the French page").click()
    expect(page.locator(".guide-form__preview-state")).to_contain_text("The preview needs the checker")


def test_a_source_keeps_its_results_when_its_name_changes(visitor):
    """A result names an entry of the sources, not a text; its short name is made from the title until one is typed."""
    page = without_checker(visitor())
    opened(page)
    source, result = (page.locator(f"[data-name={name}] .guide-form__item").first for name in ("sources", "results"))
    source.locator("[data-name=title] [data-language=en]").fill("Annual report of 2024")
    source.locator("[data-name=seen_on] input").fill("2026-11-22")
    result.locator("[data-name=source] select").select_option(label="annual-report-of-2024: Annual report of 2024")
    source.locator("[data-name=id] input").fill("report-2024")
    page.locator(".guide-form__submit button").click()
    page.get_by_role("button", name="Write the record as it is").click()

    assert "  - source: report-2024\n" in page.locator("#form-result").input_value()
