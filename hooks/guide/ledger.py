"""The ledger of addresses, guide_data/addresses.yml: no address that was ever published may vanish.

Of each address it follows what stands there: the living page, a redirect (the page has another address now) or a
tombstone (the page was withdrawn, or lost its approval). Anything else is a finding, and nothing is published.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from .findings import Finding
from .languages import LANGUAGES
from .folders import DATA, LEDGER
from .library import Library
from .naming import nearest
from .records import KINDS
from .records.ledger import PAGE_KINDS, Entry, entry, viewed
from .records.ledger import Ledger as Model
from .records.validate import finding_at, validated
from .yaml_source import Document, read_file

Name = tuple[str, str]
Living = dict[Name, dict[str, str]]
# One file for the whole Guide, written by a command: it may be longer than a record.
MAX_BYTES = 20_000_000


@dataclass
class Ledger:
    """The entries, with the document that they were read from."""

    entries: tuple[Entry, ...] = ()
    document: Document | None = None

    @cached_property
    def by_name(self) -> dict[Name, Entry]:
        return {entry.name: entry for entry in self.entries}

    @cached_property
    def slugs(self) -> set[tuple[Name, str, str]]:
        """The slugs with which pages have been published: the page, the language and the slug."""
        return {(entry.name, language, path.split("/")[-2]) for entry in self.entries for language, _, path in entry.paths()}

    def speaks_for(self, name: Name) -> Entry:
        """The entry that says what became of a page: that of the page of which it is a view, or its own."""
        return self.by_name.get(viewed(name)) or self.by_name[name]

    def replacement(self, gone: Entry, living: Living) -> Name | None:
        """The living page that takes the place of a withdrawn one, over others that were withdrawn too."""
        seen: set[Name] = set()
        found: Entry | None = gone
        while found and found.withdrawn and found.withdrawn.replaced_by and found.name not in seen:
            seen.add(found.name)
            name = (found.kind, found.withdrawn.replaced_by)
            if name in living:
                return name
            found = self.by_name.get(name)
        return None


@dataclass(frozen=True)
class Old:
    """An address at which the page `name` stood: it leads to the page `target`, or says that `gone` is not published any more."""

    name: Name
    language: str
    path: str
    target: Name | None
    gone: Entry | None


def read(root: Path) -> tuple[Ledger, list[Finding]]:
    """The ledger below root, with what is wrong in it by itself. A Guide without one has published nothing yet."""
    path = root / DATA / LEDGER
    if not (path.exists() or path.is_symlink()):
        return Ledger(), []
    document = read_file(path, f"{DATA}/{LEDGER}", MAX_BYTES)
    model, problems = validated(document, Model)
    ledger = Ledger(tuple(model.addresses) if model else (), document)
    return ledger, [*document.findings, *problems, *_repeated(ledger)]


def _repeated(ledger: Ledger) -> Iterator[Finding]:
    """Pages and addresses that stand twice."""
    names: set[Name] = set()
    owners: dict[str, Entry] = {}
    for index, found in enumerate(ledger.entries):
        if found.name in names:
            yield _finding(ledger, (index, "key"), "ledger-page-twice", found=_said(found.name))
        names.add(found.name)
        for language, place, path in found.paths():
            if path in owners:
                yield _finding(ledger, (index, language, place), "ledger-address-twice", found=path, first=_said(owners[path].name))
            owners.setdefault(path, found)


def old_addresses(ledger: Ledger, living: Living) -> Iterator[Old]:
    """Every address of the ledger that needs a redirect or a tombstone."""
    for found in ledger.entries:
        target = _target(found.name, living)
        gone = None if target else ledger.speaks_for(found.name)
        for language, _, path in found.paths():
            if gone or target and path != living[target][language]:
                yield Old(found.name, language, path, target, gone)


def earlier(ledger: Ledger, living: Living) -> dict[str, list[str]]:
    """The addresses that living pages had before, by the ones that they have now."""
    before: dict[str, list[str]] = {}
    for old in old_addresses(ledger, living):
        if old.target == old.name:
            before.setdefault(living[old.name][old.language], []).append(old.path)
    return before


def _target(name: Name, living: Living) -> Name | None:
    """The living page that answers for a page: itself, or the one of which it is a view."""
    return next((found for found in (name, viewed(name)) if found in living), None)


def findings(ledger: Ledger, living: Living, library: Library, root: Path) -> Iterator[Finding]:
    """Addresses that would vanish, or that would take the place of a living page. `library` is the whole one."""
    owners = {path: name for name, paths in living.items() for path in paths.values()}
    shown = cache(library.published)  # asked for where an address would vanish, which is seldom
    for index, found in enumerate(ledger.entries):
        if found.withdrawn:
            yield from _withdrawal(ledger, index, living, library)
        elif _target(found.name, living) is None and not _is_told(ledger, found.name) and not _is_refused(found.name, library, root):
            told = {"found": found.en[0], "page": _said(found.name), "file": _file(found.name)}
            if _is_hidden(found.name, library, shown()):  # what lost its approval is gone at once, and its readers are told
                yield _finding(ledger, (index, "key"), "address-waits", "warning", **told)
            else:
                yield _finding(ledger, (index, "key"), "address-vanishes", **told)
        for language, place, path in found.paths():
            if owners.get(path, found.name) != found.name:
                yield _finding(ledger, (index, language, place), "address-lives", found=path, page=_said(owners[path]))


def _withdrawal(ledger: Ledger, index: int, living: Living, library: Library) -> Iterator[Finding]:
    """What contradicts a withdrawal: the record is still there, or what replaces it is not."""
    found = ledger.entries[index]
    if found.name in living or found.name in library.documents:
        yield _finding(ledger, (index, "withdrawn"), "withdrawn-lives", file=_file(found.name))
    replacement = found.withdrawn.replaced_by
    known = [key for kind, key in (*living, *ledger.by_name) if kind == found.kind and key != found.key]
    if replacement and replacement not in known:
        yield _finding(ledger, (index, "withdrawn", "replaced_by"), "no-such-replacement", found=replacement[:100], suggest=nearest(replacement, known))


def _is_told(ledger: Ledger, name: Name) -> bool:
    """Whether the entry of the page of which it is a view, withdrawn or gone, speaks for a page."""
    return viewed(name) in ledger.by_name


def _is_refused(name: Name, library: Library, root: Path) -> bool:
    """Whether a page is missing only because its file has other errors, which are told."""
    kind, key = viewed(name) or name
    if kind == "page":
        return (root / _file(name)).exists()
    record, stem = ("vocabulary", key.partition("/")[0]) if kind in ("facet", "term") else (kind, key)
    return (record, stem) in library.documents and stem not in library.records[record]


def _is_hidden(name: Name, library: Library, shown: Library) -> bool:
    """Whether the record of a page is there and may not be published."""
    kind, key = viewed(name) or name
    return key in library.records.get(kind, {}) and key not in shown.records[kind]


def _file(name: Name) -> str:
    """The file that a page comes from."""
    kind, key = viewed(name) or name
    if kind == "page":
        return f"docs/{key}.en.md"
    record = "vocabulary" if kind in ("facet", "term") else kind
    return f"{DATA}/{KINDS[record].folder}/{key.partition('/')[0]}.yml"


def _said(name: Name) -> str:
    return " ".join(name)


def _finding(ledger: Ledger, location: tuple, code: str, severity: str = "error", **params: str) -> Finding:
    return finding_at(ledger.document, ("addresses", *location), code, severity, **params)


def updated(ledger: Ledger, living: Living) -> list[Entry]:
    """The ledger with what is new: nothing that was in it goes away. By kind, then by key."""
    entries = dict(ledger.by_name)
    for name, paths in living.items():
        if name[0] in PAGE_KINDS:
            entries[name] = entry(name, paths, entries.get(name))
    return sorted(entries.values(), key=lambda found: (PAGE_KINDS.index(found.kind), found.key))


def missing(ledger: Ledger, living: Living) -> list[str]:
    """The addresses of living pages that the ledger does not have yet."""
    known = {path for found in ledger.entries for _, _, path in found.paths()}
    return [paths[language] for (kind, _), paths in living.items() if kind in PAGE_KINDS for language in LANGUAGES if paths[language] not in known]
