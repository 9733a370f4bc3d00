"""The model of a declaration: what the text says, not whether it is right.

Everything is frozen and typed, and every part knows where it stands. A part that the text does not have is None
and is named in ``Document.missing``; a part that stands there but cannot be read is ``Malformed``.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Generic, Literal, NamedTuple, TypeVar

from declparse.source import SourceText, Span

Kind = Literal[
    "written-declaration",
    "motion-for-resolution",
    "motion-for-recommendation",
    "motion",
    "amendment",
    "written-question",
    "reply",
    "report",
    "unknown",
]
Layout = Literal["print", "web"]
Language = Literal["en", "fr"]

T = TypeVar("T")

# The months, in the order of the year, as the texts of each language write them.
MONTHS: dict[Language, tuple[str, ...]] = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
}


class Text(str):
    """Words of the document, in NFC, without marks, white space folded, with the span they were read from."""

    __slots__ = ("end", "start")
    start: int
    end: int

    def __new__(cls, words: str, start: int, end: int) -> "Text":
        self = str.__new__(cls, words)
        self.start = start
        self.end = end
        return self

    def __getnewargs__(self) -> tuple[str, int, int]:  # type: ignore[override]
        """Return what a copy is made of."""
        return str(self), self.start, self.end

    @property
    def span(self) -> Span:
        """Return where the words stand in the source."""
        return Span(self.start, self.end)


class Found(NamedTuple, Generic[T]):
    """A part that was read: its value, and where it stands."""

    value: T
    span: Span


class Malformed(NamedTuple):
    """A part that stands in its place but is not written as the format asks."""

    text: str
    span: Span


Part = Found[T] | Malformed | None


class CalendarDate(NamedTuple):
    """A date as written: day, month and year, all numbers. There need not be such a day."""

    day: int
    month: int
    year: int

    @property
    def iso(self) -> str | None:
        """Return the date as an ISO string; None for a day that does not exist."""
        try:
            return dt.date(self.year, self.month, self.day).isoformat()
        except ValueError:
            return None

    def written(self, language: Language) -> str:
        """Return the date as the Assembly writes it in that language: ``10 July 2025``, ``1er juillet 2025``."""
        return date_in_words(self.day, self.month, self.year, language)


def date_in_words(day: int | None, month: int, year: int | None, language: Language) -> str:
    """Return a date, or a part of one, as the Assembly writes it in that language."""
    first = "1er" if language == "fr" and day == 1 else day
    return " ".join(str(part) for part in (first, MONTHS[language][month - 1], year) if part is not None)


class Reissue(NamedTuple):
    """The line of a new edition: its number, where the line names it, and the day of the first one."""

    edition: int | None
    originally_tabled: Found[CalendarDate] | Malformed


class Paragraph(NamedTuple):
    """One paragraph of the text; ``number`` is the number it begins with, if any."""

    number: Found[int] | None
    text: Text
    span: Span


class Signatory(NamedTuple):
    """One member who signs.

    ``position`` counts the lines of the list from 1, also those that cannot be read; the first is the tabler.
    ``honorific`` is ``Mr`` and the like. ``surname`` and ``given_names`` are told apart by their capitals; ``country``
    is without quotation marks, ``group`` an abbreviation, both as written. ``in_capitals`` tells whether the surname
    has a word in capitals, as the format asks since 2007.
    """

    position: int
    honorific: Text | None
    surname: Text
    given_names: Text | None
    country: Text
    group: Text | None
    in_capitals: bool
    span: Span

    @property
    def tabler(self) -> bool:
        """True if this member tabled the declaration."""
        return self.position == 1

    @property
    def name(self) -> str:
        """Return the name as lists in print have it: the surname first."""
        return f"{self.surname} {self.given_names}" if self.given_names else str(self.surname)

    @property
    def name_as_written(self) -> str:
        """Return the name in the order in which it is written: the surname first in print, last on web pages."""
        if self.given_names and self.given_names.start < self.surname.start:
            return f"{self.given_names} {self.surname}"
        return self.name

    @property
    def name_span(self) -> Span:
        """Return where the name stands, surname and given names together."""
        if self.given_names is None:
            return self.surname.span
        return Span(min(self.surname.start, self.given_names.start), max(self.surname.end, self.given_names.end))


class LegendEntry(NamedTuple):
    """One line of the footnote: an abbreviation and what it stands for. The mark of the note is not part of it."""

    abbreviation: Text
    name: Text
    span: Span


class MissingPart(NamedTuple):
    """A part that the layout asks for and the text does not have, with the place where it belongs."""

    part: str
    offset: int


class DisplacedPart(NamedTuple):
    """A part that stands a second time (``repeated``), or not in its order."""

    part: str
    repeated: bool
    span: Span


class UnreadableLine(NamedTuple):
    """A line that fits nowhere; ``zone`` is the part it stands in: header, text, list or legend.

    It may be several lines, and ``broken`` tells that they are one signatory.
    """

    zone: str
    text: str
    span: Span
    broken: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """A written declaration, or what was found instead of one: what the text says, not whether it is right.

    Texts are NFC, without marks of Markdown, white space folded; each has a ``span``: where it stands in
    ``source.text``, in code points from 0, end exclusive (``source.position`` makes lines and columns of that, from 1).
    A part that is not there is None, one that cannot be read is ``Malformed``: its ``text`` and ``span``, no ``value``.
    Numbers are ints and dates ``CalendarDate``, of which ``iso`` is None where there is no such day.

    The parts are those of the published declarations: numbers, date, title, disclaimer, opening, paragraphs, sign-off,
    signatories, total, and the legend of the political groups (Rule 56).
    """

    source: SourceText
    span: Span
    kind: Kind
    heading: Text | None = None  # the line that tells another kind of document
    plain: bool = False  # whether all characters are such as no rule on characters looks for
    resembles: bool = True  # whether any line is one that hardly stands but in declarations and their relatives
    layout: Layout | None = None
    order: str = ""  # the rule of the grammar that says in which order the parts stand, such as ``declaration_1995``
    language: Language | None = None
    document_number: Part[int] = None
    edition: Found[int] | None = None
    date: Part[CalendarDate] = None
    title: Text | None = None
    declaration_number: Part[int] = None
    reissue: Part[Reissue] = None
    disclaimer: Found[Text] | Malformed | None = None
    opening: Text | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    sign_off: Found[Text] | Malformed | None = None
    list_heading: Span | None = None
    list_note: Found[int] | None = None
    signatories: tuple[Signatory, ...] = ()
    total: Part[int] = None
    legend: tuple[LegendEntry, ...] = ()
    legend_note: Found[int] | None = None
    date_mentions: tuple[Found[CalendarDate], ...] = ()
    outside: tuple[Span, ...] = ()  # comments and front matter, which are no part of it
    furniture: tuple[Span, ...] = ()  # what came along from pages, with the ends of its lines, and is no part of it
    foreign_words: tuple[Text, ...] = ()  # fixed words in the other language
    missing: tuple[MissingPart, ...] = ()
    displaced: tuple[DisplacedPart, ...] = ()
    unreadable: tuple[UnreadableLine, ...] = ()
    source_index: int = 0  # which declaration of its text it is, counted from 0

    @property
    def named_edition(self) -> Found[int] | None:
        """Return the number of the edition, with its place or that of its line; None where the text names none."""
        if self.edition is None and isinstance(self.reissue, Found) and self.reissue.value.edition is not None:
            return Found(self.reissue.value.edition, self.reissue.span)
        return self.edition

    @property
    def edition_number(self) -> int:
        """Return the number of the edition; 1 where the text names none."""
        return self.named_edition.value if self.named_edition else 1

    @property
    def originally_tabled(self) -> Part[CalendarDate]:
        """Return the day on which, as a new edition says, the first one was tabled."""
        return self.reissue.value.originally_tabled if isinstance(self.reissue, Found) else None

    @property
    def iso_date(self) -> str | None:
        """Return the date as an ISO string; None where it is missing, cannot be read, or does not exist."""
        return self.date.value.iso if isinstance(self.date, Found) else None

    def __repr__(self) -> str:
        """Return what it is and where, without its text."""
        return f"<Document {self.kind} {self.span.start}-{self.span.end}>"
