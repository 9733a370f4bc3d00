"""What the Rules ask for on a day, and which numbers a document of that day can have."""

import datetime as dt
from bisect import bisect_left
from functools import cache, lru_cache
from typing import NamedTuple

from declparse.reference.certainty import Answer, at
from declparse.reference.rule_tables import KNOWN_NUMBERS, THRESHOLDS, Threshold

# A re-issue keeps its numbers and takes a later date; the known ones are at most this many days late. Its numbers can
# so be far too low for its date, but hardly ever too high.
_LATEST_REISSUE = 400
_EARLIEST = 45
# How many numbers a year there have been at least and at most, for the days after the last known pair.
_PER_YEAR = {"document": (150, 450), "declaration": (10, 60)}
# Numbers are not in step with dates to the day.
_SLACK = {"document": 120, "declaration": 8}


class Range(NamedTuple):
    """The lowest and the highest number that is plausible."""

    lowest: int
    highest: int


@lru_cache
def threshold(quantity: str, date: str) -> Threshold | None:
    """What the Rules of that day ask for.

    Signatories, delegations, groups (at least) or words (at most); None where unknown.
    """
    for row in THRESHOLDS:
        if row.quantity == quantity and at(date, row.since, row.until) is Answer.YES:
            return row
    return None


@lru_cache
def plausible(kind: str, date: str) -> Range | None:
    """The ``document`` or ``declaration`` numbers that a document of that day can have.

    None before the first day of which a number is known: nothing is certain there.
    """
    days, _ = _known(kind)
    day = dt.date.fromisoformat(date).toordinal()
    if day < days[0]:
        return None
    lowest = _number(kind, max(day - _LATEST_REISSUE, days[0] - _LATEST_REISSUE), highest=False) - _SLACK[kind]
    return Range(max(1, lowest), _number(kind, day + _EARLIEST, highest=True) + _SLACK[kind])


@cache
def _known(kind: str) -> tuple[list[int], list[int]]:
    """Days, and the highest number given out by each of them: what re-issues break is levelled."""
    pairs = sorted(
        (dt.date.fromisoformat(row.date).toordinal(), getattr(row, kind)) for row in KNOWN_NUMBERS if getattr(row, kind)
    )
    numbers: list[int] = []
    for _, number in pairs:
        numbers.append(max(number, numbers[-1] if numbers else 0))
    return [day for day, _ in pairs], numbers


def _number(kind: str, day: int, *, highest: bool) -> int:
    """The number reached on a day, between the known ones in proportion, after the last by the yearly rates."""
    days, numbers = _known(kind)
    slow, fast = _PER_YEAR[kind]
    if day >= days[-1]:
        return numbers[-1] + round((day - days[-1]) / 365 * (fast if highest else slow))
    if day <= days[0]:
        return numbers[0] - round((days[0] - day) / 365 * fast)
    index = bisect_left(days, day)
    if days[index] == day:
        return numbers[index]
    share = (day - days[index - 1]) / (days[index] - days[index - 1])
    return round(numbers[index - 1] + share * (numbers[index] - numbers[index - 1]))
