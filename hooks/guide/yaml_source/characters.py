"""Characters that hide or break things, and the reading of bytes as text.

Joiners (U+200D, U+200C) are left alone where emoji and scripts need them: beside a letter or a sign from beyond the
European alphabets. Between others they only make two words that look like one another.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

# Control characters but tab and newline; line separators that YAML would take for line ends; bidirectional
# embeddings and overrides; zero-width space, word joiner and other signs of no width; a byte order mark inside the
# text; noncharacters.
_REFUSED = (
    # Joiners that join nothing, and tags that follow no flag (which spells England, Scotland or Wales with them).
    r"(?<![\u0530-\u1fff\u2070-\U0010ffff])[\u200c\u200d](?![\u0530-\u1fff\u2070-\U0010ffff])"
    r"|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]|"
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u200b\u2060-\u2064\u206a-\u206f\ufff9-\ufffb\ufeff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane * 0x10000 + end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
    + "\ud800-\udfff]"
)
# Every character that _REFUSED or an isolate could be: a file in which none stands is plain, and seen to be so at once.
_SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200d\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\uffff\U0001fffe-\U0010ffff]")
# The bytes of texts in which nothing is but line ends, ASCII and the letters from À to ſ: none of them hides, none is a blank of
# another width, and their accents are composed.
_OF_LETTERS = bytes((0x0A, *range(0x20, 0x7F), *range(0x80, 0xC0), 0xC3, 0xC4, 0xC5))
_ISOLATES = re.compile("[\u2066-\u2069]")


@cache
def _refused() -> re.Pattern[str]:
    """Made when a file needs it: making it takes longer than checking a record."""
    return re.compile(_REFUSED)


def has_letters_only(raw: bytes) -> bool:
    """Whether the bytes of a text (in UTF-8) say at once that nothing in it is strange. Takes a tenth of the time of looking for what is."""
    return not raw.translate(None, _OF_LETTERS)


def is_printed(text: str) -> bool:
    """Whether a text holds nothing but line ends and what can be printed, without spaces of another width. Takes a tenth of the time of a search."""
    return text.replace("\n", "").isprintable()


def is_plain(text: str) -> bool:
    """Whether a text holds no character that `refused` could name."""
    return is_printed(text) or not _SUSPECT.search(text) or not (_refused().search(text) or _ISOLATES.search(text))


def refused(text: str) -> Iterator[tuple[int, str]]:
    """The index and the code point (`U+202E`) of each character that a file may not hold."""
    for match in _refused().finditer(text):
        yield match.start(), f"U+{ord(match[0]):04X}"
    yield from _unclosed_isolates(text)


def without_refused(text: str) -> str:
    """The text without the characters that `refused` names, so that checking can go on."""
    return _refused().sub("", text)


def _unclosed_isolates(text: str) -> Iterator[tuple[int, str]]:
    """A bidirectional isolate must be closed on its own line, or it reorders what follows."""
    opened: list[int] = []
    for match in re.finditer("[\u2066-\u2069\n]", text):
        if match[0] == "\n":
            yield from ((index, f"U+{ord(text[index]):04X}") for index in opened)
            opened = []
        elif match[0] != "\u2069":
            opened.append(match.start())
        elif opened:
            opened.pop()
        else:
            yield match.start(), "U+2069"
    yield from ((index, f"U+{ord(text[index]):04X}") for index in opened)


def decode(raw: bytes) -> tuple[str, int | None]:
    """The text of a file, and the index of its first byte that is not UTF-8 (None if all is well).

    A byte order mark is dropped. Text in the old Windows encoding is read as such, so that the other
    problems of the file can still be found. What is no text at all (a document of a word processor) reads as "".
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace"), 0
    if 0 in raw and raw.count(0) > len(raw) // 8:
        return "", raw.index(0)
    text = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return text.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return "" if 0 in raw else text.decode("cp1252", errors="replace"), len(raw) - len(text) + error.start


def normalized(text: str) -> str:
    """One spelling for equal texts: line ends as a newline, accents composed (NFC)."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
