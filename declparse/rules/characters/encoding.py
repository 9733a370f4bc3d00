"""Files and bytes that are not UTF-8 text."""

from collections.abc import Iterator

from declparse.findings import Severity
from declparse.rules.support.check import Check
from declparse.rules.support.rule import BareFinding, rule
from declparse.source import Span
from declparse.wording import Term

# How files begin that are not text.
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
def undecodable_bytes(check: Check) -> Iterator[BareFinding]:
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
        return  # it is in another declaration of the same file
    span = Span(offset, offset + 1)
    for mark, name in _BINARY.items():
        if source.data.startswith(mark):
            yield BareFinding(
                span, {"format": Term(name)}, "binary", "help_office" if mark in _OFFICE else "help_binary"
            )
            return
    yield BareFinding(span, {"byte": byte, "encoding": Term(_encoding(source.data))})


def _encoding(data: bytes) -> str:
    start = data[:200]
    if 0 in start:
        if start.count(0) > len(start) // 2:
            return "UTF-32"
        is_marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))  # only then can it have letters such as Ā, U+0100
        return "UTF-16" if is_marked or (0 in start[::2]) != (0 in start[1::2]) else "no text at all"
    if any(0x80 <= byte <= 0x9F for byte in data):
        return "Windows-1252 or another code page of Windows"
    return "Latin-1 (ISO 8859-1) or another 8-bit code page"
