"""Findings: what the program has to say about a document."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Literal, NamedTuple

from declparse.source import SourceText, Span

Safety = Literal["safe", "unsafe", "display-only"]


class Severity(StrEnum):
    """How sure and how serious a finding is: certainly wrong, very likely wrong, worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Return a number that is higher the more serious it is."""
        return ("info", "warning", "error").index(self.value)


class Label(NamedTuple):
    """Another place that a finding is about, and what is there; ``source`` is its text, where that is another one."""

    message: str
    span: Span
    source: SourceText | None = None

    def to_dict(self, source: SourceText | None = None) -> dict[str, Any]:
        """Return the label as plain values, as ``Finding.to_dict`` does."""
        return {"message": self.message, **_place(self.source or source, self.span)}


class Edit(NamedTuple):
    """Replaces the text from ``start`` to ``end``: offsets in code points from 0, end exclusive."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """How to fix a finding; what is ``safe`` is certain, ``unsafe`` likely, and ``display-only`` never done for you."""

    title: str
    safety: Safety
    edits: tuple[Edit, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the fix as plain values."""
        return {"title": self.title, "safety": self.safety, "edits": [edit._asdict() for edit in self.edits]}


class Finding(NamedTuple):
    """One fault, at its place, in words.

    ``code`` and ``name`` are those of the rule (``declparse explain`` has its page and its source). ``message`` and
    ``help`` are single sentences in the language of the messages; they quote the document, so mind what you print them
    to. ``span`` is in code points from 0, end exclusive, in the whole text; ``labels`` are further places.
    ``fix`` is None where nothing can be fixed without judgement. ``source`` is the text that the finding is about,
    where that is another one than the one that was checked: ``compare`` may have to speak of the old one.
    """

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    labels: tuple[Label, ...] = ()
    help: str | None = None
    fix: Fix | None = None
    source: SourceText | None = None

    def to_dict(self, source: SourceText | None = None) -> dict[str, Any]:
        """Return the finding as plain values: only str, int, None, lists and dicts, ready for ``json.dumps``.

        With the text in which it was found, ``document.source``, this is exactly what ``declparse check
        --output-format json`` prints: lines and columns from 1, offsets from 0, in code points, ends exclusive. Without
        it the keys are the same, but ``path`` is None, and ``start`` and ``end`` have only an ``offset``.
        """
        return {
            "code": self.code,
            "name": self.name,
            "severity": self.severity.value,
            "message": self.message,
            **_place(self.source or source, self.span),
            "labels": [label.to_dict(source) for label in self.labels],
            "help": self.help,
            "fix": self.fix.to_dict() if self.fix else None,
        }


def _place(source: SourceText | None, span: Span) -> dict[str, Any]:
    """Return where something stands, as exactly as can be told."""
    if source is None:
        return {"path": None, "start": {"offset": span.start}, "end": {"offset": span.end}}
    start, end = (source.position(offset)._asdict() for offset in span)
    return {"path": source.unicode_path, "start": start, "end": end}


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings sorted by place and code."""
    return sorted(findings, key=lambda finding: (finding.span.start, finding.code))
