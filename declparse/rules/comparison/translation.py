"""What a translation must share with its original."""

from collections.abc import Iterator

from declparse.document import Found
from declparse.findings import Severity
from declparse.rules.comparison.editions import edition_part, other_date
from declparse.rules.comparison.places import ALONE, alone, in_old
from declparse.rules.comparison.signatories import added, altered, lost
from declparse.rules.support.pairing import Comparison, around
from declparse.rules.support.rule import BareFinding, rule
from declparse.wording import Count


@rule(
    "CMP007",
    "translation-differs",
    Severity.ERROR,
    "{name} signs as '{found}', but in the other language as '{expected}'",
    written="'{found}' is written '{expected}' in the other language",
    tabled="Here {name} stands first and tabled the declaration, but {tabler} in the other language",
    replaced="'{found}' signs here, but '{expected}' in the other language",
    missing="{name} is missing, but signs in the other language",
    several="{number:signatory|signatories} of the other language are missing, from {name} on",
    added="{name} signs, but is missing in the other language",
    several_added="{number:signatory is|signatories are} missing in the other language, from {name} on",
    number="This is {name}, but {other} in the other language",
    edition="This is edition {found}, but edition {expected} in the other language",
    date="The date is {found}, but {expected} in the other language",
    total="The total is {found}, but {expected} in the other language",
    label="in the other language",
    label_place="the list of the other language",
    help="see which of the two is right",
    **ALONE,
)
def translation_differs(pair: Comparison) -> Iterator[BareFinding]:
    """A translation and its original do not agree in numbers, date, signatories, countries, groups or total.

    Countries and groups are compared by what they mean: *Germany* and *Allemagne*, *EPP/CD* and *PPE/DC* agree. A line
    that is missing explains a total that is one less.

    Wrong:
        KEMPF Martina, Autriche, ECPA      for     KEMPF Martina, Germany, ECPA
    Right:
        KEMPF Martina, Allemagne, ECPA     for     KEMPF Martina, Germany, ECPA

    Source: the Assembly publishes each declaration in English and in French.
    """
    if pair.relation != "translation":
        return
    if pair.old.edition_number != pair.new.edition_number:
        yield other_edition(pair)
        return
    yield from alone(pair, "document_number", "declaration_number", "date", "title", "text", "list")
    for kind, old, new in pair.different_numbers:
        values = {"name": f"{kind} {new.value}", "other": f"{kind} {old.value}"}
        yield BareFinding(new.span, values, "number", labels=(in_old(pair, old.span),))
    yield from other_date(pair)
    yield from altered(pair)
    yield from lost(pair, "missing")
    yield from added(pair)
    yield from other_total(pair)


@rule(
    "CMP008",
    "paragraphs-differ",
    Severity.WARNING,
    "The text has {found:paragraph|paragraphs}, but {expected} in the other language",
    label="the text of the other language",
    help="see whether a paragraph is missing, or divided in two",
)
def paragraphs_differ(pair: Comparison) -> Iterator[BareFinding]:
    """A translation has another number of paragraphs than its original.

    Wrong:
        four paragraphs in English, three in French
    Right:
        four paragraphs in both

    Source: the Assembly publishes each declaration in English and in French.
    """
    old, new = pair.old.paragraphs, pair.new.paragraphs
    if pair.relation == "translation" and old and new and len(old) != len(new):
        values = {"found": Count(len(new)), "expected": len(old)}
        label = in_old(pair, around(paragraph.span for paragraph in old))
        yield BareFinding(around(paragraph.span for paragraph in new), values, labels=(label,))


def other_edition(pair: Comparison) -> BareFinding:
    """Return the finding for a translation of another edition, with which nothing else can be compared."""
    old, new = (edition_part(document) for document in (pair.old, pair.new))
    values = {"found": pair.new.edition_number, "expected": pair.old.edition_number}
    labels = (in_old(pair, old.span),) if old is not None else ()
    return BareFinding(new.span if new is not None else pair.new.span, values, "edition", labels=labels)


def other_total(pair: Comparison) -> Iterator[BareFinding]:
    """Yield a finding if the totals differ, unless the number of signatories differs by as much."""
    old, new = pair.old.total, pair.new.total
    if not isinstance(old, Found) or not isinstance(new, Found):
        return
    if new.value - old.value in (0, len(pair.new.signatories) - len(pair.old.signatories)):
        return
    yield BareFinding(new.span, {"found": new.value, "expected": old.value}, "total", labels=(in_old(pair, old.span),))
