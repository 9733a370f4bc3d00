"""The oracle: Lark's own parser gives the trees that our driver of its tables gives, on all texts of the tests."""

from functools import cache
from typing import NamedTuple

import lark
import pytest
from lark.utils import TextSlice
from support.texts import every_text

import declparse
from declparse.syntax import engine, grammars, lalr
from declparse.syntax.engine import Grammar
from declparse.syntax.fields import kind_of_title
from declparse.syntax.tables import STARTS
from declparse.syntax.tree import Token, Tree

LINES = ("print", "web")
_BEFORE = 4  # characters before a stretch of text, at which an expression may look

# A tree as plain values: the rule and its children, or the kind of a token, its words, and where it begins.
Plain = tuple[object, ...] | None


class Field(NamedTuple):
    """A stretch of a text that was read by the field grammar, and the tree of it."""

    start: str
    text: str
    begin: int
    end: int
    tree: Plain


class Lines(NamedTuple):
    """The tokens of the lines of a text that were read by a grammar, and the tree of them."""

    grammar: str
    start: str
    tokens: tuple[Token, ...]
    tree: Plain


class Asked(NamedTuple):
    """All that was asked of the grammars, each once."""

    fields: list[Field]
    lines: list[Lines]


def _plain(node: object) -> Plain:
    if isinstance(node, Tree | lark.Tree):
        return str(node.data), *map(_plain, node.children)
    if isinstance(node, Token | lark.Token):
        return str(node.type), str(node), node.start_pos
    assert node is None
    return None


@cache
def _asked() -> Asked:
    """Return what the grammars are asked while all texts are read."""
    fields: dict[object, Field] = {}
    lines: dict[object, Lines] = {}
    names = {id(engine.load(name).start(start)._tables): name for name in LINES for start in STARTS[name]}
    parse, tree = Grammar.parse, Grammar.tree

    def parse_recorded(self: Grammar, start: str, text: str, begin: int, end: int) -> Tree | None:
        tree = parse(self, start, text, begin, end)
        key = start, text[max(begin - _BEFORE, 0) : begin], text[begin:end]
        if key not in fields:
            fields[key] = Field(start, text, begin, end, _plain(tree))
        return tree

    def tree_recorded(self: Grammar, start: str, tokens: list[Token]) -> Tree | None:
        made = tree(self, start, tokens)
        name = names[id(self.start(start)._tables)]
        lines.setdefault((name, start, *(one.type for one in tokens)), Lines(name, start, tuple(tokens), _plain(made)))
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Grammar, "parse", parse_recorded)
        patch.setattr(Grammar, "tree", tree_recorded)
        kind_of_title.cache_clear()
        for text in every_text(damaged_samples=4):
            declparse.parse_all(text)
    return Asked([*fields.values()], [*lines.values()])


def test_much_is_asked() -> None:
    asked = _asked()
    assert {one.start for one in asked.fields} == {*STARTS["fields"]}
    assert {(one.grammar, one.start) for one in asked.lines} >= {("web", "declaration_web"), ("print", "declaration")}
    assert 0.1 < sum(one.tree is None for one in asked.fields) / len(asked.fields) < 0.9
    assert len(asked.fields) > 3000
    assert len(asked.lines) > 50


def test_fields_are_read_as_lark_reads_them() -> None:
    parser = lalr.parser("fields", grammars.texts(), lexer="contextual")

    def read(one: Field) -> Plain:
        try:
            return _plain(parser.parse(TextSlice(one.text, one.begin, one.end), start=one.start))
        except lark.UnexpectedInput:
            return None

    assert [(one, other) for one in _asked().fields if (other := read(one)) != one.tree] == []


@pytest.mark.parametrize("name", LINES)
def test_lines_are_put_in_order_as_lark_does(name: str) -> None:
    parser = lalr.parser(name, grammars.texts())
    for one in _asked().lines:
        if one.grammar == name:
            theirs = parser.parse_interactive(start=one.start)
            for token in one.tokens:
                theirs.feed_token(lark.Token(token.type, str(token), token.start_pos))
            assert _plain(theirs.feed_eof()) == one.tree  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(("name", "start"), [(name, start) for name in LINES for start in STARTS[name]])
def test_whatever_lines_there_are_both_can_go_on_with_the_same_ones(name: str, start: str) -> None:
    """Wherever a parser can come to, not only where it comes to in these texts."""
    ours = engine.load(name)
    first = tuple(ours.start(start).states)
    reached = {first}
    waiting = [(first, lalr.parser(name, grammars.texts()).parse_interactive(start=start))]
    for states, theirs in waiting:
        following = {kind: ours.after(states, kind) for kind in _kinds(name)}
        assert {kind for kind, after in following.items() if after} == theirs.accepts()  # type: ignore[no-untyped-call]
        for kind, after in following.items():
            if kind != "$END" and after and after not in reached:
                reached.add(after)
                parser = theirs.copy()  # type: ignore[no-untyped-call]
                parser.feed_token(lark.Token(kind, kind))
                waiting.append((after, parser))
    assert len(reached) > 2


@cache
def _kinds(name: str) -> set[str]:
    return {kind for row in grammars.tables(name).moves for kind in row}


@pytest.mark.parametrize("name", LINES)
def test_kinds_of_lines_win_as_in_lark(name: str) -> None:
    """Lark's lexer tries the kinds of lines in the order in which our pattern has them."""
    lexer = lalr.parser(name, grammars.texts(), lexer="basic").parser.lexer
    theirs = [(one.name, one.pattern.to_regexp()) for one in lexer.terminals]
    assert theirs == [*engine.load(name)._tables.patterns.items()]
