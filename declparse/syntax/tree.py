"""The tree of a text: tokens, which are pieces of it, in nodes, which are parts. It is made after Lark's tables."""

from collections.abc import Callable, Iterator


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
        """The same piece as another kind."""
        return Token(kind, self, self.start_pos, self.end_pos)


class Tree:
    """A node: which rule of the grammar it is of, and what stands in it; ``start`` and ``end`` where it is a whole."""

    __slots__ = ("children", "data", "end", "start")

    def __init__(self, data: str, children: "list[Token | Tree]") -> None:
        self.data = data
        self.children = children
        self.start = self.end = 0

    def scan_values(self, wanted: Callable[[Token], bool]) -> Iterator[Token]:
        """The tokens below this node that are wanted, in their order."""
        for child in self.children:
            if isinstance(child, Tree):
                yield from child.scan_values(wanted)
            elif wanted(child):
                yield child
