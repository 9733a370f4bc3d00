"""The findings as JSON: the shape that scripts rely on (``schema_version`` 1)."""

import json
from collections.abc import Sequence

from declparse.findings import Severity
from declparse.report.result import FileResult

SCHEMA_VERSION = 1


def text(files: Sequence[FileResult]) -> str:
    """Return the whole report as one JSON object."""
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
        "findings": [finding.to_dict(source) for source, finding in findings],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)
