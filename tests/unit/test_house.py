"""The project's own conventions: what would otherwise be kept only by remembering it."""

from __future__ import annotations

import ast
import dataclasses
import doctest
import importlib
import json
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import jsonschema
import pytest
import yaml

import guide.build  # noqa: F401
import guide.handwritten  # noqa: F401
from guide import open_data, state, translations
from guide.checks import checked
from guide.findings import Finding
from guide.languages import LANGUAGES
from guide.library import Library
from guide.links import results as link_results
from guide.outputs import tables
from guide.outputs import engagement_reports as engagement_table
from guide.pages import accessibility, case_form, form_sections, tallies
from guide.records import KINDS, case_study, engagement_report, key_message, milestone, submission
from guide.records.fields import Record
from guide import repair
from guide.schema import schemas
from guide.strings import strings
from tests.project import ROOT

PACKAGE = ROOT / "hooks" / "guide"
DATA = ROOT / "guide_data"
MODULES = sorted(PACKAGE.rglob("*.py"))
TEMPLATES = sorted((PACKAGE / "templates").rglob("*.html"))
SCRIPTS = sorted((PACKAGE / "templates").rglob("*.js"))

# Imports go one way: a module may import what stands above its own row, and its neighbours in its own package.
LEVELS = (
    ("collector", "findings", "frame", "languages", "machine_paths", "memory", "naming", "open_data", "target", "turns", "typography"),  # know nothing of the others
    ("crew",),                                                   # several processors
    ("kept", "prose", "shares", "yaml_source"),                            # what was typed, what commands wrote
    ("strings", "records"),                                      # words; what the typed texts mean
    ("folders",),                                                # which files are records
    ("formatting", "handwritten", "library", "reports"),         # everything that was read; findings in words
    ("checks", "issue_form", "known", "ledger", "links", "routes", "schema", "shelf", "texts", "translations"),  # what holds between records; what is derived from models; addresses; texts made ready
    ("repair", "site"),                                          # what has one correction; all of it together
    ("reading", "state", "templating"),                          # all of it, checked; what it lacks
    ("pages",),                                                  # what readers see
    ("outputs",),                                                # the other files
    ("render",),                                                 # HTML
    ("browser", "files"),                                        # the checker in a browser; all files besides the pages
    ("build",),                                                  # one build
    ("mkdocs_theme", "preview"),                                 # the templates of the frames; what is made when it is looked at
    ("mkdocs_adapter",),                                         # a build by MkDocs
    ("mkdocs_command",),                                         # the same, as its command makes it
    ("commands",),                                               # who asks for it
    ("cli",),
)
LEVEL = {name: level for level, row in enumerate(LEVELS) for name in row}
# What we use from elsewhere has one home each.
HOMES = {"mkdocs": {"mkdocs_adapter", "mkdocs_command", "mkdocs_theme"}, "yaml": {"yaml_source"}, "pydantic": {"records"}, "pydantic_core": {"records"}, "markdown_it": {"prose"},
         "babel": {"formatting"}, "jinja2": {"templating"}, "click": {"cli", "commands", "mkdocs_adapter"}, "watchdog": {"commands"}, "Stemmer": {"outputs"}, "rcssmin": {"outputs"}, "rjsmin": {"outputs"}, "PIL": {"outputs"}, "pptx": {"outputs"},
         "xlsxwriter": {"outputs"}, "weasyprint": {"outputs"}}

MOST_LINES, MOST_LINES_OF_A_FUNCTION = 250, 40


def dotted(path: Path) -> str:
    """The name of a module below the package: `records.values`."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip(".")


NAMES = {dotted(path): path for path in MODULES}


@cache
def tree(path: Path) -> ast.Module:
    """The syntax of a module."""
    return ast.parse(path.read_text("utf-8"))


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """Everything in a module but what only type checkers see."""
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"):
            yield child
            yield from statements(child)


def imports(path: Path) -> tuple[set[str], set[str]]:
    """What a module imports: names of ours (`records.values`), and packages from elsewhere."""
    own, others = set(), set()
    parents = dotted(path).split(".") if path.name == "__init__.py" else dotted(path).split(".")[:-1]
    for node in statements(tree(path)):
        if isinstance(node, ast.Import):
            others |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            others.add(str(node.module).partition(".")[0])
        elif isinstance(node, ast.ImportFrom):
            start = [part for part in parents[: len(parents) - node.level + 1] if part] + (node.module.split(".") if node.module else [])
            for alias in node.names:
                whole = ".".join([*start, alias.name])
                own.add(whole if whole in NAMES else ".".join(start))
    return own, others


def test_every_module_has_its_level():
    """A new module or package is added to the table of levels, and an old one is taken out."""
    there = {name.partition(".")[0] for name in NAMES} - {""}

    assert sorted(LEVEL) == sorted(there)
    assert len(LEVEL) == sum(map(len, LEVELS))


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_imports_go_one_way(path):
    """A module imports from lower levels only, or from its own package."""
    name = dotted(path).partition(".")[0]
    own, others = imports(path)

    against = {found for found in own if found.partition(".")[0] != name and LEVEL[found.partition(".")[0]] >= LEVEL.get(name, -1)}

    assert against == set()
    assert "guide" not in others, "modules of ours are imported relatively"


def test_no_modules_import_one_another_in_a_circle():
    """Within a package too, imports have an order."""
    edges = {name: imports(path)[0] - {name} for name, path in NAMES.items()}

    while ready := {name for name, needs in edges.items() if not needs & set(edges)}:
        edges = {name: needs for name, needs in edges.items() if name not in ready}

    assert edges == {}


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_what_comes_from_elsewhere_has_one_home(path):
    """Only the adapter knows MkDocs, only yaml_source knows YAML, and so on."""
    name = dotted(path).partition(".")[0]

    assert {package for package in imports(path)[1] if name not in HOMES.get(package, {name})} == set()


@pytest.mark.parametrize("path", [*MODULES, *(path for path in sorted((PACKAGE / "templates").rglob("*.*")))],
                         ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_files_and_functions_stay_short(path):
    """A file that grows too long is divided; so is a function."""
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))] if path.suffix == ".py" else []

    long = [f"{node.name}: {node.end_lineno - node.lineno + 1}" for node in functions if node.end_lineno - node.lineno >= MOST_LINES_OF_A_FUNCTION]

    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES
    assert long == []


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_every_module_opens_with_what_it_is_for(path):
    """The first thing in a file is a sentence."""
    assert re.match(r"\S.*[.:`]$", (ast.get_docstring(tree(path)) or "").partition("\n\n")[0], re.DOTALL)


@pytest.mark.parametrize("path", [path for path in MODULES if ">>>" in path.read_text("utf-8")], ids=dotted)
def test_the_examples_in_docstrings_are_true(path):
    """Each example gives what it says."""
    results = doctest.testmod(importlib.import_module(f"guide.{dotted(path)}"))

    assert results.attempted > 0
    assert results.failed == 0


# --- words ---------------------------------------------------------------------------------------------------

ENGLISH, FRENCH = (strings(language).texts for language in LANGUAGES)
SAME_IN_BOTH = {"choice.submissionconsent.parts.actions", "route.file.sources", "data.sheet.sources", "data.column.format", "column.description", "header.menu", "timeline.date", "timeline.kind.publication", "kind.page", "glance.service", "case.replication.effort", "case.replication.conditions", "case.contact", "case.sources", "route.presentation"}
# Keys that the code puts together, by their prefix, with everything that can follow it.
FACETS = ("jurisdiction", "service", "client-group", "channel", "arrangement")
SECTIONS = ("problem", "approach", "success-factors", "challenges", "what-did-not-work", "lessons")
LEARNING = ("learn", "path", "kits", "lessons")
COUNTED = ("arrangements", "models", "path", "kits", "lessons", "themes", "compare", "glossary")
DOORS = ("reader", "contributor", "member")
SUBMITTED = ("information-exchange", "reporting-back")
STATE = ("fields", "places", "languages", "reviews", "links")
PUT_TOGETHER = {
    "route.": ("cases", "facets", "organizations", "partners", "glossary", "compare", "engagement", "key-messages", "presentation", "member-kits", "state", *LEARNING, *SUBMITTED,
               "exchange-reports", "engagement-reports", "summary", "form"),
    "nav.": ("home", "cases", "facets", "organizations", "glossary", "key-messages", "presentation", "member-kits", "state", *LEARNING, *SUBMITTED, "contribute-form", *(f"{page}-form" for page in SUBMITTED), "reporting-back-summary",
             *re.findall(r"[\w-]+", re.search(r"navigation: \[(.*)\]", (ROOT / "mkdocs.yml").read_text("utf-8"))[1])),
    "partners.": tuple(f"{table}{part}" for table in ("with-whom", "by-channel", "by-arrangement", "by-service") for part in ("", ".legend")),
    "kind.": ("case_study", "organization", "facet", "page", "exchange_report"),
    "count.": ("case_studies", "organizations", "jurisdictions"),
    "finder.sort.": ("relevance", "title", "checked", "started"),
    "timeline.kind.": milestone.KINDS,
    "audience.": (*key_message.AUDIENCES, *(f"{audience}.text" for audience in key_message.AUDIENCES)),
    "messages.": tuple(f"{form}{part}" for form in ("short", "medium", "long") for part in ("", ".use")),
    "engagement.": ("why", "tools", "back", "engagement-strategy", "mandate-and-work-plan", "key-messages", "presentation", "member-kits", "use-the-guide", *SUBMITTED),
    "deck.": ("source", "more", "number", "colon", "by-arrangement", "by-channel", "by-arrangement.note", "by-channel.note",
              *(f"purpose.{part}" for part in ("learn", "reach", "keep", "known", "faster")), *(f"contribute.{part}" for part in ("facts", "language", "unknown", "approval")),
              *(f"asked.{part}{text}" for part in ("mobilize", "share", "report") for text in ("", ".text"))),
    "member-kits.step.": ("read", "send", "show", "report"),
    "member-kit.": ("texts", "slides", "messages", "pages", "outputs", "report", *(f"report.{part}" for part in ("actions", "audience", "partnerships", "asks"))),
    "home.door.": (*DOORS, *(f"{door}.text" for door in DOORS)),
    "home.link.": ("cases", "facets", "organizations", "contribute", "about", "engagement", "member-kits", "glossary", "learn", *SUBMITTED),
    "learn.": ("arrangements", "models", "themes", "urban", "urban.text", "data.text", "state.text", *(f"{name}{part}" for name in COUNTED for part in (".text", ".count"))),
    "learning.": ("when-it-fits", "what-it-needs"),
    "themes.without.": ("channel", "order-of-government"),
    "glance.": FACETS,
    "unknown.": (*FACETS, *SECTIONS),
    "case.": (*SECTIONS, "partners", "contact", "sources", "dates"),
    "case.replication.": tuple(case_study.Replication.model_fields),
    "case.checked.": ("public-sources", "council-documents", "owner"),
    "case.basis.": ("public-sources", "council-documents"),
    "case.source-in.": LANGUAGES,
    "supports.": (case_study.WHOLE, *case_study.SUPPORTED),
    "qualifier.": case_study.QUALIFIERS,
    # Information exchange and reporting back, with their forms.
    "exchange.": ("form", "rule", "reports"),
    "reporting.": ("member", "period", "by-member", "by-period", *(f"column.{column}" for column in tallies.COLUMNS)),
    "choice.action.kind.": engagement_report.ACTIONS,
    "choice.partnership.kind.": engagement_report.PARTNERSHIPS,
    "choice.submissionconsent.basis.": ("author-approval", "pending"),
    "choice.submissionconsent.parts.": (case_study.WHOLE, *submission.SECTIONS),
    "choice.result.qualifier.": case_study.QUALIFIERS,
    "choice.consent.basis.": ("public-sources", "council-documents", "author-approval", "pending"),
    "choice.review.against.": ("public-sources", "council-documents", "owner"),
    "choice.consent.parts.": (case_study.WHOLE,),
    "case-form.part.": tuple(form_sections.SECTIONS["case_study"]),
    "case-form.say.": case_form.SAID,
    "csv.": engagement_table.COLUMNS,
    "form.in.": LANGUAGES,
    "feeds.": ("new", "changed", "withdrawn"),
    "data.": ("file.index", "file.matrix", "file.state", "file.workbook", "file.datapackage", "file.dcat", *(f"file.{name}" for name in {*open_data.DOCUMENTS, *open_data.TABLES}),
              *(f"sheet.{name}" for name in open_data.TABLES), *(f"group.{name}" for name in ("tables", "documents", "descriptions")),
              *(f"example.{name}" for name in ("curl", "python", "r", "check"))),
    "route.file.": ("workbook", *open_data.TABLES),
    "column.": tuple({column for columns in tables.COLUMNS.values() for column in columns}),
    "code.": (*case_study.QUALIFIERS, *LANGUAGES, "organization", "group", "public-sources", "council-documents", "author-approval", "pending", "owner"),
    "cite.": open_data.CITATIONS,
    "accessibility.": ("date", "checker", "pages", "displays", "found", *(f"check.{name}" for name in accessibility.CHECKS),
                       *(f"state.{name}" for name in json.loads(accessibility.KEPT.read_text("utf-8"))["states"])),
    "repair.": repair.REASONS,
    # The state of the Guide, and what an address answered.
    "state.": (*(f"{name}{part}" for name in STATE for part in ("", ".text")), *(f"{name}.list" for name in ("languages", "links")), "kind.other",
               *(f"figure.{name}" for name in ("cases", "answers", "results", "contact", "behind", "due", "gone")), *(f"field.{field}" for field in state.FIELDS),
               *(f"said.{said}" for said in (*LANGUAGES, *translations.MISSING)), *(f"link.{told}" for told in link_results.STATES),
               *(f"column.{name}" for name in ("field", "filled", "gaps", "unknown", "left-out", "jurisdiction", "cases", "results", "contact", "behind", "gone", "kind", "texts",
                                               "confirmed", "new", "older-en", "older-fr", "one", "month", "answer", "addresses"))),
    "links.reason.": link_results.REASONS,
    "check.": ("error", "warning", "no-such-organization", "no-such-case-study", "no-such-body"),
}
# Who gives findings their codes.
CHECKERS = [path for path in MODULES if dotted(path).partition(".")[0] in ("yaml_source", "records", "folders", "library", "checks", "handwritten", "kept", "ledger", "site", "translations")]


def put_together() -> set[str]:
    """The keys that stand nowhere as a whole."""
    return {prefix + end for prefix, ends in PUT_TOGETHER.items() for end in ends}


def written() -> set[str]:
    """Every short text in quotation marks, in code and templates."""
    sources = "\n".join(path.read_text("utf-8") for path in (*MODULES, *TEMPLATES, *SCRIPTS))
    return set(re.findall(r"""["']([a-z][\w.-]*)["']""", sources))


@cache
def takers() -> dict[str, int]:
    """Functions and classes that take a code, with its place among the arguments."""
    found = {"Finding": [field.name for field in dataclasses.fields(Finding)].index("code")}
    for path in CHECKERS:
        for outer in ast.walk(tree(path)):
            for node in ast.iter_child_nodes(outer):
                names = [argument.arg for argument in node.args.args if argument.arg != "self"] if isinstance(node, ast.FunctionDef) else []
                if "code" in names:
                    found[outer.name if node.name == "__init__" else node.name] = names.index("code")
    return found


def givers(path: Path) -> Iterator[ast.AST]:
    """The expressions of a module that give a code: in calls, in `code = …`, in what a trap or a misplaced file returns."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield from node.args[takers()[name]: takers()[name] + 1] if name in takers() else ()
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "code" and isinstance(node.value, (ast.Constant, ast.IfExp)):
            yield node.value
        elif isinstance(node, ast.Tuple) and path.name in ("traps.py", "blame.py"):
            texts = [part for part in node.elts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            # A code stands beside the line that it is about; ("en", "fr") is no such pair.
            yield from texts[:1] if texts and (len(texts) < len(node.elts) or "-" in texts[0].value) else ()
        elif isinstance(node, ast.FunctionDef) and node.name in ("_misplaced", "_misnamed"):
            yield from (part.value for part in ast.walk(node) if isinstance(part, ast.Return))


def arms(expression: ast.AST) -> Iterator[ast.AST]:
    """What an expression can give: `a if x else b` gives a or b."""
    for arm in (expression.body, expression.orelse) if isinstance(expression, ast.IfExp) else ():
        yield from arms(arm)
    yield expression


def codes() -> set[str]:
    """Every code of a finding that the code gives."""
    given = {arm.value for path in CHECKERS for giver in givers(path) for arm in arms(giver) if isinstance(arm, ast.Constant)}
    given |= set(importlib.import_module("guide.records.validate")._OURS.values())
    return {code for code in given if isinstance(code, str) and re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", code)}


def test_both_languages_have_the_same_words_in_the_same_order():
    """Whoever changes one file finds the same line in the other."""
    assert list(ENGLISH) == list(FRENCH)


def shape(text: str | dict) -> object:
    """The forms of a text, and the places in it that are filled in."""
    if isinstance(text, dict):
        return {form: shape(part) for form, part in text.items()}
    return sorted(re.findall(r"\{(\w+)\}", text))


def test_a_text_has_the_same_forms_and_places_in_both_languages():
    """A translator forgets no {name}, and gives one and other where the other language does."""
    assert {key: shape(text) for key, text in ENGLISH.items()} == {key: shape(text) for key, text in FRENCH.items()}
    assert {tuple(text) for text in ENGLISH.values() if isinstance(text, dict)} == {("one", "other")}


def test_no_text_was_left_untranslated():
    """Only these words are the same in both languages."""
    assert {key for key in ENGLISH if ENGLISH[key] == FRENCH[key]} == SAME_IN_BOTH


def test_every_word_is_used():
    """A word that nothing shows any more is taken out of both files."""
    used = written() | put_together() | {f"check.{code}" for code in codes()}

    assert set(ENGLISH) - used == set()


def test_every_word_that_is_used_is_there():
    """Neither a page nor a finding asks for a word that does not exist."""
    asked = re.compile(r"""\b(?:t|words|around|strings\.\w+|strings\[\w+\])\(["']([a-z][\w.-]*)["']""")
    whole = {key for path in (*MODULES, *TEMPLATES) for key in asked.findall(path.read_text("utf-8"))}
    found_codes = codes()

    assert len(found_codes) > 60
    assert len(whole) > 60
    assert (whole | put_together()) - set(ENGLISH) == set()
    assert found_codes - {key.removeprefix("check.") for key in ENGLISH} == set()


# --- files ---------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("path", [path for folder in ("components", "layout") for path in sorted((PACKAGE / "templates" / folder).iterdir())
                                  if path.suffix != ".html" and path.name != "base.css"], ids=lambda path: path.name)
def test_what_belongs_to_one_component_has_one_name(path):
    """A stylesheet or a script stands beside the template of the same name."""
    assert path.suffix in (".css", ".js")
    assert path.with_suffix(".html").exists()


@pytest.mark.parametrize("folder", [ROOT / "docs", ROOT / "hooks" / "theme"], ids=["docs", "theme"])
def test_only_pages_have_a_language_in_their_name(folder):
    """mkdocs-static-i18n would move any other file with two letters between dots."""
    named = [path for path in folder.rglob("*") if re.search(r"\.[a-z]{2}\.[^.]+$", path.name)]

    assert [path for path in named if not (path.parent == ROOT / "docs" and re.fullmatch(r"[a-z-]+\.(en|fr)\.md", path.name))] == []


# --- data and its schema -------------------------------------------------------------------------------------

class Yaml12(yaml.SafeLoader):
    """YAML as editors read it: numbers are numbers, dates and words such as `on` are texts."""


Yaml12.yaml_implicit_resolvers = {}
for kind_of_value, pattern, starts in (("bool", r"true|false", "tf"), ("null", r"null|~|", "n~"), ("int", r"[-+]?(0|[1-9][0-9]*)", "-+0123456789"),
                                       ("float", r"[-+]?[0-9]+\.[0-9]+", "-+0123456789")):
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{kind_of_value}", re.compile(f"^(?:{pattern})$"), [*starts, ""] if kind_of_value == "null" else list(starts))

FILES = [(kind, path) for kind in KINDS.values() for path in sorted((DATA / kind.folder).glob("*.yml"))]
each_data_file = pytest.mark.parametrize(("kind", "path"), FILES, ids=[path.relative_to(DATA).as_posix() for _, path in FILES])


@pytest.fixture(scope="module")
def library() -> Library:
    """The real data."""
    return checked(ROOT)[0]


@cache
def validator(kind: str) -> jsonschema.Draft202012Validator:
    """A reader of our schema that nobody here wrote."""
    return jsonschema.Draft202012Validator(json.loads((DATA / "schema" / f"{kind}.schema.json").read_text("utf-8")))


def test_the_schema_that_editors_read_is_current(library):
    """After a change of a model or a vocabulary: guide schema."""
    there = {path.name: path.read_text("utf-8") for path in (DATA / "schema").iterdir()}

    assert there == schemas(library)


@each_data_file
def test_every_record_tells_editors_its_schema(kind, path):
    """The first line is the same in every file of a kind."""
    assert path.read_text("utf-8").splitlines()[0] == f"# yaml-language-server: $schema=../schema/{kind.name}.schema.json"


@each_data_file
def test_every_record_is_good_in_an_editor_too(kind, path):
    """What guide check accepts shows no error in an editor."""
    record = yaml.load(path.read_text("utf-8"), Yaml12)

    assert [f"{error.json_path}: {error.message[:200]}" for error in validator(kind.name).iter_errors(record)] == []


def models(parent: type[Record] = Record) -> Iterator[type[Record]]:
    """Every model of ours."""
    for model in parent.__subclasses__():
        yield model
        yield from models(model)


@pytest.mark.parametrize(("model", "name"), sorted({(model, name) for model in models() for name in model.model_fields}, key=str),
                         ids=lambda value: value if isinstance(value, str) else value.__name__)
def test_every_field_is_explained_in_both_languages(model, name):
    """An editor shows what a field means to either reader."""
    field = model.model_fields[name]
    help_texts = (field.json_schema_extra or {}).get("help", {})

    assert list(help_texts) == list(LANGUAGES)
    assert all(text.endswith(".") for text in help_texts.values())
    assert help_texts["en"] != help_texts["fr"]
    assert field.description == "\n\n".join(help_texts.values())


# --- requirements --------------------------------------------------------------------------------------------

LOCKED = {name: (ROOT / "requirements" / name).read_text("utf-8") for name in ("site.txt", "test.txt", "lock.txt")}
REQUIREMENT = re.compile(r"(?P<name>[a-z0-9][a-z0-9.-]*)(?:\[[\w,-]+\])?==(?P<version>\S+)(?: ; [^\\]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+")


def pins(text: str) -> dict[str, set[str]]:
    """The locked versions of each package (more than one where a marker decides)."""
    found: dict[str, set[str]] = {}
    for match in REQUIREMENT.finditer(text):
        found.setdefault(match["name"], set()).add(match["version"])
    return found


def versions(name: str) -> list[tuple[int, ...]]:
    """The locked versions of a package of the site, as numbers."""
    return [tuple(int(part) for part in re.findall(r"\d+", found)) for found in pins(LOCKED["site.txt"])[name]]


@pytest.mark.parametrize("name", LOCKED)
def test_every_requirement_is_pinned_with_hashes(name):
    """Nothing but comments and pinned requirements stands in a locked file."""
    rest = REQUIREMENT.sub("", re.sub(r"(?m)^ *#.*$", "", LOCKED[name]))

    assert rest.strip() == ""
    assert len(pins(LOCKED[name])) > 20


@pytest.mark.parametrize("name", LOCKED)
def test_no_registry_is_written_down(name):
    """Everyone installs from their own."""
    assert re.findall(r"://|index-url|find-links|trusted-host|pypi|registry", LOCKED[name], re.IGNORECASE) == []


@pytest.mark.parametrize("name", ["test.txt", "lock.txt"])
def test_shared_requirements_are_the_same_everywhere(name):
    """The tests run with what the site is built with."""
    site, other = pins(LOCKED["site.txt"]), pins(LOCKED[name])

    assert {package: versions for package, versions in site.items() if other.get(package) != versions} == {}


def test_what_the_project_asks_for_is_locked():
    """A new dependency in pyproject.toml goes with a new lock."""
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    asked = {section: re.findall(r'"([A-Za-z0-9-]+)[>=<]', re.search(rf"(?ms)^{section} = \[(.*?)^\]", project)[1]) for section in ("dependencies", "test", "lock")}

    assert {name.lower() for name in asked["dependencies"]} <= set(pins(LOCKED["site.txt"]))
    assert {name.lower() for name in asked["test"]} <= set(pins(LOCKED["test.txt"]))
    assert {name.lower() for name in asked["lock"]} <= set(pins(LOCKED["lock.txt"]))


@pytest.mark.parametrize(("name", "least", "below"), [
    ("mkdocs-material", (9, 8, 1), (10,)), ("pymdown-extensions", (11, 0, 2), (999,)), ("mkdocs", (1, 6, 1), (1, 7)),
])
def test_the_platform_is_new_enough(name, least, below):
    """Older versions have published advisories; newer ones of MkDocs are another program."""
    assert all(least <= version < below for version in versions(name))


# --- the tests -------------------------------------------------------------------------------------------------

def test_every_test_is_run(pytestconfig):
    """pytest passes over folders of certain names, among them `build`, unless it is told otherwise: ours are none of them."""
    found = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    passed_over = {folder.name for folder in found for pattern in pytestconfig.getini("norecursedirs") if fnmatch(folder.name, pattern)}

    assert pytestconfig.getini("testpaths") == ["tests"] and len(found) == 4 and not passed_over, passed_over
