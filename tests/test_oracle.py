"""The oracle: Lark's own parser gives the trees that our driver of its tables gives, on all texts of the tests."""

from functools import cache
from typing import NamedTuple

import lark
import pytest
from lark.parsers.lalr_interactive_parser import InteractiveParser
from lark.utils import TextSlice
from texts import every_text

import declparse
from declparse.syntax import grammar, grammars, lalr
from declparse.syntax.grammar import Grammar, Parse
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
    names = {id(grammar.load(name).start(start)._tables): name for name in LINES for start in STARTS[name]}
    parse, tree = Grammar.parse, Grammar.tree

    class Recorded(Parse):
        def finish(self) -> Tree | None:
            name, first = names[id(self._tables)], self.states[0]
            start = next(start for start, state in self._tables.starts.items() if state == first)
            tree = super().finish()
            if tree is not None:
                tokens = tuple(tree.scan_values(lambda _: True))
                lines.setdefault((name, start, *(one.type for one in tokens)), Lines(name, start, tokens, _plain(tree)))
            return tree

    def parse_recorded(self: Grammar, start: str, text: str, begin: int, end: int) -> Tree | None:
        tree = parse(self, start, text, begin, end)
        key = start, text[max(begin - _BEFORE, 0) : begin], text[begin:end]
        if key not in fields:
            fields[key] = Field(start, text, begin, end, _plain(tree))
        return tree

    def tree_recorded(self: Grammar, start: str, tokens: list[Token]) -> Tree | None:
        made = tree(self, start, tokens)
        if made is None:
            name = names[id(self.start(start)._tables)]
            lines.setdefault((name, start, *(one.type for one in tokens)), Lines(name, start, tuple(tokens), None))
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grammar, "Parse", Recorded)
        patch.setattr(Grammar, "parse", parse_recorded)
        patch.setattr(Grammar, "tree", tree_recorded)
        for text in every_text(damaged_samples=4):
            declparse.parse_all(text)
    return Asked([*fields.values()], [*lines.values()])


def test_much_is_asked() -> None:
    asked = _asked()
    assert {one.start for one in asked.fields} == {*STARTS["fields"]} - {"date_in_text"}  # which is only looked for
    assert {(one.grammar, one.start) for one in asked.lines} >= {("web", "declaration_web"), ("print", "declaration")}
    for several in (asked.fields, asked.lines):
        unread = sum(one.tree is None for one in several)
        assert 0.1 < unread / len(several) < 0.9
    assert len(asked.fields) > 3000
    assert len(asked.lines) > 500


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
            ours = grammar.load(name).start(one.start)
            assert _fed(theirs, ours, one.tokens) == one.tree


def _fed(theirs: InteractiveParser, ours: Parse, tokens: tuple[Token, ...]) -> Plain:
    """Return Lark's tree of the tokens. At each of them both can go on with the same ones, and take it or not."""
    tree = None
    for token in (*tokens, Token("$END", "")):
        state = theirs.parser_state
        assert {*ours.accepts()} == {kind for kind in state.parse_conf.states[state.position] if kind.isupper()}
        try:
            tree = theirs.feed_token(lark.Token(token.type, str(token), token.start_pos))
        except lark.UnexpectedToken:
            assert not ours.feed(token)
            return None
        assert ours.feed(token)
    return _plain(tree)


@pytest.mark.parametrize("name", LINES)
def test_kinds_of_lines_win_as_in_lark(name: str) -> None:
    """Lark's lexer tries the kinds of lines in the order in which our pattern has them."""
    lexer = lalr.parser(name, grammars.texts(), lexer="basic").parser.lexer
    theirs = [(one.name, one.pattern.to_regexp()) for one in lexer.terminals]
    assert theirs == [*grammar.load(name)._tables.patterns.items()]
