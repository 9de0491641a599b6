"""What several unit tests need: edited records, a second case, and how property tests are run."""

from __future__ import annotations

from hypothesis import settings

from guide.records import KINDS
from guide.records.fields import Record
from guide.records.validate import validated
from guide.yaml_source import read_bytes
from tests.project import CASE

COUNTER = "guide_data/case_studies/counter.yml"
TOWN = "guide_data/organizations/town.yml"
COUNCIL = "guide_data/bodies/council.yml"
MESSAGE = "guide_data/key_messages/one.yml"
NBSP = "\u00a0"

MILESTONE_TEXT = """\
date: 2018-05
kind: meeting
title:
  en: The council meets
  fr: Le conseil se réunit
place: Springfield
body: council
what:
  - en: The counter was shown.
    fr: Le comptoir a été présenté.
sources:
  - held_by: council
    title: Minutes
    language: en
    seen_on: 2026-11-22
"""
MESSAGE_TEXT = """\
audience: executives
title:
  en: Share a counter
  fr: Partager un comptoir
short:
  en: Two governments, one counter.
  fr: Deux gouvernements, un comptoir.
medium:
  en: In 2020, a shared counter served 1,200 people.
  fr: En 2020, un comptoir partagé a servi 1 200 personnes.
long:
  en: People went from door to door. Now they go to one counter.
  fr: Les gens allaient de porte en porte. Ils vont maintenant au même comptoir.
evidence:
  - case: counter
    shows:
      en: 1,200 people in 2020.
      fr: 1 200 personnes en 2020.
"""
# The same examples on every machine, so that a test does not fail on one day only.
properties = settings(deadline=None, derandomize=True, max_examples=400)


def edited(text: str, *changes: tuple[str, str]) -> str:
    """A text with some passages replaced, each of which has to stand in it exactly once."""
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the sample"
        text = text.replace(old, new)
    return text


def case(*changes: tuple[str, str]) -> dict[str, str]:
    """The sample case with some passages replaced, as the files of a project."""
    return {COUNTER: edited(CASE, *changes)}


def another_case(name: str, *changes: tuple[str, str]) -> dict[str, str]:
    """A further case with a title and addresses of its own, as the files of a project."""
    own = (("A counter for two governments", f"Case {name}"), ("Un comptoir pour deux gouvernements", f"Étude {name}"),
           ("shared-counter", f"case-{name}"), ("comptoir-partage", f"etude-{name}"))
    return {f"guide_data/case_studies/{name}.yml": edited(CASE, *own, *changes)}


def organization(name: str, *more: str) -> dict[str, str]:
    """A further organization, as the files of a project."""
    lines = [f"name:\n  en: Agency {name}\n  fr: Agence {name}", f"slug:\n  en: agency-{name}\n  fr: agence-{name}",
             "kind: organization", "order_of_government: municipal", "jurisdiction: CA-NS", *more]
    return {f"guide_data/organizations/{name}.yml": "\n".join(lines) + "\n"}


def milestone(name: str, *changes: tuple[str, str]) -> dict[str, str]:
    """A milestone, as the files of a project."""
    return {f"guide_data/milestones/{name}.yml": edited(MILESTONE_TEXT, *changes)}


def key_message(*changes: tuple[str, str]) -> dict[str, str]:
    """A key message about the sample case, as the files of a project."""
    return {MESSAGE: edited(MESSAGE_TEXT, *changes)}


def record(kind: str, text: str) -> tuple[Record | None, list[tuple[str, str]]]:
    """A record read from a text, and the code and place of what is wrong with it."""
    document = read_bytes(text.encode(), "sample.yml")
    found, problems = validated(document, KINDS[kind].model)
    return found, [(finding.code, finding.place) for finding in document.findings + problems]
