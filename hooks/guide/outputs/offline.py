"""The whole site as one archive that opens from a folder, by a double click on index.html, without any server.

Made from the built site, so it holds what is published and nothing else. What changes: links name the file of each
page; what scripts read has a twin that a browser may load from a folder (templates/components/offline.js); and each page's
policy allows files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from . import archive

# The folder in the archive, so that it does not scatter its files.
NAME = "service-delivery-partnerships-guide"
# What a folder has no use for: files for hosts and robots, answers to sites that ask, the pages of errors, workers.
_LEFT_OUT = re.compile(r"^(_headers|robots\.txt|sitemap\.xml|404\.html)$|^assets/checker/|/oembed\.(json|xml)$")
_READ_BY_SCRIPTS = re.compile(r"^\w+/search/[\w.]+\.json$|^api/v\d+/cases/[^/]+\.json$")
# In finished pages every < and > of a text or an attribute is escaped, so that tags are found without a parser.
_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_LEADS = re.compile(r'(\s(?:href|src|data-(?:finder|other-finder|contribute|source|to|en|fr))="(?![a-z]+:|[/#?]))([^"?#]*/)(?=["?#])')
_REFRESH = re.compile(r'(content="0; url=)([^"]*/)(?=")')
_POLICY = re.compile(r'(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*')
# The cards, whose texts the panel "Link to this page" gives.
_CARD = re.compile(r"^\w+/embed/")
_COMPARISON = re.compile(r'<table class="guide-comparison.*?</table>', re.DOTALL)


def pack(site: Path, target: Path) -> int:
    """Write the archive of a built site. Gives the number of files in it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    return archive.pack(((f"{NAME}/{path}", content) for path, content in files(site)), target)


def files(site: Path) -> Iterator[tuple[str, bytes]]:
    """Path and content of each file of the archive, in order."""
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if not file.is_file() or path.startswith(".") or _LEFT_OUT.search(path):
            continue
        if file.suffix != ".html":
            yield path, file.read_bytes()
            if _READ_BY_SCRIPTS.search(path):
                yield f"{path}.js", twin(file.read_text("utf-8"))
            continue
        page = with_files(file.read_text("utf-8"))
        yield path, page.encode("utf-8")
        if table := _COMPARISON.search(page):
            yield f"{path}.js", twin(table[0])
        elif _CARD.search(path):
            yield f"{path}.js", twin(page)


def twin(text: str) -> bytes:
    """A script that hands over a text.

    >>> twin('{"a": 1}')
    b'guideOffline.keep("{\\\\"a\\\\": 1}");\\n'
    """
    return f"guideOffline.keep({json.dumps(text, ensure_ascii=False)});\n".encode()


def with_files(page: str) -> str:
    """A page whose links within the Guide name files, and whose policy lets it load them.

    >>> with_files('<a href="../about/#x">a/</a> <a href="https://ca.example/a/">b</a> <a href="./">c</a> <a href="c.csv">d</a>')
    '<a href="../about/index.html#x">a/</a> <a href="https://ca.example/a/">b</a> <a href="./index.html">c</a> <a href="c.csv">d</a>'
    """
    page = _TAG.sub(lambda tag: _REFRESH.sub(r"\1\2index.html", _LEADS.sub(r"\1\2index.html", tag[0])), page)
    return _POLICY.sub(lambda policy: policy[0].replace("'self'", "'self' file:"), page, count=1)
