"""The form and the template of a kind of record, made from its model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from guide.languages import LANGUAGES
from guide.pages import case_form, form as form_pages
from guide.pages.filing import HOMES
from guide.pages.form import form
from guide.pages.form_fields import Field
from guide.pages.form_sections import CHOSEN_FROM, FOLDED, SECTIONS
from guide.pages.reader import Reader
from guide.pages.record_template import template
from guide.records import KINDS
from guide.records.case_study import CaseStudy
from guide.records.engagement_report import EngagementReport
from guide.records.shape import Asked, asked, rules
from guide.records.validate import validated
from guide.yaml_source import read_bytes
from tests.project import ENGAGEMENT_REPORT, EXCHANGE_REPORT, pages_of

from .samples import edited, organization

SAMPLES = {"exchange_report": EXCHANGE_REPORT, "engagement_report": ENGAGEMENT_REPORT}


def every(fields: tuple[Asked, ...]) -> Iterator[Asked]:
    for field in fields:
        yield field
        yield from every(field.parts)


def all_of(fields: list[Field]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from all_of(field.parts)


def of(fields, name: str):
    return next(field for field in fields if field.name == name)


@pytest.fixture
def reader(site_of) -> Reader:
    return Reader(site_of(), "en", "en/reporting-back/form/")


# --- what a model asks for -----------------------------------------------------------------------------------

@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_field_of_every_kind_can_be_asked_for(kind):
    """Each has its help, and some way to fill it in; groups have parts, and choices have something to choose."""
    found = list(every(asked(kind.model)))

    assert [field.name for field in asked(kind.model)] == list(kind.model.model_fields)
    assert {field.control for field in found} <= {"text", "choice", "term", "reference", "yes", "group"}
    assert [field.name for field in found if not all(field.help.get(language) for language in LANGUAGES)] == []
    assert [field.name for field in found if (field.control == "group") != bool(field.parts) or (field.control == "choice") != bool(field.choices)] == []
    assert [field.name for field in found if (field.control in ("term", "reference")) != bool(field.of)] == []


@pytest.mark.parametrize("kind", HOMES)
def test_every_field_of_a_form_has_a_name_in_both_languages(kind):
    """A field that is added to a kind with a form brings its label with it."""
    assert [field.name for field in every(asked(KINDS[kind].model)) if not all(field.label.get(language) for language in LANGUAGES)] == []


def test_what_a_field_takes_is_read_off_its_model():
    """Lists, both languages, paragraphs, limits, patterns, choices and the word unknown."""
    actions = of(asked(EngagementReport), "actions")
    case = asked(CaseStudy)

    assert (actions.is_list, actions.most, actions.control, actions.is_required) == (True, 60, "group", False)
    assert of(actions.parts, "kind").choices == ("mobilized", "published", "presented")
    assert (of(actions.parts, "what").is_bilingual, of(actions.parts, "what").limit) == (True, 600)
    assert [of(actions.parts, name).allows_unknown for name in ("what", "reached", "date")] == [False, True, True]
    assert of(actions.parts, "reached").example == "350"
    assert (of(case, "problem").is_prose, of(case, "problem").limit, of(case, "problem").allows_unknown) == (True, 5000, True)
    assert (of(case, "channels").control, of(case, "channels").of, of(case, "channels").is_list) == ("term", "channel", True)
    assert (of(of(case, "partners").parts, "organization").of, of(of(case, "partners").parts, "lead").control) == ("organization", "yes")
    assert of(case, "slug").pattern and not of(case, "slug").allows_unknown
    assert of(of(case, "sources").parts, "supports").choices[:2] == ("title", "partners")


def test_the_rules_between_fields_are_those_of_the_model():
    """Which fields stand in for one another is said once, in the model."""
    assert of(asked(EngagementReport), "member").exactly_one == ("organization", "jurisdiction")
    assert rules(EngagementReport) == {"exactly_one": (), "at_least_one": ("actions", "partnerships", "asked_of_council")}
    assert rules(CaseStudy) == {"exactly_one": (), "at_least_one": ()}


# --- the form ------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("kind", HOMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_has_a_control_for_every_field(site_of, kind, language):
    """Each field of the model once, in its order, with what can be chosen in the words of the language."""
    made = form(Reader(site_of(), language, f"{language}/x/"), KINDS[kind])
    found = list(all_of(made.fields))

    assert [field.name for field in made.fields] == list(KINDS[kind].model.model_fields)
    assert len({field.id for field in found}) == len(found)
    assert {field.control for field in found} <= {"line", "lines", "select", "radios", "checks", "search", "yes", "group", "list"}
    assert [field.name for field in found if field.control in ("select", "radios", "checks") and not (field.options or field.chosen_from)] == []
    assert {field.of for field in found if field.control == "search"} == set(made.records)
    assert made.folder == f"guide_data/{KINDS[kind].folder}" and made.order == " ".join(KINDS[kind].model.model_fields)


def test_terms_and_records_can_be_chosen_by_their_names(reader):
    """A vocabulary in its own order, records in alphabetical order, and the words of the model for its choices."""
    member, actions = (of(form(reader, KINDS["engagement_report"]).fields, name) for name in ("member", "actions"))

    assert [(option.value, str(option.text)) for option in of(member.parts, "jurisdiction").options] == [("CA-NS", "Nova Scotia"), ("CA-ON", "Ontario (province)")]
    assert of(member.parts, "organization").of == "organization"
    assert [(option.value, str(option.text)) for option in form(reader, KINDS["engagement_report"]).records["organization"]] == [("town", "Town of Springfield")]
    kind = of(actions.parts[0].parts, "kind")
    assert [str(option.text) for option in kind.options] == ["Mobilized", "Published", "Presented"]
    assert "<strong>Mobilized</strong>: brought together" in kind.help and "`" not in kind.help


def test_what_stands_in_a_list_has_a_mark_for_its_number(reader):
    """The script makes an id of its own for each entry from it."""
    actions = of(form(reader, KINDS["engagement_report"]).fields, "actions")

    assert (actions.id, actions.control) == ("form-actions", "list")
    assert {field.id.partition("-N0")[0] for field in all_of(actions.parts)} == {"form-actions"}
    assert all("-N0" in field.id for field in all_of(actions.parts))


def test_a_draft_cannot_be_chosen(site_of):
    """The form offers what is published: the title of a case that waits for approval is not in it."""
    from .samples import another_case

    site = site_of(another_case("hidden", ("consent:\n  basis: public-sources\n", "")))
    (page,) = [page for page in pages_of(form_pages, site, "en") if page.key == "reporting-back-form"]

    assert [option.value for option in page.view.form.records["case_study"]] == ["counter"]


def test_two_records_of_one_name_can_be_told_apart(site_of):
    """A name that stands twice says its id, so that each name means one record."""
    site = site_of({path: edited(text, ("Agency other-town", "Town of Springfield")) for path, text in organization("other-town").items()})
    shown = form(Reader(site, "en", "en/x/"), KINDS["engagement_report"]).records["organization"]

    assert sorted(str(option.text) for option in shown) == ["Town of Springfield (other-town)", "Town of Springfield (town)"]


# --- the form of a case study --------------------------------------------------------------------------------

@pytest.mark.parametrize("kind", SECTIONS)
def test_the_sections_of_a_long_form_hold_every_field_once(kind):
    """A field that is added to the model gets its section; sources are asked for before what rests on them."""
    placed = [name for names in SECTIONS[kind].values() for name in names]

    assert sorted(placed) == sorted(KINDS[kind].model.model_fields)
    assert placed.index("sources") < placed.index("results")
    assert set(FOLDED) <= set(SECTIONS[kind])


def test_every_field_of_a_case_that_is_typed_has_an_example_in_both_languages():
    """What is chosen shows its choices; what is typed, how others answered. An address is one that exists, or is kept for examples."""
    typed = [field for field in every(asked(CaseStudy)) if field.control in ("text", "reference") and (field.owner, field.name) not in CHOSEN_FROM]

    assert [f"{field.owner}.{field.name}" for field in typed if not all(field.sample.get(language) for language in LANGUAGES)] == []
    assert [text for field in typed for text in field.sample.values() if "@" in text and not text.endswith(".example")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_is_what_the_checker_takes(language):
    """Each example is an answer that its own field accepts."""
    taken = {f"{field.owner}.{field.name}": re.fullmatch(field.pattern.strip("^$").replace("(unknown|", "(?:"), field.sample[language]) is not None
             for field in every(asked(CaseStudy)) if field.pattern.endswith("$") and field.sample.get(language)}

    assert len(taken) > 6 and all(taken.values()), taken


def test_a_vocabulary_is_offered_with_its_meanings(site_of):
    """One of several terms, or several of them; each with its definition, and with the word for what nobody knows."""
    fields = form(Reader(site_of(), "fr", "fr/x/"), KINDS["case_study"]).fields
    arrangement, channels, title = (of(fields, name) for name in ("arrangement", "channels", "title"))

    assert (arrangement.control, arrangement.allows_unknown, channels.control, channels.allows_unknown) == ("radios", True, "checks", True)
    assert all(str(option.meaning) for option in (*arrangement.options, *channels.options))
    assert title.asks_translated and [name for name in ("summary", "slug", "problem") if of(fields, name).asks_translated] == []
    assert of(of(fields, "results").parts[0].parts, "source").chosen_from == "sources"


@pytest.mark.parametrize("edit_url, new, edit", [
    ("https://code.example/guide/edit/main/", "https://code.example/guide/new/main/guide_data/case_studies", "https://code.example/guide/edit/main/guide_data/case_studies/"),
    ("https://code.example/edit/edit/trunk/", "https://code.example/edit/new/trunk/guide_data/case_studies", "https://code.example/edit/edit/trunk/guide_data/case_studies/"),
    ("", "", ""),
])
def test_the_addresses_of_new_files_follow_the_settings(site_of, edit_url, new, edit):
    """Of the branch that is set; without a repository there is none."""
    site = site_of()
    site.settings = replace(site.settings, edit_url=edit_url, contact_email="guide@council.example")
    found = case_form.tools(Reader(site, "en", "en/contribute/form/"))

    assert (found.new_file, found.edit_file, found.mailbox) == (new, edit, "guide@council.example")
    assert found.records == "../../../api/v1/cases/{id}.json"


# --- the template --------------------------------------------------------------------------------------------

@pytest.mark.parametrize("kind", [kind.name for kind in KINDS.values()])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_is_yaml_with_every_field_of_the_model(site_of, kind, language):
    """It can be read as it stands: all that the checker misses is what is to be filled in."""
    text = template(Reader(site_of(), language, f"{language}/x/"), KINDS[kind])
    document = read_bytes(text.encode(), "template.yml")
    _, problems = validated(document, KINDS[kind].model)

    assert document.findings == []
    assert list(document.root.plain_data()) == list(KINDS[kind].model.model_fields)
    assert problems and {(finding.code, finding.params.get("found", "")) for finding in problems} <= {("empty", ""), ("not-in-list", "")}


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_filled_in_template_is_a_record(reader, kind):
    """Typed into the template line by line, the sample gives the same record."""
    sample = read_bytes(SAMPLES[kind].encode(), "sample.yml").root.plain_data()
    filled = _filled(template(reader, KINDS[kind]).splitlines(), sample)

    record, problems = validated(read_bytes("\n".join(filled).encode(), "filled.yml"), KINDS[kind].model)

    assert problems == []
    assert record.model_fields_set == set(sample)


def _filled(lines: list[str], sample: dict) -> list[str]:
    """The lines of a template with the values of a sample behind their names; a field that the sample lacks goes, with all below it."""
    found, path, skip = [], [], None
    for line in lines:
        name = re.fullmatch(r"([ -]*)([a-z_]+):", line)
        depth = len(name[1]) if name else len(line) - len(line.lstrip(" -"))
        if line.lstrip().startswith("#") or (skip is not None and depth > skip):
            continue
        skip = None
        if not name:
            items = _value(sample, [key for _, key in path]) if line.strip() == "-" else [""]
            found += [f"{line} {item}".rstrip() for item in items]
            continue
        path = [(indent, key) for indent, key in path if indent < depth] + [(depth, name[2])]
        value = _value(sample, [key for _, key in path])
        if value is None:
            skip = depth
        else:
            found.append(line if isinstance(value, (dict, list)) else f'{line} "{value}"')
    return found


def _value(sample, keys: list[str]):
    """What the sample has below some names; of a list, its first item."""
    for key in keys:
        sample = sample[0] if isinstance(sample, list) else sample
        sample = sample.get(key) if isinstance(sample, dict) else None
    return sample
