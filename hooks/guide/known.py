"""What the checker in the browser knows of the published Guide, as JSON and back: enough to check one more file beside it, and to
show its page. Nothing of a draft is in it.

Each record is given as it was typed, and read by its own model. Of a case only what other pages say of it is given: its
texts stand on its own page, and the checks of another file do not ask for them.
"""

from __future__ import annotations

from typing import Any

from .folders import DATA
from .library import Library
from .records import KINDS
from .records.borne_out import without
from .yaml_source import Document

# What other pages say of a case; its remaining fields are left out or not known.
OF_A_CASE = ("title", "summary", "slug", "partners", "channels", "arrangement", "playbook_model", "services", "clients", "themes",
             "status", "started", "ended", "evidence", "consent", "reviewed", "replicates")
NOT_TOLD = ("problem", "approach", "results", "what_did_not_work", "contact")
# What other records name, what has a page that others link to, and what may not be entered twice.
KINDS_KNOWN = ("vocabulary", "organization", "body", "case_study", "exchange_report", "engagement_report")


def told(library: Library) -> dict[str, dict[str, Any]]:
    """The published records by kind and id, without what they say of others. `library` may hold drafts: they are left out."""
    shown = library.published().records
    hidden = {(kind, name) for kind, name in library.documents if name not in shown[kind]}
    return {kind: {name: _told(library, kind, name, hidden) for name in shown[kind]} for kind in KINDS_KNOWN}


def _told(library: Library, kind: str, name: str, hidden: set[tuple[str, str]]) -> dict[str, Any]:
    typed = without(KINDS[kind].model, library.documents[kind, name].data, hidden)
    return _of_case(typed) if kind == "case_study" else typed


def _of_case(typed: dict[str, Any]) -> dict[str, Any]:
    """A case without its texts. It is still a good case: one source, one change, and that it can be replicated if it can."""
    kept = {field: typed[field] for field in OF_A_CASE if field in typed}
    kept["partners"] = [{field: value for field, value in partner.items() if field != "role"} for partner in typed["partners"]]
    sources = sorted(typed["sources"], key=lambda source: "held_by" not in source)  # one that a council keeps bears its basis out
    kept |= {field: "unknown" for field in NOT_TOLD} | {"sources": sources[:1], "changes": typed["changes"][:1]}
    if known := [part for part, text in dict(typed.get("replication") or {}).items() if text != "unknown"]:
        kept["replication"] = {known[0]: "…"}
    return kept


def library_of(records: dict[str, dict[str, Any]]) -> Library:
    """The library of what is known. Where things stand in its files is not. Raises ValueError for records of another version."""
    library = Library()
    for kind, typed in records.items():
        library.records[kind] = {name: KINDS[kind].model.model_validate(one) for name, one in typed.items()}
        library.documents |= {(kind, name): Document(path_of(kind, name)) for name in typed}
    return library


def path_of(kind: str, name: str) -> str:
    """The file of a record.

    >>> path_of("case_study", "bizpal")
    'guide_data/case_studies/bizpal.yml'
    """
    return f"{DATA}/{KINDS[kind].folder}/{name}.yml"
