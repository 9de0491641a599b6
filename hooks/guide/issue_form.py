"""The issue form for those who only want to tell about a case: fields of its model, in short, as GitHub reads them.

Both languages stand in one form, since GitHub shows the same form to everyone. The template of the e-mail has the same
headings. Format: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from .languages import LANGUAGES
from .records.case_study import CaseStudy
from .records.shape import Asked, asked
from .strings import Strings

PATH = ".github/ISSUE_TEMPLATE/case-study.yml"
# What somebody who tells is asked for. The rest is for whoever writes the record.
IN_SHORT = ("title", "summary", "partners", "services", "started", "problem", "approach", "results", "what_did_not_work", "lessons", "contact", "sources")
REQUIRED = ("title", "summary", "sources")
IN_ONE_LINE = ("title", "started")


def asked_in_short() -> list[Asked]:
    """The fields that somebody who tells is asked for, in the order of the model."""
    return [field for field in asked(CaseStudy) if field.name in IN_SHORT]


def heading(field: Asked, language: str) -> str:
    """What the field is called, on the form and in the e-mail."""
    return field.label[language]


def hint(field: Asked, language: str) -> str:
    """What to write, for those who see no file."""
    return field.help_on_form[language]


def issue_form(strings: dict[str, Strings]) -> str:
    """The file that GitHub makes the form from."""
    def both(key: str) -> str:
        return " / ".join(strings[language](key) for language in LANGUAGES)

    lines = [f"# {strings['en']('issue.made')}", f"name: {_quoted(both('issue.name'))}", f"description: {_quoted(both('issue.description'))}", "body:"]
    lines += ["  - type: markdown", "    attributes:", f"      value: {_quoted(chr(10).join(strings[language]('issue.start') for language in LANGUAGES))}"]
    for field in asked_in_short():
        lines += _element(field)
    consent = next(field for field in asked(CaseStudy) if field.name == "consent")
    lines += ["  - type: checkboxes", "    id: consent", "    attributes:", f"      label: {_quoted(_both(heading, consent))}",
              "      options:", f"        - label: {_quoted(both('issue.public'))}", "          required: true"]
    return "\n".join(lines) + "\n"


def _element(field: Asked) -> Iterator[str]:
    yield f"  - type: {'input' if field.name in IN_ONE_LINE else 'textarea'}"
    yield f"    id: {field.name}"
    yield "    attributes:"
    yield f"      label: {_quoted(_both(heading, field))}"
    yield f"      description: {_quoted(_both(hint, field))}"
    if field.name in REQUIRED:
        yield from ("    validations:", "      required: true")


def _both(text: Callable[[Asked, str], str], field: Asked) -> str:
    """A text in both languages; once where it is the same."""
    return " / ".join(dict.fromkeys(text(field, language) for language in LANGUAGES))


def _quoted(text: str) -> str:
    """A text as YAML has it between quotation marks, which is how JSON has it."""
    return json.dumps(text, ensure_ascii=False)
