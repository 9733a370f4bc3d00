"""From the grammar files to tables, with Lark. The only module that knows Lark; imported where tables must be made."""

from collections.abc import Iterable, Iterator, Mapping
from sys import intern

import lark
from lark import Lark, Token
from lark.grammar import Rule
from lark.lexer import Lexer, TerminalDef

from declparse.syntax.tables import STARTS, Reduction, Tables

LARK_VERSION: str = lark.__version__
# What each symbol does in a state: the state that comes next, or the rule that is complete.
_Row = list[tuple[str, int | Rule]]
_INLINE = "_"  # how the names of rules begin whose children are those of the rule above


class _NoLexer(Lexer):
    """Lark's place for a lexer of one's own. Tokens are fed one by one, so there is nothing for it to do."""

    __future_interface__ = True

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, lexer_state: object, parser_state: object) -> Iterator[Token]:
        yield from ()


def build(name: str, texts: Mapping[str, str]) -> Tables:
    """Return the tables of the grammar of that name. ``texts`` has the grammar files, by their names."""

    def imported(_: object, path: str) -> tuple[str, str]:
        return path, texts[path.removesuffix(".lark")]

    parser = Lark(
        texts[name],
        parser="lalr",
        lexer=_NoLexer,
        start=list(STARTS[name]),
        maybe_placeholders=False,
        keep_all_tokens=True,
        import_paths=[imported],
    )
    confs = {start: parser.parse_interactive(start=start).parser_state.parse_conf for start in STARTS[name]}
    tokens = {terminal.name for terminal in parser.terminals} | {"$END"}
    # Names are Lark's tokens here; plain strings, each one once, are quicker to compare and to load.
    rows = {
        state: sorted((intern(str(symbol)), to) for symbol, (_, to) in row.items())
        for state, row in confs[STARTS[name][0]].states.items()  # which are those of all start rules
    }
    rows |= {conf.end_state: [("$END", conf.end_state)] for conf in confs.values()}
    number = _numbered([conf.start_state for conf in confs.values()], rows)
    moves = [{kind: _move(to, number) for kind, to in rows[state] if kind in tokens} for state in number]
    after_rule = [{rule: number[to] for rule, to in rows[state] if rule not in tokens} for state in number]
    patterns = {intern(str(one.name)): _pattern(one) for one in sorted(parser.terminals, key=_precedence)}
    ignored = "|".join(patterns.pop(ignored) for ignored in parser.lexer_conf.ignore) or "(?!)"
    starts = {start: number[conf.start_state] for start, conf in confs.items()}
    return Tables(starts, moves, after_rule, patterns, f"(?:{ignored})*+")


def _numbered(starts: Iterable[int], rows: Mapping[int, _Row]) -> dict[int, int]:
    """Return new numbers for the states, in the order in which they are met: Lark's own change from run to run."""
    number: dict[int, int] = {}
    waiting = list(starts)
    for state in waiting:
        if state not in number:
            number[state] = len(number)
            waiting += (to for _, to in rows[state] if isinstance(to, int))
    return number


def _move(target: int | Rule, number: Mapping[int, int]) -> int | Reduction:
    if isinstance(target, int):
        return number[target]
    name = intern(str(target.origin.name))
    flat = not any(not symbol.is_term and symbol.name.startswith(_INLINE) for symbol in target.expansion)
    return Reduction(len(target.expansion), name, flat, inline=name.startswith(_INLINE))


def _precedence(terminal: TerminalDef) -> tuple[int, int, str]:
    """Lark's own order: higher priority first, then the longer pattern."""
    return -terminal.priority, -len(terminal.pattern.value), terminal.name


def _pattern(terminal: TerminalDef) -> str:
    # A blank in a phrase stands for any white space. Lark has escaped it, which no blank in a pattern of ours is.
    return terminal.pattern.to_regexp().replace(r"\ ", r"[ \n]+")
