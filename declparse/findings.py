"""Findings: what the program has to say about a document."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal, NamedTuple

from declparse.source import SourceText, Span

Safety = Literal["safe", "unsafe", "display-only"]


class Severity(StrEnum):
    """How sure and how serious a finding is: certainly wrong, very likely wrong, worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """A number that is higher for the more serious."""
        return ("info", "warning", "error").index(self.value)


class Label(NamedTuple):
    """Another place that a finding is about, and what is there; ``source`` is its text, where that is another one."""

    message: str
    span: Span
    source: SourceText | None = None


class Edit(NamedTuple):
    """Replaces the text from ``start`` to ``end``: offsets in code points from 0, end exclusive."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """How to mend a fault; what is ``safe`` is certain, ``unsafe`` likely, and ``display-only`` never done for you."""

    title: str
    safety: Safety
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """One fault, at its place, in words.

    ``code`` and ``name`` are those of the rule (``declparse explain`` has its page and its source). ``message`` and
    ``help`` are single sentences in the language of the messages; they quote the document, so mind what you print them
    to. ``span`` is in code points from 0, end exclusive, in the whole text; ``labels`` are further places of the fault.
    ``fix`` is None where nothing can be mended without judgement.
    """

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    labels: tuple[Label, ...] = ()
    help: str | None = None
    fix: Fix | None = None


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings sorted by place and code."""
    return sorted(findings, key=lambda finding: (finding.span.start, finding.code))
