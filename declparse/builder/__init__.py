"""From a tree to a document: takes the values out of the tree, and decides nothing about right or wrong."""

from collections.abc import Iterable, Iterator
from typing import cast

from declparse.builder.languages import foreign, language_of, phrases
from declparse.builder.lists import legend, signatories, unreadable
from declparse.builder.texts import Texts, number_in, token_of
from declparse.document import (
    MONTHS,
    CalendarDate,
    DisplacedPart,
    Document,
    Found,
    Kind,
    Malformed,
    MissingPart,
    Paragraph,
    Part,
    Reissue,
    Text,
    UnreadableLine,
)
from declparse.source import SourceText, Span
from declparse.syntax.reading import NormalizedText
from declparse.syntax.tree import FRAGMENT, OTHER, UNKNOWN, WEB, Token, Tree

_MONTH_NUMBERS = {name: number for names in MONTHS.values() for number, name in enumerate(names, start=1)}
_OTHER_KINDS: dict[str, Kind] = {
    "MOTION_FOR_RESOLUTION": "motion-for-resolution",
    "MOTION_FOR_RECOMMENDATION": "motion-for-recommendation",
    "WRITTEN_QUESTION": "written-question",
    "REPORT": "report",
}
_LEAP_YEAR = 2024


def build(source: SourceText, normalized: NormalizedText, tree: Tree, index: int) -> Document:
    """Return the document of one tree, the one with that index in its text."""
    builder = _Builder(source, normalized, tree, index)
    return builder.other() if tree.data in (OTHER, FRAGMENT, UNKNOWN) else builder.declaration()


class _Builder:
    """Holds the parts of one tree, by name, while the document is made of them."""

    def __init__(self, source: SourceText, normalized: NormalizedText, tree: Tree, index: int) -> None:
        self.source = source
        self.index = index
        self.normalized = normalized
        self.tree = tree
        self.texts = Texts(source, normalized, tree)
        self.parts: dict[str, Tree] = {}
        self.missing: list[MissingPart] = []
        self.malformed: dict[str, Malformed] = {}
        self.displaced: list[DisplacedPart] = []
        self.unreadable: list[UnreadableLine] = []

    def declaration(self) -> Document:
        """Return the document of a declaration."""
        for part in self.tree.children:
            self._sort(cast("Tree", part))
        order, texts, parts = self.tree.data, self.texts, self.parts
        heading, number = parts.get("list_heading"), parts.get("document_number")
        signed, unread = signatories(texts, order, parts.get("list"))
        explained, unexplained = legend(texts, order, parts.get("legend"))
        words = phrases(parts)
        language = language_of(words)
        whole = self._whole()
        return Document(
            source=self.source,
            span=whole,
            kind="written-declaration",
            plain=self.normalized.plain,
            layout="web" if order == WEB else "print",
            order=order,
            language=language,
            document_number=self._number("document_number"),
            edition=self._edition(number) if number else None,
            date=self._date(),
            title=self._words("title"),
            declaration_number=self._number("declaration_number"),
            reissue=self._reissue(),
            disclaimer=self._sentence("disclaimer"),
            opening=self._words("opening"),
            paragraphs=tuple(self._paragraphs()),
            sign_off=self._sentence("sign_off"),
            list_heading=texts.span_of(heading) if heading else None,
            list_note=self._integer(heading, "NOTE"),
            signatories=tuple(signed),
            total=self._number("total", "COUNT"),
            legend=tuple(explained),
            legend_note=self._integer(parts.get("legend"), "NOTE"),
            date_mentions=tuple(self._mentions()),
            outside=_within(whole, self.normalized.outside),
            furniture=_within(whole, self.normalized.furniture),
            foreign_words=tuple(map(texts.text, foreign(words, language))),
            missing=tuple(self.missing),
            displaced=tuple(self.displaced),
            unreadable=tuple(sorted([*self.unreadable, *unread, *unexplained], key=lambda line: line.span)),
            source_index=self.index,
        )

    def other(self) -> Document:
        """Return the document of what is no declaration: another kind of document, or none at all."""
        kind: Kind = "unknown"
        heading = None
        if self.tree.data == OTHER:
            telling = cast("Token", self.tree.children[0])
            kind, heading = _OTHER_KINDS[telling.type], self.texts.text(telling)
        # A file with nothing but comments is as an empty one, which is not passed over either.
        only_outside = bool(self.normalized.outside and not self.tree.children)
        whole = self._whole()
        return Document(
            self.source,
            whole,
            kind,
            heading,
            self.normalized.plain,
            resembles=self.tree.data != UNKNOWN or only_outside,
            outside=_within(whole, self.normalized.outside),
            furniture=_within(whole, self.normalized.furniture),
            source_index=self.index,
        )

    def _whole(self) -> Span:
        """Return the part of the text that is this document's."""
        start, end = self.tree.start, self.tree.end
        # What is not read at the very beginning, such as an invisible character, belongs to the first document.
        return Span(self.texts.offset(start) if start else 0, self.texts.offset(end))

    def _sort(self, part: Tree) -> None:
        name = part.data
        if name == "furniture":
            return
        if name not in ("missing", "malformed", "misplaced", "repeated", "unreadable"):
            self.parts[name] = part
            return
        label, *tokens = cast("list[Token]", part.children)
        if name == "missing":
            self.missing.append(MissingPart(str(label), self.texts.offset(tokens[0].start_pos or 0)))
        elif name == "malformed":
            self._malformed(str(label), tokens[0])
        elif name == "unreadable":
            self.unreadable.append(unreadable(self.texts, self.tree.data, part))
        else:
            self.displaced.append(DisplacedPart(str(label), name == "repeated", self.texts.span(tokens[0])))

    def _malformed(self, name: str, token: Token) -> None:
        part = Malformed(str(self.texts.text(token)), self.texts.span(token))
        if name in ("list_heading", "opening"):
            self.unreadable.append(UnreadableLine(name, part.text, part.span))
        else:
            self.malformed[name] = part

    def _number(self, name: str, kind: str = "NUMBER") -> Part[int]:
        return self.malformed.get(name) or self._integer(self.parts.get(name), kind)

    def _integer(self, part: Tree | None, kind: str) -> Found[int] | None:
        token = next((token for token in part.tokens() if token.type == kind), None) if part else None
        return None if token is None else Found(int(token), self.texts.span(token))

    def _edition(self, part: Tree) -> Found[int] | None:
        edition = token_of(part, "ORDINAL_EDITION") or token_of(part, "ORDINAL_EDITION_FR")
        return None if edition is None else Found(number_in(edition), self.texts.span(edition))

    def _date(self) -> Part[CalendarDate]:
        part = self.parts.get("date")
        return self.malformed.get("date") or (Found(_date(part), self.texts.span_of(part)) if part else None)

    def _reissue(self) -> Part[Reissue]:
        part = self.parts.get("reissue")
        if part is None:
            return self.malformed.get("reissue")
        edition = self._edition(part)
        original = next((child for child in part.children if isinstance(child, Tree)), part.children[-1])
        tabled: Found[CalendarDate] | Malformed
        if isinstance(original, Token):
            tabled = Malformed(str(self.texts.text(original)), self.texts.span(original))
        else:
            tabled = Found(_date(original), self.texts.span_of(original))
        return Found(Reissue(edition.value if edition else None, tabled), self.texts.span_of(part))

    def _sentence(self, name: str) -> Found[Text] | Malformed | None:
        text = self._words(name)
        return self.malformed.get(name) or (Found(text, text.span) if text else None)

    def _words(self, name: str) -> Text | None:
        part = self.parts.get(name)
        return None if part is None else self.texts.text_of(cast("list[Token]", part.children))

    def _paragraphs(self) -> Iterator[Paragraph]:
        part = self.parts.get("text")
        for paragraph in cast("list[Tree]", part.children if part else []):
            *numbers, words = cast("list[Token]", paragraph.children)
            number = Found(number_in(numbers[0]), self.texts.span(numbers[0])) if numbers else None
            yield Paragraph(number, self.texts.text(words), self.texts.span_of(paragraph))

    def _mentions(self) -> Iterator[Found[CalendarDate]]:
        part = self.parts.get("mentions")
        for mention in cast("list[Tree]", part.children if part else []):
            yield Found(_date(mention), self.texts.span_of(mention))


def _within(whole: Span, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return those of the spans that stand within a document."""
    return tuple(span for span in spans if whole.start <= span.start < whole.end)


def _date(tree: Tree) -> CalendarDate:
    """Return the date of a tree; where the text has no year, one in which every month has all its days."""
    day, month, *year = (str(token) for token in tree.children)
    return CalendarDate(number_in(day), _MONTH_NUMBERS[month], int(year[0]) if year else _LEAP_YEAR)
