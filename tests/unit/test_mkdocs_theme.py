"""The theme of the frames: Material's templates, by their names, compiled once."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from mkdocs.theme import Theme

from guide import templating
from guide.mkdocs_theme import FrameTheme


@pytest.fixture
def themes(monkeypatch, tmp_path: Path) -> tuple[Theme, FrameTheme]:
    """Material as MkDocs reads it, and as we give it back."""
    monkeypatch.setattr(templating, "KEPT", tmp_path / "kept")
    theme = Theme(name="material", custom_dir=str(tmp_path), features=["a"])
    return theme, FrameTheme.of(theme)


def test_the_theme_keeps_its_settings_and_lists_no_file(themes):
    """MkDocs copies what is listed, after looking through 15,000 files."""
    theme, ours = themes

    assert (dict(ours), ours.dirs, ours.static_templates) == (dict(theme), theme.dirs, theme.static_templates)
    assert len(theme.get_env().list_templates()) > 1000
    assert ours.get_env().list_templates() == []


def test_a_template_is_compiled_once_for_both_languages_and_the_next_build(themes, monkeypatch):
    """And anew when it has changed."""
    folder, ours = Path(themes[0].custom_dir), themes[1]
    (folder / "one.html").write_text("a {% include '.icons/material/pencil.svg' %}")
    first = ours.get_env().get_template("one.html").render()
    monkeypatch.setattr(jinja2.Environment, "_generate", lambda *_, **__: pytest.fail("compiled again"))

    assert first.startswith("a <svg")
    assert ours.get_env().get_template("one.html").render() == first
    monkeypatch.undo()
    (folder / "one.html").write_text("b")
    assert ours.get_env().get_template("one.html").render() == "b"


def test_the_largest_templates_can_be_compiled_beforehand(themes, monkeypatch):
    """A page's, and the one that it extends."""
    Path(themes[0].custom_dir, "main.html").write_text("{% extends 'base.html' %}")
    themes[1].compile()
    monkeypatch.setattr(jinja2.Environment, "_generate", lambda *_, **__: pytest.fail("compiled again"))

    assert [themes[1].get_env().get_template(name).name for name in ("main.html", "base.html")] == ["main.html", "base.html"]


def test_where_nothing_can_be_kept_templates_are_compiled_each_time(themes, monkeypatch, tmp_path):
    """A folder that nobody may write to stops no build."""
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(templating, "KEPT", tmp_path / "file")
    (tmp_path / "one.html").write_text("a")

    assert themes[1].get_env().get_template("one.html").render() == "a"
