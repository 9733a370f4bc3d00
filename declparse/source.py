"""Bytes and text: decoding, spans, lines and columns. The only module that decodes.

Offsets count Unicode code points of the decoded text from 0, lines and columns count from 1, ends are
exclusive. A byte order mark at the start is not counted. A line ends at LF, CRLF or CR and at nothing else.
"""

import os
import re
from bisect import bisect_right
from collections.abc import Iterable
from contextlib import suppress
from itertools import accumulate
from typing import NamedTuple

from declparse.files import reading

REPLACEMENT = "\ufffd"
_LINE_END = "\r\n|\r|\n"
_SURROGATE = "[\ud800-\udfff]"
_BOM = "\ufeff"
_MOST_ZEROS = 0.1  # of all bytes; where there are more, the file is in UTF-16, or no text


class Span(NamedTuple):
    """A stretch of text: offsets in code points from 0, ``end`` exclusive.

    ``text[span.start : span.end]`` is what stands there. An empty span marks a place between characters.
    """

    start: int
    end: int


def divider(text: str, left_out: Span, line_end: str = "\n") -> str:
    """Return what must stand in place of a stretch that is left out between two words, so that they stay divided.

    That is a blank where the end of the line before goes with it, and a line end where none was.
    """
    around = text[max(left_out.start - 1, 0) : left_out.start], text[left_out.end : left_out.end + 1]
    if any(side in ("", "\r", "\n") for side in around):
        return ""
    return line_end if text[left_out.start : left_out.end].lstrip(" \t")[:1] not in ("\r", "\n") else " "


class Cover:
    """The places that some spans cover, in any order; they may overlap. ``place in cover`` does not look at each."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def __contains__(self, place: int) -> bool:
        before = bisect_right(self._starts, place)
        return before > 0 and place < self._ends[before - 1]


class Position(NamedTuple):
    """A place as people and programs name it: line and column from 1, offset from 0, all in code points."""

    line: int
    column: int
    offset: int


class SourceText:
    """The text of one file, unchanged, with what is needed to find a place in it.

    ``text`` is what was decoded, ``data`` the bytes. ``path`` is None for a text without a name. ``bad_bytes`` maps the
    offset of each U+FFFD that stands for an undecodable byte to the value of that byte, so that it can go back out as
    it came in.
    """

    __slots__ = ("_line_starts", "bad_bytes", "data", "path", "text")

    def __init__(self, text: str, path: str | None, data: bytes, bad_bytes: dict[int, int]) -> None:
        self.text = text
        self.path = path
        self.data = data
        self.bad_bytes = bad_bytes
        self._line_starts: list[int] | None = None

    def __eq__(self, other: object) -> bool:
        """True if it is the same text, of the same bytes and the same path."""
        if not isinstance(other, SourceText):
            return NotImplemented
        return (self.data, self.path, self.bad_bytes) == (other.data, other.path, other.bad_bytes)

    def __hash__(self) -> int:
        return hash((self.data, self.path))

    @property
    def unicode_path(self) -> str | None:
        r"""Return the path for programs, as valid Unicode: a byte that is not UTF-8 is ``\xe9``, for example."""
        return None if self.path is None else os.fsencode(self.path).decode("utf-8", "backslashreplace")

    @property
    def line_starts(self) -> list[int]:
        """Return the offset at which each line starts."""
        if self._line_starts is None:
            self._line_starts = [0, *(match.end() for match in re.finditer(_LINE_END, self.text))]
        return self._line_starts

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset between 0 and the length of the text."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1, offset)

    def line(self, number: int) -> str:
        """Return the text of a line, counted from 1, without its end."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


def decode(data: bytes, path: str | None = None) -> SourceText:
    """Decode UTF-8. Never raises: each byte that is not UTF-8 becomes one U+FFFD, and its value is kept.

    So does each zero byte where there are many: otherwise plain letters in UTF-16 would pass for UTF-8.
    """
    has_zeros = data.count(0) > len(data) * _MOST_ZEROS
    if not has_zeros:
        with suppress(UnicodeDecodeError):
            return SourceText(data.decode().removeprefix(_BOM), path, data, {})
    text = data.decode("utf-8", "surrogateescape").removeprefix(_BOM)
    if has_zeros:
        text = text.replace("\0", "\udc00")
    bad_bytes = {match.start(): ord(match[0]) - 0xDC00 for match in re.finditer(_SURROGATE, text)}
    return SourceText(re.sub(_SURROGATE, REPLACEMENT, text), path, data, bad_bytes)


def from_text(text: str, path: str | None = None) -> SourceText:
    """Return the source of a decoded text; lone surrogates, which are no characters, become U+FFFD."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        text = re.sub(_SURROGATE, REPLACEMENT, text)
        data = text.encode()
    return SourceText(text.removeprefix(_BOM), path, data, {})


def read(path: str) -> SourceText:
    """Read and decode a file. Raises OSError, at once, when it is no plain file or the system cannot read it."""
    return decode(reading.read(path), path)
