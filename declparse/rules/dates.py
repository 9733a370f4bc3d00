"""Dates: of the declaration, of its first edition, and in its text."""

import datetime as dt
from collections.abc import Iterator

from declparse.characters.white_space import fold_space
from declparse.document import MONTHS, CalendarDate, Found, Language, Malformed
from declparse.findings import Edit, Severity
from declparse.reference.rule_tables import FIRST_DAY
from declparse.rules.support.check import Check
from declparse.rules.support.rule import BareFinding, BareFix, BareLabel, RuleOn, rule
from declparse.rules.support.shapes import shape
from declparse.source import Span
from declparse.wording import Day

_EXAMPLE = CalendarDate(10, 7, 2025)


@rule(
    "DAT001",
    "impossible-date",
    Severity.ERROR,
    "There is no day '{text}'",
    short="There is no day '{text}': {month} has {days} days",
    help="correct the day",
    help_year="correct the year",
)
def impossible_date(check: Check) -> Iterator[BareFinding]:
    """The date is no day of the calendar.

    Wrong:
        31 June 2025
    Right:
        30 June 2025

    Source: the Gregorian calendar.
    """
    for span, date in _own_dates(check):
        if date.iso is None:
            yield _impossible(span, date, date.written(check.language))


@rule(
    "DAT002",
    "malformed-date",
    Severity.ERROR,
    "'{text}' is not a date as the Assembly writes it: day, month in words, year in four digits",
    month="'{text}' is not a date: there is no month '{found}'; was '{meant}' meant?",
    form="'{text}' has the month as '{found}'; expected '{meant}'",
    reissue="'{text}' is not the line of a new edition; expected its number, a comma, and the day of the first one",
    help="write it like this: {right}",
    title="Write '{right}'",
)
def malformed_date(check: Check) -> Iterator[BareFinding]:
    """The date is not written as day, month in words and year.

    A date in figures alone is not safe to read: 10/07/2025 is 10 July to some and 7 October to others. Where only one
    day can be meant, it is put right.

    Wrong:
        10 Juli 2025
    Right:
        10 July 2025

    Source: the published declarations.
    """
    for part in (check.document.date, check.document.originally_tabled):
        if isinstance(part, Malformed) and not check.is_open(part):
            yield _malformed(part, check.language)
    if isinstance(check.document.reissue, Malformed):
        yield _malformed_reissue(check, check.document.reissue)


@rule(
    "DAT003",
    "future-date",
    Severity.WARNING,
    "The date {text} is in the future",
    help="check the day, the month and the year",
)
def future_date(check: Check) -> Iterator[BareFinding]:
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
        yield BareFinding(date.span, {"text": Day(*date.value)})


@rule(
    "DAT004",
    "impossible-date-in-text",
    Severity.WARNING,
    "There is no day '{text}'",
    short="There is no day '{text}': {month} has {days} days",
    help="correct the day",
    help_year="correct the year",
)
def impossible_date_in_text(check: Check) -> Iterator[BareFinding]:
    """A date in the title or in a paragraph is no day of the calendar.

    Wrong:
        On 31 June 2025, the President signed an amnesty.
    Right:
        On 30 June 2025, the President signed an amnesty.

    Source: the Gregorian calendar.
    """
    text = check.document.source.text
    for mention in check.document.date_mentions:
        if mention.value.iso is None:
            yield _impossible(mention.span, mention.value, fold_space(text[slice(*mention.span)]))


@rule(
    "DAT005",
    "edition-before-original",
    Severity.ERROR,
    "This edition is dated {edition}, but was originally tabled on {original}",
    label="the date of this edition",
    help="a new edition is dated after the day of the first one; correct one of the two dates",
)
def edition_before_original(check: Check) -> Iterator[BareFinding]:
    """A new edition is dated before the day it was first tabled.

    A new edition keeps both numbers and takes a later date.

    Wrong:
        14 May 2001     2nd edition, originally tabled on 24 June 2001
    Right:
        14 May 2001     2nd edition, originally tabled on 24 April 2001

    Source: Rule 56.3; declaration 320, second edition.
    """
    date, tabled = check.document.date, check.document.originally_tabled
    if not isinstance(date, Found) or not isinstance(tabled, Found):
        return
    edition, original = date.value.iso, tabled.value.iso
    if edition and original and FIRST_DAY <= edition < original:
        values = {"edition": Day(*date.value), "original": Day(*tabled.value)}
        yield BareFinding(tabled.span, values, labels=(BareLabel(date.span),))


@rule(
    "DAT006",
    "date-too-early",
    Severity.ERROR,
    "The date {text} is before the first written declaration: there has been none before 30 January 1970",
    help="check the year",
)
def date_too_early(check: Check) -> Iterator[BareFinding]:
    """The date is before there were written declarations.

    Wrong:
        10 July 1925
    Right:
        10 July 2025

    Source: Resolution 439 of 30 January 1970.
    """
    for span, date in _own_dates(check):
        if (date.iso or FIRST_DAY) < FIRST_DAY:
            yield BareFinding(span, {"text": Day(*date)})


def _own_dates(check: Check) -> Iterator[tuple[Span, CalendarDate]]:
    for date in (check.document.date, check.document.originally_tabled):
        if isinstance(date, Found):
            yield date.span, date.value


def _malformed(date: Malformed, language: Language) -> BareFinding:
    from declparse.rules.support import date_forms  # not needed for well-formed dates

    meant = date_forms.read(date.text, language)
    if meant is None:
        return BareFinding(date.span, {"text": date.text, "right": _EXAMPLE.written(language)})
    right, month = meant.date.written(language), MONTHS[language][meant.date.month - 1]
    values = {"text": date.text, "right": right, "found": meant.month, "meant": month}
    message = "message" if meant.month in (None, month) else _message_on(meant.month or "", month)
    fix = BareFix("safe" if meant.certain else "unsafe", (Edit(*date.span, right),))
    return BareFinding(date.span, values, message, fix=fix)


def _message_on(found: str, month: str) -> str:
    """Return the message on a wrong word for a month: it is cut short or in capitals, or no month at all."""
    return "form" if month.lower().startswith(found.lower()) else "month"


def _malformed_reissue(check: Check, line: Malformed) -> BareFinding:
    from declparse.rules.support import date_forms  # not needed for well-formed dates

    before, _, tabled = shape("TABLED_ON").sub("\n", line.text).partition("\n")
    edition, meant = shape("EDITION_MEANT").fullmatch(before), date_forms.read(tabled.strip(" ()"), check.language)
    if edition is None or meant is None:
        values = {"text": line.text, "right": check.example("reissue")}
        return BareFinding(line.span, values, "reissue")
    date = meant.date.written(check.language)
    if check.language == "fr":
        right = f"{edition[1]}e édition, initialement déposée le {date}"
    else:
        right = f"{_ordinal(int(edition[1]))} edition, originally tabled on {date}"
    fix = BareFix("safe" if meant.certain else "unsafe", (Edit(*line.span, right),))
    return BareFinding(line.span, {"text": line.text, "right": right}, "reissue", fix=fix)


def _ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _impossible(span: Span, date: CalendarDate, text: str) -> BareFinding:
    """Return the finding for a day that does not exist.

    The text may leave out the year if the day exists in no year.
    """
    if date.year < 1:
        return BareFinding(span, {"text": text}, help="help_year")
    days = next(day for day in (31, 30, 29, 28) if _is_day(date.year, date.month, day))
    month = Day(None, date.month, date.year if str(date.year) in text else None)
    return BareFinding(span, {"text": text, "month": month, "days": days}, "short")


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


RULES: tuple[RuleOn[Check], ...] = (
    impossible_date,
    malformed_date,
    future_date,
    impossible_date_in_text,
    edition_before_original,
    date_too_early,
)
