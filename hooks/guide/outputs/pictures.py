"""Pictures for where a link to the Guide is shared (OpenGraph): title, partners and mark; one for each case and language,
one for all other pages of a language.

Sixteen colours, four bits a pixel: small, quickly made, and the same bytes each time. Letters are set without the
machine's own fonts or shaping library (Layout.BASIC), so that they are the same on every machine. A picture that was
made before is taken from .cache/, under a name that holds all it depends on; the folder may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont, features

from .. import machine_paths
from ..languages import LANGUAGES
from ..pages import embed
from ..pages.reader import Reader
from ..site import Site

WIDTH, HEIGHT = embed.PICTURE
MARGIN, LINE = 80, 1.25
FONTS = Path(__file__).parent.parent / "fonts"
REGULAR, BOLD = "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"
PAPER, INK, BRAND, ORANGE = (255, 255, 255), (27, 36, 38), (29, 92, 99), (224, 145, 47)
# Colours 0 to 12 go from ink to paper, for the edges of letters; then come those of the mark.
SHADES = 13


class Picture(NamedTuple):
    """A picture that is to be made of three texts: its path, and the root of the project that keeps it."""

    path: str
    root: Path
    texts: tuple[str, str, str]

    def content(self) -> bytes:
        return _kept(self.root, *self.texts)


def files(site: Site) -> Iterator[Picture]:
    """Every picture."""
    for language in LANGUAGES:
        reader = Reader(site, language, "")
        name = reader.words("site.name")
        yield Picture(machine_paths.picture("page", "", language), site.root, ("", name, reader.words("site.description")))
        for key in site.library.case_studies:
            title = reader.text(site.library.case_studies[key].title)
            yield Picture(machine_paths.picture("case_study", key, language), site.root, (name, str(title), _plain(reader, key)))


def _kept(root: Path, *texts: str) -> bytes:
    """A picture, made once for all builds. It is renamed into place, so that no build meets half of it."""
    path = root / ".cache" / "pictures" / f"{hashlib.sha256(repr((texts, _version())).encode()).hexdigest()}.png"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_suffix(f".{os.getpid()}")
        aside.write_bytes(picture(*texts))
        aside.replace(path)
    return path.read_bytes()


@cache
def _version() -> str:
    """What pictures depend on besides their texts: this file, the fonts, and the programs that draw letters and pack pixels."""
    ours = b"".join(path.read_bytes() for path in (Path(__file__), FONTS / REGULAR, FONTS / BOLD))
    theirs = [features.version(name) for name in ("pil", "freetype2", "zlib")]
    return f"{hashlib.sha256(ours).hexdigest()} {theirs}"


def _plain(reader: Reader, key: str) -> str:
    """The partners in a line, the lead first."""
    library = reader.site.library
    partners = sorted(library.case_studies[key].partners, key=lambda partner: not partner.lead)
    return " · ".join(reader.plain(library.organizations[partner.organization].name) for partner in partners)


def picture(above: str, title: str, below: str) -> bytes:
    """A picture with three texts, as PNG."""
    image = _begun(above).copy()
    size, lines = _fitting(title)
    y = 235 if len(lines) < 4 else 200
    for line in lines:
        _write(image, y, line, font(BOLD, size), 0)
        y += round(size * LINE)
    for line in _cut(wrapped(below, font(REGULAR, 30), WIDTH - 2 * MARGIN), 3 if len(lines) < 4 else 2):
        _write(image, y + 24, line, font(REGULAR, 30), 60)
        y += 40
    return _png(image)


@lru_cache(maxsize=4)
def _begun(above: str) -> Image.Image:
    """The paper with the line at the top, which all pictures of a language have."""
    image = Image.new("L", (WIDTH, HEIGHT), 255)
    ImageDraw.Draw(image).text((MARGIN + 125, MARGIN + 22), above, 60, font(REGULAR, 28))
    return image


def _write(image: Image.Image, y: int, line: str, letters: ImageFont.FreeTypeFont, grey: int) -> None:
    """A line of text, word by word: no letter stands nearer to a space, or further from it, than to another letter."""
    x = MARGIN
    for word in line.split(" "):
        left, top, drawn = _drawn(letters, word)
        image.paste(grey, (x + left, y + top), drawn)
        x += round(length(letters, word) + length(letters, " "))


@lru_cache(maxsize=1024)
def _drawn(letters: ImageFont.FreeTypeFont, word: str) -> tuple[int, int, Image.Image]:
    """A word as a mask, with its place beside the point at which it begins. Drawing letters takes longest, and most words come again."""
    left, top, right, bottom = letters.getbbox(word)
    mask = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(mask).text((-left, -top), word, 255, letters)
    return left, top, mask


def _fitting(title: str) -> tuple[int, list[str]]:
    """The largest size in which a title has at most three lines; the smallest, with what is too much cut off."""
    for size in (64, 56, 48, 42):
        lines = wrapped(title, font(BOLD, size), WIDTH - 2 * MARGIN)
        if len(lines) <= 3:
            return size, lines
    return size, _cut(lines, 4)


def wrapped(text: str, letters: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """A text in lines that are not wider than width, unless one word is. Nonbreaking spaces keep together what they join."""
    lines, used, space = [], 0.0, length(letters, " ")
    for word in text.split(" "):
        used += space + length(letters, word)
        if lines and used <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
            used = length(letters, word)
    return lines


@cache
def length(letters: ImageFont.FreeTypeFont, word: str) -> float:
    """How wide a word is. Few words of the Guide are new ones."""
    return letters.getlength(word)


def _cut(lines: list[str], most: int) -> list[str]:
    return lines if len(lines) <= most else [*lines[:most - 1], lines[most - 1].rstrip(" ·,") + " …"]


@cache
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """A font of the project's own."""
    return ImageFont.truetype(FONTS / name, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _mark() -> tuple[tuple[tuple[int, int], Image.Image], ...]:
    """The mark and the band below, as colours of the palette, each with its place. As docs/assets/mark.svg draws it, four times as large."""
    mark, band = Image.new("L", (97, 97), SHADES - 1), Image.new("L", (WIDTH, 22), 13)
    draw = ImageDraw.Draw(mark)
    for colour, start, end, corners in ((13, 0, 72, (True,) * 4), (14, 24, 96, (True,) * 4), (SHADES - 1, 24, 72, (True, False, True, False))):
        draw.rounded_rectangle((start, start, end, end), 20, colour, corners=corners)
    return ((MARGIN, MARGIN - 10), mark), ((0, HEIGHT - band.height), band)


def _palette() -> list[int]:
    shades = [tuple(round(ink + (paper - ink) * shade / (SHADES - 1)) for ink, paper in zip(INK, PAPER)) for shade in range(SHADES)]
    return [part for colour in (*shades, BRAND, ORANGE, PAPER) for part in colour]


def _png(image: Image.Image) -> bytes:
    """Grey letters to the palette, the mark over them."""
    image = image.point([round(grey * (SHADES - 1) / 255) for grey in range(256)])
    for place, part in _mark():
        image.paste(part, place)
    image.putpalette(_palette())
    out = BytesIO()
    # Runs alone: most of a picture is paper. A sixth more bytes than with a search for repeated passages, in three quarters of the time.
    image.save(out, "PNG", bits=4, compress_type=Image.RLE)
    return out.getvalue()
