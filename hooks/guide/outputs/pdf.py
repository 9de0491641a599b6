"""The whole Guide as a tagged PDF (PDF/UA-1), made by WeasyPrint from the whole Guide in one file.

WeasyPrint is an optional extra (`make pdf`): it needs the library Pango, and minutes for hundreds of pages. So each
language has a process of its own, in which this file runs as a program and knows nothing of the Guide.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

FONTS = Path(__file__).resolve().parent.parent / "fonts"
# The Guide's own fonts, so that every machine makes the same file.
FACES = "".join(
    f'@font-face {{ font-family: "DejaVu Sans"; font-weight: {weight}; src: url("{(FONTS / name).as_uri()}"); }}\n'
    for weight, name in ((400, "DejaVuSans.ttf"), (700, "DejaVuSans-Bold.ttf")))


def is_installed() -> bool:
    """Whether WeasyPrint is there. Pango may still be missing, which it tells itself."""
    return importlib.util.find_spec("weasyprint") is not None


class Pdf:
    """A PDF that is being made. The next one can be begun meanwhile."""

    def __init__(self, html: str) -> None:
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.source, self.target = (Path(self.folder.name, name) for name in ("guide.html", "guide.pdf"))
        self.source.write_text(html, "utf-8")
        command = [sys.executable, __file__, str(self.source), str(self.target)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def content(self) -> bytes:
        """The bytes, once they are there. Raises RuntimeError with what WeasyPrint said."""
        with self.folder:
            said, _ = self.process.communicate()
            if self.process.returncode:
                raise RuntimeError(f"WeasyPrint ended with {self.process.returncode}: {said.strip()[-800:]}")
            return self.target.read_bytes()


def write(source: Path, target: Path) -> None:
    """Make a PDF from a file of HTML. Nothing is fetched but the fonts."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    class OnlyFonts(URLFetcher):
        def fetch(self, url: str, headers: dict | None = None):
            if not url.startswith(FONTS.as_uri() + "/"):
                raise ValueError(f"{url} is not part of the file")
            return super().fetch(url, headers)

    fonts, fetcher = FontConfiguration(), OnlyFonts(allowed_protocols=("file",))
    faces = CSS(string=FACES, font_config=fonts, url_fetcher=fetcher)
    page = HTML(string=source.read_text("utf-8"), url_fetcher=fetcher)
    # An identifier that is no chance: the same Guide gives the same bytes.
    page.write_pdf(target, stylesheets=[faces], font_config=fonts, pdf_variant="pdf/ua-1", pdf_identifier=b"guide")


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
