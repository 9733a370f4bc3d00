"""The grammars, ready to use: a parser that is fed token by token, and patterns that find the tokens.

The tables are Lark's, and the grammar files mean what they mean to Lark. The driver of the tables is ours, for speed:
Lark need not be imported, and each pattern is compiled when it is first needed. tests/syntax/test_oracle.py proves
that Lark's own parser and lexers give the same trees.
"""

import re
from collections.abc import Callable
from functools import cache, cached_property
from typing import cast

from declparse.syntax import grammars
from declparse.syntax.tables import Reduction, Tables
from declparse.syntax.tree import Token, Tree

# A token that can come next: its name, what the parser does with it, what matches it, and, where it is not in the tree,
# one that stands for all of its kind.
_Scanner = tuple[str, int | Reduction, Callable[[str, int, int], re.Match[str] | None], Token | None]
# What a parse has read so far: tokens, trees, and the children of rules whose children their parents take.
_Value = Token | Tree | list[Token | Tree]
_END = Token("$END", "")
_DROPPED = "_"  # how the names of tokens begin that only divide others


class Parse:
    """A parse under way: the states that it is in, innermost last, and the tokens and trees that belong to them."""

    __slots__ = ("_tables", "_values", "states")

    def __init__(self, made: Tables, states: list[int], values: list[_Value]) -> None:
        self._tables = made
        self._values = values
        self.states = states

    def feed(self, token: Token) -> bool:
        """Take the next token. False if it does not fit; then the parse cannot be continued."""
        return _feed(self._tables, self.states, self._values, token)

    def finish(self) -> Tree | None:
        """Return the tree of all tokens; None if some are missing."""
        return cast("Tree", self._values[0]) if self.feed(_END) else None


def _feed(made: Tables, states: list[int], values: list[_Value], token: Token) -> bool:
    """Take one step of an LALR parser: complete rules until the token can be shifted; False if it cannot."""
    moves, kind = made.moves, token.type
    while True:
        move = moves[states[-1]].get(kind)
        if isinstance(move, int):
            states.append(move)
            values.append(token)
            return True
        if move is None:
            return False
        size, rule, flat, inline, dropped = move
        children = values[-size:]
        del values[-size:], states[-size:]
        if dropped:
            for place in dropped:
                del children[place]
        taken = cast("list[Token | Tree]", children) if flat else _flattened(children)
        values.append(taken if inline else Tree(rule, taken))
        states.append(made.after_rule[states[-1]][rule])


def _flattened(children: list[_Value]) -> list[Token | Tree]:
    """Return the children, with lists replaced by their items. The first one, which may be long, is extended."""
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
        # For each state the first of the tokens that can come next, the one that wins first. Patterns are compiled when
        # they are needed; a row that is longer takes the place of a shorter one, and none is ever changed, so that
        # threads may share them.
        self._scanners: list[tuple[_Scanner, ...]] = [()] * len(made.moves)

    def start(self, start: str) -> Parse:
        """Return a parse that waits for the first token of the start rule."""
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
        """Return the tree of the tokens; None if they do not fit the start rule."""
        parse = self.start(start)
        return parse.finish() if all(map(parse.feed, tokens)) else None

    @cached_property
    def kinds(self) -> re.Pattern[str]:
        """Return a pattern that tells which token a text is, as the name of the matched group."""
        return re.compile("|".join(f"(?P<{name}>{text})" for name, text in self._tables.patterns.items()))

    def parse(self, start: str, text: str, begin: int, end: int) -> Tree | None:
        """Return the tree of a stretch of the text; None where it does not fit the start rule."""
        made, scanners, skip, new_string = self._tables, self._scanners, self._ignored.match, str.__new__
        states: list[int] = [made.starts[start]]
        values: list[_Value] = []
        while True:
            # A shortcut: no mark begins with a letter, a digit or a comma.
            if begin < end and not ((first := text[begin]).isalnum() or first == ","):
                begin = skip(text, begin, end).end()  # type: ignore[union-attr]
            if begin >= end:
                return cast("Tree", values[0]) if _feed(made, states, values, _END) else None
            tried = scanners[states[-1]]
            for kind, move, match, leaf in tried:  # noqa: B007
                found = match(text, begin, end)
                if found is not None:
                    break
            else:
                other = self._first_match(states[-1], tried, text, begin, end)
                if other is None:
                    return None
                (kind, move, _, leaf), found = other
            place = found.end()
            if leaf is None:  # made in place: calls would take a fortieth of the time
                leaf = new_string(Token, text[begin:place])
                leaf.type, leaf.start_pos, leaf.end_pos = kind, begin, None
            begin = place
            if isinstance(move, int):  # no rule is complete: a shortcut
                states.append(move)
                values.append(leaf)
            elif not _feed(made, states, values, leaf):
                return None

    def _first_match(
        self, state: int, tried: tuple[_Scanner, ...], text: str, begin: int, end: int
    ) -> tuple[_Scanner, re.Match[str]] | None:
        """Return the first token that can come next and matches, after those that were tried, and its match."""
        moves = self._tables.moves[state]
        for name in [name for name in self._tables.patterns if name in moves][len(tried) :]:
            match = self.pattern(name).match
            scanner = name, moves[name], match, Token(name, "") if name.startswith(_DROPPED) else None
            tried = self._scanners[state] = (*tried, scanner)
            found = match(text, begin, end)
            if found is not None:
                return scanner, found
        return None

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return what matches the token of that name, whatever is around it."""
        if name not in self._tokens:
            self._tokens[name] = re.compile(self._tables.patterns[name])
        return self._tokens[name]


@cache
def load(name: str) -> Grammar:
    """Return the grammar of that name: ``print`` for lines, ``fields`` for what stands in them."""
    return Grammar(grammars.tables(name))


def shape(name: str) -> re.Pattern[str]:
    """Return the pattern of that name in shapes.lark."""
    return load("shapes").pattern(name)
