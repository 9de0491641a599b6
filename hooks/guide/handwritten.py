"""The pages written by hand in docs/: `<page>.en.md` beside `<page>.fr.md`.

Their front matter says title, slug, description and the date of the last real change. Both languages of a page
exist, and their headings have the same ids, so that the language toggle keeps the section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .findings import Finding
from .languages import LANGUAGES
from .records.fields import Day, Line, Record, Slug, declared
from .records.validate import validated
from .records.values import PartialDate
from .yaml_source import read_bytes
from .yaml_source.characters import decode, normalized
from .yaml_source.nodes import find

DOCS = "docs"
# MkDocs publishes every file of docs/, and follows links. So nothing may stand there but pages, and in assets/ these.
ASSETS = (".css", ".gif", ".ico", ".jpeg", ".jpg", ".js", ".png", ".svg", ".webp", ".woff2")
_FOLDERS = ("assets", "decisions")
# Pages that are made from the data: a page of the same name would take their place.
MADE = ("home", "cases", "facets", "organizations", "partners", "glossary", "compare", "engagement", "key-messages", "learn", "path", "kits", "lessons",
        "information-exchange", "information-exchange-form", "reporting-back", "reporting-back-form", "reporting-back-summary",
        "presentation", "member-kits", "state")
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_HEADING = re.compile(r"^(#{2,6})\s+.*?(?:\{\s*#([\w-]+)[^}]*\})?\s*$", re.MULTILINE)


class FrontMatter(Record):
    """What stands at the top of a page written by hand."""

    title: Line = declared("The title of the page.", "Le titre de la page.")
    slug: Slug = declared("The page's address in its own language.", "L'adresse de la page dans sa propre langue.")
    description: Line = declared("One sentence for search engines and lists.", "Une phrase pour les moteurs de recherche et les listes.")
    modified: Day = declared("The date of the last significant change.", "La date de la dernière modification importante.")
    also_called: list[Line] = declared("Other words that readers look for when they want this page.", "D'autres mots que l'on cherche quand on veut cette page.", ())


@dataclass(frozen=True)
class Handwritten:
    """One page in one language."""

    key: str
    language: str
    source: str
    title: str
    slug: str
    description: str
    modified: PartialDate
    also_called: tuple[str, ...] = ()
    slug_line: int = field(default=1, compare=False)


def read(root: Path) -> tuple[dict[str, dict[str, Handwritten]], list[Finding]]:
    """The pages below docs/ by key and language, and what is wrong with them."""
    pages: dict[str, dict[str, Handwritten]] = {}
    findings = list(_strays(root, root / DOCS))
    headings: dict[tuple[str, str], list[str]] = {}
    for path in sorted((root / DOCS).glob("*.md")):
        key, _, language = path.stem.rpartition(".")
        source = path.relative_to(root).as_posix()
        if path.is_symlink() or not path.is_file():
            continue  # told among the strays
        if not key or language not in LANGUAGES:
            findings.append(Finding(source, 1, 1, "page-language"))
            continue
        if key in MADE:
            findings.append(Finding(source, 1, 1, "reserved-name", params={"found": key}))
            continue
        text = _text(path, source, findings)
        page = _read(text, key, language, source, findings)
        headings[key, language] = _heading_ids(text, source, findings)
        if page:
            pages.setdefault(key, {})[language] = page
    return pages, findings + _unequal(root, pages, headings)


def _strays(root: Path, path: Path) -> Iterator[Finding]:
    """Whatever MkDocs would publish and is neither a page nor a picture, style or script of one. Hidden files it leaves alone."""
    name = path.relative_to(root).as_posix()
    if path.is_symlink():
        yield Finding(name, 1, 1, "link-refused")
    elif path.is_dir():
        top = len(path.relative_to(root).parts) == 2
        if top and path.name not in _FOLDERS:
            yield Finding(name, 1, 1, "docs-stray")
            return
        for inner in sorted(path.iterdir()):
            if not inner.name.startswith("."):
                yield from _strays(root, inner)
    elif not _may_stand(path.relative_to(root / DOCS)) or not path.is_file():
        yield Finding(name, 1, 1, "docs-stray")


def _may_stand(path: Path) -> bool:
    """Whether a file of docs/ has its place: a page at the top, a decision, or something that pages load."""
    folder = path.parts[0] if len(path.parts) > 1 else ""
    return path.suffix in {"": (".md",), "decisions": (".md",), "assets": ASSETS}[folder]


def _text(path: Path, source: str, findings: list[Finding]) -> str:
    raw = path.read_bytes()
    text, bad_byte = decode(raw)
    if bad_byte is not None:
        before = raw[:bad_byte].decode("utf-8", errors="replace")
        findings.append(Finding(source, before.count("\n") + 1, len(before) - before.rfind("\n"), "not-utf8"))
    return normalized(text)


def _read(text: str, key: str, language: str, source: str, findings: list[Finding]) -> Handwritten | None:
    match = _FRONT_MATTER.match(text)
    if not match:
        findings.append(Finding(source, 1, 1, "front-matter"))
        return None
    # A line for the opening dashes keeps the numbers of lines as the author sees them.
    document = read_bytes(("#\n" + match[1]).encode(), source)
    matter, problems = validated(document, FrontMatter)
    findings += document.findings + problems
    if matter is None:
        return None
    slug_line = find(document.root, ("slug",))[0]
    return Handwritten(key, language, source, matter.title, matter.slug, matter.description, matter.modified,
                       tuple(matter.also_called), slug_line)


def _heading_ids(text: str, source: str, findings: list[Finding]) -> list[str]:
    text = re.sub(r"(?ms)^```.*?^```", lambda code: "\n" * code[0].count("\n"), text)
    ids = []
    for match in _HEADING.finditer(text):
        if match[2] is None:
            findings.append(Finding(source, text.count("\n", 0, match.start()) + 1, 1, "heading-id", params={"found": match[0].strip()}))
        ids.append(match[2] or "")
    return ids


def _unequal(root: Path, pages: dict, headings: dict) -> list[Finding]:
    """Pages that lack their other language, and pairs whose sections differ."""
    findings = []
    for key, versions in pages.items():
        for language, page in versions.items():
            missing = [other for other in LANGUAGES if not (root / DOCS / f"{key}.{other}.md").exists()]
            findings += [Finding(page.source, 1, 1, "page-without-pair", params={"file": f"{DOCS}/{key}.{other}.md"}) for other in missing]
        sections = {language: headings[key, language] for language in versions}
        complete = all(all(ids) for ids in sections.values())  # a heading without an id was told already
        if complete and len(set(map(tuple, sections.values()))) > 1:
            different = sorted(set(sections["en"]) ^ set(sections["fr"]))
            findings.append(Finding(versions["fr"].source, 1, 1, "sections-differ", params={"ids": different or sections["fr"]}))
    return findings
