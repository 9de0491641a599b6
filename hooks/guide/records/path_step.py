"""What a step of the partnership path is: why it matters, what to tick off, and the guidance and cases that it rests on."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .case_study import Relation
from .fields import Day, Figure, Record, Slug, Text, at_most, declared
from .organization import Citation


class Check(Record):
    """One thing to tick off."""

    id: Slug = declared("A short name. A reader's tick is kept under it, so it never changes.", "Un nom court. La coche du lecteur y est rattachée ; il ne change donc jamais.")
    text: Annotated[Text, at_most(300)] = declared("What is done or decided, as a statement to tick.", "Ce qui est fait ou décidé, sous forme d'énoncé à cocher.")


class Guidance(Citation):
    """A public document, with what it says about the step."""

    says: Annotated[Text, at_most(600)] = declared("What it says, in our words.", "Ce qu'il dit, dans nos mots.")


class PathStep(Record):
    """One step from the idea of a partnership to its review."""

    order: Figure = declared("Its place on the path: a number, the smallest first.", "Sa place dans le parcours : un nombre, le plus petit d'abord.")
    title: Annotated[Text, at_most(100)] = declared("What is done in the step.", "Ce que l'on fait à cette étape.")
    summary: Annotated[Text, at_most(700)] = declared("Why it matters, in a few sentences.", "Pourquoi elle compte, en quelques phrases.")
    checklist: Annotated[list[Check], Field(min_length=1, max_length=12)] = declared("What to tick off.", "Ce qu'il y a à cocher.")
    guidance: Annotated[list[Guidance], Field(min_length=1, max_length=10)] = declared("Public guidance on which the step rests.", "Les documents publics sur lesquels l'étape s'appuie.")
    cases: Annotated[list[Relation], Field(min_length=1, max_length=10)] = declared("Cases that show the step, each with the reason.", "Les études qui illustrent l'étape, avec la raison.")
    modified: Day = declared("The date of the last significant change.", "La date de la dernière modification importante.")
