"""What any record, or a part of one, has in common: named fields that stay as they were read."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """Anything with named fields: a whole record or a part of one. Unknown fields are refused by name."""

    # A model is built when the first record of its kind is read: one file asks for one of them.
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)

    def __reduce__(self) -> tuple:
        """Flat, for shares of the work hand over thousands: the class, what it holds, and which of it was said."""
        return _handed_over, (type(self), self.__dict__, self.__pydantic_fields_set__)

    @property
    def is_published(self) -> bool:
        """Whether the record may leave the preview. A kind that asks for consent says so for itself."""
        return True


def _handed_over(kind: type[Record], held: dict[str, Any], said: set[str]) -> Record:
    """A record as another process made it, and has checked it. (As pydantic's `__setstate__` does, without a question for each.)"""
    made = kind.__new__(kind)
    object.__setattr__(made, "__dict__", held)
    object.__setattr__(made, "__pydantic_fields_set__", said)
    object.__setattr__(made, "__pydantic_extra__", None)
    object.__setattr__(made, "__pydantic_private__", None)
    return made
