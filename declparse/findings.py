"""Findings: what the program has to say about a document."""

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
    """Another place that a finding is about; ``source`` is the text it stands in, where that is another one."""

    message: str
    span: Span
    source: SourceText | None = None


class Edit(NamedTuple):
    """Replaces the text from ``start`` to ``end``, offsets in code points."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """How to mend a fault, and how safe that is."""

    title: str
    safety: Safety
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """One fault, at its place, in words."""

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    labels: tuple[Label, ...] = ()
    help: str | None = None
    fix: Fix | None = None
