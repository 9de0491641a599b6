"""What a body is: a council, table, working group or network that the Guide's texts mention."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .fields import Record, Text, at_most, declared
from .organization import Citation


class Body(Record):
    """An entry of the glossary about a body of the council or around it."""

    name: Annotated[Text, at_most(200)] = declared("The official name; `translated` names the language whose name is not official.", "Le nom officiel ; `translated` indique la langue dont le nom n'est pas officiel.")
    acronym: Annotated[Text, at_most(30)] | None = declared("The acronym, in each language that has one.", "Le sigle, dans chaque langue qui en a un.", None)
    definition: Annotated[Text, at_most(600)] = declared("What it is, in one or two sentences.", "Ce que c'est, en une ou deux phrases.")
    note: Annotated[Text, at_most(400)] | None = declared("A remark about the name.", "Une remarque sur le nom.", None)
    sources: Annotated[list[Citation], Field(max_length=20)] = declared("Where the name was seen.", "Où le nom a été vu.", ())
