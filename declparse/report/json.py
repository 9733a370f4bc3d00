"""The findings as JSON: the shape that scripts rely on (``schema_version`` 1)."""

import json
from collections.abc import Sequence
from typing import Any

from declparse.findings import Finding, Fix, Label, Severity
from declparse.report.result import FileResult
from declparse.source import SourceText, Span

SCHEMA_VERSION = 1


def text(files: Sequence[FileResult]) -> str:
    """The whole report as one JSON object."""
    findings = [(file.source, finding) for file in files for finding in file.findings]
    severities = [finding.severity for _, finding in findings]
    report = {
        "schema_version": SCHEMA_VERSION,
        "summary": {
            "files": len(files),
            "findings": len(findings),
            "errors": severities.count(Severity.ERROR),
            "warnings": severities.count(Severity.WARNING),
            "infos": severities.count(Severity.INFO),
        },
        "findings": [finding_dict(source, finding) for source, finding in findings],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def finding_dict(source: SourceText, finding: Finding) -> dict[str, Any]:
    """One finding: lines and columns from 1, offsets from 0, in code points; ends exclusive."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": source.unicode_path,
        **_place(source, finding.span),
        "labels": [_label(label.source or source, label) for label in finding.labels],
        "help": finding.help,
        "fix": _fix(finding.fix) if finding.fix else None,
    }


def _label(source: SourceText, label: Label) -> dict[str, Any]:
    return {"message": label.message, "path": source.unicode_path, **_place(source, label.span)}


def _place(source: SourceText, span: Span) -> dict[str, Any]:
    return {"start": source.position(span.start)._asdict(), "end": source.position(span.end)._asdict()}


def _fix(fix: Fix) -> dict[str, Any]:
    return {"title": fix.title, "safety": fix.safety, "edits": [edit._asdict() for edit in fix.edits]}
