"""The timeline: its order, its drawing, and what is said of an uncertain date."""

from __future__ import annotations

import pytest

from guide.pages import timeline as made

from .samples import milestone

FIGURE = ("sources:\n", "read_from_figure: true\nsources:\n")
ADDRESS = ("  - held_by: council\n", "  - url: https://www.example.ca/minutes\n")


def timeline(reader_of, *files, language="en"):
    return made.timeline(reader_of(language, {name: text for part in files for name, text in part.items()}))


def test_milestones_stand_in_the_order_of_their_dates(reader_of):
    """A month comes after its days, a year after its months: the less is known, the later."""
    shown = timeline(reader_of, milestone("ma"), milestone("mb", ("2018-05", "2018-05-24")), milestone("mc", ("2018-05", "2018")),
                     milestone("md", ("2018-05", "2016-02")), milestone("me", ("2018-05", "unknown")))

    assert [row.date.replace("\u00a0", " ") for row in shown.rows] == ["February 2016", "May 24, 2018", "May 2018", "2018", "not known"]
    assert [row.number for row in shown.rows] == [1, 2, 3, 4, 5]


def test_the_drawing_holds_what_the_table_holds(reader_of):
    """Each dated milestone has a dot with its number, its words and a way to its row; later ones stand further right."""
    shown = timeline(reader_of, milestone("ma", ("2018-05", "2016-02")), milestone("mb"), milestone("mc", ("kind: meeting", "kind: approval")),
                     milestone("md", ("2018-05", "unknown")))

    assert [(dot.number, dot.href) for dot in shown.dots] == [(1, "#milestone-1"), (2, "#milestone-2"), (3, "#milestone-3")]
    assert shown.dots[1].name.replace("\u00a0", " ") == "2. May 2018: The council meets"
    assert shown.dots[0].x < shown.dots[1].x == shown.dots[2].x
    assert shown.dots[1].y != shown.dots[2].y
    assert [year.label for year in shown.years] == ["2016", "2017", "2018", "2019"]
    assert max(dot.x for dot in shown.dots) < shown.width and max(dot.y for dot in shown.dots) < shown.height


def test_no_dot_covers_another(reader_of):
    """Two milestones of one month and kind stand side by side."""
    shown = timeline(reader_of, milestone("ma"), milestone("mb"), milestone("mc", ("2018-05", "2018-06")))

    places = [dot.x for dot in shown.dots]
    assert all(right - left >= 24 for left, right in zip(places, places[1:]))


@pytest.mark.parametrize(("changes", "note", "href"), [((), "", ""), ((FIGURE, ADDRESS), "Read from a figure", "https://www.example.ca/minutes")])
def test_what_was_read_from_a_figure_says_so_and_each_names_its_source(reader_of, changes, note, href):
    """A document that is not public has a title and no link."""
    [row] = timeline(reader_of, milestone("ma", *changes)).rows

    assert row.note.startswith(note) and bool(row.note) is bool(note)
    assert [(str(source.text), source.href) for source in row.sources] == [("Minutes", href)]


def test_without_milestones_there_is_an_empty_table(reader_of):
    """Nothing is drawn from nothing."""
    shown = timeline(reader_of)

    assert (shown.rows, shown.dots) == ([], [])
