"""What surrounds the code on GitHub: workflows, issue forms, the container. Read by checkers that nobody here wrote, and by our own rules."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
import yaml
from check_jsonschema.builtin_schemas import get_builtin_schema

from guide.issue_form import IN_SHORT, REQUIRED
from guide.languages import LANGUAGES
from guide.records import KINDS
from guide.records.case_study import CaseStudy
from guide.records.shape import asked
from tests.project import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
SCHEMAS = {**{path: "github-workflows" for path in WORKFLOWS}, **{path: "github-issue-forms" for path in FORMS},
           GITHUB / "dependabot.yml": "dependabot", GITHUB / "ISSUE_TEMPLATE" / "config.yml": "github-issue-config"}
# Words that are the same in English and French.
SAME_IN_BOTH = ("Page", "Services", "Contact", "Sources")
each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
each_form = pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)


def read(path):
    """A file as GitHub reads it: `on` is a word there, and not yes."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


def steps(workflow: dict) -> Iterator[dict]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


@pytest.mark.parametrize(("path", "schema"), SCHEMAS.items(), ids=[path.name for path in SCHEMAS])
def test_github_can_read_the_file(path, schema):
    """By the schemas that others keep for these files."""
    found = jsonschema.validators.validator_for(schema := get_builtin_schema(f"vendor.{schema}"))(schema)

    assert [f"{error.json_path}: {error.message[:200]}" for error in found.iter_errors(yaml.safe_load(re.sub("(?m)^on:", '"on":', path.read_text("utf-8"))))] == []


def test_a_security_checker_finds_nothing_in_the_workflows():
    """zizmor, at its strictest that needs no network: untrusted text in scripts, tokens left behind, wide permissions, floating versions."""
    program = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    done = subprocess.run([program, "--offline", "--no-progress", "--persona", "pedantic", "--format", "json", str(GITHUB)],
                          capture_output=True, text=True, timeout=60)

    assert [(found["ident"], found["desc"]) for found in json.loads(done.stdout)] == []
    assert done.returncode == 0, done.stderr


# --- workflows -----------------------------------------------------------------------------------------------

@each_workflow
def test_every_action_is_pinned_by_the_hash_of_its_commit(path):
    """With the version beside it, for people and for the tool that renews it."""
    used = re.findall(r"(?m)^\s*-?\s*uses:\s*(.*)$", path.read_text("utf-8"))

    assert len(used) == sum("uses" in step for step in steps(read(path))) > 0
    assert [line for line in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_one_action_has_one_version():
    """The workflows are renewed together."""
    pins = {tuple(line.split("@")) for path in WORKFLOWS for line in re.findall(r"uses:\s*(\S+@[0-9a-f]{40})", path.read_text("utf-8"))}

    assert len({name for name, _ in pins}) == len(pins)


@each_workflow
def test_a_workflow_may_only_read_and_a_job_says_what_more_it_needs(path):
    """Only the job that publishes may write, and only to Pages."""
    workflow = read(path)
    writing = {name: {key for key, value in job.get("permissions", {}).items() if value == "write"} for name, job in workflow["jobs"].items()}

    assert workflow["permissions"] == {"contents": "read"}
    assert {name: more for name, more in writing.items() if more} == ({"deploy": {"pages", "id-token"}} if path.name == "publish.yml" else {})


@each_workflow
def test_a_proposal_meets_no_secret_and_runs_no_text_of_its_own(path):
    """No event that gives a stranger's code our rights; no ${{ … }} inside a script; no token left for later steps."""
    workflow, text = read(path), path.read_text("utf-8")

    assert not {"pull_request_target", "workflow_run", "issue_comment", "issues"} & set(workflow["on"])
    assert "secrets." not in text and "github.event." not in text and "github.head_ref" not in text
    assert [step["run"] for step in steps(workflow) if "${{" in step.get("run", "")] == []
    assert [step for step in steps(workflow) if "actions/checkout@" in step.get("uses", "") and step["with"]["persist-credentials"] != "false"] == []


@each_workflow
def test_a_workflow_calls_the_make_targets_that_everyone_calls(path):
    """What runs there can be run here; and each job has an end."""
    targets = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text("utf-8")))
    workflow = read(path)
    called = {name for step in steps(workflow) for name in re.findall(r"\bmake (?:--silent )?([a-z]+)", step.get("run", ""))}

    assert called and called <= targets
    assert [name for name, job in workflow["jobs"].items() if int(job["timeout-minutes"]) > 120] == []


def test_a_proposal_is_checked_before_it_is_tested_and_its_site_is_kept():
    """Data first, in an order that a contributor profits from."""
    jobs = read(GITHUB / "workflows" / "check.yml")["jobs"]
    data = [step["run"] for step in jobs["data"]["steps"] if "run" in step]

    assert data[:2] == ["make changed", "make check"]
    assert [jobs[name]["needs"] for name in ("tests", "site")] == ["data", "data"]
    assert [step["with"]["path"] for step in jobs["site"]["steps"] if "upload-artifact@" in step.get("uses", "")] == ["site"]


def test_links_are_never_checked_inside_a_proposal():
    """Its addresses have been read by nobody yet."""
    assert set(read(GITHUB / "workflows" / "links.yml")["on"]) == {"schedule", "workflow_dispatch"}
    assert [path.name for path in WORKFLOWS if "make links" in path.read_text("utf-8")] == ["links.yml"]


def test_dependencies_are_renewed_together_once_a_month():
    """One proposal for each kind of package."""
    updates = read(GITHUB / "dependabot.yml")["updates"]

    assert [update["package-ecosystem"] for update in updates] == ["pip", "npm", "github-actions", "docker"]
    assert [(update["schedule"]["interval"], len(update["groups"])) for update in updates] == [("monthly", 1)] * len(updates)


# --- issue forms and proposals -------------------------------------------------------------------------------

@each_form
def test_an_issue_form_keeps_githubs_rules(path):
    """Those that its schema does not say: ids and labels are unique, ids are plain, options differ, something is asked.

    https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/common-validation-errors-when-creating-issue-forms
    """
    elements = [element for element in read(path)["body"] if element["type"] != "markdown"]
    ids, labels = [element["id"] for element in elements], [element["attributes"]["label"] for element in elements]

    assert elements
    assert len(set(ids)) == len(ids) and len({label.lower() for label in labels}) == len(labels)
    assert [name for name in ids if not re.fullmatch(r"[A-Za-z0-9_-]+", name)] == []
    for element in elements:
        options = [option if isinstance(option, str) else option["label"] for option in element["attributes"].get("options", [])]
        assert len(set(options)) == len(options) and not {"none", ""} & {option.lower() for option in options}


@each_form
def test_an_issue_form_speaks_both_languages(path):
    """English, a stroke, French: in its name, its description, and whatever it asks."""
    form = read(path)
    texts = [form["name"], form["description"]]
    for element in form["body"]:
        attributes = element["attributes"]
        texts += [attributes[key] for key in ("label", "description") if key in attributes and attributes[key] not in SAME_IN_BOTH]
        texts += [option if isinstance(option, str) else option["label"] for option in attributes.get("options", [])]

    assert [text for text in texts if len(text.split(" / ")) != 2] == []


def test_the_form_about_a_case_asks_for_fields_of_the_model():
    """Under their own names, with their own labels; what is required of everyone is little."""
    fields = {field.name: field for field in asked(CaseStudy)}
    elements = {element["id"]: element for element in read(GITHUB / "ISSUE_TEMPLATE" / "case-study.yml")["body"] if "id" in element}

    assert list(elements) == [*IN_SHORT, "consent"]
    for name, element in elements.items():
        assert element["attributes"]["label"] == " / ".join(dict.fromkeys(fields[name].label[language] for language in LANGUAGES))
    assert {name for name, element in elements.items() if element.get("validations", {}).get("required") == "true"} == set(REQUIRED)
    assert elements["consent"]["attributes"]["options"][0]["required"] == "true"


def test_a_problem_can_be_reported_with_the_page_filled_in():
    """Pages lead to this form with ?page=…, so the id may not change."""
    assert [element["id"] for element in read(GITHUB / "ISSUE_TEMPLATE" / "problem.yml")["body"] if "id" in element][0] == "page"


def test_the_example_of_code_owners_names_nobody():
    """Every owner in it is plainly to be replaced, and every path exists."""
    lines = [line.split() for line in (GITHUB / "CODEOWNERS.example").read_text("utf-8").splitlines() if line and not line.startswith("#")]

    assert {owner.partition("/")[0] for _, *owners in lines for owner in owners} == {"@ORGANIZATION"}
    known = {f"/guide_data/{kind.folder}/" for kind in KINDS.values()}  # a folder without records yet is not in the repository
    assert [path for path, *_ in lines if path not in ("*", *known) and not (ROOT / path.strip("/")).exists()] == []
    assert not (GITHUB / "CODEOWNERS").exists()


# --- the container -------------------------------------------------------------------------------------------

def test_the_container_sets_everything_up_with_one_of_our_commands():
    """Its Python is exact and new enough; what the tests and the checker of the form use is there."""
    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text("utf-8"))
    recipe = (ROOT / ".devcontainer" / container["build"]["dockerfile"]).read_text("utf-8")

    assert container["postCreateCommand"] == "make site"
    assert container["forwardPorts"] == [8000]
    assert re.search(r"(?m)^FROM python:3\.1[1-9]\.\d+-[a-z]+$", recipe)
    assert {"chromium", "nodejs", "npm", "make", "git"} <= set(recipe.split())
    assert re.findall(r"(?m)^USER (\w+)$", recipe) == [container["remoteUser"]] != ["root"]
