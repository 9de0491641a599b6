"""The preview: made when it is looked at, from what was saved last, and the same bytes as a build."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest

from guide import library
from guide.build import ByHand, prepare
from guide.memory import Memory
from guide.preview import Preview
from guide.site import Settings
from tests.project import MINIMAL, ORGANIZATION, bare_frames, vocabulary

from .samples import COUNTER, TOWN, another_case, case, edited

PAGE, SECOND = "en/case-studies/shared-counter/index.html", "guide_data/case_studies/second.yml"
TERM = "guide_data/vocabulary/service.yml"
# Edits one after another: what a contributor saves, and whether every record has to be looked at again.
EDITS = {
    "the text of a case": (case(("Two governments share a counter.", "Two governments share one counter.")), False),
    "a new case": (another_case("second"), False),
    "the title and slug of a case": (case(("A counter for two governments", "One counter"), ("shared-counter", "one-counter")), False),
    "the name of an organization": ({TOWN: edited(ORGANIZATION, ("Town", "Village"))}, True),
    "a term": ({TERM: vocabulary("service").replace("Permits", "Licences")}, True),
    "a case withdrawn": ({SECOND: None}, False),
    "what it was before": ({COUNTER: MINIMAL[COUNTER], TOWN: MINIMAL[TOWN], TERM: MINIMAL[TERM]}, True),
}


@pytest.fixture
def guide(project, tmp_path):
    """A small Guide, and what previews it."""
    site = project()

    def preview() -> Preview:
        memory = Memory()
        build = prepare(site.root, Settings("https://guide.example/", with_drafts=True), memory)
        build.frames = bare_frames()
        return Preview(build, tmp_path / "served", memory)

    return site, preview()


def everything(root: Path) -> dict[str, str | bytes]:
    """All files of a build from nothing."""
    build, found = prepare(root, Settings("https://guide.example/", with_drafts=True)), {}
    build.frames = bare_frames()
    for language in ("en", "fr"):
        build.write_language(language, found.__setitem__)
    build.write_common(found.__setitem__)
    build.write_pictures(found.__setitem__)
    build.write_checker(found.__setitem__)
    return found


def test_after_every_kind_of_edit_the_preview_is_what_a_build_from_nothing_gives(guide):
    """Each file of the site, byte for byte, and no file that a build does not have."""
    site, preview = guide
    for what, (files, _) in EDITS.items():
        site.write(files)
        preview.refresh()
        cold = everything(site.root)

        assert preview.problems == [], what
        assert [path for path, content in cold.items() if preview.build.file(path) != content] == [], what
        assert not {f"{page.path}index.html" for language in ("en", "fr") for page in preview.build.plan(language)} - cold.keys(), what


def test_only_what_was_saved_is_read_again(guide, monkeypatch):
    """However many files there are."""
    site, preview = guide
    read = []
    monkeypatch.setattr(library, "read_file", lambda path, name, real=library.read_file: read.append(name) or real(path, name))
    preview.refresh()
    site.write(EDITS["the text of a case"][0])
    preview.bring(PAGE)
    preview.check_all()

    assert read == [COUNTER]


@pytest.mark.parametrize("what", EDITS)
def test_what_others_say_is_checked_again_when_it_may_depend_on_an_edit(what, guide):
    """A saved case is checked by itself; a saved term or organization has everything checked."""
    site, preview = guide
    site.write({**EDITS["a new case"][0]})
    preview.refresh()
    files, all_of_it = EDITS[what]

    assert (preview._records([str(site.root / name) for name in files]) is None) is all_of_it


def test_an_error_is_shown_in_place_of_every_page_until_it_is_mended(guide):
    """In both languages, with the line; what is no page stays, and so does what was good before."""
    site, preview = guide
    preview.bring(PAGE)
    before = (preview.folder / PAGE).read_text("utf-8")
    site.write(case(("organization: town", "organization: twon")))
    for path in (PAGE, "fr/index.html"):
        preview.bring(path)
        shown = unescape((preview.folder / path).read_text("utf-8"))

        assert "The Guide cannot be shown" in shown and "Le Guide ne peut pas s’afficher" in shown.replace("'", "’")
        assert shown.count(f"{COUNTER}:11") == 2 and shown.count("organization: town") == 2, shown
    preview.bring("en/feed.xml")
    site.write({COUNTER: MINIMAL[COUNTER]})
    preview.bring(PAGE)

    assert (preview.folder / PAGE).read_text("utf-8") == before
    assert not (preview.folder / "fr/index.html").exists()  # it is made when somebody looks at it


def test_an_error_elsewhere_is_found_behind_the_page(guide):
    """A case is saved under another name, which another case follows: its own checks are good, those of the other are not."""
    site, preview = guide
    site.write({**another_case("second", ("status:", "replicates: counter\nstatus:"))})
    preview.refresh()
    site.write({COUNTER: None, "guide_data/case_studies/renamed.yml": MINIMAL[COUNTER]})
    preview.bring("en/case-studies/index.html")
    preview.check_all()

    assert SECOND in {finding.path for finding in preview.problems}


def test_what_was_found_is_told_once(guide, caplog):
    """Saving again what was good says nothing; an error is told when it comes, and that it is gone."""
    site, preview = guide
    caplog.set_level("INFO", logger="mkdocs.guide")
    for text in (MINIMAL[COUNTER], case(("organization: town", "organization: twon"))[COUNTER], MINIMAL[COUNTER]):
        site.write({COUNTER: text})
        preview.check_all()
        preview.check_all()

    assert [(record.levelname, "twon" in record.getMessage()) for record in caplog.records] == [("ERROR", True), ("INFO", False)]


def test_a_path_that_is_none_of_ours_makes_nothing(guide):
    """Neither outside the site nor in it."""
    _, preview = guide
    for path in ("../outside/index.html", "nothing/index.html", "en/nothing.json", "favicon.ico", "en/search/../../x.json", ""):
        preview.bring(path)

    assert not preview.folder.exists() or not [path for path in preview.folder.rglob("*") if path.is_file()]


def test_a_page_written_by_hand_that_names_what_is_gone_keeps_its_title(project):
    """The build tells it; the preview goes on."""
    build = project().prepare()

    assert build.take(ByHand("about", "en", '<h1>x</h1><p><a href="case:nothing">x</a></p>', ())) == "case:nothing"
    assert "case:nothing" not in str(build._by_hand(build.site, "en", "about").view)
