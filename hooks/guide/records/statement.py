"""What a statement is: a sentence of ours that rests on named cases, so that a reader can judge it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .fields import Record, Text, at_most, declared, reference_to


class Statement(Record):
    """A reading of the cases, with the cases that bear it out."""

    text: Annotated[Text, at_most(500)] = declared("What the cases show, in one or two sentences.", "Ce que montrent les études, en une ou deux phrases.")
    cases: Annotated[list[reference_to("case_study")], Field(min_length=1, max_length=20)] = declared("The ids of the cases that bear it out.", "Les identifiants des études qui l'appuient.")


Statements = Annotated[list[Statement], Field(min_length=1, max_length=20)]
