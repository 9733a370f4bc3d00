"""Texts that are no written declaration."""

import re
from collections.abc import Iterator

from declparse.findings import Severity
from declparse.rules.support.check import Check
from declparse.rules.support.rule import BareFinding, rule
from declparse.source import Span
from declparse.wording import Term

_KINDS = {
    "motion-for-resolution": "a motion for a resolution",
    "motion-for-recommendation": "a motion for a recommendation",
    "written-question": "a written question",
    "report": "a report",
}
# How files of other formats begin, if they are text.
_FORMATS = {"%pdf-": "a PDF file", "{\\rtf": "an RTF file", "<!doctype html": "an HTML page", "<html": "an HTML page"}


@rule(
    "STR001",
    "not-a-declaration",
    Severity.ERROR,
    "This is {kind}, not a written declaration",
    empty="The file is empty; a written declaration was expected",
    prose="This is not a written declaration: it has no document number, no declaration number and no signatories",
    help="check the file that holds the declaration",
    help_prose="check that this is the right file; a declaration begins with its document number, such as 'Doc. 16225'",
    help_format="save the document as plain text (UTF-8) and check that file",
    help_rtf="save the document as plain text (UTF-8), copy the legend and the number of its note by hand below the "
    "total, since footnotes may get lost, and check that file",
)
def not_a_declaration(check: Check) -> Iterator[BareFinding]:
    """The text is empty, or prose, or another kind of document.

    Nothing else is checked then: reporting every line of a motion or of a letter would help nobody. A motion for a
    resolution or for a recommendation and a written question look much like a declaration and are named for what they
    are.

    Wrong:
        Motion for a resolution
    Right:
        Written declaration No. 817

    Source: the layouts of the Assembly's documents.
    """
    document = check.document
    if document.kind == "written-declaration":
        return
    text = check.covered(" ")[document.span.start : document.span.end]
    start = document.span.start + len(text) - len(text.lstrip())
    first_line = re.split("[\r\n]", text.lstrip(), maxsplit=1)[0].rstrip()
    span = Span(start, start + len(first_line))
    if not first_line:
        yield BareFinding(Span(document.span.start, document.span.start), message="empty")
    elif document.heading is not None:
        yield BareFinding(document.heading.span, {"kind": Term(_KINDS[document.kind])})
    elif file_format := next((name for mark, name in _FORMATS.items() if first_line.lower().startswith(mark)), None):
        has_footnotes = file_format == "an RTF file"
        yield BareFinding(span, {"kind": Term(file_format)}, help="help_rtf" if has_footnotes else "help_format")
    else:
        yield BareFinding(span, message="prose", help="help_prose")
