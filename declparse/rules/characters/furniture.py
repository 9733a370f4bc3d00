"""Furniture of pages: what came along when a text was copied or extracted from a print."""

import re
from collections.abc import Iterator

from declparse.document import Document
from declparse.findings import Edit, Severity
from declparse.marks import AROUND
from declparse.rules.support.check import Check
from declparse.rules.support.rule import BareFinding, BareFix, BareLabel, rule
from declparse.source import Span, divider

_FORM_FEED = "\x0c"
_AROUND = AROUND + "\t\r\n" + _FORM_FEED
_WORDS = re.compile("[^\r\n]*")
_LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n)?")
_LINE_ENDS = re.compile(f"\r\n|\r|\n|{_FORM_FEED}")


@rule(
    "TXT007",
    "page-furniture",
    Severity.INFO,
    "'{found}' came along from a page and is no part of the declaration",
    break_only="A page break came along from a print and is no part of the declaration",
    several="What came along from pages stands in {places} places, first '{found}'",
    several_breaks="What came along from pages stands in {places} places, first a page break",
    label="here",
    help="delete it, and join what it divides; declparse fix does both",
    title="Remove what came along from pages",
)
def page_furniture(check: Check) -> Iterator[BareFinding]:
    """The text holds what stands at the head and foot of printed pages.

    That is a page break, a page number, the Assembly's address line or its web address, or a running head: the document
    number again beside one of these. It comes along when a text is copied from a PDF. Nothing of it is read, and none
    of its words count; a sentence or a list that a page break divides is one. It is one finding for the whole document.

    Wrong:
        KÖHLER Achim, Germany, ECPA, and below it 2 and Doc. 16225 Written declaration
    Right:
        KÖHLER Achim, Germany, ECPA

    Source: the printed documents of the Assembly, 2001 to 2025.
    """
    stretches = check.document.furniture
    if not stretches:
        return
    text = check.document.source.text
    first, *others = (_written(text, stretch) for stretch in stretches)
    found = _LINE_ENDS.split(text[slice(*first)])[0].strip(_AROUND)
    message = ("several" if others else "message") if found else ("several_breaks" if others else "break_only")
    line_end = next((end for end in _LINE_ENDS.findall(text) if end != _FORM_FEED), "\n")
    edits = tuple(Edit(*stretch, divider(text, stretch, line_end)) for stretch in stretches)
    edits += tuple(_footnote_moved(check.document, line_end))
    labels = tuple(map(BareLabel, others))
    yield BareFinding(
        first, {"found": found, "places": len(stretches)}, message, labels=labels, fix=BareFix("safe", edits)
    )


def _written(text: str, stretch: Span) -> Span:
    """Return where words stand in a stretch; where there are none, the page break."""
    words = text[slice(*stretch)].strip(_AROUND) or _FORM_FEED
    start = text.index(words, stretch.start)
    return Span(start, start + len(words))


def _footnote_moved(document: Document, line_end: str) -> Iterator[Edit]:
    """Yield the edits that move a legend from the midst of the list below it.

    Without the furniture nothing would show why it stands there.
    """
    if not document.legend or not document.signatories:
        return
    text, last = document.source.text, document.signatories[-1].span
    first = document.legend_note.span if document.legend_note is not None else document.legend[0].span
    start, end = _start_of_line(text, first.start), document.legend[-1].span.end
    if not document.signatories[0].span.start < start < last.start:
        return
    words = text[start:end]
    following = next((stretch.start for stretch in document.furniture if stretch.start >= end), end)
    end = following if text[end:following].isspace() else _LINE.match(text, end).end()  # type: ignore[union-attr]
    place = _WORDS.match(text, last.end).end()  # type: ignore[union-attr]
    yield Edit(start, end, "")
    yield Edit(place, place, line_end * 2 + words)


def _start_of_line(text: str, place: int) -> int:
    """Return where the line of a place begins."""
    return max(text.rfind(end, 0, place) for end in "\r\n") + 1
