"""Furniture of pages: what came along when a text was copied or extracted from a print, and is no part of it.

These are form feeds, page numbers, the Assembly's address line and running heads. The shape of some tells what they
are; a figure, and a document number, are furniture only where something else shows that a page ended there.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from declparse.characters.composition import composed
from declparse.marks import AROUND
from declparse.source import Cover, Span
from declparse.syntax.engine import load, shape
from declparse.syntax.lines import BAR, LISTS

FORM_FEED = "\x0c"
_BLANKS = " \t"
_ROWS = re.compile("\x0c|([^\r\n\x0c]+)(?:\r\n|\r|\n)?|\r\n|\r|\n")
_ENDS_OF_SENTENCES = tuple('.;:!?”"»')
_LONGEST_FIGURE = 2  # digits of a page number that nothing but blank lines around it shows
_LONGEST_ADDRESS = 3  # lines over which an address line may be wrapped
_LONGEST_FURNITURE = 6  # rows of furniture between two lines of a header
# Lines that lack a figure where they have none, which then stands on the next line.
_NUMBERED = {"TOTAL", "DECLARATION_NUMBER", "DOCUMENT_NUMBER", "LIST_HEADING"}
# What follows the document number in a header.
_IN_HEADERS = {"DATE", "DECLARATION_NUMBER"}
# Behind these lines words are sentences; before them they may be a title.
_BEFORE_TEXTS = {"DISCLAIMER", "OPENING", "SIGNATURES"}


class _Row(NamedTuple):
    """A line with its end, or a form feed, which is a row by itself.

    ``words`` is without marks and blanks around; ``near`` tells that no blank row stands before it.
    """

    start: int
    end: int
    words: str = ""
    kind: str = ""
    near: bool = False


def stretches(text: str, outside: Sequence[Span]) -> list[Span]:
    """Return what is to be left out of a text, in its order: furniture, and blank lines that only set it off.

    Where a page ended within a sentence or a list, the halves stand on consecutive lines without it. Comments and front
    matter, which stand ``outside``, hold no furniture.
    """
    blanks, rows = _rows(text, Cover(outside))
    found = _furniture(rows)
    gone = [rows[index] for index in found]
    return [_with_blanks(text, *span) for span in _joined(sorted([*gone, *_superfluous(text, blanks, rows, found)]))]


def _with_blanks(text: str, start: int, end: int) -> Span:
    """Return a stretch with the blanks beside form feeds at its ends, which would be left at the ends of lines."""
    if text[start] == FORM_FEED:
        start = len(text[:start].rstrip(_BLANKS))
    if text[end - 1] == FORM_FEED:
        end = len(text) - len(text[end:].lstrip(_BLANKS))
    return Span(start, end)


def _rows(text: str, outside: Cover) -> tuple[list[_Row], list[_Row]]:
    """Return the blank rows, and the others."""
    kinds = load("web").kinds
    blanks: list[_Row] = []
    rows: list[_Row] = []
    near = False
    for match in _ROWS.finditer(text):
        start, end = match.span()
        if start in outside or end - 1 in outside:
            continue
        words = FORM_FEED if match[0] == FORM_FEED else (match[1] or "").strip().strip(AROUND).strip()
        if words:
            words = composed(words)
            shown = kinds.fullmatch(words)
            rows.append(_Row(start, end, words, (shown and shown.lastgroup) or "STRAY", near))
        else:
            blanks.append(_Row(start, end))
        near = bool(words)
    return blanks, rows


def _joined(rows: Iterable[_Row]) -> Iterator[Span]:
    """Yield the rows, those that stand side by side as one stretch."""
    stretch: Span | None = None
    for row in rows:
        if stretch is not None and row.start == stretch.end:
            stretch = Span(stretch.start, row.end)
            continue
        if stretch is not None:
            yield stretch
        stretch = Span(row.start, row.end)
    if stretch is not None:
        yield stretch


# What is furniture


def _furniture(rows: list[_Row]) -> set[int]:
    """Return which rows are furniture."""
    found = {index for index, row in enumerate(rows) if _tells(row.words)} | {*_addresses(rows)}
    heads = dict(_heads(rows))
    again = Counter(heads.values())
    found |= {index for index, head in heads.items() if again[head] > 1 or _has_page_number(rows[index].words)}
    figures = set(_figures(rows, found | heads.keys()))
    found |= {index for index in figures if _stands_alone(rows, index)}
    for pair in pairwise(range(len(rows))):  # a figure and a head beside it are signs for each other
        if figures.intersection(pair) and heads.keys() & pair:
            found.update(pair)
    doubtful = sorted(figures | heads.keys())
    for index in (*doubtful, *reversed(doubtful)):
        if {index - 1, index + 1} & found:
            found.add(index)
    return found


def _tells(words: str) -> bool:
    return words == FORM_FEED or shape("PAGE_NUMBER").fullmatch(words) is not None


def _addresses(rows: list[_Row]) -> Iterator[int]:
    """Yield the rows of the Assembly's address lines, which may be wrapped."""
    for index, row in enumerate(rows):
        words = row.words.casefold()
        if "coe.int" in words or "cedex" in words:
            for first in range(max(index - _LONGEST_ADDRESS + 1, 0), index + 1):
                yield from max(_wrapped_address(rows, first), (), key=len)


def _wrapped_address(rows: list[_Row], first: int) -> range | tuple[()]:
    """Return the rows, as many as possible, that are one address line; none where there is none."""
    longest: range | tuple[()] = ()
    words = ""
    for last in range(first, min(first + _LONGEST_ADDRESS, len(rows))):
        if last > first and not rows[last].near:
            break
        words = f"{words} {rows[last].words}".strip()
        if shape("ADDRESS_LINE").fullmatch(words) and not (
            "cedex" not in words.casefold() and _cuts(rows, first, last)
        ):
            longest = range(first, last + 1)
    return longest


def _cuts(rows: list[_Row], first: int, last: int) -> bool:
    """True if rows stand in the midst of a sentence, without blank lines: a text may quote the Assembly's page."""
    if not (first and rows[first].near and last + 1 < len(rows) and rows[last + 1].near):
        return False
    before, after = rows[first - 1], rows[last + 1]
    is_text = before.kind == after.kind == "PROSE" and any(row.kind in _BEFORE_TEXTS for row in rows[:first])
    return is_text and not before.words.endswith(_ENDS_OF_SENTENCES)


def _heads(rows: list[_Row]) -> Iterator[tuple[int, tuple[str, bool]]]:
    """Yield what may be running heads: the number of the document again, where no other declaration begins."""
    numbers = [index for index, row in enumerate(rows) if _is_number(row)]
    headers = [index for index in numbers if _is_in_header(rows, index)] or numbers
    own = min(headers, key=lambda index: (_is_beside_sign(rows, index), index), default=None)
    others = {index for index in numbers if own is not None and index > own}
    seen: set[str] = set()
    number = None if own is None else _number_of(rows[own])
    for index, row in enumerate(rows):
        head = shape("RUNNING_HEAD").fullmatch(row.words)
        if index == own or (index in others and _kind_after(rows, index) in seen & _IN_HEADERS):
            seen, number = set(), _number_of(row)
        elif head and own is not None and number in (None, head[2]):
            yield index, (head[2], any(map(str.isalpha, row.words[head.end(2) :])))
        seen.add(row.kind)


def _is_in_header(rows: list[_Row], index: int) -> bool:
    """True if the document number in a row is that of the header: the other numbers, or the date, go with it."""
    if BAR in rows[index].words:
        return True
    figure, head = shape("PAGE_FIGURE").fullmatch, shape("RUNNING_HEAD").fullmatch
    following = islice(rows, index + 1, index + 1 + _LONGEST_FURNITURE)
    texts = (row.kind for row in following if not (_tells(row.words) or figure(row.words) or head(row.words)))
    return next(texts, "") in _IN_HEADERS


def _is_beside_sign(rows: list[_Row], index: int) -> bool:
    beside = [*rows[max(index - 1, 0) : index], *rows[index + 1 : index + 2]]
    return any(_tells(row.words) or shape("PAGE_FIGURE").fullmatch(row.words) for row in beside)


def _kind_after(rows: list[_Row], index: int) -> str:
    return next((one.kind for one in rows[index + 1 : index + 3] if one.words != FORM_FEED), "")


def _is_number(row: _Row) -> bool:
    """True if a row has the document number of a header, alone or beside the other parts between bars."""
    return row.kind == "DOCUMENT_NUMBER" or (BAR in row.words and _number_of(row) is not None)


def _number_of(row: _Row) -> str | None:
    """Return the document number in a row; None where it cannot be read."""
    found = map(shape("RUNNING_HEAD").fullmatch, map(str.strip, row.words.split(BAR)))
    return next((match[2] for match in found if match), None)


def _has_page_number(head: str) -> bool:
    found = shape("RUNNING_HEAD").fullmatch(head)
    return found is not None and bool(found[1] or found[3])


def _figures(rows: list[_Row], passed: set[int]) -> Iterator[int]:
    """Yield the rows that are figures and belong to no line beside them, apart from those that are passed over."""
    figure = shape("PAGE_FIGURE").fullmatch
    texts = [index for index, row in enumerate(rows) if index not in passed and not figure(row.words)]
    for index, row in enumerate(rows):
        if index not in passed and figure(row.words):
            place = bisect_left(texts, index)
            before = rows[texts[place - 1]] if place else None
            after = rows[texts[place]] if place < len(texts) else None
            if not (before and _lacks_figure(before, row)) and not (after and _is_mark(row, before, after)):
                yield index


def _lacks_figure(row: _Row, figure: _Row) -> bool:
    """True if a row lacks the figure that comes next; the heading of a list can do without, and has it on its line."""
    lacks = row.kind in _NUMBERED and not any(map(str.isdigit, row.words))
    return lacks and (row.kind != "LIST_HEADING" or row.end == figure.start)


def _is_mark(row: _Row, before: _Row | None, legend: _Row) -> bool:
    """True if a figure is the mark of the legend, which follows and has none on its first line."""
    begins = legend.kind == "LEGEND" and not legend.words[0].isdigit() and (before is None or before.kind != "LEGEND")
    return begins and (row.words == "1" or (legend.near and row.end == legend.start))


def _stands_alone(rows: list[_Row], index: int) -> bool:
    """True if blank lines are around a short figure."""
    after_it = index + 1 < len(rows) and rows[index + 1].near
    words = rows[index].words
    return len(words) <= _LONGEST_FIGURE and words.isdigit() and not rows[index].near and not after_it


# What goes with it


def _superfluous(text: str, blanks: list[_Row], rows: list[_Row], found: set[int]) -> Iterator[_Row]:
    """Yield the blank rows that go with furniture: all but those on one side where two parts or paragraphs meet.

    Where each line may be a paragraph, so does the line end within a sentence.
    """
    texts = next((index for index, row in enumerate(rows) if row.kind in _BEFORE_TEXTS), len(rows))
    near = _gaps(rows, found)
    for first, last in _runs(found):
        before = rows[first - 1] if first else None
        after = rows[last + 1] if last + 1 < len(rows) else None
        begin, end = before.end if before else 0, after.start if after else float("inf")
        between = blanks[bisect_left(blanks, (begin,)) : bisect_left(blanks, (end,))]
        kept: list[_Row] = []
        if before is not None and after is not None and not _is_one_list(before, after):
            are_words = before.kind == after.kind == "PROSE"
            if _is_one_sentence(before, after, in_text=first - 1 > texts):
                if are_words and all(near):
                    yield _Row(before.start + len(text[before.start : before.end].rstrip()), before.end)
            elif not (are_words and near and all(near)):
                above = [row for row in between if row.start < rows[first].start]
                kept = above or [row for row in between if row.start > rows[last].start] or between[:1]
        yield from (row for row in between if row not in kept)


def _runs(found: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of rows of furniture that follow each other."""
    for first in sorted(found):
        if first - 1 not in found:
            last = first
            while last + 1 in found:
                last += 1
            yield first, last


def _gaps(rows: list[_Row], found: set[int]) -> list[bool]:
    """Return for each two paragraphs, as far as their sentences show them, whether no blank line is between."""
    return [
        after.near
        for index, (before, after) in enumerate(pairwise(rows))
        if not {index, index + 1} & found
        and before.kind == after.kind == "PROSE"
        and before.words.endswith(_ENDS_OF_SENTENCES)
        and not after.words[0].islower()
    ]


def _is_one_list(before: _Row, after: _Row) -> bool:
    if before.kind == after.kind and before.kind in LISTS:
        return True
    if after.kind == "LEGEND" and shape("PAGE_FIGURE").fullmatch(before.words):  # the mark of the legend
        return True
    return ";" in before.words and "SIGNATURES" in (before.kind, after.kind)


def _is_one_sentence(before: _Row, after: _Row, *, in_text: bool) -> bool:
    if before.words.endswith(_ENDS_OF_SENTENCES) or after.kind not in ("PROSE", "STRAY"):
        return False
    first = after.words[0]
    if first.islower():
        return True
    numbered = load("fields").pattern("PARAGRAPH_NUMBER").match(after.words)
    recital = before.words.endswith(",")  # the first of several: the next one begins with a capital
    return in_text and before.kind == "PROSE" and first.isalnum() and not numbered and not recital
