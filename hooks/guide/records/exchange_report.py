"""What an exchange report is: the council's information exchange form, in the versions of 2016 and 2019, section by section.

The form also asks for a contact person. The Guide publishes the administration, never the person, so no field takes one.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from .fields import Month, Text, _wrong, at_most, declared, one_of, reference_to
from .submission import Submission, SubmissionConsent

FORMS = ("2016", "2019")
SECTIONS = ("achievements", "priorities", "exchange", "issues_and_needs", "meeting_topics")
# The sections that only one version of the form has.
ONLY_IN = {"exchange": "2019", "meeting_topics": "2016"}

Points = Annotated[list[Annotated[Text, at_most(600)]], Field(min_length=1, max_length=20)]


def sections_of(form: str) -> list[str]:
    """The sections of a version of the form, in order.

    >>> sections_of("2019")
    ['achievements', 'priorities', 'exchange', 'issues_and_needs']
    """
    return [section for section in SECTIONS if ONLY_IN.get(section, form) == form]


class ExchangeReport(Submission):
    """What a member administration told the council before a meeting."""

    at_least_one = SECTIONS

    administration: reference_to("organization") = declared("The administration that reports, and never the person who filled in the form.", "L'administration qui rend compte, et jamais la personne qui a rempli le formulaire.", label=("Reporting administration", "Administration qui rend compte"))
    form: one_of(*FORMS) = declared("The version of the Council's form: its year.", "La version du formulaire du Conseil : son année.", label=("Version of the form", "Version du formulaire"))
    month: Month = declared("The month of the report.", "Le mois du rapport.", label=("Month", "Mois"))
    achievements: Points | None = declared("Main service delivery achievements, progress and milestones of the last 6 to 12 months.", "Principales réalisations, avancées et étapes franchies en prestation de services dans les 6 à 12 derniers mois.", None, ("Achievements", "Réalisations"))
    priorities: Points | None = declared("What the organization sees as its priorities and initiatives for the next 12 to 36 months.", "Ce que l'organisation considère comme ses priorités et ses initiatives des 12 à 36 prochains mois.", None, ("Priorities", "Priorités"))
    exchange: Points | None = declared("Resources, such as applications or processes, that other administrations might want to use or adopt (form of 2019).", "Ressources, comme des applications ou des processus, que d'autres administrations pourraient vouloir utiliser ou adopter (formulaire de 2019).", None, ("Presentation or exchange", "Présentation ou échange"))
    issues_and_needs: Points | None = declared("Service delivery issues to bring to the Council, and the help wanted from it.", "Enjeux de prestation de services à soumettre au Conseil, et aide attendue de lui.", None, ("Issues and needs", "Enjeux et besoins"))
    meeting_topics: Points | None = declared("Topics of special interest for the agenda of the Council's meetings, with a short description (form of 2016).", "Sujets d'intérêt particulier pour l'ordre du jour des réunions du Conseil, avec une courte description (formulaire de 2016).", None, ("Planning of Council meetings", "Planification des réunions du Conseil"))
    consent: SubmissionConsent | None = declared("Whether the administration approved that the report is published.", "Si l'administration a approuvé la publication du rapport.", None, ("Consent", "Consentement"))

    @model_validator(mode="after")
    def _sections_of_its_form(self) -> "ExchangeReport":
        for section in self._filled(SECTIONS):
            if section not in sections_of(self.form):
                raise _wrong("section-of-other-form", at=section, form=self.form, other=ONLY_IN[section], choices=sections_of(self.form))
        return self
