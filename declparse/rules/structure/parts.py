"""Parts of a declaration: each is there once, in its place and with its fixed words."""

from collections.abc import Iterator
from itertools import pairwise

from declparse.document import DisplacedPart, Document, Found, Malformed, Text
from declparse.findings import Edit, Severity
from declparse.rules.support.check import Check
from declparse.rules.support.parts import known_disclaimer
from declparse.rules.support.rule import BareFinding, BareFix, BareLabel, rule
from declparse.rules.support.unreadable import runs_of
from declparse.source import Span
from declparse.wording import PARTS, Term

_ORDERS = {"declaration_web": "help_web", "declaration_1995": "help_1995"}  # other layouts have today's order
_HELP_WITHOUT_AN_EXAMPLE = {"title": "help_title", "text": "help_text"}  # these differ in each declaration
_OPEN_IN_A_DRAFT = {"document_number", "date", "declaration_number"}


@rule(
    "STR002",
    "missing-part",
    Severity.ERROR,
    "The {part} is missing",
    help="insert it here; it looks like this: {example}",
    help_title="insert it here, on a line of its own",
    help_text="insert the paragraphs of the declaration here",
)
def missing_part(check: Check) -> Iterator[BareFinding]:
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
        values = {"part": Term(PARTS[part.part]), "example": check.example(part.part)}
        help_text = _HELP_WITHOUT_AN_EXAMPLE.get(part.part, "help")
        yield BareFinding(Span(part.offset, part.offset), values, help=help_text)


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
def misplaced_part(check: Check) -> Iterator[BareFinding]:
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
        yield BareFinding(line, {"parts": [Term(PARTS[part]) for part in shared]}, "shared", "help_shared")
    for part in check.document.displaced:
        if not part.repeated and part.part not in shared:
            order = _ORDERS.get(check.document.order, "help")
            yield BareFinding(part.span, {"part": Term(PARTS[part.part])}, help=order)


@rule(
    "STR004",
    "repeated-part",
    Severity.ERROR,
    "The {part} stands here a second time",
    label="it stands here first",
    several="These parts stand here a second time: {part}",
    help="keep one and remove the other",
)
def repeated_part(check: Check) -> Iterator[BareFinding]:
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
        labels = (BareLabel(first),) if first and len(names) == 1 else ()
        span = Span(run[0].span.start, run[-1].span.end)
        yield BareFinding(span, {"part": names}, "message" if len(names) == 1 else "several", labels=labels)


@rule(
    "STR006",
    "disclaimer-wording",
    Severity.WARNING,
    "The disclaimer is none of the known ones: '{text}'",
    help="write it like this: {right}",
    help_other="use the words of today: {right}",
)
def disclaimer_wording(check: Check) -> Iterator[BareFinding]:
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
        meant = known_disclaimer(check.document, disclaimer.text)
        right = meant or check.example("disclaimer")
        help_text = "help" if meant else "help_other"
        yield BareFinding(disclaimer.span, {"text": disclaimer.text, "right": right}, help=help_text)


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
def missing_sign_off(check: Check) -> Iterator[BareFinding]:
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
        fix = BareFix("unsafe", (Edit(*document.sign_off.span, right),)) if right else None
        yield BareFinding(document.sign_off.span, values, "wording", "help_wording", fix=fix)
    elif document.sign_off is None and document.list_heading and document.signatories and check.date:
        severity = Severity.WARNING if check.date >= "2012-01-01" else Severity.INFO
        line = _line_start(document, document.list_heading)
        yield BareFinding(Span(line, line), {"right": check.example("sign_off")}, severity=severity)


def _line_start(document: Document, span: Span) -> int:
    place = document.source.position(span.start)
    return place.offset - place.column + 1


def _on_one_line(document: Document) -> dict[str, Span]:
    """Return the numbers and the date that share a line with another of them, in order, with their places."""
    parts = {name: getattr(document, name) for name in ("document_number", "declaration_number", "date")}
    spans = sorted((part.span, name) for name, part in parts.items() if part is not None)
    shared: dict[str, Span] = {}
    for (first, one), (second, other) in pairwise(spans):
        if len(document.source.text[first.start : second.end].splitlines()) == 1:
            shared |= {one: first, other: second}
    return shared


def _place_of(document: Document, copy: DisplacedPart) -> Span | None:
    """Return where a repeated part is first; for a text or a list, where the first repeated line is first."""
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
