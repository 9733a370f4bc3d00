"""Lines that were broken in two.

A text that was copied from a page has line ends where no part ends. This is done when all lines are placed.
"""

import re

from declparse.characters.names import has_capitals
from declparse.marks import SIGNS
from declparse.syntax.engine import shape
from declparse.syntax.fields import end_of, read_line, start_of
from declparse.syntax.tree import Token, Tree

_BROKEN = 3  # lines of one signatory, at most
# What may have stood where a line ends now: a blank, or a comma. Marks of Markdown do not count.
_LINE_ENDS = tuple({ord("\n"): end} | dict.fromkeys(map(ord, SIGNS), " ") for end in " ,")
_NOTHING_BETWEEN = re.compile(rf"[\s{re.escape(SIGNS)}]*")
_SEMICOLON = re.compile(r",?\s*;\s*")


def rejoin(text: str, parts: dict[str, Tree]) -> None:
    """Join the lines of the list and of the legend that are one."""
    for name, joined in (("list", _list), ("legend", _legend)):
        part = parts.get(name)
        if part is not None and part.data == name:
            part.children = joined(text, part)


def rejoin_pieces(text: str, part: Tree) -> None:
    """Join the pieces of the list of a web page that are one signatory, with semicolons in place of commas."""
    pieces = part.children
    joined: list[Token | Tree] = []
    index = 0
    while index < len(pieces):
        count = next((count for count in (3, 2) if _is_divided(text, pieces[index : index + count], count)), 1)
        start, end = start_of(pieces[index]), end_of(pieces[index + count - 1])
        line = Token("LINE", text[start:end], start_pos=start, end_pos=end)
        joined.append(Tree("unreadable", [Token("ZONE", "list"), line]) if count > 1 else pieces[index])
        index += count
    part.children = joined


def _is_divided(text: str, pieces: list[Token | Tree], count: int) -> bool:
    """True if that many pieces are one signatory, which cannot be read as it stands."""
    unreadable = any(isinstance(piece, Tree) and piece.data == "unreadable" for piece in pieces)
    if len(pieces) < count or not unreadable or any(map(_is_whole, pieces)):
        return False
    words = _SEMICOLON.sub(", ", text[start_of(pieces[0]) : end_of(pieces[-1])])
    return _is_whole(read_line(words, "list", 0, len(words)))


def _list(text: str, part: Tree) -> list[Token | Tree]:
    """Return the signatories; one that is broken over several lines is a single unreadable line."""
    lines = part.children
    joined: list[Token | Tree] = []
    index = 0
    while index < len(lines):
        count = _broken(text, lines[index : index + _BROKEN])
        if count > 1:
            start, end = start_of(lines[index]), end_of(lines[index + count - 1])
            whole = Token("BROKEN", text[start:end], start_pos=start, end_pos=end)
            joined.append(Tree("unreadable", [Token("ZONE", "list"), whole]))
        else:
            joined.append(lines[index])
        index += count
    return joined


def _broken(text: str, lines: list[Token | Tree]) -> int:
    """Return how many of these lines are one signatory; 1 where the first is a line by itself."""
    start = start_of(lines[0])
    if not has_capitals(re.split(r"[\s,]", text[start : end_of(lines[0])], maxsplit=1)[0]):
        return 1
    for count in range(2, len(lines) + 1):
        before, line = lines[count - 2 : count]
        if _is_whole(line) or not _NOTHING_BETWEEN.fullmatch(text, end_of(before), start_of(line)):
            return 1
        words = text[start : end_of(line)]
        if _is_whole(lines[0]) and not shape("BROKEN_GROUP").search(words):
            return 1
        if any(_is_whole(read_line(words.translate(ends), "list", 0, len(words))) for ends in _LINE_ENDS):
            return count
    return 1


def _is_whole(line: Token | Tree) -> bool:
    """True if a line is a signatory with a surname in capitals and a group."""
    if not isinstance(line, Tree) or line.data != "signatory":
        return False
    names = next(field for field in line.children if isinstance(field, Tree))
    has_group = any(isinstance(field, Token) and field.type == "GROUP" for field in line.children)
    return has_group and any(isinstance(word, Token) and has_capitals(word) for word in names.children)


def _legend(text: str, part: Tree) -> list[Token | Tree]:
    """Return the lines of the legend; those that are wrapped have their whole name."""
    joined: list[Token | Tree] = []
    for line in part.children:
        before = joined[-1] if joined else None
        if isinstance(before, Tree) and before.data == "legend" and _goes_on(text, before, line):
            name = before.children[-1]
            start, end = start_of(name), end_of(line)
            before.children[-1] = Token("GROUP_NAME", text[start:end], start_pos=start, end_pos=end)
        else:
            joined.append(line)
    return joined


def _goes_on(text: str, before: Tree, line: Token | Tree) -> bool:
    """True if an unreadable line is the end of the name on the line before."""
    if not isinstance(line, Tree) or line.data != "unreadable":
        return False
    start, end = start_of(line), end_of(line)
    if text.count("\n", end_of(before), start) != 1 or not shape("REST_OF_NAME").fullmatch(text, start, end):
        return False
    return text[start].islower() or shape("UNFINISHED_NAME").fullmatch(text, start_of(before), start) is not None
