"""What a text says that is in no field of its object: no word is lost."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

from declparse.characters.white_space import fold_space
from declparse.document import Document, Found, Malformed, UnreadableLine
from declparse.marks import words_of
from declparse.source import Cover, Span, divider

# The field of each part that is not named like it; a line that is no field, such as the sign-off, is just a line.
_FIELDS = {"reissue": "originally_tabled", "total": "declared_total", "list": "signatories", "text": "paragraphs"}
_FIELDS |= {"sign_off": "line", "list_heading": "line"}
# The zones of lines that cannot be read, of which a line is always meant to be of that part.
_ZONES = {"opening", "legend"}


class Unread(NamedTuple):
    """Some words that are in no field: of which part they are, and where they stand."""

    part: str
    text: str
    span: Span


def unread(document: Document) -> list[Unread]:
    """Return what could not be read, and what stands a second time, in the order of the text.

    Of another kind of document that is all of it, in one entry.
    """
    if document.kind != "written-declaration":
        found = [("document", document.span)]
    else:
        found = list(_parts(document))
        found += [(_FIELDS.get(one.part, one.part), one.span) for one in document.displaced if one.repeated]
        found += [(_part_of_line(line), line.span) for line in document.unreadable]
        found += [("line", span) for span in _undecodable(document, Cover(span for _, span in found))]
    entries = (Unread(part, _words(document, span), span) for part, span in found)
    return sorted((entry for entry in entries if entry.text), key=lambda entry: entry.span)


def _parts(document: Document) -> Iterator[tuple[str, Span]]:
    """Yield the parts that were to have one value and have none."""
    for part in ("document_number", "date", "declaration_number", "reissue", "originally_tabled", "sign_off", "total"):
        value = getattr(document, part)
        no_day = isinstance(value, Found) and part in ("date", "originally_tabled") and value.value.iso is None
        if no_day or isinstance(value, Malformed):
            yield _FIELDS.get(part, part), value.span
    again, edition = document.reissue, document.edition
    if edition is not None and isinstance(again, Found) and again.value.edition not in (None, edition.value):
        yield "edition", again.span


def _part_of_line(line: UnreadableLine) -> str:
    """Return which part a line was meant to be of."""
    if line.zone == "list":
        from declparse.rules.support import unreadable  # needed only where something is wrong

        is_signatory = unreadable.is_malformed_signatory(line) or unreadable.is_name_alone(line)
        return "signatories" if is_signatory else "line"
    return line.zone if line.zone in _ZONES else "line"


def _undecodable(document: Document, others: Cover) -> Iterator[Span]:
    """Yield the lines with bytes that are not UTF-8, but those where these stand in others."""
    source, (start, end) = document.source, document.span
    places = (place for place in source.bad_bytes if start <= place < end and place not in others)
    for number in sorted({source.position(place).line for place in places}):
        begin = source.line_starts[number - 1]
        yield Span(begin, begin + len(source.line(number)))


def _words(document: Document, span: Span) -> str:
    """Return the words of a stretch of the text, without marks, and without what is no part of the document."""
    text, pieces = document.source.text, list[str]()
    start, end = span
    left_out = [(one, "") for one in _within(document.outside, span)]
    left_out += [(one, divider(text, one)) for one in _within(document.furniture, span)]
    for one, instead in sorted(left_out):
        pieces += text[start : one.start], instead
        start = one.end
    notes = [note.value for note in (document.list_note, document.legend_note) if note is not None]
    return fold_space(words_of("".join([*pieces, text[start:end]]), lambda: max(notes, default=0)))


def _within(spans: tuple[Span, ...], whole: Span) -> Iterable[Span]:
    """Return those of the spans, which are in order, that lie in a stretch of the text."""
    first = bisect_left(spans, whole.start, key=lambda span: span.start)
    return takewhile(lambda span: span.end <= whole.end, spans[first:])
