"""Dates: of the declaration, of its first edition, and in its text."""

import datetime as dt
from collections.abc import Iterator

from declparse.document import MONTHS, CalendarDate, Found, Malformed
from declparse.findings import Severity
from declparse.reference.rule_tables import FIRST_DAY
from declparse.rules.rule import Check, Fault, Place, rule
from declparse.source import Span

_MONTHS = MONTHS["en"]


@rule(
    "DAT001",
    "impossible-date",
    Severity.ERROR,
    "There is no day '{text}'",
    short="There is no day '{text}': {month} {year} has {days} days",
    help="correct the day",
    help_year="correct the year",
)
def impossible_date(check: Check) -> Iterator[Fault]:
    """The date is no day of the calendar.

    Wrong:
        31 June 2025
    Right:
        30 June 2025

    Source: the Gregorian calendar.
    """
    for span, date in _own_dates(check):
        if date.iso is None:
            yield _impossible(span, date)


@rule(
    "DAT002",
    "malformed-date",
    Severity.ERROR,
    "'{text}' is not a date as the Assembly writes it: day, month in words, year",
    month="'{text}' is not a date: there is no month '{found}'; was '{meant}' meant?",
    help="write it like this: 10 July 2025",
)
def malformed_date(check: Check) -> Iterator[Fault]:
    """The date is not written as day, month in words and year.

    A date in figures alone is not safe to read: 10/07/2025 is 10 July to some and 7 October to others.

    Wrong:
        10 Juli 2025
    Right:
        10 July 2025

    Source: the published declarations.
    """
    reissue = check.document.reissue
    tabled = reissue.value.originally_tabled if isinstance(reissue, Found) else reissue
    for part in (check.document.date, tabled):
        if isinstance(part, Malformed) and not check.is_open(part):
            words = [word.strip(".,") for word in part.text.split() if word.strip(".,").isalpha()]
            meant = _nearest_month(words[0]) if len(words) == 1 else None
            if meant and words[0] not in _MONTHS:
                yield Fault(part.span, {"text": part.text, "found": words[0], "meant": meant}, "month")
            else:
                yield Fault(part.span, {"text": part.text})


@rule(
    "DAT003",
    "future-date",
    Severity.WARNING,
    "The date {text} is in the future",
    help="check the day, the month and the year",
)
def future_date(check: Check) -> Iterator[Fault]:
    """The date is after today.

    Rules that depend on the date of the document are not applied then.

    Wrong:
        10 July 2052
    Right:
        10 July 2025

    Source: a declaration is dated on the day of its issue.
    """
    date = check.document.date
    if isinstance(date, Found) and (date.value.iso or "") > check.today:
        yield Fault(date.span, {"text": _text(date.value)})


@rule(
    "DAT004",
    "impossible-date-in-text",
    Severity.WARNING,
    "There is no day '{text}'",
    short="There is no day '{text}': {month} {year} has {days} days",
    help="correct the day",
    help_year="correct the year",
)
def impossible_date_in_text(check: Check) -> Iterator[Fault]:
    """A date in the title or in a paragraph is no day of the calendar.

    Wrong:
        On 31 June 2025, the President signed an amnesty.
    Right:
        On 30 June 2025, the President signed an amnesty.

    Source: the Gregorian calendar.
    """
    for mention in check.document.date_mentions:
        if mention.value.iso is None:
            yield _impossible(mention.span, mention.value)


@rule(
    "DAT005",
    "edition-before-original",
    Severity.ERROR,
    "This edition is dated {edition}, but was originally tabled on {original}",
    label="the date of this edition",
    help="a new edition is dated after the day of the first one; correct one of the two dates",
)
def edition_before_original(check: Check) -> Iterator[Fault]:
    """A new edition is dated before the day it was first tabled.

    A new edition keeps both numbers and takes a later date.

    Wrong:
        14 May 2001     2nd edition, originally tabled on 24 June 2001
    Right:
        14 May 2001     2nd edition, originally tabled on 24 April 2001

    Source: Rule 56.3; declaration 320, second edition.
    """
    date, reissue = check.document.date, check.document.reissue
    if not isinstance(date, Found) or not isinstance(reissue, Found):
        return
    tabled = reissue.value.originally_tabled
    if not isinstance(tabled, Found):
        return
    edition, original = date.value.iso, tabled.value.iso
    if edition and original and edition < original:
        values = {"edition": _text(date.value), "original": _text(tabled.value)}
        yield Fault(tabled.span, values, labels=(Place(date.span),))


@rule(
    "DAT006",
    "date-too-early",
    Severity.ERROR,
    "The date {text} is before the first written declaration: there has been none before 30 January 1970",
    help="check the year",
)
def date_too_early(check: Check) -> Iterator[Fault]:
    """The date is before there were written declarations.

    Wrong:
        10 July 1925
    Right:
        10 July 2025

    Source: Resolution 439 of 30 January 1970.
    """
    date = check.document.date
    iso = date.value.iso if isinstance(date, Found) else None
    if isinstance(date, Found) and iso and iso < FIRST_DAY:
        yield Fault(date.span, {"text": _text(date.value)})


def _nearest_month(word: str) -> str | None:
    from difflib import get_close_matches  # needed for findings only

    found = get_close_matches(word.capitalize(), _MONTHS, n=1)
    return found[0] if found else None


def _own_dates(check: Check) -> Iterator[tuple[Span, CalendarDate]]:
    date, reissue = check.document.date, check.document.reissue
    if isinstance(date, Found):
        yield date.span, date.value
    if isinstance(reissue, Found) and isinstance(reissue.value.originally_tabled, Found):
        yield reissue.value.originally_tabled.span, reissue.value.originally_tabled.value


def _impossible(span: Span, date: CalendarDate) -> Fault:
    values: dict[str, object] = {"text": _text(date)}
    if date.year < 1:
        return Fault(span, values, help="help_year")
    days = next(day for day in (31, 30, 29, 28) if _is_day(date.year, date.month, day))
    return Fault(span, values | {"month": _MONTHS[date.month - 1], "year": date.year, "days": days}, "short")


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def _text(date: CalendarDate) -> str:
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
