"""Findings for programs: one JSON object with a list."""

from __future__ import annotations

import json

from ..findings import Finding, count
from ..strings import Strings
from .repairs import Repairs, as_data
from .sentence import sentence, visible


def report(findings: list[Finding], files: int, t: Strings, repairs: Repairs | None = None) -> str:
    """The findings with their sentences, and what was repaired; field names are the same in both languages."""
    return json.dumps(
        {
            "language": t.language,
            "files": files,
            "errors": count(findings, "error"),
            "warnings": count(findings, "warning"),
            "findings": [
                {
                    "path": visible(finding.path), "line": finding.line, "column": finding.column, "severity": finding.severity,
                    "code": finding.code, "field": visible(finding.place), "sentence": sentence(finding, t), "paste": visible(finding.paste),
                }
                for finding in findings
            ],
            **({} if repairs is None else {"repairs": as_data(repairs, t)}),
        },
        ensure_ascii=False, indent=2,
    )
