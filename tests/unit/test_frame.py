"""The frame around every page."""

from __future__ import annotations

import pytest

from guide import frame

PARTS = {part: f"[{part}]" for part in frame.PARTS}
FRAME = "<html>" + "|".join(frame.marks().values()) + "</html>"


def test_each_mark_of_the_theme_is_filled_with_its_part():
    """The marks that the theme gets are those that are filled."""
    assert frame.fill(frame.divided(FRAME), PARTS) == "<html>[head]|[styles]|[header]|[main]|[footer]</html>"


@pytest.mark.parametrize("broken", [FRAME.replace("<!--guide:main-->", ""), FRAME + "<!--guide:head-->", FRAME + "<!--guide:more-->", ""])
def test_a_frame_with_other_marks_is_an_error(broken):
    """A mark that is missing, stands twice or has another name stops the build."""
    with pytest.raises(ValueError, match="marks"):
        frame.divided(broken)


def test_a_mark_inside_a_part_is_not_filled():
    """What a contributor wrote cannot pull another part into a page."""
    filled = frame.fill(frame.divided(FRAME), {**PARTS, "main": "<!--guide:head--> \\1"})

    assert "<!--guide:head--> \\1" in filled


def test_what_only_the_script_of_material_would_use_is_left_out():
    """Checkboxes without a name, a label without words and empty boxes are barriers, and nothing uses them."""
    leftovers = ('<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">\n<label class="md-overlay" for="__drawer"></label>'
                 '<div data-md-component="skip">\n  \n</div><div data-md-component="announce">\n</div><div class="md-dialog" data-md-component="dialog">\n<div class="md-dialog__inner"></div>\n</div>')

    assert frame.fill(frame.divided(leftovers + FRAME), PARTS).strip() == frame.fill(frame.divided(FRAME), PARTS)
    assert "md-toggle" in frame.fill(frame.divided(FRAME), {**PARTS, "main": leftovers})
