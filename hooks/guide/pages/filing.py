"""What the pages about both kinds of report share: how one is filed, and on whose approval one is published."""

from __future__ import annotations

from typing import NamedTuple


from markupsafe import Markup

from ..records import KINDS
from ..records.submission import SubmissionConsent
from .page import Link
from .reader import Reader

# The page on which each kind of report is explained; its form stands below it. So does that of a case study.
REPORTS = {"exchange_report": "information-exchange", "engagement_report": "reporting-back"}
HOMES = {**REPORTS, "case_study": "contribute"}


class Filing(NamedTuple):
    """The steps; `contribute` is how a file is proposed, where the Guide has such a page."""

    form: Link
    folder: str
    contribute: Link | None


def filing(reader: Reader, kind: str) -> Filing:
    has_page = reader.site.routes.has("page", "contribute")
    return Filing(
        form=Link(reader.link("page", f"{HOMES[kind]}-form"), reader.words(f"nav.{HOMES[kind]}-form")), folder=f"guide_data/{KINDS[kind].folder}",
        contribute=Link(reader.link("page", "contribute"), reader.words("home.link.contribute")) if has_page else None,
    )


def basis(reader: Reader, consent: SubmissionConsent | None) -> Markup | str:
    """Who approved that a report is published; or, in the preview, that nobody has yet."""
    if consent is None or consent.basis == "pending":
        return reader.words("filing.pending")
    organization = reader.site.library.organizations[consent.administration]
    return reader.around("filing.approved", administration=reader.text(organization.name), role=reader.text(consent.role), date=reader.moment(consent.approved_on))
