"""What a key message is: something to say to one audience, in three lengths, with the evidence that it rests on."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .fields import Passage, Record, Text, at_most, declared, one_of, reference_to

AUDIENCES = ("executives", "service-managers", "municipalities", "web-publishers", "client-advocates")
# What fits a notice or a short post, an e-mail's opening paragraph, and a page of an intranet.
SHORT, MEDIUM, LONG = 160, 480, 1800


class Evidence(Record):
    """A case that bears the message out, with what it shows."""

    case: reference_to("case_study") = declared("The id of the case study.", "L'identifiant de l'étude de cas.")
    shows: Annotated[Text, at_most(400)] = declared("What the case shows, with its figures where it has some.", "Ce que montre l'étude, avec ses chiffres s'il y en a.")


class KeyMessage(Record):
    """A message for one audience. Its numbers are those of the cases it names."""

    audience: one_of(*AUDIENCES) = declared("Who the message is for.", "À qui le message s'adresse.")
    title: Annotated[Text, at_most(120)] = declared("The message in a few words.", "Le message en quelques mots.")
    short: Annotated[Text, at_most(SHORT)] = declared("One sentence, for a notice or a short post.", "Une phrase, pour un avis ou une courte publication.")
    medium: Annotated[Text, at_most(MEDIUM)] = declared("A few sentences, for an e-mail or a briefing.", "Quelques phrases, pour un courriel ou une note.")
    long: Annotated[Passage, at_most(LONG)] = declared("A few paragraphs, for an intranet page or an article.", "Quelques paragraphes, pour une page d'intranet ou un article.")
    evidence: Annotated[list[Evidence], Field(min_length=1, max_length=8)] = declared("The cases on which the message rests.", "Les études de cas sur lesquelles le message s'appuie.")
