"""What only the form of a case study has: drafts, loading, the preview, and the ways by which a file reaches the Guide."""

from __future__ import annotations

from dataclasses import dataclass

from .. import open_data
from ..records import KINDS
from ..routes import relative
from .first_lines import first_lines
from .reader import Reader

KIND = "case_study"
PAGE = "contribute-form"


@dataclass(frozen=True)
class CaseForm:
    """`records` is where a published case is read from, with the mark {id} in the place of its id; `new_file` and `edit_file`
    are GitHub's addresses for the folder, empty where no repository is set; `prefilled` says which field takes what an
    address says (`channel:-channels`, where the dash marks a list)."""

    records: str
    new_file: str
    edit_file: str
    mailbox: str
    prefilled: str


def tools(reader: Reader) -> CaseForm:
    """The addresses that the form needs, from its page."""
    site, folder = reader.site, f"guide_data/{KINDS[KIND].folder}"
    edit, new = site.settings.edit_url, ""
    if edit:  # repository/edit/branch/ becomes repository/new/branch/
        repository, _, branch = edit.rstrip("/").rpartition("/edit/")
        new = f"{repository}/new/{branch}/{folder}" if repository else ""
    return CaseForm(
        records=relative(open_data.document("cases/{id}"), reader.path), new_file=new, edit_file=f"{edit}{folder}/" if edit else "",
        mailbox=site.settings.contact_email, prefilled=first_lines(reader).fields,
    )
