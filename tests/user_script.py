"""A script as users write it: what the library gives, read field by field, with types that ``mypy --strict`` checks."""

import datetime as dt
import sys
from collections.abc import Iterator
from typing import Literal

from declparse import (
    CalendarDate,
    DisplacedPart,
    Document,
    Edit,
    Finding,
    Fix,
    Fixed,
    Found,
    Label,
    LegendEntry,
    Malformed,
    MissingPart,
    Paragraph,
    Position,
    Reissue,
    Severity,
    Signatory,
    SourceText,
    Span,
    Text,
    UnreadableLine,
    check,
    check_collection,
    compare,
    fix,
    format,  # noqa: A004 - it is called so
    parse,
    parse_all,
    read,
    to_dict,
)


def place(source: SourceText, span: Span) -> str:
    """Return a place as people name it."""
    start: Position = source.position(span.start)
    end: Position = source.position(span.end)
    line: int = start.line
    column: int = start.column
    return f"{line}:{column}-{end.line}:{end.column} ({start.offset}-{end.offset}) {source.line(line)[:20]}"


def of_the_source(source: SourceText) -> Iterator[object]:
    """Yield what is known of the text itself."""
    text: str = source.text
    data: bytes = source.data
    path: str | None = source.path
    for_programs: str | None = source.unicode_path
    bad_bytes: dict[int, int] = source.bad_bytes
    line_starts: list[int] = source.line_starts
    yield from (len(text), len(data), path, for_programs, bad_bytes, len(line_starts))


def words(part: Text | None) -> str | None:
    """Return the words of a part, and where they stand."""
    if part is None:
        return None
    start: int = part.start
    end: int = part.end
    span: Span = part.span
    return f"{part} {start} {end} {span}"


def number(part: Found[int] | Malformed | None) -> int | str | None:
    """Return a number, or what is written in its place."""
    if isinstance(part, Malformed):
        wrong: str = part.text
        return f"{wrong} {part.span}"
    return None if part is None else part.value


def date(part: Found[CalendarDate] | Malformed | None) -> str | None:
    """Return a date, or what is written in its place."""
    if isinstance(part, Malformed):
        return part.text
    if part is None:
        return None
    day: CalendarDate = part.value
    iso: str | None = day.iso
    return f"{day.day}-{day.month}-{day.year} {iso} {day.written('en')}"


def phrase(part: Found[Text] | Malformed | None) -> str | None:
    """Return the words of a fixed phrase."""
    return words(part.value) if isinstance(part, Found) else part.text if part else None


def of_the_header(document: Document) -> Iterator[object]:
    """Yield what is known before the text begins."""
    kind: str = document.kind
    layout: Literal["print", "web"] | None = document.layout
    language: Literal["en", "fr"] | None = document.language
    flags: tuple[bool, bool] = (document.plain, document.resembles)
    order: str = document.order
    which: int = document.source_index
    yield from (
        which,
        kind,
        layout,
        language,
        flags,
        order,
        words(document.heading),
        place(document.source, document.span),
    )
    edition: Found[int] | None = document.edition
    named: Found[int] | None = document.named_edition
    counted: int = document.edition_number
    yield from (number(document.document_number), number(document.declaration_number), edition, named, counted)
    day: dt.date | None = dt.date.fromisoformat(document.iso_date) if document.iso_date else None
    yield from (date(document.date), day, date(document.originally_tabled), words(document.title))
    reissue: Found[Reissue] | Malformed | None = document.reissue
    if isinstance(reissue, Found):
        line: Reissue = reissue.value
        anew: int | None = line.edition
        yield from (anew, date(line.originally_tabled))


def of_the_text(document: Document) -> Iterator[object]:
    """Yield the text and what stands around it."""
    yield from (phrase(document.disclaimer), words(document.opening), phrase(document.sign_off))
    paragraphs: tuple[Paragraph, ...] = document.paragraphs
    for paragraph in paragraphs:
        yield from (paragraph.number, words(paragraph.text), paragraph.span)
    mentions: tuple[Found[CalendarDate], ...] = document.date_mentions
    outside: tuple[Span, ...] = document.outside + document.furniture
    foreign: tuple[Text, ...] = document.foreign_words
    yield from (*map(date, mentions), *outside, *map(words, foreign))


def of_the_list(document: Document) -> Iterator[object]:
    """Yield who signs, and what the groups are called."""
    heading: Span | None = document.list_heading
    yield from (heading, document.list_note, number(document.total), document.legend_note)
    signatories: tuple[Signatory, ...] = document.signatories
    for one in signatories:
        position: int = one.position
        given_names: str | None = one.given_names
        group: str | None = one.group
        spans: tuple[Span, Span] = (one.span, one.name_span)
        marks: tuple[bool, bool] = (one.tabler, one.in_capitals)
        yield from (position, words(one.honorific), one.surname.upper(), given_names, one.country.upper(), group)
        yield from (one.name, one.name_as_written, spans, marks)
    legend: tuple[LegendEntry, ...] = document.legend
    for entry in legend:
        yield from (words(entry.abbreviation), words(entry.name), entry.span)


def of_the_faults(document: Document) -> Iterator[object]:
    """Yield what is missing, stands elsewhere, or cannot be read."""
    missing: tuple[MissingPart, ...] = document.missing
    displaced: tuple[DisplacedPart, ...] = document.displaced
    unreadable: tuple[UnreadableLine, ...] = document.unreadable
    yield from ((one.part, one.offset) for one in missing)
    yield from ((one.part, one.repeated, one.span) for one in displaced)
    yield from ((one.zone, one.text, one.span, one.broken) for one in unreadable)


def of_a_finding(finding: Finding, source: SourceText) -> Iterator[object]:
    """Yield what is said about a fault."""
    severity: Severity = finding.severity
    told: str | None = finding.help
    yield from (finding.code, finding.name, severity.value, severity.rank, finding.message, told)
    yield place(finding.source or source, finding.span)
    labels: tuple[Label, ...] = finding.labels
    for label in labels:
        yield from (label.message, place(label.source or source, label.span))
    mending: Fix | None = finding.fix
    if mending is not None:
        edits: tuple[Edit, ...] = mending.edits
        yield from (mending.title, mending.safety, *((edit.start, edit.end, edit.text) for edit in edits))
    plain: dict[str, object] = finding.to_dict()
    yield plain["code"]
    yield finding.to_dict(source)["path"]


def everything(path: str) -> Iterator[object]:
    """Yield all that the library says of a file."""
    documents: tuple[Document, ...] = read(path)
    source = documents[0].source
    assert parse_all(source) == documents
    assert parse(source.data).span == parse(source.text).span == documents[0].span
    for document in documents:
        yield from of_the_source(document.source)
        yield from of_the_header(document)
        yield from of_the_text(document)
        yield from of_the_list(document)
        yield from of_the_faults(document)
        for finding in check(document, today=dt.date(2026, 11, 23), profile="published", ignore=["ADM"], lang="fr"):
            yield from of_a_finding(finding, document.source)
        plain = to_dict(document, locations=True)
        left: list[dict[str, object]] = plain["unread"]
        yield from (plain["id"], plain["kind"], plain["complete"], [(one["part"], one["text"]) for one in left])
    fixed: Fixed = fix(source, select=["SIG"], unsafe=True)
    done: tuple[Finding, ...] = fixed.done
    open_still: tuple[Finding, ...] = fixed.left
    yield from (fixed.text[:20], len(done), len(open_still))
    text: str | None = format(fixed.text, to="plain")
    yield text and text[:20]
    differences: list[Finding] = compare(source, fixed.text, select=["CMP"])
    of_each: list[list[Finding]] = check_collection([*documents, parse(fixed.text)], severity={"COL": Severity.INFO})
    yield from (len(differences), [len(found) for found in of_each])


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        for value in everything(argument):
            print(value)
