"""The grammars, ready to use: Lark's tables from the cache or freshly built, and a scanner for each parser state.

Building the tables takes longer than everything else the program does with a short text, so they are kept in the
user's cache folder.
"""

import hashlib
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from functools import cache, cached_property
from importlib import import_module

import lark
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedToken
from lark.lexer import Lexer
from lark.parsers.lalr_interactive_parser import InteractiveParser
from lark.parsers.lalr_parser_state import ParserState

State = ParserState[int]


def _folder() -> str:
    """Where the grammar files are: installed as a package, or beside this one in a checkout that is not installed."""
    try:
        return import_module("declparse.grammar").__path__[0]
    except ModuleNotFoundError:
        return os.path.join(os.path.dirname(__file__), os.pardir, os.pardir, "grammar")


_FOLDER = _folder()
_END = Token("$END", "")
_STARTS = {
    "print": ["declaration", "other"],
    "fields": [
        *(
            "document_number",
            "declaration_number",
            "date",
            "reissue",
            "reissue_with_wrong_date",
            "disclaimer",
            "opening",
            "sign_off",
        ),
        *("list_heading", "signatory", "total", "legend", "paragraph", "mention"),
    ],
}


class _NoLexer(Lexer):
    """Lark's place for a lexer of one's own. Tokens are fed one by one here, so there is nothing for it to do."""

    __future_interface__ = True

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, lexer_state: object, parser_state: object) -> Iterator[Token]:
        yield from ()


class _Leaf(Token):
    """A token without line and column, which Lark would count by LF alone; quicker to make than Lark's own."""

    __slots__ = ()

    def __new__(cls, kind: str, value: str, start_pos: int) -> "_Leaf":
        leaf = str.__new__(cls, value)
        leaf.type = kind
        leaf.value = value
        leaf.start_pos = start_pos
        return leaf


class Grammar:
    """One grammar: LALR tables, and for each parser state a pattern of the tokens that may come next.

    Lark's contextual lexer does the same, but counts only LF as a line end and names the wrong token when
    nothing fits; it also makes all its patterns at once, and a run needs few of them.
    """

    def __init__(self, parser: Lark) -> None:
        self._lark = parser
        patterns = {t.name: _pattern(t) for t in sorted(parser.terminals, key=_precedence)}
        ignored = "|".join(patterns.pop(name) for name in parser.lexer_conf.ignore) or "(?!)"
        self._ignored = re.compile(f"(?:{ignored})*+")
        self._patterns = patterns
        self._starts: dict[str, State] = {}
        self._scanners: dict[int, re.Pattern[str]] = {}
        self._compiled: dict[str, re.Pattern[str]] = {}

    def parser(self, start: str) -> InteractiveParser:
        """A parser that waits for the first token of the start rule."""
        return self._lark.parse_interactive(start=start)

    def accepted(self, state: State) -> list[str]:
        """The names of the tokens that can come next."""
        return [name for name in state.parse_conf.states[state.position] if name.isupper() or name == "$END"]

    def find(self, token: str, text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """Where tokens of that name stand in a stretch of the text, whatever is around them."""
        return (match.span() for match in re.compile(self._patterns[token]).finditer(text, begin, end))

    @cached_property
    def kinds(self) -> re.Pattern[str]:
        """A pattern that tells which token of the grammar a text is, as the name of the matched group."""
        return re.compile("|".join(f"(?P<{name}>{text})" for name, text in self._patterns.items()))

    def parse(self, start: str, text: str, begin: int, end: int) -> Tree[Token] | None:
        """Parses a stretch of the text from the start rule; None where it does not fit the grammar."""
        first = self._start(start)
        state = ParserState(first.parse_conf, first.lexer)
        stack, scanners, feed = state.state_stack, self._scanners, state.feed_token
        place = begin
        try:
            while place < end:
                scanner = scanners.get(stack[-1]) or self._scanner(state)
                match = scanner.match(text, place, end)
                if match is None:
                    if self._ignored.fullmatch(text, place, end):
                        break
                    return None
                kind = match.lastgroup or ""
                token_start, place = match.span(kind)
                feed(_Leaf(kind, text[token_start:place], token_start))
            tree: Tree[Token] = feed(_END, True)
        except UnexpectedToken:
            return None
        return tree

    def _start(self, start: str) -> State:
        if start not in self._starts:
            self._starts[start] = self.parser(start).parser_state
        return self._starts[start]

    def _scanner(self, state: State) -> re.Pattern[str]:
        if state.position not in self._scanners:
            names = set(self.accepted(state))
            tokens = "|".join(f"(?P<{name}>{text})" for name, text in self._patterns.items() if name in names)
            pattern = f"{self._ignored.pattern}(?:{tokens or '(?!)'})"
            if pattern not in self._compiled:
                self._compiled[pattern] = re.compile(pattern)
            self._scanners[state.position] = self._compiled[pattern]
        return self._scanners[state.position]


def _precedence(terminal: lark.lexer.TerminalDef) -> tuple[int, int, str]:
    """Lark's own order: higher priority first, then the longer pattern."""
    return -terminal.priority, -len(terminal.pattern.value), terminal.name


def _pattern(terminal: lark.lexer.TerminalDef) -> str:
    # A blank in a phrase stands for any white space. Lark has escaped it, which no blank in a pattern of ours is.
    return terminal.pattern.to_regexp().replace(r"\ ", r"[ \n]+")


@cache
def load(name: str) -> Grammar:
    """The grammar of that name: ``print`` for lines, ``fields`` for what stands in them."""
    folder = _cache_folder()
    kept = os.path.join(folder, f"{name}-{_key(name)}.pickle") if folder else None
    parser = _kept(kept) if kept else None
    if parser is None:
        parser = Lark.open(
            os.path.join(_FOLDER, f"{name}.lark"),
            parser="lalr",
            lexer=_NoLexer,
            start=_STARTS[name],
            maybe_placeholders=False,
            keep_all_tokens=True,
        )
        if kept:
            _keep(parser, kept)
    return Grammar(parser)


def _key(name: str) -> str:
    """What the tables depend on: the grammar files, and the versions of Lark and Python."""
    key = hashlib.sha256(f"{name} {_STARTS} {lark.__version__} {sys.version}".encode())
    for file in sorted(os.listdir(_FOLDER)):
        if file.endswith(".lark"):
            with open(os.path.join(_FOLDER, file), "rb") as source:
                key.update(source.read())
    return key.hexdigest()[:32]


def _cache_folder() -> str | None:
    """The user's own cache folder; never a shared one, since the tables are kept as a pickle. None without a home."""
    if sys.platform == "win32":
        root = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        root = os.path.expanduser("~/Library/Caches")
    else:
        root = os.environ.get("XDG_CACHE_HOME", "") or os.path.expanduser("~/.cache")
    return os.path.join(root, "declparse") if os.path.isabs(root) else None


def _kept(path: str) -> Lark | None:
    """The tables as an earlier run wrote them; None where there are none, or none that can be read."""
    try:
        with open(path, "rb") as file:
            return Lark.load(file)
    except Exception:  # whatever a damaged file brings, it means only that we build anew
        return None


def _keep(parser: Lark, path: str) -> None:
    """Writes the tables; quietly does without where the folder cannot be written."""
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=os.path.dirname(path), delete=False) as file:
            parser.save(file)
        os.replace(file.name, path)  # another process may write the same file
    except OSError:
        pass
