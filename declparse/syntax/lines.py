"""The lines of a text, told apart by their shape: one token for each line, or for a run of lines of one kind."""

import re
from collections.abc import Iterator
from itertools import islice

from lark import Token

from declparse.syntax.grammar import Grammar, load

_MARKS = " *_\\"
# Lines of these kinds make one token with the line before, also across blank lines …
_LISTS = {"SIGNATORIES", "LEGEND"}
# … and these only where no blank line stands between.
_BLOCKS = {("PROSE", "PROSE"), ("PROSE", "HEADLINE"), ("HEADLINE", "HEADLINE"), ("STRAY", "STRAY")}
# In a paragraph, a wrapped line may look like one of these.
_MOTIONS = {"MOTION_FOR_RESOLUTION", "MOTION_FOR_RECOMMENDATION", "WRITTEN_QUESTION"}
_WRAPPED = {"DOCUMENT_NUMBER", "DECLARATION_NUMBER", "DATE", "TOTAL", "SIGN_OFF", "LIST_HEADING", "DISCLAIMER", "STRAY"}
_SIGNED = {"SIGN_OFF", "LIST_HEADING"}
_BEFORE_THE_TEXT = {"DECLARATION_NUMBER", "DISCLAIMER", "OPENING"}
# Lines that are what they are also with the mark of a heading before them.
_HEADINGS = {"DOCUMENT_NUMBER", "DECLARATION_NUMBER", "DATE", "SIGN_OFF", "LIST_HEADING", "TOTAL"}
_HEADINGS |= {"MOTION_FOR_RESOLUTION", "MOTION_FOR_RECOMMENDATION", "WRITTEN_QUESTION"}
_LONGEST_PHRASE = 4  # lines over which a known disclaimer may be wrapped
_LONGEST_DISCLAIMER = 400  # characters
_MARKS_AT_MOST = 12  # characters at the end of a line


def line_tokens(grammar: Grammar, text: str) -> list[Token]:
    """All non-blank lines of the text but those that are only a dividing mark, as tokens in their order."""
    runs: list[tuple[str, int, int]] = []
    last = line = ""
    for kind, start, end in _lines(grammar, text):
        before, line = line, text[start:end]
        if kind == "RULE":
            last = ""
        elif (last == kind and kind in _LISTS) or (
            _may_continue(text, runs, kind, start, end) and line != before and _adjacent(text, runs[-1][2], start)
        ):
            runs[-1] = (last, runs[-1][1], end)
        else:
            runs.append((kind, start, end))
            last = kind
    return [Token(kind, text[start:end], start_pos=start, end_pos=end) for kind, start, end in runs]


def lines_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the non-blank lines of a stretch of the text start and end, without the marks around them."""
    for line in text[start:end].split("\n"):
        bare = line.strip(_MARKS)
        if bare:
            begin = start + line.index(bare)
            yield begin, begin + len(bare)
        start += len(line) + 1


def _lines(grammar: Grammar, text: str) -> Iterator[tuple[str, int, int]]:
    kinds = grammar.kinds
    done = 0
    disclaimed = False
    for start, end in lines_of(text, 0, len(text)):
        if start < done:  # a line that a wrapped phrase has taken
            continue
        found = kinds.fullmatch(text, start, end)
        kind = (found.lastgroup if found else None) or "STRAY"
        if kind == "HEADLINE":
            start, kind = _heading(kinds, text, start, end)
        done = end
        if kind == "DISCLAIMER":
            known_end = _end_of_known_disclaimer(text, start, end)
            if known_end is None and disclaimed:  # a paragraph that begins like a disclaimer
                kind = "PROSE"
            done, disclaimed = known_end or end, True
        yield kind, start, done


def _heading(kinds: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, str]:
    """The start and kind of a line with the mark of a heading: a heading, unless it is a line that shows what it is."""
    bare = text[start:end].lstrip("# ")
    found = kinds.fullmatch(text, end - len(bare), end)
    if found and found.lastgroup in _HEADINGS:
        return end - len(bare), found.lastgroup
    return start, "HEADLINE"


def _end_of_known_disclaimer(text: str, start: int, end: int) -> int | None:
    """The end of the known disclaimer that begins on this line, and may go on on the next ones; None if it is none."""
    fields = load("fields")
    if fields.parse("disclaimer", text, start, end) is not None:
        return end
    following = lines_of(text, end, end + _LONGEST_DISCLAIMER)
    for _, last in islice(following, _LONGEST_PHRASE):
        if fields.parse("disclaimer", text, start, last) is not None:
            return last
    return None


def _may_continue(text: str, runs: list[tuple[str, int, int]], kind: str, start: int, end: int) -> bool:
    """Whether a line may go on the last run, if no blank line stands between.

    In a paragraph that may be a line that looks like another part, where a sentence goes on before or after it.
    """
    last = runs[-1][0] if runs else ""
    if last == "PROSE" and (kind in _WRAPPED or kind in _MOTIONS):
        in_the_text = any(run[0] in _BEFORE_THE_TEXT for run in runs)
        following = text[end : end + _MARKS_AT_MOST].lstrip("*_ ")[:2]
        goes_on = following[:1] == "\n" and following[1:].islower() and kind not in _SIGNED
        return in_the_text and (kind in _MOTIONS or goes_on or text[start].islower())
    return (kind, last) in _BLOCKS


def _adjacent(text: str, end: int, start: int) -> bool:
    """Whether no blank line stands between the end of one line and the start of another."""
    return text.count("\n", end, start) == 1
