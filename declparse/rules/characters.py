"""Characters: what does not belong into the text of a declaration."""

import re
import unicodedata
from collections.abc import Iterator

from declparse.characters import INVISIBLE, LOOK_ALIKES, garbled, look_alikes
from declparse.document import Malformed
from declparse.findings import Edit, Severity
from declparse.rules.rule import Check, Fault, Mend, Place, rule
from declparse.source import Span

# A letter and the accents after it; and letters that NFC writes with another character.
_ACCENTS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_COMPOSABLE = f"[^\n][{_ACCENTS}]+|[\u2126\u212a\u212b\u0340\u0341\u0343\u0344]"
# What nobody sees, and line ends of other systems, which are none here.
_UNSEEN = f"(?:{INVISIBLE}|[\x0b\x0c\x1c-\x1f\x85\u2028\u2029])+"
# Tabs, runs of blanks, and blanks at the end of a line other than the two of a Markdown line break.
_LINE_START, _LINE_END = r"(?:(?<=[\r\n])|\A)", r"(?=[\r\n]|\Z)"
_UNTIDY = "|".join(
    (
        r"[ \t]*\t[ \t]*",
        r"(?<=\S)  +(?=\S)",
        rf"(?<=\S)(?: | {{3,}}){_LINE_END}",
        rf"{_LINE_START} +(?=[\r\n\S])",
    )
)

# How files that are no text begin.
_BINARY = {
    b"PK\x03\x04": "a Word document or another office file",
    b"\xd0\xcf\x11\xe0": "a Word document of the old format",
    b"%PDF-": "a PDF file",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
}


@rule(
    "TXT001",
    "undecodable-bytes",
    Severity.ERROR,
    "The file is not UTF-8: byte 0x{byte:02X} here cannot be read; the file may be {encoding}",
    binary="The file is {format}, not plain text",
    help="save the file with the encoding UTF-8 and check it again",
    help_binary="save the document as plain text (UTF-8) and check that file",
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
            yield Fault(span, {"format": name}, "binary", "help_binary")
            return
    yield Fault(span, {"byte": byte, "encoding": _encoding(source.data)})


@rule(
    "TXT003",
    "look-alike-character",
    Severity.ERROR,
    "'{found}' in '{word}' is a {script} letter that only looks like a Latin one",
    label="and '{found}' here",
    help="type the Latin letter '{latin}'",
    help_unknown="type the Latin letter that was meant",
    title="Replace the look-alike by the Latin letter",
)
def look_alike_character(check: Check) -> Iterator[Fault]:
    """A Cyrillic or Greek letter stands inside a Latin word.

    It looks right and is wrong: no search will find the name. For the other rules the letter counts as the Latin one.

    Wrong:
        PАVIĆ, with the Cyrillic letter А
    Right:
        PAVIĆ

    Source: Unicode Technical Standard 39, mixed-script confusables.
    """
    if check.document.plain:
        return
    text = check.document.source.text
    for runs in look_alikes(text, *check.document.span):
        (start, end), *others = runs
        found = text[start:end]
        latin = found.translate(LOOK_ALIKES)
        script = "Cyrillic" if "\u0400" <= found[0] <= "\u052f" else "Greek"
        values = {"found": found, "latin": latin, "word": _word_around(text, start), "script": script}
        labels = tuple(Place(Span(*run), {"found": text[slice(*run)]}) for run in others)
        edits = tuple(Edit(a, b, text[a:b].translate(LOOK_ALIKES)) for a, b in runs)
        known = all(edit.text.translate(LOOK_ALIKES).isascii() for edit in edits)
        mend = Mend("safe", edits) if known else None
        yield Fault(Span(start, end), values, help="help" if known else "help_unknown", labels=labels, mend=mend)


@rule(
    "TXT002",
    "not-normalised",
    Severity.WARNING,
    "'{found}' is written with its accent as a character of its own",
    several="{places} letters are written with their accents as characters of their own, the first one in '{found}'",
    label="here",
    help="write each letter with its accent as one character (Unicode form NFC)",
    title="Compose letters and accents (NFC)",
)
def not_normalised(check: Check) -> Iterator[Fault]:
    """Letters and their accents are two characters instead of one.

    It looks the same, but no search will find the name. Some systems save all files so; it is one finding for the whole
    document.

    Wrong:
        PAVIĆ, with C and an accent as two characters
    Right:
        PAVIĆ

    Source: Unicode Standard Annex 15, normalisation form C.
    """
    text = check.document.source.text
    start, end = check.document.span
    if check.document.plain or unicodedata.is_normalized("NFC", text[start:end]):
        return
    edits = []
    for match in re.compile(_COMPOSABLE).finditer(text, start, end):
        composed = unicodedata.normalize("NFC", match[0])
        if composed != match[0]:
            edits.append(Edit(*match.span(), composed))
    if edits:
        first, *others = (Span(edit.start, edit.end) for edit in edits)
        values = {"found": _word_around(text, first.start), "places": len(edits)}
        labels = tuple(Place(span) for span in others)
        yield Fault(first, values, "several" if others else "message", labels=labels, mend=Mend("safe", tuple(edits)))


@rule(
    "TXT004",
    "invisible-character",
    Severity.ERROR,
    "An invisible character stands here: {name} (U+{code:04X})",
    several="{number} invisible characters stand here, the first one is {name} (U+{code:04X})",
    help="delete it: put the cursor behind the letter before it and press the delete key",
    title="Remove what is invisible",
)
def invisible_character(check: Check) -> Iterator[Fault]:
    """Characters that nobody sees stand in the text: zero-width, bidirectional or control characters.

    They come along when text is copied from a page or a word processor, and make two equal names different. No-break
    spaces are good text. Such characters side by side are one finding.

    Wrong:
        TILKI, with a zero-width space in it
    Right:
        TILKI

    Source: Unicode general categories Cc and Cf.
    """
    if check.document.plain:
        return
    text = check.document.source.text
    spoilt = [span for *span, _ in garbled(text)]
    for match in re.compile(_UNSEEN).finditer(text, *check.document.span):
        if any(start <= match.start() < end for start, end in spoilt):
            continue
        character = match[0][0]
        name = unicodedata.name(character, "a control character").lower()
        values = {"name": name, "code": ord(character), "number": len(match[0])}
        mend = Mend("safe", (Edit(*match.span(), ""),))
        yield Fault(Span(*match.span()), values, "several" if len(match[0]) > 1 else "message", mend=mend)


@rule(
    "TXT005",
    "garbled-text",
    Severity.ERROR,
    "'{found}' is garbled: '{right}' was meant",
    help="write '{right}'; the text was once read with a wrong encoding",
    title="Write '{right}'",
)
def garbled_text(check: Check) -> Iterator[Fault]:
    """Letters were garbled when the text was once read with a wrong encoding.

    UTF-8 that is read as Windows-1252 turns each accented letter into two or three signs. The right text is read
    instead, so no other rule stumbles over it.

    Wrong:
        NÃ‰METH
    Right:
        NÉMETH

    Source: RFC 3629; the code page Windows-1252.
    """
    if check.document.plain:
        return
    text = check.document.source.text
    for start, end, right in garbled(text):
        if check.document.span.start <= start < check.document.span.end:
            word = _word_around(text, start, end)
            values = {"found": word, "right": word.replace(text[start:end], right)}
            yield Fault(Span(start, end), values, mend=Mend("unsafe", (Edit(start, end, right),)))


@rule(
    "TXT006",
    "untidy-space",
    Severity.INFO,
    "{what} here",
    several="{what} here, and untidy space in {others} more places",
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
    text = check.document.source.text
    if _is_tidy(text):
        return
    document = check.document
    parts = (document.document_number, document.declaration_number, document.date, document.reissue, document.total)
    unread = [line.span for line in document.unreadable]
    unread += [part.span for part in parts if isinstance(part, Malformed)]
    found = [_tidied(match) for match in re.compile(_UNTIDY).finditer(text, *check.document.span)]
    edits = [edit for edit in found if not any(start <= edit.start < end for start, end in unread)]
    if edits:
        first, *others = (Span(edit.start, edit.end) for edit in edits)
        what = "A tab stands" if "\t" in text[first.start : first.end] else "Superfluous blanks stand"
        values = {"what": what, "others": len(others)}
        labels = tuple(Place(span) for span in others)
        yield Fault(first, values, "several" if others else "message", labels=labels, mend=Mend("safe", tuple(edits)))


def _is_tidy(text: str) -> bool:
    """A quick look that settles most texts: nothing untidy once the line breaks of Markdown are taken out."""
    rest = text.replace("  \n", "\n")
    if "  " in rest or " \n" in rest or "\n " in rest or "\t" in rest or "\r" in rest:
        return False
    return rest[:1] != " " and rest[-1:] != " "


def _tidied(match: re.Match[str]) -> Edit:
    """What should stand instead of untidy space: nothing at the ends of a line, one blank inside."""
    before, after = match.string[: match.start()][-1:], match.string[match.end() : match.end() + 1]
    inside = before not in ("", "\n", "\r") and after not in ("", "\n", "\r")
    return Edit(*match.span(), " " if inside else "")


def _word_around(text: str, start: int, end: int | None = None) -> str:
    """The word that a place, or a stretch of text, belongs to."""
    end = start if end is None else end
    while start > 0 and not text[start - 1].isspace() and text[start - 1] not in ",;:()*":
        start -= 1
    while end < len(text) and not text[end].isspace() and text[end] not in ",;:()*":
        end += 1
    return text[start:end]


def _encoding(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:200].count(0) > len(data[:200]) // 4:
        return "UTF-16 or UTF-32"
    if any(0x80 <= byte <= 0x9F for byte in data):
        return "Windows-1252 or another code page of Windows"
    return "Latin-1 (ISO 8859-1) or another 8-bit code page"
