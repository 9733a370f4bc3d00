"""What a run has to report: for each file its text, its documents and their findings."""

from typing import NamedTuple

from declparse.document import Document
from declparse.findings import Finding, Severity, in_order
from declparse.source import SourceText
from declparse.wording import Lang, say


class DocumentResult(NamedTuple):
    """One document, and what was found in it, sorted by place and code; ``known`` counts what a baseline hides."""

    document: Document
    findings: tuple[Finding, ...]
    known: int = 0

    def count(self, severity: Severity) -> int:
        """Return how many findings have that severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def with_more(self, other: "DocumentResult") -> "DocumentResult":
        """Return the document with the findings of another result for it as well, sorted by place and code."""
        return self._replace(findings=tuple(in_order(self.findings + other.findings)), known=self.known + other.known)


class FileResult(NamedTuple):
    """One file, or standard input, the documents in it, and the language in which it is reported."""

    source: SourceText
    documents: tuple[DocumentResult, ...]
    lang: Lang = "en"

    @property
    def name(self) -> str:
        """Return the path, as people read it."""
        return file_name(self.source.path, self.lang)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return the findings of all documents, sorted by place and code."""
        return tuple(in_order(finding for document in self.documents for finding in document.findings))

    def with_more(self, other: "FileResult") -> "FileResult":
        """Return the file with the findings of another result for the same documents as well."""
        pairs = zip(self.documents, other.documents, strict=True)
        return self._replace(documents=tuple(one.with_more(more) for one, more in pairs))


def file_name(path: str | None, lang: Lang) -> str:
    """Return the path of a file, or what standard input is called."""
    if path is not None:
        return path
    from declparse.report import texts  # needed only here

    return say(texts.STANDARD_INPUT, lang)
