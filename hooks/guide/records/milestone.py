"""What a milestone is: one date in the life of the Guide and of the group behind it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .documents import Document
from .fields import Moment, Record, Text, Yes, at_most, declared, one_of, reference_to

KINDS = ("meeting", "direction", "approval", "publication")


class Milestone(Record):
    """A meeting, a direction given, an approval or a publication, with what is known of it."""

    date: Moment = declared("The date, as far as it is known: year, month or day.", "La date, telle qu'on la connaît : année, mois ou jour.")
    kind: one_of(*KINDS) = declared("What happened: a `meeting` where work was shown, a `direction` given to the work, an `approval`, or a `publication`.", "Ce qui s'est passé : une réunion (`meeting`), une orientation donnée aux travaux (`direction`), une approbation (`approval`) ou une publication (`publication`).")
    title: Annotated[Text, at_most(140)] = declared("What happened, in a few words.", "Ce qui s'est passé, en quelques mots.")
    place: Annotated[Text, at_most(80)] | None = declared("The place of a meeting.", "Le lieu d'une réunion.", None)
    body: reference_to("body") | None = declared("The body that met or decided.", "L'organisme qui s'est réuni ou qui a décidé.", None)
    what: Annotated[list[Annotated[Text, at_most(400)]], Field(min_length=1, max_length=12)] = declared("What was shown, asked or decided, point by point.", "Ce qui a été présenté, demandé ou décidé, point par point.")
    read_from_figure: Yes = declared("`true` if it was read from a figure that had lost its layout; leave out otherwise.", "`true` si l'information vient d'une figure dont la mise en page était perdue ; sinon, ne rien écrire.", False)
    sources: Annotated[list[Document], Field(min_length=1, max_length=10)] = declared("Where it was read.", "Où cela a été lu.")
