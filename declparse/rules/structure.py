"""Structure: is it a declaration, and does each part stand once and in its place?"""

import re
from collections.abc import Iterator
from itertools import pairwise

from declparse.document import DisplacedPart, Document, Found, Malformed, Text, UnreadableLine
from declparse.findings import Edit, Severity
from declparse.reference import groups
from declparse.rules.rule import Check, Fault, Mend, Place, rule
from declparse.rules.shapes import shape
from declparse.rules.unreadable import are_neighbours, is_malformed_signatory, lines_in, runs_of
from declparse.source import Span
from declparse.wording import PARTS, Term

_ORDERS = {"declaration_web": "help_web", "declaration_1995": "help_1995"}  # others have that of today
_OPEN_IN_A_DRAFT = {"document_number", "date", "declaration_number"}
_KINDS = {
    "motion-for-resolution": "a motion for a resolution",
    "motion-for-recommendation": "a motion for a recommendation",
    "written-question": "a written question",
    "report": "a report",
}

_OPENED = "<!--"
# What git and others write between two versions of the same lines.
_MERGE = r"(?:<{7}|>{7}|\|{7}|={7})(?!\S)"

# How files of other formats begin, where they are text at all.
_FORMATS = {"%pdf-": "a PDF file", "{\\rtf": "an RTF file", "<!doctype html": "an HTML page", "<html": "an HTML page"}


@rule(
    "STR001",
    "not-a-declaration",
    Severity.ERROR,
    "This is {kind}, not a written declaration",
    empty="The file is empty; a written declaration was expected",
    prose="This is not a written declaration: it has no document number, no declaration number and no signatories",
    help="check the file that holds the declaration",
    help_prose="check that this is the right file; a declaration begins with its document number, such as 'Doc. 16225'",
    help_format="save the document as plain text (UTF-8) and check that file",
    help_rtf="save the document as plain text (UTF-8), copy the legend and the number of its note by hand below the "
    "total, since footnotes may get lost, and check that file",
)
def not_a_declaration(check: Check) -> Iterator[Fault]:
    """The text is empty, or prose, or another kind of document.

    Nothing else is checked then: reporting every line of a motion or of a letter would help nobody. A motion for a
    resolution or for a recommendation and a written question look much like a declaration and are named for what they
    are.

    Wrong:
        Motion for a resolution
    Right:
        Written declaration No. 817

    Source: the layouts of the Assembly's documents.
    """
    document = check.document
    if document.kind == "written-declaration":
        return
    text = check.covered(" ")[document.span.start : document.span.end]
    start = document.span.start + len(text) - len(text.lstrip())
    first_line = re.split("[\r\n]", text.lstrip(), maxsplit=1)[0].rstrip()
    span = Span(start, start + len(first_line))
    if not first_line:
        yield Fault(Span(document.span.start, document.span.start), message="empty")
    elif document.heading is not None:
        yield Fault(document.heading.span, {"kind": Term(_KINDS[document.kind])})
    elif file_format := next((name for mark, name in _FORMATS.items() if first_line.lower().startswith(mark)), None):
        has_footnotes = file_format == "an RTF file"
        yield Fault(span, {"kind": Term(file_format)}, help="help_rtf" if has_footnotes else "help_format")
    else:
        yield Fault(span, message="prose", help="help_prose")


@rule(
    "STR002",
    "missing-part",
    Severity.ERROR,
    "The {part} is missing",
    help="insert it here; it looks like this: {example}",
    help_title="insert it here, on a line of its own",
    help_text="insert the paragraphs of the declaration here",
)
def missing_part(check: Check) -> Iterator[Fault]:
    """A part that every declaration of this layout has is not there.

    The finding stands where the part belongs. The opening and the re-issue line may be absent; the sign-off has a
    rule of its own (STR007). In a draft, numbers and date may be absent.

    Wrong:
        Doc. 16225

        ## Amnesty law in Kazakhstan marking 30 years of the Constitution
    Right:
        Doc. 16225

        10 July 2025

        ## Amnesty law in Kazakhstan marking 30 years of the Constitution

    Source: the layout of declaration 817.
    """
    for part in check.document.missing:
        if check.draft and part.part in _OPEN_IN_A_DRAFT:
            continue
        shown = check.example(part.part)
        values = {"part": Term(PARTS[part.part]), "example": shown}
        yield Fault(Span(part.offset, part.offset), values, help="help" if shown else f"help_{part.part}")


@rule(
    "STR003",
    "misplaced-part",
    Severity.ERROR,
    "The {part} stands in the wrong place",
    help="move it: the order is document number, date, title, declaration number, disclaimer, opening, text, sign-off, "
    "list heading, signatories, total, legend",
    help_1995="move it: the order was date, document number, declaration number, title, disclaimer, opening, text, "
    "signatories",
    help_web="move it: the order is declaration number, document number, date, title, signatories, disclaimer, "
    "opening, text",
    shared="These parts stand on one line: {parts}",
    help_shared="put each on a line of its own",
)
def misplaced_part(check: Check) -> Iterator[Fault]:
    """A part stands in the wrong order, or on the line of another.

    The part is read all the same, so nothing else is reported because of it. On a web page both numbers and the date
    share a line.

    Wrong:
        10 July 2025

        Doc. 16225
    Right:
        Doc. 16225

        10 July 2025

    Source: the layout of declaration 817.
    """
    shared = {} if check.document.layout == "web" else _on_one_line(check.document)
    if shared:
        first, *_, last = shared.values()
        line = Span(_line_start(check.document, first), last.end)
        yield Fault(line, {"parts": [Term(PARTS[part]) for part in shared]}, "shared", "help_shared")
    for part in check.document.displaced:
        if not part.repeated and part.part not in shared:
            order = _ORDERS.get(check.document.order, "help")
            yield Fault(part.span, {"part": Term(PARTS[part.part])}, help=order)


@rule(
    "STR004",
    "repeated-part",
    Severity.ERROR,
    "The {part} stands here a second time",
    label="it stands here first",
    several="These parts stand here a second time: {part}",
    help="keep one and remove the other",
)
def repeated_part(check: Check) -> Iterator[Fault]:
    """A part stands twice.

    The finding stands at the later copy. Parts that follow each other and are all there already are one finding.

    Wrong:
        Doc. 16225

        Doc. 16225
    Right:
        Doc. 16225

    Source: the layout of declaration 817.
    """
    repeated = [part for part in check.document.displaced if part.repeated]
    for run in runs_of(check.document, repeated):
        names = [Term(name) for name in dict.fromkeys(PARTS[part.part] for part in run)]
        first = _place_of(check.document, run[0])
        labels = (Place(first),) if first and len(names) == 1 else ()
        span = Span(run[0].span.start, run[-1].span.end)
        yield Fault(span, {"part": names}, "message" if len(names) == 1 else "several", labels=labels)


@rule(
    "STR005",
    "unreadable-line",
    Severity.ERROR,
    "This line fits nowhere: '{text}'",
    several="These {lines} lines fit nowhere: '{text}' …",
    list_heading="This line is not a list heading: '{text}'",
    opening="The opening is misspelt: '{text}'",
    reissue="This line is not a re-issue line: '{text}'",
    colon="There is no colon after the abbreviation: '{text}'",
    comment="A comment is opened here that is never closed: '{text}'",
    merge="This line is left from a merge of two versions: '{text}'",
    help="remove it, move it to where it belongs, or write it as what it was meant to be",
    help_comment="close it with '-->', or remove '<!--'",
    help_merge="keep the one or the other version of the lines beside it, and remove the marks of the merge",
    help_foreign="remove it; it is no part of the declaration",
    help_list="remove it, or write it as a signatory: {example}",
    help_legend="remove it, or write it as a line of the legend: ABBREVIATION: name of the group",
    help_list_heading="write it like this: {example}",
    help_opening="write it like this: {example}",
    help_reissue="write it like this: {example}",
    help_colon="write it like this: ABBREVIATION: name of the group",
)
def unreadable_line(check: Check) -> Iterator[Fault]:
    """A line that is no part of a declaration.

    Lines that follow each other are one finding; where one of them has the makings of a signatory, that is SIG004. What
    stands beside a part that is there a second time, such as the number of a page, belongs to that finding. Comments,
    ``<!-- … -->``, may stand anywhere; one that is never closed is no comment.

    Wrong:
        TILKI Attila, Hungary, ECPA
        %% page 2 of 3 %%
    Right:
        TILKI Attila, Hungary, ECPA

    Source: the layout of declaration 817.
    """
    document = check.document
    copies = [part for part in document.displaced if part.repeated]
    opened = check.text.find(_OPENED, *document.span)
    if opened >= 0 and not any(line.span.start <= opened < line.span.end for line in document.unreadable):
        line = check.text[opened : document.span.end].splitlines()[0]
        yield Fault(Span(opened, opened + len(_OPENED)), {"text": line}, "comment", "help_comment")
    for run in runs_of(document, document.unreadable):
        span = Span(run[0].span.start, run[-1].span.end)
        if any(map(is_malformed_signatory, run)) or any(are_neighbours(document, span, copy.span) for copy in copies):
            continue
        is_reissue = run[0].zone == "header" and shape("EDITION_FIRST").match(run[0].text)
        zone = "reissue" if is_reissue else run[0].zone
        values = {"text": run[0].text.split("\n")[0], "lines": lines_in(run), "example": check.example(zone)}
        yield Fault(span, values, *_what_it_was_meant_to_be(run, zone))


@rule(
    "STR006",
    "disclaimer-wording",
    Severity.WARNING,
    "The disclaimer is none of the known ones: '{text}'",
    help="write it like this: {right}",
    help_other="use the words of today: {right}",
)
def disclaimer_wording(check: Check) -> Iterator[Fault]:
    """The disclaimer has words that the Assembly does not use.

    It says whom the text commits, so its words are fixed. There have been three, and a French one.

    Wrong:
        This written declaration reflects the position of the Assembly.
    Right:
        This written declaration commits only those who have signed it.

    Source: the published declarations of 1995 to 2025.
    """
    disclaimer = check.document.disclaimer
    if isinstance(disclaimer, Malformed):
        from declparse.rules import examples  # needed for findings only

        meant = examples.known_disclaimer(check.document, disclaimer.text)
        right = meant or check.example("disclaimer")
        help_text = "help" if meant else "help_other"
        yield Fault(disclaimer.span, {"text": disclaimer.text, "right": right}, help=help_text)


@rule(
    "STR007",
    "missing-sign-off",
    Severity.WARNING,
    "The line '{right}' is missing before the list of signatories",
    wording="The sign-off is not written as usual: '{text}' instead of '{right}'",
    help="insert it after the last paragraph",
    help_wording="write: {right}",
    title="Write '{right}'",
)
def missing_sign_off(check: Check) -> Iterator[Fault]:
    """There is no sign-off between the text and the list.

    It tells the reader of the page that names follow. Before 2012 it was not always printed, so its absence is only
    worth knowing there.

    Wrong:
        … on its path of democratic reform.

        Signed 1:
    Right:
        … on its path of democratic reform.

        Signed (see overleaf)

        Signed 1:

    Source: the published declarations.
    """
    document = check.document
    if isinstance(document.sign_off, Malformed):
        right = check.example("sign_off")
        values = {"text": document.sign_off.text, "right": right}
        mend = Mend("unsafe", (Edit(*document.sign_off.span, right),)) if right else None
        yield Fault(document.sign_off.span, values, "wording", "help_wording", mend=mend)
    elif document.sign_off is None and document.list_heading and document.signatories and check.date:
        severity = Severity.WARNING if check.date >= "2012-01-01" else Severity.INFO
        line = _line_start(document, document.list_heading)
        yield Fault(Span(line, line), {"right": check.example("sign_off")}, severity=severity)


def _line_start(document: Document, span: Span) -> int:
    place = document.source.position(span.start)
    return place.offset - place.column + 1


def _on_one_line(document: Document) -> dict[str, Span]:
    """The numbers and the date that share a line with another of them, in their order, and where they stand."""
    parts = {name: getattr(document, name) for name in ("document_number", "declaration_number", "date")}
    spans = sorted((part.span, name) for name, part in parts.items() if part is not None)
    shared: dict[str, Span] = {}
    for (first, one), (second, other) in pairwise(spans):
        if len(document.source.text[first.start : second.end].splitlines()) == 1:
            shared |= {one: first, other: second}
    return shared


def _what_it_was_meant_to_be(run: list[UnreadableLine], zone: str) -> tuple[str, str]:
    """The message and the help that fit lines that fit nowhere."""
    text = run[0].text
    if text.startswith(_OPENED):
        return "comment", "help_comment"
    if any(re.match(_MERGE, line) for one in run for line in one.text.split("\n")):
        return "merge", "help_merge"
    if lines_in(run) > 1:
        return "several", f"help_{zone}" if zone in ("list", "legend") else "help"
    if zone in ("list_heading", "opening", "reissue"):
        return zone, f"help_{zone}"
    abbreviation = shape("ENTRY_WITHOUT_COLON").match(text) if zone == "legend" else None
    if abbreviation and groups.find(abbreviation[1]):
        return "colon", "help_colon"
    if not re.search(r"[^\W\d_]{2}", text) or re.search(r"[@©]|://|(?i:\bpages?\b)", text):
        return "message", "help_foreign"
    return "message", f"help_{zone}" if zone in ("list", "legend") else "help"


def _place_of(document: Document, copy: DisplacedPart) -> Span | None:
    """Where a part that is there a second time stands first; of a text or a list the first line that is repeated."""
    lists = {
        "text": [paragraph.span for paragraph in document.paragraphs],
        "list": [signatory.span for signatory in document.signatories],
        "legend": [entry.span for entry in document.legend],
    }
    if copy.part in lists:
        text = document.source.text
        words = text[copy.span.start : copy.span.end]
        return next((line for line in lists[copy.part] if words.startswith(text[line.start : line.end])), None)
    value = getattr(document, copy.part)
    return value if isinstance(value, Span) else value.span if isinstance(value, Found | Malformed | Text) else None
