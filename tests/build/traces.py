"""Where a mark is in a folder: in names and bytes, packed or not, as it is and as other programs would write it."""

from __future__ import annotations

import base64
import gzip
import io
import re
import zipfile
import zlib
from pathlib import Path


def forms(mark: str) -> set[bytes]:
    """A mark in small letters as programs write it: other encodings, escapes, entities, backwards. Compared without regard to capitals."""
    raw = mark.encode()
    return {raw, mark.encode("utf-16-le"), mark.encode("utf-16-be"), mark.encode("utf-32-le"), raw[::-1], raw.hex().encode(),
            "".join(f"&#{ord(letter)};" for letter in mark).encode(), "".join(f"&#x{ord(letter):x};" for letter in mark).encode(),
            "".join(f"%{ord(letter):02x}" for letter in mark).encode(), "".join(f"\\u{ord(letter):04x}" for letter in mark).encode(),
            "".join(f"\\x{ord(letter):02x}" for letter in mark).encode(), "=".join(["", *(f"{ord(letter):02x}" for letter in mark)]).encode(),
            *_base64(mark)}


def _base64(mark: str) -> set[bytes]:
    """What base64 makes of a mark wherever it begins, in small letters, without the signs that its neighbours decide."""
    found = set()
    for text in {mark, mark.upper(), mark.title()}:
        for before in range(3):
            whole = base64.b64encode(b"\0" * before + text.encode())
            found.add(whole[-(-before * 4 // 3) + (before > 0):].rstrip(b"=")[:-1].lower())
    return found


def unpacked(content: bytes) -> bytes:
    """The bytes of a file, and what they hold when they are packed: a search index, an office file, the texts of a picture, a PDF."""
    if content.startswith(b"\x1f\x8b"):
        return content + unpacked(gzip.decompress(content))
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return content + package.comment + b"".join(part.filename.encode() + unpacked(package.read(part)) for part in package.infolist())
    if content.startswith((b"\x89PNG", b"%PDF")):
        return content + b"".join(_inflated(content[match.start():]) for match in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", content))
    return content


def _inflated(content: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(content)
    except zlib.error:
        return b""


def traces(folder: Path, mark: str, said: str = "") -> list[str]:
    """Every place of a mark below a folder, and in what a command said."""
    places = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*"))}
    contents = {name: unpacked(path.read_bytes()).lower() for name, path in places.items() if path.is_file()}
    wanted = re.compile(b"|".join(map(re.escape, sorted(forms(mark)))))
    found = [f"{name}: {content[max(0, match.start() - 40):match.end() + 40]!r}"
             for name, content in {**contents, "the log": said.lower().encode()}.items() if (match := wanted.search(content))]
    return found + [f"{name}: its name" for name in places if mark in name.lower()]
