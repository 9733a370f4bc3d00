"""Text to tree. The only package, beside ``build``, that knows Lark.

The lines are told apart by their shape, the print grammar puts them in order, the field grammar reads what stands
inside each. The tree holds all of the text: what could not be read stands in it as a ``malformed`` or ``unreadable``
node, or under ``aside``; a part that is not there is a ``missing`` node.
"""

from collections.abc import Iterator

from lark import Token, Tree

from declparse.syntax import repair
from declparse.syntax.grammar import load
from declparse.syntax.lines import line_tokens
from declparse.syntax.parts import Node, placed, read_part

OTHER_KINDS = {
    "MOTION_FOR_RESOLUTION": "motion-for-resolution",
    "MOTION_FOR_RECOMMENDATION": "motion-for-recommendation",
    "WRITTEN_QUESTION": "written-question",
}
# Lines that hardly stand in any other text …
SIGNS = {"DOCUMENT_NUMBER", "DECLARATION_NUMBER", "DISCLAIMER", "OPENING", "SIGN_OFF"}
# … and lines of a list, as others have them too. Two kinds of either make a declaration.
_LIST_SIGNS = {"LIST_HEADING", "SIGNATORIES", "TOTAL", "LEGEND"}
_HEADER_LENGTH = 6  # lines, at most, from the document number to the declaration number of one header


def parse(text: str) -> list[Node]:
    """One tree for each declaration in the text, at least one.

    Each tree is a ``declaration``, or, for another kind of document, an ``other`` node with the line that tells
    the kind, or, for a text without any sign of a declaration, an ``unknown`` node with its lines.
    """
    tokens = line_tokens(load("print"), text)
    return [_parse_one(text, part) for part in _split(tokens)]


def date_mentions(text: str, start: int, end: int) -> Iterator[Node]:
    """The dates in the middle of a stretch of text, each a ``date`` node."""
    fields = load("fields")
    for place in fields.find("DATE_IN_TEXT", text, start, end):
        date = fields.parse("date", text, *place)
        if date is not None:
            yield date


def _parse_one(text: str, tokens: list[Token]) -> Node:
    kinds = {token.type for token in tokens}
    if "DECLARATION_NUMBER" not in kinds:
        for token in tokens:
            if token.type in OTHER_KINDS:
                return Tree("other", [token])
        if len(kinds & (SIGNS | _LIST_SIGNS)) < 2:
            return Tree("unknown", list(tokens))
    lines, aside = repair.read(load("print"), "declaration", tokens)
    parts: dict[str, Node] = {}
    for part in lines.children:
        if isinstance(part, Tree):
            parts[part.data] = _part(text, part)
    nodes = [node for token in aside for node in placed(text, token, parts, tokens)] if aside else []
    return Tree("declaration", [*parts.values(), *nodes])


def _split(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens of each declaration: a new one begins at a header that comes after a list."""
    start = 0
    listed = False
    for index, token in enumerate(tokens):
        if listed and token.type == "DOCUMENT_NUMBER":
            header = [following.type for following in tokens[index : index + _HEADER_LENGTH]]
            if "DECLARATION_NUMBER" in header:
                yield tokens[start:index]
                start = index
                listed = False
        listed = listed or token.type in _LIST_SIGNS
    yield tokens[start:]


def _part(text: str, part: Node) -> Node:
    tokens = [child for child in part.children if isinstance(child, Token)]
    if not any(tokens):
        return Tree("missing", [Token("PART", part.data), *tokens])
    return read_part(text, part.data, tokens)
