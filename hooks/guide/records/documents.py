"""What a document is on which a record rests: a public page by its address, or a paper that a council keeps."""

from __future__ import annotations

from typing import Annotated

from pydantic import model_validator

from .fields import Day, Language, Record, SourceAddress, Text, _wrong, at_most, declared, reference_to


def address_or_keeper(document: Record) -> Record:
    """A document has either an address or a keeper. Raises the error `source-place`."""
    if bool(document.url) == bool(document.held_by):
        raise _wrong("source-place")
    return document


class Document(Record):
    """A document in which something was read. It has an address, or a body that keeps it where it is not public."""

    url: SourceAddress | None = declared("The address where it was seen.", "L'adresse où il a été vu.", None)
    held_by: reference_to("body") | None = declared("In place of an address: the body that keeps the document, where it is not public.", "Au lieu d'une adresse : l'organisme qui conserve le document, s'il n'est pas public.", None)
    title: Annotated[Text, at_most(300)] = declared("The document's own title, or a description in both languages.", "Le titre du document, ou une description dans les deux langues.")
    language: Language = declared("The language of the document.", "La langue du document.")
    seen_on: Day = declared("The date on which it was seen.", "La date à laquelle il a été vu.")

    _address_or_keeper = model_validator(mode="after")(address_or_keeper)
