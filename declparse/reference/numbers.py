"""What the Rules ask for on a day, and which numbers a document of that day can have."""

import datetime as dt
from bisect import bisect_right
from functools import cache, lru_cache
from typing import NamedTuple

from declparse.reference.certainty import Answer, at
from declparse.reference.rule_tables import KNOWN_NUMBERS, THRESHOLDS, Threshold

# A re-issue keeps its numbers and takes a later date, so they can be too low for that date. Signatures are collected
# until the next part-session closes: at most 123 days after the one before began, but 367 after 27 January 2020, as
# three part-sessions of that year were not held. A month is added for printing.
_LATEST_REISSUE = 400
# The least and the most numbers a year: those between two known pairs at least a year apart (documents 167 to 456,
# declarations 12.5 to 55), a tenth further apart.
_PER_YEAR = {"document": (150, 502), "declaration": (11, 61)}
# Many numbers are given out in the weeks of a part-session and few between them. The known pairs are at most 56.2
# documents and 8.8 declarations away from these rates; twice that is allowed for those that are not known.
_SLACK = {"document": 113, "declaration": 18}


class Range(NamedTuple):
    """The lowest and the highest number that is plausible."""

    lowest: int
    highest: int


@lru_cache
def threshold(quantity: str, date: str) -> Threshold | None:
    """Return what the Rules of that day ask for.

    Signatories, delegations, groups (at least) or words (at most); None where unknown.
    """
    for row in THRESHOLDS:
        if row.quantity == quantity and at(date, row.since, row.until) is Answer.YES:
            return row
    return None


@lru_cache
def plausible(kind: str, date: str) -> Range | None:
    """Return the ``document`` or ``declaration`` numbers that a document of that day can have.

    None before the first day of which a number is known: nothing is certain there.
    """
    days, _ = _known(kind)
    day = dt.date.fromisoformat(date).toordinal()
    if day < days[0]:
        return None
    lowest, _ = _reached(kind, day - _LATEST_REISSUE)
    _, highest = _reached(kind, day)
    return Range(max(1, lowest - _SLACK[kind]), highest + _SLACK[kind])


@cache
def _known(kind: str) -> tuple[list[int], list[int]]:
    """Return days, and the highest number given out by each of them; re-issues, which break the order, are evened."""
    pairs = sorted(
        (dt.date.fromisoformat(row.date).toordinal(), getattr(row, kind)) for row in KNOWN_NUMBERS if getattr(row, kind)
    )
    numbers: list[int] = []
    for _, number in pairs:
        numbers.append(max(number, numbers[-1] if numbers else 0))
    return [day for day, _ in pairs], numbers


def _reached(kind: str, day: int) -> Range:
    """Return the lowest and the highest number that can have been reached on a day.

    From a known pair numbers rise by the yearly rates, and towards the next one as well. So the range is as narrow as
    the gap between the two is small.
    """
    days, numbers = _known(kind)
    slow, fast = (number / 365 for number in _PER_YEAR[kind])
    index = bisect_right(days, day)
    if index == 0:
        return Range(round(numbers[0] - fast * (days[0] - day)), numbers[0])
    past, last = day - days[index - 1], numbers[index - 1]
    if index == len(days):
        return Range(round(last + slow * past), round(last + fast * past))
    ahead, following = days[index] - day, numbers[index]
    rate = (following - last) / (past + ahead)
    slow, fast = min(slow, rate), max(fast, rate)
    lowest = max(last + slow * past, following - fast * ahead)
    highest = min(last + fast * past, following - slow * ahead)
    return Range(round(lowest), round(highest))
