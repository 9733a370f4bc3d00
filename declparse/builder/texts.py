"""From tokens to words and places: what a piece of the tree says, and where it stands in the source."""

import re
from collections.abc import Sequence
from functools import cached_property

from declparse.characters.white_space import fold_space
from declparse.document import Text
from declparse.marks import are_absent, words_of
from declparse.source import SourceText, Span
from declparse.syntax.reading import NormalizedText
from declparse.syntax.tree import Token, Tree


class Texts:
    """The texts and spans of the tokens of one tree."""

    def __init__(self, source: SourceText, normalized: NormalizedText, tree: Tree) -> None:
        self._source = source.text
        self._tree = tree
        self._plain = normalized.plain
        self.offset = normalized.offset
        self.span_between = normalized.span
        self._written = normalized.written

    @cached_property
    def _last_note(self) -> int:
        """Return the highest number of a note: the legend is the last note, if not the only one."""
        parts = [
            part for part in self._tree.children if isinstance(part, Tree) and part.data in ("list_heading", "legend")
        ]
        return max((int(token) for part in parts for token in part.tokens() if token.type == "NOTE"), default=0)

    def text(self, token: Token) -> Text:
        """Return the words of a token."""
        return self._between(token.start_pos or 0, end_of(token))

    def text_of(self, tokens: Sequence[Token]) -> Text:
        """Return the words from the first token to the last one."""
        return self._between(tokens[0].start_pos or 0, end_of(tokens[-1]))

    def _between(self, start: int, end: int) -> Text:
        words = self._source[start:end]
        if self._plain and (words.isalnum() or are_absent(words)):
            return Text(words, start, end)
        start, end = self.span_between(start, end)
        return Text(fold_space(words_of(self._written(self._source, start, end), lambda: self._last_note)), start, end)

    def lines(self, token: Token) -> str:
        """Return the lines of a token as they are written, each with its white space folded."""
        written = self._written(self._source, *self.span(token))
        return "\n".join(fold_space(line) for line in re.split("\r\n|\r|\n", written))

    def span(self, token: Token) -> Span:
        """Return where a token stands in the source."""
        return self.span_between(token.start_pos or 0, end_of(token))

    def span_of(self, tree: Tree) -> Span:
        """Return where a node stands in the source."""
        tokens = list(tree.tokens())
        return self.span_between(tokens[0].start_pos or 0, end_of(tokens[-1]))


def token_of(tree: Tree, kind: str) -> Token | None:
    """Return the first token of that kind right below a node; None without one."""
    return next((child for child in tree.children if isinstance(child, Token) and child.type == kind), None)


def end_of(token: Token) -> int:
    """Return the place behind a token."""
    return (token.start_pos or 0) + len(token)


def number_in(text: str) -> int:
    """Return the number that the digits of a text make."""
    return int("".join(character for character in text if character in "0123456789"))
