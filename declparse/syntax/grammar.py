"""The grammars, ready to use: a parser that is fed token by token, and patterns that find the tokens.

The tables are Lark's, but driven here. Lark's contextual lexer counts only LF as a line end and names the wrong token
when nothing fits; and a run is so short that its patterns must be compiled one by one, when they are needed.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from typing import cast

from declparse.syntax.tables import Tables, tables
from declparse.syntax.tree import Token, Tree

_Match = Callable[[str, int, int], re.Match[str] | None]
# What a parse has read so far: tokens, trees, and the children of rules whose children their parents take.
_Value = Token | Tree | list[Token | Tree]
_END = Token("$END", "")


class Parse:
    """A parse under way: the states that it is in, innermost last, and the tokens and trees that belong to them."""

    __slots__ = ("_tables", "_values", "states")

    def __init__(self, made: Tables, states: list[int], values: list[_Value]) -> None:
        self._tables = made
        self._values = values
        self.states = states

    def feed(self, token: Token) -> bool:
        """Takes the next token. Where it does not fit, the parse cannot be continued, and the answer is False."""
        return _feed(self._tables, self.states, self._values, token)

    def finish(self) -> Tree | None:
        """The tree of all tokens; None where some are missing."""
        return cast("Tree", self._values[0]) if self.feed(_END) else None


def _feed(made: Tables, states: list[int], values: list[_Value], token: Token) -> bool:
    """One step of an LALR parser: completes rules until the token can be taken; False where it cannot."""
    moves, kind = made.moves, token.type
    while True:
        move = moves[states[-1]].get(kind)
        if isinstance(move, int):
            states.append(move)
            values.append(token)
            return True
        if move is None:
            return False
        size, rule, flat, inline = move
        children = values[-size:]
        del values[-size:], states[-size:]
        taken = cast("list[Token | Tree]", children) if flat else _flattened(children)
        values.append(taken if inline else Tree(rule, taken))
        states.append(made.after_rule[states[-1]][rule])


def _flattened(children: list[_Value]) -> list[Token | Tree]:
    """The children, lists replaced by what is in them. The first list is gone on with: a long one is not copied."""
    first, *others = children
    taken: list[Token | Tree] = first if isinstance(first, list) else [first]
    for child in others:
        if isinstance(child, list):
            taken += child
        else:
            taken.append(child)
    return taken


class Grammar:
    """One grammar: how its tokens follow each other, and how they look."""

    def __init__(self, made: Tables) -> None:
        self._tables = made
        self._ignored = re.compile(made.ignored)
        self._tokens: dict[str, re.Pattern[str]] = {}
        # For each state the tokens that can come next, the one that wins first: those that were tried, with what
        # matches them, and those that were not needed yet.
        self._scanners: dict[int, list[tuple[str, _Match]]] = {}
        self._waiting: dict[int, Iterator[str]] = {}

    def start(self, start: str) -> Parse:
        """A parse that waits for the first token of the start rule."""
        return Parse(self._tables, [self._tables.starts[start]], [])

    def after(self, states: tuple[int, ...], kind: str) -> tuple[int, ...] | None:
        """Return the states of a parse after a token of that kind; None where it does not fit."""
        made, stack = self._tables, list(states)
        while not isinstance(move := made.moves[stack[-1]].get(kind), int):
            if move is None:
                return None
            del stack[-move.size :]
            stack.append(made.after_rule[stack[-1]][move.rule])
        return (*stack, move)

    def tree(self, start: str, tokens: list[Token]) -> Tree | None:
        """The tree of the tokens; None where they do not fit the start rule."""
        parse = self.start(start)
        return parse.finish() if all(map(parse.feed, tokens)) else None

    def find(self, token: str, text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """Where tokens of that name stand in a stretch of the text, whatever is around them."""
        return (match.span() for match in self._token(token).finditer(text, begin, end))

    @cached_property
    def kinds(self) -> re.Pattern[str]:
        """A pattern that tells which token of the grammar a text is, as the name of the matched group."""
        return re.compile("|".join(f"(?P<{name}>{text})" for name, text in self._tables.patterns.items()))

    def parse(self, start: str, text: str, begin: int, end: int) -> Tree | None:
        """Parses a stretch of the text from the start rule; None where it does not fit the grammar."""
        made, scanners, skip = self._tables, self._scanners, self._ignored.match
        states: list[int] = [made.starts[start]]
        values: list[_Value] = []
        while True:
            if begin < end and not text[begin].isalnum():  # no mark begins with a letter or a digit
                begin = skip(text, begin, end).end()  # type: ignore[union-attr]
            if begin >= end:
                return cast("Tree", values[0]) if _feed(made, states, values, _END) else None
            for kind, match in scanners.get(states[-1], ()):  # noqa: B007
                found = match(text, begin, end)
                if found is not None:
                    break
            else:
                kind, found = self._first_match(states[-1], text, begin, end)
                if found is None:
                    return None
            place = found.end()
            if text[begin] == ",":  # it divides the fields, and belongs to none
                begin = skip(text, begin + 1, place).end()  # type: ignore[union-attr]
            leaf = Token(kind, text[begin:place], begin)
            begin = place
            move = made.moves[states[-1]][kind]
            if isinstance(move, int):  # no rule is complete: a shortcut
                states.append(move)
                values.append(leaf)
            elif not _feed(made, states, values, leaf):
                return None

    def _first_match(self, state: int, text: str, begin: int, end: int) -> tuple[str, re.Match[str] | None]:
        """The first token that can come next and matches, among those that were not needed in that state yet."""
        if state not in self._waiting:
            names = self._tables.moves[state]
            self._waiting[state] = iter([name for name in self._tables.patterns if name in names])
            self._scanners[state] = []
        for name in self._waiting[state]:
            match = self._token(name).match
            self._scanners[state].append((name, match))
            found = match(text, begin, end)
            if found is not None:
                return name, found
        return "", None

    def _token(self, name: str) -> re.Pattern[str]:
        if name not in self._tokens:
            self._tokens[name] = re.compile(self._tables.patterns[name])
        return self._tokens[name]


@cache
def load(name: str) -> Grammar:
    """The grammar of that name: ``print`` for lines, ``fields`` for what stands in them."""
    return Grammar(tables(name))
