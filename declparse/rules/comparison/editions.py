"""Numbers, date and edition, which tell editions of one declaration apart."""

from collections.abc import Iterator

from declparse.document import Document, Found, Part
from declparse.findings import Severity
from declparse.rules.comparison.places import ALONE, alone, in_old
from declparse.rules.support.pairing import Comparison, tabled_part
from declparse.rules.support.rule import BareFinding, rule
from declparse.wording import Day


@rule(
    "CMP001",
    "identity-changed",
    Severity.ERROR,
    "This is {name}, but the old edition is {other}",
    apart="This is {name}, another declaration than {other}",
    one="This is {name}, but {other} in the other layout of the same edition",
    label="the number there",
    help="a new edition keeps both numbers; correct the number, or compare another document",
    help_apart="compare two editions, or the two languages, of one declaration",
    help_one="see which of the two is right",
    **ALONE,
)
def identity_changed(pair: Comparison) -> Iterator[BareFinding]:
    """The new document has another declaration number or document number.

    A new edition keeps both numbers, and so do a translation and the page of the web site. Where no number agrees, the
    documents do not belong together, and nothing else is compared.

    Wrong:
        Doc. 16225     and     Doc. 16226 2nd edition
    Right:
        Doc. 16225     and     Doc. 16225 2nd edition

    Source: Rule 56.3; declaration 320, second edition.
    """
    if pair.belong_together and pair.relation == "translation":
        return  # CMP007 reports it
    different = pair.different_numbers
    if not different:
        yield from alone(pair, "document_number", "declaration_number")
        return
    kind, old, new = different[-1]
    values = {"name": f"{kind} {new.value}", "other": f"{kind} {old.value}"}
    message, help_text = ("one", "help_one") if pair.is_one_edition else ("message", "help")
    if not pair.belong_together:
        message, help_text = "apart", "help_apart"
    yield BareFinding(new.span, values, message, help_text, labels=(in_old(pair, old.span),))


@rule(
    "CMP006",
    "edition-out-of-order",
    Severity.ERROR,
    "This edition is dated {found}, which is not after the old one of {expected}",
    number="This is edition {found}, but edition {expected} was expected after the old one",
    both="This is no later edition: it has the date {date} of the old one, and edition {expected} was expected",
    exchanged="This is the older edition: edition {found} of {date}, compared with edition {old} of {old_date}",
    tabled="This edition says that it was tabled on {found}, but the old one says {expected}",
    skipped="This is edition {found}, compared with edition {old}; there are others between them",
    one="The date is {found}, but {expected} in the other layout of the same edition",
    label="in the old edition",
    label_exchanged="in the document that was named first",
    label_one="in the other layout",
    help="give the new edition a later date and the next number",
    help_exchanged="name the older document first",
    help_tabled="correct the day of the first edition",
    help_skipped="compare with the edition before",
    help_one="see which of the two is right",
    **ALONE,
)
def edition_out_of_order(pair: Comparison) -> Iterator[BareFinding]:
    """The new edition is not later than the old one, or not numbered as such.

    Where only editions between the two are left out, that is `info`. The print and the web page of one edition may be
    compared as well; they have one date.

    Wrong:
        10 July 2025, 2nd edition      after     10 July 2025
    Right:
        1 October 2025, 2nd edition    after     10 July 2025

    Source: Rule 56.3; declaration 320, second edition.
    """
    if pair.relation != "edition":
        return
    yield from alone(pair, "date")
    if pair.equal:
        return
    if pair.is_one_edition:
        yield from other_date(pair, "one", "help_one", "label_one")
        return
    wrong = edition_finding(pair)
    if wrong is not None:
        yield wrong
    tabled = tabled_finding(pair)
    if tabled is not None and wrong is None:
        yield tabled


def edition_finding(pair: Comparison) -> BareFinding | None:
    """Return the one finding on number and date of the new edition, None if both are right."""
    old_number, number = pair.old.edition_number, pair.new.edition_number
    old_date, date = pair.old.iso_date, pair.new.iso_date
    dated = _is_dated_later(pair)
    if number > old_number and dated:
        return _skipped(pair) if number > old_number + 1 else None
    of_edition = edition_part(pair.new) or pair.new.declaration_number
    here, there = (of_edition, edition_part(pair.old)) if dated else (pair.new.date, pair.old.date)
    if here is None:
        return None
    values: dict[str, object] = {"found": number, "expected": old_number + 1, "old": old_number}
    wrong = BareFinding(here.span, values, labels=(in_old(pair, there.span),) if there is not None else ())
    if date is not None and old_date is not None:
        wrong = wrong._replace(values=values | {"date": Day.of(date), "old_date": Day.of(old_date)})
        if pair.exchanged and there is not None:
            label = in_old(pair, there.span, "label_exchanged")
            return wrong._replace(message="exchanged", help="help_exchanged", labels=(label,))
        if number > old_number:
            return wrong._replace(values={"found": Day.of(date), "expected": Day.of(old_date)})
        if date == old_date:
            return wrong._replace(message="both")
    return wrong._replace(span=(of_edition or here).span, message="number")


def edition_part(document: Document) -> Part[int]:
    """Return the part of a document that names the edition; the document number if none does."""
    return document.named_edition or document.document_number


def _is_dated_later(pair: Comparison) -> bool:
    """True if the date of the new edition is after that of the old one, or one of them is not known."""
    old_date, date = pair.old.iso_date, pair.new.iso_date
    return date is None or old_date is None or date > old_date


def _skipped(pair: Comparison) -> BareFinding | None:
    """Return the finding for editions that were left out, if the new document names its number."""
    part = pair.new.named_edition
    if part is None:
        return None
    values = {"found": part.value, "old": pair.old.edition_number}
    there = edition_part(pair.old)
    labels = (in_old(pair, there.span),) if there is not None else ()
    return BareFinding(part.span, values, "skipped", "help_skipped", Severity.INFO, labels)


def tabled_finding(pair: Comparison) -> BareFinding | None:
    """Return a finding if the new edition names another day of the first edition than the old one.

    The old document is the first edition itself, and has that day as its date, or names the day as well.
    """
    tabled = tabled_part(pair.new)
    first = pair.old.date if pair.old.edition_number == 1 else tabled_part(pair.old)
    if tabled is None or not isinstance(first, Found) or first.value.iso is None or tabled.value == first.value:
        return None
    days = {"found": Day(*tabled.value), "expected": Day(*first.value)}
    return BareFinding(tabled.span, days, "tabled", "help_tabled", labels=(in_old(pair, first.span),))


def other_date(
    pair: Comparison, message: str = "date", help_text: str = "help", label: str = "label"
) -> Iterator[BareFinding]:
    """Yield findings if two publications of one edition differ in their date, or in the day of the first edition.

    A day that does not exist is left to `check`.
    """
    for old, new in ((pair.old.date, pair.new.date), (tabled_part(pair.old), tabled_part(pair.new))):
        if not isinstance(old, Found) or not isinstance(new, Found) or None in (old.value.iso, new.value.iso):
            continue
        if old.value != new.value:
            days = {"found": Day(*new.value), "expected": Day(*old.value)}
            yield BareFinding(new.span, days, message, help_text, labels=(in_old(pair, old.span, label),))
