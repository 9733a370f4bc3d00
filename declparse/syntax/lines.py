"""The lines of a text, told apart by their shape."""

import re
from collections.abc import Collection, Iterator
from itertools import islice

from declparse.marks import AROUND, MERGE_MARKER
from declparse.syntax.engine import Grammar, load, shape

# Lines that are what they are also with the mark of a heading before them.
_HEADINGS = {"DOCUMENT_NUMBER", "DECLARATION_NUMBER", "DATE", "SIGN_OFF", "LIST_HEADING", "TOTAL", "OTHER_HEADING"}
# What stands between the bars of the first line of a web page.
_NUMBERS = {"DECLARATION_NUMBER", "DOCUMENT_NUMBER", "DATE"}
BAR = "|"
_HEADER_LENGTH = 12  # lines, at most, with what stands around a page
# How many lines of a header there may be after a line: of another declaration after a list, none in the text.
_AROUND_HEADERS = dict.fromkeys(("SIGNATORIES", "TOTAL", "LEGEND"), _HEADER_LENGTH)
_AROUND_HEADERS |= dict.fromkeys(("DISCLAIMER", "OPENING", "SIGN_OFF", "SIGNATURES"), 0)
_LONGEST_HEADER = 100  # characters, with both numbers and the date
_LONGEST_PHRASE = 4  # lines over which a known disclaimer may be wrapped
_LONGEST_DISCLAIMER = 400  # characters


# A line: its kind, and where it starts and ends without the marks around it.
_Shape = tuple[str, int, int]
# Lines of these kinds make one with the line before, also across blank lines.
LISTS = {"SIGNATORIES", "LEGEND"}
WORDS = {"PROSE", "HEADLINE"}
# Phrases that may be wrapped before their last piece, and what that looks like.
_WRAPPED = {"TOTAL": "STRAY", "REISSUE": "DATE"}
_MAY_BE_WRAPPED = {*_WRAPPED, "OPENING"}
_BEFORE_ENTRIES = {"TOTAL", "LEGEND"}
# The mark of the legend, alone on its line, and what that looks like.
_MAY_BE_NOTES = {"STRAY", "PROSE"}
# The lines of a footnote, wrapped ones among them, and how many of them are looked at.
_IN_FOOTNOTES, _NEAR = {"LEGEND", "STRAY", *WORDS}, 4
_FAR = 9  # as many blank lines as a dividing line is worth
_LONGEST_OPENING = 4  # lines


class Line:
    """A line, or several that belong together by their shape alone.

    These are the lines of a list, and phrases that are wrapped. ``gap`` is the number of line ends before it: none for
    a piece of a line, one where no blank line stands between; ``count`` is the number of lines.
    """

    __slots__ = ("count", "end", "gap", "kind", "start")

    def __init__(self, kind: str, start: int, end: int, gap: int) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.gap = gap
        self.count = 1


def lines_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the non-blank lines of a stretch of the text start and end, without the marks around them."""
    for line in text[start:end].split("\n"):
        bare = line.strip(AROUND)
        if bare:
            begin = start + line.index(bare)
            yield begin, begin + len(bare)
        start += len(line) + 1


def lines(grammar: Grammar, text: str) -> list[Line]:
    """Return all lines of the text but blank and dividing ones."""
    shapes = list(_shapes(grammar, text))
    of_a_merge = _left_from_a_merge(text, shapes)
    found: list[Line] = []
    done, far = 0, False  # where the line before ends, and whether a dividing line stands behind it
    for index, (kind, start, end) in enumerate(shapes):
        if index in of_a_merge:
            kind = "STRAY"
        if kind == "RULE":
            far = True
            continue
        if found and not far:
            last = found[-1]
            if kind == last.kind and kind in LISTS:
                last.end = done = end
                last.count += 1
                continue
            if last.kind in _MAY_BE_WRAPPED and _takes(text, shapes, index, last):
                last.end = done = end
                continue
            if kind == "SIGNATORIES" and _is_entry(text, start, end, last):
                kind = "PROSE"
        if kind in _MAY_BE_NOTES and _is_note(text, shapes, index):
            kind = "LEGEND"
        found.append(Line(kind, start, end, _FAR if far else text.count("\n", done, start)))
        done, far = end, False
    return found


def _left_from_a_merge(text: str, shapes: list[_Shape]) -> Collection[int]:
    """Return which of the lines a half-solved merge has left."""
    if MERGE_MARKER not in text:
        return ()
    from declparse.syntax import conflicts  # a clean text does not need it

    return conflicts.markers(text, shapes)


def start_of_line(text: str, place: int) -> int:
    """Return the start of the line where only marks stand before the place, else the place itself."""
    line = text.rfind("\n", 0, place) + 1
    return place if text[line:place].strip(AROUND + "#") else line


def is_again(text: str, lines: list[Line], index: int) -> bool:
    """True if the line before has the same words."""
    before, line = lines[index - 1], lines[index]
    return index > 0 and text[before.start : before.end] == text[line.start : line.end]


def is_joined(text: str, lines: list[Line], index: int) -> bool:
    """True if a line makes one block of words with the line before it, as the shape of both shows."""
    line = lines[index]
    if line.gap != 1 or not index:
        return False
    before = lines[index - 1].kind
    alike = line.kind == before and line.kind in ("HEADLINE", "STRAY")
    return (alike or (line.kind == "PROSE" and before in WORDS)) and not is_again(text, lines, index)


def is_footnote(lines: list[Line], index: int, *, paged: bool) -> bool:
    """True if a line of the legend stands at the foot of a page: between the list and the total, or within the list.

    In the list that must show: the text must have signs of pages.
    """
    if lines[index].kind != "LEGEND":
        return False
    before, after = lines[max(index - _NEAR, 0) : index], lines[index + 1 : index + 1 + _NEAR]
    above = next((line.kind for line in reversed(before) if line.kind not in _IN_FOOTNOTES), "")
    below = next((line.kind for line in after if line.kind not in _IN_FOOTNOTES), "")
    return above == "SIGNATORIES" and (below == "TOTAL" or (paged and below == "SIGNATORIES"))


def begins_list(text: str, line: Line) -> bool:
    """True if the word before the list of a web page stands at the beginning of a line."""
    return shape("LIST_WORD").match(text, line.start, line.end) is not None


def _is_entry(text: str, start: int, end: int, last: Line) -> bool:
    """True if a line behind the list is one of the legend, with a comma in place of the colon."""
    return last.kind in _BEFORE_ENTRIES and shape("ENTRY_WITH_COMMA").match(text, start, end) is not None


def _is_note(text: str, shapes: list[_Shape], index: int) -> bool:
    """True if the line is the mark of the legend, which follows."""
    following, start, _ = shapes[index + 1] if index + 1 < len(shapes) else ("", 0, 0)
    return (
        following == "LEGEND"
        and not text[start].isdigit()
        and shape("NOTE_MARK").fullmatch(text, *shapes[index][1:]) is not None
    )


def _takes(text: str, shapes: list[_Shape], index: int, last: Line) -> bool:
    """True if the line goes on the phrase of the line before it, which is wrapped."""
    kind, start, end = shapes[index]
    if text.count("\n", last.end, start) > 1:
        return False
    if last.kind == "OPENING":
        return kind == "PROSE" and _goes_on_opening(text, shapes, index, last)
    if kind != _WRAPPED[last.kind]:
        return False
    if kind == "DATE":  # unless there is a year already
        return not text[last.end - 4 : last.end].isdigit()
    return not text[last.end - 1].isdigit() and text[start:end].strip("= ").isdigit()


def _goes_on_opening(text: str, shapes: list[_Shape], index: int, opening: Line) -> bool:
    """True if words go on the opening, which ends in a colon at last. Without one they make it a paragraph."""
    before = text[opening.end - 1]
    _, start, _ = shapes[index]
    if before == ":" or (before == "," and text[start].isupper()):  # the first of several recitals
        return False
    for place in range(index, min(index + _LONGEST_OPENING - 1, len(shapes))):
        kind, first, end = shapes[place]
        if kind != "PROSE" or text.count("\n", shapes[place - 1][2], first) != 1:
            break
        if text[end - 1] == ":":
            return True
    # Where blank lines divide the parts, lines of one block are one part, and without a colon no opening.
    if text[start].islower() or opening.gap > 1:
        opening.kind = "PROSE"
    return False


def _shapes(grammar: Grammar, text: str) -> Iterator[_Shape]:
    """Yield all non-blank lines, each with the kind that its shape shows."""
    kinds = grammar.kinds
    done = 0
    header = _HEADER_LENGTH  # how many lines may still be of a header
    disclaimed = False
    barred = BAR in text
    for start, end in lines_of(text, 0, len(text)):
        if start < done:  # a line that a wrapped phrase has taken
            continue
        if barred and (pieces := _pieces(kinds, text, start, end)):
            yield from pieces
            continue
        found = kinds.fullmatch(text, start, end)
        kind = (found.lastgroup if found else None) or "STRAY"
        if kind in _AROUND_HEADERS:
            header = _AROUND_HEADERS[kind]
        elif header:
            header -= 1
            if end - start < _LONGEST_HEADER and len(parts := _cut(kinds, text, start, end)) > 1:
                yield from parts
                continue
        if kind == "HEADLINE":
            start, kind = _heading(kinds, text, start, end)
        done = end
        if kind == "DISCLAIMER":
            kind, done = _disclaimer(text, start, end, again=disclaimed)
            disclaimed = True
        yield kind, start, done


def _kind(kinds: re.Pattern[str], text: str, start: int, end: int) -> str:
    found = kinds.fullmatch(text, start, end)
    return (found.lastgroup if found else None) or "STRAY"


def _pieces(kinds: re.Pattern[str], text: str, start: int, end: int) -> list[_Shape] | None:
    """Return the pieces between the bars of a line with numbers and date, as lines; None for any other line."""
    if BAR not in text[start:end] or _kind(kinds, text, start, end) == "OTHER_HEADING":
        return None
    pieces: list[_Shape] = []
    for piece in text[start:end].split(BAR):
        bare = piece.strip(AROUND + "#")
        if bare:
            begin = start + piece.index(bare)
            pieces.append((_kind(kinds, text, begin, begin + len(bare)), begin, begin + len(bare)))
        start += len(piece) + 1
    if len(pieces) < len(_NUMBERS):
        pieces = [part for _, start, end in pieces for part in _cut(kinds, text, start, end)]
    return _named(text, pieces) if sum(kind in _NUMBERS for kind, *_ in pieces) > 1 else None


def _named(text: str, pieces: list[_Shape]) -> list[_Shape]:
    """Return the pieces; the only one without a kind is of the only missing one if it looks like a number."""
    lacking = _NUMBERS - {kind for kind, *_ in pieces}
    unknown = [place for place, (kind, *_) in enumerate(pieces) if kind in ("PROSE", "STRAY")]
    if len(lacking) == len(unknown) == 1:
        _, start, end = pieces[unknown[0]]
        if shape("NUMBER_MEANT").search(text, start, end):
            pieces[unknown[0]] = (*lacking, start, end)  # type: ignore[assignment]
    return pieces


def _cut(kinds: re.Pattern[str], text: str, start: int, end: int) -> list[_Shape]:
    """Return a line or piece, or several where only a blank or a comma divides numbers and date."""
    for gap in shape("DIVIDER_OF_NUMBERS").finditer(text, start, end):
        first = _kind(kinds, text, start, gap.start())
        others = _cut(kinds, text, gap.end(), end) if first in _NUMBERS else []
        if others and {kind for kind, *_ in others} <= _NUMBERS - {first}:
            return [(first, start, gap.start()), *others]
    return [(_kind(kinds, text, start, end), start, end)]


def _heading(kinds: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, str]:
    """Return the start and kind of a line with the mark of a heading: a headline, unless it shows another kind."""
    bare = text[start:end].lstrip("# ")
    found = kinds.fullmatch(text, end - len(bare), end)
    if found and found.lastgroup in _HEADINGS:
        return end - len(bare), found.lastgroup
    return start, "HEADLINE"


def _disclaimer(text: str, start: int, end: int, *, again: bool) -> tuple[str, int]:
    """Return the kind and the end of what begins like a disclaimer; a second one that is not known is a paragraph."""
    known_end = _end_of_known_disclaimer(text, start, end)
    return "PROSE" if again and known_end is None else "DISCLAIMER", known_end or end


def _end_of_known_disclaimer(text: str, start: int, end: int) -> int | None:
    """Return the end of the known disclaimer that begins on this line and may be wrapped; None if there is none."""
    fields = load("fields")
    if fields.parse("disclaimer", text, start, end) is not None:
        return end
    following = lines_of(text, end, end + _LONGEST_DISCLAIMER)
    for _, last in islice(following, _LONGEST_PHRASE):
        if fields.parse("disclaimer", text, start, last) is not None:
            return last
    return None
