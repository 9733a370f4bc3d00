"""Numbers: of the document, of the declaration, of the footnote and of paragraphs."""

from collections.abc import Iterator

from declparse.document import Malformed
from declparse.findings import Severity
from declparse.rules.rule import Check, Fault, Place, rule


@rule(
    "NUM001",
    "malformed-document-number",
    Severity.ERROR,
    "'{text}' is not a document number; expected 'Doc.' and a number of one to six digits",
    help="write it like this: Doc. 16225",
)
def malformed_document_number(check: Check) -> Iterator[Fault]:
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
        yield Fault(number.span, {"text": number.text})


@rule(
    "NUM002",
    "malformed-declaration-number",
    Severity.ERROR,
    "'{text}' has no declaration number; expected 'Written declaration No.' and a number",
    help="write it like this: Written declaration No. 817",
)
def malformed_declaration_number(check: Check) -> Iterator[Fault]:
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
        yield Fault(number.span, {"text": number.text})


@rule(
    "NUM003",
    "footnote-mark-mismatch",
    Severity.ERROR,
    "The legend is note {legend}, but the list heading points to note {heading}",
    no_mark="The legend is note {legend}, but the list heading points to no note",
    no_note="The list heading points to note {heading}, but the legend has no number",
    label="the other place",
    help="use the same number in both places",
)
def footnote_mark_mismatch(check: Check) -> Iterator[Fault]:
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
    if document.list_heading is None or not document.legend or check.missing & {"list_heading", "legend"}:
        return
    first_unreadable = any(line.zone == "legend" for line in document.unreadable)
    first_line_lost = first_unreadable or not check.groups.keys() <= check.declared.keys()
    if legend is None and heading is not None and not first_line_lost:
        first = document.legend[0].abbreviation.span
        yield Fault(first, {"heading": heading.value}, "no_note", labels=(Place(heading.span),))
    elif heading is None and legend is not None:
        yield Fault(document.list_heading, {"legend": legend.value}, "no_mark", labels=(Place(legend.span),))
    elif heading is not None and legend is not None and heading.value != legend.value:
        values = {"heading": heading.value, "legend": legend.value}
        yield Fault(legend.span, values, labels=(Place(heading.span),))


@rule(
    "NUM004",
    "implausible-number",
    Severity.WARNING,
    "{name} does not fit the date: documents of that time have numbers between {lowest} and {highest}",
    both="Neither {document} nor {declaration} fits the date: documents of that time have numbers between {lowest} "
    "and {highest}",
    label="the date",
    help="compare the number with the documents of the same day",
    help_both="check the date first",
)
def implausible_number(check: Check) -> Iterator[Fault]:
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
    number, plausible = check.implausible[0]
    names = [f"{'Doc.' if far is document.document_number else 'No.'} {far.value}" for far, _ in check.implausible]
    labels = (Place(document.date.span),)
    if len(names) == 2:
        values = {"document": names[0], "declaration": names[1], **plausible._asdict()}
        yield Fault(number.span, values, "both", "help_both", labels=labels)
    else:
        yield Fault(number.span, {"name": names[0], **plausible._asdict()}, labels=labels)


@rule(
    "NUM005",
    "paragraph-numbering",
    Severity.ERROR,
    "Paragraph {found} stands where paragraph {expected} was expected",
    help="number the paragraphs one after the other",
)
def paragraph_numbering(check: Check) -> Iterator[Fault]:
    """Numbered paragraphs skip or repeat a number.

    Paragraphs without a number may stand between them.

    Wrong:
        1. …     2. …     4. …
    Right:
        1. …     2. …     3. …

    Source: common drafting practice.
    """
    found = [paragraph.number for paragraph in check.document.paragraphs if paragraph.number is not None]
    if len(found) < 2:
        return
    in_order = sorted(number.value for number in found) == list(range(1, len(found) + 1))
    before = 0
    for index, number in enumerate(found):
        if number.value not in (before + 1, 1 + index):
            yield Fault(number.span, {"found": number.value, "expected": before + 1})
            if in_order:  # two have changed places: one fault
                return
        before = max(number.value, before)
