"""What the page about contributing shows of the settings: where the forms are, the text of an e-mail, who decides and by when.

Nothing is made up: as long as mkdocs.yml does not say it, the page says that it is not set.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from ..issue_form import PATH, asked_in_short, heading, hint
from .page import Link
from .reader import Phrase, Reader


class EmailTemplate(NamedTuple):
    """A text to copy. `write` opens a new message to the maintainers, where they have a mailbox."""

    text: str
    subject: str
    address: str
    write: str


class Decision(NamedTuple):
    """Who decides about proposals, and within how many days; empty and 0 while nobody has said it."""

    by: Phrase | None
    days: int


def issue_form(reader: Reader) -> Link | None:
    """Where somebody tells about a case on GitHub."""
    repository = reader.site.settings.repository
    name = PATH.rpartition("/")[2]
    return Link(f"{repository}/issues/new?template={name}", reader.words("ways.issue-form")) if repository else None


def contribute_form(reader: Reader) -> Link | None:
    """The form in the browser, where this build has it."""
    has_form = reader.site.routes.has("page", "contribute-form")
    return Link(reader.link("page", "contribute-form"), reader.words("ways.form")) if has_form else None


def email_template(reader: Reader) -> EmailTemplate:
    """The headings of the issue form, in the reader's language. It is to be copied, so nothing in it is typeset."""
    parts = [f"{heading(field, reader.language)}\n({hint(field, reader.language)})\n\n\n" for field in asked_in_short()]
    subject, address = reader.t("ways.subject"), reader.site.settings.contact_email
    return EmailTemplate("".join(parts).rstrip("\n") + "\n", subject, address, f"mailto:{address}?subject={quote(subject)}" if address else "")


def decision(reader: Reader) -> Decision:
    """In the reader's language, or in the other one with its mark."""
    said = reader.site.settings.decided_by
    language = reader.language if reader.language in said else next(iter(said), "")
    return Decision(reader.texts.phrase(said[language], language) if language else None, reader.site.settings.response_days)
