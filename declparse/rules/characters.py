"""Characters: bytes that are no text, and what nobody sees."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from declparse.characters.garbling import garbled
from declparse.characters.white_space import INVISIBLE, LINE_BREAKS
from declparse.document import Found, Malformed
from declparse.findings import Edit, Severity
from declparse.marks import PANDOC_NOTE
from declparse.rules.rule import Check, Fault, Mend, Place, rule
from declparse.source import Cover, SourceText, Span
from declparse.wording import Count, Term

# What nobody sees; among it what is a blank, and line breaks, with the blanks around them.
_UNSEEN = f"(?:{INVISIBLE})+|[\x1c-\x1f]+| *([{LINE_BREAKS}]+) *"
_BREAKS = dict.fromkeys(LINE_BREAKS, "line break of a word processor")
_BREAKS |= {"\x0c": "page break", "\x85": "line break of another system"}
# Joiners belong to signs that are made of several, and to words of other scripts.
_JOINERS = "\u200c\u200d"
_JOINED = "[\u0600-\u0dff\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]"
# Tabs, runs of blanks, and blanks at the end of a line other than the two of a Markdown line break, which do no harm on
# an empty line either.
_VISIBLE = rf"[^\s{INVISIBLE[1:-1]}]"  # blanks beside what nobody sees are mended together with that
_LINE_START, _LINE_END = r"(?:(?<=[\r\n])|\A)", r"(?=[\r\n]|\Z)"
_UNTIDY = "|".join(
    (
        r"(?<![ \t])[ \t]*\t[ \t]*",
        rf"(?<={_VISIBLE})(?<!\n-)(?<!\r-)  +(?={_VISIBLE})",  # as many as one likes behind a bullet
        rf"(?<={_VISIBLE})(?: | {{3,}}){_LINE_END}",
        rf"{_LINE_START}(?!  [\r\n]) +(?=[\r\n]|{_VISIBLE})",
    )
)

_HARD_BREAK = "  "  # of Markdown, at the end of a line
# The further lines of a note in pandoc's Markdown are indented by so much, all that stands below it.
_NOTE, _INDENTED = re.compile(f"(?m)^{PANDOC_NOTE}: "), "    "

# How files that are no text begin.
_BINARY = {
    b"PK\x03\x04": "a Word document or another office file",
    b"\xd0\xcf\x11\xe0": "a Word document of the old format",
    b"%PDF-": "a PDF file",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
}
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # these may have footnotes, such as the legend


@rule(
    "TXT001",
    "undecodable-bytes",
    Severity.ERROR,
    "The file is not UTF-8: byte 0x{byte:02X} here cannot be read; the file may be {encoding}",
    binary="The file is {format}, not plain text",
    help="save the file with the encoding UTF-8 and check it again",
    help_binary="save the document as plain text (UTF-8) and check that file",
    help_office="save the document as plain text (UTF-8), copy the legend and the number of its note by hand below the "
    "total, since footnotes may get lost, and check that file",
)
def undecodable_bytes(check: Check) -> Iterator[Fault]:
    """The file has bytes that are not UTF-8.

    Accented letters of such a file cannot be told apart, so nothing else is checked. The finding stands at the first
    of these bytes.

    Wrong:
        NÉMETH saved by a program that uses Windows-1252
    Right:
        NÉMETH saved as UTF-8

    Source: RFC 3629.
    """
    source = check.document.source
    if not source.bad_bytes:
        return
    offset, byte = next(iter(source.bad_bytes.items()))
    if not check.document.span.start <= offset < check.document.span.end:
        return  # it stands in another declaration of the same file
    span = Span(offset, offset + 1)
    for mark, name in _BINARY.items():
        if source.data.startswith(mark):
            yield Fault(span, {"format": Term(name)}, "binary", "help_office" if mark in _OFFICE else "help_binary")
            return
    yield Fault(span, {"byte": byte, "encoding": Term(_encoding(source.data))})


@rule(
    "TXT004",
    "invisible-character",
    Severity.ERROR,
    "An invisible character stands here: {name} (U+{code:04X})",
    several="There are {number} invisible characters, the first one is {name} (U+{code:04X})",
    breaks="A {name} (U+{code:04X}) stands here; expected a line end",
    several_breaks="There are {number} line breaks that plain text has not, the first one is a {name} (U+{code:04X})",
    label="here",
    help="delete it: put the cursor behind the letter before it and press the delete key",
    help_breaks="put a line end there, or a blank; declparse fix does so everywhere",
    title="Remove or replace what is invisible",
)
def invisible_character(check: Check) -> Iterator[Fault]:
    """Characters that nobody sees stand in the text: zero-width, bidirectional or control characters.

    They come along when text is copied from a page or a word processor, and make two equal names different. No-break
    spaces are good text. All characters of one kind are one finding. The line breaks of word processors belong here,
    too: other programs do not know them.

    Wrong:
        TILKI, with a zero-width space in it
    Right:
        TILKI

    Source: Unicode general categories Cc and Cf.
    """
    if check.document.plain:
        return
    text = check.text
    spoilt = Cover((start, end) for start, end, _ in garbled(text))
    kinds: dict[str, list[re.Match[str]]] = {}
    for match in re.compile(_UNSEEN).finditer(text, *check.document.span):
        if match.start() not in spoilt and not _joins(match):
            character = (match[1] or match[0])[0]
            kinds.setdefault(_BREAKS.get(character, character), []).append(match)
    words = _words(check)
    for matches in kinds.values():
        yield _unseen(matches, words)


def _joins(match: re.Match[str]) -> bool:
    """Whether joiners stand where they belong, as in the sign of a family."""
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return not match[0].strip(_JOINERS) and bool(re.match(_JOINED, before) and re.match(_JOINED, after))


def _unseen(matches: list[re.Match[str]], words: list[Span]) -> Fault:
    """The fault of invisible characters of one kind, with what should stand in their places."""
    first, *others = (Span(*match.span(1 if match[1] else 0)) for match in matches)
    edits = _apart(_seen(match, words) for match in matches)
    character = matches[0].string[first.start]
    breaks = character in _BREAKS and any(edit.text for edit in edits)
    name = _BREAKS.get(character) or unicodedata.name(character, "a control character").lower()
    number = sum(len(match[1] or match[0]) for match in matches)
    name = name if breaks or character not in _BREAKS else f"a {name}"
    message = ("several_" if number > 1 else "") + "breaks" if breaks else "several" if number > 1 else "message"
    values = {"name": Term(name), "code": ord(character), "number": number}
    labels = tuple(Place(span) for span in others)
    return Fault(first, values, message, "help_breaks" if breaks else "help", labels=labels, mend=Mend("safe", edits))


def _apart(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits; of two that take the same blanks the second leaves them to the first."""
    apart: list[Edit] = []
    for edit in edits:
        taken = apart[-1].end if apart else 0
        apart.append(edit if edit.start >= taken else Edit(taken, max(edit.end, taken), ""))
    return tuple(apart)


def _without(match: re.Match[str]) -> Edit:
    """Nothing in its place; and of the blanks beside it no more than what is tidy without it."""
    text, (start, end) = match.string, match.span()
    first, last = start, end
    while first and text[first - 1] == " ":
        first -= 1
    while text[last : last + 1] == " ":
        last += 1
    if not first or text[first - 1] in "\r\n":
        return Edit(first, last, "")
    blanks = start - first + last - end
    if text[last : last + 1] in ("\r", "\n", ""):
        return Edit(first, last, "  " if blanks == 2 else "")  # a line break in Markdown
    return Edit(first, last, " ") if blanks > 1 else Edit(start, end, "")


def _seen(match: re.Match[str], words: list[Span]) -> Edit:
    """What should stand instead: nothing, or for a line break a line end, and in a sentence a blank."""
    if not match[1]:
        return Edit(*match.span(), " ") if match[0][0] in "\x1c\x1d\x1e\x1f" else _without(match)
    text, (start, end) = match.string, match.span()
    if text[start - 1 : start] in ("\n", "\r", "") or text[end : end + 1] in ("\n", "\r", ""):
        return Edit(start, end, "")
    before = bisect_left(words, Span(start, start))
    if before and end < words[before - 1].end:
        return Edit(start, end, " ")
    return Edit(start, end, "\r\n" if "\r\n" in text else "\r" if "\n" not in text and "\r" in text else "\n")


def _words(check: Check) -> list[Span]:
    """Where sentences stand, in their order; a line end means no more than a blank there."""
    document = check.document
    parts = [text.span for text in (document.title, document.opening) if text is not None]
    parts += [document.disclaimer.span] if isinstance(document.disclaimer, Found) else []
    return sorted(parts + [paragraph.span for paragraph in document.paragraphs])


@rule(
    "TXT006",
    "untidy-space",
    Severity.INFO,
    "{what} here",
    several="{what} here, and untidy space in {others:more place|more places}",
    label="here",
    help="use single blanks; only two blanks at the end of a line mean something: a line break in Markdown",
    title="Tidy the space",
)
def untidy_space(check: Check) -> Iterator[Fault]:
    """There are tabs, runs of blanks, or blanks at the end of a line.

    Two blanks at the end of a line are a line break in Markdown and good. It is one finding for the whole document.

    Wrong:
        TILKI  Attila, Hungary, ECPA
    Right:
        TILKI Attila, Hungary, ECPA

    Source: common drafting practice.
    """
    source = check.document.source
    text = check.text
    if _is_tidy(text):
        return
    taken = Cover((start, end + 1) for start, end in unread(check))  # the blank after a lost value belongs to it
    untidy = re.compile(_UNTIDY).finditer(text, *check.document.span)
    note = _NOTE.search(text)
    found = [_tidied(one, source) for one in untidy if not (note and one.start() > note.end() and _is_indent(one))]
    edits = [edit for edit in found if edit.start not in taken]
    if edits:
        first, *others = (Span(edit.start, edit.end) for edit in edits)
        what = "A tab stands" if "\t" in text[first.start : first.end] else "Superfluous blanks stand"
        values = {"what": Term(what), "others": Count(len(others))}
        labels = tuple(Place(span) for span in others)
        yield Fault(first, values, "several" if others else "message", labels=labels, mend=Mend("safe", tuple(edits)))


def _is_indent(match: re.Match[str]) -> bool:
    return match[0] == _INDENTED and match.string[match.start() - 1] in "\r\n"


def unread(check: Check) -> list[Span]:
    """The lines and parts that cannot be read, which other rules report."""
    document = check.document
    parts = (document.document_number, document.declaration_number, document.date, document.reissue, document.total)
    unread = [line.span for line in document.unreadable]
    return unread + [part.span for part in parts if isinstance(part, Malformed)]


def _is_tidy(text: str) -> bool:
    """A quick look that settles most texts: nothing untidy once the line breaks of Markdown are taken out."""
    rest = text.replace("\r\n", "\n").replace("\r", "\n").replace("  \n", "\n")
    if "  " in rest or " \n" in rest or "\n " in rest or "\t" in rest:
        return False
    return rest[:1] != " " and rest[-1:] != " "


def _tidied(match: re.Match[str], source: SourceText) -> Edit:
    """What should stand instead of untidy space: nothing at the ends of a line, one blank inside.

    Of more than two blanks at the end of a line two stay where a line beside it, too, has a line break of Markdown.
    """
    before, after = match.string[: match.start()][-1:], match.string[match.end() : match.end() + 1]
    at_start, at_end = (beside in ("", "\n", "\r") for beside in (before, after))
    if at_end and not at_start and len(match[0]) > len(_HARD_BREAK):
        line = source.position(match.start()).line
        following = source.line(line + 1) if line < len(source.line_starts) else ""
        if following.strip() and _HARD_BREAK in (source.line(max(line - 1, 1))[-2:], following[-2:]):
            return Edit(match.start() + len(_HARD_BREAK), match.end(), "")
    return Edit(*match.span(), "" if at_start or at_end else " ")


def _encoding(data: bytes) -> str:
    start = data[:200]
    if 0 in start:
        if start.count(0) > len(start) // 2:
            return "UTF-32"
        is_marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))  # then it may hold letters such as Ā, U+0100
        return "UTF-16" if is_marked or (0 in start[::2]) != (0 in start[1::2]) else "no text at all"
    if any(0x80 <= byte <= 0x9F for byte in data):
        return "Windows-1252 or another code page of Windows"
    return "Latin-1 (ISO 8859-1) or another 8-bit code page"
