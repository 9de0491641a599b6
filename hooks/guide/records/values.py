"""What a typed text means: dates, figures, addresses, ids. Pure functions that parse or raise Refused.

A refusal carries a code (its sentence is in locales under `check.<code>`) and, where one can be known, `suggest`:
the value to write instead.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlsplit

from .. import prose as markdown
from ..naming import slugified
from .hosts import is_public
from .typed_dates import parts_of

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
# A term may also be an ISO 3166-2 code (`CA-ON`): https://www.iso.org/obp/ui/#iso:code:3166:CA
TERM_PATTERN = r"^([a-z0-9]+(-[a-z0-9]+)*|[A-Z]{2}(-[A-Z]{2})?)$"
_SLUG, _TERM = re.compile(SLUG_PATTERN), re.compile(TERM_PATTERN)
MAX_NAME = 80
MAX_PROSE = 20_000  # longer than any field takes: the field will say so, and the links need not be read
_UNKNOWN_WORDS = ("unknown", "inconnu", "inconnue")
_MOMENT = re.compile(r"((?:1[89]|20)\d\d)(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_DAY = re.compile(r"((?:1[89]|20)\d\d)-(\d\d)-(\d\d)", re.ASCII)
# An address in which no sign needs a second look, only its host.
_PLAIN_ADDRESS = re.compile(r"https?://([a-z0-9.-]{1,253})(?:/[A-Za-z0-9._~/-]{0,1000})?")
_LONGEST_UNKNOWN = max(map(len, _UNKNOWN_WORDS))


class Refused(ValueError):
    """A text that does not mean what its field needs."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class Unknown:
    """The value of a field whose answer nobody knows: said honestly, and shown as such. There is one."""

    def __reduce__(self) -> str:
        return "UNKNOWN"

    def __repr__(self) -> str:
        return "unknown"

    def __bool__(self) -> bool:
        return False


UNKNOWN = Unknown()


def says_unknown(text: str) -> bool:
    """Whether a text only says that the answer is not known.

    >>> says_unknown("Inconnue"), says_unknown("unknown to us")
    (True, False)
    """
    text = text.strip()
    return len(text) <= _LONGEST_UNKNOWN and text.casefold() in _UNKNOWN_WORDS


class Markdown(str):
    """A text in the small Markdown that contributors may use (see prose.py)."""


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date as far as it is known: year; year and month; or year, month and day."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """ISO 8601, as short as it was given.

        >>> str(PartialDate(2005, 12))
        '2005-12'
        """
        return "-".join([f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part])


def line(text: str) -> str:
    """A text of one paragraph; line ends of a folded text become spaces."""
    text = " ".join(part for line in text.split("\n") if (part := line.strip(" \t"))) if "\n" in text else text.strip(" \t")
    if not text:
        raise Refused("empty")
    return text


def prose(text: str) -> Markdown:
    """A text of paragraphs, lists, emphasis and links. Links lead to https addresses."""
    text = text.strip(" \t\n")
    if not text:
        raise Refused("empty")
    for target in markdown.link_targets(text) if len(text) <= MAX_PROSE else ():
        if target[:7].lower() == "http://":
            raise Refused("address-not-secure", found=target[:100])
        address(target)
    return Markdown(text)


def slug(text: str) -> str:
    """A part of an address: small letters without accents, digits, single hyphens; at most 80 characters."""
    return _named(text, _SLUG, "slug-form")


def identifier(text: str) -> str:
    """The id of a record: the name of its file without `.yml`."""
    return _named(text, _SLUG, "file-name")


def term_id(text: str) -> str:
    """The id of a term of a vocabulary. Anything is taken here: the library knows the terms and names the nearest."""
    return line(text)


def new_term_id(text: str) -> str:
    """The id that a vocabulary gives to a term."""
    return _named(text, _TERM, "term-form")


def _named(text: str, pattern: re.Pattern[str], code: str) -> str:
    """A name of a pattern, of at most 80 characters. What it could be instead is suggested."""
    if not pattern.fullmatch(text) or len(text) > MAX_NAME:
        raise Refused(code, found=text[:100], suggest=slugified(text.removesuffix(".yml"))[:MAX_NAME].strip("-"))
    return text


def yes(text: str) -> bool:
    """The word `true`. A field that is not true is left out."""
    if text != "true":
        raise Refused("true-expected", found=text[:40], suggest="" if re.match("n|f|off|0", text, re.IGNORECASE) else "true")
    return True


def year(text: str) -> int | Unknown:
    """A year of four digits, or `unknown`."""
    if text == "unknown":
        return UNKNOWN
    if not re.fullmatch(r"(1[89]|20)\d\d", text, re.ASCII):
        found = re.search(r"\b(1[89]|20)\d\d\b", text, re.ASCII)
        raise Refused("year-form", found=text[:40], **({"suggest": found[0]} if found else {}))
    return int(text)


def moment(text: str) -> PartialDate | Unknown:
    """A date as far as it is known (2005, 2005-12, 2005-12-24), or `unknown`."""
    if text == "unknown":
        return UNKNOWN
    match = _MOMENT.fullmatch(text)
    if not match:
        raise Refused("date-form", found=text[:40], **_suggested_date(text))
    return existing(*match.groups())


def day(text: str) -> PartialDate:
    """A complete date, ISO 8601: 2026-11-22."""
    match = _DAY.fullmatch(text)
    if not match:
        raise Refused("day-form", found=text[:40], **_suggested_date(text))
    return existing(*match.groups())


def existing(*parts: str | None) -> PartialDate:
    """The date, if the calendar has it. 30 February gets the last day of that month as a suggestion."""
    year, month, day = [int(part) if part else None for part in parts]
    if month is not None and not 1 <= month <= 12:
        raise Refused("no-such-month", found="-".join(filter(None, parts)))
    last = 28 if day is None or 1 <= day <= 28 else calendar.monthrange(year, month)[1]  # every month has as many
    if day is not None and not 1 <= day <= last:
        raise Refused("no-such-day", found="-".join(filter(None, parts)), last=last, **({"suggest": f"{year:04}-{month:02}-{last:02}"} if day else {}))
    return PartialDate(year, month or 0, day or 0)


def _suggested_date(text: str) -> dict[str, str]:
    """`2026/11/2` and `12 mai 2026` show what was meant; `02/11/2026` could be two days, so nothing is suggested."""
    try:
        return {"suggest": str(existing(*parts))} if (parts := parts_of(text)) else {}
    except Refused:
        return {}


def number(text: str) -> Decimal:
    """A figure: digits, with a point before decimals. Both languages' separators are added on the page."""
    if not re.fullmatch(r"-?\d{1,15}(\.\d{1,6})?", text, re.ASCII):
        compact = re.sub(r"(?<=\d)[ ,\u00a0\u202f](?=\d{3}\b)", "", text).replace(",", ".")
        known = re.fullmatch(r"-?\d{1,15}(\.\d{1,6})?", compact, re.ASCII)
        raise Refused("number-form", found=text[:40], **({"suggest": compact} if known else {}))
    return Decimal(text)


def address(text: str) -> str:
    """A web address, http or https, of a plain public host: what is cited has to be readable by anyone."""
    if (plain := _PLAIN_ADDRESS.fullmatch(text)) and is_public(plain[1]):
        return text
    parts = _parts(text)
    if parts.scheme not in ("http", "https"):
        raise Refused("address-scheme", found=text[:100])
    _check_host(parts, text)
    return text


def secure_address(text: str) -> str:
    """A web address with https."""
    if text[:7].lower() == "http://":
        raise Refused("address-not-secure", found=text[:100], suggest=address("https://" + text[7:]))
    return address(text)


def _parts(text: str):
    if re.search(r"[\s<>\"`{}|\\^\x00-\x20]|%(?:[01][0-9a-f]|7f)", text, re.IGNORECASE) or len(text) > 2000:
        raise Refused("address-form", found=text[:100])
    try:
        parts = urlsplit(text)
        parts.port  # raises on a port that is no number
    except ValueError:
        raise Refused("address-form", found=text[:100]) from None
    return parts


def _check_host(parts, text: str) -> None:
    host = parts.netloc.rpartition("@")[2].lower()  # a port is a part of it: no public page needs one
    if parts.username is not None or parts.password is not None:
        raise Refused("address-user", found=host[:100])  # what stands before it may be a secret
    if not is_public(host):
        raise Refused("address-host", found=host[:100] or text[:100])


def mailbox(text: str) -> str:
    """An e-mail address of a role or an office. (Whether it looks like a person's is a warning of the checks.)"""
    if not re.fullmatch(r"[A-Za-z0-9._+-]{1,64}@([a-z0-9-]+\.)+[a-z]{2,}", text):
        raise Refused("mailbox-form", found=text[:100])
    return text
