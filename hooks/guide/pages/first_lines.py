"""The first lines of a file about a case that is missing: whoever comes from an empty cell finds them on the way to contribute.

The cell says what is missing in the address (`?jurisdiction=CA-NS&channel=digital`); a script writes the lines.
"""

from __future__ import annotations

from typing import NamedTuple


from ..records.case_study import CaseStudy
from ..records.shape import asked
from .reader import Reader

# What a table can leave empty besides a jurisdiction, which a case has from its partners.
FACETS = ("channel", "arrangement", "service")


class FirstLines(NamedTuple):
    """`fields` names, for each facet, the field of a case study that holds it; a list is marked by a dash. `form` is where
    the same words of the address fill in the form."""

    fields: str
    form: str = ""


def first_lines(reader: Reader) -> FirstLines:
    """The fields as the model has them, for the script."""
    fields = {field.of: f"{'-' if field.is_list else ''}{field.name}" for field in asked(CaseStudy) if field.control == "term"}
    has_form = reader.site.routes.has("page", "contribute-form")
    return FirstLines(" ".join(f"{facet}:{fields[facet]}" for facet in FACETS), reader.link("page", "contribute-form") if has_form else "")
