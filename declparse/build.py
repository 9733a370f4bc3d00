"""Tree to Document: takes the values out of the tree that ``syntax`` made, and decides nothing about right or wrong."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import cast

from declparse.characters.names import surname_of, words_in_capitals
from declparse.characters.white_space import fold_space
from declparse.document import (
    MONTHS,
    CalendarDate,
    DisplacedPart,
    Document,
    Found,
    Kind,
    Language,
    LegendEntry,
    Malformed,
    MissingPart,
    Paragraph,
    Part,
    Reissue,
    Signatory,
    Text,
    UnreadableLine,
)
from declparse.marks import are_absent, words_of
from declparse.source import SourceText, Span
from declparse.syntax import SIGNS, date_mentions, line_or_place, title_language
from declparse.syntax.reading import Reading
from declparse.syntax.tables import PRINT_2001, WEB
from declparse.syntax.tree import Token, Tree

_MONTH_NUMBERS = {name: number for names in MONTHS.values() for number, name in enumerate(names, start=1)}

# The tokens of the fixed words by which the language is told, and the language of each.
_PHRASES = (
    *("WRITTEN_DECLARATION", "ORIGINALLY_TABLED", "ORDINAL_EDITION", "KNOWN_DISCLAIMER", "OPENING_WORDS"),
    *("SIGNED", "OVERLEAF", "MONTH", "SIGNATORIES_WORD"),
)
_FIXED_WORDS: dict[str, Language] = {**dict.fromkeys(_PHRASES, "en"), "NUMBER_SIGN_FR": "fr"}
_FIXED_WORDS |= {f"{phrase}_FR": "fr" for phrase in _PHRASES}
_WITH_FIXED_WORDS = ("document_number", "date", "declaration_number", "reissue", "disclaimer", "opening", "sign_off")
_OTHER_KINDS: dict[str, Kind] = {
    "MOTION_FOR_RESOLUTION": "motion-for-resolution",
    "MOTION_FOR_RECOMMENDATION": "motion-for-recommendation",
    "WRITTEN_QUESTION": "written-question",
    "REPORT": "unknown",
}
_LEAP_YEAR = 2024
_QUOTES = "'’‘\"“”„«» "


def build(source: SourceText, reading: Reading, tree: Tree) -> Document:
    """The document of one tree."""
    return _Builder(source, reading, tree).document()


class _Builder:
    """Holds the parts of one tree, by name, while the document is made of them."""

    def __init__(self, source: SourceText, reading: Reading, tree: Tree) -> None:
        self.source = source
        self.reading = reading
        self.tree = tree
        self.plain = reading.plain
        self.parts: dict[str, Tree] = {}
        self.missing: list[MissingPart] = []
        self.malformed: dict[str, Malformed] = {}
        self.displaced: list[DisplacedPart] = []
        self.unreadable: list[UnreadableLine] = []
        self.fixed_words: dict[Language, list[list[Token]]] = {"en": [], "fr": []}  # of each part

    @cached_property
    def last_note(self) -> int:
        """Return the highest number of a note: the legend is the last note, if not the only one."""
        parts = [
            part for part in self.tree.children if isinstance(part, Tree) and part.data in ("list_heading", "legend")
        ]
        return max((int(token) for part in parts for token in _tokens(part) if token.type == "NOTE"), default=0)

    def document(self) -> Document:
        if self.tree.data in ("other", "unknown"):
            return self._other()
        for part in self.tree.children:
            self._sort(cast("Tree", part))
        signatories = tuple(self._signatories())
        legend = tuple(self._legend())
        heading = self.parts.get("list_heading")
        number = self.parts.get("document_number")
        language = self._language()
        whole = self._whole()
        return Document(
            source=self.source,
            span=whole,
            kind="written-declaration",
            plain=self.plain,
            layout="web" if self.tree.data == WEB else "print",
            order=self.tree.data,
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
            list_heading=self._tree_span(heading) if heading else None,
            list_note=self._integer(heading, "NOTE"),
            signatories=signatories,
            total=self._number("total", "COUNT"),
            legend=legend,
            legend_note=self._integer(self.parts.get("legend"), "NOTE"),
            date_mentions=tuple(self._mentions()),
            outside=_within(whole, self.reading.outside),
            furniture=_within(whole, self.reading.furniture),
            foreign_words=tuple(self._foreign_words(language)),
            missing=tuple(self.missing),
            displaced=tuple(self.displaced),
            unreadable=tuple(sorted(self.unreadable, key=lambda line: line.span)),
        )

    def _other(self) -> Document:
        """Another kind of document, or none at all."""
        tokens = cast("list[Token]", self.tree.children)
        kind: Kind = "unknown"
        heading = None
        if self.tree.data == "other":
            kind = _OTHER_KINDS[tokens[0].type]
            heading = self._text(tokens[0])
        resembles = heading is not None or any(token.type in SIGNS for token in tokens)
        # A file with nothing but comments is as an empty one, which is not passed over either.
        resembles = resembles or bool(self.reading.outside and not tokens)
        whole = self._whole()
        return Document(
            self.source,
            whole,
            kind,
            heading,
            self.plain,
            resembles,
            outside=_within(whole, self.reading.outside),
            furniture=_within(whole, self.reading.furniture),
        )

    def _whole(self) -> Span:
        """The part of the text that is this document's."""
        start, end = self.tree.start, self.tree.end
        # What is not read at the very beginning, such as an invisible character, belongs to the first document.
        return Span(self.reading.offset(start) if start else 0, self.reading.offset(end))

    def _sort(self, part: Tree) -> None:
        name = str(part.data)
        if name == "furniture":
            return
        if name not in ("missing", "malformed", "misplaced", "repeated", "unreadable"):
            self.parts[name] = part
            return
        label, *tokens = cast("list[Token]", part.children)
        if name == "missing":
            self.missing.append(MissingPart(str(label), self._place(tokens[0].start_pos or 0)))
        elif name == "malformed":
            self._malformed(str(label), tokens[0])
        elif name == "unreadable":
            self._set_aside(part)
        else:
            self.displaced.append(DisplacedPart(str(label), name == "repeated", self._span(tokens[0])))

    def _malformed(self, name: str, token: Token) -> None:
        part = Malformed(str(self._text(token)), self._span(token))
        if name in ("list_heading", "opening"):
            self.unreadable.append(UnreadableLine(name, part.text, part.span))
        else:
            self.malformed[name] = part

    def _set_aside(self, line: Tree) -> None:
        zone, token = cast("list[Token]", line.children)
        # On a web page the end of a line divides nothing.
        text = str(self._text(token)) if self.tree.data == WEB else self._lines(token)
        self.unreadable.append(UnreadableLine(str(zone), text, self._span(token), token.type == "BROKEN"))

    def _place(self, place: int) -> int:
        """The offset at which a line can be inserted before a part: not behind the marks that open its line."""
        return self.reading.offset(line_or_place(self.reading.text, place))

    # Values of single parts

    def _number(self, name: str, kind: str = "NUMBER") -> Part[int]:
        return self.malformed.get(name) or self._integer(self.parts.get(name), kind)

    def _edition(self, part: Tree) -> Found[int] | None:
        edition = _token(part, "ORDINAL_EDITION") or _token(part, "ORDINAL_EDITION_FR")
        return Found(int(_digits(edition)), self._span(edition)) if edition is not None else None

    def _date(self) -> Part[CalendarDate]:
        part = self.parts.get("date")
        return self.malformed.get("date") or (Found(_date(part), self._tree_span(part)) if part else None)

    def _reissue(self) -> Part[Reissue]:
        part = self.parts.get("reissue")
        if part is None:
            return self.malformed.get("reissue")
        edition = self._edition(part)
        original = next((child for child in part.children if isinstance(child, Tree)), part.children[-1])
        tabled: Found[CalendarDate] | Malformed
        if isinstance(original, Token):
            tabled = Malformed(str(self._text(original)), self._span(original))
        else:
            tabled = Found(_date(original), self._tree_span(original))
        return Found(Reissue(edition.value if edition else None, tabled), self._tree_span(part))

    def _sentence(self, name: str) -> Found[Text] | Malformed | None:
        text = self._words(name)
        return self.malformed.get(name) or (Found(text, text.span) if text else None)

    def _words(self, name: str) -> Text | None:
        part = self.parts.get(name)
        if part is None:
            return None
        return self._words_of(cast("list[Token]", part.children))

    def _language(self) -> Language:
        """The language in which most parts have their fixed words; English where there are none."""
        for name in (*_WITH_FIXED_WORDS, "list_heading"):
            part = self.parts.get(name)
            if part is not None:  # only the line of a new edition has its date in a tree of its own
                self._vote(_tokens(part) if name == "reissue" else cast("list[Token]", part.children))
        return "fr" if len(self.fixed_words["fr"]) > len(self.fixed_words["en"]) else "en"

    def _vote(self, tokens: Iterable[Token]) -> None:
        """Notes the fixed words of one part: the first of each language."""
        seen: set[Language] = set()
        for token in tokens:
            language = _FIXED_WORDS.get(token.type)
            if language is not None and language not in seen:
                seen.add(language)
                self.fixed_words[language].append([token])

    def _vote_of_titles(self, titles: list[Token]) -> None:
        """Notes the titles before the names, which are one vote together."""
        languages = {title: title_language(title) for title in map(str, titles)}
        for language, words in self.fixed_words.items():
            own = [title for title in titles if languages[str(title)] == language]
            words += [own] if own else []

    def _foreign_words(self, language: Language) -> Iterator[Text]:
        """The fixed words in the other language."""
        for words in self.fixed_words["en" if language == "fr" else "fr"]:
            yield from map(self._text, words)

    def _integer(self, part: Tree | None, kind: str) -> Found[int] | None:
        token = next((token for token in _tokens(part) if token.type == kind), None) if part else None
        return Found(int(token), self._span(token)) if token is not None else None

    # Values of the parts that have several lines

    def _paragraphs(self) -> Iterator[Paragraph]:
        part = self.parts.get("text")
        for paragraph in cast("list[Tree]", part.children if part else []):
            *numbers, words = cast("list[Token]", paragraph.children)
            number = Found(int(_digits(numbers[0])), self._span(numbers[0])) if numbers else None
            yield Paragraph(number, self._text(words), self._tree_span(paragraph))

    def _mentions(self) -> Iterator[Found[CalendarDate]]:
        for name in ("title", "opening", "text"):
            part = self.parts.get(name)
            if part is not None and part.children:
                tokens = list(_tokens(part))
                for mention in date_mentions(self.reading.text, tokens[0].start_pos or 0, _end(tokens[-1])):
                    yield Found(_date(mention), self._tree_span(mention))

    def _signatories(self) -> Iterator[Signatory]:
        part = self.parts.get("list")
        position = 0
        titles: list[Token] = []
        for line in cast("list[Tree]", part.children if part else []):
            if line.data == "signatories_word":
                self._vote(cast("list[Token]", line.children))
                continue
            if line.data == "unreadable":
                self._set_aside(line)
                # A line with fields stands for a member, also where it cannot be read.
                token = cast("Token", line.children[-1])
                position += token.type == "BROKEN" or any(mark in token for mark in ",;")
                continue
            position += 1
            if isinstance(line.children[0], Token):
                titles.append(line.children[0])
            yield self._signatory(position, line)
        if titles:
            self._vote_of_titles(titles)

    def _signatory(self, position: int, line: Tree) -> Signatory:
        title = line.children[0] if isinstance(line.children[0], Token) else None
        name, country, *rest = line.children[1:] if title is not None else line.children
        words = cast("list[Token]", cast("Tree", name).children)
        country, group = cast("Token", country), cast("Token", rest[0]) if rest else None
        in_capitals = words_in_capitals(words)
        first, last = surname_of(in_capitals, stands_first=self.tree.data != WEB)
        if self.tree.data == WEB and (first, last) == (0, len(words)):  # initials without full stops
            first = next((index for index, word in enumerate(words[:-1]) if len(word) > 1), last - 1)
        if self.tree.data == PRINT_2001 and True not in in_capitals:  # surnames alone
            last = len(words)
        given = words[last:] or words[:first]
        return Signatory(
            position,
            self._text(title) if title is not None else None,
            self._words_of(words[first:last]),
            self._words_of(given) if given else None,
            self._country(country),
            self._text(group) if group is not None else None,
            True in in_capitals,
            self.reading.span(
                (words[0] if title is None else title).start_pos or 0, _end(group if group is not None else country)
            ),
        )

    def _words_of(self, tokens: list[Token]) -> Text:
        return self._text_between(tokens[0].start_pos or 0, _end(tokens[-1]))

    def _country(self, token: Token) -> Text:
        text = self._text(token)
        if text[0].isalpha() and text[-1].isalpha():
            return text
        return Text(text.strip(_QUOTES) or text, *text.span)

    def _legend(self) -> Iterator[LegendEntry]:
        part = self.parts.get("legend")
        for line in cast("list[Tree]", part.children if part else []):
            if line.data == "unreadable":
                self._set_aside(line)
                continue
            if line.data == "note":
                continue
            abbreviation, name = _token(line, "ABBREVIATION"), _token(line, "GROUP_NAME")
            if abbreviation is not None and name is not None:
                start, end = self.reading.offset(abbreviation.start_pos or 0), self._span(name).end
                yield LegendEntry(self._text(abbreviation), self._text(name), Span(start, end))

    # Words and places

    def _text(self, token: Token) -> Text:
        return self._text_between(token.start_pos or 0, _end(token))

    def _text_between(self, start: int, end: int) -> Text:
        words = self.source.text[start:end]
        if self.plain and (words.isalnum() or are_absent(words)):
            return Text(words, start, end)
        start, end = self.reading.span(start, end)
        written = self.reading.written(self.source.text, start, end)
        return Text(fold_space(words_of(written, lambda: self.last_note)), start, end)

    def _lines(self, token: Token) -> str:
        """The lines of a token, as they are written, each with its white space folded."""
        written = self.reading.written(self.source.text, *self._span(token))
        return "\n".join(fold_space(line) for line in re.split("\r\n|\r|\n", written))

    def _span(self, token: Token) -> Span:
        return self.reading.span(token.start_pos or 0, _end(token))

    def _tree_span(self, tree: Tree) -> Span:
        tokens = list(_tokens(tree))
        return self.reading.span(tokens[0].start_pos or 0, _end(tokens[-1]))


def _within(whole: Span, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Those of the spans, none of which is part of a document, that stand within it."""
    return tuple(span for span in spans if whole.start <= span.start < whole.end)


def _date(tree: Tree) -> CalendarDate:
    """The date of a tree; where the text has no year, one in which every month has all its days."""
    day, month, *year = (str(token) for token in tree.children)
    return CalendarDate(int(_digits(day)), _MONTH_NUMBERS[month], int(year[0]) if year else _LEAP_YEAR)


def _tokens(tree: Tree) -> Iterator[Token]:
    for child in tree.children:
        if isinstance(child, Token):
            yield child
        else:
            yield from _tokens(child)


def _token(tree: Tree, kind: str) -> Token | None:
    return next((child for child in tree.children if isinstance(child, Token) and child.type == kind), None)


def _end(token: Token) -> int:
    return (token.start_pos or 0) + len(token)


def _digits(text: str) -> str:
    return "".join(character for character in text if character in "0123456789")
