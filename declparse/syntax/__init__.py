"""Text to tree. The only package, beside ``build``, that knows Lark.

The lines are told apart by their shape, the print grammar puts them in order, the field grammar reads what stands
inside each. The tree holds all of the text: what could not be read stands in it as a ``malformed`` or ``unreadable``
node, or under ``aside``; a part that is not there is a ``missing`` node.
"""

from collections.abc import Iterator
from itertools import pairwise

from lark import Token, Tree

from declparse.syntax import repair
from declparse.syntax.aside import Placer
from declparse.syntax.blocks import line_tokens
from declparse.syntax.grammar import load
from declparse.syntax.parts import read_part
from declparse.syntax.tables import Node

OTHER_KINDS = {
    "MOTION_FOR_RESOLUTION": "motion-for-resolution",
    "MOTION_FOR_RECOMMENDATION": "motion-for-recommendation",
    "WRITTEN_QUESTION": "written-question",
}
# Lines that hardly stand in any other text, and lines of a list, as others have them too.
SIGNS = {"DOCUMENT_NUMBER", "DECLARATION_NUMBER", "DISCLAIMER", "OPENING", "SIGN_OFF"}
_LIST_SIGNS = {"LIST_HEADING", "SIGNATORIES", "TOTAL", "LEGEND"}
_BODY_SIGNS = {"DISCLAIMER", "OPENING", "SIGN_OFF", "LIST_HEADING"}
_WHOLE_LIST = 5  # signatories, at least
_HEADER_LENGTH = 6  # lines, at most, from the document number to the declaration number of one header


def parse(text: str) -> list[Node]:
    """One tree for each declaration in the text, at least one.

    Each tree is a ``declaration``, or, for another kind of document, an ``other`` node with the line that tells
    the kind, or, for a text without any sign of a declaration, an ``unknown`` node with its lines. Together they span
    the whole text.
    """
    tokens = line_tokens(load("print"), text)
    parts = list(_split(tokens))
    starts = [0, *(part[0].start_pos or 0 for part in parts[1:]), len(text)]
    trees = [_parse_one(text, part) for part in parts]
    for tree, (start, end) in zip(trees, pairwise(starts), strict=True):
        tree.meta.start_pos, tree.meta.end_pos = start, end
    return trees


def date_mentions(text: str, start: int, end: int) -> Iterator[Node]:
    """The dates in the middle of a stretch of text, each a ``mention`` node."""
    fields = load("fields")
    for place in fields.find("DATE_IN_TEXT", text, start, end):
        date = fields.parse("mention", text, *place)
        if date is not None:
            yield date


def _parse_one(text: str, tokens: list[Token]) -> Node:
    heading = _heading_of_another_kind(tokens)
    if heading is not None:
        return Tree("other", [heading, *(token for token in tokens if token is not heading)])
    if not _is_declaration(tokens):
        return Tree("unknown", list(tokens))
    lines, aside = repair.read(load("print"), "declaration", tokens)
    parts: dict[str, Node] = {}
    for part in lines.children:
        if isinstance(part, Tree):
            parts[part.data] = _part(text, part)
    nodes = Placer(text, parts, tokens).place_all(aside) if aside else []
    lacking = "missing" in (parts["date"].data, parts["declaration_number"].data)
    if aside or lacking:
        from declparse.syntax import rejoin  # needed only where something is wrong

        if aside:
            rejoin.rejoin(text, parts)
        if lacking:
            rejoin.release(text, parts, nodes)
    return Tree("declaration", [*parts.values(), *nodes])


def _heading_of_another_kind(tokens: list[Token]) -> Token | None:
    """The line that says that this is another document, where none says that it is a declaration."""
    if any(token.type == "DECLARATION_NUMBER" for token in tokens):
        return None
    return next((token for token in tokens if token.type in OTHER_KINDS), None)


def _is_declaration(tokens: list[Token]) -> bool:
    """Whether there are signs enough: two, one of them hardly seen elsewhere, or a whole list and one more."""
    kinds = {token.type for token in tokens}
    listed = sum(token.count("\n") + 1 for token in tokens if token.type == "SIGNATORIES")
    if "DECLARATION_NUMBER" in kinds:
        return True
    if kinds & SIGNS:
        return len(kinds & (SIGNS | _LIST_SIGNS)) > 1
    return listed >= _WHOLE_LIST and bool(kinds & (_LIST_SIGNS - {"SIGNATORIES"}))


def _split(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens of each declaration. A new one begins with a header: after a list, or with another number."""
    start = 0
    listed = False  # whether the document has a list
    number: Token | None = None  # the line that tells what the document is
    after_list: int | None = None
    for index, token in enumerate(tokens):
        if token.type in _LIST_SIGNS and number is not None:
            listed = listed or token.type == "SIGNATORIES"
            after_list = index + 1 if listed else None
            continue
        begin = None
        if token.type in OTHER_KINDS or token.type == "DECLARATION_NUMBER":
            begin = after_list
            if begin is None and number is not None and token != number:
                begin = _header_start(tokens, index)
        elif token.type == "DOCUMENT_NUMBER":
            begin = after_list
        if begin is not None and start < begin and (token.type in OTHER_KINDS or _has_parts(tokens[begin:])):
            yield tokens[start:begin]
            start, after_list, number, listed = begin, None, None, False
        if token.type in OTHER_KINDS or token.type == "DECLARATION_NUMBER":
            number = token
    yield tokens[start:]


def _has_parts(tokens: list[Token]) -> bool:
    """Whether a header has a declaration below it: a stray copy of a header, as on each page, begins none."""
    kinds = {token.type for token in tokens}
    return "SIGNATORIES" in kinds and len(kinds & _BODY_SIGNS) > 1


def _header_start(tokens: list[Token], index: int) -> int | None:
    """Where the header of a declaration number begins: at the document number shortly before it, if any."""
    for place in range(index - 1, max(index - _HEADER_LENGTH, -1), -1):
        if tokens[place].type == "DOCUMENT_NUMBER":
            return place
    return None


def _part(text: str, part: Node) -> Node:
    tokens = [child for child in part.children if isinstance(child, Token)]
    if not any(tokens):
        return Tree("missing", [Token("PART", part.data), *tokens])
    return read_part(text, part.data, tokens)
