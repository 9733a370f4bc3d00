"""The layouts that a declaration may have, what each costs, and which lines are signs of it.

The cheapest layout wins: the one in which the lines fit best. Where layouts differ only in what they may lack, a sign
decides.
"""

from typing import NamedTuple

from declparse.syntax.engine import shape
from declparse.syntax.lines import Line
from declparse.syntax.tree import OTHER, PRINT, PRINT_1995, PRINT_2001, WEB

_FIRST_WITH_TOTAL, _FIRST_OF_2001 = 2007, 2001  # the years in which the layouts changed, as far as known


class Layout(NamedTuple):
    """A start rule of the grammar, and how it is chosen."""

    rule: str
    grammar: str
    lacks: int = 0  # how many parts of today's print it may lack: where it does, a sign must show that it is this one
    free: frozenset[str] = frozenset()  # the lines that are set aside for nothing
    aside: bool = True  # whether lines may be set aside at all


_PRINTS = (
    Layout(PRINT, "print"),
    Layout(PRINT_2001, "print", 1),  # the total
    Layout(PRINT_1995, "print", 3),  # list heading, total, legend
)
# The layouts by the grammar that has the lines of the text: where anything is of a web page, those of both layouts.
LAYOUTS = {
    "print": (*_PRINTS, Layout(OTHER, "print", aside=False)),
    "web": (
        *_PRINTS,
        Layout(WEB, "web", 4, frozenset(["FURNITURE"])),  # disclaimer, list heading, total, legend
        Layout(OTHER, "web", aside=False),
    ),
}


def signs(text: str, lines: list[Line]) -> list[frozenset[str]]:
    """Return for each line the layouts of which it is a sign; the document number is none where there is a date."""
    dated = any(line.kind == "DATE" for line in lines)
    return [_signs(text, line, dated=dated) for line in lines]


def _signs(text: str, line: Line, *, dated: bool) -> frozenset[str]:
    if line.kind == "DATE":
        year = shape("YEAR_ALONE").search(text, line.start, line.end)
        return _layouts_of(int(year[0])) if year else frozenset()
    if line.kind == "DOCUMENT_NUMBER":
        early = not dated and shape("EARLY_NUMBER").fullmatch(text, line.start, line.end)
        barred = frozenset([WEB]) if _is_piece(line) else frozenset()
        return barred | _layouts_of(_FIRST_OF_2001 - 1) if early else barred
    if line.kind == "SIGNATORIES":
        rows = text[line.start : line.end].split("\n")
        bare = 2 * sum(map(bool, map(shape("BARE_SURNAME").match, rows))) > len(rows)
        return frozenset([PRINT_2001]) if bare else frozenset()
    return frozenset([WEB]) if line.kind == "SIGNATURES" or _is_piece(line) else frozenset()


def _is_piece(line: Line) -> bool:
    """True if the line stands beside another part, as on the first line of a web page."""
    return line.gap == 0 and line.start > 0


def _layouts_of(year: int) -> frozenset[str]:
    """Return the earlier layouts in which a text of that year may be."""
    early = {PRINT_2001} if year < _FIRST_WITH_TOTAL else set()
    return frozenset(early | ({PRINT_1995} if year < _FIRST_OF_2001 else set()))
