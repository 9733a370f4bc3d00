"""From lines to parts: what stands inside each line, and what the lines are that were set aside."""

from collections.abc import Callable, Iterator

from lark import Token, Tree

from declparse.syntax.grammar import load
from declparse.syntax.lines import lines_of

Node = Tree[Token]

# Which part a kind of line belongs to, where it is not simply the one of that name.
_PART_OF_LINE = {"HEADLINE": "title", "SIGNATORIES": "list"}
# Words that stand where one of these parts is missing are that part, wrongly written; between how many words it has.
_LENGTHS = {
    "document_number": (1, 6),
    "date": (1, 6),
    "declaration_number": (1, 8),
    "disclaimer": (5, 60),
    "list_heading": (1, 4),
    "total": (1, 4),
}
_OPTIONAL = {"reissue", "opening", "sign_off"}
# The zone that a part stands in, for the lines after it.
_ZONES = [("total", "legend"), ("legend", "legend"), ("list_heading", "list"), ("list", "list"), ("text", "text")]


def read_part(text: str, name: str, tokens: list[Token]) -> Node:
    """The tree of a part, from its lines: of the part's own name, or ``malformed``."""
    return _READERS.get(name, _line)(text, name, tokens)


def placed(text: str, token: Token, parts: dict[str, Node], tokens: list[Token]) -> Iterator[Node]:
    """What a line is that the grammar had no place for.

    ``repeated`` and ``misplaced`` nodes name their part; the tree of a misplaced part stands beside its node and
    replaces the missing one in ``parts``. A line that is a missing part, wrongly written, is ``malformed``. All else
    is ``unreadable``.
    """
    name = _PART_OF_LINE.get(token.type, token.type.lower())
    missing = name in parts and parts[name].data == "missing"
    if missing or (name in _OPTIONAL and name not in parts):
        parts[name] = read_part(text, name, [token])
        yield Tree("misplaced", [Token("PART", name), token])
    elif name in ("list", "legend") and str(token) not in text[: token.start_pos]:
        yield Tree("misplaced", [Token("PART", name), token])
        if name == "legend":
            parts[name] = Tree(name, [*parts[name].children, *_lines(text, name, [token]).children])
    elif name in parts and token.type != "HEADLINE":
        yield Tree("repeated", [Token("PART", name), token])
    else:
        yield _prose(token, parts, tokens)


def _prose(token: Token, parts: dict[str, Node], tokens: list[Token]) -> Node:
    words = len(token.split())
    for name, (shortest, longest) in _LENGTHS.items():
        part = parts.get(name)
        if part is not None and part.data == "missing" and token.type == "PROSE" and shortest <= words <= longest:
            supplied = part.children[-1]
            if isinstance(supplied, Token) and supplied.start_pos in _edges(token, tokens):
                parts[name] = Tree("malformed", [Token("PART", name), token])
                return Tree("set_aside", [])
    for name in ("title", "text"):
        if name in parts and any(_same(token, twin) for twin in parts[name].scan_values(lambda _: True)):
            return Tree("repeated", [Token("PART", name), token])
    zone = next((zone for name, zone in _ZONES if _stands_before(parts.get(name), token)), "header")
    return Tree("unreadable", [Token("ZONE", zone), token])


def _edges(token: Token, tokens: list[Token]) -> set[int | None]:
    """The places at which a part may have been supplied that this line was meant to be: before it and after it."""
    following = [other.start_pos for other in tokens if (other.start_pos or 0) > (token.start_pos or 0)]
    return {token.start_pos, following[0] if following else token.end_pos}


def _same(token: Token, other: Token) -> bool:
    return len(token) > 3 and token.strip("#* ").split() == other.strip("#* ").split()


def _stands_before(part: Node | None, token: Token) -> bool:
    if part is None or part.data == "missing":
        return False
    first = next(part.scan_values(lambda value: isinstance(value, Token) and value.start_pos is not None), None)
    return first is not None and (first.start_pos or 0) < (token.start_pos or 0)


def _line(text: str, name: str, tokens: list[Token]) -> Node:
    token = tokens[0]
    tree = load("fields").parse(name, text, token.start_pos or 0, token.end_pos or 0)
    return tree if tree is not None else Tree("malformed", [Token("PART", name), token])


def _as_it_is(text: str, name: str, tokens: list[Token]) -> Node:
    return Tree(name, list(tokens))


def _text(text: str, name: str, tokens: list[Token]) -> Node:
    """The paragraphs: blocks of lines, or, where no blank line stands between two lines of the text, single lines."""
    fields = load("fields")
    spans = [(token.start_pos or 0, token.end_pos or 0) for token in tokens]
    if len(tokens) == 1:
        spans = list(lines_of(text, *spans[0]))
    paragraphs = [fields.parse("paragraph", text, *span) for span in spans]
    return Tree(name, [paragraph for paragraph in paragraphs if paragraph is not None])


def _lines(text: str, name: str, tokens: list[Token]) -> Node:
    rule = "signatory" if name == "list" else name
    fields = load("fields")
    nodes: list[Node] = []
    for token in tokens:
        for start, end in lines_of(text, token.start_pos or 0, token.end_pos or 0):
            line = fields.parse(rule, text, start, end)
            nodes.append(
                line
                or Tree(
                    "unreadable", [Token("ZONE", name), Token("LINE", text[start:end], start_pos=start, end_pos=end)]
                )
            )
    return Tree(name, list(nodes))


_READERS: dict[str, Callable[[str, str, list[Token]], Node]] = {
    "title": _as_it_is,
    "text": _text,
    "list": _lines,
    "legend": _lines,
}
