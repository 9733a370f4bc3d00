"""Differences between two documents that are compared, as faults: what the rules of the comparison share."""

from collections.abc import Iterator

from declparse.characters.white_space import fold_space
from declparse.document import Document, Found, Signatory
from declparse.findings import Severity
from declparse.rules.rule import Fault, Place
from declparse.rules.side_by_side import (
    Comparison,
    around,
    is_another_country,
    is_another_group,
    key,
    tabled_part,
)
from declparse.source import Span
from declparse.wording import PARTS, Count, Day, Term

_FEW = 3  # signatures that can be missing before it is said of all together


def in_old(pair: Comparison, span: Span, text: str = "label") -> Place:
    """A place in the old document."""
    return Place(span, text=text, source=pair.old.source)


def quoted(document: Document, span: Span) -> str:
    """What stands there, on one line."""
    return fold_space(document.source.text[slice(*span)])


def alone(pair: Comparison, *names: str) -> Iterator[Fault]:
    """The parts of these names that only one of the two documents has, so that they cannot be compared."""
    if pair.checked:
        return
    for name in names:
        lacking = [part for document in (pair.old, pair.new) for part in document.missing if part.part == name]
        there, here = (_place_of(name, document) for document in (pair.old, pair.new))
        if len(lacking) == 1 and there is not None and here is not None:
            yield Fault(here, {"part": Term(PARTS[name])}, "alone", "help_alone", labels=(in_old(pair, there),))


def _place_of(name: str, document: Document) -> Span | None:
    """Where a part stands, or where it belongs; None where it cannot be read or need not be there."""
    for missing in document.missing:
        if missing.part == name:
            return Span(missing.offset, missing.offset)
    one = getattr(document, name, None)
    of_several = {"text": [one.span for one in document.paragraphs], "list": [one.span for one in document.signatories]}
    spans = of_several.get(name, [one.span] if one is not None else [])
    return around(spans) if spans else None


def edition_fault(pair: Comparison) -> Fault | None:
    """What is wrong with number and date of the new edition, together."""
    old_number, number = pair.old.edition_number, pair.new.edition_number
    old_date, date = pair.old.iso_date, pair.new.iso_date
    dated = date is None or old_date is None or date > old_date
    if number > old_number and dated:
        return _skipped(pair) if number > old_number + 1 else None
    of_edition = pair.new.named_edition or pair.new.document_number or pair.new.declaration_number
    place = pair.new.date if not dated else of_edition
    there = pair.old.date if not dated else pair.old.named_edition or pair.old.document_number
    if place is None:
        return None
    labels = (in_old(pair, there.span),) if there is not None else ()
    values: dict[str, object] = {"found": number, "expected": old_number + 1, "old": old_number}
    if date is not None and old_date is not None:
        values |= {"date": Day.of(date), "old_date": Day.of(old_date)}
        if pair.exchanged and there is not None:
            first = in_old(pair, there.span, "label_exchanged")
            return Fault(place.span, values, "exchanged", "help_exchanged", labels=(first,))
        if number > old_number:
            return Fault(place.span, {"found": Day.of(date), "expected": Day.of(old_date)}, labels=labels)
        if date == old_date:
            return Fault(place.span, values, "both", labels=labels)
    return Fault((of_edition or place).span, values, "number", labels=labels)


def _skipped(pair: Comparison) -> Fault | None:
    part = pair.new.named_edition
    if part is None:
        return None
    values = {"found": part.value, "old": pair.old.edition_number}
    there = pair.old.named_edition or pair.old.document_number
    labels = (in_old(pair, there.span),) if there is not None else ()
    return Fault(part.span, values, "skipped", "help_skipped", Severity.INFO, labels)


def tabled_fault(pair: Comparison) -> Fault | None:
    """The day of the first edition: the date of the old one if it is that, else what the old one says of it."""
    tabled = tabled_part(pair.new)
    first = pair.old.date if pair.old.edition_number == 1 else tabled_part(pair.old)
    if tabled is None or not isinstance(first, Found) or first.value.iso is None or tabled.value == first.value:
        return None
    days = {"found": Day(*tabled.value), "expected": Day(*first.value)}
    return Fault(tabled.span, days, "tabled", "help_tabled", labels=(in_old(pair, first.span),))


def lost(pair: Comparison, message: str = "message") -> Iterator[Fault]:
    """Those who signed the old document only, each where the line belongs; one finding where they are most of all."""
    replaced = {old.position for old, _ in pair.replaced}
    absent = [signatory for signatory in pair.matching.lost if signatory.position not in replaced]
    if not absent or not pair.new.signatories:  # without a list there is STR002
        return
    if len(absent) > _FEW and len(absent) > len(pair.matching.both):
        values = {"number": Count(len(absent)), "name": absent[0].name}
        help_text = "help" if message == "missing" else "help_several"
        whole = around(signatory.span for signatory in pair.new.signatories)
        yield Fault(whole, values, "several", help_text, labels=tuple(in_old(pair, s.span) for s in absent))
        return
    for signatory in absent:
        place = _place(signatory, pair.matching.both, pair.new)
        yield Fault(place, {"name": signatory.name}, message, labels=(in_old(pair, signatory.span),))


def _place(lost: Signatory, both: list[tuple[Signatory, Signatory]], new: Document) -> Span:
    """Where the line of a signatory belongs: before the next who signed both documents, else at the end of the list."""
    following = [there for here, there in both if here.position > lost.position and here.position > 1]
    if lost.position == 1:
        start = new.signatories[0].span.start
    else:
        start = min(following, key=lambda s: s.position).span.start if following else new.signatories[-1].span.end
    return Span(start, start)


def added(pair: Comparison) -> Iterator[Fault]:
    """Those who signed the new document only."""
    replacing = {new.position for _, new in pair.replaced}
    others = [signatory for signatory in pair.matching.added if signatory.position not in replacing]
    if not others or not pair.old.signatories:
        return
    whole = in_old(pair, around(signatory.span for signatory in pair.old.signatories), "label_place")
    if len(others) > _FEW and len(others) > len(pair.matching.both):
        if not len(pair.matching.lost) > len(pair.matching.both):  # else it was said that the lists are different
            values = {"number": Count(len(others)), "name": others[0].name}
            yield Fault(others[0].span, values, "several_added", labels=(whole,))
        return
    for signatory in others:
        yield Fault(signatory.span, {"name": signatory.name}, "added", labels=(whole,))


def altered(pair: Comparison) -> Iterator[Fault]:
    """Those who have another country or group, or whose name has other letters, and who stands first in place of whom.

    One finding for each member.
    """
    if pair.other_tabler is not None:
        tabler, first = pair.other_tabler
        values = {"name": first.name, "tabler": tabler.name}
        yield Fault(first.name_span, values, "tabled", labels=(in_old(pair, tabler.name_span),))
    for old, new in pair.matching.renamed:
        values = {"found": new.name, "expected": old.name}
        yield Fault(new.name_span, values, "written", labels=(in_old(pair, old.name_span),))
    for old, new in pair.replaced:
        values = {"found": new.name, "expected": old.name}
        yield Fault(new.name_span, values, "replaced", labels=(in_old(pair, old.name_span),))
    for old, new in pair.matching.same:
        country, group = is_another_country(old, new), is_another_group(old, new)
        if country or group:
            here, there = (_fields(s, country=country, group=group) for s in (new, old))
            values = {"name": new.name, "found": quoted(pair.new, here), "expected": quoted(pair.old, there)}
            yield Fault(here, values, labels=(in_old(pair, there),))


def _fields(signatory: Signatory, *, country: bool, group: bool) -> Span:
    """Where country, group, or both stand."""
    parts = [signatory.country] if country else []
    parts += [signatory.group] if group and signatory.group is not None else []
    return around(part.span for part in parts)


def other_disclaimer(pair: Comparison) -> Iterator[Fault]:
    """A disclaimer in print with other words; where `check` looks as well, it reports those that are not known."""
    old, new = pair.old.disclaimer, pair.new.disclaimer
    if old is None or new is None or (pair.old.layout, pair.new.layout) != ("print", "print"):
        return
    if pair.checked and not (isinstance(old, Found) and isinstance(new, Found)):
        return
    before, after = (part.value if isinstance(part, Found) else part.text for part in (old, new))
    if key(before).rstrip(".") != key(after).rstrip("."):  # of one of the known ones the full stop may be missing
        yield Fault(new.span, {}, "disclaimer", labels=(in_old(pair, old.span),))


def other_date(
    pair: Comparison, message: str = "date", help_text: str = "help", label: str = "label"
) -> Iterator[Fault]:
    """The date, or the day of the first edition, where two publications of one edition do not have the same.

    A day that does not exist is for `check` to report.
    """
    for old, new in ((pair.old.date, pair.new.date), (tabled_part(pair.old), tabled_part(pair.new))):
        if not isinstance(old, Found) or not isinstance(new, Found) or None in (old.value.iso, new.value.iso):
            continue
        if old.value != new.value:
            days = {"found": Day(*new.value), "expected": Day(*old.value)}
            yield Fault(new.span, days, message, help_text, labels=(in_old(pair, old.span, label),))


def other_edition(pair: Comparison) -> Fault:
    """A translation of another edition: nothing else can be compared."""
    old, new = (document.named_edition or document.document_number for document in (pair.old, pair.new))
    values = {"found": pair.new.edition_number, "expected": pair.old.edition_number}
    labels = (in_old(pair, old.span),) if old is not None else ()
    return Fault(new.span if new is not None else pair.new.span, values, "edition", labels=labels)


def other_total(pair: Comparison) -> Iterator[Fault]:
    """Totals that do not agree, where no missing line explains it."""
    old, new = pair.old.total, pair.new.total
    if not isinstance(old, Found) or not isinstance(new, Found):
        return
    if new.value - old.value in (0, len(pair.new.signatories) - len(pair.old.signatories)):
        return
    yield Fault(new.span, {"found": new.value, "expected": old.value}, "total", labels=(in_old(pair, old.span),))
