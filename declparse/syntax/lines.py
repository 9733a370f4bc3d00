"""The lines of a text, told apart by their shape: one token for each line, or for a run of lines of one kind."""

import re
from collections.abc import Iterator

from lark import Token

from declparse.syntax.grammar import Grammar

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_MARKS = " *_\\"
_NAMES = {"KNOWN_DISCLAIMER_LINE": "DISCLAIMER"}
# Lines of these kinds make one token with the line before, also across blank lines …
_LISTS = {"SIGNATORIES", "LEGEND"}
# … and these only where no blank line stands between.
_BLOCKS = {("PROSE", "PROSE"), ("PROSE", "HEADLINE"), ("HEADLINE", "HEADLINE"), ("STRAY", "STRAY")}
_LONGEST_PHRASE = 4  # lines over which a known disclaimer may be wrapped


def line_tokens(grammar: Grammar, text: str) -> list[Token]:
    """All non-blank lines of the text but those that are only a dividing mark, as tokens in their order."""
    runs: list[tuple[str, int, int]] = []
    for kind, start, end in _lines(grammar, text):
        if kind == "RULE":
            continue
        if runs and _continues(text, runs[-1], kind, start):
            runs[-1] = (runs[-1][0], runs[-1][1], end)
        else:
            runs.append((kind, start, end))
    return [Token(kind, text[start:end], start_pos=start, end_pos=end) for kind, start, end in runs]


def lines_of(token: Token) -> Iterator[tuple[int, int]]:
    """Where the non-blank lines of a token start and end, without the marks around them."""
    for match in _LINE.finditer(str(token)):
        start, end = _trimmed(match[0], (token.start_pos or 0) + match.start())
        if start < end:
            yield start, end


def _lines(grammar: Grammar, text: str) -> Iterator[tuple[str, int, int]]:
    kinds = grammar.kinds("line")
    done = 0
    for match in _LINE.finditer(text):
        start, end = _trimmed(match[0], match.start())
        if start < done:  # a line that a wrapped phrase has taken
            continue
        found = kinds.fullmatch(text, start, end)
        kind = (found.lastgroup if found else None) or "RULE"
        if kind == "DISCLAIMER":
            end = _wrapped(kinds, text, start, end)
        done = end
        yield _NAMES.get(kind, kind), start, end


def _trimmed(line: str, start: int) -> tuple[int, int]:
    bare = line.lstrip(_MARKS)
    begin = start + len(line) - len(bare)
    return begin, begin + len(bare.rstrip(_MARKS))


def _wrapped(kinds: re.Pattern[str], text: str, start: int, end: int) -> int:
    """The end of the known disclaimer that begins on this line and goes on on the next ones, else the line's end."""
    last = end
    for _ in range(_LONGEST_PHRASE):
        following = _LINE.match(text, text.find("\n", last) + 1 or len(text))
        if following is None:
            return end
        last = _trimmed(following[0], following.start())[1]
        found = kinds.fullmatch(text, start, last)
        if found and found.lastgroup == "KNOWN_DISCLAIMER_LINE":
            return last
    return end


def _continues(text: str, run: tuple[str, int, int], kind: str, start: int) -> bool:
    last, _, end = run
    if last == kind and kind in _LISTS:
        return True
    return (kind, last) in _BLOCKS and text.count("\n", end, start) == 1
