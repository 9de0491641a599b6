"""ZIP archives that have the same bytes each time: no clock, no machine."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIXED_DATE = (1980, 1, 1, 0, 0, 0)  # the first day that the format knows
# A hundredth more bytes than at the usual 6, in two thirds of the time.
LEVEL = 5


def archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of files, given by their names, in this order."""
    made = BytesIO()
    pack(files, made)
    return made.getvalue()


def pack(files: Iterable[tuple[str, bytes]], into: BytesIO | Path) -> int:
    """Write such an archive. Gives the number of files in it."""
    with ZipFile(into, "w", ZIP_DEFLATED) as zipped:
        for name, content in files:
            info = ZipInfo(name, FIXED_DATE)
            info.compress_type, info.external_attr, info.create_system = ZIP_DEFLATED, 0o644 << 16, 3
            zipped.writestr(info, content, compresslevel=LEVEL)
        return len(zipped.infolist())
