"""The tables of a grammar, as Lark makes them: from the cache, or freshly built.

Building them takes longer than everything else the program does with a short text, so they are kept in the user's
cache folder.
"""

import contextlib
import hashlib
import io
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import NamedTuple

import lark
from lark import Lark, Token, Tree
from lark.lexer import Lexer, TerminalDef

Node = Tree[Token]


class Reduction(NamedTuple):
    """What a parser does with a complete rule: how many children it takes, how it makes a tree of them, which rule."""

    size: int
    build: Callable[[list[Token | Node]], Node]
    rule: str


class Tables(NamedTuple):
    """LALR tables: for each start rule its first state, and for each state what each token and each finished rule does.

    A number is the state that comes next. ``patterns`` has the regular expressions of the tokens, the one that wins
    first, and ``ignored`` what may stand between tokens.
    """

    starts: dict[str, int]
    moves: dict[int, dict[str, "int | Reduction"]]
    after_rule: dict[int, dict[str, int]]
    patterns: dict[str, str]
    ignored: str


# The rules of the grammars for a whole declaration, each with the order that its parts have in that layout.
PRINT, PRINT_2001, PRINT_1995, WEB = "declaration", "declaration_2001", "declaration_1995", "declaration_web"
# The start rules of each grammar.
STARTS = {
    "print": (PRINT, PRINT_2001, PRINT_1995, "other"),
    "web": (WEB, "other"),
    "fields": (
        *("document_number", "declaration_number", "date", "reissue", "reissue_with_wrong_date", "disclaimer"),
        *("opening", "sign_off", "list_heading", "signatory", "signatories_word", "total", "legend", "note"),
        *("paragraph", "mention", "date_in_text", "other_heading", "title_in_english", "title_in_french"),
    ),
}


def tables(name: str) -> Tables:
    """The tables of the grammar of that name."""
    folder = _cache_folder()
    path = os.path.join(folder, f"{name}-{_key(name)}.pickle") if folder else None
    kept = _kept(path) if path else None
    if kept is None:
        kept = _built(name)
        if path:
            _keep(kept, path)
    return kept


class _NoLexer(Lexer):
    """Lark's place for a lexer of one's own. Tokens are fed one by one here, so there is nothing for it to do."""

    __future_interface__ = True

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, lexer_state: object, parser_state: object) -> Iterator[Token]:
        yield from ()


def _built(name: str) -> Tables:
    parser = Lark.open(
        os.path.join(_folder(), f"{name}.lark"),
        parser="lalr",
        lexer=_NoLexer,
        start=list(STARTS[name]),
        maybe_placeholders=False,
        keep_all_tokens=True,
    )
    saved = io.BytesIO()
    parser.save(saved)
    saved.seek(0)
    parser = Lark.load(saved)  # with plain strings as names, which are quicker to compare than Lark's tokens
    confs = {start: parser.parse_interactive(start=start).parser_state.parse_conf for start in STARTS[name]}
    moves: dict[int, dict[str, int | Reduction]] = {}
    after_rule: dict[int, dict[str, int]] = {}
    conf = confs[STARTS[name][0]]  # states and callbacks are those of all start rules
    tokens = {terminal.name for terminal in parser.terminals} | {"$END"}
    for state, row in conf.states.items():
        moves[state] = {kind: _move(conf.callbacks, to) for kind, (_, to) in row.items() if kind in tokens}
        after_rule[state] = {rule: to for rule, (_, to) in row.items() if rule not in tokens}
    for conf in confs.values():
        moves[conf.end_state] = {"$END": conf.end_state}
    patterns = {str(terminal.name): _pattern(terminal) for terminal in sorted(parser.terminals, key=_precedence)}
    ignored = "|".join(patterns.pop(ignored) for ignored in parser.lexer_conf.ignore) or "(?!)"
    starts = {start: conf.start_state for start, conf in confs.items()}
    return Tables(starts, moves, after_rule, patterns, f"(?:{ignored})*+")


def _move(callbacks: lark.common.ParserCallbacks, target: "int | lark.grammar.Rule") -> int | Reduction:
    if isinstance(target, int):
        return target
    return Reduction(len(target.expansion), callbacks[target], target.origin.name)  # type: ignore[index]


def _precedence(terminal: TerminalDef) -> tuple[int, int, str]:
    """Lark's own order: higher priority first, then the longer pattern."""
    return -terminal.priority, -len(terminal.pattern.value), terminal.name


def _pattern(terminal: TerminalDef) -> str:
    # A blank in a phrase stands for any white space. Lark has escaped it, which no blank in a pattern of ours is.
    return terminal.pattern.to_regexp().replace(r"\ ", r"[ \n]+")


def _folder() -> str:
    """Where the grammar files are: installed as a package, or beside this one in a checkout that is not installed."""
    try:
        return import_module("declparse.grammar").__path__[0]
    except ModuleNotFoundError:
        return os.path.join(os.path.dirname(__file__), os.pardir, os.pardir, "grammar")


def _key(name: str) -> str:
    """What the tables depend on: the grammar files, this module, and the versions of Lark and Python."""
    return hashlib.sha256(f"{name} {_files()} {lark.__version__} {sys.version}".encode()).hexdigest()[:32]


@cache
def _files() -> list[tuple[str, int, int]]:
    """All files that the tables are made from: name, size, and when each was written. Reading them takes too long."""
    folder = _folder()
    grammars = [os.path.join(folder, file) for file in sorted(os.listdir(folder)) if file.endswith(".lark")]
    written = [(file, os.stat(file)) for file in (__file__, *grammars)]
    return [(file, found.st_size, found.st_mtime_ns) for file, found in written]


def _cache_folder() -> str | None:
    """The user's own cache folder; never a shared one, since the tables are kept as a pickle. None without a home."""
    if sys.platform == "win32":
        root = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        root = os.path.expanduser("~/Library/Caches")
    else:
        root = os.environ.get("XDG_CACHE_HOME", "") or os.path.expanduser("~/.cache")
    return os.path.join(root, "declparse") if os.path.isabs(root) else None


def _kept(path: str) -> Tables | None:
    """The tables as an earlier run wrote them; None where there are none, or none that can be read."""
    try:
        with open(path, "rb") as file:
            kept = pickle.load(file)  # noqa: S301 - from the user's own folder
    except Exception:  # whatever a damaged file brings, it means only that we build anew
        return None
    return kept if isinstance(kept, Tables) else None


def _keep(built: Tables, path: str) -> None:
    """Writes the tables; quietly does without where the folder cannot be written."""
    from declparse import writing  # needed once for each version

    with contextlib.suppress(OSError):
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        writing.write(path, pickle.dumps(built, pickle.HIGHEST_PROTOCOL))
