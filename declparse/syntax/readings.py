"""From the reading that was found to a tree."""

from collections.abc import Iterator
from typing import NamedTuple

from declparse.syntax.engine import load
from declparse.syntax.fields import date_mentions, end_of, kind_of_document, read_part, start_of
from declparse.syntax.lines import Line, start_of_line
from declparse.syntax.quick import Reading
from declparse.syntax.tree import FRAGMENT, OTHER, UNKNOWN, WEB, Token, Tree

# Lines that hardly stand in any other text.
SIGNS = {"DOCUMENT_NUMBER", "DECLARATION_NUMBER", "DISCLAIMER", "OPENING", "SIGN_OFF"}
_TELLING = {"DECLARATION_NUMBER", "OTHER_HEADING"}  # the lines that tell what a document is
_WHOLE_LIST = 5  # signatories, at least
_LISTS = {"SIGNATORIES", "SIGNATURES"}
# Lines of a list, as other texts have them too.
_LIST_SIGNS = {"LIST_HEADING", "TOTAL", "LEGEND", *_LISTS}
_WITH_MENTIONS = ("title", "opening", "text")
_OF_WEB_PAGES = {"SIGNATURES", "FURNITURE"}


class _Blocks(NamedTuple):
    """The lines of a declaration in blocks: those that fit, with empty ones for what is missing, and the others."""

    fed: list[Token]
    aside: list[Token]


def tree(text: str, lines: list[Line], reading: Reading) -> Tree:
    """Return the tree of one declaration, or of what the text is instead; its span is not known here."""
    own = lines[reading.begin : reading.begin + len(reading.steps)]
    if not has_signs(text, own):
        name = FRAGMENT if any(line.kind in SIGNS for line in own) else UNKNOWN
        return Tree(name, [Token(line.kind, text[line.start : line.end], line.start, line.end) for line in own])
    blocks = _blocks(text, lines, reading)
    tokens = sorted((token for token in (*blocks.fed, *blocks.aside) if token), key=_place)
    return _other(tokens) if reading.layout.rule == OTHER else _declaration(text, reading, blocks, tokens)


def has_signs(text: str, lines: list[Line]) -> bool:
    """True if lines are signs enough of a declaration, or of another document.

    These are the line that tells; or two, one of them hardly seen elsewhere; or a whole list and one more.
    """
    kinds = {line.kind for line in lines}
    if kinds & _TELLING:
        return True
    if kinds & SIGNS:
        return len(kinds & (SIGNS | _LIST_SIGNS)) > 1
    listed = sum(line.count + text.count(";", line.start, line.end) for line in lines if line.kind in _LISTS)
    return listed >= _WHOLE_LIST and bool(kinds & (_LIST_SIGNS - _LISTS))


def _declaration(text: str, reading: Reading, blocks: _Blocks, tokens: list[Token]) -> Tree:
    rule = reading.layout.rule
    whole = load(reading.layout.grammar).tree(rule, blocks.fed)
    assert whole is not None, "a way that reaches the end has a tree"  # noqa: S101
    lines: dict[str, list[Token]] = {}  # of each part: a legend at the foot of a page may divide the list
    for part in whole.children:
        if isinstance(part, Tree):
            own = lines.setdefault("legend" if part.data == "footnote" else part.data, [])
            own += (child for child in part.children if isinstance(child, Token))
    parts = {name: _part(text, name, own) for name, own in lines.items()}
    aside = [token for token in blocks.aside if token.type not in reading.layout.free]
    furniture = [Tree("furniture", [token]) for token in blocks.aside if token.type in reading.layout.free]
    nodes: list[Tree] = []
    if aside:
        from declparse.syntax.unplaced import Placer  # needed only where something is wrong

        placed = [token for token in tokens if token.type not in reading.layout.free]
        nodes = Placer(text, rule, parts, placed).place_all(aside)
    _rejoin(text, rule, parts, nodes, bool(aside))
    return Tree(rule, [*parts.values(), *nodes, *furniture, Tree("mentions", [*_mentions(text, parts)])])


def _mentions(text: str, parts: dict[str, Tree]) -> Iterator[Tree]:
    """Yield the dates in the title, the opening and the text."""
    for name in _WITH_MENTIONS:
        part = parts.get(name)
        if part is not None and part.data == name:
            yield from date_mentions(text, start_of(part), end_of(part))


def _rejoin(text: str, rule: str, parts: dict[str, Tree], nodes: list[Tree], aside: bool) -> None:
    """Join what is broken, where anything may be."""
    if rule == WEB:
        if any(isinstance(piece, Tree) and piece.data == "unreadable" for piece in parts["list"].children):
            from declparse.syntax import broken

            broken.rejoin_pieces(text, parts["list"])
        return
    if aside:
        from declparse.syntax import broken

        broken.rejoin(text, parts)


def _blocks(text: str, lines: list[Line], reading: Reading) -> _Blocks:
    """Return the blocks of a reading, in their order."""
    fed: list[tuple[str, int, int]] = []
    aside: list[tuple[str, int, int]] = []
    end = lines[reading.begin + len(reading.steps) - 1].end if reading.steps else 0
    for line, step in zip(lines[reading.begin :], reading.steps, strict=False):
        for kind in step.supplied:
            place = lines[step.place].start
            fed.append((kind, place, place))
        into = fed if step.kind else aside
        if step.joined and into:
            kind, start, _ = into[-1]
            into[-1] = (kind, start, line.end)
        else:
            into.append((step.kind or _kind_aside(line, reading), line.start, line.end))
    for kind in reading.missing:
        place = lines[reading.place].start if reading.place < reading.begin + len(reading.steps) else end
        fed.append((kind, place, place))
    return _Blocks(
        [Token(kind, text[start:end], start, end) for kind, start, end in fed],
        [Token(kind, text[start:end], start, end) for kind, start, end in aside],
    )


def _kind_aside(line: Line, reading: Reading) -> str:
    of_the_web = line.kind in _OF_WEB_PAGES and reading.layout.rule != WEB
    return "PROSE" if of_the_web else line.kind


def _other(tokens: list[Token]) -> Tree:
    """Return another kind of document: first the heading that says which, without regard to the language."""
    heading = next(token for token in tokens if token.type == "OTHER_HEADING")
    return Tree(
        OTHER, [heading.update(kind_of_document(heading)), *(token for token in tokens if token is not heading)]
    )


def _part(text: str, name: str, tokens: list[Token]) -> Tree:
    if not any(tokens):
        place = start_of_line(text, _place(tokens[0]))  # before the marks that open the line of the next part
        return Tree("missing", [Token("PART", name), Token(tokens[0].type, "", place, place)])
    return read_part(text, name, tokens)


def _place(token: Token) -> int:
    return token.start_pos or 0
