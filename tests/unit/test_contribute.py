"""What the pages about contributing are made from: the table of fields, the ways that depend on the settings, the issue form."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

import pytest

from guide.issue_form import IN_SHORT, PATH, REQUIRED, issue_form
from guide.languages import LANGUAGES
from guide.pages import ways, written
from guide.pages.field_table import FieldTable, Row, field_table
from guide.records.case_study import CaseStudy
from guide.records.shape import Asked, asked
from guide.render import parts
from guide.strings import all_strings
from tests.project import ROOT

from .samples import NBSP

PAGE = "---\ntitle: T\nslug: {slug}\ndescription: D\nmodified: 2026-11-22\n---\n# T\n"
CONTRIBUTE = {"docs/contribute.en.md": PAGE.format(slug="contribute"), "docs/contribute.fr.md": PAGE.format(slug="contribuer")}


def paths(fields: tuple[Asked, ...], above: str = "") -> Iterator[str]:
    for field in fields:
        yield above + field.name
        yield from paths(field.parts, f"{above}{field.name}.")


def rows(table: FieldTable) -> dict[str, Row]:
    """The rows by the path of their field."""
    return {".".join([*(row.above.split(" › ") if row.above else []), row.name]): row for group in table.groups for row in group}


@pytest.fixture
def set_to(reader_of):
    """Makes a reader whose site has other settings."""
    def make(language: str = "en", **settings):
        reader = reader_of(language)
        reader.site.settings = dataclasses.replace(reader.site.settings, **settings)
        return reader

    return make


# --- the table of fields -------------------------------------------------------------------------------------

@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_has_every_field_once_in_the_order_of_the_file(reader_of, language):
    """A field that is added to the model stands in the table by itself; each row can be linked to."""
    table = field_table(reader_of(language))
    found = rows(table)

    assert list(found) == list(paths(asked(CaseStudy)))
    assert [link.text for link in table.links] == list(CaseStudy.model_fields)
    assert len({row.id for row in found.values()}) == len(found)
    assert [link.href for link in table.links] == [f"#field-{name.replace('_', '-')}" for name in CaseStudy.model_fields]


def test_a_row_says_what_the_field_takes(reader_of):
    """Required or not, how many, which languages, how long, from where, in which form, and whether unknown will do."""
    found = rows(field_table(reader_of("en")))

    def notes(path: str) -> list[str]:
        return [str(note).replace('<code translate="no">', "`").replace("</code>", "`") for note in found[path].notes]

    assert found["title"].is_required and not found["ended"].is_required
    assert notes("title")[:2] == ["in English, in French, or both", "at most 160 characters in each language"]
    assert "paragraphs, lists and links are allowed" in notes("problem")
    assert notes("partners") == ["a list of at most 40 entries"]
    assert notes("channels") == ["a list", 'an id from <a href="channels/">channel in English</a> (`guide_data/vocabulary/channel.yml`)', "`unknown` if nobody knows"]
    assert notes("partners.organization")[0] == 'an id from <a href="organizations/">Organizations</a> (`guide_data/organizations/`)'
    assert notes("partners.lead") == ["one of: `true`"]
    assert "one of: `public-sources`, `council-documents`, `author-approval`, `pending`" in notes("consent.basis")
    assert notes("sources.held_by")[0] == "an id from `guide_data/bodies/`"


def test_what_has_to_be_typed_is_marked_in_a_help(reader_of):
    """And nothing else in it is a tag."""
    helped = rows(field_table(reader_of("fr")))["consent.basis"].help

    assert helped.count('<code translate="no">') == 4
    assert f"<code translate=\"no\">pending</code> d’ici là." in helped


# --- what depends on the settings ----------------------------------------------------------------------------

@pytest.mark.parametrize(("settings", "by", "days"), [
    ({}, None, 0),
    ({"decided_by": {"en": "The secretariat", "fr": "Le secrétariat"}, "response_days": 10}, ("The secretariat", ""), 10),
    ({"decided_by": {"fr": "Le secrétariat"}}, ("Le secrétariat", "fr"), 0),
])
def test_who_decides_is_said_once_it_is_set(set_to, settings, by, days):
    """In the other language with its mark, where it is set in one only; nothing is made up."""
    found = ways.decision(set_to(**settings))

    assert (found.by and (found.by.text, found.by.lang or ""), found.days) == (by, days)


def test_the_email_has_the_headings_of_the_issue_form_and_no_typography(set_to):
    """It is to be copied; without a mailbox there is no address to write to."""
    email = ways.email_template(set_to("fr"))
    form = issue_form(all_strings())
    headings = [part.splitlines()[0] for part in email.text.split("\n\n\n")]

    assert len(headings) == len(IN_SHORT)
    assert [heading for heading in headings if not re.search(rf'label: "(.* / )?{heading}"', form)] == []
    assert NBSP not in email.text and "’" not in email.text
    assert (email.address, email.write) == ("", "")


def test_with_a_mailbox_a_message_can_be_written(set_to):
    """The subject comes with it."""
    email = ways.email_template(set_to("fr", contact_email="partnerships@example.ca"))

    assert (email.address, email.write) == ("partnerships@example.ca", "mailto:partnerships@example.ca?subject=%C3%89tude%20de%20cas%20pour%20le%20Guide%20des%20partenariats")


def test_the_issue_form_is_opened_in_the_repository(set_to):
    """Where there is one."""
    assert ways.issue_form(set_to(repository="https://code.example/guide")).href == "https://code.example/guide/issues/new?template=case-study.yml"
    assert ways.issue_form(set_to(repository="")) is None


def test_what_is_set_stands_on_the_page(site_of):
    """The mailbox with its subject, who decides in the page's language, the days with their plural."""
    site = site_of(CONTRIBUTE)
    site.settings = dataclasses.replace(site.settings, contact_email="partnerships@example.ca", decided_by={"fr": "Le secrétariat"}, response_days=1)
    page = written.page(site, site.handwritten["contribute"]["en"],
                        "".join(f'<p><a href="block:{block}">x</a></p>' for block in ("email-template", "decision")), [])

    main = parts(page, site)["main"]

    assert '<a href="mailto:partnerships@example.ca?subject=Case%20study%20for%20the%20Partnerships%20Guide">partnerships@example.ca</a>' in main
    assert 'Decisions about proposals are made by: <span lang="fr">Le secrétariat</span>. You get an answer within 1 day.' in main


@pytest.mark.parametrize("block", ["field-table", "issue-form", "contribute-form", "email-template", "decision"])
def test_every_block_can_stand_on_a_page(set_to, block):
    """What this build does not have leaves nothing behind."""
    piece = written.pieces(f'<p><a href="block:{block}">x</a></p>', set_to(repository="https://code.example/guide"))[1]

    assert not piece.html


@pytest.mark.parametrize("key", ["contribute-by-file", "contribute-fields"])
def test_the_pages_about_contributing_stand_below_it(site_of, key):
    """The header marks it, and the breadcrumb leads to it."""
    site = site_of(CONTRIBUTE | {f"docs/{key}.{language}.md": PAGE.format(slug=f"{key}-{language}") for language in LANGUAGES})

    page = written.page(site, site.handwritten[key]["fr"], "", [])

    assert (page.section_key, [link.href for link in page.breadcrumb]) == ("contribute", ["../", "../contribuer/"])


# --- the issue form ------------------------------------------------------------------------------------------

def test_the_issue_form_is_current():
    """After a change of the model or of its words: guide schema."""
    assert (ROOT / PATH).read_text("utf-8") == issue_form(all_strings())


def test_what_is_asked_in_short_are_fields_of_the_model():
    """In its order; and what is required of everyone is asked."""
    assert [name for name in CaseStudy.model_fields if name in IN_SHORT] == list(IN_SHORT)
    assert set(REQUIRED) <= set(IN_SHORT)


# --- the pages written by hand -------------------------------------------------------------------------------

@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["case-form.preview", "form.write", "case-form.way.open", "case-form.way.copy", "case-form.way.open-empty", "form.unknown", "page-end.correct"])
def test_the_path_names_our_buttons_as_they_are_called(language, key):
    """Whoever renames a button renames it where each click is described."""
    text = (ROOT / "docs" / f"contribute.{language}.md").read_text("utf-8")

    assert re.search(rf'(\*\*|["«]\s?){re.escape(all_strings()[language](key))}(\*\*|\s?["»])', text)
