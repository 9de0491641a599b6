"""What an organization is: a partner, entered once and named by its id everywhere else."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .fields import Addresses, Day, Language, Record, Slugs, SourceAddress, Text, at_most, declared, one_of, term_of


class Citation(Record):
    """A public document in which a name or a definition was seen."""

    url: SourceAddress = declared("The address where it was seen.", "L'adresse où elle a été vue.")
    title: Annotated[Text, at_most(300)] = declared("The document's own title.", "Le titre du document.")
    language: Language = declared("The language of the document.", "La langue du document.")
    seen_on: Day = declared("The date on which it was seen.", "La date à laquelle elle a été vue.")


class Organization(Record):
    """A government, an agency, or another organization that takes part in partnerships."""

    name: Annotated[Text, at_most(200)] = declared("The official name; `translated` names the language whose name is not official.", "Le nom officiel ; `translated` indique la langue dont le nom n'est pas officiel.")
    acronym: Annotated[Text, at_most(30)] | None = declared("The acronym, where there is one.", "Le sigle, s'il existe.", None)
    slug: Slugs = declared("The last part of the page's address, in each language.", "La dernière partie de l'adresse de la page, dans chaque langue.")
    kind: one_of("organization", "group") = declared("`group` for several bodies named together.", "`group` pour plusieurs organismes nommés ensemble.")
    order_of_government: term_of("order-of-government") = declared("The order of government it belongs to.", "L'ordre de gouvernement dont elle relève.")
    jurisdiction: term_of("jurisdiction") = declared("The jurisdiction, as an ISO 3166-2 code such as CA-ON.", "L'administration, sous forme de code ISO 3166-2 comme CA-ON.")
    description: Annotated[Text, at_most(400)] | None = declared("One sentence about it.", "Une phrase à son sujet.", None)
    page: Addresses | None = declared("Its own web page.", "Sa page Web.", None)
    sources: Annotated[list[Citation], Field(max_length=20)] = declared("Where its names were seen.", "Où ses noms ont été vus.", ())
