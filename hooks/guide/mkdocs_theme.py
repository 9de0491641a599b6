"""Material's templates, from which MkDocs renders the frames: looked up by their names, and compiled once.

MkDocs goes through all files of a theme, once for each language, to copy those that are no templates. Material has 15,000
(icons above all), and our pages load none of them: going through them took a fifth of the time of a small build.
"""

from __future__ import annotations

from typing import Any

from mkdocs.theme import Theme

from .templating import ByName, compile_all, compile_named, kept


class FrameTheme(Theme):
    """The theme that mkdocs.yml names, of which nothing is copied into the site."""

    @classmethod
    def of(cls, theme: Theme) -> FrameTheme:
        """The same theme, with all its settings."""
        made = cls.__new__(cls)
        vars(made).update(vars(theme))
        return made

    def get_env(self) -> Any:
        """MkDocs' environment of templates; it makes one for each language."""
        made = super().get_env()
        made.loader, made.bytecode_cache = ByName(self.dirs), kept("frames")
        return made

    def compile(self) -> None:
        """Compile what a build needs, unless it is kept already: Material's template of a page, and ours."""
        compile_named(self.get_env(), "main.html")
        compile_all()
