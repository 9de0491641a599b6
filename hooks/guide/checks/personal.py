"""Personal data where a role belongs: a private mailbox, a mailbox with a person's name, a name or a telephone number in a role.

Only warnings: a person decides. What stands in a role beside a name of a person (a title, a place, an organization) is
known by its words, so that no role is taken for a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Finding
from ..languages import LANGUAGES
from ..library import Library
from ..naming import folded
from ..records import walk
from ..records.fields import Bilingual

# Hosts where anybody has a mailbox, by the name before their ending; and those of Canadian access providers.
_FREE = ("gmail", "googlemail", "hotmail", "outlook", "live", "msn", "yahoo", "ymail", "icloud", "me", "mac", "aol", "proton", "protonmail", "gmx",
         "mail", "zoho", "yandex", "fastmail", "videotron", "sympatico", "bell", "rogers", "shaw", "telus", "cogeco", "eastlink", "sasktel", "xplornet")
_FREE_HOST = re.compile(rf"(?:{'|'.join(_FREE)})\.(?:com|ca|net|org|fr|me|co\.uk)$", re.IGNORECASE)
_MAILBOX = re.compile(r"[A-Za-z0-9._+-]{1,64}@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})")
_PHONE = re.compile(r"(?<![\w/.-])(?:\+?1[ .-])?\(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4}(?!\w)")
# Words of roles, offices and organizations, without accents, as they begin.
_OF_A_ROLE = tuple("""
    accueil action admin adviser advisor affair agen aid analyst assist associate bureau cabinet canada centr chair chief
    citizen clerk client command commis commun conseil contact coord corporate council counsel customer data delivery deput
    digital direct division donnees enquir executi federal finance first general gestion gouvernement government greffi
    guichet guide head help identi inform innovat inquir internal lead liaison manager mayor media ministe municipal nation
    numerique office ontario operation partenar partner permit policy politique premier presid prestation princip privacy
    program project projet provinc public quebec region registr relation renseign responsable secretar senior service sous
    soutien special strateg superint supervis support team technolog territor treasur tresor unit vice web
""".split())
_NAME = r"[A-ZÀ-Þ](?:\.|[a-zà-ÿ]+(?:[-'’][A-ZÀ-Þ]?[a-zà-ÿ]+)*)"
_TITLE_OF_A_PERSON = re.compile(rf"(?:\b(?:Mr|Mrs|Ms|Mme|Mlle|Dr|Dre)\b\.?|(?<!\w)M\.)(?: {_NAME}){{1,3}}")
_CAPITALIZED = re.compile(_NAME)


def of_record(library: Library, kind: str, name: str, values: list[walk.Value], texts: list[tuple[tuple, Bilingual]]) -> Iterator[Finding]:
    for location, _, value in values:
        if location[-1] == "mailbox" and isinstance(value, str):
            yield from _mailbox(library, kind, name, location, value)
    for location, text in texts:
        if location[-1] == "role" or "@" in (text.en or "") or "@" in (text.fr or ""):
            yield from _text(library, kind, name, location, text)


def _mailbox(library: Library, kind: str, name: str, location: tuple, mailbox: str) -> Iterator[Finding]:
    local, _, host = mailbox.partition("@")
    if _FREE_HOST.fullmatch(host):
        yield library.finding(kind, name, location, "mailbox-private", "warning", found=mailbox)
    elif is_named_after_a_person(local):
        yield library.finding(kind, name, location, "mailbox-of-a-person", "warning", found=mailbox)


def is_named_after_a_person(local: str) -> bool:
    """Whether a mailbox seems to be called first.last. One word of a role is enough for a role.

    >>> is_named_after_a_person("jane.doe"), is_named_after_a_person("service.counter"), is_named_after_a_person("partnerships")
    (True, False, False)
    """
    words = re.split(r"[._-]", folded(local))
    return 2 <= len(words) <= 3 and all(word.isalpha() for word in words) and len(words[-1]) > 1 and not any(map(_is_of_a_role, words))


def _text(library: Library, kind: str, name: str, location: tuple, text: Bilingual) -> Iterator[Finding]:
    for language in LANGUAGES:
        words = str(getattr(text, language) or "")
        for found in _MAILBOX.finditer(words) if "@" in words else ():
            if _FREE_HOST.fullmatch(found[1]):
                yield library.finding(kind, name, (*location, language), "mailbox-private", "warning", found=found[0])
        if location[-1] == "role":
            if found := _PHONE.search(words):
                yield library.finding(kind, name, (*location, language), "phone-number", "warning", found=found[0])
            if person := _person(library, words, "consent" in location):
                yield library.finding(kind, name, (*location, language), "person-named", "warning", found=person)


def _person(library: Library, role: str, is_function: bool) -> str:
    """What in a role seems to be the name of a person, or "": a form of address; in a function, two or three capitalized words.

    The role of a partner tells what it does, and may hold the names of services and places.
    """
    if found := _TITLE_OF_A_PERSON.search(role):
        return found[0]
    for part in re.split(r"[,;:()/]| [–—-] ", role) if is_function else ():
        words = part.split()
        if 2 <= len(words) <= 3 and all(map(_CAPITALIZED.fullmatch, words)) and not any(_is_of_a_role(folded(word)) for word in words):
            if not _is_a_place(library, part.strip()):
                return part.strip()
    return ""


def _is_of_a_role(word: str) -> bool:
    return word.startswith(_OF_A_ROLE)


def _is_a_place(library: Library, words: str) -> bool:
    """Whether the Guide knows the words from the name of a jurisdiction or an organization."""
    terms = library.terms.get("jurisdiction", {}).values()
    texts = [*(term.label for term in terms), *(record.name for record in library.organizations.values())]
    return any(folded(words) in folded(str(text.en or "")) or folded(words) in folded(str(text.fr or "")) for text in texts)
