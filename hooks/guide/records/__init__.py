"""The kinds of record: where each kind's files are, and the model that says what they hold.

Adding a kind of record is a line here and a model beside this file.
"""

from __future__ import annotations

from dataclasses import dataclass

from .body import Body
from .case_study import CaseStudy
from .engagement_report import EngagementReport
from .exchange_report import ExchangeReport
from .fields import Record
from .key_message import KeyMessage
from .lesson import Lesson
from .milestone import Milestone
from .organization import Organization
from .path_step import PathStep
from .vocabulary import Vocabulary


@dataclass(frozen=True)
class Kind:
    """One kind of record. `folder` is below guide_data/; one file is one record."""

    name: str
    folder: str
    model: type[Record]


KINDS = {
    kind.name: kind
    for kind in (
        Kind("vocabulary", "vocabulary", Vocabulary),
        Kind("organization", "organizations", Organization),
        Kind("body", "bodies", Body),
        Kind("case_study", "case_studies", CaseStudy),
        Kind("milestone", "milestones", Milestone),
        Kind("key_message", "key_messages", KeyMessage),
        Kind("path_step", "path_steps", PathStep),
        Kind("lesson", "lessons", Lesson),
        Kind("exchange_report", "exchange_reports", ExchangeReport),
        Kind("engagement_report", "engagement_reports", EngagementReport),
    )
}
