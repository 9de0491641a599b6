"""The text of a file that was saved in another encoding than UTF-8, where there can be no doubt which one it is."""

from __future__ import annotations

import re

from .draft import Change

# What French, English and Indigenous names hold in the old Windows encoding. Another encoding would give signs that stand
# in no such text.
_LETTERS = re.compile("[\x09\x0a\x0d\x20-\x7eÀÂÄÆÇÈÉÊËÎÏÔÖŒÙÛÜŸàâäæçèéêëîïôöœùûüÿ«»“”‘’–—…\u00a0°€™®©·•½¼¾²³ñÑáíóúÁÍÓÚ]*")
_MARKS = ("utf-16", (b"\xff\xfe", b"\xfe\xff"))


def decoded(raw: bytes) -> tuple[str | None, tuple[Change, ...]]:
    """The text, with the change that reading it was; None for what is no text, or a text that could be several.

    >>> decoded("Prêts".encode("cp1252"))[0], decoded(bytes([0x81, 0x8d]))[0]
    ('Prêts', None)
    """
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        text = _otherwise(raw)
    return (text, (Change(0, (), (), "encoding"),)) if text is not None else (None, ())


def _otherwise(raw: bytes) -> str | None:
    encoding = _MARKS[0] if raw.startswith(_MARKS[1]) else "cp1252"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text if encoding == _MARKS[0] and "\x00" not in text or _LETTERS.fullmatch(text) and _is_french_or_english(text) else None


def _is_french_or_english(text: str) -> bool:
    """Whether accents stand inside words, as they do when the encoding is the right one."""
    strange = re.findall(r"[a-z][À-ÖØ-Ý«»–—°€™®©·•½¼¾²³…]+[a-z]", text)
    return not strange
