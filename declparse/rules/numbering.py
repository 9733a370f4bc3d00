"""Numbers: of the document, of the declaration, of the footnote and of paragraphs."""

import re
from collections.abc import Iterator

from declparse.document import Found, Malformed, Paragraph
from declparse.findings import Severity
from declparse.rules.support.check import Check
from declparse.rules.support.rule import BareFinding, BareLabel, RuleOn, rule
from declparse.wording import Term

# What stands before the number, in small letters and without blanks and marks.
_DOCUMENT, _DECLARATION = "doc", "writtendeclarationno|d[ée]claration[ée]criten[oº]?"
_MOST_DIGITS = 6  # of a number (NUM001)


@rule(
    "NUM001",
    "malformed-document-number",
    Severity.ERROR,
    "'{text}' is not a document number; expected 'Doc.' and a number of one to six digits",
    zero="'{text}' has a zero before the number; expected the number without a leading zero",
    more="'{text}' goes on after the number; expected nothing after it but the edition",
    help="write it like this, with its own number: Doc. 16225",
)
def malformed_document_number(check: Check) -> Iterator[BareFinding]:
    """The document number is not a number.

    It runs over all documents of the Assembly and has up to six digits, 0 to 9 and nothing between them.

    Wrong:
        Doc. 16A25
    Right:
        Doc. 16225

    Source: the published documents.
    """
    number = check.document.document_number
    if isinstance(number, Malformed) and not check.is_open(number):
        yield BareFinding(number.span, {"text": number.text}, _flaw(number.text, _DOCUMENT))


@rule(
    "NUM002",
    "malformed-declaration-number",
    Severity.ERROR,
    "'{text}' is not a declaration number; expected '{words}' and a number",
    zero="'{text}' has a zero before the number; expected the number without a leading zero",
    more="'{text}' goes on after the number; expected nothing after it",
    help="write it like this, with its own number: {example}",
)
def malformed_declaration_number(check: Check) -> Iterator[BareFinding]:
    """The declaration number is not a number.

    It runs over written declarations alone.

    Wrong:
        Written declaration No. 8l7
    Right:
        Written declaration No. 817

    Source: the published declarations.
    """
    number = check.document.declaration_number
    if isinstance(number, Malformed) and not check.is_open(number):
        shown = check.example("declaration_number") or ""
        values = {"text": number.text, "example": shown, "words": shown.rpartition(" ")[0]}
        yield BareFinding(number.span, values, _flaw(number.text, _DECLARATION))


@rule(
    "NUM003",
    "footnote-mark-mismatch",
    Severity.ERROR,
    "The list heading points to note {heading}, but the legend is note {legend}",
    no_mark="The legend is note {legend}, but the list heading points to no note",
    no_note="The list heading points to note {heading}, but the legend has no number",
    label="the other place",
    help="use the same number in both places",
)
def footnote_mark_mismatch(check: Check) -> Iterator[BareFinding]:
    """The list heading points to another note than the legend.

    The small number after *Signed* sends the reader to the footnote that explains the abbreviations.

    Wrong:
        Signed 1:     and     2. ALDE: Alliance of …
    Right:
        Signed 1:     and     1. ALDE: Alliance of …

    Source: the layout of declaration 817.
    """
    document = check.document
    heading, legend = document.list_note, document.legend_note
    if document.list_heading is None or not document.legend:
        return
    first_unreadable = any(line.zone == "legend" for line in document.unreadable)
    first_line_lost = first_unreadable or not check.groups.keys() <= check.declared.keys()
    if legend is None and heading is not None and not first_line_lost:
        first = document.legend[0].abbreviation.span
        yield BareFinding(first, {"heading": heading.value}, "no_note", labels=(BareLabel(heading.span),))
    elif heading is None and legend is not None:
        yield BareFinding(document.list_heading, {"legend": legend.value}, "no_mark", labels=(BareLabel(legend.span),))
    elif heading is not None and legend is not None and heading.value != legend.value:
        values = {"heading": heading.value, "legend": legend.value}
        yield BareFinding(heading.span, values, labels=(BareLabel(legend.span),))


@rule(
    "NUM004",
    "implausible-number",
    Severity.WARNING,
    "{name} does not fit the date: {kind} of that time have numbers between {lowest} and {highest}",
    both="Neither Doc. {document} nor No. {declaration} fits the date: documents of that time have numbers between "
    "{lowest} and {highest}, written declarations between {lowest_declaration} and {highest_declaration}",
    exchanged="Neither Doc. {document} nor No. {declaration} fits the date, but each would fit in the other's place",
    label="the date",
    help="compare the number with the documents of the same day",
    help_both="check the date first",
    help_exchanged="see whether the two numbers were exchanged",
)
def implausible_number(check: Check) -> Iterator[BareFinding]:
    """A number is far away from those that documents of that time have.

    Numbers rise with time. The range is drawn from the known pairs of number and date, wide enough for all of them,
    re-issues included. Where both numbers are far off, the date is the likelier fault, so that is one finding.

    Wrong:
        Doc. 1622     of 10 July 2025
    Right:
        Doc. 16225    of 10 July 2025

    Source: the numbers of documents published from 1995 to 2025.
    """
    document = check.document
    if not check.implausible or document.date is None:
        return
    labels = (BareLabel(document.date.span),)
    (number, plausible), *others = check.implausible
    if not others:
        of_document = number is document.document_number
        name = f"Doc. {number.value}" if of_document else f"No. {number.value}"
        values = {"name": name, "kind": Term("documents" if of_document else "written declarations")}
        yield BareFinding(number.span, values | plausible._asdict(), labels=labels)
        return
    declaration, of_declarations = others[0]
    lowest, highest = of_declarations
    both = {"document": number.value, "declaration": declaration.value, **plausible._asdict()}
    both |= {"lowest_declaration": lowest, "highest_declaration": highest}
    exchanged = lowest <= number.value <= highest and plausible.lowest <= declaration.value <= plausible.highest
    message, help_text = ("exchanged", "help_exchanged") if exchanged else ("both", "help_both")
    yield BareFinding(number.span, both, message, help_text, labels=labels)


@rule(
    "NUM005",
    "paragraph-numbering",
    Severity.ERROR,
    "Paragraph {found} stands where paragraph {expected} was expected",
    label="and paragraph {found} here",
    help="number the paragraphs one after the other",
)
def paragraph_numbering(check: Check) -> Iterator[BareFinding]:
    """Numbered paragraphs skip or repeat a number.

    Paragraphs without a number may stand between them, and a second list may begin below one. All places are one
    finding.

    Wrong:
        1. …     2. …     4. …
    Right:
        1. …     2. …     3. …

    Source: common drafting practice.
    """
    astray = list(_out_of_step(check.document.paragraphs))
    if astray:
        (number, expected), *others = astray
        labels = tuple(BareLabel(other.span, {"found": other.value}) for other, _ in others)
        yield BareFinding(number.span, {"found": number.value, "expected": expected}, labels=labels)


@rule(
    "NUM006",
    "edition-mismatch",
    Severity.ERROR,
    "The header names edition {header}, but the line of the new edition names edition {line}",
    label="the line of the new edition",
    help="use the same number in both places",
)
def edition_mismatch(check: Check) -> Iterator[BareFinding]:
    """The document number and the line of the new edition name different editions.

    Either may leave the number out.

    Wrong:
        Doc. 16225 2nd edition     and     3rd edition, originally tabled on 24 April 2025
    Right:
        Doc. 16225 2nd edition     and     2nd edition, originally tabled on 24 April 2025

    Source: declaration 320, second edition.
    """
    header, line = check.document.edition, check.document.reissue
    named = line.value.edition if isinstance(line, Found) else None
    if header is not None and isinstance(line, Found) and named is not None and named != header.value:
        yield BareFinding(header.span, {"header": header.value, "line": named}, labels=(BareLabel(line.span),))


def _flaw(text: str, before: str) -> str:
    """Return the message on a malformed number: a leading zero, something after the number, or simply malformed."""
    number = re.search("[0-9]+", text)
    if number is None or not re.fullmatch(before, re.sub(r"\W", "", text[: number.start()]).lower()):
        return "message"
    after = text[number.end() :]
    digits = len(number[0].lstrip("0"))
    if not 0 < digits <= _MOST_DIGITS or re.match(r"\w|\W*[0-9]+\b", after):  # the number itself is wrong
        return "message"
    return "zero" if digits < len(number[0]) else "more" if after else "message"


def _out_of_step(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[Found[int], int]]:
    """Yield the numbers that do not continue those before them, each with the number that was expected."""
    if sum(paragraph.number is not None for paragraph in paragraphs) < 2:
        return
    count = last = highest = 0
    introduced = False  # True after a paragraph without a number, which may introduce another list
    for paragraph in paragraphs:
        number = paragraph.number
        if number is None:
            introduced = not paragraph.text[:1].isdigit()  # as the sub-paragraph 1.1
            continue
        if number.value == 1 and introduced:
            count = last = highest = 0
        count += 1
        if number.value not in (last + 1, highest + 1, count):
            yield number, highest + 1
        last, highest, introduced = number.value, max(number.value, highest), False


RULES: tuple[RuleOn[Check], ...] = (
    malformed_document_number,
    malformed_declaration_number,
    footnote_mark_mismatch,
    implausible_number,
    paragraph_numbering,
    edition_mismatch,
)
