"""From lines to parts: what stands inside each line of a part."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import cast

from declparse.marks import AROUND
from declparse.syntax.engine import load, shape
from declparse.syntax.lines import lines_of
from declparse.syntax.tree import Token, Tree

_BLANK_LINE = re.compile(rf"\n[{re.escape(AROUND)}]*\n")


def read_part(text: str, name: str, tokens: list[Token]) -> Tree:
    """Return the tree of a part, from its lines: it has the name of the part, or ``malformed``."""
    return _READERS.get(name, _line)(text, name, tokens)


def read_line(text: str, name: str, start: int, end: int) -> Tree:
    """Return the tree of one line of the list or of the legend, or an ``unreadable`` node."""
    rule = "signatory" if name == "list" else name
    tree = load("fields").parse(rule, text, start, end)
    if tree is None:
        line = Token("LINE", text[start:end], start_pos=start, end_pos=end)
        return Tree("unreadable", [Token("ZONE", name), line])
    if rule == "signatory" and isinstance(title := tree.children[0], Token):
        title.type = kind_of_title(str(title))
    return tree


@cache
def kind_of_title(title: str) -> str:
    """Return the token of a title before a name: that of its language, if it has one."""
    kind = load("fields").parse("honorific", title, 0, len(title))
    return "TITLE" if kind is None else cast("Token", kind.children[0]).type


def kind_of_document(heading: str) -> str:
    """Return the kind of another document that a heading names, as a token of the English phrases."""
    named = load("fields").parse("other_heading", heading, 0, len(heading))
    return cast("Token", named.children[0]).type.removesuffix("_FR") if named is not None else "REPORT"


def date_mentions(text: str, start: int, end: int) -> Iterator[Tree]:
    """Yield the dates in the middle of a stretch of text, each a ``mention`` node."""
    fields = load("fields")
    for place in shape("DATE_IN_TEXT").finditer(text, start, end):
        date = fields.parse("mention", text, *place.span())
        if date is not None:
            yield date


def start_of(node: Token | Tree) -> int:
    """Return where a token, or the first one of a tree, stands in the text; -1 for a part that is missing."""
    if isinstance(node, Token):
        return node.start_pos or 0
    if node.data == "missing":
        return -1
    return min((start for token in node.tokens() if (start := token.start_pos) is not None), default=-1)


def end_of(node: Token | Tree) -> int:
    """Return the place behind a token, or behind the last one of a tree."""
    tokens = [node] if isinstance(node, Token) else node.tokens()
    return max(token.start_pos + len(token) for token in tokens if token.start_pos is not None)


def _line(text: str, name: str, tokens: list[Token]) -> Tree:
    token = tokens[0]
    start, end = token.start_pos or 0, token.end_pos or 0
    tree = load("fields").parse(name, text, start, end)
    if tree is None and name == "reissue":
        wrong = load("fields").parse("reissue_with_wrong_date", text, start, end)
        tree = Tree(name, wrong.children) if wrong else None
    return tree if tree is not None else Tree("malformed", [Token("PART", name), token])


def _as_it_is(text: str, name: str, tokens: list[Token]) -> Tree:
    return Tree(name, list(tokens))


def _text(text: str, name: str, tokens: list[Token]) -> Tree:
    """Return the paragraphs: blocks of lines or, in a text without blank lines, single lines."""
    fields = load("fields")
    spans = [(token.start_pos or 0, token.end_pos or 0) for token in tokens]
    if not _BLANK_LINE.search(text, spans[0][0], spans[-1][1]):
        spans = [line for span in spans for line in lines_of(text, *span)]
    else:  # lines that look like those of a list are one token, over blank lines
        spans = [block for span in spans for block in _blocks_of(text, *span)]
    paragraphs = [fields.parse("paragraph", text, *span) for span in spans]
    return Tree(name, [paragraph for paragraph in paragraphs if paragraph is not None])


def _blocks_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the blocks of a stretch of the text stand, which blank lines divide."""
    for gap in _BLANK_LINE.finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end


def _signatures(text: str, name: str, tokens: list[Token]) -> Tree:
    """Return the signatories: one a line or, on a web page, between semicolons. The word before them is no list."""
    if tokens[0].type != "SIGNATURES":
        return _lines(text, name, tokens)
    children: list[Tree] = []
    for token in tokens:
        start, end = token.start_pos or 0, token.end_pos or 0
        while word := shape("ANY_LIST_WORD").match(text, _after_blanks(text, start, end), end):
            again = children and children[0].data == "signatories_word"
            heading = None if again else load("fields").parse("signatories_word", text, *word.span())
            children.append(heading or read_line(text, name, *word.span()))
            start = word.end()
        children += [read_line(text, name, *span) for span in _pieces(text, start, end)]
    _take_titles(children)
    if all(child.data == "signatories_word" for child in children):
        end = tokens[-1].end_pos or 0
        return Tree("missing", [Token("PART", name), Token("SIGNATURES", "", start_pos=end, end_pos=end), *children])
    return Tree(name, [*children])


def _after_blanks(text: str, start: int, end: int) -> int:
    """Return where the first character stands that is not white space."""
    return end - len(text[start:end].lstrip())


def _take_titles(lines: list[Tree]) -> None:
    """Make M. a title also before the initial of a given name, where others have a French title."""
    signatories = [line for line in lines if line.data == "signatory"]
    if not any(isinstance(first := line.children[0], Token) and first.type == "TITLE_FR" for line in signatories):
        return
    for line in signatories:
        name = line.children[0]
        if isinstance(name, Tree) and len(name.children) > 2 and name.children[0] == "M.":
            title, *name.children = name.children
            line.children.insert(0, Token("TITLE_FR", "M.", start_pos=cast("Token", title).start_pos))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the pieces between semicolons stand, without blanks and marks around them."""
    for piece in text[start:end].split(";"):
        bare = piece.strip(AROUND + "\n")
        if bare:
            begin = start + piece.index(bare)
            yield begin, begin + len(bare)
        start += len(piece) + 1


def _lines(text: str, name: str, tokens: list[Token]) -> Tree:
    spans = [span for token in tokens for span in lines_of(text, token.start_pos or 0, token.end_pos or 0)]
    lines = [read_line(text, name, *span) for span in spans]
    if name == "legend" and len(lines) > 1 and lines[0].data == "unreadable":
        lines[0] = load("fields").parse("note", text, *spans[0]) or lines[0]
    return Tree(name, [*lines])


_READERS: dict[str, Callable[[str, str, list[Token]], Tree]] = {
    "title": _as_it_is,
    "text": _text,
    "list": _signatures,
    "legend": _lines,
}
