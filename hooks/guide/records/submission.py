"""What the reports that members submit have in common: only their own administration's approval publishes them.

The council's rule of 2019: what a member administration submits may not be communicated without its approval.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from .case_study import WHOLE, Consent
from .fields import Choice, Day, Language, Text, _wrong, at_most, declared, one_of, reference_to

_BASES = ("author-approval", "pending")
_BASES_OF_CASES = ("public-sources", "council-documents")
# The sections of both kinds of report, of which an approval may cover some.
SECTIONS = ("achievements", "priorities", "exchange", "issues_and_needs", "meeting_topics", "actions", "partnerships", "asked_of_council")


def _no_basis_of_cases(value: Any) -> Any:
    """A case may rest on sources; a submission has only its author to ask."""
    if isinstance(value, str) and value.strip() in _BASES_OF_CASES:
        raise _wrong("submission-basis", found=value.strip(), suggest="pending")
    return value


class SubmissionConsent(Consent):
    """The approval of the administration that submitted the report. Until it is recorded, the report is seen in the preview only."""

    basis: Annotated[one_of(*_BASES), BeforeValidator(_no_basis_of_cases)] = declared("`author-approval` when the administration that submits the report approved its publication; `pending` until then. There is no other basis.", "`author-approval` si l'administration qui présente le rapport en a approuvé la publication ; `pending` d'ici là. Il n'y a pas d'autre fondement.", label=("Basis", "Fondement"))
    administration: reference_to("organization") | None = declared("The administration that approved: the one that reports.", "L'administration qui a approuvé : celle qui rend compte.", None, ("Approved by", "Approuvé par"))
    role: Annotated[Text, at_most(200)] | None = declared("The function (never the name) of whoever approved.", "La fonction (jamais le nom) de qui a approuvé.", None, ("Function", "Fonction"))
    approved_on: Day | None = declared("The date of the approval.", "La date de l'approbation.", None, ("Date of approval", "Date de l'approbation"))
    languages: Annotated[list[Language], Field(min_length=1)] | None = declared("The languages that the approval covers. A report is published when it covers both.", "Les langues visées par l'approbation. Un rapport est publié si elle vise les deux.", None, ("Languages approved", "Langues approuvées"))
    parts: Annotated[list[one_of(WHOLE, *SECTIONS)], Field(min_length=1)] | None = declared("`whole` when the approval covers all that the file says, and the report is then published. Until then, the sections that are approved.", "`whole` si l'approbation vise tout le contenu du fichier ; le rapport est alors publié. D'ici là, les sections qui sont approuvées.", None, ("Parts approved", "Parties approuvées"))


class Submission(Choice):
    """A report of a member, with the consent of its administration."""

    @property
    def is_published(self) -> bool:
        """Only a complete approval publishes: recorded, for both languages, of all that the report says."""
        return self.consent is not None and self.consent.is_approval
