"""From the grammar files to tables, with Lark. The only module that knows Lark; imported where tables must be made."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations
from sys import intern

import lark
from lark import Lark, Token
from lark.exceptions import GrammarError
from lark.grammar import Rule, Symbol, Terminal
from lark.lexer import Lexer, PatternRE, TerminalDef

from declparse.syntax.tables import STARTS, Reduction, Tables

LARK_VERSION: str = lark.__version__
# What each symbol does in a state: the state that comes next, or the rule that is complete.
_Row = list[tuple[str, int | Rule]]
# How the names of rules begin whose children are those of the rule above, and of tokens that are not in the tree.
_INLINE = "_"
_LINES = {"print", "web"}  # grammars whose tokens are whole lines, each told by its shape alone
_ASKED_BY_NAME = {"shapes"}  # grammars whose tokens are asked for one by one, so that none competes with another


class _NoLexer(Lexer):
    """Lark's place for a lexer of one's own. Tokens are fed one by one, so there is nothing for it to do."""

    __future_interface__ = True

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, lexer_state: object, parser_state: object) -> Iterator[Token]:
        yield from ()


def parser(name: str, texts: Mapping[str, str], lexer: str | type[Lexer] = _NoLexer) -> Lark:
    """Return Lark's own parser for the grammar of that name. Lark's ``contextual`` lexer reads fields.

    ``texts`` has the grammar files, by their names.
    """

    def imported(_: object, path: str) -> tuple[str, str]:
        return path, texts[path.removesuffix(".lark")]

    return Lark(
        texts[name],
        parser="lalr",
        lexer=lexer,
        start=list(STARTS[name]),
        maybe_placeholders=False,
        edit_terminals=let_phrases_wrap,
        import_paths=[imported],
    )


def build(name: str, texts: Mapping[str, str]) -> Tables:
    """Return the tables of the grammar of that name. ``texts`` has the grammar files, by their names.

    Raises Lark's GrammarError where the grammar does not say which of two terminals wins, and for rules that our driver
    of the tables would take otherwise than Lark does.
    """
    made = parser(name, texts)
    confs = {start: made.parse_interactive(start=start).parser_state.parse_conf for start in STARTS[name]}
    rules = {rule.origin.name for rule in made.rules}  # what else there is are tokens, also those without a pattern
    rows = _rows(confs[STARTS[name][0]].states)  # which are those of all start rules
    rows |= {conf.end_state: [("$END", conf.end_state)] for conf in confs.values()}
    number = _numbered([conf.start_state for conf in confs.values()], rows)
    moves = [{kind: _move(to, number) for kind, to in rows[state] if kind not in rules} for state in number]
    after_rule = [_after_rule(rows[state], rules, number) for state in number]
    _check_rules(made.rules)
    if name not in _ASKED_BY_NAME:
        _check_priorities(made, [{one.name for one in made.terminals}] if name in _LINES else moves)
    patterns, ignored = _patterns(made)
    starts = {start: number[conf.start_state] for start, conf in confs.items()}
    return Tables(starts, moves, after_rule, patterns, f"(?:{ignored})*+")


def _patterns(made: Lark) -> tuple[dict[str, str], str]:
    """Return the expressions of the tokens, the one that wins first, and the one of what is ignored."""
    patterns = {intern(str(one.name)): one.pattern.to_regexp() for one in sorted(made.terminals, key=_precedence)}
    return patterns, "|".join(patterns.pop(ignored) for ignored in made.ignore_tokens) or "(?!)"


def _rows(states: Mapping[int, Mapping[str, tuple[object, int | Rule]]]) -> dict[int, _Row]:
    """Return what each symbol does in each state.

    Names are Lark's tokens; plain strings, each one once, are quicker to compare and to load.
    """
    return {
        state: sorted((intern(str(symbol)), to) for symbol, (_, to) in row.items()) for state, row in states.items()
    }


def _numbered(starts: Iterable[int], rows: Mapping[int, _Row]) -> dict[int, int]:
    """Return new numbers for the states, in the order in which they are met: Lark's own change from run to run."""
    number: dict[int, int] = {}
    waiting = list(starts)
    for state in waiting:
        if state not in number:
            number[state] = len(number)
            waiting += (to for _, to in rows[state] if isinstance(to, int))
    return number


def _after_rule(row: _Row, rules: Collection[str], number: Mapping[int, int]) -> dict[str, int]:
    """Return the state that comes after each rule that is complete."""
    return {rule: number[to] for rule, to in row if isinstance(to, int) and rule in rules}


def _move(target: int | Rule, number: Mapping[int, int]) -> int | Reduction:
    if isinstance(target, int):
        return number[target]
    name, symbols = intern(str(target.origin.name)), target.expansion
    flat = not any(not symbol.is_term and symbol.name.startswith(_INLINE) for symbol in symbols)
    dropped = tuple(place for place in reversed(range(len(symbols))) if _is_dropped(symbols[place]))
    return Reduction(len(symbols), name, flat, name.startswith(_INLINE), dropped)


def _is_dropped(symbol: Symbol) -> bool:
    return isinstance(symbol, Terminal) and symbol.filter_out


def _check_rules(rules: list[Rule]) -> None:
    """Raise where a rule has what our driver of the tables does not know."""
    for rule in rules:
        if not rule.expansion or rule.alias or rule.options.expand1 or rule.options.keep_all_tokens:
            raise GrammarError(f"The rule {rule.origin.name} is empty, or has an alias, ? or !")
        for symbol in rule.expansion:
            if isinstance(symbol, Terminal) and symbol.name.startswith(_INLINE) and not symbol.filter_out:
                raise GrammarError(f"The rule {rule.origin.name} has a pattern in it; give it a name")


def let_phrases_wrap(terminal: TerminalDef) -> None:
    """Let each blank of a fixed phrase stand for any white space, a line end included."""
    pattern = terminal.pattern
    # Where a phrase is a piece of a pattern, its blanks can be told by the backslash that Lark puts before them.
    escaped = re.escape(pattern.value) if pattern.type == "str" else pattern.value
    wrapped = re.sub(r"\\(.)", lambda escape: r"[ \n]+" if escape[1] == " " else escape[0], escaped)
    if wrapped != escaped:
        terminal.pattern = PatternRE(wrapped, pattern.flags, pattern.raw)


def _precedence(terminal: TerminalDef) -> tuple[int, str]:
    return -terminal.priority, terminal.name


def _check_priorities(made: Lark, rivals: Iterable[Collection[str]]) -> None:
    """Raise where two terminals that may both come next have no order, or one of them goes before what is ignored.

    Without an order of ours Lark takes the longer expression.
    """
    ignored = [terminal for terminal in made.terminals if terminal.name in made.ignore_tokens]
    others = [terminal for terminal in made.terminals if terminal.name not in made.ignore_tokens]
    if ignored and max(one.priority for one in others) >= min(one.priority for one in ignored):
        raise GrammarError("What is ignored must have a higher priority than all that is not")
    for names in {frozenset(names) for names in rivals}:
        _check_order([one for one in others if one.name in names])


def _check_order(terminals: list[TerminalDef]) -> None:
    """Raise where two of the terminals, which may all come next, have no order."""
    for one, other in combinations(terminals, 2):
        if one.priority == other.priority and not _differ(one, other):
            raise GrammarError(f"{one.name} and {other.name} may both come next, and have the same priority")


def _differ(one: TerminalDef, other: TerminalDef) -> bool:
    """True if both terminals are fixed phrases, and neither begins with the other."""
    phrases = [(terminal.pattern.raw or "").rstrip("i").casefold() for terminal in (one, other)]
    if not all(phrase.startswith('"') for phrase in phrases):
        return False
    shorter, longer = sorted((phrase.strip('"') for phrase in phrases), key=len)
    return not longer.startswith(shorter)
