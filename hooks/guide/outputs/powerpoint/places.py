"""Where things stand on a slide, in inches, and how Office writes places and languages. No government's look."""

from __future__ import annotations

from ...languages import REGIONAL_TAGS

WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.6
COVER, CONTENT, TITLE_ONLY = 0, 1, 2
# Where a title and the content below it stand: left, top, width, height.
TITLE_PLACE = (MARGIN, 0.4, WIDTH - 2 * MARGIN, 1.0)
BODY_PLACE = (MARGIN, 1.55, WIDTH - 2 * MARGIN, 4.75)
_TO_THE_INCH = 914_400  # English Metric Units, the unit of the format


def tag(language: str) -> str:
    """A language as Office writes it: en-CA."""
    return REGIONAL_TAGS[language].replace("_", "-")


def emu(place: tuple[float, ...]) -> tuple[int, ...]:
    """A place in the unit of the format."""
    return tuple(int(length * _TO_THE_INCH) for length in place)


def transform(place: tuple[float, float, float, float]) -> str:
    """A place as `a:xfrm`."""
    left, top, width, height = emu(place)
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
