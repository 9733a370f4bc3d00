"""Characters: what does not belong into the text of a declaration."""

from collections.abc import Iterator

from declparse.characters import LOOK_ALIKES, look_alikes
from declparse.findings import Edit, Severity
from declparse.rules.rule import Check, Fault, Mend, Place, rule
from declparse.source import Span

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


def _word_around(text: str, place: int) -> str:
    start = end = place
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[start:end]


def _encoding(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:200].count(0) > len(data[:200]) // 4:
        return "UTF-16 or UTF-32"
    if any(0x80 <= byte <= 0x9F for byte in data):
        return "Windows-1252 or another code page of Windows"
    return "Latin-1 (ISO 8859-1) or another 8-bit code page"
