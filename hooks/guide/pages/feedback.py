"""How a reader tells about a problem with a page: a form of the repository, filled in with the address, or the maintainers' mailbox."""

from __future__ import annotations

from urllib.parse import quote

from .page import Link
from .reader import Reader

# The file of the form in .github/ISSUE_TEMPLATE/, and the name of its field for the address of the page.
FORM, FIELD = "problem.yml", "page"


def problem_links(reader: Reader, address: str) -> list[Link]:
    """The ways to report a problem with the page at an address, by which the first is called as Canada.ca calls it."""
    settings, links = reader.site.settings, []
    if settings.repository:
        links.append(Link(f"{settings.repository}/issues/new?template={FORM}&{FIELD}={quote(address, safe='')}", reader.words("feedback.problem")))
    if settings.contact_email:
        text = reader.words("feedback.mail" if links else "feedback.problem")
        subject = quote(reader.words("feedback.subject"), safe="")
        links.append(Link(f"mailto:{settings.contact_email}?subject={subject}&body={quote(address, safe='')}", text))
    return links
