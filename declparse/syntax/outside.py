"""What stands in a text and is no part of a document: front matter, and comments."""

import re
from collections.abc import Iterator

from declparse.marks import COMMENT, FENCES
from declparse.source import Span
from declparse.syntax.engine import load
from declparse.syntax.lines import lines_of

_OPENED = "<!--"
_LINE = re.compile("(.*?)(?:\r\n|\r|\n|$)", re.DOTALL)
# Comments that take whole lines go with the ends of these lines, so that no blank line is left of them. Of the blanks
# on both sides of another one those before it go.
_WHOLE_LINES = f"(?:(?<=[\r\n])|\\A)[ \t]*{COMMENT}(?:[ \t]*{COMMENT})*[ \t]*(?:\r\n|\r|\n|\\Z)"
_COMMENTS = re.compile(f"{_WHOLE_LINES}|[ \t]+{COMMENT}(?=[ \t\r\n]|\\Z)|{COMMENT}")
_ENTRY = re.compile(r"""["']?[\w.-]+["']? ?[:=](?: .*)?""")
_OTHER_LINE = re.compile(r"\s*|[ \t].*|- .*|#.*")  # blank, indented, an item, a comment
_OF_NO_DECLARATION = {"PROSE", "HEADLINE", "STRAY", "RULE"}


def stretches(text: str) -> list[Span]:
    """Return where front matter and comments stand, in their order."""
    found = list(_front_matter(text)) if text.startswith(FENCES) else []
    if _OPENED in text:
        found += [Span(*match.span()) for match in _COMMENTS.finditer(text, found[0].end if found else 0)]
    return found


def unclosed_comment(text: str, outside: list[Span]) -> int | None:
    """Return where a comment is opened that is never closed."""
    place = text.find(_OPENED)
    for start, end in outside:
        if start <= place < end:
            place = text.find(_OPENED, end)
    return place if place >= 0 else None


def _front_matter(text: str) -> Iterator[Span]:
    """Yield the front matter: entries between two fences, of which none is a line of a declaration."""
    kinds = load("web").kinds
    lines = _LINE.finditer(text)
    fence = next(lines)[1].rstrip()
    has_entries = False
    for line in lines:
        words = line[1].rstrip()
        if words == fence and fence in FENCES:
            if has_entries:
                yield Span(0, line.end())
            return
        is_entry = _ENTRY.fullmatch(words) is not None
        if not is_entry and not _OTHER_LINE.fullmatch(words):
            return
        for start, end in lines_of(words.lstrip("- "), 0, len(words)):
            found = kinds.fullmatch(words.lstrip("- "), start, end)
            if found is not None and found.lastgroup not in _OF_NO_DECLARATION:
                return
        has_entries = has_entries or is_entry
