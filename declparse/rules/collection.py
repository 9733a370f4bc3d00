"""Collections: the numbers of several declarations side by side."""

from collections.abc import Iterator

from declparse.findings import Severity
from declparse.rules.support.pairing import Comparison
from declparse.rules.support.register import Entry, Kind
from declparse.rules.support.rule import BareFinding, BareLabel, RuleOn, rule
from declparse.wording import Count


@rule(
    "COL001",
    "repeated-document-number",
    Severity.ERROR,
    "Doc. {number} is the number of another declaration as well",
    equal="The same declaration, Doc. {number}, is there twice",
    label="here first",
    help="correct the number of one of them; only editions and translations of one declaration share it",
    help_equal="remove one of them",
)
def repeated_document_number(entry: Entry) -> Iterator[BareFinding]:
    """Two declarations of a collection have the same document number.

    Editions, translations and the page of the web site share it with the declaration that they belong to. Of two files
    that say the same only this is reported, at the later one.

    Wrong:
        Doc. 16225, No. 817     and     Doc. 16225, No. 818
    Right:
        Doc. 16225, No. 817     and     Doc. 16226, No. 818

    Source: the numbering of the Assembly's documents.
    """
    other = entry.also_has("document")
    if other is None:
        return
    equal = _are_equal(other, entry)
    message, help_text = ("equal", "help_equal") if equal else ("message", "help")
    yield _repeated(entry, other, "document", message, help_text)


@rule(
    "COL002",
    "repeated-declaration-number",
    Severity.ERROR,
    "No. {number} is the number of another declaration as well",
    label="here first",
    help="correct the number of one of them; only editions and translations of one declaration share it",
)
def repeated_declaration_number(entry: Entry) -> Iterator[BareFinding]:
    """Two declarations of a collection have the same declaration number.

    Wrong:
        Doc. 16225, No. 817     and     Doc. 16226, No. 817
    Right:
        Doc. 16225, No. 817     and     Doc. 16226, No. 818

    Source: the numbering of written declarations.
    """
    other = entry.also_has("declaration")
    if other is not None and not (other is entry.same_number.get("document") and _are_equal(other, entry)):
        yield _repeated(entry, other, "declaration")


@rule(
    "COL003",
    "numbers-out-of-step",
    Severity.ERROR,
    "No. {declaration} is Doc. {document}, but No. {other} is Doc. {other_document}",
    label="the other declaration",
    help="correct one of the numbers; both rise together",
)
def numbers_out_of_step(entry: Entry) -> Iterator[BareFinding]:
    """A declaration number is higher than another one, and its document number is lower.

    Both rise together among first editions. One finding for each declaration that is out of step, not for its
    neighbours.

    Wrong:
        Doc. 16225, No. 817     and     Doc. 16190, No. 818
    Right:
        Doc. 16225, No. 817     and     Doc. 16226, No. 818

    Source: all 23 pairs of published numbers that were checked.
    """
    other = entry.register.out_of_step.get(entry)
    if other is None:
        return
    values = {"declaration": entry.number("declaration"), "document": entry.number("document")}
    values |= {"other": other.number("declaration"), "other_document": other.number("document")}
    label = BareLabel(other.numbers["document"].span, source=other.document.source)
    yield BareFinding(entry.numbers["document"].span, values, labels=(label,))


@rule(
    "COL004",
    "missing-numbers",
    Severity.INFO,
    "No. {first} is not in the collection",
    several="{number:declaration is|declarations are} not in the collection: No. {first} to {last}",
    label="the declaration before",
    help="see whether a file is missing",
)
def missing_numbers(entry: Entry) -> Iterator[BareFinding]:
    """There is a gap in the declaration numbers of a collection.

    One finding for each gap, at the declaration after it. A declaration that stands in the gap by its document number
    explains it.

    Wrong:
        No. 815, No. 817
    Right:
        No. 815, No. 816, No. 817

    Source: declarations are numbered one after the other.
    """
    before = entry.register.after_a_gap.get(entry)
    if before is None:
        return
    first, last = before.number("declaration") + 1, entry.number("declaration") - 1
    values = {"first": first, "last": last, "number": Count(last - first + 1)}
    label = BareLabel(before.numbers["declaration"].span, source=before.document.source)
    yield BareFinding(
        entry.numbers["declaration"].span, values, "several" if first < last else "message", labels=(label,)
    )


RULES: tuple[RuleOn[Entry], ...] = (
    repeated_document_number,
    repeated_declaration_number,
    numbers_out_of_step,
    missing_numbers,
)


def _are_equal(one: Entry, other: Entry) -> bool:
    return Comparison(one.document, other.document).equal


def _repeated(entry: Entry, other: Entry, kind: Kind, message: str = "message", help_text: str = "help") -> BareFinding:
    label = BareLabel(other.numbers[kind].span, source=other.document.source)
    return BareFinding(entry.numbers[kind].span, {"number": entry.number(kind)}, message, help_text, labels=(label,))
