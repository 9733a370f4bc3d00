"""The text as the grammar reads it: one kind of line end, one kind of blank, composed letters."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import takewhile

from declparse.characters.composition import COMPOSABLE
from declparse.characters.garbling import LOST, MAY_BE_GARBLED, garbled
from declparse.characters.look_alikes import latin
from declparse.characters.white_space import INVISIBLE, LINE_BREAKS
from declparse.marks import FENCES, SUPERSCRIPTS
from declparse.source import Span, divider
from declparse.syntax.engine import shape

# White space that is not a line end in this format.
_BLANK = dict.fromkeys(f"\t{LINE_BREAKS}\x1c\x1d\x1e\x1f\xa0\u1680\u202f\u205f\u3000", " ")
_BLANK |= {chr(code): " " for code in range(0x2000, 0x200B)}
_SAME_LENGTH = str.maketrans(_BLANK | {"\r": "\n"}) | SUPERSCRIPTS
# Characters that are read as they are, one kind after the other: letters that may be the first of a garbled one last.
_PLAIN = (
    "(?:[ -~\n]++|[\u00a1-\u00ac\u00ae-\u00b1\u00b4-\u00b8\u00ba-\u00c1\u00f0-\u00ff]|[\u0100-\u02ff]"
    f"|[\u2010-\u2027\u2030-\u205e]|(?!{MAY_BE_GARBLED})[\u00c2-\u00ef])*+"
)
# What may be furniture of a page, apart from form feeds and addresses: a line of hardly more than a figure.
_FIGURE = r"[^\w\r\n]*(?:[Pp][^\W\d]*\.? *)?[0-9]{1,3}(?: *\w{0,3}/? *[0-9]{1,3})?[^\w\r\n]*(?:[\r\n]|$)"
# The same below another line; a pattern that begins with one certain character is sought much faster.
_FIGURE_BELOW, _FIGURE_BELOW_CR = "\n" + _FIGURE, "\r" + _FIGURE
# A line break of a word processor, but where it stands beside a line end.
_LINE_BREAK = f"(?<![\r\n])[{LINE_BREAKS}](?![\r\n])"


class NormalizedText:
    """A text to be parsed, and where each of its characters stands in the source.

    Line ends are LF, as are the line breaks of word processors, blanks are U+0020, letters are composed (NFC),
    look-alikes in Latin words are the Latin letters, garbled letters are put right, a lost letter of a word is an X,
    invisible characters are left out, as are comments and front matter (``outside``), and what came along from pages
    (``furniture``). So a fault of that kind is reported by its own rule, and no other rule stumbles over it.
    """

    __slots__ = ("_ends", "_gaps", "_shifts", "furniture", "outside", "plain", "text")

    def __init__(self, source: str) -> None:
        self._gaps: list[int] = []  # offsets in the reading from which a shift holds
        self._shifts: list[int] = []  # how many characters of the source were left out before it
        self._ends: dict[int, int] = {}  # where composed pieces end in the source, by their last character
        self.outside: list[Span] = []
        self.furniture: list[Span] = []
        unclosed = None
        if "<!--" in source or source.startswith(FENCES):
            from declparse.syntax import outside  # needed only where there may be any

            self.outside = outside.stretches(source)
            unclosed = outside.unclosed_comment(source, self.outside)
        if _may_have_furniture(source):
            from declparse.syntax import furniture  # needed only where there may be any

            self.furniture = furniture.stretches(source, self.outside)
        # Whether the source can be read as it is.
        self.plain = (
            not self.outside and not self.furniture and unclosed is None and re.fullmatch(_PLAIN, source) is not None
        )
        if self.plain:
            self.text = source
            return
        # CRLF as blank and LF: the length stays, and so do the offsets.
        text = re.compile(_LINE_BREAK).sub("\n", source).replace("\r\n", " \n").translate(_SAME_LENGTH)
        text = latin(text, lambda line: shape("LATIN_LINE").fullmatch(line))
        changes = [*_spoilt(source), *_changes(text), *((*span, "") for span in self.outside)]
        changes += [(*span, divider(source, span)) for span in self.furniture]
        if unclosed and source[unclosed - 1] == " ":  # it spoils no more than what stands behind it on the line
            changes.append((unclosed - 1, unclosed, "\n"))
        self.text = self._changed(text, changes) if changes else text

    def _changed(self, text: str, changes: list[tuple[int, int, str]]) -> str:
        """Return the text with pieces replaced by shorter ones; note where everything stands now."""
        pieces: list[str] = []
        length = done = 0
        for start, end, replacement in sorted(changes, key=lambda change: (change[0], -change[1])):
            if start < done:  # an invisible character between a letter and its accent, an accent of a garbled letter
                continue
            pieces += text[done:start], replacement
            length += start - done + len(replacement)
            done = end
            if replacement:
                self._ends[length - 1] = end
            self._gaps.append(length)
            self._shifts.append(done - length)
        return "".join([*pieces, text[done:]])

    def offset(self, place: int) -> int:
        """Return the offset in the source of a place in this text."""
        if not self._gaps:
            return place
        index = bisect_right(self._gaps, place)
        return place + self._shifts[index - 1] if index else place

    def span(self, start: int, end: int) -> Span:
        """Return the span in the source of a stretch of this text that holds at least one character."""
        if not self._gaps:
            return Span(start, end)
        last = self._ends.get(end - 1)
        return Span(self.offset(start), self.offset(end - 1) + 1 if last is None else last)

    def written(self, source: str, start: int, end: int) -> str:
        """Return what stands in a stretch of the source, without what came along from pages."""
        if not self.furniture:
            return source[start:end]
        pieces: list[str] = []
        first = bisect_left(self.furniture, start, key=lambda span: span.start)
        for span in takewhile(lambda span: span.end <= end, self.furniture[first:]):
            pieces += source[start : span.start], divider(source, span)
            start = span.end
        return "".join([*pieces, source[start:end]])


def _may_have_furniture(source: str) -> bool:
    """True if anything in a text may be furniture of a page; a quick look, which settles nearly all texts."""
    telling = "\x0c" in source or "coe.int" in source or "Cedex" in source or "CEDEX" in source
    return (
        telling
        or source.count("Doc") + source.count("DOC") > 1
        or re.match(_FIGURE, source) is not None
        or re.search(_FIGURE_BELOW, source) is not None
        or ("\r" in source and re.search(_FIGURE_BELOW_CR, source) is not None)
    )


def _changes(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what is read differently from how it is written: start, end, and what is read instead."""
    for match in re.finditer(INVISIBLE, text):
        yield *match.span(), ""
    if not unicodedata.is_normalized("NFC", text):
        for match in re.finditer(COMPOSABLE, text):
            yield *match.span(), unicodedata.normalize("NFC", match[0])


def _spoilt(source: str) -> Iterator[tuple[int, int, str]]:
    """Yield the same for what is garbled, and for lost letters, which are capitals where their neighbours are."""
    for start, end, right in garbled(source):
        yield start, end, right.translate(_SAME_LENGTH)
    for match in re.finditer(LOST, source):
        before, after = source[match.start() - 1 : match.start()], source[match.end() : match.end() + 1]
        if before.isalpha() or after.isalpha():
            yield *match.span(), "X" if (after if after.isalpha() else before).isupper() else "x"
