"""One file beside the published Guide: what `guide check` of it says, and what can be read of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from .. import checks, translations
from ..findings import Finding, in_reading_order
from ..known import library_of, path_of
from ..folders import misnamed
from ..library import Library, put
from ..records import KINDS
from ..translations import Translations
from ..yaml_source import Document, read_bytes

# The numbers of a key message are sought in whole cases, and a term at the addresses of all pages: neither is known here.
NOT_HERE = ("key_message", "vocabulary")


@dataclass(frozen=True)
class Known:
    """What is known of the published Guide: its records, and which of their texts said the same in both languages."""

    library: Library
    translations: Translations = field(default_factory=Translations)

    @classmethod
    def read(cls, text: str) -> "Known":
        """From the JSON of outputs/checker.py."""
        found = json.loads(text)
        return cls(library_of(found["records"]), translations.of_plain(found["translations"]))


@dataclass
class Read:
    """A file that was read and checked: `library` is the published Guide with it."""

    library: Library
    document: Document
    findings: list[Finding]

    @property
    def is_good(self) -> bool:
        return not any(finding.severity == "error" for finding in self.findings)


def checked(known: Known, kind: str, name: str, raw: bytes) -> Read:
    """What `guide check` of this one file would find, were it in its folder. Raises KeyError for a kind that is not checked here."""
    if kind in NOT_HERE:
        raise KeyError(kind)
    path = path_of(kind, name)
    if problem := misnamed(PurePath(path)):  # as any file of such a name, it is not read
        return Read(known.library, Document(path), [problem])
    document = read_bytes(raw, path)
    library, findings = _beside(known.library, kind, name, document)
    findings.extend(checks.found(library))
    findings.extend(translations.findings(known.translations, library))
    return Read(library, document, [finding for finding in in_reading_order(findings) if finding.path == path])


def _beside(known: Library, kind: str, name: str, document: Document) -> tuple[Library, list[Finding]]:
    """The published Guide with a file in its place among the others, and what is wrong in the file by itself."""
    library = Library({**known.records, kind: {key: record for key, record in known.records[kind].items() if key != name}},
                      {key: found for key, found in known.documents.items() if key != (kind, name)}, (kind, name))
    findings = put(library, KINDS[kind], name, document)
    library.records[kind] = dict(_in_order(library.records[kind].items(), lambda item: item[0]))
    library.documents = dict(_in_order(library.documents.items(), lambda item: item[0][1], lambda item: list(KINDS).index(item[0][0])))
    return library, findings


def _in_order(items: Any, name: Any, kind: Any = lambda item: 0) -> Iterator[Any]:
    """As the library reads them: kind by kind, by the names of their files."""
    return sorted(items, key=lambda item: (kind(item), f"{name(item)}.yml"))
