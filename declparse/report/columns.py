"""Columns of text without lines around them: nothing is cut, and no blanks are left at the end of a line."""

from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

from rich.text import Text

from declparse.report.console import ReportConsole

_GAP = 2
_NARROWEST = 6  # no column is made narrower for the sake of others


def lines(
    console: ReportConsole, rows: Sequence[Sequence[Text]], width: int, *, right: Collection[int] = ()
) -> Iterator[Text]:
    """Yield the lines of a table of that width; what is too long for its column goes on below.

    The last cell of a row that is shorter than others has the width of all that are left. ``right`` are the columns
    that are set to the right.
    """
    widths = _widths(rows, width)
    for row in rows:
        before = widths[: len(row) - 1]
        rooms = [*before, widths[-1] if len(row) == len(widths) else width - sum(before) - _GAP * len(before)]
        cells = [console.lines(cell, room) for cell, room in zip(row, rooms, strict=True)]
        for parts in zip_longest(*cells, fillvalue=Text()):
            yield _side_by_side(parts, rooms, right)


def _widths(rows: Sequence[Sequence[Text]], width: int) -> list[int]:
    """Return the widths of columns: those of their longest cells; without room for all, the widest give way."""
    most = max(map(len, rows))
    columns = list(zip(*(row for row in rows if len(row) == most), strict=True))
    room = width - _GAP * (len(columns) - 1)
    widths = [min(max(1, *(cell.cell_len for cell in column)), room) for column in columns]
    while sum(widths) > room and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _side_by_side(parts: Sequence[Text], widths: Sequence[int], right: Collection[int]) -> Text:
    line = Text()
    for column, (part, width) in enumerate(zip(parts, widths, strict=True)):
        part.rstrip()
        blanks = " " * (width - part.cell_len)
        line.append(blanks if column in right else "").append_text(part)
        line.append("" if column in right else blanks).append(" " * _GAP)
    line.rstrip()
    return line
