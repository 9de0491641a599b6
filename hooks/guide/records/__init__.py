"""The kinds of record: where each kind's files are, and the model that says what they hold.

Adding a kind of record is a line here and a model beside this file. A model is loaded when it is first asked for.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .fields import Record


@dataclass(frozen=True)
class Kind:
    """One kind of record. `folder` is below guide_data/; one file is one record. The model stands in the file of its name."""

    name: str
    folder: str

    @cached_property
    def model(self) -> type[Record]:
        """`case_study.py: CaseStudy`."""
        return getattr(import_module(f".{self.name}", __name__), "".join(word.capitalize() for word in self.name.split("_")))


# Looking for plugins of pydantic takes longer than checking a record, and none has a say in what a record is.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

KINDS = {
    kind.name: kind
    for kind in (
        Kind("vocabulary", "vocabulary"),
        Kind("organization", "organizations"),
        Kind("body", "bodies"),
        Kind("case_study", "case_studies"),
        Kind("milestone", "milestones"),
        Kind("key_message", "key_messages"),
        Kind("path_step", "path_steps"),
        Kind("lesson", "lessons"),
        Kind("exchange_report", "exchange_reports"),
        Kind("engagement_report", "engagement_reports"),
    )
}
