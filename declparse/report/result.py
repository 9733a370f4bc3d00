"""What a run has to report: for each file its text, its documents and their findings."""

from typing import NamedTuple

from declparse.document import Document
from declparse.findings import Finding, Severity
from declparse.source import SourceText


class DocumentResult(NamedTuple):
    """One document, and what was found in it, sorted by place and code; ``known`` counts what a baseline hides."""

    document: Document
    findings: tuple[Finding, ...]
    known: int = 0

    def count(self, severity: Severity) -> int:
        """How many findings have that severity."""
        return sum(finding.severity is severity for finding in self.findings)


class FileResult(NamedTuple):
    """One file, or standard input, and the documents in it."""

    source: SourceText
    documents: tuple[DocumentResult, ...]

    @property
    def name(self) -> str:
        """The path, as people read it."""
        return self.source.path or "<standard input>"

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all documents, sorted by place and code."""
        return tuple(finding for document in self.documents for finding in document.findings)
