"""The cheapest way to read a damaged text: which lines to set aside, which missing ones to supply.

The lines are fed to the LALR parser one by one. Where it cannot take a line, two ways are open: the line is set
aside, or a line that should have come before it is supplied. All combinations are followed side by side, line by
line, and of those that bring the parser into the same state only the cheapest goes on. So the work is linear in the
number of lines, and the reading found is the one with the fewest faults, not the first one that does.
"""

from typing import NamedTuple

from declparse.syntax.grammar import Grammar, Parse
from declparse.syntax.tree import Token, Tree

_SUPPLY_COST = 2
_SKIP_COST = {"STRAY": 1, "OPENING": 3, "HEADLINE": 4}
_DEFAULT_SKIP_COST = 2
_LONGEST = 3  # lines of a list cost their number, but no more than this
_COPY_COST = 1  # setting a line aside that stands there already
_SCRAP = 2  # words of a line that is hardly a title or a paragraph
_LISTS = ("SIGNATORIES", "LEGEND")
_BEAM = 12  # readings this much dearer than the cheapest are given up
_SUPPLIED = (
    *("DOCUMENT_NUMBER", "DATE", "PROSE", "DECLARATION_NUMBER", "DISCLAIMER"),
    *("LIST_HEADING", "SIGNATORIES", "SIGNATURES", "TOTAL", "LEGEND"),
)


class Repaired(NamedTuple):
    """A tree, in which supplied lines are empty tokens, and the lines that were set aside."""

    tree: Tree
    aside: list[Token]


class _Step(NamedTuple):
    """The last line of a row of lines, and the row before it."""

    token: Token
    before: "_Step | None"


class _Way(NamedTuple):
    """One reading of the lines so far.

    What it costs, the parser's state after it, the lines fed and those set aside.
    """

    cost: int
    parse: Parse
    fed: _Step | None
    aside: _Step | None

    @property
    def state(self) -> tuple[int, ...]:
        return tuple(self.parse.states)

    def feed(self, token: Token, cost: int) -> "_Way | None":
        parse = self.parse.copy()
        if not parse.feed(token):
            return None
        return _Way(self.cost + cost, parse, _Step(token, self.fed), self.aside)

    def skip(self, token: Token, cost: int) -> "_Way":
        return self._replace(cost=self.cost + cost, aside=_Step(token, self.aside))


def read(grammar: Grammar, start: str, tokens: list[Token]) -> Repaired:
    """The tree of tokens that do not fit as they are, repaired. Never fails."""
    way = _best_way(grammar.start(start), tokens)
    tree = grammar.tree(start, _tokens(way.fed))
    assert tree is not None, "a way that reaches the end has a tree"  # noqa: S101
    return Repaired(tree, _tokens(way.aside))


def _best_way(parse: Parse, tokens: list[Token]) -> _Way:
    ways = [_Way(0, parse, None, None)]
    seen: set[str] = set()
    for token in tokens:
        skip_cost = _COPY_COST if str(token) in seen else _skip_cost(token)
        seen.add(str(token))
        following: list[_Way] = []
        for way in _completed(ways, token.start_pos or 0):
            words = token.type in _LISTS and "PROSE" in way.parse.accepts()
            fed = way.feed(token, _DEFAULT_SKIP_COST * _lines(token) if words else 0)
            following += [fed] if fed is not None else []
            following.append(way.skip(token, skip_cost))
        ways = _cheapest(following)
    end = (tokens[-1].end_pos or 0) if tokens else 0
    # Supplying line after line always reaches the end of the declaration.
    return next(way for way in _completed(ways, end) if way.parse.copy().finish() is not None)


def _tokens(step: _Step | None) -> list[Token]:
    tokens = []
    while step is not None:
        tokens.append(step.token)
        step = step.before
    return tokens[::-1]


def _completed(ways: list[_Way], offset: int) -> list[_Way]:
    """The ways, and all that come of them by supplying lines at this place, cheapest first."""
    found: dict[tuple[int, ...], _Way] = {}
    waiting = list(ways)
    while waiting:
        waiting.sort(key=lambda way: way.cost)
        way = waiting.pop(0)
        if way.state in found:
            continue
        found[way.state] = way
        accepted = way.parse.accepts()
        for kind in _SUPPLIED:
            if kind in accepted:
                supplied = way.feed(Token(kind, "", start_pos=offset, end_pos=offset), _SUPPLY_COST)
                if supplied is not None:
                    waiting.append(supplied)
    return list(found.values())


def _cheapest(ways: list[_Way]) -> list[_Way]:
    best: dict[tuple[int, ...], _Way] = {}
    for way in sorted(ways, key=lambda way: way.cost):
        best.setdefault(way.state, way)
    limit = min(way.cost for way in best.values()) + _BEAM
    return [way for way in best.values() if way.cost <= limit]


def _skip_cost(token: Token) -> int:
    if token.type in _LISTS:
        return _DEFAULT_SKIP_COST * _lines(token)
    if token.type == "PROSE":
        return 1 if len(token.split()) <= _SCRAP else _DEFAULT_SKIP_COST - 1 + _lines(token)
    return _SKIP_COST.get(token.type, _DEFAULT_SKIP_COST)


def _lines(token: Token) -> int:
    return min(token.count("\n") + 1, _LONGEST)
