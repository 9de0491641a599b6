"""What an engagement report is: what a member of the council did to carry the Guide to others, and what came of it.

The strategy of 2018 asks members to mobilize, to share, and to report back on the results of their engagement.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .fields import Choice, Count, Moment, Month, Record, Text, at_most, declared, one_of, or_unknown, reference_to, term_of
from .submission import Submission, SubmissionConsent

ACTIONS = ("mobilized", "published", "presented")
PARTNERSHIPS = ("started", "replicated", "scaled")

Sentence = Annotated[Text, at_most(600)]


class Member(Choice):
    """Who reports: a government as a whole, or one organization."""

    exactly_one = ("organization", "jurisdiction")

    organization: reference_to("organization") | None = declared("The organization that reports.", "L'organisation qui rend compte.", None, ("Organization", "Organisation"))
    jurisdiction: term_of("jurisdiction") | None = declared("The jurisdiction, if a whole government reports: an ISO 3166-2 code such as CA-ON.", "L'administration, si un gouvernement rend compte dans son ensemble : un code ISO 3166-2 comme CA-ON.", None, ("Jurisdiction", "Administration"))


class Period(Record):
    """The months that the report is about, the first and the last included."""

    started: Month = declared("The first month.", "Le premier mois.", label=("First month", "Premier mois"))
    ended: Month = declared("The last month.", "Le dernier mois.", label=("Last month", "Dernier mois"))


class Action(Record):
    """One thing that the member did to make the Guide known."""

    kind: one_of(*ACTIONS) = declared("`mobilized`: brought together people who can use the Guide; `published`: shared it in a publication or on a site; `presented`: showed it to an audience.", "`mobilized` : réunir des personnes à qui le Guide peut servir ; `published` : le diffuser dans une publication ou un site ; `presented` : le présenter à un auditoire.", label=("Kind of action", "Type d'action"))
    what: Sentence = declared("What was done, in one sentence.", "Ce qui a été fait, en une phrase.", label=("What was done", "Ce qui a été fait"))
    audience: Annotated[Text, at_most(200)] = declared("Who was to be reached, as a group; no names.", "Le groupe à joindre ; aucun nom de personne.", label=("Audience", "Public visé"))
    reached: or_unknown(Count) = declared("How many people were reached, in digits.", "Le nombre de personnes jointes, en chiffres.", label=("People reached", "Personnes jointes"))
    date: Moment = declared("When: a year, a month or a day, such as 2026, 2026-11 or 2026-11-27.", "Quand : une année, un mois ou un jour, comme 2026, 2026-11 ou 2026-11-27.", label=("Date", "Date"))


class Partnership(Record):
    """A partnership that the member started, replicated or scaled in the period."""

    kind: one_of(*PARTNERSHIPS) = declared("`started`: a new one; `replicated`: taken over from others; `scaled`: extended to more places, people or services.", "`started` : un nouveau ; `replicated` : repris d'ailleurs ; `scaled` : étendu à d'autres lieux, personnes ou services.", label=("What happened to it", "Ce qui lui est arrivé"))
    what: Sentence = declared("Which partnership, with whom and on what, in one sentence.", "Quel partenariat, avec qui et à quel sujet, en une phrase.", label=("The partnership", "Le partenariat"))
    case: reference_to("case_study") | None = declared("The case study of the Guide that it is about or that it took over.", "L'étude de cas du Guide dont il s'agit ou qui a été reprise.", None, ("Case study", "Étude de cas"))


class EngagementReport(Submission):
    """What a member did with the Guide in a period, what came of it, and what it asks of the council."""

    at_least_one = ("actions", "partnerships", "asked_of_council")

    member: Member = declared("Who reports: an organization, or a whole jurisdiction.", "Qui rend compte : une organisation, ou une administration dans son ensemble.", label=("Member", "Membre"))
    period: Period = declared("The months that the report is about.", "Les mois visés par le rapport.", label=("Period", "Période"))
    actions: Annotated[list[Action], Field(min_length=1, max_length=60)] | None = declared("What was done to make the Guide known and used.", "Ce qui a été fait pour que le Guide soit connu et utilisé.", None, ("Actions", "Actions"))
    partnerships: Annotated[list[Partnership], Field(min_length=1, max_length=60)] | None = declared("The partnerships that were started, replicated or scaled.", "Les partenariats établis, reproduits ou intensifiés.", None, ("Partnerships", "Partenariats"))
    asked_of_council: Annotated[list[Sentence], Field(min_length=1, max_length=20)] | None = declared("What the member asks of the Council, one sentence each.", "Ce que le membre demande au Conseil, une phrase par demande.", None, ("Asked of the Council", "Demandes au Conseil"))
    consent: SubmissionConsent | None = declared("Whether the administration approved that the report is published.", "Si l'administration a approuvé la publication du rapport.", None, ("Consent", "Consentement"))
