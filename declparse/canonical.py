"""The canonical layout of a text, that of declaration 817: marks, blank lines and line ends, and nothing else.

Every word, number and mark of punctuation stays, and so does the order of the parts. Paragraphs keep the line ends
and the emphasis inside them, lines that could not be read stay as they are in their place. Only a wrapped title, and
the wrapped list of a web page, become one line, as they must in Markdown.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from declparse import marks
from declparse.characters.white_space import LINE_BREAKS
from declparse.document import Document
from declparse.marks import COMMENT
from declparse.rules.support.shapes import shape
from declparse.source import Cover, Span

Form = Literal["markdown", "plain"]

_LINE_END = re.compile("\r\n|\r|\n")
_SINGLE_PARTS = (
    *("document_number", "edition", "date", "title", "declaration_number", "reissue", "disclaimer", "opening"),
    *("sign_off", "total"),
)
# What a line is, where the part that it belongs to has another name; on a web page the numbers share a line.
_KINDS = {"edition": "document_number", "text": "paragraph", "list": "signatory"}
_WEB_KINDS = _KINDS | dict.fromkeys(("document_number", "edition", "date", "declaration_number"), "numbers")
# Lines of fixed words, names and numbers: all marks of Markdown in them are layout.
_FIXED = {"document_number", "date", "declaration_number", "numbers", "reissue", "sign_off", "total"}
_LISTS = {"signatory", "legend"}
_SHOWN = {"title": "## {}", "document_number": "**{}**", "declaration_number": "**{}**", "sign_off": "*{}*"}
_RULED = {"disclaimer", "total"}  # parts with a dividing line before and after them
_AS_THEY_ARE = {"unreadable", "unknown", "outside"}
_PARTED, _HARD_BREAK = "\n\n", "  \n"
_RULE = "\n\n---\n\n"
_OVERLEAF = "\n\n\n\n"  # before the list, which stands on the next page

_PAGE_BREAK = re.compile("\x0c(?:\r\n|\r|\n)?")
# A dividing line, or nothing but marks and blanks; not the line breaks of others, which stay: they are a fault.
_DIVIDING = re.compile(rf"(?:[^\S{LINE_BREAKS}\x1c-\x1f]|[\-=–—{re.escape(marks.SIGNS)}])*")
# The mark of the legend at the beginning of a line.
_FIRST_NOTE = re.compile(rf"^{marks.NOTE}[.:)]?\s*")
_COVERED = "\ue000"  # stands for a comment while the marks around it change


class _Line(NamedTuple):
    """A line: what it is, the number of the part it belongs to, its words, and whether a gap stands before it."""

    kind: str
    part: int
    words: str
    gap: bool


def laid_out(documents: Sequence[Document], form: Form) -> str:
    """Return the text of these documents, which are all those of one source, in the canonical layout.

    Lines end in LF, the last one as well; none is blank at the beginning. What is no declaration stays as it is.
    """
    texts = [_declaration(one, form) if one.layout else _untouched(one) for one in documents]
    return (_RULE if form == "markdown" else _PARTED).join(filter(None, texts)) + "\n"


def _declaration(document: Document, form: Form) -> str:
    web = document.layout == "web"
    form = "plain" if web else form  # web pages have no marks
    lines = list(_joined(_set_off(list(_lines(document))), {"title", "signatory"} if web else {"title"}))
    pieces: list[str] = []
    for before, line in pairwise((None, *lines)):
        assert line is not None  # noqa: S101 - only the first one is
        pieces += _between(before, line, form) if before else "", _shown(line, document, form)
    return "".join(pieces)


def _untouched(document: Document) -> str:
    """Return the lines of what is no declaration, without blank and dividing ones around them."""
    lines = _LINE_END.split(document.source.text[slice(*document.span)])
    first = document.source.position(document.span.start).line - 1
    kept = {document.source.position(span.start).line - 1 - first for span in document.outside}
    written = [index for index, line in enumerate(lines) if index in kept or not _DIVIDING.fullmatch(line)]
    return "\n".join(lines[written[0] : written[-1] + 1]) if written else ""


def _lines(document: Document) -> Iterator[_Line]:
    """Yield the lines of a document that are not blank; dividing ones are gaps like those."""
    text, (begin, stop) = document.source.text, document.span
    starts = _line_starts(document)
    parts = _parts_by_line(document, starts)
    outside, furniture = Cover(document.outside), Cover(document.furniture)
    gap = False
    for number in range(bisect_right(starts, begin), bisect_right(starts, stop) + 1):
        place, end = max(starts[number - 1], begin), min([*starts[number : number + 1], stop])
        words = _LINE_END.sub("\n", text[place:end].strip(" \t\r\n"))
        here = parts.get(number, {})
        first = place + len(text[place:end]) - len(text[place:end].lstrip(" \t"))
        if words and (first in furniture or (not here and place in outside)):
            yield _Line("furniture" if first in furniture else "outside", -number, words, gap)
            gap = False
            continue
        if _DIVIDING.fullmatch(words) and not (here and words.strip()):
            gap = True
            continue
        kinds = set(here.values())
        if document.layout == "web" and "signatory" in kinds:  # also a signatory that cannot be read, between others
            kinds.discard("unreadable")
        # A line of several parts, or of none, stays as it is.
        whole = len(kinds) == 1
        yield _Line(kinds.pop(), min(here), words, gap) if whole else _Line("unknown", -number, words, gap)
        gap = False


def _set_off(lines: list[_Line]) -> Iterator[_Line]:
    """Yield the lines, with a gap around furniture of pages that stands between two parts."""
    before: _Line | None = None  # the last line of the text
    between: list[_Line] = []
    for line in lines:
        if line.kind == "furniture":
            between.append(line)
            continue
        if between and (before is None or before.part != line.part):
            between[0], line = between[0]._replace(gap=True), line._replace(gap=True)
        yield from (*between, line)
        between.clear()
        before = line
    yield from (one._replace(gap=True) for one in between)


def _line_starts(document: Document) -> list[int]:
    """Return where lines start; front matter, and a comment of several lines, are one line, and so is a page break."""
    within = Cover((start + 1, end) for start, end in document.outside)
    starts = [start for start in document.source.line_starts if start not in within]
    breaks = [one for stretch in document.furniture for one in _PAGE_BREAK.finditer(document.source.text, *stretch)]
    return sorted({*starts, *(place for one in breaks for place in one.span())}) if breaks else starts


def _parts_by_line(document: Document, starts: Sequence[int]) -> dict[int, dict[int, str]]:
    """Return the parts in each line, by the number of the line: for the number of each part what its lines are."""
    kinds = _WEB_KINDS if document.layout == "web" else _KINDS
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for part, (name, span) in enumerate(_parts(document)):
        for line in range(bisect_right(starts, span.start), bisect_right(starts, max(span.start, span.end - 1)) + 1):
            found[line][part] = kinds.get(name, name)
    return found


def _parts(document: Document) -> Iterator[tuple[str, Span]]:
    """Yield the name and place of each part, those first that say most of a line."""
    for name in _SINGLE_PARTS:
        part = getattr(document, name)
        if part is not None:
            yield name, part.span
    if document.list_heading is not None:
        yield "list_heading", document.list_heading
    yield from (("paragraph", paragraph.span) for paragraph in document.paragraphs)
    yield from (("signatory", signatory.span) for signatory in document.signatories)
    yield from (("legend", entry.span) for entry in document.legend)
    if document.legend_note is not None:
        yield "legend", document.legend_note.span
    yield from ((part.part, part.span) for part in document.displaced)
    yield from (("unreadable", line.span) for line in document.unreadable)


def _joined(lines: Iterator[_Line], kinds: set[str]) -> Iterator[_Line]:
    """Yield the lines, those of one title or, on a web page, of one list as one line."""
    last: _Line | None = None
    for line in lines:
        same = last is not None and (last.part == line.part or (last.kind == line.kind == "signatory" and not line.gap))
        if last and same and line.kind in kinds:
            last = last._replace(words=f"{last.words} {marks.without_heading(line.words)}")
            continue
        if last:
            yield last
        last = line
    if last:
        yield last


def _between(before: _Line, line: _Line, form: Form) -> str:
    """Return what stands between two lines."""
    kinds = {before.kind, line.kind}
    if "furniture" in kinds:
        return _PARTED if line.gap else "\n"
    if not line.gap and kinds & _AS_THEY_ARE:
        if line.kind == "outside" and before.kind in _LISTS and form == "markdown":
            return _HARD_BREAK
        if "title" not in kinds:  # only its mark divides a title from a line that goes before or on
            return "\n"
    return "\n" if before.part == line.part else _between_parts(before, line, form)


def _between_parts(before: _Line, line: _Line, form: Form) -> str:
    """Return what divides two parts, or two lines of a list."""
    if before.kind == line.kind and line.kind in _LISTS:
        return _HARD_BREAK if form == "markdown" else "\n"
    return (
        _RULE
        if {before.kind, line.kind} & _RULED and form == "markdown"
        else _OVERLEAF
        if line.kind == "list_heading"
        else _PARTED
    )


def _shown(line: _Line, document: Document, form: Form) -> str:
    """Return a line with the marks of the form, and no others; comments in it stay as they are."""
    if line.kind == "outside" or "<!--" not in line.words:
        return _marked(line, document, form)
    first = re.match(f"(?:{COMMENT}\\s*)*", line.words)
    before, words = (first[0], line.words[first.end() :]) if first else ("", line.words)
    comments = re.findall(COMMENT, words)
    shown = before + _marked(line._replace(words=re.sub(COMMENT, _COVERED, words)), document, form)
    for comment in comments:
        shown = shown.replace(_COVERED, comment, 1)
    return shown


def _marked(line: _Line, document: Document, form: Form) -> str:
    words = line.words
    if line.kind == "legend" and (note := _FIRST_NOTE.match(words)):
        rest = words[note.end() :]
        number = marks.number_of_note(note)
        words = f"{number}. {rest}" if rest else number
    if line.kind in _FIXED | _LISTS:
        words = marks.bare(words)
    elif line.kind in ("title", "disclaimer"):
        words = marks.without_emphasis(marks.without_heading(words))
    elif line.kind == "list_heading":
        words = _list_heading(words, document, form)
    return _SHOWN.get(line.kind, "{}").format(words) if form == "markdown" else words


def _list_heading(words: str, document: Document, form: Form) -> str:
    """Return the list heading; in French the blank before the colon stays as it is."""
    bare = marks.bare(re.sub(marks.NOTE, lambda note: f" {marks.number_of_note(note)}", words))
    found = shape("PIECES_OF_LIST_HEADING").fullmatch(bare)
    if found is None or (found[3] and found[6]):
        return words
    word, gap, note, blank, colon, last = found.groups()
    blank = "" if document.language == "en" else blank if note else gap
    number = note or last
    if form == "plain":
        return f"{word}{number and ' '}{number}{blank}{colon}"
    return f"*{word}*{number and f'<sup>{number}</sup>'}{blank}{colon}"
