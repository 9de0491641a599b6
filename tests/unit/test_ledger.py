"""The ledger of addresses: what it keeps, where each old address leads, and what stops a build."""

from __future__ import annotations

import json

import jsonschema
import pytest
import yaml

from guide import cli, ledger
from guide.commands import site as site_command
from guide.commands.addresses import FILE, ledger_text
from guide.ledger import Ledger, missing, old_addresses, read, updated
from guide.records.ledger import PAGE_KINDS, VIEWS, entry
from guide.site import Settings
from guide.build import prepare
from guide.strings import strings
from tests.ledgers import KIOSK, KIOSK_FILE, RENAMED, WITHDRAWN, with_ledger, withdrawing
from tests.project import CASE, ROOT

from .samples import COUNTER

ABOUT = ("page", "about")


def at(path: str) -> dict[str, str]:
    return {"en": f"en/{path}/", "fr": f"fr/{path}/"}


@pytest.fixture(scope="module")
def real():
    """The real Guide, read and checked."""
    return prepare(ROOT, Settings("https://guide.example/"))


# --- the command ---------------------------------------------------------------------------------------------

def test_a_new_address_is_put_before_the_old_ones():
    """A slug that changes twice leaves both addresses behind it; one that comes back stands once."""
    book = Ledger()
    for slug in ("one", "two", "three", "one"):
        book = Ledger(tuple(updated(book, {ABOUT: at(slug)})))

    assert book.entries[0].en == ["en/one/", "en/three/", "en/two/"]
    assert book.entries[0].fr == ["fr/one/", "fr/three/", "fr/two/"]


def test_what_is_gone_is_kept():
    """The command never takes anything away."""
    book = Ledger((entry(ABOUT, at("about")),))

    assert updated(book, {}) == list(book.entries)
    assert [found.name for found in updated(book, {("page", "home"): {"en": "en/", "fr": "fr/"}})] == [ABOUT, ("page", "home")]


def test_the_ledger_has_one_order():
    """By kind, then by key, whatever the order of the pages is."""
    living = {("organization", "b"): at("b"), ("term", "x/y"): at("y"), ("organization", "a"): at("a"), ABOUT: at("about"), ("card", "c"): at("c")}
    backwards = dict(reversed(living.items()))

    assert [found.name for found in updated(Ledger(), living)] == [ABOUT, ("term", "x/y"), ("organization", "a"), ("organization", "b")]
    assert ledger_text(updated(Ledger(), living)) == ledger_text(updated(Ledger(), backwards))


def test_what_the_command_writes_is_read_back_as_it_was(project):
    """A withdrawal that was written by hand stays, in the words of its author."""
    guide = with_ledger(project({KIOSK_FILE: KIOSK}))
    guide.write({KIOSK_FILE: None, FILE: withdrawing(guide, WITHDRAWN.replace("The <partners> asked for it.", "'The <partners> asked: #2 \"it\".'") + "      replaced_by: counter\n")})
    book, findings = read(guide.root)

    again = ledger_text(updated(book, guide.prepare().site.routes.paths))
    guide.write({FILE: again})

    assert findings == [] and guide.findings() == []
    assert read(guide.root)[0].entries == book.entries
    gone = book.by_name["case_study", "kiosk"].withdrawn
    assert (gone.reason.en, gone.replaced_by, str(gone.on)) == ("The <partners> asked: #2 \"it\".", "counter", "2027-01-15")


def test_the_file_explains_itself_in_both_languages(project):
    """Whoever opens it reads what to do, and an editor finds its schema."""
    lines = (with_ledger(project()).root / FILE).read_text("utf-8").splitlines()
    said = " ".join(line.removeprefix("#").strip() for line in lines if line.startswith("#"))

    assert lines[0] == "# yaml-language-server: $schema=schema/addresses.schema.json"
    assert all(strings(code)("ledger.comment") in said for code in ("en", "fr"))
    assert max(map(len, lines)) <= 120


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_command_adds_what_is_new_and_then_has_nothing_to_add(project, monkeypatch, capsys, language):
    """`--check` tells what is missing and writes nothing; the second run changes no byte."""
    guide = with_ledger(project())
    before = (guide.root / FILE).read_bytes()
    guide.write({KIOSK_FILE: KIOSK})
    monkeypatch.chdir(guide.root)

    assert cli.main(["addresses", "--check", "--lang", language]) == 1
    assert (guide.root / FILE).read_bytes() == before
    assert capsys.readouterr().out.splitlines()[:2] == ["en/case-studies/old-kiosk/", "fr/etudes-de-cas/ancienne-guerite/"]
    assert cli.main(["addresses", "--lang", language]) == 0
    assert strings(language)("command.addresses-written", file=FILE, n=6) in capsys.readouterr().out
    written = (guide.root / FILE).read_bytes()
    assert cli.main(["addresses", "--check", "--lang", language]) == 0 and cli.main(["addresses", "--lang", language]) == 0
    assert (guide.root / FILE).read_bytes() == written != before


def test_the_command_writes_nothing_while_something_is_wrong(project, monkeypatch, capsys):
    """A Guide that could not be published adds no address, and the report says why."""
    guide = with_ledger(project())
    before = (guide.root / FILE).read_bytes()
    guide.write({COUNTER: CASE.replace("organization: town", "organization: twon")})
    monkeypatch.chdir(guide.root)

    assert cli.main(["addresses"]) == 1
    assert "called twon." in capsys.readouterr().err
    assert (guide.root / FILE).read_bytes() == before


def test_the_summary_of_a_build_tells_what_is_to_be_added(project):
    """Whoever publishes is reminded; a draft has no address yet."""
    guide = with_ledger(project())
    draft = KIOSK.replace("consent:\n  basis: public-sources\n", "")

    told = [site_command.summary(guide.write({KIOSK_FILE: text}).prepare(), 1.0, strings("en")) for text in (draft, KIOSK)]

    assert [strings("en")("command.addresses-missing", n=6, file=FILE) in text for text in told] == [False, True]


def test_a_new_case_is_no_error_for_not_being_in_the_ledger(project):
    """Contributors need not know that there is one."""
    guide = with_ledger(project()).write({KIOSK_FILE: KIOSK})

    assert guide.findings() == []


def test_a_guide_without_a_ledger_has_published_nothing_yet(project):
    """Nothing is checked then, and nothing is made."""
    site = project().prepare().site

    assert site.ledger.entries == () and list(old_addresses(site.ledger, site.routes.paths)) == []


# --- where old addresses lead --------------------------------------------------------------------------------

def led(book: Ledger, living: dict) -> dict[str, object]:
    """What stands at each old address: the page that it leads to, or the key of what was withdrawn."""
    return {old.path: old.target or old.gone.key for old in old_addresses(book, living)}


def test_every_old_address_leads_to_the_page_and_the_newest_to_none():
    """However often a slug changed, one step is enough."""
    book = Ledger((entry(ABOUT, at("three"), entry(ABOUT, at("two"), entry(ABOUT, at("one")))),))

    assert led(book, {ABOUT: at("three")}) == {f"{code}/{old}/": ABOUT for code in ("en", "fr") for old in ("two", "one")}
    assert led(book, {ABOUT: {"en": "en/four/", "fr": "fr/three/"}})["en/three/"] == ABOUT


def test_a_kit_that_is_gone_leads_to_its_case():
    """A comparison and a kit are other views of a case."""
    book = Ledger((entry(("case_study", "x"), at("x")), entry(("kit", "x"), at("x/kit")), entry(("comparison", "x"), at("x/compare"))))

    assert led(book, {("case_study", "x"): at("y")}) == {
        f"{code}/{old}/": ("case_study", "x") for code in ("en", "fr") for old in ("x", "x/kit", "x/compare")}


def test_a_presentation_that_is_gone_leads_to_its_jurisdiction():
    """The last case of a jurisdiction was withdrawn, and with it what was to be presented."""
    names = (("presentation", "CA-NS"), ("member_kit", "CA-NS"))
    book = Ledger(tuple(entry(name, at(name[0])) for name in names))

    assert led(book, {names[1]: at("member_kit"), ("term", "jurisdiction/CA-NS"): at("nova-scotia")}) == {
        f"{code}/presentation/": ("term", "jurisdiction/CA-NS") for code in ("en", "fr")}


def test_what_replaces_a_page_is_found_over_others_that_were_withdrawn_too(project):
    """A replacement that is replaced leads on; a circle leads nowhere."""
    guide = with_ledger(project({KIOSK_FILE: KIOSK, "guide_data/case_studies/stand.yml": KIOSK.replace("old-kiosk", "stand").replace("ancienne-guerite", "stand")}))
    guide.write({KIOSK_FILE: None, FILE: withdrawing(guide, WITHDRAWN + "      replaced_by: stand\n")})
    found = {}
    for replacement in ("counter", "kiosk"):
        text = (guide.root / FILE).read_text("utf-8")
        guide.write({FILE: withdrawing(guide, WITHDRAWN + f"      replaced_by: {replacement}\n", key="stand")})
        book = read(guide.root)[0]
        found[replacement] = book.replacement(book.by_name["case_study", "kiosk"], {("case_study", "counter"): at("counter")})
        guide.write({FILE: text})

    assert found == {"counter": ("case_study", "counter"), "kiosk": None}


# --- what stops a build --------------------------------------------------------------------------------------

def test_a_changed_slug_is_no_fault(project):
    """The old address leads to the new one by itself."""
    assert with_ledger(project()).write(RENAMED).findings() == []


def test_a_deleted_record_is_told_at_its_entry(project):
    """Once for the case, and not again for its comparison and its kit."""
    guide = with_ledger(project({KIOSK_FILE: KIOSK})).write({KIOSK_FILE: None})
    line = (guide.root / FILE).read_text("utf-8").split("key: kiosk")[0].count("\n") + 1

    assert [(code, row) for code, _, row, _ in guide.findings()] == [("address-vanishes", line)]


def test_a_case_that_loses_its_consent_is_gone_at_once_and_not_in_silence(project):
    """It was published: a build is not held up, and its maintainers are told what readers see now."""
    guide = with_ledger(project({KIOSK_FILE: KIOSK})).write({KIOSK_FILE: KIOSK.replace("public-sources\nreviewed", "pending\nreviewed")})

    assert [(finding.code, finding.severity) for finding in guide.prepare().findings] == [("address-waits", "warning")]
    assert guide.prepare(with_drafts=True).findings == []


@pytest.mark.parametrize(("name", "content", "codes"), [
    (COUNTER, CASE.replace("organization: town", "organization: twon"), {"no-such-organization"}),
    (COUNTER, CASE.replace("title:", "titel:"), {"unknown-field"}),
    ("docs/about.en.md", "no front matter\n", {"front-matter"}),
])
def test_a_record_with_another_fault_is_not_told_to_vanish(project, name, content, codes):
    """One slip, one finding."""
    assert {code for code, *_ in with_ledger(project()).write({name: content}).findings()} == codes


def test_a_record_that_is_deleted_while_others_name_it_is_told_with_them(project):
    """One run tells everything."""
    related = CASE + "related:\n  - case: kiosk\n    reason:\n      en: It came first.\n      fr: Elle était là avant.\n"
    guide = with_ledger(project({KIOSK_FILE: KIOSK, COUNTER: related})).write({KIOSK_FILE: None})

    assert {code for code, *_ in guide.findings()} == {"address-vanishes", "no-such-case-study"}


@pytest.mark.parametrize("case", [CASE.replace("shared-counter", "old-kiosk"), CASE.replace("comptoir-partage", "ancienne-guerite")])
def test_no_page_may_take_the_old_address_of_another(project, case):
    """Neither a redirect nor a tombstone stands on a living page."""
    renamed = KIOSK.replace("old-kiosk", "new-kiosk").replace("ancienne-guerite", "nouvelle-guerite")
    moved = with_ledger(project({KIOSK_FILE: KIOSK})).write({KIOSK_FILE: renamed, COUNTER: case})

    assert {code for code, *_ in moved.findings()} == {"address-lives"}

    moved.write({KIOSK_FILE: None, FILE: withdrawing(moved)})
    assert {code for code, *_ in moved.findings()} == {"address-lives"}


def test_a_ledger_may_be_longer_than_a_record(project):
    """It grows with the Guide."""
    guide = with_ledger(project())
    (guide.root / FILE).write_text((guide.root / FILE).read_text("utf-8") + "# more\n" * 40_000, "utf-8")

    assert guide.findings() == []


def test_a_ledger_that_is_a_link_is_refused(project, tmp_path):
    """Nothing outside of the project is read."""
    guide = project()
    (tmp_path / "elsewhere.yml").write_text("addresses: []\n")
    (guide.root / FILE).symlink_to(tmp_path / "elsewhere.yml")

    assert [code for code, *_ in guide.findings()] == ["not-a-file"]


# --- the real ledger -----------------------------------------------------------------------------------------

def test_every_kind_of_page_is_one_that_the_ledger_keeps(real):
    """A new kind of page is added to PAGE_KINDS, so that its addresses last too."""
    assert {kind for kind, _ in real.site.routes.paths} <= set(PAGE_KINDS)
    assert set(VIEWS) < set(PAGE_KINDS)


def test_the_real_ledger_holds(real):
    """None of its addresses would vanish, and it is in the form that the command gives it."""
    book = real.site.ledger

    assert len(book.entries) > 400 and real.problems() == []
    assert (ROOT / FILE).read_text("utf-8") == ledger_text(updated(book, {})), "after a change by hand: guide addresses"


def test_the_real_ledger_has_the_pages_that_are_not_contributed(real):
    """Cases, organizations and terms come by themselves and are added at publication; a page of ours is added with it."""
    ours = {name: paths for name, paths in real.site.routes.paths.items() if name[0] in ("page", "facet")}

    assert missing(real.site.ledger, ours) == [], "run: guide addresses"


def test_the_real_ledger_is_good_in_an_editor_too():
    """Its schema, read by a validator that nobody here wrote, takes it, and refuses a path that leaves the site."""
    schema = jsonschema.Draft202012Validator(json.loads((ROOT / "guide_data/schema/addresses.schema.json").read_text("utf-8")))
    book = yaml.safe_load((ROOT / FILE).read_text("utf-8"))

    assert [error.message for error in schema.iter_errors(book)] == []
    book["addresses"][0]["en"].append("en/../../x/")
    assert len(list(schema.iter_errors(book))) == 1


def test_the_names_of_the_file_are_one(real):
    """The stray-file rule, the command and the findings mean the same file."""
    assert real.site.ledger.document.path == FILE == f"{ledger.DATA}/{ledger.LEDGER}"
