"""What a topic of the lessons is: points that the cases have in common, each with the cases that bear it out."""

from __future__ import annotations

from typing import Annotated

from .fields import Day, Figure, Record, Text, at_most, declared
from .statement import Statements


class Lesson(Record):
    """A topic, such as money or privacy, and what the cases teach about it."""

    order: Figure = declared("Its place on the page: a number, the smallest first.", "Sa place dans la page : un nombre, le plus petit d'abord.")
    title: Annotated[Text, at_most(100)] = declared("The topic.", "Le sujet.")
    summary: Annotated[Text, at_most(500)] = declared("What the cases say about it, in one or two sentences.", "Ce qu'en disent les études, en une ou deux phrases.")
    points: Statements = declared("What the cases show. Failures are told as failures.", "Ce que montrent les études. Les échecs y sont dits tels quels.")
    modified: Day = declared("The date of the last significant change.", "La date de la dernière modification importante.")
