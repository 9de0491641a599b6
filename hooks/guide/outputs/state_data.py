"""api/v1/state.json: the state of the Guide as data, case by case, in one file for both languages; also for `guide report`.

state.schema.json, which lies beside this module and is published beside the data, says what each field means.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .. import open_data
from ..languages import LANGUAGES
from ..links.results import GONE, STATES
from ..records.validate import place_name
from ..site import Site
from ..state import CONTACT, FIELDS, RESULTS, State, only, state
from ..translations import CONFIRMED, MISSING, NEW
from . import api

SCHEMA = Path(__file__).with_name("state.schema.json")
# What is said of a text, as the data call it.
SAID = {CONFIRMED: "compared", NEW: "not_compared", **{language: f"older_{language}" for language in LANGUAGES},
        **{said: f"missing_{language}" for said, language in MISSING.items()}}


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Path and text of the data and of their schema."""
    found = json.dumps(plain(site, site.once(state)), ensure_ascii=False, indent=1)
    yield open_data.STATE, f'{api.opening(site, "state")},"state":{found}}}\n'
    yield open_data.schema("state"), SCHEMA.read_text("utf-8")


def plain(site: Site, found: State) -> dict[str, Any]:
    """The state as plain values for JSON."""
    modified = site.modified()
    return {
        **({"as_of": str(modified)} if modified else {}), **_cases(found),
        "fields": [_field(found, field) for field in FIELDS],
        "jurisdictions": [{"id": place, **_cases(only(found, place)), **_behind(only(found, place))} for place in site.library.terms.get("jurisdiction", {})],
        "texts": {name: found.told[said] for said, name in SAID.items()},
        "texts_behind": [{"kind": kind, "id": name, "field": place_name(location), "state": SAID[said]}
                         for (kind, name), texts in found.records(*LANGUAGES, *MISSING).items() for location, said in texts],
        "reviews_due": [{"month": month, "cases": names} if month else {"cases": names} for month, names in found.due.items()],
        "addresses": _addresses(found),
        "cases": [{"id": case.id, "unknown": list(case.unknown), "left_out": list(case.left_out),
                   **({"review_by": str(case.review_by)} if case.review_by else {})} for case in found.cases],
    }


def _cases(found: State) -> dict[str, int]:
    answered, possible = found.answers
    return {"case_studies": len(found.cases), "answered": answered, "possible": possible,
            "without_results": len(found.lacking(RESULTS)), "without_contact": len(found.lacking(CONTACT))}


def _behind(found: State) -> dict[str, int]:
    return {"texts_behind": found.behind, "addresses_gone": found.link_states[GONE]}


def _field(found: State, field: str) -> dict[str, Any]:
    unknown, gaps = sum(field in case.unknown for case in found.cases), len(found.lacking(field))
    return {"id": field, "field": ".".join(FIELDS[field]), "answered": len(found.cases) - gaps, "unknown": unknown, "left_out": gaps - unknown}


def _addresses(found: State) -> dict[str, Any]:
    checked = found.links.checked_on
    return {
        **({"checked_on": str(checked)} if checked else {}), "total": len(found.addresses),
        **{told.replace("-", "_"): found.link_states[told] for told in STATES},
        "listed_gone": [{"url": url, "records": [f"{kind}/{name}" for kind, name in found.addresses[url]]} for url in found.links_that(GONE)],
    }
