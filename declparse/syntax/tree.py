"""The tree of a text: tokens, which are pieces of it, in nodes, which are parts. It is made after Lark's tables."""

from collections.abc import Iterator

# What the tree of a whole declaration is named after: the rule of the grammar with the order of parts in its layout.
PRINT, PRINT_2001, PRINT_1995, WEB = "declaration", "declaration_2001", "declaration_1995", "declaration_web"
OTHER = "other"  # the same of another kind of document
# Texts that are neither: with a line that hardly stands in any other text, and without.
FRAGMENT, UNKNOWN = "fragment", "unknown"


class Token(str):
    """A piece of the reading: its kind, and where it stands there; a label that names something stands nowhere."""

    __slots__ = ("end_pos", "start_pos", "type")
    type: str
    start_pos: int | None
    end_pos: int | None

    def __new__(cls, kind: str, value: str, start_pos: int | None = None, end_pos: int | None = None) -> "Token":
        self = str.__new__(cls, value)
        self.type = kind
        self.start_pos = start_pos
        self.end_pos = end_pos
        return self

    def update(self, kind: str) -> "Token":
        """Return the same piece as another kind."""
        return Token(kind, self, self.start_pos, self.end_pos)


class Tree:
    """A node: which rule of the grammar it is of, and what stands in it; ``start`` and ``end`` where it is a whole."""

    __slots__ = ("children", "data", "end", "start")

    def __init__(self, data: str, children: "list[Token | Tree]") -> None:
        self.data = data
        self.children = children
        self.start = self.end = 0

    def tokens(self) -> "Iterator[Token]":
        """Yield all tokens below this node, in their order."""
        for child in self.children:
            if isinstance(child, Token):
                yield child
            else:
                yield from child.tokens()
