"""From the grammar files to tables, with Lark. The only module that knows Lark; imported where tables must be made."""

import os
from collections.abc import Iterator
from sys import intern

from lark import Lark, Token
from lark.grammar import Rule
from lark.lexer import Lexer, TerminalDef

from declparse.syntax.tables import STARTS, Reduction, Tables

_INLINE = "_"  # how the names of rules begin whose children are those of the rule above


class _NoLexer(Lexer):
    """Lark's place for a lexer of one's own. Tokens are fed one by one, so there is nothing for it to do."""

    __future_interface__ = True

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, lexer_state: object, parser_state: object) -> Iterator[Token]:
        yield from ()


def build(name: str, folder: str) -> Tables:
    """The tables of the grammar of that name, whose file and those that it imports are in the folder."""
    parser = Lark.open(
        os.path.join(folder, f"{name}.lark"),
        parser="lalr",
        lexer=_NoLexer,
        start=list(STARTS[name]),
        maybe_placeholders=False,
        keep_all_tokens=True,
    )
    confs = {start: parser.parse_interactive(start=start).parser_state.parse_conf for start in STARTS[name]}
    moves: dict[int, dict[str, int | Reduction]] = {}
    after_rule: dict[int, dict[str, int]] = {}
    conf = confs[STARTS[name][0]]  # the states are those of all start rules
    rules = {rule.origin.name for rule in parser.rules}  # what else there is are tokens, also those without a pattern
    # Names are Lark's tokens here; plain strings, each one once, are quicker to compare and to load.
    for state, row in conf.states.items():
        moves[state] = {intern(str(kind)): _move(to) for kind, (_, to) in row.items() if kind not in rules}
        after_rule[state] = {intern(str(rule)): to for rule, (_, to) in row.items() if rule in rules}
    for conf in confs.values():
        moves[conf.end_state] = {"$END": conf.end_state}
    patterns = {intern(str(one.name)): _pattern(one) for one in sorted(parser.terminals, key=_precedence)}
    ignored = "|".join(patterns.pop(ignored) for ignored in parser.lexer_conf.ignore) or "(?!)"
    starts = {start: conf.start_state for start, conf in confs.items()}
    return Tables(starts, moves, after_rule, patterns, f"(?:{ignored})*+")


def _move(target: int | Rule) -> int | Reduction:
    if isinstance(target, int):
        return target
    name = intern(str(target.origin.name))
    flat = not any(not symbol.is_term and symbol.name.startswith(_INLINE) for symbol in target.expansion)
    return Reduction(len(target.expansion), name, flat, inline=name.startswith(_INLINE))


def _precedence(terminal: TerminalDef) -> tuple[int, int, str]:
    """Lark's own order: higher priority first, then the longer pattern."""
    return -terminal.priority, -len(terminal.pattern.value), terminal.name


def _pattern(terminal: TerminalDef) -> str:
    # A blank in a phrase stands for any white space. Lark has escaped it, which no blank in a pattern of ours is.
    return terminal.pattern.to_regexp().replace(r"\ ", r"[ \n]+")
