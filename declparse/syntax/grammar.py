"""The grammars, ready to use: Lark's tables from the cache or freshly built, and a scanner for each parser state.

Building the tables takes longer than everything else the program does with a short text, so they are kept in the
user's cache folder.
"""

import hashlib
import io
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import lark
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedToken
from lark.lexer import Lexer
from lark.parsers.lalr_interactive_parser import InteractiveParser
from lark.parsers.lalr_parser_state import ParserState

State = ParserState[int]

_FOLDER = Path(import_module("declparse.grammar").__path__[0])
_END = Token("$END", "")
_STARTS = {
    "print": ["declaration", "line"],
    "fields": [
        *("document_number", "declaration_number", "date", "reissue", "disclaimer", "opening", "sign_off"),
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


class Grammar:
    """One grammar: LALR tables, and for each parser state a pattern of the tokens that may come next.

    Lark's contextual lexer does the same, but counts only LF as a line end and names the wrong token when
    nothing fits; it also makes all its patterns at once, and a run needs few of them.
    """

    def __init__(self, parser: Lark) -> None:
        self._lark = parser
        patterns = {t.name: _pattern(t) for t in sorted(parser.terminals, key=_precedence)}
        ignored = "|".join(patterns.pop(name) for name in parser.lexer_conf.ignore) or "(?!)"
        self._ignored = re.compile(f"(?:{ignored})*")
        self._patterns = patterns
        self._starts: dict[str, State] = {}
        self._scanners: dict[int, re.Pattern[str]] = {}

    def parser(self, start: str) -> InteractiveParser:
        """A parser that waits for the first token of the start rule."""
        return self._lark.parse_interactive(start=start)

    def accepted(self, state: State) -> list[str]:
        """The names of the tokens that can come next."""
        return [name for name in state.parse_conf.states[state.position] if name.isupper() or name == "$END"]

    def kinds(self, start: str) -> re.Pattern[str]:
        """A pattern that tells which of the start rule's tokens a text is, as the name of the matched group."""
        return self._scanner(self._start(start))

    def parse(self, start: str, text: str, begin: int, end: int) -> Tree[Token] | None:
        """Parses a stretch of the text from the start rule; None where it does not fit the grammar."""
        state = self._start(start).copy(deepcopy_values=False)
        scanners, feed = self._scanners, state.feed_token
        place = begin
        try:
            while place < end:
                scanner = scanners.get(state.state_stack[-1]) or self._scanner(state)
                match = scanner.match(text, place, end)
                if match is None:
                    if self._ignored.fullmatch(text, place, end):
                        break
                    return None
                kind = match.lastgroup or ""
                feed(Token(kind, match[kind], match.start(kind)))
                place = match.end()
            tree: Tree[Token] = state.feed_token(_END, True)
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
            alternatives = (f"(?P<{name}>{text})" for name, text in self._patterns.items() if name in names)
            self._scanners[state.position] = re.compile(
                f"{self._ignored.pattern}(?:{'|'.join(alternatives) or '(?!)'})"
            )
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
    sources = [path.read_bytes() for path in sorted(_FOLDER.glob("*.lark"))]
    version = f"{name} {_STARTS} {lark.__version__} {sys.version}".encode()
    key = hashlib.sha256(b"\0".join([version, *sources])).hexdigest()[:32]
    folder = _cache_folder()
    kept = folder / f"{name}-{key}.pickle" if folder else None
    parser = _kept(kept) if kept else None
    if parser is None:
        parser = Lark.open(
            str(_FOLDER / f"{name}.lark"),
            parser="lalr",
            lexer=_NoLexer,
            start=_STARTS[name],
            maybe_placeholders=False,
            keep_all_tokens=True,
        )
        if kept:
            _keep(parser, kept)
    return Grammar(parser)


def _cache_folder() -> Path | None:
    """The user's own cache folder; never a shared one, since the tables are kept as a pickle. None without a home."""
    if sys.platform == "win32":
        root = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        root = os.path.expanduser("~/Library/Caches")  # noqa: PTH111 - pathlib raises without a home
    else:
        root = os.environ.get("XDG_CACHE_HOME", "") or os.path.expanduser("~/.cache")  # noqa: PTH111
    return Path(root, "declparse") if os.path.isabs(root) else None  # noqa: PTH117


def _kept(path: Path) -> Lark | None:
    """The tables as an earlier run wrote them; None where there are none, or none that can be read."""
    try:
        return Lark.load(io.BytesIO(path.read_bytes()))
    except Exception:
        return None


def _keep(parser: Lark, path: Path) -> None:
    """Writes the tables; quietly does without where the folder cannot be written."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            parser.save(file)
        os.replace(file.name, path)  # noqa: PTH105 - another process may write the same file
    except OSError:
        pass
