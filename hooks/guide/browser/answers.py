"""What the worker asks, and the answers as JSON: `check`, `read` and `preview` of one file (components/checker.js says in what form)."""

from __future__ import annotations

import json
from typing import Any

from ..findings import Finding
from ..repair import UNSEEN, Change, Repaired, decoded, repaired
from ..reports.repairs import reason
from ..reports.sentence import sentence, visible
from ..strings import Strings, strings
from ..yaml_source import Mapping
from ..yaml_source.traps import field_at
from .one_file import Known, Read, checked
from .places import location_of


class Answers:
    """Answers about one file after another, beside what is known of the Guide. `known` is the JSON of outputs/checker.py."""

    def __init__(self, known: str) -> None:
        self.known = Known.read(known)
        self.page: Any = None
        self.last: tuple[tuple, Read] | None = None

    def check(self, kind: str, name: str, raw: bytes, language: str) -> str:
        """What `guide check` of the file says, line by line."""
        read = self._checked(kind, name, bytes(raw))
        return _json({"findings": _told(read, read.findings, language)})

    def read(self, kind: str, name: str, raw: bytes, language: str) -> str:
        """The record as it was meant, repaired as `guide check --fix` does, what is still wrong with it, and what was repaired."""
        text, before = decoded(bytes(raw))
        found = repaired(kind, name, text, self.known.library) if text is not None else Repaired("")
        read = self._checked(kind, name, found.text.encode("utf-8", "surrogatepass") if text is not None else bytes(raw))
        root = read.document.root
        changes = [_change(text, change, strings(language)) for change in (*before, *found.changes) if change.reason not in UNSEEN]
        return _json({"record": root.plain_data() if isinstance(root, Mapping) else None, "findings": _told(read, read.findings, language), "repaired": changes})

    def _checked(self, *question: Any) -> Read:
        """The file, read and checked: once where it is asked about again, in the other language or for its preview."""
        if self.last is None or self.last[0] != question:
            self.last = question, checked(self.known, *question)
        return self.last[1]

    def open_preview(self, folder: str) -> None:
        """Make ready for previews, with what the second archive holds; asked once, before the first of them."""
        from .preview import Preview

        self.page = Preview(folder, self.known.translations)

    def preview(self, kind: str, name: str, raw: bytes, language: str) -> str:
        """The whole page of the record, or what stands in its way."""
        read = self._checked(kind, name, bytes(raw))
        if not read.is_good:
            return _json({"findings": _told(read, read.findings, language)})
        return _json(self.page.of(read.library, kind, name, language))


def _told(read: Read, findings: list[Finding], language: str) -> list[dict[str, Any]]:
    return [_as_told(read, finding, strings(language)) for finding in findings]


def _as_told(read: Read, finding: Finding, t: Strings) -> dict[str, Any]:
    """A finding in the words of the report, with its place in the record as a list of names and numbers."""
    return {
        "severity": finding.severity, "code": finding.code, "path": visible(finding.path), "line": finding.line, "column": finding.column,
        "field": visible(finding.place or t("check.file")), "location": location_of(read.document, finding),
        "sentence": sentence(finding, t), "paste": visible(finding.paste),
    }


def _change(text: str, change: Change, t: Strings) -> dict[str, Any]:
    """A repair, in the form of a finding: the line as it came, and the lines before and after."""
    field = field_at(text.split("\n"), change.line - 1) if change.line else ""
    return {"code": change.reason, "line": change.line or 1, "field": visible(field or t("check.file")), "sentence": reason(change, t),
            "before": [visible(line) for line in change.before], "after": [visible(line) for line in change.after]}


def _json(answer: dict[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False)
