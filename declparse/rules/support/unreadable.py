"""Unreadable lines and parts: which stand together, and what they were meant to be."""

from collections.abc import Sequence
from typing import TypeVar

from declparse.characters.names import has_capitals
from declparse.document import DisplacedPart, Document, Malformed, UnreadableLine
from declparse.marks import AROUND
from declparse.reference import groups, states
from declparse.rules.support.shapes import shape
from declparse.source import Span

_NOTHING = AROUND + "\t\r\n-#;|"  # marks, blanks, and the dividers of a web page
FIELDS = 3  # of a line of the list: name, country, group
Line = TypeVar("Line", DisplacedPart, UnreadableLine)


def runs_of(document: Document, lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines in runs: only marks and blanks stand between the lines of a run."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and are_neighbours(document, runs[-1][-1].span, line.span):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def are_neighbours(document: Document, one: Span, other: Span) -> bool:
    """True if only marks and blanks stand between two places."""
    first, second = sorted((one, other))
    return not document.source.text[first.end : second.start].strip(_NOTHING)


def lines_in(run: list[UnreadableLine]) -> int:
    """Return how many lines of the file a run of unreadable lines has."""
    return sum(line.text.count("\n") + 1 for line in run)


def is_malformed_signatory(line: UnreadableLine) -> bool:
    """True if an unreadable line was meant to be a signatory (SIG004): it has fields, or names a country or a group."""
    if line.zone != "list" or line.broken:
        return line.broken
    names = (states.find(phrase) or groups.find(phrase) for phrase in phrases(line.text))
    return "," in line.text or ";" in line.text or any(names)


def is_name_alone(line: UnreadableLine) -> bool:
    """True if only the name of a signatory is left, with a surname in capitals."""
    words = line.text.split()
    return (
        line.zone == "list" and shape("NAME_ALONE").fullmatch(line.text) is not None and any(map(has_capitals, words))
    )


def members_on(line: UnreadableLine) -> int:
    """Return how many members a line may stand for: none if it has no name, several if it has the commas of several."""
    if not is_malformed_signatory(line) and any(map(str.isdigit, line.text)):
        return 0  # it may be the number of a page
    return max(1, line.text.count(",") // (FIELDS - 1))


def phrases(text: str) -> set[str]:
    """Return all phrases of one to five words in a line."""
    words = text.split()
    return {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(i + 5, len(words)) + 1)}


def unread(document: Document) -> list[Span]:
    """Return the unreadable lines and parts, which other rules report."""
    parts = (document.document_number, document.declaration_number, document.date, document.reissue, document.total)
    unread = [line.span for line in document.unreadable]
    return unread + [part.span for part in parts if isinstance(part, Malformed)]
